#include "engine/planning/catch_up/least_units.hpp"

#include <algorithm>

#include "engine/base/contract.hpp"

namespace skranke {

std::optional<int> LeastUnits::next() const {
    if (is_infeasible() || (does_ && *does_ == fails_ + 1)) return std::nullopt;
    if (fails_ < 0) return 0;
    if (!does_) return most_;
    if (*does_ == most_) return std::min(std::max(1, 2 * fails_), most_ - 1);
    return fails_ + (*does_ - fails_) / 2;
}

void LeastUnits::tell(int units, bool are_enough) {
    SKRANKE_EXPECT(units >= 0 && units <= most_);
    if (are_enough)
        does_ = does_ ? std::min(*does_, units) : units;
    else
        fails_ = std::max(fails_, units);
}

std::optional<int> LeastUnits::answer() const {
    return !is_infeasible() && does_ && *does_ == fails_ + 1 ? does_ : std::nullopt;
}

void LeastUnits::raise() {
    SKRANKE_EXPECT(answer().has_value());
    fails_ = *does_;
    does_ = fails_ < most_ ? std::optional(fails_ + 1) : std::nullopt;
}

}  // namespace skranke
