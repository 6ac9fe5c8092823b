#pragma once
/// \file
/// A continuous-time Markov chain small enough to be solved: the exact answer that a simulated
/// office is held against.
///
/// Shape   states numbered 0..n-1; transitions as (from, to, rate).
/// Source  transient: the forward equations by the classical Runge-Kutta method of order 4;
///         stationary equations by Gauss-Seidel sweeps: W. J. Stewart, Introduction to the
///         Numerical Solution of Markov Chains (1994), sec. 3.2.

#include <cmath>
#include <cstddef>
#include <vector>

namespace skranke::test {

class MarkovChain {
  public:
    explicit MarkovChain(std::size_t states) : incoming_(states), outgoing_(states, 0.0) {}

    void add(std::size_t from, std::size_t to, double rate) {
        if (rate <= 0 || from == to) return;
        incoming_[to].push_back({from, rate});
        outgoing_[from] += rate;
    }

    /// Stationary distribution, to `tolerance` in the largest change of a sweep.
    std::vector<double> stationary(double tolerance = 1e-14) const {
        std::vector<double> p(incoming_.size(), 1.0 / static_cast<double>(incoming_.size()));
        for (int sweep = 0; sweep < 200000; ++sweep) {
            double change = 0, sum = 0;
            for (std::size_t i = 0; i < p.size(); ++i) {
                double in = 0;
                for (const auto& [from, rate] : incoming_[i]) in += rate * p[from];
                const double next = in / outgoing_[i];
                change = std::fmax(change, std::fabs(next - p[i]));
                p[i] = next;
                sum += next;
            }
            for (double& x : p) x /= sum;
            if (change < tolerance) break;
        }
        return p;
    }

    /// The distribution `time` after it was `p`. \param step  short against the fastest state's stay
    std::vector<double> after(std::vector<double> p, double time, double step) const {
        const auto slope = [&](const std::vector<double>& at) {
            std::vector<double> flow(at.size());
            for (std::size_t i = 0; i < at.size(); ++i) {
                flow[i] = -outgoing_[i] * at[i];
                for (const auto& [from, rate] : incoming_[i]) flow[i] += rate * at[from];
            }
            return flow;
        };
        const auto moved = [&](const std::vector<double>& flow, double by) {
            std::vector<double> at = p;
            for (std::size_t i = 0; i < p.size(); ++i) at[i] += by * flow[i];
            return at;
        };
        const auto steps = static_cast<int>(std::ceil(time / step));
        const double h = time / steps;
        for (int n = 0; n < steps; ++n) {
            const auto k1 = slope(p), k2 = slope(moved(k1, h / 2)), k3 = slope(moved(k2, h / 2)), k4 = slope(moved(k3, h));
            for (std::size_t i = 0; i < p.size(); ++i) p[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        return p;
    }

  private:
    struct Incoming {
        std::size_t from;
        double rate;
    };
    std::vector<std::vector<Incoming>> incoming_;
    std::vector<double> outgoing_;
};

/// Mean of `value(state)` under a distribution.
template <class Value>
double expectation(const std::vector<double>& p, Value value) {
    double sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) sum += p[i] * value(i);
    return sum;
}

}  // namespace skranke::test
