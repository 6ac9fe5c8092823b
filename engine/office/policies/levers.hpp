#pragma once
/// \file
/// The levers of a site: the numbers by day and the opening hours that policies may change while a run
/// goes on. They are the scenario's until somebody moves them, and then this site's alone.
///
/// Shape    by day from the first simulated midnight, as the world's.
/// Units    as the scenario's fields that they begin as.
/// Memory   a few pointers each; a copy of the days once moved.
/// Threads  none inside: a site's.

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "engine/demand/calendar.hpp"
#include "engine/office/casework/case_plan.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

using DailyValues = std::vector<double>;  ///< by day

/// Something that is read every day, and copied when it is first changed.
template <class Plan>
class OwnedOnChange {
  public:
    OwnedOnChange() = default;
    explicit OwnedOnChange(const Plan& shared) : now_(&shared) {}

    const Plan& operator*() const { return *now_; }
    const Plan* operator->() const { return now_; }

    /// The plan as this site's own, to be changed.
    Plan& own() {
        if (own_ == nullptr) now_ = (own_ = std::make_unique<Plan>(*now_)).get();
        return *own_;
    }

  private:
    const Plan* now_ = nullptr;
    std::unique_ptr<Plan> own_;
};

using DailyLever = OwnedOnChange<DailyValues>;
using HoursLever = OwnedOnChange<WorkingTime>;

/// Everybody works all hours, and whoever is absent is so by the plan alone.
inline const DeskRules kPlainRules{};

/// Staff of one desk, day by day, as the scenario has it; shared by all replications.
struct DeskPlan {
    const WorkingTime* hours = nullptr;    ///< one of the world's
    const DailyValues* absence = nullptr;  ///< probability, by day and head; likewise
    const DailyValues* pace = nullptr;     ///< work done in a working minute of a full position; likewise
    DailyValues positions;                 ///< full-time equivalents before absence
    int cover = 0;                         ///< heads always replaced when absent
    const DailyValues* quarantine = nullptr;  ///< of the absence, what quarantine adds; one of the world's
    const DailyValues* school = nullptr;      ///< likewise, shut schools
    const DeskRules* rules = &kPlainRules; ///< the scenario's, for what does not change by day
    std::uint32_t address = 0;             ///< stream site of its absence draws
    CasePlan cases;                        ///< of a desk that decides them
};

/// The same as it now stands at a site. Part-time positions become whole heads who work
/// correspondingly slower on this desk.
struct DeskStaff {
    DeskStaff() = default;
    explicit DeskStaff(const DeskPlan& plan)
        : hours(*plan.hours),
          absence(*plan.absence),
          pace(*plan.pace),
          positions(plan.positions),
          cover(plan.cover),
          quarantine(plan.quarantine),
          school(plan.school),
          rules(plan.rules),
          address(plan.address),
          cases(&plan.cases) {}

    /// \return full-time equivalents, those borrowed included, those lent not
    double positions_on(std::size_t day) const { return std::max(0.0, (*positions)[day] + loan(day)); }
    double loan(std::size_t day) const { return day < loans.size() ? loans[day] : 0.0; }
    /// \return heads on the roster, before absence
    int heads(std::size_t day) const { return static_cast<int>(std::ceil(positions_on(day) - 1e-9)); }
    /// \return work done per head and working minute
    double speed(std::size_t day) const {
        const int count = heads(day);
        return count == 0 ? 1.0 : (*pace)[day] * positions_on(day) / count * crew_pace;
    }
    /// What takes so long at a desk, taken by today's crew.
    Duration at_pace(Duration usual) const { return crew_pace == 1 ? usual : minutes(in_minutes(usual) / crew_pace); }

    int heads_at_desk() const { return std::max(0, on_duty + helpers); }

    HoursLever hours;
    bool hours_may_move = false;  ///< by a policy, at the end of the day before
    DailyLever absence, pace, positions;
    int cover = 0;
    const DailyValues* quarantine = nullptr;
    const DailyValues* school = nullptr;
    const DeskRules* rules = &kPlainRules;
    std::uint32_t address = 0;
    const CasePlan* cases = nullptr;
    std::vector<double> loans;  ///< by day: positions borrowed from other offices, less those lent; empty = none
    double loan_pace = 1;       ///< of borrowed heads
    Duration work_in_line{};    ///< effort that waits in this desk's line, at speed 1

    // Today, as the roster has it since the desk opened:
    double crew_pace = 1;    ///< of those who came to work, over that of as many full positions
    int on_duty = 0;         ///< heads of this desk by its rota
    int helpers = 0;         ///< heads here from another desk, less those away at others
    Instant closes{}, overtime_until{};
};

class World;
struct OfficePlan;

/// All levers of a site; what a kind of site does not use simply stays.
class Levers {
  public:
    /// \param office  the site's plan, or nullptr for a shared site
    Levers(const World& world, const OfficePlan* office);

    /// The lever that a policy names.
    DailyLever& values_of(const Lever& lever);
    HoursLever& hours_of(const Lever& lever);

    DeskStaff& staff(DeskKind kind) { return desks[static_cast<std::size_t>(kind)]; }
    const DeskStaff& staff(DeskKind kind) const { return desks[static_cast<std::size_t>(kind)]; }

    std::array<DeskStaff, kDeskKinds> desks;
    PerChannel<HoursLever> hours;  ///< drop-in and office_phone: the office's own
    bool hours_may_move = false;
    PerChannel<DailyLever> talk_min, wrap_up_min, room;
    DailyLever slots_per_day, missed, callback_delay_hours, travel_min, offer_callback_after_min, assisted_min;
    std::vector<DailyLever> effort_min, documents_missing;  ///< by service
};

}  // namespace skranke
