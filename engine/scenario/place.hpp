#pragma once
/// \file
/// The places of a scenario, as read from its tables: municipalities, the offices that serve them,
/// and what was observed or foretold there.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/scenario/timeline.hpp"

namespace skranke {

struct Municipality {
    std::string number;  ///< four characters, leading zero kept
    std::string name;
    std::string county;
    std::string county_number;  ///< two characters
    double population = 0;
    double children = 0;  ///< aged 0-17
    double adults = 0;    ///< aged 18-66
    double elderly = 0;   ///< aged 67 and over
    std::optional<double> labour_force;
    std::optional<double> layoff_share;   ///< layoff applications weeks 11-15 / labour force
    std::optional<double> recipients;     ///< of social assistance, persons in a year
    std::optional<Date> digital_form_from;  ///< digital social-assistance form known from this date
    double lon = 0;  ///< of the administrative centre, degrees
    double lat = 0;
};

/// The residents of one municipality (or a share of them) who belong to one office.
struct Catchment {
    std::size_t municipality = 0;  ///< index into Scenario::municipalities
    double resident_share = 1;     ///< of the municipality's residents, (0, 1]
};

struct Office {
    std::string id;
    std::string name;
    std::vector<Catchment> catchments;
};

/// Recipients of social assistance per resident, where their number is known; NaN if nowhere.
inline double recipients_per_resident(const std::vector<Municipality>& municipalities) {
    double recipients = 0, population = 0;
    for (const Municipality& m : municipalities) {
        if (!m.recipients) continue;
        recipients += *m.recipients;
        population += m.population;
    }
    return recipients / population;
}

/// Observed weekly counts of one municipality.
struct WeeklySeries {
    struct Week {
        Date monday;
        std::optional<double> count;  ///< empty = suppressed because it is small
    };
    std::size_t municipality = 0;
    std::vector<Week> weeks;  ///< ascending
};

/// Values by day, of one municipality or of the whole area.
struct DailyCurve {
    std::optional<std::size_t> municipality;
    std::vector<std::pair<Date, double>> days;  ///< ascending
};

/// A need that was observed.
struct TracedNeed {
    Date date;
    int minute = 0;  ///< of the day
    std::size_t municipality = 0;
    std::size_t service = 0;
    std::optional<std::size_t> group;  ///< unknown: drawn
};

}  // namespace skranke
