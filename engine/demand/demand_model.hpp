#pragma once
/// \file
/// The demand model turns a scenario's rates and surges into expected needs: for each source (a
/// service's ordinary demand, or one part of a surge), municipality and day, how many people turn
/// up on average. Chance comes later, in busyness and arrivals.
///
/// Shape   sources x days for each municipality.
/// Units   expected needs per day, all residents of the municipality.
/// Order   sources are numbered by the scenario's order, enabled or not, so that a surge that is
///         switched off does not change the people that the others bring.
/// Errors  SKRANKE_EXPECT: at most 256 services, 48 surges, and 15 follow-ons each.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/demand/calendar.hpp"

namespace skranke {

/// One stream of needs of one service.
struct DemandSource {
    std::size_t service = 0;
    std::uint32_t number = 0;  ///< part of its people's addresses, at most 10 bits
};

/// The number of what a surge itself brings; its follow-ons have those after it.
std::uint32_t source_number(std::size_t surge);

/// All sources of a scenario with expected needs, in a fixed order: a trace has none.
std::vector<DemandSource> demand_sources(const Scenario& scenario);

/// What the expected needs of all municipalities have in common, worked out once.
///
/// Cost  a municipality's needs take sources x days, however many other municipalities there are.
class DemandModel {
  public:
    /// \param scenario, calendar  must outlive the model \param days  from the calendar's first
    DemandModel(const Scenario& scenario, const Calendar& calendar, std::int64_t days);

    /// Expected needs by day (index) of one municipality from one source.
    std::vector<double> expected_needs(const DemandSource& source, std::size_t municipality) const;

    /// (recipients of social assistance per 1,000 residents / the same in the whole table) ^ exponent; 1
    /// where the municipality's number is not known.
    double recipients_factor(std::size_t municipality, double exponent) const;

  private:
    void find_means();
    /// Share of an ordinary week's needs that are born on this day.
    double usual_part(std::int64_t day) const;
    /// The same for the share of employees who are laid off.
    double exposure_factor(std::size_t municipality, double exponent) const;
    std::vector<double> ordinary_needs(std::size_t service, std::size_t municipality) const;
    void suppress(const Surge& surge, std::vector<double>& needs) const;

    // What a surge brings (surge_needs.cpp); causes by day from `first_day` on.
    std::vector<double> surge_needs(std::size_t surge, std::size_t part, std::size_t municipality) const;
    void add_strength(const Surge& surge, std::int64_t first_day, std::vector<double>& causes) const;
    void add_series(std::size_t surge, std::size_t municipality, double amount, std::int64_t first_day,
                    std::vector<double>& causes) const;
    void add_wave(const Surge& surge, std::size_t municipality, double amount, std::int64_t first_day,
                  std::vector<double>& causes) const;
    void add_curve(const Surge& surge, std::size_t municipality, double amount, std::int64_t first_day,
                   std::vector<double>& causes) const;

    const Scenario& scenario_;
    const Calendar& calendar_;
    double population_ = 0;
    double usual_recipients_ = 0;   // per resident of the whole table
    double mean_layoff_share_ = 0;  // in the whole area, where known
    std::vector<double> weekday_part_;                      // by day
    std::vector<std::vector<double>> rate_, factor_, added_;// by service and day: per 1,000 a week; season and `scale`
    std::vector<std::vector<const WeeklySeries*>> series_;  // by surge and municipality; null = none
};

/// Share of residents in quarantine, all quarantine surges together, at most 1.
double quarantine_share(const Scenario& scenario, Date date);

/// Probability added to staff absence by surges, all or those of one kind, at most 1.
double crisis_absence(const Scenario& scenario, Date date, std::optional<SurgeKind> kind = {});

}  // namespace skranke
