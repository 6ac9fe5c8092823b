#pragma once
/// \file
/// The tables behind a scenario: municipalities, the offices that serve them, public holidays, and
/// (series_tables.cpp) what was observed or foretold there.
///
/// Order   municipalities and offices as first met in their tables.
/// Errors  every row that cannot be right, with file and line.
/// Source  scenarios/data/SOURCES.md says where the shipped tables come from.

#include <string>
#include <vector>

#include "engine/base/problem.hpp"
#include "engine/language/input_file.hpp"
#include "engine/scenario/place.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// Whether shared desks keep their staff when only a part of the table's residents takes part.
enum class SharedDesks : std::uint8_t { keep, scale };

/// Which municipalities of a table take part: those named; else those of a county; else all.
struct AreaChoice {
    std::string county = "all";  ///< county number, or "all"
    std::vector<std::string> municipalities;
    SharedDesks shared_desks = SharedDesks::keep;
};

/// Columns number, name, county_number, county, population, children_0_17, adults_18_66,
/// elderly_67_plus, lon, lat; optional labour_force, layoff_share_of_labour_force,
/// social_assistance_recipients, digital_form_from.
std::vector<Municipality> read_municipalities(const FileText& file, Problems& problems);

/// Columns office_id, office, municipality, resident_share: one row for each office and
/// municipality. Shares of a municipality's residents add up to 1.
/// \param municipalities  that catchments refer to by index
std::vector<Office> read_offices(const FileText& file, const std::vector<Municipality>& municipalities,
                                 Problems& problems);

/// What an area choice leaves of the places.
struct Area {
    std::vector<Municipality> municipalities;
    std::vector<Office> offices;  ///< with catchments that refer to `municipalities`
};

/// Keeps the chosen municipalities and the offices that serve them.
/// \param unknown  gets the numbers (or the county) that `all` does not have, for the caller to report
Area choose_area(const Area& all, const AreaChoice& choice, std::vector<std::string>& unknown);

/// Columns municipality, monday, applications; optional suppressed (1 = the count is hidden).
/// \param all     municipalities that the table may name
/// \param chosen  that the series refer to by index; rows of others are dropped
std::vector<WeeklySeries> read_series(const FileText& file, const std::vector<Municipality>& all,
                                      const std::vector<Municipality>& chosen, Problems& problems);

/// Columns date, value; optional municipality (four digits): without it one curve for the whole area.
std::vector<DailyCurve> read_curve(const FileText& file, const std::vector<Municipality>& all,
                                   const std::vector<Municipality>& chosen, Problems& problems);

/// Columns municipality, service, time (2020-03-16T09:30); optional group.
/// \param scenario  whose municipalities, services and groups the needs refer to by index
/// \return the needs of its municipalities by time
std::vector<TracedNeed> read_trace(const FileText& file, const std::vector<Municipality>& all, const Scenario& scenario,
                                   Problems& problems);

/// Columns name, kind (fixed or easter), month, day, offset_days.
std::vector<Holiday> read_holidays(const FileText& file, Problems& problems);

}  // namespace skranke
