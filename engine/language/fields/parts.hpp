#pragma once
/// \file
/// What the descriptions of fields have in common: where values usually come from, largest values,
/// and the parts of a scenario file, each described in a file of its own.

#include "engine/language/fields/fields.hpp"
#include "engine/scenario/names.hpp"

namespace skranke::fields {

using V = FieldVisitor;

// Where a value usually comes from.
inline constexpr const char* kChoice = "the author's choice";
inline constexpr const char* kRecords = "the offices' own records";
inline constexpr const char* kStatistics = "published statistics";
inline constexpr const char* kAssumed = "seldom measured: an assumption with a range";
inline constexpr const char* kLaw = "law or a published norm";

inline constexpr bool kRequired = true;
inline constexpr double kMostMinutes = 1440;     // one day
inline constexpr double kMostWorkMinutes = 1e5;  // of one case: about a year's work
inline constexpr double kMostPeople = 1e6;
inline constexpr double kMostDays = 3650;

constexpr FieldSpec words(const char* key, const char* unit, const char* meaning, const char* source = kChoice,
                          bool required = false) {
    return {key, unit, 0, 0, meaning, source, required};
}
constexpr FieldSpec probability(const char* key, const char* meaning, const char* source = kAssumed) {
    return {key, "probability", 0, 1, meaning, source};
}

template <class Enum>
void choose(V& v, const FieldSpec& spec, std::span<const char* const> names, Enum& value) {
    auto index = static_cast<std::size_t>(value);
    v.choice(spec, names, index);
    value = static_cast<Enum>(index);
}

template <class Integer>
void count(V& v, const FieldSpec& spec, Integer& value) {
    auto whole = static_cast<std::int64_t>(value);
    v.whole(spec, whole);
    value = static_cast<Integer>(whole);
}

void describe_group(V& v, Group& group);
void describe_service(V& v, Service& service);
void describe_contact(V& v, ScenarioDraft& draft);
/// Hours of the desks that every office has, then of the shared ones.
void describe_desks(V& v, Scenario& scenario);
/// Of one desk.
void describe_rota(V& v, Rota& rota);
void describe_attendance(V& v, DeskRules& desk);
void describe_learning(V& v, DeskRules& desk);
void describe_overtime(V& v, Overtime& overtime);
void describe_help(V& v, DeskRules& desk);
void describe_pool(V& v, Pool& pool, std::vector<std::string>& offices);
void describe_offices(V& v, ScenarioDraft& draft);
/// \param offices  gets the ids of the offices that take it
void describe_policy(V& v, const Scenario& scenario, Policy& policy, std::vector<std::string>& offices);
/// \param offices  likewise
void describe_measure(V& v, const Scenario& scenario, OfferedMeasure& measure, std::vector<std::string>& offices);
void describe_price_list(V& v, PriceAssumptions& prices);
void describe_surge(V& v, Surge& surge, std::string& series_file);

}  // namespace skranke::fields
