#pragma once
/// \file
/// A line as a fluid: work flows in and out at given rates, first in first out, and chance is left out. Right
/// where a desk is overloaded for weeks, as a pile of cases: then the line is long, and chance moves it little.
/// Where capacity is spare the fluid has no line at all, and says nothing of the real one.
///
/// Units   minutes; people or cases per minute.
/// Shape   stretches of constant rates, one after the other; a line that runs dry inside one is followed.
/// Source  G. F. Newell, Applications of Queueing Theory (2nd ed., 1982), ch. 2.

#include <vector>

namespace skranke {

struct FluidStretch {
    double minutes = 0;
    double arrivals_per_min = 0;
    double capacity_per_min = 0;  ///< starts, while there is a line
};

/// Who waits at the start has come at a constant rate.
struct FluidStart {
    double in_line = 0;
    double arrivals_per_min = 0;  ///< before; > 0 if anybody waits
};

struct FluidAnswer {
    std::vector<double> in_line;  ///< at the end of each stretch
    double started = 0;
    double wait_started_min = 0;  ///< mean of those started, time before the first stretch included
    double met_a_line = 0;        ///< share of arrivals that come while there is one
};

FluidAnswer fluid_line(const std::vector<FluidStretch>& stretches, const FluidStart& start = {});

}  // namespace skranke
