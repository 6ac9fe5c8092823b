#pragma once
/// \file
/// A sweep is a scenario played at the points of a design, and all that was answered there: what figures, tables and
/// result files are made from.
///
/// Shape   responses: place x measure; point 0 is the scenario as written.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/sensitivity/design.hpp"
#include "engine/sensitivity/measure.hpp"
#include "engine/sensitivity/responses.hpp"

namespace skranke {

/// A number of the scenario that a sweep varies.
struct Factor {
    std::string key;
    double low = 0, high = 0;
    std::vector<double> levels{};   ///< values of a list, low and high among them; empty = anything between the ends
    bool whole = false;
    std::optional<double> value;  ///< as written
    std::string unit{}, meaning{};    ///< as the schema has them, in English
    std::string basis{}, why{};       ///< as the scenario's author explained it; "" if nobody did

    /// The value at a position of the design.
    double at(double position) const;
};

/// A marked number that could not be varied.
struct LeftOut {
    std::string key, why;
};

struct SweepPlace {
    std::string number;  ///< "" for the whole area
    std::string name;
    std::size_t index = 0;  ///< as measures_of() counts
};

struct Sweep {
    std::vector<Factor> factors;
    std::vector<LeftOut> left_out;
    Design design;
    std::uint32_t replications = 1;
    Measure shown = Measure::unmet_rate;  ///< what the picture is of
    std::vector<SweepPlace> places;       ///< the whole area first
    std::vector<std::array<Responses, kMeasures>> responses;  ///< by place
    std::uint64_t fingerprint = 0;        ///< of all replications of all points, in order

    const Responses& responses_of(std::size_t place, Measure measure) const {
        return responses[place][static_cast<std::size_t>(measure)];
    }
};

/// "one-at-a-time": as the command line names it.
const char* key_of(Method method);

}  // namespace skranke
