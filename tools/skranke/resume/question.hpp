#pragma once
/// \file
/// A question is what replications are answers to: the same program, scenario, seed and strength of
/// fingerprint. Replication 7 of one question is the same whenever it is played, so finished ones are
/// kept and used again.
///
/// Form    lines of a word and a value. The scenario is its text without `[run] replications` and `seed`, and
///         its tables; the program is the very file that runs, and the version of the C library under it.
/// Errors  CommandError with status 1: the program cannot read itself.

#include <string>

#include "engine/kernel/fingerprint.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

std::string question_of(const Scenario& scenario, FingerprintStrength strength);

/// "another seed": the first thing that tells two questions apart; "" if nothing does.
std::string difference_of(const std::string& question, const std::string& other);

/// The scenario's text without what a question leaves out. \param text  normalised, as Scenario::text
std::string text_without_runs(const std::string& text);

}  // namespace skranke
