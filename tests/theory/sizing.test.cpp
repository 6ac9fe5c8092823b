// The least staffing of desks whose least staffing is known.

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/office/replication.hpp"
#include "engine/planning/place_counts.hpp"
#include "engine/planning/sizing/desk_load.hpp"
#include "engine/planning/sizing/staffing_search.hpp"
#include "engine/twin/formulas/erlang.hpp"
#include "tests/support/erlang.hpp"
#include "tests/theory/tiny_world.hpp"

namespace skranke::test {

namespace {

constexpr double kTalk = 8, kPatience = 10;
constexpr std::size_t kPhone = static_cast<std::size_t>(DeskKind::duty_phone);

/// Residents who ring an office that never closes and hang up or wait, once; judged by one rule alone.
Scenario phone_office(double load, std::size_t rule) {
    Scenario s = tiny_world(Channel::phone, kTalk / load, 2);
    s.phone_answered_by = AnsweredBy::office;
    rules_of(s, Channel::phone).talk_min = Timeline{kTalk};
    s.sizing.rules.fill(false);
    s.sizing.rules[rule] = true;
    s.sizing.period_weeks = s.weeks;
    for (std::size_t d = 0; d < kOfficeDesks; ++d) s.office_desks[0][d].positions = Timeline{static_cast<double>(std::ceil(load))};
    return s;
}

Scenario with(Scenario scenario, const StaffingFrame& frame, const Staffing& staffing) {
    give(scenario, frame, staffing);
    return scenario;
}

/// What `skranke size` does, for one office, on one thread.
struct Sized {
    Staffing staffing;
    RuleSet impossible;
};
Sized size_of(const Scenario& scenario, Effort effort) {
    const World world(scenario);
    const StaffingFrame frame(world);
    const auto places = planning_places(scenario);
    const Scenario ample = with(scenario, frame, ample_staffing(frame));
    const World ample_world(ample);
    std::vector<DeskPeriod> load(kOfficeDesks * frame.periods());
    for (std::uint32_t r = 0; r < 2; ++r) {
        const auto here = desk_periods(frame, ample_world.shape, run_replication(ample_world, r));
        for (std::size_t i = 0; i < load.size(); ++i) load[i] += here[i];
    }
    RuleSet wanted;
    for (std::size_t r = 0; r < kRules; ++r) wanted[r] = scenario.sizing.rules[r];
    StaffingSearch search(places, searched_desks(scenario, frame, load), wanted, {.runs = 16, .allowed = 1, .effort = effort});
    while (!search.is_done()) {
        const SizingBatch batch = search.next();
        const Scenario tried = with(scenario, frame, batch.staffing);
        const World tried_world(tried);
        std::vector<std::vector<RuleSet>> broken;
        for (std::uint32_t r = 0; r < batch.runs; ++r) {
            const RunRecord record = run_replication(tried_world, batch.first + r);
            broken.push_back({broken_rules(tried.verdict, count_places(tried, tried_world.shape, record, places)[0].judged)});
        }
        search.tell({broken});
    }
    return {search.staffing(), search.of(0).impossible()};
}

/// Share of callers who hang up, Erlang A.
double lost(double load, int heads) {
    return stationary_line({.arrivals_per_min = load / kTalk, .service_min = kTalk, .heads = heads, .patience_min = kPatience}).left;
}

/// Minutes within which nine in ten are answered, Erlang C.
double p90_min(double load, int heads) { return std::log(erlang_c(load, heads) / 0.1) * kTalk / (heads - load); }

}  // namespace

TEST_CASE("A phone that people hang up gets just the heads that Erlang A asks for, near the load and its root", "[not_with_address]") {
    for (const double load : {1.5, 6.0, 20.0}) {
        int heads = 1;
        while (lost(load, heads) > 0.05) ++heads;
        Scenario s = phone_office(load, 0);
        rules_of(s, Channel::phone).patience_min = kPatience;
        // Half way between what so many heads lose and what one less does, so that chance does not decide.
        s.verdict.most_lost_before_contact = std::sqrt(lost(load, heads) * lost(load, heads - 1));
        const Sized sized = size_of(s, Effort::usual);
        INFO("load " << load << ", Erlang A " << heads);
        CHECK(sized.staffing[0][kPhone].units == std::vector<int>{heads});
        CHECK(sized.staffing[0][static_cast<std::size_t>(DeskKind::casework)].units == std::vector<int>{0});
        CHECK(std::abs(heads - load) <= 1.5 * std::sqrt(load) + 1);
        CHECK(sized.impossible.none());
    }
}

TEST_CASE("A phone that everybody waits for gets just the heads that Erlang C asks for", "[not_with_address]") {
    for (const double load : {2.5, 9.0}) {
        const int heads = static_cast<int>(std::ceil(load + 0.5));
        Scenario s = phone_office(load, 1);
        s.verdict.access_p90_days = (p90_min(load, heads) + p90_min(load, heads + 1)) / 2 / (24 * 60);
        const Sized sized = size_of(s, Effort::usual);
        INFO("load " << load << ", p90 " << p90_min(load, heads) << " and " << p90_min(load, heads + 1) << " min");
        CHECK(sized.staffing[0][kPhone].units == std::vector<int>{heads + 1});
    }
}

TEST_CASE("What staff cannot mend is said, and asks for nobody") {
    Scenario s = phone_office(6, 0);
    rules_of(s, Channel::phone).hours = {};  // shut
    s.verdict.most_lost_before_contact = 0.05;
    const Sized sized = size_of(s, Effort::usual);
    CHECK(sized.impossible[0]);
    CHECK(sized.staffing[0][kPhone].units == std::vector<int>{0});
}

namespace {

using HourHeads = std::vector<int>;

/// Share of callers who hang up in an M(t)/M/s(t)+M line that repeats every day: its Kolmogorov equations, by Euler's
/// method, on the third day. \param per_min  arrivals by hour of the day
double lost_in_a_day(const std::vector<double>& per_min, const HourHeads& heads) {
    constexpr int kStates = 90, kSteps = 20;  // of the number present; a minute
    std::vector<double> p(kStates, 0.0), next(kStates);
    p[0] = 1;
    double came = 0, left = 0;
    for (int minute = 0; minute < 3 * 1440; ++minute) {
        const auto hour = static_cast<std::size_t>(minute / 60 % 24);
        for (int step = 0; step < kSteps; ++step) {
            double leaving = 0;
            next = p;
            for (int n = 0; n < kStates; ++n) {
                const double away = std::max(0, n - heads[hour]) / kPatience, down = std::min(n, heads[hour]) / kTalk + away;
                const double up = n + 1 < kStates ? per_min[hour] : 0;
                next[static_cast<std::size_t>(n)] -= p[static_cast<std::size_t>(n)] * (up + down) / kSteps;
                if (n > 0) next[static_cast<std::size_t>(n - 1)] += p[static_cast<std::size_t>(n)] * down / kSteps;
                if (n + 1 < kStates) next[static_cast<std::size_t>(n + 1)] += p[static_cast<std::size_t>(n)] * up / kSteps;
                leaving += p[static_cast<std::size_t>(n)] * away / kSteps;
            }
            p.swap(next);
            if (minute >= 2 * 1440) left += leaving;
        }
        if (minute >= 2 * 1440) came += per_min[hour];
    }
    return left / came;
}

}  // namespace

TEST_CASE("A phone whose callers come by the hour is staffed by the hour: enough by its exact equations, and no head too many", "[not_with_address]") {
    // A working day of three hours of many, and a night of few.
    std::vector<double> weight(24, 0.2);
    weight[8] = 2;
    weight[9] = 4;
    weight[10] = 3;
    weight[11] = 1;
    Scenario s = phone_office(3, 0);
    double sum = 0;
    for (std::size_t h = 0; h < 24; ++h) sum += s.demand.hour_weight[h] = weight[h];
    std::vector<double> per_min;
    for (const double w : weight) per_min.push_back(3 / kTalk * 24 * w / sum);
    rules_of(s, Channel::phone).patience_min = kPatience;
    constexpr double kMostLost = 0.06;
    s.verdict.most_lost_before_contact = kMostLost;
    s.weeks = 4;
    s.sizing.period_weeks = 4;
    const Staffing found = size_of(s, Effort::thorough).staffing;
    const HourHeads heads = found[0][kPhone].at_work;
    REQUIRE(heads.size() == 24);
    const double nearly = 0.08;  // what chance of 16 runs of four weeks, and talks that last beyond their hour, may do
    CHECK(lost_in_a_day(per_min, heads) <= kMostLost * (1 + nearly));
    for (std::size_t h = 0; h < 24; ++h) {
        if (heads[h] <= 1) continue;
        HourHeads fewer = heads;
        --fewer[h];
        INFO("hour " << h << ", heads " << heads[h]);
        CHECK(lost_in_a_day(per_min, fewer) > kMostLost * (1 - nearly));
    }
    CHECK(heads[9] > heads[8]);
    CHECK(heads[8] > heads[11]);
    CHECK(heads[11] > heads[3]);
}

}  // namespace skranke::test
