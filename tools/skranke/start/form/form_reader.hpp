#pragma once
/// \file
/// A form that an office has filled in (form_book.hpp), read back: everything that is wrong with it at once, by sheet and
/// cell, with what would be right.
///
/// Range   in any of the three languages, whichever sheets it has. Cells that nobody filled in stay as in the base.
/// Errors  problems; what is read of a form with an error is not to be used.

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "engine/base/problem.hpp"
#include "engine/language/tables/csv_table.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"
#include "tools/skranke/start/own_figures.hpp"

namespace skranke {

class FormReader {
  public:
    /// \param file  must outlive the reader
    FormReader(const FileText& file, Problems& problems);

    /// What stands on its first sheet.
    struct Frame {
        std::string municipality;  ///< number; "" if it is not there
        std::optional<Date> start;
        std::optional<double> weeks;
        std::optional<Date> counted;  ///< when the open cases were
    };
    /// \param known  municipalities \param usual_start  that a first day may be half a year from
    Frame read_frame(const std::vector<Municipality>& known, Date usual_start);

    /// \param base  with the area and the start that the form asks for
    OwnFigures read_figures(const Frame& frame, const Scenario& base, std::size_t municipality);

    /// Whether any open case is told.
    bool has_pile();

  private:
    std::optional<CsvTable> table_of(const Phrase& sheet, const std::vector<Phrase>& required, const std::vector<Phrase>& optional);
    std::optional<CsvTable> pile_table(const std::string& municipality, const std::function<Date(Date)>& moved);
    void check_ages(Date counted);
    std::string said(const Phrase& phrase) const { return phrase.in(lang_); }
    bool is_filled_in(const CsvTable& table, std::size_t row, std::span<const Phrase> columns) const;

    std::string read_municipality(const CsvTable& table, std::size_t row, const std::vector<Municipality>& known);
    std::optional<Date> read_start(const CsvTable& table, std::size_t row, Date usual);
    std::optional<double> read_weeks(const CsvTable& table, std::size_t row);
    std::optional<std::size_t> read_office(const CsvTable& table, std::size_t row, const Scenario& base,
                                           const std::vector<std::size_t>& offices);
    std::optional<std::size_t> read_desk(const CsvTable& table, std::size_t row);
    std::optional<Date> read_from(const CsvTable& table, std::size_t row);
    void read_staff(OwnFigures& into, const Scenario& base, const std::vector<std::size_t>& offices);
    void read_hours(OwnFigures& into, const Scenario& base, const std::vector<std::size_t>& offices);
    void read_pile(OwnFigures& into, const Frame& frame, const Scenario& base, const Municipality& own);

    const FileText& file_;
    Problems& problems_;
    Lang lang_ = Lang::nb;
    bool is_form_ = false;
};

/// "10:00-14:00", "10-14" or "10.00–14.00"; nothing for what is no stretch of a day.
std::optional<DailyHours> hours_of(const std::string& text);

}  // namespace skranke
