#include "tools/skranke/start/starter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/language/toml_reader.hpp"
#include "engine/office/world.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/names.hpp"

namespace skranke {

namespace {

std::string clock_text(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

constexpr std::size_t kMostSteps = 12;  // a knob with more is left as it is

constexpr std::array<const char*, kOfficeDesks> kDeskMeanings{
    "Reception: the counter and the booked meetings.",
    "Duty phone: answers the contact centre's questions and calls people back.",
    "Casework: those who decide applications for social assistance."};

std::string count(double value) {
    std::string text = number(value, 0, Lang::en);
    return text;
}

// ---------------------------------------------------------------- values as TOML

std::string period_text(const OpeningHours::Period& period, bool first) {
    std::string text = first ? "{" : "{from = " + date_text(period.from) + ", ";
    if (std::none_of(period.week.begin(), period.week.end(), [](const auto& day) { return day.has_value(); }))
        return text + "closed = true}";
    std::string separator;
    for (std::size_t d = 0; d < 7;) {
        std::size_t last = d;
        while (last + 1 < 7 && day_text(period.week[last + 1]) == day_text(period.week[d])) ++last;
        if (period.week[d]) {
            text += separator + kWeekdayKeys[d] + (last > d ? std::string("-") + kWeekdayKeys[last] : "") + " = \"" +
                    day_text(period.week[d]) + "\"";
            separator = ", ";
        }
        d = last + 1;
    }
    return text + "}";
}

std::string hours_text(const OpeningHours& hours) {
    std::string text = "[\n";
    for (std::size_t p = 0; p < hours.periods.size(); ++p)
        text += "  " + period_text(hours.periods[p], p == 0) + ",\n";
    return text + "]";
}

std::string string_text(const std::string& text) {
    Node node;
    node.kind = Node::Kind::text;
    node.text = text;
    return as_written(node);
}

/// A number that changes on dates, as an assumption taken over from the base.
std::string knob_text(const std::vector<Timeline::Point>& points, const std::string& why, const char* basis = "assumption") {
    double least = points.front().value, most = points.front().value;
    for (const Timeline::Point& p : points) {
        least = std::min(least, p.value);
        most = std::max(most, p.value);
    }
    std::string text = fmt::format("{{ value = {}, range = [{}, {}], basis = \"{}\", why = {}",
                                   number_text(points.front().value), number_text(std::floor(least * 50) / 100),
                                   number_text(std::ceil(most * 150) / 100), basis, string_text(why));
    if (points.size() == 1) return text + " }";
    text += ", steps = [";
    for (std::size_t p = 1; p < points.size(); ++p)
        text += fmt::format("{}{{from = {}, value = {}}}", p == 1 ? "" : ", ", date_text(points[p].from),
                            number_text(points[p].value));
    return text + "] }";
}

// ---------------------------------------------------------------- what the tables say

std::string per_1000(double share) { return number(1000 * share, 1, Lang::en) + " per 1,000 residents"; }

std::string known_figures(const Scenario& s, std::size_t index) {
    const Municipality& m = s.municipalities[index];
    std::string text = fmt::format("#   residents          {}: {} aged 0-17, {} aged 18-66, {} aged 67 or more\n",
                                   count(m.population), count(m.children), count(m.adults), count(m.elderly));
    if (m.labour_force) text += fmt::format("#   labour force       {}\n", count(*m.labour_force));
    if (m.layoff_share)
        text += fmt::format("#   laid off           {} per cent of it applied in weeks 11 to 15 of 2020\n",
                            number(100 * *m.layoff_share, 1, Lang::en));
    text += m.recipients ? fmt::format("#   social assistance  {} recipients in a year, {}; in the whole table {}\n",
                                       count(*m.recipients), per_1000(*m.recipients / m.population),
                                       number(1000 * s.usual_recipients, 1, Lang::en))
                         : "#   social assistance  recipients are not known: needs follow residents alone\n";
    text += m.digital_form_from ? fmt::format("#   digital form       known from {}\n", date_text(*m.digital_form_from))
                                : "#   digital form       none known: put a date in column digital_form_from if there is one\n";
    for (const std::size_t o : offices_of(s, index)) {
        std::vector<std::string> others;
        for (const Catchment& c : s.offices[o].catchments)
            if (c.municipality != index)
                others.push_back(fmt::format("{} ({} residents)", s.municipalities[c.municipality].name,
                                             count(s.municipalities[c.municipality].population)));
        text += fmt::format("#   office             {} ({}){}\n", s.offices[o].name, s.offices[o].id,
                            others.empty() ? "" : fmt::format(", shared with {}", fmt::join(others, ", ")));
    }
    return text;
}

// ---------------------------------------------------------------- the parts of the file

std::string opening(const Starter& starter, const Scenario& s) {
    const Municipality& m = s.municipalities[starter.municipality];
    const std::string& name = starter.name;
    std::string text = fmt::format(
        "# {0}: a scenario to begin with, written by `{1}`.\n#\n"
        "#   skranke run {2}.toml       plays it as it is; the report is results/{2}/report.html\n"
        "#   skranke check {2}.toml     says what is wrong after a change\n"
        "#   skranke schema --format markdown    what every key means\n#\n"
        "# It changes {3}, beside it: what is not said here stands there, with what each number rests on. Here is\n"
        "# what an office decides for itself. As written, everybody fares as in {3}; change one number, give the\n"
        "# scenario another name, run it, and hold the two reports against each other: both meet the same people.\n#\n"
        "# What the tables say of {0} (sources and licences: SOURCES.md). Where you know better, change the table:\n{4}\n",
        m.name, starter.command, name, starter.base_file, known_figures(s, starter.municipality));
    return text + fmt::format(
        "extends = \"{0}\"\nformat = 1\nname = \"{1}\"\n[title]\nnb = \"{2}: {3}\"\nnn = \"{2}: {4}\"\nen = \"{2}: {5}\"\n\n",
        starter.base_file, name, m.name, s.title.nb.empty() ? s.name : s.title.nb, s.title.nn.empty() ? s.name : s.title.nn,
        s.title.english(s.name));
}

std::string frame(const Starter& starter, const Scenario& s) {
    std::vector<std::string> sharing;
    for (const std::size_t m : sharing_offices(s, starter.municipality))
        sharing.push_back("\"" + s.municipalities[m].number + "\"");
    const Municipality& own = s.municipalities[starter.municipality];
    const bool county = starter.neighbours == Neighbours::county;
    std::string text = fmt::format(
        "[time]\nstart = {}               # a Monday\nweeks = {}\nwarm_up_weeks = {}                # normal weeks before the "
        "start, so that the offices begin with their ordinary piles\n\n[run]\nreplications = {}                # more make "
        "the intervals narrower\n\n",
        date_text(s.start), s.weeks, s.warm_up_weeks, s.replications);
    text += fmt::format(
        "# Who rings the same phone line and waits for the same benefit offices decides how long people from {0} wait\n"
        "# there, so {1}.\n"
        "# The shared desks have as many positions as the part that takes part has residents.\n[area]\n",
        own.name, county ? "all of its county takes part" : "the county should take part; here only its own office does");
    text += fmt::format("{}county = \"{}\"                   # {}\n", county ? "" : "# ", own.county_number, own.county);
    text += fmt::format("{}municipalities = [{}]   # only those of its own office: quicker, but the few shared positions\n",
                        county ? "# " : "", fmt::join(sharing, ", "));
    text += "#                                  are rounded up to whole people, so shared lines come out too short\n"
            "shared_desks = \"scale\"\n\n[tables]\n";
    for (const auto& [key, file] : starter.tables)
        if (key.find('.') == std::string::npos) text += fmt::format("{} = \"{}\"\n", key, file);
    return text + "\n";
}

/// What the municipality says of an office, if it says anything.
const OwnFigures::Office* own_office(const Starter& starter, std::size_t office) {
    const auto found = starter.own.offices.find(office);
    return found == starter.own.offices.end() ? nullptr : &found->second;
}

std::string desk_text(const Starter& starter, const Scenario& s, const World& world, std::size_t office, std::size_t desk) {
    const OwnFigures::Office* own = own_office(starter, office);
    const bool is_told = own != nullptr && !own->positions[desk].empty();
    const auto points = is_told ? own->positions[desk] : positions_of(world, office, desk);
    std::string text = fmt::format("# {}\n", kDeskMeanings[desk]);
    if (points.size() > kMostSteps && !is_told) return text + fmt::format("# As in {}, where they change often.\n", starter.base_file);
    return text + fmt::format(
        "[office.{}.desk.{}]\nper_1000_adults = 0              # the number below is yours, whatever the residents\n"
        "minimum = 0\npositions = {}\n", key_text(s.offices[office].id), kDeskKeys[desk],
        is_told ? knob_text(points, "told by the municipality: " + starter.own.source, "sourced")
                : knob_text(points, "taken over from " + starter.base_file + "; put in your own count"));
}

std::string office_text(const Starter& starter, const Scenario& s, const World& world, std::size_t office) {
    const std::string id = key_text(s.offices[office].id);
    const OwnFigures::Office* own = own_office(starter, office);
    std::string text = fmt::format(
        "# ---------------------------------------------------------------- {0}\n\n"
        "# Hours of the door for people without an appointment. To keep it open all the time, delete the lines\n"
        "# that begin with `from`. Public holidays are shut anyway.\n[office.{1}]\ndrop_in_hours = {2}\n\n"
        "# Staff, in full-time positions, before absence.\n",
        s.offices[office].name, id, hours_text(own != nullptr && own->door ? *own->door : s.door_hours[office]));
    for (std::size_t desk = 0; desk < kOfficeDesks; ++desk)
        text += desk_text(starter, s, world, office, desk) + "\n";
    return text;
}

std::string pile_text(const Starter& starter) {
    if (starter.own.pile.empty()) return "";
    return fmt::format(
        "# ---------------------------------------------------------------- what lies there\n\n"
        "# The cases that were open when the municipality counted them. Days already waited count.\n[start]\nopen_cases = \"{}\"\n\n",
        starter.pile_file);
}

std::string room_text(const Starter& starter, const Scenario& s) {
    const Timeline& room = s.channels[static_cast<std::size_t>(Channel::drop_in)].room;
    if (room.points.empty() || room.kind != Timeline::Kind::steps) return "";
    return fmt::format(
        "# ---------------------------------------------------------------- waiting rooms\n\n"
        "# How many may wait inside an office; who comes when it is full is turned away. 0 = no limit. For every office here.\n"
        "[channel.drop_in]\nroom = {}\n\n", knob_text(room.points, "taken over from " + starter.base_file));
}

std::string surge_text(const Starter& starter, const Scenario& s) {
    std::string text = "# ---------------------------------------------------------------- what hits\n\n";
    for (const auto& [key, file] : starter.tables)
        if (const std::size_t dot = key.rfind('.'); dot != std::string::npos)
            text += fmt::format("[{}]\n{} = \"{}\"\n\n", key.substr(0, dot), key.substr(dot + 1), file);
    const auto local = std::find_if(s.services.begin(), s.services.end(),
                                    [](const Service& service) { return service.system == System::local; });
    if (local == s.services.end()) return text;
    const Date from = s.start + std::chrono::days(14), to = from + std::chrono::days(42);
    return text + fmt::format(
        "# A surge of your own: for six weeks, half as many again need {0}. It sleeps until enabled = true.\n"
        "[surge.our_own]\nkind = \"scale\"\nenabled = false\n"
        "label = {{ nb = \"Egen topp\", nn = \"Eigen topp\", en = \"A surge of our own\" }}\n"
        "services = [\"{0}\"]\n"
        "factor = {{ range = [1, 3], basis = \"assumption\", why = \"an example: put in your own\", steps = "
        "[{{from = {1}, value = 1}}, {{from = {2}, value = 1.5}}, {{from = {3}, value = 1}}] }}\n",
        local->key, date_text(s.start - std::chrono::days(7)), date_text(from), date_text(to));
}

}  // namespace

std::string day_text(const std::optional<DailyHours>& day) {
    return day ? clock_text(day->opens_min) + "-" + clock_text(day->closes_min) : "closed";
}

std::vector<std::size_t> offices_of(const Scenario& s, std::size_t municipality) {
    std::vector<std::size_t> found;
    for (std::size_t o = 0; o < s.offices.size(); ++o)
        for (const Catchment& c : s.offices[o].catchments)
            if (c.municipality == municipality) found.push_back(o);
    return found;
}

std::vector<Timeline::Point> positions_of(const World& world, std::size_t office, std::size_t desk) {
    const DeskPlan& plan = world.offices[office].desks[desk];
    std::vector<Timeline::Point> points;
    const std::int64_t last = day_of(world.horizon);
    for (std::int64_t day = 0; day < last; ++day) {
        const double rounded = std::round(plan.positions[static_cast<std::size_t>(day)] * 100) / 100;
        if (points.empty() || points.back().value != rounded) points.push_back({world.calendar.date(day), rounded});
    }
    return points;
}

std::vector<std::size_t> sharing_offices(const Scenario& s, std::size_t municipality) {
    std::vector<std::size_t> sharing{municipality};
    for (std::size_t next = 0; next < sharing.size(); ++next)
        for (const std::size_t o : offices_of(s, sharing[next]))
            for (const Catchment& c : s.offices[o].catchments)
                if (std::find(sharing.begin(), sharing.end(), c.municipality) == sharing.end())
                    sharing.push_back(c.municipality);
    return sharing;
}

std::string starter_text(const Starter& starter, const Scenario& base) {
    const World world(base);
    std::string text = opening(starter, base) + frame(starter, base);
    for (const std::size_t office : offices_of(base, starter.municipality))
        text += office_text(starter, base, world, office);
    return text + pile_text(starter) + room_text(starter, base) + surge_text(starter, base);
}

}  // namespace skranke
