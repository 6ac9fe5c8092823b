#pragma once
/// \file
/// A pool: an agreement by which offices with little to do lend staff to those that drown.
///
/// Source  every field's meaning, unit, range and default: engine/language/fields/pool.cpp.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/staff.hpp"

namespace skranke {

/// Where lent staff work: from their own office, or at the one that borrows them.
enum class LentWork : std::uint8_t { on_site, remote };

struct Pool {
    std::string key;
    std::vector<std::size_t> offices;  ///< indices into Scenario::offices, in the scenario's order
    DeskKind desk = DeskKind::casework;
    LentWork work = LentWork::on_site;
    double most_share = 0.5;  ///< of its positions that an office lends
    int delay_days = 2;       ///< from the morning it is agreed to the first day
    int lasts_days = 14;
    double longest_km = 0;              ///< as the crow flies; 0 = no limit
    double ask_when_backlog_days = 5;   ///< an office with more days' work than this borrows
    double lend_when_backlog_days = 2;  ///< an office lends as long as it has no more than this itself
    double pace = 1;                    ///< work of a borrowed head over that of one's own
};

}  // namespace skranke
