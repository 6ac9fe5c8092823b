// One desk with a line: the desk, line, streams and clock that the county uses, with everything else left out.

#include <algorithm>
#include <cmath>

#include "tests/support/erlang.hpp"
#include "tests/support/markov_chain.hpp"
#include "tests/theory/models/model.hpp"
#include "tests/theory/queue_model.hpp"

namespace skranke::test {
namespace {

struct Asked {
    std::string name;
    double exact;
    Ratio (*of)(const QueueRun&);
};

/// A parameter that is off in the twin, by a factor.
struct Off {
    double QueueModel::*parameter;
    double factor;
    std::string what;
};
const Off kLongerService{&QueueModel::service, 1.05, "service 5 % longer"};

Ratio share(std::uint64_t part, std::uint64_t whole) { return {static_cast<double>(part), static_cast<double>(whole)}; }
Ratio wait(const QueueRun& r) { return minutes_of(r.served[1]); }
Ratio wait_first_class(const QueueRun& r) { return minutes_of(r.served[0]); }
Ratio wait_of_all(const QueueRun& r) { return minutes_of(r.waited_all); }
Ratio waits_at_all(const QueueRun& r) { return share(r.arrived - r.at_once, r.arrived); }
Ratio refused(const QueueRun& r) { return share(r.refused, r.arrived); }
Ratio left(const QueueRun& r) { return share(r.left, r.arrived); }

/// Plays `days` after a tenth of them, and a day, to settle.
Model queue(const std::string& name, const std::string& source, const QueueModel& right, std::int64_t days,
            const std::vector<Asked>& asked, const Off& off = kLongerService) {
    Model model{name, Part::desks, source, {}, {off.what}, 40, {}, {}};
    for (const Asked& a : asked) model.quantities.push_back({a.name});
    model.solve = [asked] {
        std::vector<double> exact;
        for (const Asked& a : asked) exact.push_back(a.exact);
        return exact;
    };
    model.player = [=](std::uint64_t seed, Twin twin) -> Player {
        QueueModel played = right;
        if (twin) played.*off.parameter *= off.factor;
        return [=](std::uint32_t replication) {
            QueueRun run(played, seed, replication);
            run.run(days / 10 + 1, days);
            std::vector<Ratio> samples;
            for (const Asked& a : asked) samples.push_back(a.of(run));
            return samples;
        };
    };
    return model;
}

/// Stationary probabilities of a birth-death chain with births `birth(n)` and deaths `death(n)`.
template <class Birth, class Death>
std::vector<double> birth_death(int states, Birth birth, Death death) {
    std::vector<double> p{1.0};
    double sum = 1.0;
    for (int n = 1; n < states; ++n) {
        p.push_back(p.back() * birth(n - 1) / death(n));
        sum += p.back();
    }
    for (double& x : p) x /= sum;
    return p;
}

Model erlang_c_desk() {
    const double waits = erlang_c(2.4, 3);
    return queue("M/M/3", "Erlang C", {.clerks = 3, .between_arrivals = 10.0 / 2.4, .service = 10.0}, 100,
                 {{"mean wait, min", waits / (3 * 0.1 - 0.24), wait}, {"share that waits", waits, waits_at_all}});
}

Model finite_room() {
    const auto p = birth_death(
        6, [](int) { return 0.3; }, [](int n) { return 0.1 * std::min(n, 3); });
    return queue("M/M/3/5", "birth-death chain",
                 {.clerks = 3, .between_arrivals = 10.0 / 3.0, .service = 10.0, .room = 2}, 100,
                 {{"share refused", p[5], refused}});
}

Model loss_desk() {
    return queue("M/G/4/4, lognormal", "Erlang B, which does not depend on the law of service",
                 {.clerks = 4, .between_arrivals = 10.0 / 3.0, .service = 10.0, .service_cv = 1.5, .room = 0}, 100,
                 {{"share refused", erlang_b(3.0, 4), refused}});
}

Model impatient_callers() {
    const auto p = birth_death(
        200, [](int) { return 0.33; }, [](int n) { return 0.1 * std::min(n, 3) + std::max(0, n - 3) / 8.0; });
    double in_line = 0, waits = 0;
    for (int n = 3; n < 200; ++n) {
        in_line += (n - 3) * p[static_cast<std::size_t>(n)];
        waits += p[static_cast<std::size_t>(n)];
    }
    // Little: mean wait of all = line / arrival rate; each in line leaves at rate 1 / patience.
    return queue("M/M/3+M", "Erlang A", {.clerks = 3, .between_arrivals = 10.0 / 3.3, .service = 10.0, .patience = 8.0},
                 60,
                 {{"share that leaves", in_line / 8.0 / 0.33, left},
                  {"mean wait of all, min", in_line / 0.33, wait_of_all},
                  {"share that waits", waits, waits_at_all}});
}

Model lognormal_service() {
    return queue("M/G/1, lognormal", "Pollaczek-Khinchine",
                 {.clerks = 1, .between_arrivals = 10.0, .service = 7.0, .service_cv = 0.8}, 300,
                 {{"mean wait, min", 0.1 * 49 * (1 + 0.8 * 0.8) / 2 / (1 - 0.7), wait},
                  {"share that waits", 0.7, waits_at_all}});
}

Model constant_service() {
    return queue("M/D/1", "Pollaczek-Khinchine",
                 {.clerks = 1, .between_arrivals = 10.0, .service = 8.0, .service_cv = 0}, 300,
                 {{"mean wait, min", 0.1 * 64 / 2 / (1 - 0.8), wait}});
}

Model first_class_first() {
    const double residual = 0.1 * 8.0 * 8.0;  // arrival rate x E[S^2] / 2, exponential service
    return queue("M/M/1, two classes", "Cobham 1954",
                 {.clerks = 1, .between_arrivals = 10.0, .service = 8.0, .first_class_share = 0.3}, 500,
                 {{"wait of the first class, min", residual / (1 - 0.24), wait_first_class},
                  {"wait of the second, min", residual / (1 - 0.24) / (1 - 0.8), wait}});
}

// ---------------------------------------------------------------- from an empty line

constexpr int kStates = 200;
constexpr std::array kMorningLooks{15.0, 60.0, 180.0};  // minutes
const QueueModel kMorning{.clerks = 2, .between_arrivals = 4, .service = 9};

/// Mean number in line at each look, by the forward equations.
std::vector<double> morning_line() {
    MarkovChain chain(kStates);
    for (int n = 0; n < kStates; ++n) {
        const auto state = static_cast<std::size_t>(n);
        if (n + 1 < kStates) chain.add(state, state + 1, 1 / kMorning.between_arrivals);
        if (n > 0) chain.add(state, state - 1, std::min(n, kMorning.clerks) / kMorning.service);
    }
    std::vector<double> p(kStates), means;
    p[0] = 1;
    double now = 0;
    for (const double look : kMorningLooks) {
        p = chain.after(p, look - std::exchange(now, look), 0.2);
        means.push_back(
            expectation(p, [](std::size_t n) { return std::max(0.0, static_cast<double>(n) - kMorning.clerks); }));
    }
    return means;
}

Model morning() {
    Model model{"M/M/2 above its capacity, from an empty line",
                Part::desks,
                "forward equations (Runge-Kutta)",
                {{"in line after 15 min"}, {"after 60 min"}, {"after 180 min"}},
                {"10 % fewer come"},
                20000,
                morning_line,
                {}};
    model.player = [](std::uint64_t seed, Twin twin) -> Player {
        QueueModel played = kMorning;
        if (twin) played.between_arrivals *= 1.1;
        return [=](std::uint32_t replication) {
            QueueRun run(played, seed, replication);
            std::vector<Ratio> samples;
            for (const double look : kMorningLooks) {
                run.sim.run_before(Instant{} + minutes(look));
                samples.push_back({static_cast<double>(run.in_line()), 1});
            }
            return samples;
        };
    };
    return model;
}

}  // namespace

std::vector<Model> desk_models() {
    return {erlang_c_desk(),     finite_room(),      loss_desk(),   impatient_callers(),
            lognormal_service(), constant_service(), first_class_first(), morning()};
}

}  // namespace skranke::test
