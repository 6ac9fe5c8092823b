// Needs that renew themselves: each one met brings another with probability r, a mean time m later. With
// first needs at a constant rate from time 0 on, needs arise at time t at their rate times
// 1 + r / (1 - r) (1 - exp(-(1 - r) t / m)), which tends to 1 / (1 - r).

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/support/z_value.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kAfterDays = 3;

/// One place where needs are met the moment they arise.
Scenario met_at_once(int weeks, int warm_up_weeks, double renews) {
    Scenario s = tiny_county(1);
    s.services.resize(1);
    s.services[0].prefers = {1, 0, 0, 0};
    s.services[0].case_share = 0;
    s.services[0].system = System::state;  // the form has always been there
    s.services[0].decided_by = DeskKind::unemployment_office;
    s.services[0].renews = renews;
    s.services[0].renews_after_days = kAfterDays;
    s.groups[0].able.fill(1);
    s.holidays.clear();
    s.demand.weekday_weight.fill(1);
    s.demand.busyness_shape = 0;
    s.weeks = weeks;
    s.warm_up_weeks = warm_up_weeks;
    return s;
}

double born(const Scenario& s, std::uint32_t replication, std::size_t group = 0) {
    return static_cast<double>(run_replication(World(s), replication).outcomes[group].born);
}

/// All needs over first needs while the same first needs are counted, mean over so many days from `from`.
double ratio(double renews, double from, double days) {
    const double leaves = (1 - renews) / kAfterDays;
    const double missing = (std::exp(-leaves * from) - std::exp(-leaves * (from + days))) / leaves / days;
    return 1 + renews / (1 - renews) * (1 - missing);
}

/// How far all needs lie from theory's multiple of the first ones.
double z_of(int weeks, int warm_up_weeks, double renews, double theory) {
    Replicates beyond;
    for (std::uint32_t replication = 0; replication < 40; ++replication)
        beyond.add(born(met_at_once(weeks, warm_up_weeks, renews), replication) -
                   theory * born(met_at_once(weeks, warm_up_weeks, 0), replication));
    return beyond.z(0);
}

}  // namespace

TEST_CASE("Needs that renew themselves with probability r become 1 / (1 - r) times as many", "[theory]") {
    for (const double r : {0.3, 0.7}) {
        INFO("probability " << r);
        CHECK(std::abs(z_of(20, 16, r, 1 / (1 - r))) < 5);
        CHECK(std::abs(z_of(20, 16, r, 1 / (1 - r * 1.05))) > 5);
    }
}

TEST_CASE("Renewals build up from nothing as theory says, and none comes after the end", "[theory]") {
    const double r = 0.8;
    CHECK(std::abs(z_of(2, 0, r, ratio(r, 0, 14))) < 5);
    CHECK(std::abs(z_of(2, 0, r, ratio(r * 1.1, 0, 14))) > 5);
    CHECK(std::abs(z_of(2, 1, r, ratio(r, 7, 14))) < 5);
    CHECK(std::abs(z_of(2, 1, r, ratio(r, 0, 14))) > 5);
}

TEST_CASE("A need that always renews itself ends with the run", "[theory]") {
    const double theory = 1 + 56 / kAfterDays / 2;  // the limit of ratio()
    CHECK(std::abs(z_of(8, 0, 1, theory)) < 5);
    CHECK(std::abs(z_of(8, 0, 1, theory * 1.05)) > 5);
}

TEST_CASE("It is the same resident who comes again: who could not be helped is not met in another's shape",
          "[theory]") {
    Scenario s = met_at_once(8, 0, 0.5);
    s.groups.push_back(s.groups[0]);
    s.groups[1].key = "barred";
    s.groups[1].able.fill(0);
    s.services[0].group_share = {0.5, 0.5};
    Scenario first = s;
    first.services[0].renews = 0;
    CHECK(born(s, 0, 1) == born(first, 0, 1));
    CHECK(born(s, 0, 0) > 1.5 * born(first, 0, 0));
}
