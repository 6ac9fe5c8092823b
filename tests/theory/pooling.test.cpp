// Two offices of one caseworker each, one of them without a case: once it has lent its head for good, the
// other is M/M/2, and before, it could not have kept up alone.

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/office/replication.hpp"
#include "tests/support/erlang.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/support/z_value.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kEffort = 60, kBetween = 40;  // minutes: 1.5 erlang

Scenario two_offices() {
    Scenario s = tiny_county(2);
    s.weeks = 40;
    s.warm_up_weeks = 4;
    s.holidays.clear();
    s.demand = {};
    s.demand.hour_weight.fill(1);
    s.demand.weekday_weight.fill(1);
    s.groups[0].able.fill(1);
    s.services.resize(1);
    Service& service = s.services[0];
    service = Service{};
    service.key = "case";
    service.per_1000_week = Timeline{7 * 24 * 60 / kBetween};
    service.group_share = {1};
    service.prefers = {1, 0, 0, 0};
    service.effort_law = TimeLaw::exponential;
    service.effort_min = Timeline{kEffort};
    service.clock.limit = service.clock.grace = 100;
    s.municipalities[0].population = 1000;
    s.municipalities[1].population = 0;
    for (Municipality& m : s.municipalities) m.digital_form_from = s.start - std::chrono::days{100};
    for (auto& desks : s.office_desks) {
        DeskRules& desk = desks[static_cast<std::size_t>(DeskKind::casework)];
        desk = {};
        desk.hours = same_hours(0, 1440, 7);
        desk.positions = Timeline{1};
    }
    Pool& pool = s.pools.emplace_back();
    pool.offices = {0, 1};
    pool.work = LentWork::remote;
    pool.most_share = 1;
    pool.delay_days = 1;
    pool.lasts_days = 3650;
    pool.ask_when_backlog_days = 0.1;
    pool.lend_when_backlog_days = 0;
    return s;
}

Replicates times_of(const Scenario& s) {
    const World world(s);
    Replicates times;
    for (std::uint32_t r = 0; r < 40; ++r) times.add(run_replication(world, r).outcomes[0].handling.mean_min());
    return times;
}

}  // namespace

TEST_CASE("An office that lends its only head for good makes its neighbour an M/M/2", "[theory]") {
    const double exact = kEffort + erlang_c(kEffort / kBetween, 2) * kEffort / (2 - kEffort / kBetween);
    Scenario s = two_offices();
    CHECK(std::abs(times_of(s).z(exact)) < 5);

    SECTION("and a head who is ten percent slower away from home is noticed, and one who stays there") {
        s.pools[0].pace = 0.9;
        CHECK(std::abs(times_of(s).z(exact)) > 5);
        s.pools.clear();
        CHECK(times_of(s).mean() > 10 * exact);
    }
}
