#pragma once
/// \file
/// What can be observed at a site, as policies ask for it: lines, staff, work in hand, who came and who
/// went unserved in the last seven days.
///
/// Order    end_day() once at the end of each day; observations are of that moment.
/// Units    as engine/scenario/expression.hpp.
/// Threads  none inside: a site's.

#include <array>
#include <cstdint>
#include <functional>

#include "engine/desk/desk.hpp"
#include "engine/office/policies/levers.hpp"
#include "engine/office/world.hpp"

namespace skranke {

class SiteView {
  public:
    SiteView(const World& world, const Levers& levers) : world_(world), levers_(levers) {}

    void watch(DeskKind kind, const Desk& desk) { at(kind).desk = &desk; }
    void watch_cases(std::function<std::uint64_t()> open_cases) { open_cases_ = std::move(open_cases); }

    /// Notes the day's counts.
    void end_day();

    double operator()(const Observable& variable) const;

  private:
    static constexpr std::size_t kDays = 7;
    struct Day {
        std::uint64_t arrived = 0, lost = 0;
    };
    struct Watched {
        const Desk* desk = nullptr;
        Day before;                     ///< the desk's counts of its week when last looked at
        std::array<Day, kDays> days{};  ///< the last seven, the present one at `days_ended_` % 7
    };

    Watched& at(DeskKind kind) { return desks_[static_cast<std::size_t>(kind)]; }
    double observe_desk(const Observable& variable) const;
    double days_of_work(DeskKind kind, const Desk& desk) const;

    const World& world_;
    const Levers& levers_;
    std::array<Watched, kDeskKinds> desks_{};
    std::function<std::uint64_t()> open_cases_;
    std::size_t days_ended_ = 0;
};

/// Mean working minutes of what comes to a desk on a day, as the levers stand: of a case, weighted by how
/// often its service is needed, or of a talk.
double mean_work_min(const World& world, const Levers& levers, DeskKind kind, std::size_t day);

}  // namespace skranke
