#pragma once
/// \file
/// The model description: what was simulated and how, in the order that a reader of simulation studies
/// expects, so that the study can be judged and repeated. Every number and name in it comes from the
/// scenario and the result.
///
/// Form    Markdown (CommonMark with tables), English; texts of the scenario are escaped.
/// Source  T. Monks, C. S. M. Currie, B. S. Onggo, S. Robinson, M. Kunc & S. J. E. Taylor, "Strengthening the
///         reporting of empirical simulation studies: Introducing the STRESS guidelines", Journal of Simulation
///         13(1), 2019, pp. 55-67: the checklist for discrete-event simulation.

#include <string>

#include "engine/analysis/summary.hpp"
#include "engine/record/provenance.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

std::string model_description(const Scenario& scenario, const Summary& summary, const Provenance& provenance);

/// A text in which nothing is Markdown any more, on one line.
std::string plain_markdown(const std::string& text);

}  // namespace skranke
