#include "engine/twin/pile_twin.hpp"

#include <algorithm>
#include <numeric>

#include "engine/kernel/sim_time.hpp"
#include "engine/twin/arrival_pattern.hpp"
#include "engine/twin/formulas/fluid.hpp"

namespace skranke {

namespace {


class Pile {
  public:
    explicit Pile(const PileFacts& facts) : facts_(facts) {
        for (const DeskWeek& week : facts.weeks) total_ += week;
    }

    DeskTwin twin() const {
        DeskTwin twin;
        if (total_.started == 0) return twin;
        double open = 0, work = 0;
        for (std::size_t w = 0; w < facts_.weeks.size(); ++w) {
            const double of_week = open_min(facts_.hours, w), arrived = arrived_in(w) * service_min(facts_.weeks[w]);
            open += of_week;
            work += arrived;
            twin.peak_load = std::max(twin.peak_load, ratio(arrived, of_week));
        }
        twin.offered_load = ratio(work, open);
        twin.heads = ratio(mean_min(total_.staffed_us), open);
        const FluidAnswer fluid = fluid_line(stretches(), start());
        if (fluid.wait_started_min < kLongPileDays * 24 * 60) return without_formula(twin, NoFormula::short_pile);
        twin.formula = Formula::fluid;
        TwinStep step;
        step.wait_min = fluid.wait_started_min;
        step.left_share =
            ratio(static_cast<double>(total_.left + total_.sent_home), static_cast<double>(total_.arrived));
        step.occupancy = ratio(fluid.started * service_min(total_), mean_min(total_.staffed_us));
        step.with[static_cast<std::size_t>(Cause::within_day)] = true;
        twin.steps.push_back(step);
        return twin;
    }

  private:
    double mean_min(std::int64_t us) const { return in_minutes(Duration{us}) / facts_.replications; }
    double arrived_in(std::size_t w) const {
        return static_cast<double>(facts_.weeks[w].arrived) / facts_.replications;
    }

    /// Head-time of a case; of all weeks where none was begun in this.
    double service_min(const DeskWeek& week) const {
        const DeskWeek& known = week.started > 0 ? week : total_;
        return in_minutes(Duration{known.busy_us}) / static_cast<double>(known.started);
    }

    std::vector<FluidStretch> stretches() const {
        std::vector<FluidStretch> all;
        for (std::size_t w = 0; w < facts_.weeks.size(); ++w) {
            const DeskWeek& week = facts_.weeks[w];
            const double shares = sum_of_week(facts_.arising, w);
            const double stay = static_cast<double>(week.arrived) - static_cast<double>(week.left + week.sent_home);
            const double starts = ratio(mean_min(week.staffed_us) / service_min(week), open_min(facts_.hours, w));
            for (std::size_t half = w * kHalfHoursOfWeek; half < (w + 1) * kHalfHoursOfWeek; ++half) {
                const double share = shares > 0 ? facts_.arising[half] / shares : 1.0 / kHalfHoursOfWeek;
                const double arrivals = std::max(0.0, stay) / facts_.replications * share;
                all.push_back({kHalfHourMin, arrivals / kHalfHourMin, starts * open_in(half) / kHalfHourMin});
            }
        }
        return all;
    }

    double open_in(std::size_t half) const {
        const auto day = static_cast<std::int64_t>(half / kHalfHours);
        const WorkingTime::Interval open = facts_.hours.on(day);
        const Instant from = midnight(day) + minutes(kHalfHourMin * static_cast<double>(half % kHalfHours));
        return std::max(0.0,
                        in_minutes(std::min(from + minutes(kHalfHourMin), open.closes) - std::max(from, open.opens)));
    }

    /// In line at the first midnight, from what came and went in the first week.
    FluidStart start() const {
        const DeskWeek& first = facts_.weeks.front();
        const double in_line = (static_cast<double>(first.backlog + first.started + first.left + first.sent_home) -
                                static_cast<double>(first.arrived)) /
                               facts_.replications;
        const double rate = arrived_in(0) / (7 * 24 * 60);
        return in_line > 0 && rate > 0 ? FluidStart{in_line, rate} : FluidStart{};
    }

    const PileFacts& facts_;
    DeskWeek total_;
};

}  // namespace

DeskTwin pile_twin(const PileFacts& facts) { return Pile(facts).twin(); }

DeskTwin without_formula(DeskTwin twin, NoFormula why) {
    twin.formula = Formula::none;
    twin.why_not = why;
    return twin;
}

double open_min(const WorkingTime& hours, std::size_t week) {
    double open = 0;
    for (std::size_t day = 7 * week; day < 7 * week + 7; ++day) {
        const WorkingTime::Interval of_day = hours.on(static_cast<std::int64_t>(day));
        open += in_minutes(of_day.closes - of_day.opens);
    }
    return open;
}

double sum_of_week(const std::vector<double>& pattern, std::size_t week) {
    const auto first = pattern.begin() + static_cast<std::ptrdiff_t>(week * kHalfHoursOfWeek);
    return std::accumulate(first, first + static_cast<std::ptrdiff_t>(kHalfHoursOfWeek), 0.0);
}

}  // namespace skranke
