#pragma once
/// \file
/// Erlang staffing is what a planner gets from the classical formulas alone, each desk by itself: the answer that a
/// simulated one is held against.
///
/// Rules    whole heads, in each period, over the share of them that is present.
///            doors and phones  Erlang A or C in the busiest hour, everybody's patience and the limited room of the first
///                              channel; no more lost than most_lost_before_contact
///            casework          Erlang C, first come first served, all cases alike: least_on_time of them wait no longer
///                              than the limit of the service that has most
/// Range    knows nothing of people who try again, other desks, documents, priorities, and piles.
/// Source   the busiest hour as if it lasted: L. Green, P. Kolesar & J. Soares, Operations Research 49 (2001), pp. 549-564.

#include "engine/planning/sizing/desk_load.hpp"

namespace skranke {

/// \param ample  of `runs` runs with ample_staffing(), summed
Staffing erlang_staffing(const Scenario& scenario, const StaffingFrame& frame, const std::vector<DeskPeriod>& ample, std::uint32_t runs);

}  // namespace skranke
