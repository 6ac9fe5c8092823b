#include "engine/planning/stress/sequential_test.hpp"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

/// Logarithms of how much likelier the trials are under probabilities below the limit, and above it, than at the limit.
struct Evidence {
    double below, above;
};

Evidence evidence(double limit, std::uint32_t held, std::uint32_t trials) {
    constexpr double kJeffreys = 0.5;
    const double hits = held, misses = trials - held;
    const double a = hits + kJeffreys, b = misses + kJeffreys;
    const double mixed = std::log(boost::math::beta(a, b) / boost::math::beta(kJeffreys, kJeffreys));
    const double at_limit = hits * std::log(limit) + misses * std::log1p(-limit);
    return {mixed + std::log(boost::math::ibeta(a, b, limit) / boost::math::ibeta(kJeffreys, kJeffreys, limit)) - at_limit,
            mixed + std::log(boost::math::ibetac(a, b, limit) / boost::math::ibetac(kJeffreys, kJeffreys, limit)) - at_limit};
}

/// Logarithm of how much likelier the trials are under the share that they show than at the limit: no mixture exceeds it.
double best_evidence(double limit, std::uint32_t held, std::uint32_t trials) {
    const double hits = held, misses = trials - held, all = trials;
    const auto part = [&](double count, double at_limit) { return count > 0 ? count * std::log(count / all / at_limit) : 0.0; };
    return part(hits, limit) + part(misses, 1 - limit);
}

std::uint32_t trials_until_known(double limit, double error, bool held) {
    SequentialTest test(limit, error);
    while (test.finding() == Finding::unknown) test.add(held);
    return test.trials();
}

}  // namespace

SequentialTest::SequentialTest(double limit, double error) : limit_(limit), log_needed_(-std::log(error)) {
    SKRANKE_EXPECT(limit > 0 && limit < 1 && error > 0 && error < 0.5);
}

void SequentialTest::add(bool held) {
    ++trials_;
    if (held) ++held_;
    if (finding_ != Finding::unknown || best_evidence(limit_, held_, trials_) < log_needed_) return;
    const Evidence found = evidence(limit_, held_, trials_);
    if (found.below >= log_needed_) finding_ = Finding::broken;
    if (found.above >= log_needed_) finding_ = Finding::holds;
}

std::uint32_t least_trials(double limit, double error) {
    return std::max(trials_until_known(limit, error, true), trials_until_known(limit, error, false));
}

}  // namespace skranke
