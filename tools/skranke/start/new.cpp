// skranke new: a folder with a scenario for one municipality and everything that it is read with.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "engine/language/toml_reader.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/start/place_name.hpp"
#include "tools/skranke/start/shipped.hpp"
#include "tools/skranke/start/starter.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCounty = "trondelag-2020.toml";  // preferred where its table has the municipality
constexpr const char* kCountry = "norway-2020.toml";
constexpr const char* kSources = "data/SOURCES.md";

std::string base_name(const std::string& file) { return fs::path(file).filename().string(); }

/// A shipped scenario, with the files that it was read from.
struct Shipped {
    std::string file;
    std::map<std::string, std::string> texts;  ///< by base name
    Scenario scenario;

    Shipped(const char* name, const std::vector<std::string>& settings) : file(shipped_scenario(name).string()) {
        ReadResult result = read_scenario(file, reader(), settings);
        if (!result.scenario) {
            for (const Problem& problem : result.problems) std::cerr << to_text(problem) << "\n";
            throw run_failed(file + ": the shipped scenario cannot be used; nothing was written");
        }
        scenario = *std::move(result.scenario);
    }

    ReadFile reader() {
        return [this](const std::string& name) {
            std::optional<std::string> text = read_text_file(name);
            if (text) texts[base_name(name)] = *text;
            return text;
        };
    }
};

/// The keys that name tables, e.g. "tables.offices" and "surge.layoffs.series", with the tables' base names.
std::vector<std::pair<std::string, std::string>> tables_of(const std::string& file) {
    Problems problems;
    const Document document = read_document(file, read_text_file, {}, problems);
    std::vector<std::pair<std::string, std::string>> tables;
    if (const Node* named = document.root.find("tables"))
        for (std::size_t i = 0; i < named->keys.size(); ++i)
            tables.emplace_back(named->keys[i], base_name(named->items[i].text));
    if (const Node* surges = document.root.find("surge"))
        for (std::size_t i = 0; i < surges->keys.size(); ++i)
            if (const Node* series = surges->items[i].find("series"))
                tables.emplace_back("surge." + surges->keys[i] + ".series", base_name(series->text));
    return tables;
}

std::string setting(const char* key, const std::string& value) { return fmt::format("{}={}", key, value); }

/// How the area is told to the base scenario, so that it is known as it will be.
std::vector<std::string> area_settings(const Scenario& whole, std::size_t municipality, Neighbours neighbours) {
    std::vector<std::string> settings{setting("area.shared_desks", "scale")};
    if (neighbours == Neighbours::county) {
        settings.push_back(setting("area.county", "\"" + whole.municipalities[municipality].county_number + "\""));
        return settings;
    }
    std::vector<std::string> numbers;
    for (const std::size_t m : sharing_offices(whole, municipality))
        numbers.push_back("\"" + whole.municipalities[m].number + "\"");
    settings.push_back(setting("area.municipalities", fmt::format("[{}]", fmt::join(numbers, ", "))));
    return settings;
}

/// Where the new scenario goes: its folder, and the name that it and its file have.
struct Place {
    fs::path folder;
    std::string name;
};

Place place_for(const NewOptions& options, const Municipality& m) {
    const std::string usual = plain_name(m.name) + "-" + m.number;
    if (options.out.empty()) return {usual, usual};
    const fs::path out = fs::absolute(options.out).lexically_normal();
    if (out.extension() != ".toml") return {out.has_filename() ? out : out.parent_path(), usual};
    const std::string name = out.stem().string();
    if (plain_name(name) != name)
        throw bad_usage(fmt::format("--out {}: a scenario's name has letters a to z, digits and '-' only (e.g. {}.toml)",
                                    options.out, plain_name(name).empty() ? usual : plain_name(name)));
    return {out.parent_path(), name};
}

void check_untouched(const Place& place, const std::map<std::string, std::string>& texts, const NewOptions& options) {
    if (options.force) return;
    std::vector<std::string> there;
    for (const auto& [file, text] : texts)
        if (fs::exists(fs::symlink_status(place.folder / file))) there.push_back(file);
    if (!there.empty())
        throw bad_usage(fmt::format("{} has {} already; --force replaces what is there, --out names another place",
                                    place.folder.lexically_proximate(fs::current_path()).string(), fmt::join(there, ", ")));
}

/// The scenario must be good where it will lie, before anything is written.
void check_good(const std::string& file, const std::map<std::string, std::string>& texts) {
    const auto from_memory = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = texts.find(name);
        return found == texts.end() ? std::nullopt : std::optional{found->second};
    };
    const ReadResult result = read_scenario(file, from_memory);
    for (const Problem& problem : result.problems) std::cerr << to_text(problem) << "\n";
    if (!result.problems.empty()) throw run_failed("the new scenario would not be good; nothing was written");
}

void write(const Place& place, const std::map<std::string, std::string>& texts) {
    const fs::path folder = fs::absolute(place.folder);
    ResultFolder draft(folder.parent_path().lexically_proximate(fs::current_path()), folder.filename().string());
    for (const auto& [file, text] : texts) draft.write(file, text);
    draft.put_in_place();
}

}  // namespace

int write_new(const NewOptions& options) {
    const Shipped country(kCountry, {});
    const Municipality wanted =
        country.scenario.municipalities[find_municipality(country.scenario.municipalities, options.municipality)];
    const auto index_in = [&](const Scenario& s) {
        const auto at = std::find_if(s.municipalities.begin(), s.municipalities.end(),
                                     [&](const Municipality& m) { return m.number == wanted.number; });
        return static_cast<std::size_t>(at - s.municipalities.begin());
    };
    const Shipped county(kCounty, {});
    const bool in_county = index_in(county.scenario) < county.scenario.municipalities.size();
    const Shipped& whole = in_county ? county : country;
    Shipped base(in_county ? kCounty : kCountry,
                 area_settings(whole.scenario, index_in(whole.scenario), options.neighbours));

    const Place place = place_for(options, wanted);
    const std::string file = place.name + ".toml";
    if (base.texts.count(file) > 0)
        throw bad_usage(fmt::format("--out {}: {} is the scenario that it extends; take another name", options.out, file));
    base.texts[file] = starter_text({place.name, options.command, base_name(base.file), tables_of(base.file),
                                     options.neighbours, index_in(base.scenario)},
                                    base.scenario);
    if (const auto sources = read_text_file((fs::path(base.file).parent_path() / kSources).string()))
        base.texts[base_name(kSources)] = *sources;
    check_untouched(place, base.texts, options);
    check_good(file, base.texts);
    write(place, base.texts);
    std::cout << fmt::format("{}: a scenario for {}, with {} files that it is read with\nskranke run {} plays it\n",
                             (place.folder / file).lexically_proximate(fs::current_path()).string(), wanted.name,
                             base.texts.size() - 1, (place.folder / file).lexically_proximate(fs::current_path()).string());
    return 0;
}

}  // namespace skranke
