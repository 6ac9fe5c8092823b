// Quantities whose truth is known, skewed ones among them, and the intervals that the engine makes of them.

#include <algorithm>
#include <cmath>

#include "engine/analysis/quantile_estimator.hpp"
#include "engine/analysis/stopping/stopping_rule.hpp"
#include "engine/random/distribution.hpp"
#include "tests/verification/coverage.hpp"

namespace skranke::test {
namespace {

Interval interval_of(const Estimate& e) { return {e.low, e.high}; }

// ---------------------------------------------------------------- M/M/1

constexpr double kNormal975 = 1.959963984540054;

/// Waits of customers one after another. \param service  mean; the mean between arrivals is 1
class Line {
  public:
    enum class From : std::uint8_t { empty, stationary };
    Line(RandomStream& luck, double service, From from) : luck_(luck), service_(service) {
        if (from == From::stationary && luck.uniform() < service) wait_ = exponential(luck, service / (1 - service));
    }
    double next() {
        const double waits = wait_, serves = exponential(luck_, service_);
        wait_ = std::max(0.0, wait_ + serves - exponential(luck_, 1));
        return waits;
    }

  private:
    RandomStream& luck_;
    double service_, wait_ = 0;
};

/// Mean wait of the first `customers` of M/M/1 from an empty line.
/// Source  F. Spitzer, Transactions of the AMS 82 (1956): E[W(n+1)] = sum over k <= n of E[max(0, S(k))] / k, where
///         S(k) is k services less k gaps; of those services k - j are left over when j end before the gaps do.
double mean_of_first(int customers, double service) {
    const double arrives = service / (1 + service);  // before a service ends
    double wait = 0, sum = 0;
    for (int k = 1; k < customers; ++k) {
        double probability = std::pow(arrives, k), left_over = 0;  // that j services end before k arrivals
        for (int j = 0; j < k; ++j) {
            left_over += probability * (k - j) * service;
            probability *= (1 - arrives) * (k + j) / (j + 1);
        }
        wait += left_over / k;
        sum += wait;
    }
    return sum / customers;
}

double mean_wait(RandomStream& luck, double service, Line::From from, int customers) {
    Line line(luck, service, from);
    double sum = 0;
    for (int c = 0; c < customers; ++c) sum += line.next();
    return sum / customers;
}

/// \param value  of a replication
template <class Value>
Claim mean_claim(const std::string& of, double truth, Value value) {
    return {"mean, Student", of, truth, [=](RandomStream& luck, std::size_t n) {
                MeanEstimator mean;
                for (std::size_t r = 0; r < n; ++r) mean.add(value(luck));
                return interval_of(mean.estimate());
            }};
}

/// The same with the normal law in Student's place.
template <class Value>
Claim too_narrow(const std::string& of, double truth, Value value) {
    return {"mean, normal instead of Student", of, truth,
            [=](RandomStream& luck, std::size_t n) {
                MeanEstimator mean;
                for (std::size_t r = 0; r < n; ++r) mean.add(value(luck));
                const double half = kNormal975 * std::sqrt(mean.variance() / static_cast<double>(n));
                return Interval{mean.estimate().value - half, mean.estimate().value + half};
            },
            Use::not_in_use};
}

// ---------------------------------------------------------------- needs that are lost

using Ratio = RatioGapEstimator::Ratio;

double poisson(RandomStream& luck, double mean) {
    double count = -1;
    for (double time = 0; time < mean; ++count) time += exponential(luck, 1);
    return count;
}

/// How busy a replication is: gamma with mean 1 and variance 1/4.
double busyness(RandomStream& luck) { return gamma_with_mean_one(luck, 4); }
constexpr double kMeanSquare = 1.25;

/// Lost of all needs. \param more  needs are more often lost the busier it is
enum class Lost : std::uint8_t { alike, more };
Ratio lost(RandomStream& luck, double busy, double needs, double chance, Lost how) {
    const double all = poisson(luck, needs * busy), p = chance * (how == Lost::more ? busy : 1);
    double gone = 0;
    for (double i = 0; i < all; ++i) gone += luck.uniform() < p ? 1 : 0;
    return {gone, all};
}

/// Sum of waits and customers of thirty busy cycles of M/M/1: each from one who finds nobody to the next.
Ratio busy_cycles(RandomStream& luck, double service) {
    Ratio sum;
    for (int cycle = 0; cycle < 30; ++cycle) {
        Line line(luck, service, Line::From::empty);
        line.next();
        ++sum.denominator;
        for (double wait = line.next(); wait > 0; wait = line.next()) {
            sum.numerator += wait;
            ++sum.denominator;
        }
    }
    return sum;
}

template <class Draw>
Claim ratio_claim(const std::string& of, double truth, Draw draw) {
    return {"ratio, delta method", of, truth, [=](RandomStream& luck, std::size_t n) {
                RatioEstimator ratio;
                for (std::size_t r = 0; r < n; ++r) {
                    const Ratio one = draw(luck);
                    ratio.add(one.numerator, one.denominator);
                }
                const Estimate e = ratio.estimate();
                return e.valid ? interval_of(e) : Interval{};
            }};
}

/// The interval of the jackknife: Student's, of the pseudovalues of leaving one replication out.
Interval jackknife(const std::vector<Ratio>& all) {
    Ratio sum;
    for (const Ratio& one : all) sum = {sum.numerator + one.numerator, sum.denominator + one.denominator};
    if (sum.denominator <= 0) return {};
    const auto n = static_cast<double>(all.size());
    MeanEstimator pseudo;
    for (const Ratio& one : all) {
        const double rest = sum.denominator - one.denominator;
        if (rest <= 0) return {};
        pseudo.add(n * sum.numerator / sum.denominator - (n - 1) * (sum.numerator - one.numerator) / rest);
    }
    return interval_of(pseudo.estimate());
}

template <class Draw>
Claim jackknife_claim(const std::string& of, double truth, Draw draw) {
    return {"ratio, jackknife", of, truth,
            [=](RandomStream& luck, std::size_t n) {
                std::vector<Ratio> all;
                for (std::size_t r = 0; r < n; ++r) all.push_back(draw(luck));
                return jackknife(all);
            },
            Use::not_in_use};
}

template <class Draw>
Claim gap_claim(const std::string& of, double truth, Draw draw) {
    return {"gap of two ratios, delta method", of, truth, [=](RandomStream& luck, std::size_t n) {
                RatioGapEstimator gap;
                for (std::size_t r = 0; r < n; ++r) {
                    const auto [first, second] = draw(luck);
                    gap.add(first, second);
                }
                const Estimate e = gap.estimate();
                return e.valid ? interval_of(e) : Interval{};
            }};
}

/// A record of one municipality, service and group with so many needs met and lost.
RunRecord record_of(const Ratio& lost_of_all, const RecordShape& shape) {
    RunRecord record(shape);
    OutcomeCell& cell = record.outcomes.front();
    cell.born = static_cast<std::uint64_t>(lost_of_all.denominator);
    cell.unmet.front() = static_cast<std::uint64_t>(lost_of_all.numerator);
    cell.met_on_time = cell.born - cell.unmet.front();
    return record;
}

/// A ratio played until it is as precise as n replications make it on average, but not fewer than the rule's least.
/// \param spread  standard deviation of a replication's ratio over the ratio
template <class Draw>
Claim sequential_claim(const std::string& of, double truth, double spread, Draw draw) {
    return {"ratio, sequential rule", of, truth, [=](RandomStream& luck, std::size_t n) {
                Scenario scenario;
                scenario.services.resize(1);
                RecordShape shape;
                shape.municipalities = shape.municipality_names = shape.services = shape.groups = {"one"};
                shape.weeks = 1;
                const double half_width = kNormal975 * spread / std::sqrt(static_cast<double>(n));  // over the ratio
                StoppingPlan plan{.goal = {}, .outcomes = {WatchedOutcome{}}, .most = 100'000};
                plan.goal.most = half_width / (1 - half_width);
                StoppingRule rule(plan, scenario, shape);
                while (!rule.is_over()) rule.add(record_of(draw(luck), shape));
                return interval_of(rule.state().outcomes.front().value);
            }};
}

Claim share_claim(double truth) {
    return {"share of replications, Wilson", "an event with probability " + std::to_string(truth).substr(0, 4), truth,
            [=](RandomStream& luck, std::size_t n) {
                ShareEstimate share{0, n};
                for (std::size_t r = 0; r < n; ++r) share.hits += luck.uniform() < truth ? 1 : 0;
                return Interval{share.low(), share.high()};
            }};
}

// ---------------------------------------------------------------- quantiles

constexpr int kCustomers = 200;
constexpr double kLoad = 0.8, kMinutes = 10;  // a service takes so long on average

/// Whole minutes that customers of a stationary M/M/1 wait.
QuantileSketch waits(RandomStream& luck) {
    Line line(luck, kLoad, Line::From::stationary);
    QuantileSketch sketch;
    for (int c = 0; c < kCustomers; ++c) sketch.add_minutes(static_cast<std::uint64_t>(line.next() / kLoad * kMinutes));
    return sketch;
}
double quantile_of_waits(double q) { return std::floor(std::log(kLoad / (1 - q)) / (1 - kLoad) * kMinutes); }

/// Eight people on average, none in some replications, who take an exponential time.
QuantileSketch few_people(RandomStream& luck) {
    const double people = poisson(luck, 8 * busyness(luck));
    QuantileSketch sketch;
    for (double i = 0; i < people; ++i) sketch.add_minutes(static_cast<std::uint64_t>(exponential(luck, 20)));
    return sketch;
}
double quantile_of_few(double q) { return std::floor(-20 * std::log(1 - q)); }

std::string named(double q, const std::string& of) { return (q == 0.5 ? "median of " : "90 % point of ") + of; }

Claim quantile_claim(const std::string& of, double q, double truth, QuantileSketch (*draw)(RandomStream&)) {
    return {"quantile, Woodruff", named(q, of), truth, [=](RandomStream& luck, std::size_t n) {
                QuantileEstimator quantile;
                for (std::size_t r = 0; r < n; ++r) quantile.add(draw(luck));
                return interval_of(quantile.quantile_min(q));
            }};
}

Claim mean_quantile_claim(const std::string& of, double q, double truth, QuantileSketch (*draw)(RandomStream&)) {
    return {"quantile, mean of the replications' own", named(q, of), truth,
            [=](RandomStream& luck, std::size_t n) {
                MeanEstimator mean;
                for (std::size_t r = 0; r < n; ++r) {
                    const QuantileSketch sketch = draw(luck);
                    if (sketch.count() > 0) mean.add(sketch.quantile_min(q));
                }
                return interval_of(mean.estimate());
            },
            Use::not_in_use};
}

void add_means(std::vector<Claim>& claims) {
    const auto normal = [](RandomStream& luck) { return normal_quantile(luck.uniform()); };
    const auto first_50 = [](RandomStream& luck) { return mean_wait(luck, 0.9, Line::From::empty, 50); };
    const auto high_load = [](RandomStream& luck) { return mean_wait(luck, 0.95, Line::From::stationary, 20); };
    claims.push_back(mean_claim("normal values", 0, normal));
    claims.push_back(mean_claim("wait of the first 50 at M/M/1, 90 % load", mean_of_first(50, 0.9), first_50));
    claims.push_back(mean_claim("wait of 20 at stationary M/M/1, 95 % load", 0.95 * 0.95 / 0.05, high_load));
    claims.push_back(too_narrow("normal values", 0, normal));
    claims.push_back({"paired difference, Student", "the same 50 customers, service 5 % quicker",
                      mean_of_first(50, 0.9) - mean_of_first(50, 0.855), [](RandomStream& luck, std::size_t n) {
                          MeanEstimator mean;
                          for (std::size_t r = 0; r < n; ++r) {
                              RandomStream again = luck;
                              const double slow = mean_wait(luck, 0.9, Line::From::empty, 50);
                              mean.add(slow - mean_wait(again, 0.855, Line::From::empty, 50));
                          }
                          return interval_of(mean.estimate());
                      }});
}

void add_ratios(std::vector<Claim>& claims) {
    const auto swinging = [](RandomStream& luck) { return lost(luck, busyness(luck), 100, 0.04, Lost::more); };
    const auto rare = [](RandomStream& luck) { return lost(luck, 1, 100, 0.01, Lost::alike); };
    const auto cycle = [](RandomStream& luck) { return busy_cycles(luck, 0.5); };
    const std::string of_swinging = "needs lost, the more the busier, 100 needs", of_rare = "1 % of 100 needs lost",
                      of_cycle = "wait over thirty busy cycles of M/M/1, 50 % load";
    claims.push_back(ratio_claim(of_swinging, 0.04 * kMeanSquare, swinging));
    claims.push_back(ratio_claim(of_rare, 0.01, rare));
    claims.push_back(ratio_claim(of_cycle, 0.5, cycle));
    claims.push_back(sequential_claim(of_swinging, 0.04 * kMeanSquare, 0.72, swinging));
    claims.push_back(sequential_claim(of_rare, 0.01, 1.0, rare));
    claims.push_back(jackknife_claim(of_swinging, 0.04 * kMeanSquare, swinging));
    claims.push_back(jackknife_claim(of_rare, 0.01, rare));
    claims.push_back(jackknife_claim(of_cycle, 0.5, cycle));
    claims.push_back(gap_claim("two groups of the same days", 0.04 * kMeanSquare - 0.02, [](RandomStream& luck) {
        const double busy = busyness(luck);
        return std::pair{lost(luck, busy, 50, 0.04, Lost::more), lost(luck, busy, 50, 0.02, Lost::alike)};
    }));
    for (const double p : {0.5, 0.9, 0.01}) claims.push_back(share_claim(p));
}

void add_quantiles(std::vector<Claim>& claims) {
    const std::string wait = "the wait of 200 at M/M/1, 80 % load", few = "the time of eight people or so";
    for (const double q : {0.5, 0.9}) {
        claims.push_back(quantile_claim(wait, q, quantile_of_waits(q), waits));
        claims.push_back(quantile_claim(few, q, quantile_of_few(q), few_people));
    }
    claims.push_back(mean_quantile_claim(wait, 0.9, quantile_of_waits(0.9), waits));
    claims.push_back(mean_quantile_claim(few, 0.9, quantile_of_few(0.9), few_people));
}

}  // namespace

std::vector<Claim> all_claims() {
    std::vector<Claim> claims;
    add_means(claims);
    add_ratios(claims);
    add_quantiles(claims);
    return claims;
}

}  // namespace skranke::test
