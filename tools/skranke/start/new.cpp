// skranke new: a folder with a scenario for one municipality and everything that it is read with, or with a form in which
// the municipality tells its own figures for one.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "engine/language/toml_reader.hpp"
#include "engine/spreadsheet/book_writer.hpp"
#include "engine/spreadsheet/cell_date.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/start/form/form_book.hpp"
#include "tools/skranke/start/form/form_reader.hpp"
#include "tools/skranke/start/place_name.hpp"
#include "tools/skranke/start/shipped.hpp"
#include "tools/skranke/start/starter.hpp"
#include "tools/skranke/stored_scenario.hpp"
#include "tools/skranke/time_now.hpp"
#include "tools/skranke/verbs.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCounty = "trondelag-2020.toml";  // preferred where its table has the municipality
constexpr const char* kCountry = "norway-2020.toml";
constexpr const char* kSources = "data/SOURCES.md";
constexpr const char* kPileFile = "open-cases.csv";

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

Place place_for(const NewOptions& options, const Municipality& m, const char* extension) {
    const std::string usual = plain_name(m.name) + "-" + m.number;
    if (options.out.empty()) return {usual, usual};
    const fs::path out = fs::absolute(options.out).lexically_normal();
    if (out.extension() != extension) return {out.has_filename() ? out : out.parent_path(), usual};
    const std::string name = out.stem().string();
    if (plain_name(name) != name)
        throw bad_usage(fmt::format("--out {}: a scenario's name has letters a to z, digits and '-' only (e.g. {}{})",
                                    options.out, plain_name(name).empty() ? usual : plain_name(name), extension));
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

/// The shipped scenarios that a municipality may be found in.
class Choice {
  public:
    Choice() : country_(kCountry, {}), county_(kCounty, {}) {}

    const std::vector<Municipality>& all() const { return country_.scenario.municipalities; }

    Date usual_start() const { return country_.scenario.start; }

    /// The scenario that one begins with. \param settings  on top of it
    Shipped base_for(const Municipality& wanted, Neighbours neighbours, std::vector<std::string> settings) const {
        const bool in_county = index_of(county_.scenario, wanted.number) < county_.scenario.municipalities.size();
        const Shipped& whole = in_county ? county_ : country_;
        for (std::string& setting : area_settings(whole.scenario, index_of(whole.scenario, wanted.number), neighbours))
            settings.push_back(std::move(setting));
        return Shipped(in_county ? kCounty : kCountry, settings);
    }

    static std::size_t index_of(const Scenario& s, const std::string& number) {
        const auto at = std::find_if(s.municipalities.begin(), s.municipalities.end(),
                                     [&](const Municipality& m) { return m.number == number; });
        return static_cast<std::size_t>(at - s.municipalities.begin());
    }

  private:
    Shipped country_, county_;
};

std::string shown_path(const Place& place, const std::string& file) {
    return (place.folder / file).lexically_proximate(fs::current_path()).string();
}

void check_usage(const NewOptions& options) {
    if (options.municipality.empty() && options.form.empty())
        throw bad_usage("--municipality is required (or --from, with a form that was filled in)");
    if (!options.form.empty() && !options.municipality.empty())
        throw bad_usage("--municipality: the form says which; leave it out beside --from");
    if (!options.form.empty() && options.kind == NewKind::form)
        throw bad_usage("--xlsx: writes a form, --from reads one; take one of the two");
}

int write_starter(const NewOptions& options, Shipped base, const Municipality& wanted, OwnFigures own) {
    const Place place = place_for(options, wanted, ".toml");
    const std::string file = place.name + ".toml";
    if (base.texts.count(file) > 0)
        throw bad_usage(fmt::format("--out {}: {} is the scenario that it extends; take another name", options.out, file));
    const std::string pile = own.pile;
    base.texts[file] = starter_text({place.name, options.command, base_name(base.file), tables_of(base.file), options.neighbours,
                                     Choice::index_of(base.scenario, wanted.number), std::move(own), kPileFile},
                                    base.scenario);
    if (!pile.empty()) base.texts[kPileFile] = pile;
    if (const auto sources = read_text_file((fs::path(base.file).parent_path() / kSources).string()))
        base.texts[base_name(kSources)] = *sources;
    check_untouched(place, base.texts, options);
    check_good(file, base.texts);
    write(place, base.texts);
    std::cout << fmt::format("{0}: a scenario for {1}, with {2} files that it is read with\nskranke run {0} plays it\n",
                             shown_path(place, file), wanted.name, base.texts.size() - 1);
    return 0;
}

int write_form(const NewOptions& options) {
    const Choice choice;
    const Municipality wanted = choice.all()[find_municipality(choice.all(), options.municipality)];
    const Shipped base = choice.base_for(wanted, options.neighbours, {});
    const Place place = place_for(options, wanted, ".xlsx");
    const std::string file = place.name + ".xlsx";
    Book book = form_book({file, "Skranke " + program_text(version(), git_state()), lang_of(options.language)}, base.scenario,
                          Choice::index_of(base.scenario, wanted.number));
    book.made = seconds_of(time_now());
    auto made = workbook_bytes(book);
    if (const auto* failed = std::get_if<NotWritten>(&made))
        throw run_failed(fmt::format("cannot write {}: {}; nothing was changed", shown_path(place, file), failed->why));
    const std::map<std::string, std::string> texts{{file, std::get<std::string>(std::move(made))}};
    check_untouched(place, texts, options);
    write(place, texts);
    std::cout << fmt::format("{0}: a form for {1} to fill in\nskranke new --from {0} makes a scenario of it\n", shown_path(place, file), wanted.name);
    return 0;
}

/// What the form asks of the scenario as a whole.
std::vector<std::string> frame_settings(const FormReader::Frame& frame, bool with_pile) {
    std::vector<std::string> settings;
    if (frame.start) settings.push_back(setting("time.start", date_text(*frame.start)));
    if (frame.weeks) settings.push_back(setting("time.weeks", number_text(*frame.weeks)));
    if (with_pile) settings.push_back(setting("time.warm_up_weeks", "0"));  // the pile takes their place
    return settings;
}

void refuse_if_wrong(const Problems& problems) {
    for (const Problem& problem : problems) std::cerr << to_text(problem) << "\n";
    if (has_errors(problems)) throw bad_usage(count_text(problems) + "; nothing was written");
}

int write_from_form(const NewOptions& options) {
    const auto bytes = read_text_file(options.form);
    if (!bytes) throw bad_usage(options.form + ": no such file, or it cannot be read");
    const FileText file{base_name(options.form), *bytes};
    Problems problems;
    FormReader reader(file, problems);
    const Choice choice;
    const FormReader::Frame frame = reader.read_frame(choice.all(), choice.usual_start());
    if (frame.municipality.empty()) refuse_if_wrong(problems);
    const Municipality wanted = choice.all()[find_municipality(choice.all(), frame.municipality)];
    Shipped base = choice.base_for(wanted, options.neighbours, frame_settings(frame, reader.has_pile()));
    OwnFigures own = reader.read_figures(frame, base.scenario, Choice::index_of(base.scenario, wanted.number));
    refuse_if_wrong(problems);
    return write_starter(options, std::move(base), wanted, std::move(own));
}

int write_without_form(const NewOptions& options) {
    const Choice choice;
    const Municipality wanted = choice.all()[find_municipality(choice.all(), options.municipality)];
    return write_starter(options, choice.base_for(wanted, options.neighbours, {}), wanted, {});
}

}  // namespace

int write_new(const NewOptions& options) {
    check_usage(options);
    if (options.kind == NewKind::form) return write_form(options);
    return options.form.empty() ? write_without_form(options) : write_from_form(options);
}

}  // namespace skranke
