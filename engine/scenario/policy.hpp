#pragma once
/// \file
/// A policy: a measure that an office or shared site takes on a date, or when a condition holds. It moves
/// levers for a while and costs something.
///
/// Units   days are calendar days unless said; money in NOK.
/// Source  every field's meaning, unit, range and default: engine/language/fields/policies.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/scenario/expression.hpp"
#include "engine/scenario/label.hpp"
#include "engine/scenario/opening_hours.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

/// What a policy can move, named as the field that it moves.
enum class LeverKind : std::uint8_t {
    channel_hours,
    channel_room,
    channel_talk_min,
    channel_wrap_up_min,
    desk_hours,
    desk_positions,
    desk_absence,
    desk_speed,
    service_effort_min,
    service_documents_missing,
    slots_per_day,
    missed,
    callback_delay_hours
};
inline constexpr std::size_t kLeverKinds = 13;

/// A site is an office, the contact centre or the benefit office.
enum class SiteKind : std::uint8_t { office, contact_centre, benefit_office };
inline constexpr std::size_t kSiteKinds = 3;

struct Lever {
    LeverKind kind = LeverKind::desk_positions;
    std::size_t index = 0;  ///< of the channel, desk or service

    bool is_hours() const { return kind == LeverKind::channel_hours || kind == LeverKind::desk_hours; }
    friend bool operator==(const Lever& a, const Lever& b) { return a.kind == b.kind && a.index == b.index; }
};

/// How a policy changes one lever, day by day. Exactly one of the four is given.
struct LeverMove {
    Lever lever;
    std::optional<double> set, add, multiply;
    OpeningHours hours;  ///< none given = no periods
};

struct Policy {
    std::string key;
    Label label;
    bool enabled = true;
    bool is_elsewhere = false;         ///< all offices that it names are outside the area: nobody's
    Date from{}, to{};                 ///< first day, and first day after; Date{} = the run's own
    Expression when;                   ///< looked at every midnight; empty = in force from `from` to `to`
    std::string when_text;             ///< as written
    std::vector<std::size_t> offices;  ///< index into offices; empty = all of them
    double delay_working_days = 0;     ///< from the condition to the first day in force
    double lasts_days = 0;             ///< once in force; 0 = to the end
    int most_times = 1;                ///< how often the condition may start it at one site
    std::vector<LeverMove> levers;     ///< empty = it only costs, at offices
    double cost_start = 0;             ///< each time it starts at a site
    double cost_per_day = 0;           ///< each working day in force at a site

    bool is_triggered() const { return !when.steps.empty(); }
};

struct Scenario;

/// All levers of a scenario, in the order of its fields.
std::vector<Lever> all_levers(const Scenario& scenario);
/// The dotted path of the field that a lever moves, e.g. "desk.casework.positions".
std::string name_of(const Scenario& scenario, const Lever& lever);
/// Whether a kind of site looks at a lever at all.
bool is_used_at(const Scenario& scenario, const Lever& lever, SiteKind site);
/// Least and greatest value that a lever may be moved to.
std::pair<double, double> range_of(const Lever& lever);

/// \return whether a variable can be observed at a kind of site
bool is_seen_at(const Observable& variable, SiteKind site);
/// "waiting.casework"
std::string name_of(const Observable& variable);
std::vector<Observable> all_observables();

}  // namespace skranke
