#pragma once
/// \file
/// The sentences of an agreement between offices: who lends to whom, what that is worth, and who is left out. Terminal and
/// page say the same.

#include <string>

#include "engine/planning/lending/agreement.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// The agreement and what it is worth, or that none is.
std::string main_sentence(const Agreement& agreement, Lang lang);
/// "NAV Melhus låner ut 0,5 årsverk til NAV Skaun (12 km)"
std::string loan_sentence(const Agreement& agreement, const StaffLoan& loan, Lang lang);
/// A lender that would have been worse off.
std::string dropped_sentence(const Agreement& agreement, const DroppedLender& dropped, Lang lang);
/// What another way to share does among the same people, and whether it does better.
std::string other_sentence(const Agreement& agreement, const SharingPlan& plan, Lang lang);
/// What was asked for: limits of the loans, and what counts as worse off.
std::string rules_sentence(const Agreement& agreement, Lang lang);
std::string runs_sentence(const Agreement& agreement, Lang lang);

/// "−12,4 (−15,0 til −9,8)"
std::string change_with_interval(const Estimate& change, Lang lang);
/// Positions that a place gives (below 0) or gets.
double net_positions(const Agreement& agreement, std::size_t place);

}  // namespace skranke
