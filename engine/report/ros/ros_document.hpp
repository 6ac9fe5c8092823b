#pragma once
/// \file
/// A draft of what a municipality owes itself before the next crisis: the risk and vulnerability analysis (ROS) of its
/// social services under the scenario's event, and the section of the preparedness plan that follows, office by office.
///
/// Shape   event; whole area; an office: probability, causes, vulnerability, consequence, measures with trigger and cost,
///         what the municipality must fill in; uncertainty; origin.
/// Range   marked as a draft of a model that has not been checked; what is not known says which command would tell, and
///         rates of fewer than four needs are not told.
/// Order   offices as in the scenario.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/summary.hpp"
#include "engine/document/document.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// A measure that helps, as a price list found it.
struct KnownMeasure {
    std::string name;
    Estimate reached;     ///< more people who reach someone in time
    Estimate cost;        ///< NOK
    Estimate per_person;  ///< NOK
};

/// The first rule that breaks as the stress grows.
struct KnownLimit {
    std::size_t rule = 0;
    double height = 0;          ///< times what KnownStress::scaled says
    std::optional<double> low;  ///< highest height where it is known to hold
};

/// What a stress test tried.
struct KnownStress {
    enum class Scaled : std::uint8_t { demand, surge };
    Scaled scaled = Scaled::demand;  ///< what heights are times of
    std::string words;               ///< "de lokale tjenestene i 4 uker fra 27. april 2020"
};

/// What other commands have found out about the scenario; by key of a place of planning.
struct KnownFindings {
    bool has_measures = false;          ///< whether a price list is there at all
    std::optional<KnownStress> stress;  ///< nothing = no stress test is there
    std::map<std::string, std::vector<KnownMeasure>> measures;  ///< those that help, cheapest first
    std::map<std::string, KnownLimit> limits;
};

struct RosPlan {
    const Scenario& scenario;
    const Summary& summary;
    const Provenance& provenance;
    const KnownFindings& known;
    std::vector<std::size_t> municipalities;  ///< whose offices are told of; empty = all
    Lang lang = Lang::nb;
};

TextDocument ros_document(const RosPlan& plan);

}  // namespace skranke
