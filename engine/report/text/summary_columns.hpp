#pragma once
/// \file
/// The columns that a row about a place has in every table for spreadsheets: names, quantities and values, before they are
/// written as text or as numbers.
///
/// Order  as they stand beside each other.
/// Units  shares and probabilities 0..1, hours (access), days (handling), needs per replication.
/// Range  nothing for what is not known; "<4" for needs that are too few to be told, and then no rates either.

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "engine/analysis/summary.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

enum class Quantity : std::uint8_t { text, number_as_text, whole, needs, share, probability, hours, days };

using SummaryValue = std::variant<std::monostate, std::string, double>;

struct SummaryColumn {
    std::function<std::string(Lang)> name;  ///< without its unit
    Quantity quantity;
    std::function<SummaryValue(const PlaceSummary&, Lang)> value;
};

std::vector<SummaryColumn> summary_columns();

/// " (timer)", " (dager)"; nothing for what needs no unit, shares among them.
std::string unit_in_brackets(Quantity quantity, Lang lang);

/// One of an estimate's numbers, cut off at 0 and 1, if it is known and stands for enough needs to be told.
SummaryValue told_share(const OutcomeSummary& outcome, const Estimate& share, double number);
/// The needs, or "<4".
SummaryValue told_needs(const OutcomeSummary& outcome);
/// The most common reason, if any need went unmet and there were enough of them.
SummaryValue told_reason(const OutcomeSummary& outcome, Lang lang);

}  // namespace skranke
