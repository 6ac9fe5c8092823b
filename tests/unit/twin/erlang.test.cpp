// Erlang's formulas against small chains, other forms of the same formulas, and published tables.

#include "engine/twin/formulas/erlang.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/broken_contract.hpp"
#include "tests/support/erlang.hpp"
#include "tests/support/markov_chain.hpp"

using namespace skranke;

namespace {

/// The line as a chain of its states, and each joining customer as a chain of her own on the way to a head.
class LineChain {
  public:
    LineChain(const LineModel& model, int most_in_line) : model_(model), most_(most_in_line) {
        test::MarkovChain chain(static_cast<std::size_t>(model.heads + most_ + 1));
        for (int n = 0; n < model.heads + most_; ++n) {
            chain.add(at(n), at(n + 1), model.arrivals_per_min);
            chain.add(at(n + 1), at(n), serving(n + 1) + leaving() * std::max(0, n + 1 - model.heads));
        }
        p_ = chain.stationary(1e-16);
    }

    LineAnswer answer() const {
        LineAnswer a;
        double served = 0;
        for (int n = 0; n <= model_.heads + most_; ++n) {
            const double p = p_[at(n)];
            a.occupancy += p * std::min(n, model_.heads) / model_.heads;
            a.in_line += p * std::max(0, n - model_.heads);
            if (n < model_.heads) served += p;
            if (n < model_.heads) continue;
            if (n - model_.heads >= model_.room) {
                a.refused += p;
                continue;
            }
            const Fate fate = fate_behind(n - model_.heads);
            a.waits += p;
            a.left += p * (1 - fate.served);
            served += p * fate.served;
            a.wait_served_min += p * fate.wait;
        }
        a.wait_served_min /= served;
        return a;
    }

  private:
    struct Fate {
        double served, wait;  ///< probability; mean wait of those served x it
    };
    /// By one step at a time: somebody ahead is served or leaves, or she does.
    Fate fate_behind(int ahead) const {
        double served = 1, minutes = 0;  // of those who come so far
        for (int k = ahead; k >= 0; --k) {
            const double moves = serving(model_.heads) + leaving() * k, all = moves + leaving();
            served *= moves / all;
            minutes += 1 / all;
        }
        return {served, served * minutes};
    }
    static std::size_t at(int n) { return static_cast<std::size_t>(n); }
    double serving(int n) const { return std::min(n, model_.heads) / model_.service_min; }
    double leaving() const { return model_.patience_min > 0 ? 1 / model_.patience_min : 0; }

    LineModel model_;
    int most_;
    std::vector<double> p_;
};

void check_same(const LineAnswer& a, const LineAnswer& exact) {
    CHECK(a.waits == Approx(exact.waits).epsilon(1e-9).margin(1e-12));
    CHECK(a.refused == Approx(exact.refused).epsilon(1e-9).margin(1e-12));
    CHECK(a.left == Approx(exact.left).epsilon(1e-9).margin(1e-12));
    CHECK(a.wait_served_min == Approx(exact.wait_served_min).epsilon(1e-9).margin(1e-12));
    CHECK(a.in_line == Approx(exact.in_line).epsilon(1e-9).margin(1e-12));
    CHECK(a.occupancy == Approx(exact.occupancy).epsilon(1e-9).margin(1e-12));
}

/// Share who leave, by Palm's form with the incomplete gamma function: an integral, not a chain.
double palm_left(double load, int heads, double talk_over_patience) {
    const double y = heads / talk_over_patience, x = load / talk_over_patience;  // in units of patience
    const double a = y * std::exp(x - y * std::log(x) + std::lgamma(y)) * boost::math::gamma_p(y, x);  // A(y, x)
    const double b = erlang_b(load, heads);
    const double waits = a * b / (1 + (a - 1) * b);
    return waits * (1 / (load / heads * a) + 1 - heads / load);
}

}  // namespace

TEST_CASE("Lines of every kind are as their chains", "[twin]") {
    const auto [model, most] = GENERATE(table<LineModel, int>({
        {{.arrivals_per_min = 0.2, .service_min = 7, .heads = 2, .room = 0}, 0},
        {{.arrivals_per_min = 0.6, .service_min = 7, .heads = 3, .room = 4}, 4},
        {{.arrivals_per_min = 0.3, .service_min = 7, .heads = 3}, 120},
        {{.arrivals_per_min = 0.6, .service_min = 7, .heads = 3, .patience_min = 9}, 60},
        {{.arrivals_per_min = 0.1, .service_min = 7, .heads = 3, .patience_min = 2, .room = 5}, 5},
        {{.arrivals_per_min = 2.5, .service_min = 7, .heads = 3, .patience_min = 20, .room = 12}, 12},
    }));
    const LineAnswer exact = LineChain(model, most).answer();
    check_same(stationary_line(model), exact);

    LineModel other = model;
    other.service_min *= 1.001;
    const LineAnswer off = stationary_line(other);
    CHECK(std::abs(off.occupancy - exact.occupancy) + std::abs(off.in_line - exact.in_line) > 1e-5);
}

TEST_CASE("Half a place to wait in is no place", "[twin]") {
    const LineModel model{.arrivals_per_min = 0.6, .service_min = 7, .heads = 3, .room = 4.5};
    check_same(stationary_line(model),
               LineChain({.arrivals_per_min = 0.6, .service_min = 7, .heads = 3, .room = 4}, 4).answer());
}

// The load that loses one call in a hundred, to three digits as teletraffic tables print it; 15 lines to four as in
// Westbay Engineers' manual, erlang.com/calculatormanual/howmuchtrafficcanatrunkgrouphandle.htm.
TEST_CASE("Erlang B loses one call in a hundred at the loads of the published table", "[twin]") {
    const auto [heads, load, step] = GENERATE(table<int, double, double>({{1, 0.0101, 0.00005},
                                                                          {2, 0.153, 0.0005},
                                                                          {5, 1.36, 0.005},
                                                                          {10, 4.46, 0.005},
                                                                          {15, 8.108, 0.0005},
                                                                          {20, 12.0, 0.05},
                                                                          {50, 37.9, 0.05},
                                                                          {100, 84.1, 0.05}}));
    CHECK(erlang_b(load - step, heads) <= 0.01);
    CHECK(erlang_b(load + step, heads) >= 0.01);
}

TEST_CASE("Erlang C is as the tests' own, and unstable lines have no answer", "[twin]") {
    for (const int heads : {1, 2, 7, 40})
        for (const double rho : {0.1, 0.7, 0.99})
            CHECK(erlang_c(rho * heads, heads) == Approx(test::erlang_c(rho * heads, heads)).epsilon(1e-12));
    const LineModel growing{.arrivals_per_min = 3, .service_min = 1, .heads = 3};
    CHECK_FALSE(growing.is_stable());
    CHECK(test::breaks_a_contract([&] { stationary_line(growing); }));
}

// N. Gans, G. Koole & A. Mandelbaum, Manufacturing & Service Operations Management 5 (2003), table 1: 50 agents, 48
// calls a minute, talks of one minute, patience of two.
TEST_CASE("Erlang A and C are as the tutorial's table of a call centre with and without abandonment", "[twin]") {
    LineModel model{.arrivals_per_min = 48, .service_min = 1, .heads = 50};
    const LineAnswer patient = stationary_line(model);
    CHECK(patient.wait_served_min * 60 == Approx(20.8).margin(0.05));
    CHECK(patient.in_line == Approx(17).margin(0.5));
    CHECK(patient.occupancy == Approx(0.96).margin(0.005));
    model.patience_min = 2;
    const LineAnswer real = stationary_line(model);
    CHECK(real.left == Approx(0.031).margin(0.0005));
    CHECK(real.in_line / 48 * 60 == Approx(3.7).margin(0.05));
    CHECK(real.occupancy == Approx(0.93).margin(0.005));
}

TEST_CASE("Erlang A is Palm's form with the incomplete gamma function", "[twin]") {
    for (const int heads : {1, 8, 90})
        for (const double rho : {0.5, 0.95, 1.1})
            for (const double ratio : {0.4, 1.0, 3.0}) {
                const LineModel model{
                    .arrivals_per_min = rho * heads / 6, .service_min = 6, .heads = heads, .patience_min = 6 / ratio};
                CHECK(stationary_line(model).left ==
                      Approx(palm_left(rho * heads, heads, ratio)).epsilon(1e-8).margin(1e-12));
            }
}

TEST_CASE("Thousands of heads, and ten times too few, stay finite and lose what they cannot serve", "[twin]") {
    const LineModel crowd{.arrivals_per_min = 5000, .service_min = 10, .heads = 5000, .patience_min = 300};
    const LineAnswer a = stationary_line(crowd);
    CHECK(a.left == Approx(0.9).epsilon(1e-9));
    CHECK(a.occupancy == Approx(1.0).epsilon(1e-12));
    // The fluid line: all wait as long as it takes for nine in ten to leave.
    CHECK(a.wait_served_min == Approx(300 * std::log(10.0)).epsilon(1e-3));
    CHECK(erlang_b(4000, 5000) < 1e-30);
    CHECK(stationary_line({.arrivals_per_min = 4999, .service_min = 1, .heads = 5000}).waits == Approx(1).margin(0.03));
    CHECK(stationary_line({.arrivals_per_min = 0, .heads = 4}).occupancy == 0);
}

TEST_CASE("Patience that hardly ever ends is Erlang C", "[twin]") {
    LineModel model{.arrivals_per_min = 2.4, .service_min = 1, .heads = 3};
    const LineAnswer endless = stationary_line(model);
    model.patience_min = 1e9;
    CHECK(stationary_line(model).wait_served_min == Approx(endless.wait_served_min).epsilon(1e-6));
}

TEST_CASE("After its relaxation time a line has forgotten at least what e says", "[twin]") {
    const auto model = GENERATE(LineModel{.arrivals_per_min = 0.36, .service_min = 7, .heads = 3},
                                LineModel{.arrivals_per_min = 0.6, .service_min = 7, .heads = 3, .patience_min = 20});
    const int most = 90;
    test::MarkovChain chain(static_cast<std::size_t>(model.heads + most + 1));
    const double leaving = model.patience_min > 0 ? 1 / model.patience_min : 0;
    for (int n = 0; n < model.heads + most; ++n) {
        const auto at = static_cast<std::size_t>(n);
        chain.add(at, at + 1, model.arrivals_per_min);
        chain.add(at + 1, at,
                  std::min(n + 1, model.heads) / model.service_min + leaving * std::max(0, n + 1 - model.heads));
    }
    const auto number = [](std::size_t n) { return static_cast<double>(n); };
    const double mean = test::expectation(chain.stationary(), number), tau = relaxation_min(model);
    std::vector<double> empty(static_cast<std::size_t>(model.heads + most + 1), 0.0);
    empty[0] = 1;
    const auto later = chain.after(empty, 2 * tau, 0.05), last = chain.after(later, tau, 0.05);
    const double off = mean - test::expectation(later, number);
    CHECK(off > 0);
    CHECK(mean - test::expectation(last, number) < off * std::exp(-1) * 1.001);
}
