#include "engine/demand/busyness.hpp"

#include <array>
#include <cmath>

#include "engine/base/contract.hpp"
#include "engine/random/exact_math.hpp"

namespace skranke {

namespace {

constexpr double kEarthRadiusKm = 6371.0088;  // mean radius, International Union of Geodesy and Geophysics
constexpr double kRadian = 0.01745329251994329577;

/// Taylor's series. \param degrees  from -180 to 180
double sine(double degrees) {
    if (degrees > 90) degrees = 180 - degrees;
    if (degrees < -90) degrees = -180 - degrees;
    const double x = degrees * kRadian;
    double series = 1;
    for (int k = 22; k >= 2; k -= 2) series = 1 - series * x * x / (k * (k + 1));
    return x * series;
}
double cosine(double degrees) { return sine(degrees < 0 ? 90 + degrees : 90 - degrees); }

/// Where a municipality's centre lies, in km from the centre of the earth.
std::array<double, 3> position(const Municipality& m) {
    const double flat = kEarthRadiusKm * cosine(m.lat);
    return {flat * cosine(m.lon), flat * sine(m.lon), kEarthRadiusKm * sine(m.lat)};
}

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
    const auto from = position(a), to = position(b);
    double squares = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) squares += (from[axis] - to[axis]) * (from[axis] - to[axis]);
    return rules.busyness_correlation * exact_exp(-std::sqrt(squares) / rules.busyness_range_km);
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
