#include "engine/twin/desk_twin.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "engine/base/contract.hpp"
#include "engine/demand/busyness.hpp"
#include "engine/kernel/sim_time.hpp"
#include "engine/twin/arrival_pattern.hpp"
#include "engine/twin/line_twin.hpp"
#include "engine/twin/pile_twin.hpp"
#include "engine/twin/twin_causes.hpp"

namespace skranke {

namespace {


/// A number of heads without the microseconds that a week's count may miss.
double nearly_whole(double heads) { return std::abs(heads - std::round(heads)) < 1e-6 ? std::round(heads) : heads; }

/// Makes the twins of one scenario's desks.
class TwinMaker {
  public:
    TwinMaker(const Scenario& scenario, const std::vector<DeskWeek>& weeks, std::uint64_t replications)
        : s_(scenario),
          weeks_(weeks),
          replications_(static_cast<double>(replications)),
          calendar_(scenario.start, 7 * scenario.weeks, scenario.holidays),
          pattern_(scenario, calendar_),
          arising_(pattern_.as_needs_arise()) {}

    std::vector<DeskTwin> all() const {
        std::vector<DeskTwin> twins;
        for (std::size_t office = 0; office < s_.offices.size(); ++office)
            for (std::size_t d = 0; d < kOfficeDesks; ++d)
                twins.push_back(twin(twins.size(), static_cast<DeskKind>(d), &s_.offices[office], office));
        for (std::size_t d = kOfficeDesks; d < kDeskKinds; ++d)
            twins.push_back(twin(twins.size(), static_cast<DeskKind>(d), nullptr, 0));
        return twins;
    }

  private:
    /// A channel whose people come to the desk, with its own hours.
    struct Source {
        Channel channel = Channel::phone;
        std::vector<double> pattern;
    };

    DeskTwin twin(std::size_t desk, DeskKind kind, const Office* office, std::size_t number) const {
        const DeskRules& rules = office != nullptr ? s_.office_desks[number][static_cast<std::size_t>(kind)]
                                                   : s_.desks[static_cast<std::size_t>(kind)];
        const WorkingTime hours(calendar_, rules.hours);
        const auto weeks = static_cast<std::size_t>(s_.weeks);
        DeskTwin twin =
            decides_cases(kind)
                ? pile_twin({std::span(weeks_).subspan(desk * weeks, weeks), replications_, hours, arising_})
                : line(desk, kind, office, number, hours);
        if (twin.formula != Formula::none) twin.left_out = causes_left_out(s_, kind, rules);
        return twin;
    }

    const DeskWeek& week(std::size_t desk, std::size_t w) const {
        return weeks_[desk * static_cast<std::size_t>(s_.weeks) + w];
    }
    double minutes_of(std::int64_t us) const { return in_minutes(Duration{us}) / replications_; }
    DeskTwin line(std::size_t desk, DeskKind kind, const Office* office, std::size_t number,
                  const WorkingTime& hours) const {
        DeskTwin twin;
        const std::vector<Source> sources = sources_of(kind, number);
        LineFacts facts = facts_of(desk, sources, hours);
        const double arrivals = std::accumulate(facts.weeks.begin(), facts.weeks.end(), 0.0,
                                                [](double sum, const LineWeek& w) { return sum + w.arrivals; });
        if (arrivals <= 0) return twin;
        const LineLoad load = line_load(facts);
        twin.offered_load = load.mean;
        twin.peak_load = load.peak;
        twin.heads = load.heads;
        twin.erlang_b = load.lost_without_room;
        facts.day_cv2 = busyness_cv2(office) + absence_cv2(kind, office, number, load.heads);
        if (is_called_back(kind)) return without_formula(twin, NoFormula::called_back);
        if (load.heads < 1) return without_formula(twin, NoFormula::too_few_heads);
        twin.steps = line_steps(facts);
        if (twin.steps.empty()) return without_formula(twin, NoFormula::unsettled);
        const LineWeek& first = facts.weeks.front();
        twin.formula = first.patience_min > 0      ? Formula::erlang_a
                       : first.room < kEndlessRoom ? Formula::limited_line
                                                   : Formula::erlang_c;
        return twin;
    }

    /// Channels whose people stand in the desk's line, the one that sets room and patience first.
    std::vector<Source> sources_of(DeskKind kind, std::size_t office) const {
        std::vector<Source> sources;
        const auto take = [&](Channel channel, const OpeningHours& hours) {
            sources.push_back({channel, pattern_.at_channel(channel, WorkingTime(calendar_, hours))});
        };
        const auto hours_of = [&](Channel channel) -> const OpeningHours& {
            return s_.channels[index_of(channel)].hours;
        };
        if (kind == DeskKind::reception) {
            take(Channel::drop_in, s_.door_hours[office]);
            take(Channel::appointment, hours_of(Channel::appointment));
        } else if (kind == DeskKind::duty_phone) {
            take(Channel::phone, hours_of(Channel::phone));
            take(Channel::office_phone,
                 s_.phone_hours.empty() ? hours_of(Channel::office_phone) : s_.phone_hours[office]);
        } else {
            take(Channel::phone, hours_of(Channel::phone));
        }
        return sources;
    }

    LineFacts facts_of(std::size_t desk, const std::vector<Source>& sources, const WorkingTime& hours) const {
        LineFacts facts;
        facts.pattern.assign(sources.front().pattern.size(), 0.0);
        for (const Source& source : sources)
            for (std::size_t half = 0; half < facts.pattern.size(); ++half) facts.pattern[half] += source.pattern[half];
        const Channel first = sources.front().channel;
        const double patience = s_.channels[index_of(first)].patience_min * patience_factor(first);
        for (std::size_t w = 0; w < static_cast<std::size_t>(s_.weeks); ++w) {
            facts.weeks.push_back(line_week(desk, w, hours, s_.channels[index_of(first)]));
            const double with_patience = ratio(sum_of_week(sources.front().pattern, w), sum_of_week(facts.pattern, w));
            facts.weeks.back().patience_min = ratio(patience, with_patience);
        }
        return facts;
    }

    LineWeek line_week(std::size_t desk, std::size_t w, const WorkingTime& hours, const ChannelRules& rules) const {
        const DeskWeek& of_week = week(desk, w);
        LineWeek line;
        line.staffed_min = minutes_of(of_week.staffed_us);
        line.heads = nearly_whole(ratio(line.staffed_min, open_min(hours, w)));
        const double room = rules.room.at(calendar_.date(static_cast<std::int64_t>(7 * w)));
        if (room > 0) line.room = room;
        if (of_week.started == 0) return line;
        line.arrivals = static_cast<double>(of_week.arrived + of_week.refused) / replications_;
        line.service_min = minutes_of(of_week.busy_us) * replications_ / static_cast<double>(of_week.started);
        return line;
    }

    /// Groups of unlike patience lose people as one with the mean of their rates, as long as few leave.
    double patience_factor(Channel channel) const {
        double rate = 0, weight = 0;
        for (const Service& service : s_.services)
            for (std::size_t g = 0; g < s_.groups.size(); ++g) {
                const double w = service.per_1000_week.at(s_.start) * service.group_share[g] *
                                 service.prefers[index_of(channel)] * s_.groups[g].prefers[index_of(channel)];
                weight += w;
                rate += w / s_.groups[g].patience_factor;
            }
        return rate > 0 ? weight / rate : 1.0;
    }

    /// Of the busyness of the area, or of an office's municipalities together.
    double busyness_cv2(const Office* office) const {
        if (s_.demand.busyness_shape <= 0) return 0;
        struct Part {
            const Municipality* place;
            double residents;
        };
        std::vector<Part> parts;
        if (office == nullptr) {
            for (const Municipality& m : s_.municipalities) parts.push_back({&m, m.population});
        } else {
            for (const Catchment& c : office->catchments) {
                const Municipality& m = s_.municipalities[c.municipality];
                parts.push_back({&m, m.population * c.resident_share});
            }
        }
        double all = 0, sum = 0;
        for (const Part& a : parts) {
            all += a.residents;
            for (const Part& b : parts)
                sum +=
                    a.residents * b.residents * (&a == &b ? 1.0 : busyness_correlation(s_.demand, *a.place, *b.place));
        }
        return all > 0 ? sum / all / all / s_.demand.busyness_shape : 0.0;
    }

    /// Of the heads who come, each absent by herself: var(heads) / heads^2.
    double absence_cv2(DeskKind kind, const Office* office, std::size_t number, double heads) const {
        const DeskRules& rules = office != nullptr ? s_.office_desks[number][static_cast<std::size_t>(kind)]
                                                   : s_.desks[static_cast<std::size_t>(kind)];
        return heads > rules.cover ? rules.absence.at(s_.start) * (heads - rules.cover) / heads / heads : 0.0;
    }

    bool is_called_back(DeskKind kind) const {
        const bool has_phone = kind == DeskKind::contact_centre || kind == DeskKind::duty_phone;
        return has_phone && s_.phone_loop.accepts_callback > 0 && s_.phone_loop.offer_callback_after_min.largest() > 0;
    }

    const Scenario& s_;
    const std::vector<DeskWeek>& weeks_;
    double replications_;
    Calendar calendar_;
    ArrivalPattern pattern_;
    std::vector<double> arising_;  // needs by half hour
};

}  // namespace

std::vector<DeskTwin> desk_twins(const Scenario& scenario, const std::vector<DeskWeek>& weeks,
                                 std::uint64_t replications) {
    const std::size_t desks = scenario.offices.size() * kOfficeDesks + kDeskKinds - kOfficeDesks;
    SKRANKE_EXPECT(replications > 0 && weeks.size() == desks * static_cast<std::size_t>(scenario.weeks));
    return TwinMaker(scenario, weeks, replications).all();
}

}  // namespace skranke
