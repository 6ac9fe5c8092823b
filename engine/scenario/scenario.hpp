#pragma once
/// \file
/// A scenario is everything a run needs to know: places, people, services, channels, staff, surges
/// and rules. It is a plain value that is valid if it exists: only read_scenario() makes one, and
/// only when it has no problem to report.
///
/// Units   as the names say; rates per week per 1,000 residents; effort in working minutes.
/// Errors  none here; see scenario_reader.hpp.
/// Source  every field's meaning, unit, range and default stands in fields.cpp, once.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/opening_hours.hpp"
#include "engine/scenario/place.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

/// The three languages of everything that users read. An empty text falls back to `nb`, then key.
struct Label {
    std::string nb, nn, en;

    /// The English text for files and messages that have one language only; `nb` if there is none,
    /// and `key` if there is nothing at all.
    const std::string& english(const std::string& key) const { return !en.empty() ? en : !nb.empty() ? nb : key; }
};

enum class Channel : std::uint8_t { digital, phone, drop_in, appointment };
inline constexpr std::size_t kChannels = 4;

/// Local = decided by the municipality's NAV office; state = decided by the benefit back office.
enum class System : std::uint8_t { local, state };

/// Desks of an office (reception, duty_phone, casework) and shared ones.
enum class DeskKind : std::uint8_t { reception, duty_phone, casework, contact_centre, unemployment_office, sickness_office };
inline constexpr std::size_t kDeskKinds = 6;
/// The first three belong to each office, the others are shared by all.
inline constexpr std::size_t kOfficeDesks = 3;

template <class T>
using PerChannel = std::array<T, kChannels>;

/// How a time varies around its mean.
enum class TimeLaw : std::uint8_t { lognormal, exponential };

/// A share of the residents with the same abilities.
struct Group {
    std::string key;
    Label label;
    bool vulnerable = false;
    PerChannel<double> able{1, 1, 1, 1};    ///< probability that a member can use the channel
    PerChannel<double> prefers{1, 1, 1, 1}; ///< multiplies the service's channel weights
    double children = 0;                    ///< probability of children in the household
    double patience_factor = 1;             ///< multiplies mean patience in lines
    int max_attempts = 5;                   ///< gives up after this many failed attempts
};

enum class ClockUnit : std::uint8_t { hours, days, working_days };
enum class ClockBasis : std::uint8_t { law, norm, assumption };
enum class ClockFrom : std::uint8_t { need, application };

/// A time limit that a service is judged by.
struct Clock {
    ClockFrom from = ClockFrom::application;
    double limit = 21;
    ClockUnit unit = ClockUnit::days;
    double grace = 21;  ///< same unit; later than limit + grace counts as never decided
    ClockBasis basis = ClockBasis::assumption;
    std::string source;
};

struct Service {
    std::string key;
    Label label;
    System system = System::local;
    Timeline per_1000_week;          ///< needs per week per 1,000 residents
    std::vector<double> group_share; ///< by group, sums to 1
    PerChannel<double> prefers{};    ///< channel weights, not all 0
    double case_share = 1;           ///< probability that a contact becomes a case; else it is solved at once
    Timeline effort_min{90.0};       ///< mean working minutes of a case
    TimeLaw effort_law = TimeLaw::lognormal;
    double effort_cv = 1;            ///< of a lognormal effort
    double review_share = 0.3;       ///< of the effort, spent before missing documents are found
    int priority = 3;                ///< lower is served first, 0..7
    int priority_children = -1;      ///< the same with children in the household; -1 = no difference
    DeskKind decided_by = DeskKind::casework;  ///< casework for local services, a benefit office for state ones
    Timeline documents_missing{0.0}; ///< probability
    double documents_days = 7;       ///< mean days until they come, the clock stopped
    double documents_dropout = 0;    ///< probability that they never come
    double documents_chase_days = 28;///< after which the office gives up asking for them
    double third_party = 0;          ///< probability of waiting for others, the clock running
    double third_party_days = 5;     ///< mean of that wait
    double withdraw_days = 0;        ///< mean patience of a waiting case; 0 = never withdrawn
    double enquiries_per_week = 0;   ///< calls "where is my case" per waiting case
    Clock clock;
};

/// What a person does after a failed attempt, as probabilities that sum to 1.
struct RetryRule {
    double same = 0;      ///< same channel again, later the same day
    double other = 0;     ///< another channel that she can use
    double tomorrow = 0;  ///< same choice again, the next working day or later
    double give_up = 1;
};

enum class CloseRule : std::uint8_t { send_home, serve };
enum class AnsweredBy : std::uint8_t { contact_centre, office };

struct ChannelRules {
    OpeningHours hours;
    Timeline talk_min{15.0};     ///< mean minutes of one contact (unused by digital)
    TimeLaw talk_law = TimeLaw::lognormal;
    double talk_cv = 0.8;        ///< of a lognormal talk
    Timeline wrap_up_min{0.0};   ///< clerk's minutes after the contact
    double patience_min = 0;     ///< mean minutes a person waits in line; 0 = endless
    Timeline room{0.0};          ///< people who may wait; 0 = no limit
    CloseRule at_closing = CloseRule::send_home;
    RetryRule after_closed, after_blocked, after_left;
    double retry_min = 60;       ///< mean minutes until the same channel is tried again
    double arrive_within_min = 60;  ///< people who come back to a closed channel spread over this long after it opens
};

/// Booked meetings, held by the reception desk's staff.
struct AppointmentRules {
    Timeline slots_per_day{1.0};   ///< per reception clerk
    double lead_days = 3;          ///< earliest slot after asking
    double longest_lead_days = 30; ///< asking fails ("blocked") if nothing is free before this
    double no_show = 0.1;
};

/// The phone loop: query call, message, callback, missed callback.
struct PhoneLoop {
    double query_share = 0;         ///< of local-service calls that the contact centre cannot solve alone
    double query_talk_min = 4;      ///< mean minutes with the local office on the line
    double callback_delay_hours = 8;///< mean working hours before the office tries to call back
    double missed = 0.3;            ///< probability that the callback is missed
    double callback_talk_min = 8;   ///< mean minutes of an answered callback
    double missed_call_min = 2;     ///< clerk's minutes on a missed one
    RetryRule after_missed;
};

/// A pool of staff and how its size follows from the population, or is given.
struct DeskRules {
    Timeline per_1000_adults{0.0};  ///< positions per 1,000 residents aged 18+ in the catchment
    Timeline positions{0.0};        ///< added to the above; alone for shared desks
    double minimum = 0;             ///< positions, whatever the population
    double follow_recipients = 0;   ///< positions ~ (recipients per 1,000 / area mean) ^ this
    double cover = 0;               ///< heads who are always replaced when absent
    OpeningHours hours;             ///< working hours
    Timeline absence{0.0};          ///< probability that a head is absent on a day
    Timeline speed{1.0};            ///< effort done per working minute

    /// What offices with fewer residents than `residents` have instead.
    struct SmallOffice {
        double residents = 0;
        Timeline absence{0.0};
        double cover = 0;
    } small_office;
};

enum class SurgeKind : std::uint8_t { layoffs, quarantine, school_closure, scale };

/// A named, dated disturbance. Surges add up. Fields not used by a kind are ignored by it.
struct Surge {
    std::string key;
    Label label;
    SurgeKind kind = SurgeKind::scale;
    bool enabled = true;
    double height = 1;               ///< multiplies the whole surge

    std::size_t service = 0;         ///< layoffs: what they apply for; index into services
    std::vector<WeeklySeries> series;///< layoffs: observed applications by municipality
    double suppressed_count = 1.5;   ///< layoffs: used where a count is suppressed
    Timeline weekly_decay{0.85};     ///< layoffs: each week after the series ends, times this
    std::vector<std::pair<Date, double>> day_weights;  ///< layoffs: relative weights of days; empty = as usual

    Timeline share;                  ///< quarantine: share of residents who cannot leave home
    Timeline staff_absence;          ///< quarantine, school_closure: added probability of absence
    Timeline factor{1.0};            ///< scale: multiplies the rate of `services`
    std::vector<std::size_t> services;  ///< scale: which; school_closure: none
    Date from{}, to{};               ///< school_closure: first day shut, first day open again

    /// Extra needs that follow: per need of `service` (layoffs) or per 1,000 residents a week
    /// while it lasts (quarantine: times `share`; school_closure: constant).
    struct FollowOn {
        std::size_t service = 0;
        double amount = 0;
        double delay_days = 0;
    };
    std::vector<FollowOn> follow_on;
};

/// Limits that the verdict of a municipality is judged by (norms chosen in the scenario, not law).
struct VerdictRules {
    double most_lost_before_contact = 0.05;   ///< available: share of local needs
    double access_p90_days = 3;               ///< available: 90 % reach someone within
    double least_on_time = 0.80;              ///< handled: share of decided local cases inside the clock
    double least_urgent_on_time = 0.95;       ///< handled: same for services with priority <= urgent_priority
    int urgent_priority = 1;
    double most_lost_after_contact = 0.05;    ///< sufficient: share of local needs
    double most_vulnerable_gap = 0.05;        ///< sufficient: unmet rate of vulnerable minus others
};

struct DemandRules {
    std::array<double, 24> hour_weight{};      ///< relative, by hour of birth
    std::array<double, 7> weekday_weight{};    ///< relative, Monday first
    double busyness_shape = 0;                 ///< gamma shape of the day factor; 0 = no day-to-day variation
    double first_attempt_delay_min = 0;        ///< mean minutes from need to first attempt
    double barrier_retry_days = 7;             ///< who finds no open channel looks again after this
    double news_days = 7;                      ///< a channel shut for longer is no longer tried
    double longest_wait_days = 3;              ///< working days that people wait for one to open again
    double follow_recipients = 0;              ///< local demand ~ (recipients per 1,000 / area mean) ^ this
};

/// One number of the scenario that is not a plain fact, as its author explained it.
struct Assumption {
    std::string key;        ///< dotted path
    double value = 0;
    double low = 0, high = 0;
    std::string unit;       ///< as in fields.cpp
    std::string basis;      ///< "sourced", "derived" or "assumption"
    std::string why;
    int line = 0;
};

struct Holiday {
    std::string name;
    bool easter = false;
    int month = 0, day = 0;  ///< fixed
    int offset = 0;          ///< days from Easter Sunday
};

/// How many of each a scenario may have: people's random streams are told apart by these numbers.
inline constexpr std::size_t kMostServices = 256;
inline constexpr std::size_t kMostSurges = 48;
inline constexpr std::size_t kMostFollowOns = 15;
inline constexpr int kMostAttempts = 100;

struct Scenario {
    std::string name;   ///< names the result folder: letters, digits, '-', '_', '.'
    Label title;
    Label question;
    Date start{};       ///< a Monday
    int weeks = 26;
    int warm_up_weeks = 0;  ///< simulated before the start, so that the offices are not empty; not counted
    std::uint32_t replications = 100;
    std::uint64_t seed = 1;

    std::vector<Municipality> municipalities;
    std::vector<Office> offices;
    std::vector<Holiday> holidays;
    std::vector<Group> groups;
    std::vector<Service> services;
    DemandRules demand;
    PerChannel<ChannelRules> channels;
    AnsweredBy phone_answered_by = AnsweredBy::contact_centre;
    AppointmentRules appointments;
    PhoneLoop phone_loop;
    std::array<DeskRules, kDeskKinds> desks;
    std::vector<std::array<DeskRules, kDeskKinds>> office_desks;  ///< by office: `desks` with its overrides
    std::vector<OpeningHours> door_hours;                         ///< by office: drop-in hours with its overrides
    std::vector<Surge> surges;
    VerdictRules verdict;
    double message_delay_min = 1;  ///< least minutes a message between sites takes; the lookahead

    std::vector<Assumption> assumptions;  ///< in file order
    std::string text;                     ///< the scenario as read, all files and settings merged
    std::uint64_t hash = 0;               ///< of `text` and of every table it names
};

const char* key_of(Channel channel);
const char* key_of(DeskKind kind);
const char* key_of(SurgeKind kind);
const char* key_of(System system);
const char* key_of(ClockUnit unit);
const char* key_of(ClockBasis basis);
const char* key_of(ClockFrom from);
const char* key_of(CloseRule rule);
const char* key_of(AnsweredBy who);

}  // namespace skranke
