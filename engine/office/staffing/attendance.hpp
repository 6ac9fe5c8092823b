#pragma once
/// \file
/// Attendance: who of a desk's roster comes to work on a day, works from home, or is away, and why. Every
/// head is a person with draws of her own, the same in every scenario.
///
///   sick        by the desk's absence, day by day, or in spells: a head who is sick stays so with
///               1 - 1 / mean spell a day, and falls sick as often as the long-run share takes
///   quarantine  the surges' staff_absence; who can work from home does
///   school      the same of shut schools, parents only
///
/// Order    one draw a head and day decides: sickness takes its low end, quarantine and school what comes
///          next. A higher absence of any cause takes the same heads and more.
/// Cost     a draw a head and day; with spells, of all days since the last.
/// Threads  none inside: a site's.

#include <cstdint>
#include <vector>

#include "engine/office/policies/levers.hpp"
#include "engine/office/staffing/duty.hpp"

namespace skranke {

/// Who a run is: part of every stream's address.
struct RunIdentity {
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
};

class Attendance {
  public:
    /// \param staff  must outlive this
    Attendance(const DeskStaff& staff, DeskKind kind, RunIdentity run) : staff_(staff), kind_(kind), run_(run) {}

    /// The roster of a day, each head where she is. Days in ascending order.
    Crew on(std::int64_t day);

  private:
    bool is_plain() const;
    double normal_absence(std::int64_t day) const;
    Whereabouts where(std::size_t head, double draw, std::int64_t day);
    double catch_up(std::size_t head, std::int64_t day);
    double step_sickness(std::size_t head, double draw, std::int64_t day);
    double draw_of(std::size_t head, std::int64_t day) const;
    double trait_of(std::size_t head, std::uint32_t which) const;

    const DeskStaff& staff_;
    DeskKind kind_;
    RunIdentity run_;
    struct Sickness {
        bool is_sick = false;
        std::int64_t known_to = -1;  ///< day
    };
    std::vector<Sickness> sickness_;  // by head; empty without spells
};

/// \return the share of a full head's work that a day's crew does, each head at home counted as `home_pace`
double pace_at_home_and_work(const Crew& crew, double home_pace);

}  // namespace skranke
