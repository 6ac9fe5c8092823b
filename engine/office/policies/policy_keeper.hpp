#pragma once
/// \file
/// The policy keeper of a site puts the scenario's policies into force: dated ones before the first
/// midnight, triggered ones when, at the end of a day, their condition holds.
///
/// Order    dated policies in the scenario's order, then triggered ones as they start; a later move works on
///          what the earlier ones have left.
/// Units    days in force are working days; money in NOK.
/// Threads  none inside: a site's.
/// Memory   a copy of each lever that was moved.

#include <optional>
#include <vector>

#include "engine/kernel/flow.hpp"
#include "engine/office/policies/site_view.hpp"

namespace skranke {

class PolicyKeeper {
  public:
    /// \param office  its index, or nothing at a shared site
    PolicyKeeper(Simulator& simulator, const World& world, SiteKind site, std::optional<std::size_t> office, Levers& levers);

    /// Looks at the conditions at the end of every day, to the horizon.
    Flow keep(SiteView& view);

    Simulator& sim;
    std::vector<PolicyCell> cells;  ///< by policy

  private:
    bool is_mine(const Policy& policy) const;
    bool may_start(std::size_t policy, std::int64_t tomorrow) const;
    void start(std::size_t policy, std::int64_t first, std::int64_t end);
    void move(const LeverMove& move, std::int64_t first, std::int64_t end);
    std::int64_t day_of_date(Date date, std::int64_t otherwise) const;
    std::int64_t after_working_days(std::int64_t day, double count) const;

    const World& world_;
    SiteKind site_;
    std::optional<std::size_t> office_;
    Levers& levers_;
    std::vector<std::size_t> triggered_;     // policies whose condition is looked at here
    std::vector<std::int64_t> in_force_to_;  // by policy: first day after
    std::vector<int> starts_;                // by policy
};

}  // namespace skranke
