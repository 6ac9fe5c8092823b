#include "tools/web/what_if.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/analysis/verdict.hpp"
#include "engine/language/scenario_reader.hpp"
#include "engine/office/replication.hpp"
#include "engine/record/provenance.hpp"

namespace skranke::what_if {

namespace {

using nlohmann::json;

constexpr const char* kStoredName = "scenario.toml";

/// Local services of some municipalities in one replication.
struct Counts {
    OutcomeCell outcomes;
    TimeSketches times;
    VerdictCounts verdict;
    std::vector<std::uint64_t> open_cases;  // by week

    void add(const Scenario& scenario, const RecordShape& shape, const RunRecord& record, std::size_t municipality);
    json told(const VerdictRules& rules) const;
};

void Counts::add(const Scenario& scenario, const RecordShape& shape, const RunRecord& record, std::size_t m) {
    for (std::size_t s = 0; s < shape.services.size(); ++s) {
        if (scenario.services[s].system != System::local) continue;
        const bool urgent = scenario.services[s].priority <= scenario.verdict.urgent_priority;
        for (std::size_t g = 0; g < shape.groups.size(); ++g) {
            const OutcomeCell& cell = record.outcomes[shape.cell(m, s, g)];
            outcomes += cell;
            verdict.add(cell, urgent, scenario.groups[g].vulnerable);
        }
        times += record.times[shape.pair(m, s)];
        verdict.add_access(record.times[shape.pair(m, s)].access);
    }
    open_cases.resize(shape.weeks);
    const WeekCell* weeks = &record.weekly[(m * kRecordSystems + static_cast<std::size_t>(System::local)) * shape.weeks];
    for (std::size_t w = 0; w < shape.weeks; ++w) open_cases[w] += weeks[w].open_cases;
}

json Counts::told(const VerdictRules& rules) const {
    json unmet = json::object();
    for (std::size_t r = 0; r < kReasons; ++r) unmet[key_of(static_cast<Reason>(r))] = outcomes.unmet[r];
    json holds = json::object();
    const HeldRules held = judge(rules, verdict.judged(rules));
    for (std::size_t h = 0; h < kHeads; ++h) {
        json& head = holds[key_of(static_cast<Head>(h))];
        for (std::size_t r = 0; r < kRulesPerHead; ++r) head[rule_key(static_cast<Head>(h), static_cast<int>(r))] = held[h][r];
    }
    return {{"born", outcomes.born},
            {"met_on_time", outcomes.met_on_time},
            {"met_late", outcomes.met_late},
            {"censored", outcomes.censored},
            {"unmet", unmet},
            {"holds", holds},
            {"access_p50_min", times.access.quantile_min(0.5)},
            {"access_p90_min", times.access.quantile_min(0.9)},
            {"handling_p50_min", times.handling.quantile_min(0.5)},
            {"handling_p90_min", times.handling.quantile_min(0.9)},
            {"open_cases", open_cases}};
}

/// kDeskWeekNumbers of each desk and week, one after another.
json desk_numbers(const RunRecord& record) {
    json numbers = json::array();
    for (const DeskWeek& week : record.desks) {
        for (const std::uint64_t count : {week.arrived, week.started, week.refused, week.left, week.sent_home, week.backlog}) numbers.push_back(count);
        for (const std::int64_t us : {week.wait_us, week.busy_us, week.staffed_us}) numbers.push_back(us);
    }
    return numbers;
}

json stored_inputs(const json& stored) {
    const auto inputs = stored.find("inputs");
    return inputs != stored.end() && inputs->is_array() ? *inputs : json::array();
}

std::string text_of(const json& object, const char* key) {
    if (!object.is_object()) return "";
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// Gives the scenario's text and its tables by their names.
ReadFile reader_of(const json& stored) {
    return [&stored](const std::string& name) -> std::optional<std::string> {
        if (name == kStoredName) return text_of(stored, "scenario");
        for (const json& input : stored_inputs(stored))
            if (text_of(input, "name") == name) return text_of(input, "content");
        return std::nullopt;
    };
}

FingerprintStrength strength_of(const json& stored) {
    for (const FingerprintStrength strength : kFingerprintStrengths)
        if (text_of(stored, "fingerprint_strength") == key_of(strength)) return strength;
    return FingerprintStrength::time;
}

std::vector<std::string> settings_of(const json& list) {
    std::vector<std::string> settings;
    for (const json& setting : list)
        if (setting.is_string()) settings.push_back(setting.get<std::string>());
    return settings;
}

}  // namespace

std::string hexadecimal(std::uint64_t value) {
    constexpr const char* kDigits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t at = text.size(); at-- > 0; value >>= 4) text[at] = kDigits[value & 15];
    return text;
}

Plan::Plan(Scenario scenario, FingerprintStrength strength)
    : scenario_(std::move(scenario)), world_(scenario_), strength_(strength) {}

json Plan::facts() const {
    json places = json::array();
    for (const Municipality& m : scenario_.municipalities) places.push_back({{"number", m.number}, {"name", m.name}});
    return {{"name", scenario_.name},
            {"hash", hexadecimal(scenario_.hash)},
            {"weeks", scenario_.weeks},
            {"replications", scenario_.replications},
            {"municipalities", places}};
}

json Plan::play(std::uint32_t number) const {
    const RunRecord record = run_replication(world_, number, run_windows, strength_);
    json places = json::array({nullptr});
    Counts area;
    for (std::size_t m = 0; m < scenario_.municipalities.size(); ++m) {
        Counts counts;
        counts.add(scenario_, world_.shape, record, m);
        area.add(scenario_, world_.shape, record, m);
        places.push_back(counts.told(scenario_.verdict));
    }
    places[0] = area.told(scenario_.verdict);
    return {{"replication", number},
            {"fingerprint", hexadecimal(record.fingerprint)},
            {"persons", record.persons},
            {"events", record.events},
            {"places", places},
            {"desks", desk_numbers(record)}};
}

Opened open(const std::string& stored_text, const std::string& settings_text) {
    const json stored = json::parse(stored_text, nullptr, false);
    const json settings = json::parse(settings_text, nullptr, false);
    if (!stored.is_object() || !settings.is_array()) return {nullptr, {"the stored scenario is damaged"}};
    if (text_of(stored, "scenario").empty())
        return {nullptr, {"the run began with open cases, which this report does not carry (it does if it is made with --carry-cases)"}};
    ReadResult read = read_scenario(kStoredName, reader_of(stored), settings_of(settings));
    Opened opened;
    for (const Problem& problem : read.problems) opened.problems.push_back(to_text(problem));
    if (!read.scenario) return opened;
    const auto seed = stored.find("seed");
    if (seed != stored.end() && seed->is_number_unsigned()) read.scenario->seed = seed->get<std::uint64_t>();
    opened.plan = std::make_unique<Plan>(*std::move(read.scenario), strength_of(stored));
    return opened;
}

}  // namespace skranke::what_if
