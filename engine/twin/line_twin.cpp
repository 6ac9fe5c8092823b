#include "engine/twin/line_twin.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>

#include "engine/twin/arrival_pattern.hpp"
#include "engine/twin/formulas/offered_load.hpp"

namespace skranke {

namespace {


/// A kind of day: its load over the mean, and how often it comes.
struct KindOfDay {
    double factor = 1, share = 1;
};

std::vector<KindOfDay> kinds_of_day(double cv2) {
    if (cv2 <= 0) return {{}};
    // Nodes and weights of the normal distribution: M. Abramowitz & I. Stegun, table 25.10, n = 3, rescaled.
    constexpr std::array<double, 3> kNode{-1.7320508075688772, 0, 1.7320508075688772};
    constexpr std::array<double, 3> kShare{1.0 / 6, 2.0 / 3, 1.0 / 6};
    std::vector<KindOfDay> kinds;
    double mean = 0;
    for (std::size_t k = 0; k < kNode.size(); ++k) {
        const double root = std::max(0.0, 1 - cv2 / 9 + kNode[k] * std::sqrt(cv2 / 9));
        kinds.push_back({root * root * root, kShare[k]});
        mean += kinds.back().factor * kShare[k];
    }
    for (KindOfDay& kind : kinds) kind.factor /= mean;
    return kinds;
}

/// A line with so many heads on average: between those with the whole numbers below and above.
LineAnswer line_between(LineModel model, double heads) {
    const double below = std::floor(heads), part = heads - below;
    model.heads = static_cast<int>(below);
    const LineAnswer fewer = stationary_line(model);
    if (part < 1e-9) return fewer;
    ++model.heads;
    const LineAnswer more = stationary_line(model);
    const auto mix = [&](double LineAnswer::*value) { return (1 - part) * fewer.*value + part * more.*value; };
    return {mix(&LineAnswer::waits),           mix(&LineAnswer::refused), mix(&LineAnswer::left),
            mix(&LineAnswer::wait_served_min), mix(&LineAnswer::in_line), mix(&LineAnswer::occupancy)};
}

/// Adds up what happens to arrivals.
class Sums {
  public:
    /// \return false if the formula is not valid
    bool add(const LineWeek& week, double arrivals, double rate, double open_of_day) {
        if (arrivals <= 0) return true;
        LineModel model{rate, week.service_min, static_cast<int>(week.heads), week.patience_min, week.room};
        if (model.heads < 1 || !model.is_stable()) return false;
        model.heads = static_cast<int>(std::lround(week.heads));
        if (week.patience_min == 0 && relaxation_min(model) > kForgetsWithin * open_of_day) return false;
        const LineAnswer a = line_between(model, week.heads);
        const double served = arrivals * (1 - a.refused - a.left);
        served_ += served;
        let_in_ += arrivals * (1 - a.refused);
        left_ += arrivals * a.left;
        waited_ += served * a.wait_served_min;
        work_ += served * week.service_min;
        return true;
    }
    void staff(double minutes) { staffed_ += minutes; }
    TwinStep step() const {
        TwinStep s;
        if (served_ > 0) s.wait_min = waited_ / served_;
        if (let_in_ > 0) s.left_share = left_ / let_in_;
        if (staffed_ > 0) s.occupancy = work_ / staffed_;
        return s;
    }

  private:
    double served_ = 0, let_in_ = 0, left_ = 0, waited_ = 0, work_ = 0, staffed_ = 0;
};

std::span<const double> pattern_of(const LineFacts& facts, std::size_t week) {
    return std::span(facts.pattern).subspan(week * kHalfHoursOfWeek, kHalfHoursOfWeek);
}

double open_min(std::span<const double> pattern) {
    return kHalfHourMin *
           static_cast<double>(std::count_if(pattern.begin(), pattern.end(), [](double share) { return share > 0; }));
}

/// Rates of a day's half hours while people come, from the first on.
std::vector<double> rates_of(std::span<const double> day, double arrivals_per_share) {
    std::vector<double> rates;
    for (const double share : day)
        if (share > 0 || !rates.empty()) rates.push_back(share * arrivals_per_share / kHalfHourMin);
    while (!rates.empty() && rates.back() == 0) rates.pop_back();
    return rates;
}

/// \return the day's arrivals per unit of its pattern, or 0 if there is no pattern
double arrivals_per_share(const LineWeek& week, std::span<const double> pattern) {
    const double total = std::accumulate(pattern.begin(), pattern.end(), 0.0);
    return total > 0 ? week.arrivals / total : 0;
}

bool add_by_half_hour(const LineFacts& facts, std::size_t w, const std::vector<KindOfDay>& kinds, Sums& sums) {
    const LineWeek& week = facts.weeks[w];
    const auto pattern = pattern_of(facts, w);
    const double scale = arrivals_per_share(week, pattern);
    for (std::size_t day = 0; day < 7; ++day) {
        const std::vector<double> rates = rates_of(pattern.subspan(day * kHalfHours, kHalfHours), scale);
        const double open_of_day = kHalfHourMin * static_cast<double>(rates.size());
        const std::vector<double> loads = modified_offered_load(rates, kHalfHourMin, week.service_min);
        for (std::size_t half = 0; half < rates.size(); ++half)
            for (const KindOfDay& kind : kinds)
                if (!sums.add(week, kind.share * kind.factor * rates[half] * kHalfHourMin,
                              kind.factor * loads[half] / week.service_min, open_of_day))
                    return false;
    }
    return true;
}

std::optional<TwinStep> step_of(const LineFacts& facts, Resolution resolution, Days days) {
    Sums sums;
    const std::vector<KindOfDay> kinds = kinds_of_day(days == Days::alike ? 0 : facts.day_cv2);
    for (std::size_t w = 0; w < facts.weeks.size(); ++w) {
        const LineWeek& week = facts.weeks[w];
        sums.staff(week.staffed_min);
        if (week.arrivals <= 0) continue;
        if (resolution == Resolution::half_hour) {
            if (!add_by_half_hour(facts, w, kinds, sums)) return std::nullopt;
            continue;
        }
        const double open = open_min(pattern_of(facts, w));
        if (open <= 0 || !sums.add(week, week.arrivals, week.arrivals / open, open / 5)) return std::nullopt;
    }
    TwinStep step = sums.step();
    step.with[static_cast<std::size_t>(Cause::within_day)] = resolution == Resolution::half_hour;
    step.with[static_cast<std::size_t>(Cause::between_days)] = days == Days::busy_and_quiet;
    return step;
}

}  // namespace

std::vector<TwinStep> line_steps(const LineFacts& facts) {
    std::vector<TwinStep> steps;
    const auto take = [&](Resolution resolution, Days days) {
        if (const auto step = step_of(facts, resolution, days)) steps.push_back(*step);
    };
    take(Resolution::week, Days::alike);
    take(Resolution::half_hour, Days::alike);
    if (facts.day_cv2 > 0) take(Resolution::half_hour, Days::busy_and_quiet);
    return steps;
}

LineLoad line_load(const LineFacts& facts) {
    LineLoad load;
    double work = 0, minutes = 0, head_min = 0;
    for (std::size_t w = 0; w < facts.weeks.size(); ++w) {
        const LineWeek& week = facts.weeks[w];
        const auto pattern = pattern_of(facts, w);
        const double open = open_min(pattern);
        if (week.arrivals <= 0 || open <= 0) continue;
        work += week.arrivals * week.service_min;
        minutes += open;
        head_min += week.heads * open;
        const double scale = arrivals_per_share(week, pattern);
        for (std::size_t day = 0; day < 7; ++day)
            for (const double of_half : modified_offered_load(
                     rates_of(pattern.subspan(day * kHalfHours, kHalfHours), scale), kHalfHourMin, week.service_min))
                load.peak = std::max(load.peak, of_half);
    }
    if (minutes <= 0) return load;
    load.mean = work / minutes;
    load.heads = head_min / minutes;
    load.lost_without_room = erlang_b(load.mean, std::max(0, static_cast<int>(std::lround(load.heads))));
    return load;
}

}  // namespace skranke
