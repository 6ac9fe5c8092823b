// Desks against queueing theory. Each claim is made twice: with the right parameter it holds
// within five of its own standard errors (a false alarm once in 1.7 million seeds), and with a
// parameter one percent off the same body must notice.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/erlang.hpp"
#include "tests/support/z_value.hpp"
#include "tests/theory/queue_model.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kBand = 5.0;

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

/// z of a per-replication value against theory.
template <class Value>
double z_of(const QueueModel& model, int replications, std::int64_t days, double theory, Value value) {
    Replicates values;
    for (int r = 0; r < replications; ++r) {
        QueueRun run(model, 20200302, static_cast<std::uint32_t>(r));
        run.run(days / 10 + 1, days);
        values.add(value(run));
    }
    return values.z(theory);
}

/// The claim, and that it can fail.
template <class Value>
void check(QueueModel model, double QueueModel::*one_percent, int replications, std::int64_t days, double theory,
           Value value) {
    CHECK(std::abs(z_of(model, replications, days, theory, value)) < kBand);
    model.*one_percent *= 1.01;
    CHECK(std::abs(z_of(model, replications, days, theory, value)) > kBand);
}

double share(std::uint64_t part, std::uint64_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

TEST_CASE("M/M/3 at 80 % load waits as long as Erlang C says", "[theory]") {
    const QueueModel model{.clerks = 3, .between_arrivals = 10.0 / 2.4, .service = 10.0};
    const double theory = erlang_c(2.4, 3) / (3 * 0.1 - 0.24);
    check(model, &QueueModel::service, 60, 150, theory, [](const QueueRun& r) { return r.served[1].mean_min(); });
}

TEST_CASE("M/M/3 with two waiting places refuses as many as its birth-death chain says", "[theory]") {
    const QueueModel model{.clerks = 3, .between_arrivals = 10.0 / 3.0, .service = 10.0, .room = 2};
    const auto p = birth_death(6, [](int) { return 0.3; }, [](int n) { return 0.1 * std::min(n, 3); });
    check(model, &QueueModel::service, 60, 400, p[5],
          [](const QueueRun& r) { return share(r.refused, r.arrived); });
}

TEST_CASE("M/M/3+M loses as many as Erlang A says, and they wait as long", "[theory]") {
    const QueueModel model{.clerks = 3, .between_arrivals = 10.0 / 3.3, .service = 10.0, .patience = 8.0};
    const auto p = birth_death(200, [](int) { return 0.33; },
                               [](int n) { return 0.1 * std::min(n, 3) + std::max(0, n - 3) / 8.0; });
    double in_line = 0;
    for (int n = 4; n < 200; ++n) in_line += (n - 3) * p[static_cast<std::size_t>(n)];
    // Little: mean wait of all = line / arrival rate; each in line leaves at rate 1 / patience.
    check(model, &QueueModel::service, 60, 150, in_line / 8.0 / 0.33,
          [](const QueueRun& r) { return share(r.left, r.arrived); });
    check(model, &QueueModel::service, 60, 150, in_line / 0.33,
          [](const QueueRun& r) { return r.waited_all.mean_min(); });
}

TEST_CASE("M/G/1 waits as long as Pollaczek and Khinchine say, for lognormal service", "[theory]") {
    const QueueModel model{.clerks = 1, .between_arrivals = 10.0, .service = 7.0, .service_cv = 0.8};
    const double theory = 0.1 * 7.0 * 7.0 * (1 + 0.8 * 0.8) / 2 / (1 - 0.7);
    check(model, &QueueModel::service, 100, 700, theory, [](const QueueRun& r) { return r.served[1].mean_min(); });
}

TEST_CASE("Two classes at one desk wait as long as Cobham says", "[theory]") {
    const QueueModel model{.clerks = 1, .between_arrivals = 10.0, .service = 8.0, .first_class_share = 0.3};
    const double residual = 0.1 * 8.0 * 8.0;  // arrival rate x E[S^2] / 2, exponential service
    const double first = residual / (1 - 0.24);
    const double second = residual / (1 - 0.24) / (1 - 0.8);
    check(model, &QueueModel::service, 60, 700, first, [](const QueueRun& r) { return r.served[0].mean_min(); });
    check(model, &QueueModel::service, 100, 500, second, [](const QueueRun& r) { return r.served[1].mean_min(); });
    QueueModel other = model;
    other.first_class_share *= 1.01;
    const auto ratio = [](const QueueRun& r) { return share(r.served[0].count, r.served[0].count + r.served[1].count); };
    CHECK(std::abs(z_of(model, 60, 700, 0.3, ratio)) < kBand);
    CHECK(std::abs(z_of(other, 60, 700, 0.3, ratio)) > kBand);
}
