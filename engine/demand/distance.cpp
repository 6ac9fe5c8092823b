#include "engine/demand/distance.hpp"

#include <array>
#include <cmath>

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

}  // namespace

double distance_km(const Municipality& a, const Municipality& b) {
    const auto from = position(a), to = position(b);
    double squares = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) squares += (from[axis] - to[axis]) * (from[axis] - to[axis]);
    return std::sqrt(squares);
}

}  // namespace skranke
