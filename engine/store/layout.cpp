#include "engine/store/layout.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <type_traits>

#include "engine/base/contract.hpp"

namespace skranke::layout {

static_assert(kRecordChannels == kChannels, "a record has a cell for every channel of the scenario");

namespace {

using Texts = std::vector<std::string>;
using Numbers = std::vector<double>;

constexpr char kBytesMark = '\x01';  // begins the stored form of bytes that are no text

constexpr std::size_t kDurations = 3;  // access, handling, total

/// Bins of a sketch that has seen the longest duration it can tell.
std::size_t sketch_bins() {
    QuantileSketch sketch;
    sketch.add_minutes(~std::uint64_t{0});
    return sketch.bins().size();
}

template <class Items, class Get>
Column each(const Items& items, Get get) {
    std::vector<std::decay_t<decltype(get(items.front()))>> values;
    for (const auto& item : items) values.push_back(get(item));
    return values;
}

template <class Enumeration>
Column keys_of(std::size_t count) {
    Texts keys;
    for (std::size_t i = 0; i < count; ++i) keys.emplace_back(key_of(static_cast<Enumeration>(i)));
    return keys;
}

Column with_whole_area(std::string area, const Texts& places) {
    Texts all{std::move(area)};
    all.insert(all.end(), places.begin(), places.end());
    return all;
}

Column duration_bins(const RecordShape&, const Scenario&) {
    Numbers least;
    for (std::size_t bin = 0; bin < sketch_bins(); ++bin)
        least.push_back(static_cast<double>(QuantileSketch::lower_bound(bin)));
    return least;
}

Column week_days(const RecordShape& shape, const Scenario&) {
    Numbers days;
    for (std::size_t week = 0; week < shape.weeks; ++week) days.push_back(7.0 * static_cast<double>(week));
    return days;
}

template <class Number>
void assign(Number& target, std::uint64_t value) {
    target = static_cast<Number>(value);
}

/// One integer of every cell of `Cells`; `Path` are members, outermost first.
template <auto Cells, auto... Path>
Access cells() {
    return {[](const RunRecord& record, Values& values) {
                for (const auto& cell : record.*Cells) values.push_back(static_cast<std::uint64_t>((cell.*....*Path)));
            },
            [](const Values& values, RunRecord& record) {
                std::size_t next = 0;
                for (auto& cell : record.*Cells) assign((cell.*....*Path), values[next++]);
            }};
}

/// One integer of the replication.
template <auto... Path>
Access whole() {
    return {[](const RunRecord& record, Values& values) { values.push_back((record.*....*Path)); },
            [](const Values& values, RunRecord& record) { assign((record.*....*Path), values.front()); }};
}

Access unmet_by_reason() {
    return {[](const RunRecord& record, Values& values) {
                for (const OutcomeCell& cell : record.outcomes)
                    values.insert(values.end(), cell.unmet.begin(), cell.unmet.end());
            },
            [](const Values& values, RunRecord& record) {
                std::size_t next = 0;
                for (OutcomeCell& cell : record.outcomes)
                    for (std::uint64_t& count : cell.unmet) count = values[next++];
            }};
}

Access carried_by_outcome() {
    return {[](const RunRecord& record, Values& values) {
                for (const OutcomeCell& cell : record.outcomes)
                    values.insert(values.end(), cell.carried.ended.begin(), cell.carried.ended.end());
            },
            [](const Values& values, RunRecord& record) {
                std::size_t next = 0;
                for (OutcomeCell& cell : record.outcomes)
                    for (std::uint64_t& count : cell.carried.ended) count = values[next++];
            }};
}

constexpr QuantileSketch TimeSketches::*kSketches[kDurations] = {&TimeSketches::access, &TimeSketches::handling,
                                                                 &TimeSketches::total};

Access durations() {
    return {[](const RunRecord& record, Values& values) {
                const std::size_t bins = sketch_bins();
                for (const TimeSketches& times : record.times)
                    for (const auto sketch : kSketches) {
                        const std::vector<std::uint32_t>& counts = (times.*sketch).bins();
                        values.insert(values.end(), counts.begin(), counts.end());
                        values.insert(values.end(), bins - counts.size(), 0);
                    }
            },
            [](const Values& values, RunRecord& record) {
                const std::size_t bins = sketch_bins();
                auto from = values.begin();
                for (TimeSketches& times : record.times)
                    for (const auto sketch : kSketches) {
                        std::size_t used = bins;
                        while (used > 0 && from[static_cast<std::ptrdiff_t>(used) - 1] == 0) --used;
                        std::vector<std::uint32_t> counts(used);
                        for (std::size_t bin = 0; bin < used; ++bin)
                            assign(counts[bin], from[static_cast<std::ptrdiff_t>(bin)]);
                        (times.*sketch).set_bins(std::move(counts));
                        from += static_cast<std::ptrdiff_t>(bins);
                    }
            }};
}

std::vector<Coordinate> make_coordinates() {
    using R = RecordShape;
    using S = Scenario;
    return {
        {"municipality", Axis::municipality, Element::text, "1", "municipality number",
         [](const R& r, const S&) -> Column { return r.municipalities; }},
        {"municipality_name", Axis::municipality, Element::text, "1", "municipality name",
         [](const R& r, const S&) -> Column { return r.municipality_names; }},
        {"municipality_population", Axis::municipality, Element::f64, "1", "residents",
         [](const R&, const S& s) {
             return each(s.municipalities, [](const Municipality& m) { return m.population; });
         }},
        {"municipality_longitude", Axis::municipality, Element::f64, "degrees_east",
         "longitude of the administrative centre",
         [](const R&, const S& s) { return each(s.municipalities, [](const Municipality& m) { return m.lon; }); }},
        {"municipality_latitude", Axis::municipality, Element::f64, "degrees_north",
         "latitude of the administrative centre",
         [](const R&, const S& s) { return each(s.municipalities, [](const Municipality& m) { return m.lat; }); }},
        {"service", Axis::service, Element::text, "1", "service that is needed",
         [](const R& r, const S&) -> Column { return r.services; }},
        {"service_system", Axis::service, Element::text, "1",
         "who decides it: the local office or the state's back office",
         [](const R&, const S& s) {
             return each(s.services, [](const Service& x) { return std::string(key_of(x.system)); });
         }},
        {"group", Axis::group, Element::text, "1", "group of residents with the same abilities",
         [](const R& r, const S&) -> Column { return r.groups; }},
        {"group_vulnerable", Axis::group, Element::u32, "1", "1 if the scenario flags the group as vulnerable, else 0",
         [](const R&, const S& s) { return each(s.groups, [](const Group& g) { return g.vulnerable ? 1.0 : 0.0; }); }},
        {"reason", Axis::reason, Element::text, "1", "why a need was not met",
         [](const R&, const S&) { return keys_of<Reason>(kReasons); }},
        {"outcome", Axis::outcome, Element::text, "1", "how a need ended",
         [](const R&, const S&) { return keys_of<Outcome>(kOutcomes); }},
        {"channel", Axis::channel, Element::text, "1", "way to the office",
         [](const R&, const S&) { return keys_of<Channel>(kChannels); }},
        {"system", Axis::system, Element::text, "1", "who decides: the local office or the state's back office",
         [](const R&, const S&) { return keys_of<System>(kRecordSystems); }},
        {"week", Axis::week, Element::i32, "days since ", "Monday of the week", week_days},
        {"limit", Axis::limit, Element::text, "1", "time limit: service/name, the service's own clock as service/clock",
         [](const R& r, const S&) -> Column { return r.limits; }},
        {"desk", Axis::desk, Element::text, "1", "pool of staff",
         [](const R& r, const S&) { return each(r.desks, [](const R::Desk& d) { return d.key; }); }},
        {"desk_site", Axis::desk, Element::text, "1", "office or shared site of the desk",
         [](const R& r, const S&) { return each(r.desks, [](const R::Desk& d) { return d.site; }); }},
        {"desk_kind", Axis::desk, Element::text, "1", "what the desk does",
         [](const R& r, const S&) { return each(r.desks, [](const R::Desk& d) { return d.kind; }); }},
        {"policy", Axis::policy, Element::text, "1", "measure",
         [](const R& r, const S&) -> Column { return r.policies; }},
        {"policy_cost_start", Axis::policy, Element::f64, "NOK", "cost of each start at a site",
         [](const R&, const S& s) { return each(s.policies, [](const Policy& p) { return p.cost_start; }); }},
        {"policy_cost_per_day", Axis::policy, Element::f64, "NOK", "cost of a working day in force at a site",
         [](const R&, const S& s) { return each(s.policies, [](const Policy& p) { return p.cost_per_day; }); }},
        {"site", Axis::site, Element::text, "1", "office id, or shared site",
         [](const R& r, const S&) -> Column { return r.sites; }},
        {"duration", Axis::duration, Element::text, "1",
         "which time: first attempt to first contact, application to decision less clock stops, need to decision",
         [](const R&, const S&) -> Column {
             return Texts{"access", "handling", "total"};
         }},
        {"duration_bin", Axis::duration_bin, Element::u32, "min",
         "least duration of the bin, which ends where the next begins", duration_bins},
        {"place", Axis::place, Element::text, "1", "\"all\" for the whole area, then the municipality numbers",
         [](const R& r, const S&) { return with_whole_area("all", r.municipalities); }},
        {"place_name", Axis::place, Element::text, "1", "name of the place",
         [](const R& r, const S&) { return with_whole_area("whole area", r.municipality_names); }},
        {"key", Axis::key, Element::text, "1", "key of the scenario that holds an assumption",
         [](const R&, const S& s) { return each(s.assumptions, [](const Assumption& a) { return a.key; }); }},
        {"value", Axis::key, Element::f64, "unit of the key", "value used",
         [](const R&, const S& s) { return each(s.assumptions, [](const Assumption& a) { return a.value; }); }},
        {"low", Axis::key, Element::f64, "unit of the key", "least plausible value",
         [](const R&, const S& s) { return each(s.assumptions, [](const Assumption& a) { return a.low; }); }},
        {"high", Axis::key, Element::f64, "unit of the key", "greatest plausible value",
         [](const R&, const S& s) { return each(s.assumptions, [](const Assumption& a) { return a.high; }); }},
        {"unit", Axis::key, Element::text, "1", "unit of value, low and high",
         [](const R&, const S& s) { return each(s.assumptions, [](const Assumption& a) { return a.unit; }); }},
        {"basis", Axis::key, Element::text, "1", "what the value rests on: sourced, derived or assumption",
         [](const R&, const S& s) { return each(s.assumptions, [](const Assumption& a) { return a.basis; }); }},
        {"why", Axis::key, Element::text, "1", "its author's reason",
         [](const R&, const S& s) { return each(s.assumptions, [](const Assumption& a) { return a.why; }); }},
        {"input", Axis::input, Element::text, "1", "file that the scenario was read with",
         [](const R&, const S& s) { return each(s.inputs, [](const InputFile& file) { return file.name; }); }},
        {"input_content", Axis::input, Element::text, "1", "its content: text as it is, other bytes as hexadecimal digits after a U+0001",
         [](const R&, const S& s) { return each(s.inputs, [](const InputFile& file) { return stored_content(file.content); }); }},
    };
}

std::vector<Variable> make_variables() {
    using A = Axis;
    using E = Element;
    using R = RunRecord;
    using O = OutcomeCell;
    using C = ChannelCell;
    using W = WeekCell;
    using D = DeskWeek;
    using P = PolicyCell;
    const std::vector<A> cell{A::municipality, A::service, A::group};
    const std::vector<A> by_reason{A::municipality, A::service, A::group, A::reason};
    const std::vector<A> by_outcome{A::municipality, A::service, A::group, A::outcome};
    const std::vector<A> line{A::municipality, A::channel};
    const std::vector<A> weekly{A::municipality, A::system, A::week};
    const std::vector<A> desk{A::desk, A::week};
    const std::vector<A> measure{A::policy, A::site};
    const std::vector<A> limit{A::municipality, A::limit};
    const std::vector<A> pair{A::municipality, A::service};
    const std::vector<A> bins{A::municipality, A::service, A::duration, A::duration_bin};
    return {
        {"replication", {}, E::u32, "1", "number of the replication", whole<&R::key, &RunKey::replication>()},
        {"trajectory", {}, E::u64, "1", "fingerprint, as strong as fingerprint_strength says", whole<&R::fingerprint>()},
        {"events", {}, E::u64, "1", "events executed", whole<&R::events>()},
        {"persons", {}, E::u64, "1", "needs that arose", whole<&R::persons>()},

        {"born", cell, E::u32, "1", "needs that arose", cells<&R::outcomes, &O::born>()},
        {"met_on_time", cell, E::u32, "1", "needs met inside their clock", cells<&R::outcomes, &O::met_on_time>()},
        {"met_late", cell, E::u32, "1", "needs met after their clock ran out", cells<&R::outcomes, &O::met_late>()},
        {"unmet", by_reason, E::u32, "1", "needs not met", unmet_by_reason()},
        {"censored", cell, E::u32, "1", "needs whose clock runs past the horizon, left out of rates",
         cells<&R::outcomes, &O::censored>()},
        {"carried_over", cell, E::u32, "1", "of the needs, open cases that the run began with",
         cells<&R::outcomes, &O::carried, &CarriedCases::total>()},
        {"carried_over_ended", by_outcome, E::u32, "1", "how these ended; less them, the counts above are of new needs alone",
         carried_by_outcome()},
        {"attempts", cell, E::u32, "1", "attempts made for these needs", cells<&R::outcomes, &O::attempts>()},
        {"access_count", cell, E::u32, "1", "needs that reached someone",
         cells<&R::outcomes, &O::access, &Tally::count>()},
        {"access_sum", cell, E::i64, "us", "sum of times from first attempt to first contact",
         cells<&R::outcomes, &O::access, &Tally::sum_us>()},
        {"handling_count", cell, E::u32, "1", "cases decided", cells<&R::outcomes, &O::handling, &Tally::count>()},
        {"handling_sum", cell, E::i64, "us", "sum of times from application to decision, less clock stops",
         cells<&R::outcomes, &O::handling, &Tally::sum_us>()},
        {"total_count", cell, E::u32, "1", "needs met", cells<&R::outcomes, &O::total, &Tally::count>()},
        {"total_sum", cell, E::i64, "us", "sum of times from need to decision",
         cells<&R::outcomes, &O::total, &Tally::sum_us>()},
        {"duration_count", bins, E::u32, "1", "needs by how long they took", durations()},

        {"channel_attempts", line, E::u32, "1", "attempts", cells<&R::channels, &C::attempts>()},
        {"channel_reached", line, E::u32, "1", "attempts that met a competent person or had a digital form accepted",
         cells<&R::channels, &C::reached>()},
        {"channel_closed", line, E::u32, "1", "attempts at a shut door or line", cells<&R::channels, &C::closed>()},
        {"channel_blocked", line, E::u32, "1", "attempts at a full line, room or calendar",
         cells<&R::channels, &C::blocked>()},
        {"channel_left", line, E::u32, "1", "attempts that hung up or left", cells<&R::channels, &C::left>()},
        {"channel_missed", line, E::u32, "1", "attempts that ended in a missed callback",
         cells<&R::channels, &C::missed>()},
        {"channel_enquiries", line, E::u32, "1", "of the attempts, questions about a waiting case",
         cells<&R::channels, &C::enquiries>()},
        {"channel_wait_count", line, E::u32, "1", "people served from the line",
         cells<&R::channels, &C::wait, &Tally::count>()},
        {"channel_wait_sum", line, E::i64, "us", "sum of their waits in line",
         cells<&R::channels, &C::wait, &Tally::sum_us>()},

        {"weekly_born", weekly, E::u32, "1", "needs that arose in the week", cells<&R::weekly, &W::born>()},
        {"weekly_settled", weekly, E::u32, "1", "needs that ended in the week, met or unmet",
         cells<&R::weekly, &W::settled>()},
        {"weekly_unmet", weekly, E::u32, "1", "of these, unmet", cells<&R::weekly, &W::unmet>()},
        {"weekly_open_cases", weekly, E::u32, "1", "cases registered and undecided at the week's end",
         cells<&R::weekly, &W::open_cases>()},
        {"weekly_overdue", weekly, E::u32, "1", "of these, cases whose clock has run out", cells<&R::weekly, &W::overdue>()},

        {"desk_arrived", desk, E::u32, "1", "people or cases that came", cells<&R::desks, &D::arrived>()},
        {"desk_started", desk, E::u32, "1", "services begun", cells<&R::desks, &D::started>()},
        {"desk_refused", desk, E::u32, "1", "turned away because the line was full", cells<&R::desks, &D::refused>()},
        {"desk_left", desk, E::u32, "1", "left because patience ran out", cells<&R::desks, &D::left>()},
        {"desk_sent_home", desk, E::u32, "1", "still in line at closing time", cells<&R::desks, &D::sent_home>()},
        {"desk_backlog", desk, E::u32, "1", "in line at the week's end", cells<&R::desks, &D::backlog>()},
        {"desk_wait", desk, E::i64, "us", "sum of waits of those whose service began", cells<&R::desks, &D::wait_us>()},
        {"desk_busy", desk, E::i64, "us", "staff time at work inside working hours", cells<&R::desks, &D::busy_us>()},
        {"desk_staffed", desk, E::i64, "us", "staff time present inside working hours",
         cells<&R::desks, &D::staffed_us>()},
        {"desk_overtime", desk, E::i64, "us", "of the staff time present, after hours",
         cells<&R::desks, &D::overtime_us>()},

        {"policy_starts", measure, E::u32, "1", "times that a measure came into force", cells<&R::policies, &P::starts>()},
        {"policy_days", measure, E::u32, "1", "working days that a measure was in force",
         cells<&R::policies, &P::days>()},
        {"limit_inside", limit, E::u32, "1", "cases decided inside the limit", cells<&R::limits, &LimitCell::inside>()},
        {"limit_outside", limit, E::u32, "1", "cases decided later, or undecided at the end when the limit had passed",
         cells<&R::limits, &LimitCell::outside>()},
        {"reply_due", pair, E::u32, "1", "cases still open when a provisional reply had to be sent",
         cells<&R::replies, &ReplyCell::due>()},
        {"reply_in_time", pair, E::u32, "1", "of these, provisional replies sent in time",
         cells<&R::replies, &ReplyCell::in_time>()},
        {"reply_late", pair, E::u32, "1", "of these, provisional replies sent later",
         cells<&R::replies, &ReplyCell::late>()},
    };
}

std::string row(std::initializer_list<std::string> texts) {
    std::string line = "|";
    for (const std::string& text : texts) line += " " + text + " |";
    return line + "\n";
}

}  // namespace

std::string stored_content(const std::string& content) {
    // A table that could be read is UTF-8 text, or a workbook: a ZIP archive, which has zeros.
    if (content.find('\0') == std::string::npos && !content.starts_with(kBytesMark)) return content;
    constexpr const char* kDigits = "0123456789abcdef";
    std::string stored(1, kBytesMark);
    for (const char c : content) {
        const auto byte = static_cast<unsigned char>(c);
        stored += {kDigits[byte >> 4], kDigits[byte & 15]};
    }
    return stored;
}

std::optional<std::string> content_of(const std::string& stored) {
    if (!stored.starts_with(kBytesMark)) return stored;
    std::string content;
    for (std::size_t at = 1; at < stored.size(); at += 2) {
        unsigned byte = 0;
        const char* from = stored.data() + at;
        const char* to = stored.data() + std::min(at + 2, stored.size());
        if (std::from_chars(from, to, byte, 16).ptr != from + 2) return {};
        content += static_cast<char>(byte);
    }
    return content;
}

const char* name_of(Axis axis) {
    static constexpr const char* kNames[kAxes] = {"replication",  "municipality", "service", "group", "reason", "outcome",
                                                  "channel",      "system",       "week",    "desk",  "policy",
                                                  "site",         "duration",
                                                  "duration_bin", "place",        "key",     "limit", "input"};
    return kNames[static_cast<std::size_t>(axis)];
}

const char* name_of(Element element) {
    static constexpr const char* kNames[] = {"uint32", "uint64", "int32", "int64", "float64", "text"};
    return kNames[static_cast<std::size_t>(element)];
}

std::size_t bytes_of(Element element) {
    switch (element) {
        case Element::u32:
        case Element::i32:
            return 4;
        case Element::u64:
        case Element::i64:
        case Element::f64:
            return 8;
        case Element::text:
            return 0;
    }
    return 0;
}

const std::vector<Coordinate>& coordinates() {
    static const std::vector<Coordinate> table = make_coordinates();
    return table;
}

const std::vector<Variable>& variables() {
    static const std::vector<Variable> table = make_variables();
    return table;
}

std::size_t length_of(Axis axis, const RecordShape& shape) {
    switch (axis) {
        case Axis::municipality:
            return shape.municipalities.size();
        case Axis::service:
            return shape.services.size();
        case Axis::group:
            return shape.groups.size();
        case Axis::reason:
            return kReasons;
        case Axis::outcome:
            return kOutcomes;
        case Axis::channel:
            return kRecordChannels;
        case Axis::system:
            return kRecordSystems;
        case Axis::week:
            return shape.weeks;
        case Axis::desk:
            return shape.desks.size();
        case Axis::policy:
            return shape.policies.size();
        case Axis::site:
            return shape.sites.size();
        case Axis::duration:
            return kDurations;
        case Axis::duration_bin:
            return sketch_bins();
        case Axis::limit:
            return shape.limits.size();
        case Axis::place:
            return 1 + shape.municipalities.size();
        case Axis::replication:
        case Axis::key:
        case Axis::input:
            return 0;
    }
    return 0;
}

bool is_stored(const Variable& variable, const RecordShape& shape) {
    return std::all_of(variable.axes.begin(), variable.axes.end(),
                       [&](Axis axis) { return length_of(axis, shape) > 0; });
}

std::string unit_of(const Coordinate& coordinate, const Scenario& scenario) {
    if (coordinate.axis != Axis::week) return coordinate.unit;
    const std::chrono::year_month_day day{scenario.start};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return coordinate.unit + text;
}

std::string markdown() {
    std::string text = "| coordinate | along | type | unit | meaning |\n|---|---|---|---|---|\n";
    for (const Coordinate& c : coordinates())
        text += row({c.name, name_of(c.axis), name_of(c.element),
                     c.axis == Axis::week ? c.unit + "the first day" : c.unit, c.long_name});
    text += "\n| variable | axes | type | unit | meaning |\n|---|---|---|---|---|\n";
    for (const Variable& v : variables()) {
        std::string axes = name_of(Axis::replication);
        for (const Axis axis : v.axes) axes += std::string(", ") + name_of(axis);
        text += row({v.name, axes, name_of(v.element), v.unit, v.long_name});
    }
    return text;
}

}  // namespace skranke::layout
