#include "engine/planning/sizing/sizing.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace skranke {

namespace {

constexpr double kSeldom = 0.05;

}  // namespace

const char* key_of(StaffingKind kind) {
    switch (kind) {
        case StaffingKind::as_written: return "as_written";
        case StaffingKind::found: return "found";
        case StaffingKind::erlang: return "erlang";
        case StaffingKind::scaled: return "scaled";
    }
    return "";
}

double positions_in(const StaffingFrame& frame, const PlanningPlace& place, std::size_t desk, std::size_t period, const Staffing& staffing) {
    double sum = 0;
    for (const std::size_t o : place.offices)
        sum += staffing.empty() ? frame.as_written[o][desk][period] : frame.positions(desk, staffing[o][desk].units[period]);
    return sum;
}

double mean_positions(const StaffingFrame& frame, const PlanningPlace& place, std::size_t desk, const Staffing& staffing) {
    double sum = 0;
    for (std::size_t p = 0; p < frame.periods(); ++p) sum += positions_in(frame, place, desk, p, staffing) * frame.weeks_of(p);
    return sum / frame.weeks;
}

Staffing scaled(const StaffingFrame& frame, const Staffing& staffing, double scale) {
    Staffing all = staffing;
    for (std::size_t o = 0; o < all.size(); ++o)
        for (std::size_t d = 0; d < kOfficeDesks; ++d)
            for (int& units : all[o][d].units) units = std::max(frame.floor[o][d], static_cast<int>(std::lround(units * scale)));
    return all;
}

bool is_often_enough(std::uint32_t kept, std::uint32_t runs, double probability) { return kept >= probability * runs * (1 - 1e-9); }

bool is_short_beyond_chance(std::uint32_t kept, std::uint32_t runs, double probability) {
    return kept < runs && boost::math::cdf(boost::math::binomial(runs, probability), kept) <= kSeldom;
}

}  // namespace skranke
