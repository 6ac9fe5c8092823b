#pragma once
/// \file
/// Learning: positions that a desk gains while a run goes on begin slower than the others and become as
/// fast in time. Those who came last go first.
///
/// Units   days; pace over that of a full position.
/// Memory  a few bytes for each time that positions were added and are still there.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace skranke {

class Learners {
  public:
    /// \param weeks  from joining to full pace; 0 = at once  \param start  pace on the first day
    Learners(double weeks, double start) : learning_days_(7 * weeks), start_(start) {}

    /// The desk has so many positions from this day on. Those of the first day have learnt all.
    void settle(std::int64_t day, double positions) {
        if (cohorts_.empty())
            return cohorts_.push_back({day - static_cast<std::int64_t>(learning_days_) - 1, positions});
        double had = 0;
        for (const Cohort& cohort : cohorts_) had += cohort.positions;
        if (positions > had) return cohorts_.push_back({day, positions - had});
        for (double go = had - positions; go > 0;) {
            Cohort& last = cohorts_.back();
            const double gone = std::min(go, last.positions);
            last.positions -= gone;
            go -= gone;
            if (last.positions > 0 || cohorts_.size() == 1) return;
            cohorts_.pop_back();
        }
    }

    /// \return the mean pace of all positions
    double pace(std::int64_t day) const {
        if (learning_days_ <= 0) return 1.0;
        double work = 0, positions = 0;
        for (const Cohort& cohort : cohorts_) {
            const double learnt = static_cast<double>(day - cohort.since) / learning_days_;
            work += cohort.positions * (start_ + (1 - start_) * std::min(1.0, learnt));
            positions += cohort.positions;
        }
        return positions > 0 ? work / positions : 1.0;
    }

  private:
    struct Cohort {
        std::int64_t since;
        double positions;
    };

    double learning_days_, start_;
    std::vector<Cohort> cohorts_;  // in order of joining
};

}  // namespace skranke
