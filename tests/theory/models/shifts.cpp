// A desk whose heads change within the day: M/M/c(t), from an empty line each morning, held against the
// forward equations of its chain. Who goes off duty finishes whom she serves, so a state has the heads
// that are busy, perhaps more than are on duty, and the people in line.

#include <algorithm>
#include <cmath>

#include "engine/office/roster.hpp"
#include "engine/random/distribution.hpp"
#include "tests/support/markov_chain.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/theory/models/scenario_model.hpp"

namespace skranke::test {
namespace {

constexpr int kOpens = 8 * 60, kCloses = 14 * 60;
constexpr int kHeads = 4, kMostInLine = 60;
constexpr double kBetweenArrivals = 3.0, kService = 8.0;
constexpr std::array kDutyLooks{9 * 60, 10 * 60, 11 * 60, 12 * 60 + 15, 13 * 60};

struct DutyFrom {
    int minute, heads;
};
/// What the rota of `scenario_with_shifts` comes to with four heads.
constexpr std::array kDuty{DutyFrom{kOpens, 3}, DutyFrom{10 * 60, 1}, DutyFrom{11 * 60, 4}, DutyFrom{12 * 60 + 30, 2},
                           DutyFrom{kCloses, 0}};

/// 280 days, each from an empty line.
Scenario scenario_with_shifts() {
    Scenario s = tiny_county(1);
    s.holidays.clear();
    s.weeks = 40;
    s.warm_up_weeks = 0;
    DeskRules& desk = s.office_desks[0][static_cast<std::size_t>(DeskKind::duty_phone)];
    desk.hours = same_hours(kOpens, kCloses, 7);
    desk.absence = Timeline{0.0};
    desk.minimum = 0;
    desk.per_1000_adults = Timeline{0.0};
    desk.positions = Timeline{kHeads};
    desk.rota.shifts = {{{}, kOpens, 12 * 60, 0.75}, {{}, 11 * 60, kCloses, 0.25}, {{}, 12 * 60, kCloses, 0.75}};
    desk.rota.breaks = {{{}, 10 * 60, 11 * 60, 0.5}};
    desk.rota.meetings = {{{}, 12 * 60 + 30, kCloses, 0.5}};
    return s;
}

std::size_t state(int busy, int in_line) { return static_cast<std::size_t>(in_line * (kHeads + 1) + busy); }

/// Mean number in line at each look.
std::vector<double> solve() {
    std::vector<double> p(state(kHeads, kMostInLine) + 1, 0.0), means;
    p[0] = 1;
    std::size_t look = 0;
    for (std::size_t duty = 0; duty + 1 < kDuty.size(); ++duty) {
        const int heads = kDuty[duty].heads;
        MarkovChain chain(p.size());
        std::vector<double> next(p.size(), 0.0);
        for (int line = 0; line <= kMostInLine; ++line) {
            for (int busy = 0; busy <= kHeads; ++busy) {
                // A change of shift: whoever comes serves at once.
                const int takes = std::min(line, std::max(0, heads - busy));
                next[state(busy + takes, line - takes)] += p[state(busy, line)];
                if (busy < heads) {
                    if (line == 0) chain.add(state(busy, 0), state(busy + 1, 0), 1 / kBetweenArrivals);
                } else if (line < kMostInLine) {
                    chain.add(state(busy, line), state(busy, line + 1), 1 / kBetweenArrivals);
                }
                const bool goes_on = busy <= heads && line > 0;
                if (busy > 0)
                    chain.add(state(busy, line), goes_on ? state(busy, line - 1) : state(busy - 1, line),
                              busy / kService);
            }
        }
        p = next;
        double now = kDuty[duty].minute;
        const auto go_to = [&](double minute) {
            if (minute > now) p = chain.after(p, minute - now, 0.1);
            now = minute;
        };
        for (; look < kDutyLooks.size() && kDutyLooks[look] <= kDuty[duty + 1].minute; ++look) {
            go_to(kDutyLooks[look]);
            means.push_back(expectation(p, [](std::size_t s) { return static_cast<double>(s / (kHeads + 1)); }));
        }
        go_to(kDuty[duty + 1].minute);
    }
    return means;
}

/// The phone desk of a scenario's only office under the roster, with callers of its own.
struct Phone {
    Simulator sim;
    Desk desk{sim};
    LongStream gaps, talks;
    double service;
    std::array<Ratio, kDutyLooks.size()> in_line{};  // sum over the days, days
    DeskStaff staff;

    Phone(const World& world, double mean_service, std::uint32_t replication)
        : gaps({.seed = world.scenario.seed, .replication = replication, .purpose = 1}),
          talks({.seed = world.scenario.seed, .replication = replication, .purpose = 2}),
          service(mean_service),
          staff(world.offices[0].desks[static_cast<std::size_t>(DeskKind::duty_phone)]) {
        keep_hours(sim, desk, staff, DeskKind::duty_phone, Desk::Closing::send_home,
                   {.seed = world.scenario.seed, .replication = replication});
        callers();
        look();
        sim.run_before(world.horizon);
    }
    Phone(const Phone&) = delete;
    ~Phone() { sim.end_all(); }

    Flow callers() {
        for (std::int64_t day = 0;; ++day) {
            co_await sim.until(midnight(day) + minutes(kOpens));
            for (;;) {
                co_await sim.delay(minutes(exponential(gaps, kBetweenArrivals)), Rank::arrival);
                if (sim.now() >= midnight(day) + minutes(kCloses)) break;
                caller();
            }
        }
    }
    Flow caller() {
        const Turn turn = co_await desk.seize();
        if (turn != Turn::started) co_return;  // sent home
        co_await sim.delay(minutes(exponential(talks, service)), Rank::finish);
        desk.release();
    }
    /// Just before what happens at that minute, as the chain sees it before a change of shift.
    Flow look() {
        for (std::int64_t day = 0;; ++day) {
            for (std::size_t i = 0; i < kDutyLooks.size(); ++i) {
                co_await sim.until(midnight(day) + minutes(kDutyLooks[i]) - Duration{1}, Rank::arrival);
                in_line[i].numerator += static_cast<double>(desk.waiting());
                in_line[i].denominator += 1;
            }
        }
    }
};

struct Variant {
    Scenario scenario = scenario_with_shifts();
    double service = kService;
};

Variant without_break() {
    Variant variant;
    variant.scenario.office_desks[0][static_cast<std::size_t>(DeskKind::duty_phone)].rota.breaks.clear();
    return variant;
}

}  // namespace

Model shifts() {
    Model model{"shifts, breaks and meetings",
                Part::staffing,
                "M/M/c(t): forward equations (Runge-Kutta)",
                {{"in line at 9:00"}, {"at 10:00"}, {"at 11:00", 1}, {"at 12:15"}, {"at 13:00"}},
                {"service 10 % longer", "nobody takes the break"},
                40,
                solve,
                {}};
    model.player = [variants = std::array{Variant{}, Variant{.service = 1.1 * kService}, without_break()}](
                       std::uint64_t seed, Twin twin) -> Player {
        const Variant& chosen = variants[twin ? *twin + 1 : 0];
        const auto scenario = std::make_shared<Scenario>(chosen.scenario);
        scenario->seed = seed;
        const auto world = std::make_shared<const World>(*scenario);
        return [scenario, world, service = chosen.service](std::uint32_t replication) {
            const Phone phone(*world, service, replication);
            return std::vector<Ratio>(phone.in_line.begin(), phone.in_line.end());
        };
    };
    return model;
}

}  // namespace skranke::test
