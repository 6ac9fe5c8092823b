#pragma once
/// \file
/// What W6 comes to: means over replications, each with its standard error.
///
/// Units   counts and minutes a replication of 26 weeks.
/// Source  670,000 replications of three programs written independently of this one, on two other
///         simulators and in plain C++, which agree on every line; `persons` is exact.

#include <array>
#include <cmath>
#include <span>

#include "bench/office/mini_office.hpp"

namespace skranke::bench {

struct W6Reference {
    const char* name;
    double MiniOfficeFigures::*figure;
    double mean;
    double standard_error;
};

inline constexpr std::array<W6Reference, 14> kW6Reference{{
    {"persons", &MiniOfficeFigures::persons, 49600, 0},
    {"attempts", &MiniOfficeFigures::attempts, 62643.64, 0.49},
    {"served", &MiniOfficeFigures::served, 38881.15, 0.19},
    {"abandoned", &MiniOfficeFigures::abandoned, 23597.19, 0.45},
    {"closed", &MiniOfficeFigures::closed, 165.298, 0.021},
    {"gave_up", &MiniOfficeFigures::gave_up, 10717.89, 0.21},
    {"wait_served", &MiniOfficeFigures::wait_served, 3.344264, 0.000058},
    {"wait_all", &MiniOfficeFigures::wait_all, 3.766762, 0.000053},
    {"cases_opened", &MiniOfficeFigures::cases_opened, 13608.55, 0.13},
    {"cases_decided", &MiniOfficeFigures::cases_decided, 8312.89, 0.11},
    {"tdec_emergency", &MiniOfficeFigures::tdec_emergency, 378.135, 0.030},
    {"tdec_ordinary", &MiniOfficeFigures::tdec_ordinary, 60562.4, 2.1},
    {"cases_open_end", &MiniOfficeFigures::cases_open_end, 5295.66, 0.17},
    {"agent_occupancy", &MiniOfficeFigures::agent_occupancy, 0.8232419, 0.0000043},
}};

struct Estimate {
    double mean = 0, standard_error = 0;
};

/// One figure over replications.
inline Estimate estimate(std::span<const MiniOfficeFigures> replications, double MiniOfficeFigures::*figure) {
    const auto n = static_cast<double>(replications.size());
    double mean = 0, squares = 0;
    for (const MiniOfficeFigures& f : replications) mean += f.*figure / n;
    for (const MiniOfficeFigures& f : replications) squares += (f.*figure - mean) * (f.*figure - mean);
    return {mean, std::sqrt(squares / (n - 1) / n)};
}

/// How far an estimate lies from the reference, in the standard errors of both.
inline double z_of(const Estimate& e, const W6Reference& reference) {
    return (e.mean - reference.mean) / std::hypot(e.standard_error, reference.standard_error);
}

}  // namespace skranke::bench
