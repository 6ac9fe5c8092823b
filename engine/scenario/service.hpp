#pragma once
/// \file
/// What people need, and the groups of residents who need it.
///
/// Units   rates per week per 1,000 residents; effort in working minutes.
/// Source  every field's meaning, unit, range and default: engine/language/fields/people.cpp.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/channel.hpp"
#include "engine/scenario/label.hpp"
#include "engine/scenario/staff.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

/// Local = decided by the municipality's NAV office; state = decided by the benefit back office.
enum class System : std::uint8_t { local, state };

/// A share of the residents with the same abilities.
struct Group {
    std::string key;
    Label label;
    bool vulnerable = false;
    PerChannel<Timeline> able{1, 1, 1, 1, 1, 1};  ///< probability that a member can use the channel
    PerChannel<double> prefers{1, 1, 1, 1, 1, 1}; ///< multiplies the service's channel weights
    double can_travel = 1;                  ///< probability that a member can come to the office
    double helped_at_home = 0;              ///< of those who cannot use the digital form, have a helper who can
    double helped_at_office = 0;            ///< of the others, come to the door for help with it
    double interpreter = 0;                 ///< probability that a member needs one to talk
    double interpreter_delay_days = 0;      ///< mean days until one is found, except for booked meetings
    double interpreter_talk_factor = 1;     ///< multiplies talks with one
    double children = 0;                    ///< probability of children in the household
    double acute_factor = 1;                ///< multiplies the services' probability of acute need
    double patience_factor = 1;             ///< multiplies mean patience in lines
    int max_attempts = 5;                   ///< gives up after this many failed attempts
};

/// Relative number of needs a day in each month, January first.
using Season = std::array<double, 12>;

enum class ClockUnit : std::uint8_t { hours, days, working_days };
enum class ClockBasis : std::uint8_t { law, norm, assumption };
enum class ClockFrom : std::uint8_t { need, application };

/// Waits that stop a clock.
struct ClockStops {
    bool documents = true;     ///< for what the applicant must send
    bool third_party = false;  ///< for others
};

/// A time limit that a service is judged by.
struct Clock {
    ClockFrom from = ClockFrom::application;
    double limit = 21;
    ClockUnit unit = ClockUnit::days;
    double grace = 21;  ///< same unit; later than limit + grace counts as never decided
    ClockBasis basis = ClockBasis::assumption;
    std::string source;
    ClockStops stops{};  ///< this clock and the service's further limits
};

/// A further time limit of a service, which is counted and has no consequence.
struct Limit {
    std::string name;
    ClockFrom from = ClockFrom::application;
    double limit = 0;
    ClockUnit unit = ClockUnit::days;
    ClockBasis basis = ClockBasis::assumption;
    std::string source;
};

/// A letter that says when the decision can be expected, for cases that take long.
struct ProvisionalReply {
    double after_days = 0;   ///< since the application; 0 = no such letter
    double ahead_days = 0;   ///< the office turns to it so long before
    double effort_min = 0;
    ClockBasis basis = ClockBasis::assumption;
    std::string source;
};

/// No other service.
inline constexpr std::size_t kItself = static_cast<std::size_t>(-1);

struct Service {
    std::string key;
    Label label;
    System system = System::local;
    Timeline per_1000_week;          ///< needs per week per 1,000 residents
    Season season{};                 ///< all 0: as DemandRules::season
    std::vector<double> group_share; ///< by group, sums to 1
    PerChannel<double> prefers{};    ///< channel weights, not all 0
    double case_share = 1;           ///< probability that a contact becomes a case; else it is solved at once
    Timeline effort_min{90.0};       ///< mean working minutes of a case
    TimeLaw effort_law = TimeLaw::lognormal;
    double effort_cv = 1;            ///< of a lognormal effort
    double review_share = 0.3;       ///< of the effort, spent before missing documents are found
    int priority = 3;                ///< lower is served first, 0..7
    int priority_children = -1;      ///< the same with children in the household; -1 = no difference
    double acute = 0;                ///< probability that triage finds an acute need
    int priority_acute = -1;         ///< of a case with acute need; -1 = no difference
    std::size_t acute_becomes = kItself;  ///< the service that an acute case is handled as
    bool interrupts = false;         ///< its cases take the head of one in hand if none is free
    double priority_growth = 1;      ///< points a day that waiting adds, at a desk where priorities grow
    DeskKind decided_by = DeskKind::casework;  ///< casework for local services, a benefit office for state ones
    Timeline documents_missing{0.0}; ///< probability
    double documents_days = 7;       ///< mean days until they come, the clock stopped
    double documents_dropout = 0;    ///< probability that they never come
    double documents_chase_days = 28;///< after which the office gives up asking for them
    double documents_remind_days = 0;///< while they are awaited, a reminder each time so long has passed; 0 = none
    double remind_effort_min = 0;    ///< working minutes of a reminder
    double paper_attachment = 0;     ///< probability that a digital application needs attachments on paper
    double paper_days = 0;           ///< mean days until they are handed in at the door
    double paper_post_days = 0;      ///< the same by post, when the door is shut
    double third_party = 0;          ///< probability of waiting for others, the clock running
    double third_party_days = 5;     ///< mean of that wait
    double rework_share = 0;         ///< probability that a decision is wrong or appealed and comes back
    double rework_effort_share = 1;  ///< its effort then, of that of the case
    double rework_days = 0;          ///< mean days from the decision until it comes back
    double withdraw_days = 0;        ///< mean patience of a waiting case; 0 = never withdrawn
    double enquiries_per_week = 0;   ///< calls "where is my case" per waiting case
    double renews = 0;               ///< probability that a need that was met arises again
    double renews_after_days = 30;   ///< mean days from then on
    Clock clock;
    ProvisionalReply provisional;
    std::vector<Limit> limits;
};

}  // namespace skranke
