#pragma once
/// \file
/// An office: the residents of its municipalities, its door, its duty phone and its caseworkers.
///
/// Order    who its residents are is told in residents.cpp, what they do in journey.cpp, how they get
///          through in channels.cpp, visits.cpp and phone.cpp.
/// Threads  none inside: a site.
/// Memory   journeys of people who have not yet left; counts per municipality.

#include <memory>
#include <optional>
#include <vector>

#include "engine/office/contact/appointment_book.hpp"
#include "engine/office/case_flow.hpp"
#include "engine/office/contact/contact_centre.hpp"
#include "engine/office/ledger.hpp"
#include "engine/office/policies/policy_keeper.hpp"
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

class OfficeSite final : public Site {
  public:
    OfficeSite(const World& world, std::uint32_t number, RunIdentity run);
    ~OfficeSite() override { sim.end_all(); }

    void receive(const Message& message) override;

    /// Notes what happens here from now on; to be called before the run begins.
    void keep_notes(SiteTrace& trace);

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
    Flow take_over_pile();
    Person meet(std::uint32_t catchment, std::uint32_t source, std::uint32_t service, Instant born,
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
    Duration interpreter_delay(const Person& person, std::uint32_t attempt) const;
    void note_contact(const Person& person, const Contact& contact) const;
    Duration enquiry_gap(const Person& person, std::uint32_t n) const;
    bool asks_before_the_end(const Person& person) const;

    // Provisional replies (casework/provisional.cpp)
    Flow send_provisional(CaseFile file, CaseRegister::Entry entry);
    Flow count_provisional(CaseFile file, CaseRegister::Entry entry);

    // Choosing a channel (channels.cpp)
    std::optional<Channel> choose(const Person& person, double draw, std::optional<Channel> except) const;
    bool rings_own_number(const Person& person, double draw) const;
    bool can_use(const Person& person, Channel channel) const;
    bool is_able(const Person& person, Channel channel) const;
    bool has_form(const Person& person) const;     ///< a digital one for what she needs
    bool can_fill_in(const Person& person) const;  ///< the digital form, alone or with a helper at home
    bool can_come(const Person& person) const;
    bool is_in_quarantine(const Person& person) const;
    bool is_offered_outreach(const Person& person) const;
    /// Where she goes to use a channel: the channel itself, or the door for help with the digital form.
    Channel way_in(const Person& person, Channel channel) const;
    bool is_shut(Channel channel) const;        ///< no opening soon enough to wait for
    bool is_known_shut(Channel channel) const;  ///< and none for news_days before: people have heard
    const Outage* outage_of(const Person& person, Channel channel) const;  ///< that she would meet now
    bool is_known_down(const Person& person, Channel channel) const;       ///< for so long that people have heard
    const WorkingTime& hours_of(Channel channel) const;
    /// When someone turns up who has waited for the channel to open, no later than it closes.
    Instant arrival_after_opening(Channel channel, Instant opens, double draw) const;
    Step<Contact> try_channel(const Person& person, Channel channel, std::uint32_t attempt);

    // What the attempts have in common (channels.cpp)
    double today(const DailyLever& lever) const { return (*lever)[static_cast<std::size_t>(day_of(sim.now()))]; }
    static Contact failed(std::uint64_t& count, Reason reason);
    /// Finds it closed or full; nothing if she may join the line.
    std::optional<Contact> turned_away(Channel channel, Desk& desk, std::size_t in_line, ChannelCell& counts);
    /// When she leaves a line that she joins now.
    Instant patience_end(const Person& person, Channel channel, double draw) const;
    /// What takes so long as a rule, taken by the crew that a desk has today.
    Duration taken_at(DeskKind desk, Duration usual) const { return levers_.staff(desk).at_pace(usual); }
    double talk_min(const Person& person, Channel channel, double mean, double draw) const;

    // Face to face (visits.cpp)
    Step<Contact> come_to_the_door(const Person& person, Channel counted, std::uint32_t attempt);
    bool carries_over() const;
    Step<Contact> keep_appointment(const Person& person, std::uint32_t attempt);
    Step<Contact> await_visit(const Person& person, std::uint32_t attempt);
    Desk& desk_of(DeskKind kind);

    // By phone (phone.cpp)
    Step<Contact> ring(const Person& person, std::uint32_t attempt);
    Step<Contact> hold_the_line(const Person& person, Channel channel, std::uint32_t attempt);
    Step<Contact> wait_after_transfer(const Person& person, const Call& call, Duration waited, std::uint32_t attempt);
    Step<Contact> await_callback(const Person& person, std::uint32_t attempt);
    Call call_of(const Person& person, std::uint32_t attempt) const;
    bool is_on_duty() const;
    Flow help_agent(Posted<Query> posted);

    const World& world_;
    const OfficePlan& plan_;
    RunIdentity run_;
    Levers levers_;
    SiteView view_;
    PolicyKeeper policies_;
    Desk reception_, duty_phone_;
    VirtualHold hold_;  // at the duty phone
    CaseDesk casework_;
    std::vector<std::unique_ptr<Help>> help_;
    struct Membership {
        std::size_t pool = 0, number = 0;  // of the world's; within it
        Lending lending;
    };
    std::vector<Membership> memberships_;
    AppointmentBook appointments_;
    std::size_t waiting_for_visit_ = 0;
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
