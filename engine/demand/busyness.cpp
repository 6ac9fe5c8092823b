#include "engine/demand/busyness.hpp"

#include <cmath>

#include "engine/base/contract.hpp"
#include "engine/demand/distance.hpp"
#include "engine/random/exact_math.hpp"

namespace skranke {

namespace {

/// The next row of the lower Cholesky factor of a matrix, below the rows it has.
/// \param row  the matrix's, up to the diagonal; becomes the factor's
void factorise(const std::vector<std::vector<double>>& above, std::vector<double>& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
        const std::vector<double>& other = column < above.size() ? above[column] : row;
        double left = row[column];
        for (std::size_t k = 0; k < column; ++k) left -= row[k] * other[k];
        SKRANKE_EXPECT(column < above.size() || left > 0);
        row[column] = column < above.size() ? left / other[column] : std::sqrt(left);
    }
}

}  // namespace

double busyness_correlation(const DemandRules& rules, const Municipality& a, const Municipality& b) {
    if (rules.busyness_range_km <= 0) return rules.busyness_correlation;
    return rules.busyness_correlation * exact_exp(-distance_km(a, b) / rules.busyness_range_km);
}

CorrelatedBusyness::CorrelatedBusyness(const Scenario& scenario) : gamma_(scenario.demand.busyness_shape) {
    const auto& places = scenario.municipalities;
    for (std::size_t m = 0; m < places.size(); ++m) {
        std::vector<double> row;
        for (std::size_t other = 0; other < m; ++other)
            row.push_back(busyness_correlation(scenario.demand, places[m], places[other]));
        row.push_back(1);
        factorise(rows_, row);
        rows_.push_back(std::move(row));
    }
}

double CorrelatedBusyness::factor(std::size_t municipality, std::span<const double> normals) const {
    const std::vector<double>& row = rows_[municipality];
    SKRANKE_EXPECT(normals.size() >= row.size());
    double score = 0;
    for (std::size_t k = 0; k < row.size(); ++k) score += row[k] * normals[k];
    return gamma_.of_normal(score);
}

}  // namespace skranke
