#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

namespace {

/// \return whether the lever is known
bool describe_move(V& v, const Scenario& s, LeverMove& move) {
    std::vector<std::string> names;
    const std::vector<Lever> levers = all_levers(s);
    for (const Lever& lever : levers) names.push_back(name_of(s, lever));
    std::size_t index = names.size();
    v.pick(words("lever", "lever", "Path of the field that is moved, e.g. desk.casework.positions.", kChoice, kRequired),
           names, index);
    const bool is_known = index < levers.size();
    if (is_known) move.lever = levers[index];
    v.optional_number({"set", "unit of the lever", -1e6, 1e6, "The value while in force.", kChoice}, move.set);
    v.optional_number({"add", "unit of the lever", -1e6, 1e6, "Added while in force; results below 0 count as 0.", kChoice},
                      move.add);
    v.optional_number({"multiply", "factor", 0, 1e6, "Multiplies while in force.", kChoice}, move.multiply);
    v.hours(words("hours", "opening hours", "The hours while in force, for levers that are hours.", kChoice), move.hours);
    return is_known;
}

void describe_label(V& v, Policy& p) { v.label(words("label", "text", "Name in the three languages."), p.label); }

/// When and where it is in force, what it moves and what it costs.
void describe_taking(V& v, const Scenario& s, Policy& p, std::vector<std::string>& offices) {
    v.date(words("from", "date", "First day; without it the scenario's first."), p.from);
    v.date(words("to", "date", "First day after; without it the scenario's end."), p.to);
    v.expression(words("when", "condition",
                       "Looked at every midnight between from and to; without it the policy is in force all that time."),
                 p.when, p.when_text);
    v.texts(words("offices", "office ids", "Which offices take it; without it all, and the shared sites."), offices);
    v.number({"delay_working_days", "working days", 0, kMostDays,
              "From the midnight when the condition held to the first day in force, that day not counted.", kAssumed},
             p.delay_working_days);
    v.number({"lasts_days", "days", 0, kMostDays, "How long once in force; 0 = to the end.", kChoice}, p.lasts_days);
    count(v, {"most_times", "times", 1, 1000, "How often the condition may start it at one office.", kChoice}, p.most_times);
    v.listed(words("levers", "list", "What is moved: a lever and one of set, add, multiply, hours.", kChoice, kRequired), [&] {
        LeverMove& move = p.levers.emplace_back();
        if (!describe_move(v, s, move)) p.levers.pop_back();
    });
    v.number({"cost_start", "NOK", 0, 1e12, "Each time it starts at an office.", kRecords}, p.cost_start);
    v.number({"cost_per_day", "NOK", 0, 1e12, "Each working day in force at an office.", kRecords}, p.cost_per_day);
}

}  // namespace

void describe_policy(V& v, const Scenario& s, Policy& p, std::vector<std::string>& offices) {
    describe_label(v, p);
    v.flag(words("enabled", "true or false", "Whether it is part of this scenario."), p.enabled);
    describe_taking(v, s, p, offices);
}

void describe_measure(V& v, const Scenario& s, OfferedMeasure& m, std::vector<std::string>& offices) {
    describe_label(v, m.policy);
    count(v, {"doses", "times", 1, 5, "How much of it is tried: add, multiply and the costs once, twice, and so on.", kChoice},
          m.doses);
    describe_taking(v, s, m.policy, offices);
}

}  // namespace skranke::fields
