#pragma once
/// \file
/// The kinds of measures that the catalogue is put together from, and what they share: a policy with a price.

#include <string>

#include "engine/planning/price_list/office_measure.hpp"

namespace skranke::price_list {

OfficeMeasure longer_door();     ///< one, two, three more hours a day, within the reception's own
OfficeMeasure opened_door();     ///< with little room, wherever and while it is shut
OfficeMeasure own_number();      ///< alone, then with half a position and a whole one at the duty phone
OfficeMeasure more_staff(DeskKind desk);  ///< half a position, a whole one, one and a half
OfficeMeasure simpler_documents();
OfficeMeasure digital_form();
/// \param days_earlier  than the price list says
OfficeMeasure borrowed_caseworker(int days_earlier);
OfficeMeasure switched(const Scenario& scenario, std::size_t policy);
OfficeMeasure offered(const OfferedMeasure& measure);

/// A policy from the first counted day on, at these offices.
Policy taken_at(const Scenario& scenario, const std::string& key, std::span<const std::size_t> offices);
/// NOK for a full position's working day at an office's desk.
double position_day(const Scenario& scenario, std::size_t office, DeskKind desk);
/// Adds halves of positions to a desk, priced at each office. Half a position decides cases at half the pace; at a desk that
/// talks to people, where half of one cannot be, it is a whole one every second working day.
void add_positions(Scenario& scenario, const std::string& key, std::span<const std::size_t> offices, DeskKind desk, std::size_t halves);
/// First day after the last week.
Date end_of(const Scenario& scenario);

}  // namespace skranke::price_list
