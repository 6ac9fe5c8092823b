#pragma once
/// \file
/// How far a simulated mean lies from theory, in its own standard errors over replications.

#include <cmath>
#include <cstddef>
#include <vector>

namespace skranke::test {

class Replicates {
  public:
    void add(double value) { values_.push_back(value); }
    double mean() const {
        double sum = 0;
        for (const double v : values_) sum += v;
        return sum / static_cast<double>(values_.size());
    }
    double standard_error() const {
        const double m = mean();
        double squares = 0;
        for (const double v : values_) squares += (v - m) * (v - m);
        const auto n = static_cast<double>(values_.size());
        return std::sqrt(squares / (n - 1) / n);
    }
    double z(double theory) const { return (mean() - theory) / standard_error(); }

  private:
    std::vector<double> values_;
};

}  // namespace skranke::test
