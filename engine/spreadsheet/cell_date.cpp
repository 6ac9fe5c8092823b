#include "engine/spreadsheet/cell_date.hpp"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace skranke {

namespace {

/// A number of a text at a place; 0 where there is none.
int number_at(const std::string& text, std::size_t at, std::size_t length) {
    int number = 0;
    if (at + length <= text.size()) std::from_chars(text.data() + at, text.data() + at + length, number);
    return number;
}

}  // namespace

bool is_date_format(int number) {
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
}

bool is_date_format(std::string_view code) {
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"') at = std::min(code.find('"', at + 1), code.size());
        else if (c == '[') at = std::min(code.find(']', at + 1), code.size());
        else if (c == '\\' || c == '_' || c == '*') ++at;  // the next letter is meant as it is
        else if (c == ';') return false;                   // a date's first section has said it by now
        else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') return true;
    }
    return false;
}

std::optional<std::string> date_of_serial(double serial, DateSystem system) {
    using namespace std::chrono;
    const double minutes_of_it = std::floor(serial * 1440 + 0.5);
    if (!(minutes_of_it >= 0 && minutes_of_it < 1440.0 * 110'000)) return {};
    const auto whole = static_cast<std::int64_t>(minutes_of_it);
    const std::int64_t day = whole / 1440, minute = whole % 1440;
    constexpr std::int64_t kFalseLeapDay = 60;  // the 1900 system counts a 29 February 1900 that never was
    sys_days date = sys_days{year{1904} / 1 / 1} + days{day};
    if (system == DateSystem::from_1900) {
        if (day < 1 || day == kFalseLeapDay) return {};
        date = sys_days{year{1899} / 12 / (day < kFalseLeapDay ? 31 : 30)} + days{day};
    }
    const year_month_day shown{date};
    if (shown.year() > year{2199}) return {};
    char text[32];
    const int length = std::snprintf(text, sizeof text, "%04d-%02u-%02u", int{shown.year()}, unsigned{shown.month()}, unsigned{shown.day()});
    if (minute > 0)
        std::snprintf(text + length, sizeof text - static_cast<std::size_t>(length), " %02d:%02d", static_cast<int>(minute / 60),
                      static_cast<int>(minute % 60));
    return text;
}

std::time_t seconds_of(const std::string& t) {
    namespace chrono = std::chrono;
    const auto part = [&](std::size_t at) { return static_cast<unsigned>(number_at(t, at, 2)); };
    const chrono::year_month_day day{chrono::year{number_at(t, 0, 4)}, chrono::month{part(5)}, chrono::day{part(8)}};
    if (!day.ok()) return 0;
    const auto time = chrono::sys_days{day} + chrono::hours{part(11)} + chrono::minutes{part(14)} + chrono::seconds{part(17)};
    return static_cast<std::time_t>(time.time_since_epoch().count());
}

}  // namespace skranke
