// The fluid line against sums done by hand and against a line of very many.

#include "engine/twin/formulas/fluid.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <deque>

using namespace skranke;

namespace {

/// First in first out with so many small drops that they are as good as a fluid.
FluidAnswer by_drops(const std::vector<FluidStretch>& stretches, const FluidStart& start, double drop) {
    FluidAnswer a;
    std::deque<double> line;
    for (double n = start.in_line; n > 0; n -= drop) line.push_back(-n / start.arrivals_per_min);
    double time = 0, due = 0, waited = 0;
    for (const FluidStretch& stretch : stretches) {
        const double step = drop / stretch.arrivals_per_min;
        const double end = time + stretch.minutes;
        for (; time + step / 2 < end; time += step) {
            line.push_back(time);
            for (due += step * stretch.capacity_per_min; due >= drop && !line.empty(); due -= drop) {
                waited += (time - line.front()) * drop;
                a.started += drop;
                line.pop_front();
            }
            if (line.empty()) due = 0;
        }
        a.in_line.push_back(static_cast<double>(line.size()) * drop);
    }
    a.wait_started_min = waited / a.started;
    return a;
}

}  // namespace

TEST_CASE("A rush that is worked off afterwards makes a triangle of waiting", "[twin]") {
    // 2 a minute for an hour, 1 a minute of capacity: 60 wait; then 0.5 arrive, and the line is dry after 120 more.
    const FluidAnswer a = fluid_line({{60, 2, 1}, {240, 0.5, 1}});
    CHECK(a.in_line[0] == Approx(60));
    CHECK(a.in_line[1] == Approx(0).margin(1e-9));
    CHECK(a.started == Approx(60 * 2 + 240 * 0.5));
    CHECK(a.wait_started_min == Approx((60.0 * 60 / 2 + 60.0 * 120 / 2) / 240));
    CHECK(a.met_a_line == Approx((120 + 60.0) / 240));
}

TEST_CASE("Those who still wait at the end are not among the waits", "[twin]") {
    // The k-th has come at k / 2 and starts at k: waits k / 2, for k up to 100.
    CHECK(fluid_line({{100, 2, 1}}).wait_started_min == Approx(25));
    CHECK(fluid_line({{100, 2, 1}}).in_line[0] == Approx(100));
}

TEST_CASE("With capacity to spare there is no line, and without any nothing starts", "[twin]") {
    const FluidAnswer spare = fluid_line({{100, 1, 2}});
    CHECK(spare.wait_started_min == 0);
    CHECK(spare.met_a_line == 0);
    CHECK(spare.started == Approx(100));
    const FluidAnswer shut = fluid_line({{100, 1, 0}});
    CHECK(shut.started == 0);
    CHECK(shut.in_line[0] == Approx(100));
    CHECK(fluid_line({}).started == 0);
}

TEST_CASE("Nights, mornings and a line from before are those of a line of many small drops", "[twin]") {
    const FluidStart start{.in_line = 30, .arrivals_per_min = 0.4};
    std::vector<FluidStretch> stretches;
    for (int day = 0; day < 6; ++day) {
        stretches.push_back({960, 0.02, 0});
        stretches.push_back({480, 0.4, day < 3 ? 0.25 : 0.9});
    }
    const FluidAnswer fluid = fluid_line(stretches, start), drops = by_drops(stretches, start, 0.002);
    for (std::size_t k = 0; k < stretches.size(); ++k) CHECK(fluid.in_line[k] == Approx(drops.in_line[k]).margin(0.05));
    CHECK(fluid.started == Approx(drops.started).epsilon(1e-3));
    CHECK(fluid.wait_started_min == Approx(drops.wait_started_min).epsilon(2e-3));
    stretches[1].capacity_per_min *= 1.05;
    CHECK(std::abs(fluid_line(stretches, start).wait_started_min / drops.wait_started_min - 1) > 5e-3);
}
