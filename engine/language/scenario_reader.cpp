#include "engine/language/scenario_reader.hpp"

#include <algorithm>

#include "engine/language/field_reader.hpp"
#include "engine/language/fields/fields.hpp"
#include "engine/language/tables/pile_table.hpp"
#include "engine/language/tables/place_tables.hpp"
#include "engine/language/checks/scenario_checks.hpp"
#include "engine/language/toml_reader.hpp"

namespace skranke {

namespace {

// 64-bit hash of texts, each with its length so that texts cannot run into one another.
// Source: FNV-1a, G. Fowler, L. C. Noll & K.-P. Vo (1991); finished with the mixing step of
// MurmurHash3, A. Appleby (2011).
class TextHash {
  public:
    void add(const std::string& text) {
        std::uint64_t size = text.size();
        for (int i = 0; i < 8; ++i, size >>= 8) add_byte(static_cast<unsigned char>(size & 0xff));
        for (const char c : text) add_byte(static_cast<unsigned char>(c));
    }
    std::uint64_t value() const {
        std::uint64_t h = state_;
        h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdULL;
        h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53ULL;
        return h ^ (h >> 33);
    }

  private:
    void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3ULL; }

    std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

double residents(const Area& area) {
    double sum = 0;
    for (const Municipality& m : area.municipalities) sum += m.population;
    return sum;
}

void scale(Timeline& timeline, double share, double least) {
    for (Timeline::Point& point : timeline.points)
        if (point.value > 0) point.value = std::max(least, point.value * share);
}

// Shared desks for a share of the residents. Room in a line stays room for at least one: 0 is no limit.
void scale_shared_desks(Scenario& s, double share) {
    for (std::size_t kind = kOfficeDesks; kind < kDeskKinds; ++kind) scale(s.desks[kind].positions, share, 0);
    if (s.phone_answered_by == AnsweredBy::contact_centre)
        scale(s.channels[static_cast<std::size_t>(Channel::phone)].room, share, 1);
}

void have_form_from(Date day, std::vector<Municipality>& municipalities) {
    for (Municipality& m : municipalities) m.digital_form_from = std::min(day, m.digital_form_from.value_or(day));
}

// Reads the tables that a draft names and puts places, series and overrides into its scenario.
class TableLoader {
  public:
    TableLoader(const Document& document, const ReadFile& read, const ReadSheet& sheets, Problems& problems)
        : document_{document}, read_{read}, sheets_{sheets}, problems_{problems} {}

    void load(ScenarioDraft& draft) {
        Scenario& s = draft.scenario;
        Area all;
        const auto municipality_file = open("tables.municipalities", draft.municipality_file);
        const auto office_file = open("tables.offices", draft.office_file);
        const auto holiday_file = open("tables.holidays", draft.holiday_file);
        if (municipality_file) all.municipalities = read_municipalities(*municipality_file, problems_);
        if (municipality_file && office_file) all.offices = read_offices(*office_file, all.municipalities, problems_);
        if (holiday_file) s.holidays = read_holidays(*holiday_file, problems_);
        if (!all.municipalities.empty()) choose(all, draft);
        if (draft.form_from != Date{}) have_form_from(draft.form_from, s.municipalities);
        if (!all.offices.empty()) check_served(s, office_file->name);
        for (std::size_t i = 0; i < s.surges.size(); ++i) {
            Surge& surge = s.surges[i];
            const SurgeKind kind = surge.kind;
            if (kind != SurgeKind::layoffs && kind != SurgeKind::curve && kind != SurgeKind::trace) continue;
            const auto file = open("surge." + surge.key + ".series", draft.series_files[i]);
            if (!file || !municipality_file) continue;
            const auto& known = all.municipalities;
            if (kind == SurgeKind::layoffs) surge.series = read_series(*file, known, s.municipalities, problems_);
            if (kind == SurgeKind::curve) surge.curve = read_curve(*file, known, s.municipalities, problems_);
            if (kind == SurgeKind::trace) surge.trace = read_trace(*file, known, s, problems_);
        }
        for (Surge& surge : s.surges) move_by_weeks(surge.weeks_later, surge);
        apply_overrides(draft, all.offices);
        choose_offices(draft, all.offices);
        find_pool_offices(draft, all.offices);
        const auto pile_file = open("start.open_cases", draft.pile_file);
        if (pile_file && !s.offices.empty()) s.pile = load_pile(*pile_file, draft, all.municipalities);
    }

    std::vector<InputFile> inputs() && { return std::move(inputs_); }

    /// Of the document's text and the tables.
    std::uint64_t hash_with(const std::string& text) {
        hash_.add(text);
        return hash_.value();
    }

  private:
    std::optional<FileText> open(const std::string& path, const std::string& name) {
        if (name.empty()) return {};
        FileText file{folder_of(document_.files.front()) + name, ""};
        std::optional<std::string> text = read_(file.name);
        if (!text) {
            report(path + " = \"" + name + "\"", path, "there is no such file, or it cannot be read");
            return {};
        }
        hash_.add(*text);
        inputs_.push_back({name, *text});
        file.text = std::move(*text);
        return file;
    }

    void report(const std::string& key, const std::string& path, const std::string& message) {
        const Origin origin = document_.where(path);
        problems_.push_back({document_.file_of(origin), origin.line, key, message});
    }

    void choose(const Area& all, ScenarioDraft& draft) {
        std::vector<std::string> numbers;
        std::vector<std::string> counties{"all"};
        for (const Municipality& m : all.municipalities) {
            numbers.push_back(m.number);
            if (counties.back() != m.county_number) counties.push_back(m.county_number);
        }
        std::vector<std::string> unknown;
        Area area_chosen = choose_area(all, draft.area, unknown);
        const bool by_county = draft.area.municipalities.empty();
        const std::string path = by_county ? "area.county" : "area.municipalities";
        for (const std::string& number : unknown) {
            const std::string nearest = nearest_name(number, by_county ? counties : numbers);
            Node shown;
            shown.kind = Node::Kind::text;
            shown.text = number;
            report(path + " = " + in_short(shown), path,
                   "is not in the table of municipalities" + (nearest.empty() ? "" : " (nearest: " + nearest + ")"));
        }
        if (unknown.empty() && area_chosen.municipalities.size() < all.municipalities.size()) {
            if (draft.area.shared_desks == SharedDesks::scale)
                scale_shared_desks(draft.scenario, residents(area_chosen) / residents(all));
            else
                warn_of_kept_desks(path, area_chosen, all);
        }
        draft.scenario.usual_recipients = recipients_per_resident(all.municipalities);
        draft.scenario.municipalities = std::move(area_chosen.municipalities);
        draft.scenario.offices = std::move(area_chosen.offices);
    }

    std::vector<OpenCase> load_pile(const FileText& file, const ScenarioDraft& draft, const std::vector<Municipality>& all) {
        const bool workbook = file.name.ends_with(".xlsx");
        if (!workbook && !draft.pile_sheet.empty())
            report("start.sheet", "start.sheet", "is for workbooks (open_cases is no .xlsx file)");
        if (!workbook) return read_pile({file, pile_columns(), problems_}, all, draft.scenario, problems_);
        if (!sheets_) {
            report("start.open_cases", "start.open_cases", "workbooks cannot be read here (save the sheet as CSV)");
            return {};
        }
        const auto sheet = sheets_(file, draft.pile_sheet, problems_);
        if (!sheet) return {};
        return read_pile({file.name, *sheet, pile_columns(), problems_}, all, draft.scenario, problems_);
    }

    void warn_of_kept_desks(const std::string& path, const Area& chosen, const Area& all) {
        report(path, path,
               "the shared desks keep their staff for " + std::to_string(chosen.municipalities.size()) + " of " +
                   std::to_string(all.municipalities.size()) +
                   " municipalities: lines there will be shorter than with all (area.shared_desks = \"scale\" gives "
                   "them their share)");
        problems_.back().severity = Problem::Severity::warning;
    }

    void check_served(const Scenario& s, const std::string& office_file) {
        std::vector<bool> served(s.municipalities.size(), false);
        for (const Office& office : s.offices)
            for (const Catchment& c : office.catchments) served[c.municipality] = true;
        for (std::size_t m = 0; m < served.size(); ++m)
            if (!served[m])
                problems_.push_back({office_file, 0, "municipality = \"" + s.municipalities[m].number + "\"",
                                     s.municipalities[m].name + " has no office"});
    }

    void apply_overrides(ScenarioDraft& draft, const std::vector<Office>& known) {
        Scenario& s = draft.scenario;
        s.office_desks.assign(s.offices.size(), s.desks);
        s.door_hours.assign(s.offices.size(), s.channels[static_cast<std::size_t>(Channel::drop_in)].hours);
        s.phone_hours.assign(s.offices.size(), s.channels[static_cast<std::size_t>(Channel::office_phone)].hours);
        std::vector<std::string> ids;
        for (const Office& office : known) ids.push_back(office.id);
        for (const ScenarioDraft::OfficeOverride& over : draft.offices) {
            const auto office =
                std::find_if(s.offices.begin(), s.offices.end(), [&](const Office& o) { return o.id == over.id; });
            if (office != s.offices.end()) {
                const auto o = static_cast<std::size_t>(office - s.offices.begin());
                s.office_desks[o] = over.desks;
                s.door_hours[o] = over.drop_in_hours;
                s.phone_hours[o] = over.phone_hours;
            } else if (!ids.empty() && std::find(ids.begin(), ids.end(), over.id) == ids.end()) {
                report_unknown_office("office." + over.id, "office." + over.id, over.id, ids);
            }
        }
    }

    /// Offices that policies and measures name; those outside the area are left out.
    void choose_offices(ScenarioDraft& draft, const std::vector<Office>& known) {
        Scenario& s = draft.scenario;
        for (std::size_t p = 0; p < s.policies.size(); ++p) {
            Policy& policy = s.policies[p];
            choose_offices(policy, "policy." + policy.key + ".offices", draft.policy_offices[p], s.offices, known);
        }
        for (std::size_t m = 0; m < s.measures.size(); ++m) {
            Policy& policy = s.measures[m].policy;
            choose_offices(policy, "measure." + policy.key + ".offices", draft.measure_offices[m], s.offices, known);
        }
    }

    void choose_offices(Policy& policy, const std::string& path, const std::vector<std::string>& named,
                        const std::vector<Office>& chosen, const std::vector<Office>& known) {
        std::vector<std::string> ids;
        for (const Office& office : known) ids.push_back(office.id);
        for (const std::string& id : named) {
            const auto office = std::find_if(chosen.begin(), chosen.end(), [&](const Office& o) { return o.id == id; });
            if (office != chosen.end()) {
                policy.offices.push_back(static_cast<std::size_t>(office - chosen.begin()));
            } else if (!ids.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) {
                const std::string nearest = nearest_name(id, ids);
                report(path, path, "\"" + id + "\" is not in the table of offices" +
                                       (nearest.empty() ? "" : " (nearest: " + nearest + ")"));
            }
        }
        // A policy for offices that do not take part is nobody's, not everybody's.
        policy.is_elsewhere = !named.empty() && policy.offices.empty();
        if (policy.is_elsewhere) policy.enabled = false;
    }

    void report_unknown_office(const std::string& key, const std::string& path, const std::string& id,
                               const std::vector<std::string>& ids) {
        const std::string nearest = nearest_name(id, ids);
        report(key, path, "is not in the table of offices" + (nearest.empty() ? "" : " (nearest: " + nearest + ")"));
    }

    /// Offices outside the chosen area stay out of their pools.
    void find_pool_offices(ScenarioDraft& draft, const std::vector<Office>& known) {
        Scenario& s = draft.scenario;
        std::vector<std::string> ids;
        for (const Office& office : known) ids.push_back(office.id);
        for (std::size_t p = 0; p < s.pools.size(); ++p) {
            const std::vector<std::string>& named = draft.pool_offices[p];
            const std::string path = "pool." + s.pools[p].key + ".offices";
            if (named.size() == 1) report(path + " = [\"" + named.front() + "\"]", path, "needs two offices or more");
            for (const std::string& id : named)
                if (!ids.empty() && std::find(ids.begin(), ids.end(), id) == ids.end())
                    report_unknown_office(path + " = \"" + id + "\"", path, id, ids);
            for (std::size_t o = 0; o < s.offices.size(); ++o)
                if (std::find(named.begin(), named.end(), s.offices[o].id) != named.end())
                    s.pools[p].offices.push_back(o);
        }
    }

    const Document& document_;
    const ReadFile& read_;
    const ReadSheet& sheets_;
    Problems& problems_;
    TextHash hash_;
    std::vector<InputFile> inputs_;
};

constexpr std::int64_t kFormat = 1;

// A file of another format gives one clear problem, not one for every key that differs.
bool has_other_format(const Document& document, Problems& problems) {
    const Node* format = document.root.find("format");
    if (format == nullptr || format->kind != Node::Kind::whole || format->whole == kFormat) return false;
    const std::string number = std::to_string(format->whole);
    problems.push_back({document.file_of(format->origin), format->origin.line, "format = " + number,
                        format->whole > kFormat
                            ? "was written for a newer Skranke; this one reads format 1 (take the version that the scenario "
                              "was written with, or begin anew with skranke new)"
                            : "there was no format " + number + " (the first and present one is format = 1)"});
    return true;
}

}  // namespace

ReadResult read_scenario(const std::string& file_name, const ReadFile& read, const std::vector<std::string>& settings,
                         const ReadSheet& sheets) {
    ReadResult result;
    const Document document = read_document(file_name, read, settings, result.problems);
    if (!has_errors(result.problems) && !has_other_format(document, result.problems)) {
        ScenarioDraft draft;
        FieldReader{document, result.problems}.read(draft);
        TableLoader tables{document, read, sheets, result.problems};
        tables.load(draft);
        check_scenario(draft.scenario, document, result.problems);
        if (!has_errors(result.problems)) {
            draft.scenario.text = normalised_text(document);
            draft.scenario.hash = tables.hash_with(draft.scenario.text);
            draft.scenario.inputs = std::move(tables).inputs();
            result.scenario = std::move(draft.scenario);
        }
    }
    sort_in_file_order(result.problems);
    return result;
}

}  // namespace skranke
