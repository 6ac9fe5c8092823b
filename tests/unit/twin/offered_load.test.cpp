// The modified offered load against an infinite desk's chain, where it is exact, and a day of a busy phone,
// where it is close.

#include "engine/twin/formulas/offered_load.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/twin/formulas/erlang.hpp"
#include "tests/support/markov_chain.hpp"

using namespace skranke;

namespace {

const std::vector<double> kHours{0.5, 0.9, 1.1, 0.8, 0.6, 0.4};  // calls a minute
constexpr double kTalk = 6;

/// Mean of `value(n)` over each hour, of a desk that begins the day empty.
template <class Value>
std::vector<double> means_by_hour(int heads, double patience, Value value) {
    constexpr int kStates = 80, kSteps = 60;
    std::vector<double> p(kStates, 0.0), means;
    p[0] = 1;
    for (const double rate : kHours) {
        test::MarkovChain chain(kStates);
        for (int n = 0; n + 1 < kStates; ++n) {
            const auto at = static_cast<std::size_t>(n);
            chain.add(at, at + 1, rate);
            chain.add(at + 1, at, std::min(n + 1, heads) / kTalk + std::max(0, n + 1 - heads) / patience);
        }
        double sum = 0;
        for (int step = 0; step < kSteps; ++step) {  // Simpson's rule, minute by minute
            const auto half = chain.after(p, 0.5, 0.05), end = chain.after(half, 0.5, 0.05);
            sum +=
                (test::expectation(p, value) + 4 * test::expectation(half, value) + test::expectation(end, value)) / 6;
            p = end;
        }
        means.push_back(sum / kSteps);
    }
    return means;
}

}  // namespace

TEST_CASE("The modified offered load is the mean number busy at a desk with always a free head", "[twin]") {
    const auto loads = modified_offered_load(kHours, 60, kTalk);
    const auto busy = means_by_hour(80, 1, [](std::size_t n) { return static_cast<double>(n); });
    for (std::size_t h = 0; h < kHours.size(); ++h) CHECK(loads[h] == Approx(busy[h]).epsilon(1e-6));
    CHECK(std::abs(modified_offered_load(kHours, 60, kTalk * 1.01)[0] - busy[0]) > 1e-3);
    CHECK(std::abs(kHours[0] * kTalk - busy[0]) > 0.2);  // the load of the moment is not
}

TEST_CASE("At the modified offered load Erlang A follows a phone through its day within a few percent", "[twin]") {
    constexpr int kHeads = 6;
    constexpr double kPatience = 8;
    const auto loads = modified_offered_load(kHours, 60, kTalk);
    const auto in_line =
        means_by_hour(kHeads, kPatience, [](std::size_t n) { return std::max(0.0, static_cast<double>(n) - kHeads); });
    double formula = 0, exact = 0;
    for (std::size_t h = 0; h < kHours.size(); ++h) {
        formula += stationary_line({.arrivals_per_min = loads[h] / kTalk,
                                    .service_min = kTalk,
                                    .heads = kHeads,
                                    .patience_min = kPatience})
                       .in_line;
        exact += in_line[h];
    }
    CHECK(formula == Approx(exact).epsilon(0.05));
    double mean_rate = 0;
    for (const double rate : kHours) mean_rate += rate / static_cast<double>(kHours.size());
    const LineModel flat{
        .arrivals_per_min = mean_rate, .service_min = kTalk, .heads = kHeads, .patience_min = kPatience};
    CHECK(std::abs(stationary_line(flat).in_line * static_cast<double>(kHours.size()) / exact - 1) >
          0.1);  // the day's mean does not
}
