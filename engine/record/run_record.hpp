#pragma once
/// \file
/// What one replication leaves behind: plain counts and sums, the only thing that crosses from
/// simulating to answering. Everything is an integer, so sums do not depend on the order in which
/// sites or threads finish.
///
/// Shape   outcomes: municipality x service x group (row-major, group fastest);
///         times: municipality x service; channels: municipality x channel;
///         weekly: municipality x system x week; desks: desk x week; limits: municipality x limit;
///         replies: municipality x service; policies: policy x site.
/// Units   times in microseconds, counts in persons, attempts or cases.
/// Invariant  1. born = met_on_time + met_late + unmet + censored in every cell (check_conservation), and
///            the same of the carried cases, which are no more than the born.
/// Memory  independent of the number of people who have left.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/record/outcome.hpp"
#include "engine/stats/quantile_sketch.hpp"
#include "engine/stats/tally.hpp"

namespace skranke {

inline constexpr std::size_t kRecordChannels = 6;  ///< as many as the scenario's channels, in its order
inline constexpr std::size_t kRecordSystems = 2;   ///< local, state

struct RunKey {
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
};

/// Names and sizes of all axes; the same for every replication of a scenario.
struct RecordShape {
    struct Desk {
        std::string key;    ///< e.g. "1702/casework" or "contact_centre"
        std::string site;   ///< office name or shared site
        std::string kind;   ///< key_of(DeskKind)
    };
    std::vector<std::string> municipalities;  ///< numbers
    std::vector<std::string> municipality_names;
    std::vector<std::string> services;        ///< keys
    std::vector<std::string> groups;          ///< keys
    std::vector<Desk> desks;
    std::vector<std::string> policies;        ///< keys
    std::vector<std::string> sites;           ///< office ids, then the shared sites
    std::vector<std::string> limits;          ///< "service/name", each service's clock before its others
    std::size_t weeks = 0;

    std::size_t cell(std::size_t m, std::size_t s, std::size_t g) const {
        return (m * services.size() + s) * groups.size() + g;
    }
    std::size_t pair(std::size_t m, std::size_t s) const { return m * services.size() + s; }
    std::size_t cells() const { return municipalities.size() * services.size() * groups.size(); }
};

/// Cases of the pile that a run began with; all of them are among the needs of their cell too.
struct CarriedCases {
    std::uint64_t total = 0;
    std::array<std::uint64_t, kOutcomes> ended{};  ///< by Outcome
    CarriedCases& operator+=(const CarriedCases& other);
};

/// One municipality x service x group.
struct OutcomeCell {
    std::uint64_t born = 0;
    std::uint64_t met_on_time = 0;
    std::uint64_t met_late = 0;
    std::uint64_t censored = 0;
    std::array<std::uint64_t, kReasons> unmet{};  ///< by Reason
    std::uint64_t attempts = 0;                   ///< of the needs born here
    Tally access, handling, total;                ///< of needs that reached someone / were decided / were met
    CarriedCases carried{};                       ///< of the born, those that were open cases at the start

    std::uint64_t unmet_total() const;
    OutcomeCell& operator+=(const OutcomeCell& other);
};

/// One municipality x service: distributions in whole minutes.
struct TimeSketches {
    QuantileSketch access, handling, total;
    TimeSketches& operator+=(const TimeSketches& other);
};

/// One municipality x channel.
struct ChannelCell {
    std::uint64_t attempts = 0;
    std::uint64_t reached = 0;     ///< met a competent person, or had a digital form accepted
    std::uint64_t closed = 0, blocked = 0, left = 0, missed = 0;
    std::uint64_t enquiries = 0;   ///< of the attempts, "where is my case"
    Tally wait;                    ///< in line, of those served
    ChannelCell& operator+=(const ChannelCell& other);
};

/// One municipality x system x week.
struct WeekCell {
    std::uint64_t born = 0;        ///< needs that arose this week
    std::uint64_t settled = 0;     ///< met or unmet this week
    std::uint64_t unmet = 0;       ///< of these, unmet
    std::uint64_t open_cases = 0;  ///< registered and undecided at the week's end
    std::uint64_t overdue = 0;     ///< of these, their clock has run out; the state's without stops not told of yet
    WeekCell& operator+=(const WeekCell& other);
};

/// One desk x week.
struct DeskWeek {
    std::uint64_t arrived = 0;
    std::uint64_t started = 0;
    std::uint64_t refused = 0;     ///< full
    std::uint64_t left = 0;        ///< patience ran out
    std::uint64_t sent_home = 0;   ///< in line at closing time
    std::uint64_t backlog = 0;     ///< in line at the week's end
    std::int64_t wait_us = 0;      ///< sum over those started
    std::int64_t busy_us = 0;      ///< head-time at work, inside working hours and overtime
    std::int64_t staffed_us = 0;   ///< head-time present, likewise
    std::int64_t overtime_us = 0;  ///< of staffed_us, after hours
    DeskWeek& operator+=(const DeskWeek& other);
};

/// One policy at one site.
struct PolicyCell {
    std::uint64_t starts = 0;  ///< how often it came into force
    std::uint64_t days = 0;    ///< working days in force, of those that are counted
};

/// One municipality x limit of a service: cases decided in time, and those decided later or still
/// undecided at the end when the limit had passed. Cases that end without a decision are in neither.
struct LimitCell {
    std::uint64_t inside = 0, outside = 0;
    LimitCell& operator+=(const LimitCell& other);
};

/// One municipality x service: provisional replies.
struct ReplyCell {
    std::uint64_t due = 0;      ///< cases still open when one had to be sent
    std::uint64_t in_time = 0;  ///< of these, it was sent in time
    std::uint64_t late = 0;     ///< of these, it was sent later; the others never got one
    ReplyCell& operator+=(const ReplyCell& other);
};

struct RunRecord {
    RunKey key;
    std::uint64_t fingerprint = 0;  ///< of the trajectory: all sites', in their order
    std::uint64_t events = 0;       ///< executed
    std::uint64_t persons = 0;      ///< needs born
    std::vector<OutcomeCell> outcomes;
    std::vector<TimeSketches> times;
    std::vector<ChannelCell> channels;
    std::vector<WeekCell> weekly;   ///< index (m * 2 + system) * weeks + week
    std::vector<DeskWeek> desks;    ///< index desk * weeks + week
    std::vector<PolicyCell> policies;  ///< index policy * sites + site
    std::vector<LimitCell> limits;
    std::vector<ReplyCell> replies;

    RunRecord() = default;
    explicit RunRecord(const RecordShape& shape);  ///< all cells there, all counts 0
};

/// \return the index of the first cell that breaks invariant 1, or -1
std::int64_t check_conservation(const RunRecord& record);

}  // namespace skranke
