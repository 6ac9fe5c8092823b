#pragma once
/// \file
/// The ledger of an office: how every need of its residents ended, and how its channels fared.
/// A need is opened when it arises and settled exactly once; one that is still open when the run
/// ends settles itself, as censored or as never decided.
///
/// Shape    cells: catchment x service x group; channels: catchment x channel;
///          weeks: catchment x system x week; limits: catchment x limit; replies: catchment x service.
/// Invariant 1. born = met_on_time + met_late + unmet + censored once every need is closed.
/// Threads  none inside: one ledger an office.

#include <utility>
#include <vector>

#include "engine/kernel/simulator.hpp"
#include "engine/office/person.hpp"
#include "engine/office/trace.hpp"
#include "engine/office/world.hpp"

namespace skranke {

class OpenNeed;

class Ledger {
  public:
    Ledger(const World& world, const OfficePlan& plan);

    /// Adds this office's counts to the record of the whole area.
    void add_to(RunRecord& record) const;

    /// Attempts on channels are counted from now on; needs know themselves whether they count.
    void begin_counting();

    /// Cases registered and undecided now.
    std::uint64_t open_cases(System system) const;

    /// Notes the open cases at the end of a week, and how many of them are past their clock.
    void end_week(std::size_t week);

    ChannelCell& channel(const Person& person, Channel channel) {
        return channels_[person.catchment * kChannels + static_cast<std::size_t>(channel)];
    }

    ReplyCell& reply(const Person& person) { return replies_[pair(person)]; }

    const World& world;
    Notes note;

  private:
    friend class OpenNeed;

    std::size_t pair(const Person& p) const { return p.catchment * world.scenario.services.size() + p.service; }
    std::size_t side(const Person& p) const {
        return p.catchment * 2 + static_cast<std::size_t>(world.scenario.services[p.service].system);
    }
    OutcomeCell& cell(const Person& p) { return cells_[pair(p) * world.scenario.groups.size() + p.group]; }
    WeekCell& week(const Person& p, Instant t) {
        return weeks_[side(p) * static_cast<std::size_t>(world.scenario.weeks) + world.week_of(t)];
    }

    /// The cells of a service's limits.
    LimitCell* limits(const Person& p, std::size_t service) {
        return &limits_[p.catchment * world.shape.limits.size() + world.first_limit[service]];
    }

    const OfficePlan& plan_;
    std::vector<OutcomeCell> cells_;
    std::vector<TimeSketches> times_;
    std::vector<ChannelCell> channels_;
    std::vector<WeekCell> weeks_;
    std::vector<LimitCell> limits_;
    std::vector<ReplyCell> replies_;
    std::vector<std::uint64_t> open_cases_;  // by catchment x system
    std::vector<OpenNeed*> cases_;           // that are open, in no order
};

/// One need from birth to outcome; lives in its journey. Times before counting begins leave no trace.
class OpenNeed {
  public:
    OpenNeed(Ledger& ledger, const Person& person, const Simulator& sim);
    OpenNeed(const OpenNeed&) = delete;
    OpenNeed& operator=(const OpenNeed&) = delete;
    ~OpenNeed();

    void attempt();
    /// Reached a competent person, or had a digital form accepted, `waited` after the first attempt.
    void reached(Duration waited);
    /// An application is registered: the clock of the service that it is handled as starts.
    void register_case(Instant when, const Service& handled_as);
    /// The office waits for the applicant: the clock stands still until it is started again.
    void stop_clock() { stopped_since_ = sim_.now(); }
    void start_clock() { clock_stood_still(sim_.now() - std::exchange(stopped_since_, kNever)); }
    /// The clock stood still for so long, elsewhere.
    void clock_stood_still(Duration duration) { stopped_ = stopped_ + duration; }
    void failed_attempt(Reason reason) { last_failure_ = reason; }

    /// The decision has been made, or a need without a case was met at the contact.
    /// \return whether that still counts
    bool decided(Instant when);
    void unmet(Reason reason);

  private:
    friend class Ledger;

    bool is_late(Instant when, double limit) const {
        return is_late(when, service_->clock.from, limit, service_->clock.unit);
    }
    bool is_late(Instant when, ClockFrom from, double limit, ClockUnit unit) const;
    enum class Fate : std::uint8_t { decided, still_open };
    void count_limits(Instant when, Fate fate);
    void settle();
    void count(Outcome outcome);
    void settle_at_the_end();
    void open_case();
    void close_case();

    Ledger& ledger_;
    const Person& person_;
    const Simulator& sim_;
    const Service* service_;  ///< whose clock it is judged by
    bool counted_;
    bool settled_ = false;
    bool is_case_ = false;
    std::uint32_t slot_ = 0;  ///< among the ledger's open cases
    Instant registered_{};
    Duration stopped_{};
    Instant stopped_since_ = kNever;
    Reason last_failure_ = Reason::never_decided;
};

}  // namespace skranke
