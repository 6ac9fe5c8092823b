#pragma once
/// \file
/// What a price list of measures takes for granted, and measures that a scenario's author adds to it. Nothing here
/// happens in a run: `skranke measures` tries it.
///
/// Units   NOK; positions are full-time equivalents.
/// Source  every field's meaning, unit, range and default: engine/language/fields/price_list.cpp. The defaults are
///         assumptions of ours.

#include "engine/scenario/policy.hpp"

namespace skranke {

/// How the built-in measures are done and what they cost.
struct PriceAssumptions {
    double position_day = 2500;    ///< a full position's working day, at desks without an hour_cost
    double door_clerks = 1;        ///< positions that the counter takes while the door is open longer
    double door_room = 5;          ///< people who may wait behind a door that is opened
    double own_number_share = 0.9; ///< of callers about local matters, ring an office's own number
    double own_number_lines = 5;   ///< callers who may wait there
    double own_number_day = 100;   ///< an office and working day
    double documents_factor = 0.75;///< simplified documents, each step: cases that lack something
    double effort_factor = 0.9;    ///< and the work of a case
    double simplify_start = 20000; ///< an office and step
    double form_start = 100000;    ///< digital form, an office
    Date borrow_from{};            ///< first day of a borrowed caseworker; Date{} = four weeks after the start
    double borrow_weeks = 6;
    double borrow_pace = 0.9;      ///< work over that of one's own
};

/// A measure that the author offers: what a policy is, and how many doses of it are tried.
struct OfferedMeasure {
    Policy policy;
    int doses = 1;  ///< add, multiply and costs once more for each
};

}  // namespace skranke
