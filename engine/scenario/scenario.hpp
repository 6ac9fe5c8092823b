#pragma once
/// \file
/// A scenario is everything a run needs to know: places, people, services, channels, staff, surges
/// and rules. It is a plain value that is valid if it exists: only read_scenario() makes one, and
/// only when it has no problem to report.
///
/// Units   as the names say; rates per week per 1,000 residents; effort in working minutes.
/// Errors  none here; see scenario_reader.hpp.
/// Source  every field's meaning, unit, range and default stands in engine/language/fields, once.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/channel.hpp"
#include "engine/scenario/label.hpp"
#include "engine/scenario/open_case.hpp"
#include "engine/scenario/place.hpp"
#include "engine/scenario/policy.hpp"
#include "engine/scenario/pool.hpp"
#include "engine/scenario/price_list.hpp"
#include "engine/scenario/service.hpp"
#include "engine/scenario/sizing.hpp"
#include "engine/scenario/staff.hpp"
#include "engine/scenario/surge.hpp"

namespace skranke {

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
    Season season{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  ///< of ordinary demand
    double busyness_shape = 0;                 ///< gamma shape of the day factor; 0 = no day-to-day variation
    double busyness_correlation = 0;           ///< of the normal scores behind two municipalities' factors of a day
    double busyness_range_km = 0;              ///< times exp(-distance / this); 0 = whatever the distance
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
    std::string unit;       ///< as in engine/language/fields
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
inline constexpr std::size_t kMostPolicies = 100;
inline constexpr std::size_t kMostMeasures = 100;
inline constexpr std::size_t kMostFollowOns = 15;
inline constexpr int kMostAttempts = 100;

/// A file that a scenario was read with.
struct InputFile {
    std::string name;     ///< as the scenario names it
    std::string content;  ///< byte for byte
};

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
    double usual_recipients = 0;  ///< per resident of the whole table, to hold a municipality against; 0 = not known
    std::vector<Office> offices;
    std::vector<Holiday> holidays;
    std::vector<Group> groups;
    std::vector<Service> services;
    DemandRules demand;
    PerChannel<ChannelRules> channels;
    AnsweredBy phone_answered_by = AnsweredBy::contact_centre;
    AppointmentRules appointments;
    OutreachRules outreach;
    AssistedRules assisted;
    PhoneLoop phone_loop;
    std::array<DeskRules, kDeskKinds> desks;
    std::vector<std::array<DeskRules, kDeskKinds>> office_desks;  ///< by office: `desks` with its overrides
    std::vector<OpeningHours> door_hours;                         ///< by office: drop-in hours with its overrides
    std::vector<OpeningHours> phone_hours;                        ///< by office: the same for its own number; empty = the channel's
    std::vector<Pool> pools;
    std::vector<Surge> surges;
    std::vector<Policy> policies;
    std::vector<OpenCase> pile;  ///< open when the first counted week begins
    VerdictRules verdict;
    PriceAssumptions prices;
    std::vector<OfferedMeasure> measures;
    SizingRules sizing;
    double message_delay_min = 1;  ///< least minutes a message between sites takes; the lookahead

    std::vector<Assumption> assumptions;  ///< by key
    std::string text;                     ///< the scenario as read, all files and settings merged
    std::vector<InputFile> inputs;        ///< every table it names, in the order of reading
    std::uint64_t hash = 0;               ///< of `text` and of `inputs`
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
