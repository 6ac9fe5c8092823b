#pragma once
/// \file
/// The summary as a table for a Norwegian Excel: one row for the whole area and one for each
/// municipality.
///
/// Shape   header row; whole area; municipalities in their own order; an empty row; then rows that
///         begin with "# " and say where the numbers come from. The empty row keeps them out of
///         Excel's filters and sorting; pandas and R leave them out with comment = "#".
/// Form    UTF-8 with byte-order mark, semicolons, decimal comma, no thousands separators, CRLF:
///         what Excel with Norwegian settings opens by double click. Municipality numbers are
///         written ="0301", a formula whose value is text, because Excel drops the leading zero of
///         anything else that looks like a number, quoted or not.
/// Units   per cent, hours (access), days (handling); named in the header.
/// Range   what is not known, and rates of fewer than four needs, are left empty.
/// Errors  none; a name that Excel would run as a formula (= + - @, tab or return first) gets an
///         apostrophe in front (OWASP, "CSV Injection").

#include <string>

#include "engine/analysis/summary.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string csv_table(const Summary& summary, const Provenance& provenance, Lang lang = Lang::nb);

/// One field of text: neutralised and quoted as needed.
std::string csv_field(const std::string& text);

/// With decimal comma; empty if it is not finite.
std::string csv_number(double value, int decimals);

/// An empty row, then rows that begin with "# ": a caveat, what was run, and where the numbers come from.
/// \param runs  e.g. "replications: 40"
std::string csv_closing(const std::string& caveat, const std::string& runs, const Provenance& provenance);

/// A formula that gives `text` back as text; empty for an empty one.
std::string kept_as_text(const std::string& text);

}  // namespace skranke
