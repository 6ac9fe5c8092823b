#pragma once
/// \file
/// The world of a scenario: everything that all its replications share, worked out once: calendars,
/// expected needs by day, staff and speed by day. It does not change while replications run.
///
/// Shape    one plan an office, in the scenario's order; shared desks after them.
/// Units    days counted from the first simulated midnight, warm-up included.
/// Threads  read-only, shared by all.
/// Memory   a catchment: sources x days x 8 bytes; an office: 24 bytes a day, a year beyond the horizon
///          included. In Norway, 30 weeks: about 45 kB an office.

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "engine/demand/arrival_process.hpp"
#include "engine/demand/busyness.hpp"
#include "engine/demand/demand_model.hpp"
#include "engine/desk/post.hpp"
#include "engine/office/policies/levers.hpp"
#include "engine/office/staffing/lending.hpp"
#include "engine/record/run_record.hpp"

namespace skranke {

struct SourcePlan {
    std::uint32_t service = 0;
    std::uint32_t number = 0;
    DailyValues needs;
};

/// Needs that were observed, of a municipality whose residents may belong to several offices.
struct TracePlan {
    struct Need {
        Instant born;
        std::uint32_t number = 0;  ///< of the day, part of the person's address
        std::uint32_t service = 0;
        std::optional<std::size_t> group;
    };
    std::uint32_t number = 0;  ///< of the source
    std::vector<Need> needs;   ///< ascending by time
};

/// A time when people find a channel closed in spite of its hours.
struct Outage {
    Channel channel = Channel::digital;
    Affects affects = Affects::all;
    Instant from, to;
};

/// An open case of the pile, as its office meets it.
struct CarriedPlan {
    std::uint32_t service = 0;
    std::uint32_t number = 0;  ///< among those of its service and day
    std::optional<std::size_t> group;
    Instant received;
    std::int8_t priority = -1;
    Documents documents = Documents::by_chance;
};

struct CatchmentPlan {
    std::size_t municipality = 0;
    std::uint32_t address = 0;    ///< stream site of its people
    std::int64_t form_from_day = 0;  ///< digital social-assistance form exists from this day on
    std::uint32_t municipality_address = 0;  ///< of what is drawn once for all its parts
    double residents_before = 0, residents_upto = 1;  ///< shares of its residents in the parts before, and with this
    std::vector<SourcePlan> sources;
    std::vector<TracePlan> traces;
    std::vector<CarriedPlan> pile;
};

struct OfficePlan {
    std::vector<CatchmentPlan> catchments;
    std::array<DeskPlan, kOfficeDesks> desks;
    const WorkingTime* door = nullptr;   ///< one of the world's
    const WorkingTime* phone = nullptr;  ///< its own number is answered; likewise
};

class World {
  public:
    explicit World(const Scenario& scenario);
    explicit World(const Scenario&&) = delete;  ///< it refers to its scenario
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    const Scenario& scenario;
    Calendar calendar;
    std::int64_t first_counted_day;  ///< = 7 x warm-up weeks, or those of the pile's history, when nobody comes or works
    Instant counting_from;
    Instant horizon;
    std::array<Duration, kPostKinds> post_delay;  ///< by kind of message: from being sent to arriving
    Duration lookahead;                           ///< the least of them
    HourProfile hour_profile;
    std::optional<CorrelatedBusyness> correlated_busyness;  ///< unless municipalities are independent
    PerChannel<WorkingTime> channel_hours;
    std::vector<Outage> outages;
    PerChannel<DailyValues> talk_min, wrap_up_min;  ///< by channel and day
    PerChannel<DailyValues> room;                   ///< likewise; 0 = no limit
    DailyValues travel_min;                         ///< of outreach, each way
    std::vector<PerChannel<DailyValues>> able;      ///< by group, channel and day
    DailyValues slots_per_day;                      ///< meetings per reception clerk
    DailyValues missed, callback_delay_hours, offer_callback_after_min;  ///< of the phone loop
    DailyValues assisted_min;                       ///< of a host at the door
    DailyValues quarantine;            ///< share of residents, by day
    DailyValues extra_absence;         ///< probability that surges add to every desk's, by day
    DailyValues quarantine_absence, school_absence;  ///< its parts
    std::vector<DailyValues> effort_min;         ///< by service and day
    std::vector<DailyValues> documents_missing;  ///< by service and day
    std::vector<UnitTime> unit_effort;           ///< by service: effort over its mean
    std::vector<UnitTime> unit_talk;             ///< by channel: talk over its mean
    std::vector<std::vector<Limit>> limits;      ///< by service: its clock, then its further limits
    std::vector<std::size_t> first_limit;        ///< by service: index into RecordShape::limits
    std::vector<OfficePlan> offices;
    std::vector<PoolPlan> pools;                 ///< in the scenario's order
    std::array<DeskPlan, kDeskKinds> shared;     ///< filled from kOfficeDesks on
    RecordShape shape;

    /// Sites are numbered: offices, contact centre, benefit offices.
    std::uint32_t contact_centre() const { return static_cast<std::uint32_t>(offices.size()); }
    std::uint32_t benefit_office() const { return contact_centre() + 1; }
    std::size_t sites() const { return offices.size() + 2; }

    /// Index into RunRecord's desk axis.
    std::size_t desk_index(std::size_t office, DeskKind kind) const {
        return office * kOfficeDesks + static_cast<std::size_t>(kind);
    }
    std::size_t shared_desk_index(DeskKind kind) const {
        return offices.size() * kOfficeDesks + static_cast<std::size_t>(kind) - kOfficeDesks;
    }

    Duration delay_of(PostKind kind) const { return post_delay[static_cast<std::size_t>(kind)]; }

    /// The outage that keeps people of a system from a channel; nullptr if there is none.
    const Outage* outage_at(Instant t, Channel channel, System system) const;

    bool is_counted(Instant t) const { return t >= counting_from; }
    /// Week of the record that an instant belongs to; those before counting belong to none.
    std::size_t week_of(Instant t) const { return static_cast<std::size_t>((day_of(t) - first_counted_day) / 7); }

  private:
    DailyValues by_day(const Timeline& timeline) const;
    DeskPlan plan_desk(DeskKind kind, const DeskRules& rules, double adults, double factor, std::uint32_t address);
    const WorkingTime* working_time(const OpeningHours& hours);
    const DailyValues* absence(const Timeline& timeline);
    const DailyValues* pace(const Timeline& timeline);
    void plan_offices();
    void plan_outages();
    void plan_pools();
    CatchmentPlan plan_catchment(const DemandModel& demand, const Catchment& catchment, std::uint32_t slot) const;
    TracePlan plan_trace(std::size_t surge, std::size_t municipality) const;
    void plan_desks(const DemandModel& demand, std::size_t office);
    void plan_pile();
    void name_axes();

    // Most offices have the same hours, absence and pace; each is kept once.
    std::deque<std::pair<OpeningHours, WorkingTime>> working_times_;
    std::deque<std::pair<Timeline, DailyValues>> absences_, paces_;
};

/// The axes of a scenario's records.
RecordShape record_shape(const Scenario& scenario);

}  // namespace skranke
