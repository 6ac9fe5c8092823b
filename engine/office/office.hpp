#pragma once
/// \file
/// An office: the residents of its municipalities, its door, its duty phone and its caseworkers.
///
/// Order    who its residents are is told in residents.cpp, what they do in journey.cpp, how they get
///          through in channels.cpp.
/// Threads  none inside: a site.
/// Memory   journeys of people who have not yet left; counts per municipality.

#include <memory>
#include <optional>
#include <vector>

#include "engine/office/case_flow.hpp"
#include "engine/office/contact_centre.hpp"
#include "engine/office/ledger.hpp"
#include "engine/office/policy_keeper.hpp"
#include "engine/desk/post.hpp"
#include "engine/office/roster.hpp"
#include "engine/office/staffing/help.hpp"

namespace skranke {

/// How an attempt to reach someone ended.
struct Contact {
    bool reached = false;
    Reason failure = Reason::barrier;  ///< if not reached
    Instant since{};                   ///< when someone competent was reached
    Channel channel = Channel::digital;///< through which, if reached
};

/// Which cases are open, so that those who ask about theirs know when to stop asking.
class CaseRegister {
  public:
    struct Entry {
        std::uint32_t slot = 0;
        std::uint32_t use = 0;
    };
    Entry open();
    void close(Entry entry);
    bool is_open(Entry entry) const { return uses_[entry.slot] == entry.use; }
    /// Of an open case: its provisional reply has been sent.
    void note_reply(Entry entry) { replied_[entry.slot] = true; }
    bool has_reply(Entry entry) const { return replied_[entry.slot]; }

  private:
    std::vector<std::uint32_t> uses_;
    std::vector<bool> replied_;
    std::vector<std::uint32_t> free_;
};

/// Booked meetings: so many slots each day that the appointment channel is open.
class AppointmentBook {
  public:
    AppointmentBook(const World& world, const Levers& levers);
    /// Books the first free slot no earlier than `lead_days` after `now`; nothing if there is none
    /// within `longest_lead_days`.
    std::optional<Instant> book(Instant now);

  private:
    const World& world_;
    const Levers& levers_;
    std::vector<std::uint16_t> taken_;  // by day
    std::int64_t first_free_day_ = 0;
};

class OfficeSite final : public Site {
  public:
    OfficeSite(const World& world, std::uint32_t number, RunIdentity run);
    ~OfficeSite() override { sim.end_all(); }

    void receive(const Message& message) override;

    Ledger ledger;
    std::array<std::vector<DeskWeek>, kOfficeDesks> weeks;
    std::uint64_t persons = 0;
    const std::vector<PolicyCell>& policies() const { return policies_.cells; }

  private:
    Flow keep_door();
    // Its staff (staff.cpp)
    void plan_help();
    void join_pools();
    Flow tell_load(std::size_t membership);
    Load load_of(std::size_t membership, std::int64_t day) const;
    void take_load(const Load& load);
    double work_waiting(DeskKind kind) const;
    Flow close_weeks();

    // Residents (residents.cpp)
    void bring_all_people();
    Flow bring_people(std::uint32_t catchment, const SourcePlan& source);
    Flow bring_observed(std::uint32_t catchment, const TracePlan& trace);
    Person meet(std::uint32_t catchment, std::uint32_t source, std::uint32_t service,
                std::uint32_t number_of_day) const;
    void give_group(Person& person, std::size_t group) const;
    void renew(const Person& person);
    Flow come_again(Person person);
    double busyness(std::uint32_t catchment, std::int64_t day);
    std::span<const double> area_normals(std::int64_t day);

    // Their journeys (journey.cpp)
    Flow need(Person person);
    Flow enquire(Person person, CaseRegister::Entry entry);
    Step<Contact> reach_someone(const Person& person, OpenNeed& open);
    Duration enquiry_gap(const Person& person, std::uint32_t n) const;
    bool asks_before_the_end(const Person& person) const;

    // Provisional replies (casework/provisional.cpp)
    Flow send_provisional(CaseFile file, CaseRegister::Entry entry);
    Flow count_provisional(CaseFile file, CaseRegister::Entry entry);

    // Getting through (channels.cpp)
    std::optional<Channel> choose(const Person& person, double draw, std::optional<Channel> except) const;
    bool can_use(const Person& person, Channel channel) const;
    bool is_shut(Channel channel) const;        ///< no opening soon enough to wait for
    bool is_known_shut(Channel channel) const;  ///< and none for news_days before: people have heard
    const Outage* outage_of(const Person& person, Channel channel) const;  ///< that she would meet now
    bool is_known_down(const Person& person, Channel channel) const;       ///< for so long that people have heard
    const WorkingTime& hours_of(Channel channel) const;
    /// When someone turns up who has waited for the channel to open, no later than it closes.
    Instant arrival_after_opening(Channel channel, Instant opens, double draw) const;
    Step<Contact> try_channel(const Person& person, Channel channel, std::uint32_t attempt);
    Step<Contact> ring(const Person& person, std::uint32_t attempt);
    Step<Contact> wait_at(Desk& desk, const Person& person, Channel channel, std::uint32_t attempt);
    Step<Contact> keep_appointment(const Person& person, std::uint32_t attempt);
    Step<Contact> await_callback(const Person& person, std::uint32_t attempt);
    Call call_of(const Person& person, std::uint32_t attempt) const;
    Flow help_agent(Posted<Query> posted);

    const World& world_;
    const OfficePlan& plan_;
    RunIdentity run_;
    Levers levers_;
    SiteView view_;
    PolicyKeeper policies_;
    Desk reception_, duty_phone_;
    CaseDesk casework_;
    std::vector<std::unique_ptr<Help>> help_;
    struct Membership {
        std::size_t pool = 0, number = 0;  // of the world's; within it
        Lending lending;
    };
    std::vector<Membership> memberships_;
    AppointmentBook appointments_;
    CaseRegister cases_;
    struct BusyDay {
        std::int64_t day = -1;
        double factor = 1;
    };
    std::vector<BusyDay> busy_days_;  // by catchment
    struct AreaDay {
        std::int64_t day = -1;
        std::vector<double> normals{};
    } area_day_;
};

}  // namespace skranke
