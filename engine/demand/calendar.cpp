#include "engine/demand/calendar.hpp"

#include <algorithm>

namespace skranke {

Date easter_sunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return std::chrono::year{year} / (n / 31) / (n % 31 + 1);
}

Calendar::Calendar(Date start, std::int64_t days, const std::vector<Holiday>& holidays)
    : start_(start),
      first_weekday_(static_cast<std::int64_t>(std::chrono::weekday{start}.iso_encoding()) - 1),
      holiday_(static_cast<std::size_t>(days), false) {
    const int first_year = int{std::chrono::year_month_day{start}.year()};
    const int last_year = int{std::chrono::year_month_day{date(days)}.year()};
    for (int year = first_year; year <= last_year; ++year) {
        for (const Holiday& holiday : holidays) {
            const auto fixed = std::chrono::year{year} / holiday.month / holiday.day;
            if (!holiday.easter && !fixed.ok()) continue;  // 29 February
            const Date on = holiday.easter ? easter_sunday(year) + std::chrono::days{holiday.offset} : Date{fixed};
            const std::int64_t day = (on - start).count();
            if (day >= 0 && day < days) holiday_[static_cast<std::size_t>(day)] = true;
        }
    }
}

WorkingTime::WorkingTime(const Calendar& calendar, const OpeningHours& hours) {
    days_.reserve(static_cast<std::size_t>(calendar.days()));
    for (std::int64_t day = 0; day < calendar.days(); ++day) days_.push_back(posted(calendar, hours, day));
    note_next_open();
}

WorkingTime::Interval WorkingTime::posted(const Calendar& calendar, const OpeningHours& hours, std::int64_t day) {
    const auto& week_day = hours.on(calendar.date(day))[calendar.weekday(day)];
    const Instant start = midnight(day);
    if (!week_day || calendar.is_holiday(day)) return {start, start};
    return {start + minutes(week_day->opens_min), start + minutes(week_day->closes_min)};
}

void WorkingTime::replace(const Calendar& calendar, const OpeningHours& hours, std::int64_t first, std::int64_t end) {
    for (std::int64_t day = std::max<std::int64_t>(0, first); day < std::min(end, days()); ++day)
        days_[static_cast<std::size_t>(day)] = posted(calendar, hours, day);
    note_next_open();
}

void WorkingTime::note_next_open() {
    next_open_day_.assign(days_.size() + 1, days());
    for (std::size_t d = days_.size(); d-- > 0;)
        next_open_day_[d] = days_[d].opens < days_[d].closes ? static_cast<std::int64_t>(d) : next_open_day_[d + 1];
}

bool WorkingTime::is_open(Instant t) const {
    const std::int64_t day = day_of(t);
    return day < days() && t >= on(day).opens && t < on(day).closes;
}

Instant WorkingTime::next_open(Instant t) const {
    std::int64_t day = day_of(t);
    if (day >= days()) return kNever;
    if (t < on(day).closes) return std::max(t, on(day).opens);
    day = next_open_day_[static_cast<std::size_t>(day) + 1];
    return day < days() ? on(day).opens : kNever;
}

Instant WorkingTime::add_open_time(Instant t, Duration effort) const {
    for (Instant from = next_open(t); from != kNever; from = next_open(from)) {
        const Instant closes = on(day_of(from)).closes;
        if (effort <= closes - from) return from + effort;
        effort = effort - (closes - from);
        from = closes;
    }
    return kNever;
}

Duration WorkingTime::open_time(Instant from, Instant to) const {
    Duration open{};
    for (Instant t = next_open(from); t < to; t = next_open(t)) {
        const Instant until = std::min(to, on(day_of(t)).closes);
        open = open + (until - t);
        t = until;
    }
    return open;
}

}  // namespace skranke
