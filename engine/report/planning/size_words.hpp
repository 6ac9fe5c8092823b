#pragma once
/// \file
/// What page, screen and tables of a search for the least staffing have in common: sums, sentences and the order of places.

#include <string>
#include <vector>

#include "engine/planning/sizing/sizing.hpp"
#include "engine/report/wording.hpp"

namespace skranke::size_words {

/// All that the texts are made from.
struct Input {
    const Scenario& scenario;
    const StaffingFrame& frame;
    const Sizing& sizing;
};

/// Mean positions at a place, all office desks. \param staffing  empty = as written
double positions_of(const Input& in, std::size_t place, const Staffing& staffing);
double positions_of_all(const Input& in, const Staffing& staffing);
/// Those who need most more first, by share.
std::vector<std::size_t> by_change(const Input& in);
/// "12,5"
std::string positions_text(double positions, Lang lang);
/// "+0,5", "−1,0", "0"
std::string change_text(double change, Lang lang);

/// Probability that all rules that can be kept are kept, over fresh runs, with its 95 % interval (Wilson).
ShareEstimate kept_share(const PlayedStaffing& played, std::size_t place);
/// The same of all places together: runs and places counted alike.
double mean_kept(const PlayedStaffing& played);
const PlayedStaffing& played_as(const Sizing& sizing, StaffingKind kind);
std::string name_of(const PlayedStaffing& played, Lang lang);

std::string rule_words(const Input& in, std::size_t rule, Lang lang);
/// The desk and rule that most often were in the way of one unit less, as a sentence; "" if nothing was.
std::string bottleneck(const Input& in, std::size_t place, Lang lang);
/// Rules that no staffing keeps, with what breaks them; "" if there are none.
std::string impossible(const Input& in, std::size_t place, Lang lang);
std::string lead(const Input& in, Lang lang);
/// How sure: fresh runs, and how many places passed.
std::string certainty(const Input& in, Lang lang);
/// What the formulas alone would have given.
std::string erlang_sentence(const Input& in, Lang lang);

}  // namespace skranke::size_words
