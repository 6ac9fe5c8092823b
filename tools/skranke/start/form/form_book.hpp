#pragma once
/// \file
/// The form that an office fills in: what the starter assumes of its staff and doors, ready to be corrected, and room for
/// the cases that lie there today. The workbook that read_form() reads.
///
/// Shape  four sheets (form_words.hpp): the municipality, staff, opening hours, open cases.
/// Range  cells take what belongs there: dates, numbers in a range, names from a list.

#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/spreadsheet/book.hpp"

namespace skranke {

struct FormText {
    std::string file;     ///< that it will be called, for the command that reads it
    std::string footer;
    Lang lang = Lang::nb;
};

/// \param municipality  index in the scenario
Book form_book(const FormText& text, const Scenario& base, std::size_t municipality);

}  // namespace skranke
