#include "tools/skranke/ros/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/planning/price_list/catalogue.hpp"
#include "engine/store/table_reader.hpp"
#include "tools/skranke/planning/stress_file.hpp"
#include "tools/skranke/study/study_file.hpp"

namespace skranke {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBounds = 3, kRules = kHeads * kRulesPerHead;

/// Throws what keeps a file from being used.
void check_scenario(const TableReader& file, const Scenario& scenario) {
    if (file.text("scenario_hash") != hexadecimal(scenario.hash)) throw StoreError("is of another scenario, or of other settings");
}

std::size_t index_of(const std::vector<std::string>& names, const std::string& name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) throw StoreError("is damaged: has no " + name);
    return static_cast<std::size_t>(at - names.begin());
}

/// A measure's name and dose, of a key like "door_hours/2".
std::string pick_name(const std::vector<OfficeMeasure>& catalogue, const std::string& key, Lang lang) {
    const std::size_t slash = key.rfind('/');
    std::size_t dose = 0;
    if (slash != std::string::npos) std::from_chars(key.data() + slash + 1, key.data() + key.size(), dose);
    for (const OfficeMeasure& measure : catalogue) {
        if (measure.key != key.substr(0, slash)) continue;
        const std::string words = dose >= 1 && dose <= measure.doses.size() ? name_of(measure.doses[dose - 1], "", lang) : "";
        return name_of(measure.label, measure.key, lang) + (words.empty() ? "" : " (" + words + ")");
    }
    return key;
}

void read_measures(const std::string& path, const Scenario& scenario, Lang lang, KnownFindings& into) {
    const TableReader file(path, kMeasuresFormat.attribute, kMeasuresFormat.number);
    check_scenario(file, scenario);
    const std::vector<std::string> places = file.texts("place"), picks = file.texts("pick"), numbers = file.texts("number");
    const std::vector<double> alone = file.numbers("alone", {places.size(), picks.size(), numbers.size(), kBounds});
    const std::vector<OfficeMeasure> catalogue = catalogue_of(scenario);
    const auto estimate = [&](std::size_t place, std::size_t pick, const char* number) {
        const double* at = &alone[((place * picks.size() + pick) * numbers.size() + index_of(numbers, number)) * kBounds];
        return Estimate{at[0], at[1], at[2], std::isfinite(at[0])};
    };
    for (std::size_t place = 0; place < places.size(); ++place) {
        std::vector<KnownMeasure>& known = into.measures[places[place]];
        for (std::size_t pick = 0; pick < picks.size(); ++pick) {
            KnownMeasure one{pick_name(catalogue, picks[pick], lang), estimate(place, pick, "reached_in_time"), estimate(place, pick, "cost"),
                             estimate(place, pick, "cost_per_person")};
            if (one.reached.valid && one.reached.low > 0 && one.per_person.valid) known.push_back(std::move(one));
        }
        std::stable_sort(known.begin(), known.end(), [](const KnownMeasure& a, const KnownMeasure& b) { return a.per_person.value < b.per_person.value; });
    }
    into.has_measures = true;
}

void read_stress(const std::string& path, const Scenario& scenario, Lang lang, KnownFindings& into) {
    const TableReader file(path, kStressFormat.attribute, kStressFormat.number);
    check_scenario(file, scenario);
    const std::vector<std::string> places = file.texts("place");
    const std::vector<double> breaks_at = file.numbers("breaks_at", {places.size(), kRules, kBounds});
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t rule = 0; rule < kRules; ++rule) {
            const double* at = &breaks_at[(place * kRules + rule) * kBounds];
            const auto known = into.limits.find(places[place]);
            if (!std::isfinite(at[0]) || (known != into.limits.end() && known->second.height <= at[0])) continue;
            into.limits[places[place]] = {rule, at[0], std::isfinite(at[1]) ? std::optional(at[1]) : std::nullopt};
        }
    const std::string words = lang == Lang::en ? "stress" : std::string("stress_") + key_of(lang);
    into.stress = {file.text("scaled") == kSurgeScaled ? KnownStress::Scaled::surge : KnownStress::Scaled::demand, file.text(words.c_str())};
}

}  // namespace

Findings findings_beside(const fs::path& results, const Scenario& scenario, Lang lang) {
    Findings found;
    const auto try_file = [&](const std::string& folder, const char* name, auto read) {
        const fs::path path = results / (folder + scenario.name) / name;
        std::error_code error;
        if (!fs::exists(path, error)) return;
        try {
            KnownFindings known = found.known;
            read(path.string(), known);
            found.known = std::move(known);
        } catch (const StoreError& why) {
            const std::string sentence = why.what();
            const bool names_file = sentence.find(path.string()) == 0;
            found.notes.push_back(names_file ? sentence + "; it is left out" : fmt::format("{}: {}; it is left out", path.string(), sentence));
        }
    };
    try_file("measures-", "measures.h5", [&](const std::string& path, KnownFindings& known) { read_measures(path, scenario, lang, known); });
    try_file("stress-", "stress.h5", [&](const std::string& path, KnownFindings& known) { read_stress(path, scenario, lang, known); });
    return found;
}

std::optional<Cures> cures_beside(const fs::path& results, const Scenario& scenario) {
    std::array<KnownFindings, kLangs.size()> found;
    for (const Lang lang : kLangs) found[static_cast<std::size_t>(lang)] = findings_beside(results, scenario, lang).known;
    if (!found.front().has_measures) return std::nullopt;
    Cures cures;
    for (const auto& [place, measures] : found.front().measures) {
        if (measures.empty()) continue;
        const auto name = [&](Lang lang) { return found[static_cast<std::size_t>(lang)].measures.at(place).front().name; };
        cures.emplace(place, Cure{Text::of(name), measures.front().reached, measures.front().per_person});
    }
    return cures;
}

}  // namespace skranke
