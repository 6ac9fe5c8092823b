// Single cases at a desk that decides them, followed by hand: who is next, when each is decided.

#include "engine/office/case_flow.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <numeric>

#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

/// One head, and services without chance: cases take exactly their service's effort.
Scenario sure_cases(std::size_t services) {
    Scenario s = tiny_county(1);
    s.warm_up_weeks = 0;
    s.services.assign(services, service_like("case", System::local, DeskKind::casework));
    for (Service& service : s.services) {
        service.documents_missing = Timeline{0.0};
        service.third_party = service.withdraw_days = service.effort_cv = 0;
    }
    DeskRules& desk = s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)];
    desk.per_1000_adults = Timeline{0.0};
    desk.positions = Timeline{1.0};
    return s;
}

/// A desk whose cases are handed in one by one.
class Bench {
  public:
    explicit Bench(const Scenario& scenario)
        : world(scenario), levers(world, &world.offices[0]), desk(sim, levers, DeskKind::casework) {
        desk.desk.set_heads(1);
    }
    explicit Bench(Scenario&&) = delete;  // it is kept
    ~Bench() { sim.end_all(); }

    /// Somebody's case of a service, handed in at an hour of the run.
    std::size_t hand_in(std::uint16_t service, double hour) {
        CaseFile& file = files_.emplace_back();
        file.person.service = service;
        file.person.entity = static_cast<std::uint32_t>(files_.size());
        file.received = file.person.born = Instant{} + hours(hour);
        ends.emplace_back();
        follow(file, ends.size() - 1);
        return ends.size() - 1;
    }
    /// Hour of the run at which a case was decided.
    double decided(std::size_t which) const { return in_minutes(ends[which].when - Instant{}) / 60; }

    Simulator sim;
    World world;
    Levers levers;
    CaseDesk desk;
    std::deque<CaseEnd> ends;

  private:
    Flow follow(const CaseFile& file, std::size_t which) {
        co_await sim.until(file.received, Rank::arrival);
        ends[which] = co_await work_on_case(desk, world, file, nullptr);
    }
    std::deque<CaseFile> files_;
};

struct Job {
    double effort_h, limit_h;
};

/// Most hours that a case is late if the desk takes them in this order, one after the other.
double most_late(const std::vector<Job>& jobs, const std::vector<std::size_t>& order, double from_h) {
    double now = from_h, most = -1e9;
    for (const std::size_t j : order) most = std::max(most, (now += jobs[j].effort_h) - jobs[j].limit_h);
    return most;
}

Scenario with_jobs(const std::vector<Job>& jobs, Discipline discipline) {
    Scenario s = sure_cases(jobs.size() + 1);
    DeskRules& desk = s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)];
    desk.hours = same_hours(0, 24 * 60, 7);
    desk.cases.discipline = discipline;
    for (std::size_t j = 0; j < jobs.size(); ++j) {
        s.services[j].effort_min = Timeline{60 * jobs[j].effort_h};
        s.services[j].clock.limit = jobs[j].limit_h;
        s.services[j].clock.unit = ClockUnit::hours;
    }
    s.services.back().effort_min = Timeline{60};
    return s;
}

}  // namespace

TEST_CASE("The earliest due first is late by as little as any order can be", "[office]") {
    const std::vector<Job> jobs{{3, 20}, {2, 4}, {4, 9}, {1, 12}, {2, 7}};
    std::vector<std::size_t> order(jobs.size());
    std::iota(order.begin(), order.end(), 0);
    double least = 1e9;
    do least = std::min(least, most_late(jobs, order, 1.0));
    while (std::next_permutation(order.begin(), order.end()));

    const auto lateness = [&](Discipline discipline) {
        const Scenario scenario = with_jobs(jobs, discipline);
        Bench bench(scenario);
        bench.hand_in(static_cast<std::uint16_t>(jobs.size()), 0);  // keeps the head for an hour
        for (std::uint16_t j = 0; j < jobs.size(); ++j) bench.hand_in(j, 0);
        bench.sim.run_before(midnight(2));
        double most = -1e9;
        for (std::size_t j = 0; j < jobs.size(); ++j) most = std::max(most, bench.decided(j + 1) - jobs[j].limit_h);
        return most;
    };
    CHECK(lateness(Discipline::earliest_due) == Approx(least));
    CHECK(lateness(Discipline::priority) > least + 0.5);
}

TEST_CASE("By due date an urgent priority still goes first", "[office]") {
    Scenario s = with_jobs({{1, 5}, {1, 50}}, Discipline::earliest_due);
    s.services[0].priority = 3;
    s.services[1].priority = 1;
    const auto second_goes_first = [&](int urgent) {
        s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)].cases.urgent_priority = urgent;
        Bench bench(s);
        bench.hand_in(2, 0);
        const std::size_t first = bench.hand_in(0, 0), second = bench.hand_in(1, 0);
        bench.sim.run_before(midnight(1));
        return bench.decided(second) < bench.decided(first);
    };
    CHECK(second_goes_first(1));
    CHECK_FALSE(second_goes_first(0));
}

TEST_CASE("Where priorities grow, an old case goes before a more urgent one that has just come", "[office]") {
    Scenario s = with_jobs({{1, 500}, {1, 500}}, Discipline::growing);
    s.services[0].priority = 3;
    s.services[1].priority = 1;
    s.services[2].effort_min = Timeline{60.0 * 48};
    s.services[0].priority_growth = s.services[1].priority_growth = 1;
    const auto old_goes_first = [&](double points_per_class) {
        s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)].cases.points_per_class = points_per_class;
        Bench bench(s);
        bench.hand_in(2, 0);
        const std::size_t old = bench.hand_in(0, 1), urgent = bench.hand_in(1, 25);  // a day later
        bench.sim.run_before(midnight(4));
        return bench.decided(old) < bench.decided(urgent);
    };
    CHECK(old_goes_first(0.49));  // two classes ahead: 0.98 points
    CHECK_FALSE(old_goes_first(0.51));
}

TEST_CASE("An emergency takes the head of the least urgent case in hand, begun last", "[office]") {
    Scenario s = with_jobs({{3, 500}, {3, 500}, {3, 500}}, Discipline::priority);
    s.services[0].priority = 2;
    s.services[1].priority = s.services[2].priority = 3;
    s.services[3].interrupts = true;  // takes an hour
    Bench bench(s);
    bench.desk.desk.set_heads(3);
    const std::size_t urgent = bench.hand_in(0, 0), older = bench.hand_in(1, 0.5), newer = bench.hand_in(2, 1);
    const std::size_t emergency = bench.hand_in(3, 2);
    const std::size_t second_emergency = bench.hand_in(3, 2);
    bench.sim.run_before(midnight(1));
    CHECK(bench.decided(emergency) == Approx(3));
    CHECK(bench.decided(second_emergency) == Approx(3));
    CHECK(bench.decided(urgent) == Approx(3));
    CHECK(bench.decided(older) == Approx(4.5));  // put aside for an hour
    CHECK(bench.decided(newer) == Approx(5));
}

TEST_CASE("Work that was interrupted is resumed where it was left, in working hours", "[office]") {
    Scenario s = with_jobs({{5, 500}}, Discipline::priority);
    s.services[1].interrupts = true;                                                         // takes an hour
    s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)].hours = office_hours();  // 8 to 15, from Monday
    const auto decided = [&](double emergency_comes) {
        Bench bench(s);
        const std::size_t ordinary = bench.hand_in(0, 12), emergency = bench.hand_in(1, emergency_comes);
        bench.sim.run_before(midnight(3));
        return std::pair{bench.decided(ordinary), bench.decided(emergency)};
    };
    CHECK(decided(14).second == Approx(15));
    CHECK(decided(14).first == Approx(24 + 11));  // two hours before, three after
    CHECK(decided(20).second == Approx(24 + 9));
    CHECK(decided(20).first == Approx(24 + 11));       // three hours before, two after
    CHECK(decided(24 + 12).first == Approx(24 + 10));  // not interrupted
}

TEST_CASE("However often cases are interrupted, their head time is their effort", "[office]") {
    Scenario s = with_jobs({{3.7, 500}, {2.3, 500}}, Discipline::priority);
    s.services[2].effort_min = Timeline{17};
    s.services[2].interrupts = true;
    Bench bench(s);
    bench.desk.desk.set_heads(2);
    double effort_min = 0;
    for (int n = 0; n < 200; ++n) {
        const auto service = static_cast<std::uint16_t>(n % 3);
        effort_min += s.services[service].effort_min.at(s.start);
        bench.hand_in(service, 0.31 * n + 0.017 * (n % 7));
    }
    bench.sim.run_before(midnight(20));
    CHECK(bench.desk.desk.busy() == 0);
    CHECK(in_minutes(Duration{bench.desk.desk.counts().busy_us}) == Approx(effort_min).epsilon(1e-9));
    CHECK(bench.desk.desk.counts().started > 220);  // some were begun again
}
