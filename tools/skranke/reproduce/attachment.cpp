#include "tools/skranke/reproduce/attachment.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "engine/report/markup.hpp"
#include "engine/store/layout.hpp"
#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace {

using nlohmann::json;

constexpr const char* kOpen = "<template id=\"skranke-attachment\">";
constexpr const char* kClose = "</template>";
constexpr int kForm = 1;
constexpr std::array<const char*, 3> kGoals{"relative", "share", "minutes"};

json inputs_of(const Scenario& scenario) {
    json inputs = json::array();
    for (const InputFile& file : scenario.inputs)
        inputs.push_back({{"name", file.name}, {"content", layout::stored_content(file.content)}});
    return inputs;
}

json stopping_of(const Stopping& stopping) {
    json names = json::array();
    for (const Stopping::Outcome& outcome : stopping.outcomes) names.push_back(outcome.name);
    return {{"goal", kGoals[static_cast<std::size_t>(stopping.goal.kind)]},
            {"half_width", stopping.goal.most},
            {"of", names},
            {"most_replications", stopping.most}};
}

/// The five characters that escaped() replaces, back again.
std::string unescaped(std::string text) {
    static constexpr std::array<std::pair<const char*, char>, 5> kReferences{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};
    for (const auto& [reference, character] : kReferences)
        for (std::size_t at = text.find(reference); at != std::string::npos; at = text.find(reference, at + 1))
            text.replace(at, std::string_view(reference).size(), 1, character);
    return text;
}

std::uint64_t from_hexadecimal(const std::string& text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

template <class Keys>
std::size_t index_of(const Keys& keys, const std::string& key) {
    std::size_t index = 0;
    for (const auto& candidate : keys) {
        if (key == candidate) return index;
        ++index;
    }
    throw json::other_error::create(500, "unknown word " + key, nullptr);
}

void read_stopping(const json& stopping, Attachment& into) {
    into.goal = PrecisionGoal{static_cast<PrecisionGoal::Kind>(index_of(kGoals, stopping.at("goal"))), stopping.at("half_width")};
    into.watched = stopping.at("of").get<std::vector<std::string>>();
    into.most = stopping.at("most_replications");
}

void read_question(const json& from, Attachment& into) {
    into.scenario_text = from.at("scenario");
    for (const json& input : from.at("inputs")) {
        const auto content = layout::content_of(input.at("content").get<std::string>());
        into.inputs.push_back({input.at("name"), content.value_or("")});
    }
}

json borders_of(const BorderMap& map) {
    json outlines = json::array();
    for (const Outline& o : map.outlines) outlines.push_back({o.number, o.path, o.x, o.y, o.room});
    return {{"width", map.width}, {"height", map.height}, {"outlines", outlines}};
}

BorderMap borders_from(const json& from) {
    BorderMap map{from.at("width"), from.at("height"), {}};
    for (const json& o : from.at("outlines")) map.outlines.push_back({o.at(0), o.at(1), o.at(2), o.at(3), o.at(4)});
    return map;
}

json estimate_of(const Estimate& e) { return {e.value, e.low, e.high}; }
Estimate estimate_from(const json& from) { return {from.at(0), from.at(1), from.at(2), true}; }

json cures_of(const Cures& cures) {
    json all = json::object();
    for (const auto& [place, cure] : cures) {
        json names = json::array();
        for (const Lang lang : kLangs) names.push_back(cure.name.in(lang));
        all[place] = {names, estimate_of(cure.reached), estimate_of(cure.per_person)};
    }
    return all;
}

Cures cures_from(const json& from) {
    Cures cures;
    for (const auto& [place, cure] : from.items()) {
        const auto name = [&](Lang lang) { return cure.at(0).at(static_cast<std::size_t>(lang)).get<std::string>(); };
        cures.emplace(place, Cure{Text::of(name), estimate_from(cure.at(1)), estimate_from(cure.at(2))});
    }
    return cures;
}

Attachment from_json(const json& from) {
    Attachment made;
    Provenance& p = made.provenance;
    p.version = from.at("version");
    p.git = from.at("git");
    p.command = from.at("command");
    p.created = from.at("created");
    p.scenario_name = from.at("scenario_name");
    p.scenario_hash = from_hexadecimal(from.at("scenario_hash"));
    p.seed = from.at("seed");
    p.fingerprint = from_hexadecimal(from.at("fingerprint"));
    std::vector<std::string> strengths, langs;
    for (const FingerprintStrength strength : kFingerprintStrengths) strengths.emplace_back(key_of(strength));
    for (const Lang lang : kLangs) langs.emplace_back(key_of(lang));
    p.fingerprint_strength = static_cast<FingerprintStrength>(index_of(strengths, from.at("fingerprint_strength")));
    made.lang = static_cast<Lang>(index_of(langs, from.at("language")));
    made.replications = from.at("replications");
    if (from.contains("stopping")) read_stopping(from.at("stopping"), made);
    if (from.contains("scenario")) read_question(from, made);
    if (from.contains("borders")) made.borders = borders_from(from.at("borders"));
    if (from.contains("cures")) made.cures = cures_from(from.at("cures"));
    return made;
}

}  // namespace

std::string attachment_markup(const Scenario& scenario, const Summary& summary, const Provenance& p, Lang lang, const ReportExtras& shown) {
    json made{{"form", kForm},
              {"version", p.version},
              {"git", p.git},
              {"command", p.command},
              {"created", p.created},
              {"scenario_name", p.scenario_name},
              {"scenario_hash", hexadecimal(p.scenario_hash)},
              {"seed", p.seed},
              {"replications", summary.replications},
              {"fingerprint", hexadecimal(p.fingerprint)},
              {"fingerprint_strength", key_of(p.fingerprint_strength)},
              {"language", key_of(lang)}};
    if (shown.borders != nullptr) made["borders"] = borders_of(*shown.borders);
    if (shown.cures != nullptr) made["cures"] = cures_of(*shown.cures);
    if (summary.stopping) made["stopping"] = stopping_of(*summary.stopping);
    if (scenario.pile.empty() || shown.open_cases == OpenCases::carried) {
        made["scenario"] = scenario.text;
        made["inputs"] = inputs_of(scenario);
    }
    constexpr int kOneLine = -1;
    return kOpen + escaped(made.dump(kOneLine, ' ', true)) + kClose + "\n";
}

Attachment attachment_of(const std::string& page, const std::string& name) {
    const std::size_t at = page.rfind(kOpen);
    const std::size_t end = page.find(kClose, at);
    if (at == std::string::npos || end == std::string::npos)
        throw bad_usage(name + ": is no report that can be played again (it has no attachment)");
    const std::size_t from = at + std::string_view(kOpen).size();
    try {
        const json read = json::parse(unescaped(page.substr(from, end - from)));
        if (read.at("form") != kForm) throw bad_usage(name + ": was written for another version of skranke");
        Attachment attachment = from_json(read);
        if (!read.contains("scenario"))
            throw bad_usage(name + ": the run began with open cases, which a report carries only if it was made with --carry-cases; give its result.h5 instead");
        return attachment;
    } catch (const json::exception& error) {
        throw bad_usage(name + ": its attachment is damaged (" + error.what() + ")");
    }
}

}  // namespace skranke
