// Work after hours and learning: small cases whose every instant can be worked out by hand.

#include "engine/office/staffing/overtime.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/office/replication.hpp"
#include "engine/office/roster.hpp"
#include "engine/office/staffing/learning.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

Scenario one_caseworker() {
    Scenario s = tiny_county(1);
    s.holidays.clear();
    s.warm_up_weeks = 0;
    DeskRules& desk = s.office_desks[0][kCasework];
    desk.hours = same_hours(8 * 60, 16 * 60, 5);
    desk.absence = Timeline{0.0};
    desk.per_1000_adults = Timeline{0.0};
    desk.positions = Timeline{1};
    return s;
}

/// A desk with a pile from the start: cases of ten hours, one behind the other.
struct Pile {
    Simulator sim;
    Desk desk{sim};
    DeskStaff staff;
    DeskWeek week;
    std::vector<double> decided_h;  ///< hours from the first midnight

    Pile(const World& world, int cases) : staff(world.offices[0].desks[kCasework]) {
        keep_hours(sim, desk, staff, DeskKind::casework, Desk::Closing::work_on, {});
        desk.count_in(week);
        for (int n = 0; n < cases; ++n) decide();
        sim.run_before(midnight(28));
    }
    Pile(const Pile&) = delete;
    ~Pile() { sim.end_all(); }

    Flow decide() {
        staff.work_in_line = staff.work_in_line + hours(10);
        co_await desk.seize(0, kNever, Stay::overnight);
        staff.work_in_line = staff.work_in_line - hours(10);
        for (double left_min = 600; left_min > 0;) {
            const Stretch stretch = work_on(staff, sim.now(), left_min);
            co_await sim.until(stretch.until, Rank::finish);
            left_min = stretch.left_min;
        }
        desk.release();
        decided_h.push_back(in_minutes(sim.now() - Instant{}) / 60);
    }
};

/// When ten-hour cases are decided on days of so many hours from 8 o'clock, those after hours at `pace`.
std::vector<double> decided_by_hand(const std::vector<double>& hours_by_day, double regular, double pace, int cases) {
    std::vector<double> decided;
    double done = 0;
    for (std::size_t day = 0; day < hours_by_day.size(); ++day) {
        const double overtime = hours_by_day[day] - regular;
        for (;;) {
            const double need = 10.0 * static_cast<double>(decided.size() + 1) - done;
            const double today = regular + std::max(0.0, overtime) * pace;
            if (hours_by_day[day] == 0 || need > today + 1e-9 || static_cast<int>(decided.size()) == cases) break;
            const double at = need <= regular ? need : regular + (need - regular) / pace;
            decided.push_back(24.0 * static_cast<double>(day) + 8 + at);
        }
        if (hours_by_day[day] > 0) done += regular + std::max(0.0, overtime) * pace;
    }
    return decided;
}

}  // namespace

TEST_CASE("With overtime each case is decided at the hour that its days' lengths say", "[office][theory]") {
    Scenario s = one_caseworker();
    Overtime& overtime = s.office_desks[0][kCasework].overtime;
    overtime = {5, 1.5, 4, 0.5, 1};
    // Until twelve of the twenty are left, far more than five days' work waits.
    const std::vector<double> week{9.5, 9.5, 9, 8, 8, 0, 0};  // 1.5 + 1.5 + 1 hours, then the limit of 4
    std::vector<double> days;
    for (int n = 0; n < 4; ++n) days.insert(days.end(), week.begin(), week.end());
    const Pile pile(World(s), 20);
    const auto expected = decided_by_hand(days, 8, 0.5, 20);
    REQUIRE(pile.decided_h.size() >= 8);
    for (std::size_t n = 0; n < 8; ++n) CHECK(pile.decided_h[n] == Approx(expected[n]).margin(1e-4));
    overtime.pace = 0.55;
    CHECK(Pile(World(s), 20).decided_h[7] != Approx(expected[7]).margin(0.1));
}

TEST_CASE("Overtime ends with the backlog", "[office]") {
    Scenario s = one_caseworker();
    s.office_desks[0][kCasework].overtime = {5, 2, 100, 1, 1};
    // Monday begins with sixty hours in line, 7.5 days' work; Tuesday with forty, which is not more than 5.
    const Pile pile(World(s), 6);
    CHECK(in_minutes({pile.week.overtime_us}) == Approx(2 * 60));
    s.office_desks[0][kCasework].overtime.when_backlog_days = 4;
    CHECK(in_minutes({Pile(World(s), 6).week.overtime_us}) == Approx(2 * 2 * 60));
}

TEST_CASE("Head-time is hours and overtime, which stays within the limit of a week", "[office][property]") {
    Scenario s = tiny_county(2);
    for (auto& desks : s.office_desks) {
        desks[kCasework].absence = Timeline{0.0};
        desks[kCasework].per_1000_adults = Timeline{0.15};
    }
    const World without(s);
    const RunRecord usual = run_replication(without, 0);
    for (auto& desks : s.office_desks) desks[kCasework].overtime = {0.5, 2, 5, 0.9, 1};
    const World with(s);
    const RunRecord record = run_replication(with, 0);
    std::int64_t most = 0;
    for (std::size_t office = 0; office < 2; ++office) {
        const int heads = DeskStaff(with.offices[office].desks[kCasework]).heads(20);
        for (std::size_t w = 0; w < with.shape.weeks; ++w) {
            const std::size_t at = with.desk_index(office, DeskKind::casework) * with.shape.weeks + w;
            const DeskWeek& week = record.desks[at];
            CHECK(week.staffed_us - week.overtime_us == usual.desks[at].staffed_us);
            CHECK(week.overtime_us <= heads * hours(5).us);
            CHECK(usual.desks[at].overtime_us == 0);
            most = std::max(most, week.overtime_us - heads * hours(5).us);
        }
    }
    CHECK(most == 0);  // and some week reaches it
    CHECK(record.outcomes[0].handling.mean_min() < usual.outcomes[0].handling.mean_min());
}

TEST_CASE("Added positions begin at their first day's pace and are as fast as others in time", "[office]") {
    Learners learners(4, 0.5);
    learners.settle(0, 2);
    CHECK(learners.pace(0) == 1.0);
    learners.settle(10, 4);
    CHECK(learners.pace(10) == Approx(0.75));
    CHECK(learners.pace(24) == Approx((2 + 2 * 0.75) / 4));
    learners.settle(24, 6);
    CHECK(learners.pace(24) == Approx((2 + 2 * 0.75 + 2 * 0.5) / 6));
    learners.settle(25, 4);  // who came last goes first
    CHECK(learners.pace(38) == Approx(1.0));
    learners.settle(39, 0);
    learners.settle(40, 1);
    CHECK(learners.pace(40) == Approx(0.5));
}

TEST_CASE("A desk that doubles its staff works slower for a while, and longer the slower they learn", "[office]") {
    Scenario s = one_caseworker();
    DeskRules& desk = s.office_desks[0][kCasework];
    desk.positions.points.push_back({s.start + std::chrono::days{7}, 2.0});
    const auto last_case = [&] { return Pile(World(s), 12).decided_h.back(); };
    const double at_once = last_case();
    desk.learning_start = 0.4;
    desk.learning_weeks = 3;
    const double learnt = last_case();
    desk.learning_weeks = 6;
    CHECK(at_once < learnt);
    CHECK(learnt < last_case());
    // Friday of the fourth week: one of two has learnt for 18 of 42 days.
    const World world(s);
    CHECK(Pile(world, 1).staff.crew_pace == Approx((1 + 0.4 + 0.6 * 18 / 42) / 2));
}
