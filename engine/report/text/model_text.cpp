#include "engine/report/text/model_text.hpp"

#include <algorithm>

#include "engine/report/text/stopping_text.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/names.hpp"

namespace skranke {

namespace {

constexpr Lang kEnglish = Lang::en;

/// A text as code, which nothing in it can end.
std::string code(std::string text) {
    for (char& c : text)
        if (c == '`' || static_cast<unsigned char>(c) < ' ') c = '\'';
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return "`" + text + "`";
}

std::string name_of(const Label& label, const std::string& key) {
    return plain_markdown(label.english(key)) + (label.english(key) == key ? "" : " (" + code(key) + ")");
}

/// As many decimals as the number needs, at most four.
std::string plain(double value) {
    std::string text = number(value, 4, kEnglish);
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string plain(const Timeline& values, Date first) {
    return plain(values.at(first)) + (values.points.size() > 1 ? " on the first day, then by date" : "");
}

std::string row(std::initializer_list<std::string> cells) {
    std::string line = "|";
    for (const std::string& cell : cells) line += " " + (cell.empty() ? "–" : cell) + " |";
    return line + "\n";
}

std::string head(std::initializer_list<std::string> names) {
    std::string rule = "|";
    for (std::size_t i = 0; i < names.size(); ++i) rule += "---|";
    return "\n" + row(names) + rule + "\n";
}

std::string item(const std::string& text) { return "- " + text + "\n"; }

std::string from_to(Date from, Date to) {
    if (from == Date{} && to == Date{}) return "the whole run";
    return (from == Date{} ? "" : "from " + date(from, kEnglish)) + (from != Date{} && to != Date{} ? " " : "") +
           (to == Date{} ? "" : "until " + date(to, kEnglish));
}

std::string objectives(const Scenario& s) {
    std::string text = "## 1 Objectives\n\n### 1.1 Purpose of the model\n\n";
    text += plain_markdown(s.question.english("The scenario states no question."));
    text += "\n\nThe model follows people who need social services through the channels and the staff of the offices, and says for each "
            "municipality how long they wait, and who never gets through and why.\n\n### 1.2 Model outputs\n\n";
    text += item("Unmet-need rate: unmet / (met on time + met late + unmet); every unmet need has exactly one reason.");
    text += item("Share decided inside the time limit, of those decided or never decided.");
    text += item("Access time: first attempt to first contact. Handling time: application to decision, less the time that the office "
                 "rightly waits for the applicant.");
    text += item("Occupancy, wait, refusals and departures of each desk; open cases and unmet needs by week.");
    text += item("A verdict under three heads, by rules of the scenario (norms, not law).");
    text += "\n### 1.3 Aims of the experiment\n\n";
    std::size_t on = 0;
    for (const Surge& surge : s.surges) on += surge.enabled ? 1 : 0;
    text += "One scenario: " + std::to_string(on) + " surges and " +
            std::to_string(std::count_if(s.policies.begin(), s.policies.end(), [](const Policy& p) { return p.enabled; })) +
            " measures are in force (2.3). Other plans are compared with it replication by replication, among the same people.\n";
    return text;
}

std::string surges(const Scenario& s) {
    std::string text;
    for (const Surge& surge : s.surges)
        if (surge.enabled) text += row({name_of(surge.label, surge.key), key_of(surge.kind), surge.from == Date{} ? "" : from_to(surge.from, surge.to)});
    if (text.empty()) return "\nThere are no surges.\n";
    return head({"surge", "kind", "dates, if it has its own"}) + text;
}

std::string policies(const Scenario& s) {
    std::string text;
    for (const Policy& policy : s.policies) {
        if (!policy.enabled) continue;
        std::string levers;
        for (const LeverMove& move : policy.levers) levers += (levers.empty() ? "" : ", ") + code(skranke::name_of(s, move.lever));
        text += row({name_of(policy.label, policy.key), policy.is_triggered() ? "when " + plain_markdown(policy.when_text) : "by date",
                     from_to(policy.from, policy.to), levers});
    }
    if (text.empty()) return "\nThere are no measures.\n";
    return head({"measure", "starts", "dates", "moves"}) + text;
}

std::string logic(const Scenario& s) {
    std::string text = "\n## 2 Logic\n\n### 2.1 Overview\n\n"
                       "need -> channel -> contact -> (solved at once, or a case) -> triage -> desk -> decision -> met, or unmet for one reason\n"
                       "\n### 2.2 Base model logic\n\nA person with a need chooses a channel that she can use and tries it. A try can fail because "
                       "the channel is closed or full, because her patience ends, or because she misses a callback; then she tries again, "
                       "elsewhere, another day, or gives up. Contact solves the matter or registers a case, which waits for its desk, may "
                       "wait for documents with the clock stopped or for others with the clock running, and is decided. While it is open she "
                       "may ask where it is. A need that was met may arise again.\n\n### 2.3 Scenario logic\n";
    text += surges(s) + policies(s);
    text += "\n### 2.4 Algorithms\n\n";
    text += item("Arrivals: a Poisson process by service, group, place and day whose rate follows the hours of the day, the weekdays and "
                 "the season, times a gamma factor of the day (shape " + plain(s.demand.busyness_shape) + "; 0 = none) that municipalities share with "
                 "correlation " + plain(s.demand.busyness_correlation) + ".");
    text += item("Everything simultaneous has an order of its own (time, rank, origin, ticket): results do not depend on threads.");
    text += item("Offices and shared sites exchange messages that take at least " + plain(s.message_delay_min) + " minutes.");
    return text;
}

std::string components(const Scenario& s) {
    std::string text = "\n### 2.5 Components\n\n**Entities**: people by service and group.\n";
    text += head({"service", "decided by", "needs per 1,000 residents a week", "effort (mean min)", "law of effort", "time limit", "basis"});
    for (const Service& service : s.services)
        text += row({name_of(service.label, service.key), key_of(service.system), plain(service.per_1000_week, s.start),
                     plain(service.effort_min, s.start),
                     std::string(kTimeLawKeys[static_cast<std::size_t>(service.effort_law)]) +
                         (service.effort_law == TimeLaw::lognormal ? ", cv " + plain(service.effort_cv) : ""),
                     plain(service.clock.limit) + " " + key_of(service.clock.unit) + " from " + key_of(service.clock.from),
                     std::string(key_of(service.clock.basis)) + (service.clock.source.empty() ? "" : ": " + plain_markdown(service.clock.source))});
    text += head({"group", "vulnerable", "gives up after so many failed attempts"});
    for (const Group& group : s.groups)
        text += row({name_of(group.label, group.key), group.vulnerable ? "yes" : "no", std::to_string(group.max_attempts)});
    text += "\n**Resources**: " + std::to_string(s.offices.size()) + " offices for " + std::to_string(s.municipalities.size()) +
            " municipalities, and shared sites. A desk is a pool of equal staff with one line.\n";
    text += head({"desk", "positions per 1,000 adults", "positions besides", "at least", "more", "absence a day"});
    for (std::size_t kind = 0; kind < kDeskKinds; ++kind) {
        const DeskRules& desk = s.desks[kind];
        text += row({code(kDeskKeys[kind]), plain(desk.per_1000_adults, s.start), plain(desk.positions, s.start),
                     plain(desk.minimum), plain(desk.more), plain(desk.absence, s.start)});
    }
    text += "\n**Queues**: a line a desk; its room and the patience of those in it by channel.\n";
    text += head({"channel", "contact (mean min)", "law", "patience (mean min, 0 = endless)", "room (0 = no limit)"});
    for (std::size_t c = 0; c < kChannels; ++c) {
        const ChannelRules& channel = s.channels[c];
        if (channel.hours.periods.empty() && c != index_of(Channel::digital)) continue;
        text += row({code(kChannelKeys[c]), plain(channel.talk_min, s.start),
                     std::string(kTimeLawKeys[static_cast<std::size_t>(channel.talk_law)]) +
                         (channel.talk_law == TimeLaw::lognormal ? ", cv " + plain(channel.talk_cv) : ""),
                     plain(channel.patience_min), plain(channel.room, s.start)});
    }
    return text + "\n**Entry and exit**: a need arises at a time and place; it leaves met on time, met late, unmet, or censored (its clock runs "
                  "past the last day; left out of rates).\n";
}

std::string data(const Scenario& s) {
    std::string text = "\n## 3 Data\n\n### 3.1 Data sources\n\nTables that the scenario was read with:\n\n";
    for (const InputFile& input : s.inputs) text += item(code(input.name) + ", " + std::to_string(input.content.size()) + " bytes");
    text += "\n### 3.2 Preprocessing\n\nNone is done by the program: tables are used as they are.\n\n### 3.3 Input parameters\n\n"
            "All of them stand in the appendix, key by key; those that are not plain facts in 3.4.\n\n### 3.4 Assumptions\n";
    if (s.assumptions.empty()) return text + "\nThe scenario marks no number as an assumption.\n";
    text += head({"key", "value", "from", "to", "unit", "basis", "why, or source"});
    for (const Assumption& a : s.assumptions)
        text += row({code(a.key), plain(a.value), plain(a.low), plain(a.high), plain_markdown(a.unit), plain_markdown(a.basis),
                     plain_markdown(a.why)});
    return text;
}

std::string experimentation(const Scenario& s, const Summary& summary) {
    std::string text = "\n## 4 Experimentation\n\n### 4.1 Initialisation\n\n";
    text += s.pile.empty() ? "The run begins with empty offices. " : "The run begins with " + std::to_string(s.pile.size()) + " open cases of the scenario's table. ";
    text += std::to_string(s.warm_up_weeks) + " weeks are simulated before the first day and not counted.\n\n### 4.2 Run length\n\n" +
            std::to_string(s.weeks) + " weeks from " + date(s.start, kEnglish) + ".\n\n### 4.3 Estimation approach\n\n";
    text += std::to_string(summary.replications) + " independent replications. ";
    text += summary.stopping ? plain_markdown(stopping_text(*summary.stopping, summary.replications, kEnglish)) +
                                   " The rule is looked at after each replication from the " + std::to_string(summary.stopping->least) +
                                   "th on, at most " + std::to_string(summary.stopping->most) + " (Law, Simulation Modeling and Analysis, sec. 9.4.1)."
                             : "Their number was given.";
    return text + " Intervals are 95 %: Student's for means, with the delta method for ratios of sums, Wilson's for shares of replications.\n";
}

std::string implementation(const Scenario& s, const Provenance& p) {
    std::string text = "\n## 5 Implementation\n\n### 5.1 Software\n\nSkranke " + plain_markdown(p.version) +
                       (p.git.empty() ? "" : " (" + plain_markdown(p.git) + ")") + ", a discrete-event simulator in C++20.\n\n### 5.2 Random sampling\n\n";
    text += "Philox 4x32-10 streams found by address (seed, replication, place, person or day, purpose); seed " + std::to_string(p.seed) +
            ". The order of events does not matter, and scenarios that differ in a measure meet the same people.\n\n### 5.3 Model execution\n\n";
    text += "Event by event, no time steps; times are whole microseconds. Command: " + code(p.command) + ", begun " + p.created + ".\n\n";
    text += item("scenario " + plain_markdown(s.name) + ", hash `" + hexadecimal(p.scenario_hash) + "`");
    text += item("fingerprint of the replications `" + hexadecimal(p.fingerprint) + "` (" + key_of(p.fingerprint_strength) + ")");
    text += "\n### 5.4 System specification\n\nThe numbers depend neither on the machine's speed nor on how many threads were used; neither is recorded.\n";
    return text;
}

std::string code_access() {
    return "\n## 6 Code access\n\n### 6.1 Computer model sharing\n\nThe program is free software under the Apache License 2.0. `result.h5` beside this "
           "file holds the scenario and all its tables; `skranke reproduce` plays it again with the same version and compares every number.\n";
}

/// In a fence that nothing in the text can close.
std::string appendix(const Scenario& s) {
    std::size_t longest = 2, run = 0;
    for (const char c : s.text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    return "\n## Appendix: the scenario, key by key\n\n" + fence + "toml\n" + s.text + fence + "\n";
}

}  // namespace

std::string plain_markdown(const std::string& text) {
    static constexpr std::string_view kMarks = "\\`*_{}[]<>#|~&$!";
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < ' ') {
            out += ' ';
            continue;
        }
        if (kMarks.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string model_description(const Scenario& scenario, const Summary& summary, const Provenance& provenance) {
    return "# " + plain_markdown(scenario.title.english(scenario.name)) +
           ": the model\n\nModel output, not checked against measured waiting times. In the order of the STRESS-DES checklist (Monks et al., "
           "Journal of Simulation 13(1), 2019).\n\n" +
           objectives(scenario) + logic(scenario) + components(scenario) + data(scenario) + experimentation(scenario, summary) +
           implementation(scenario, provenance) + code_access() + appendix(scenario);
}

}  // namespace skranke
