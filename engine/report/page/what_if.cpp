// The section that plays the scenario again with a change, in the page itself. Without scripts it is not shown.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/planning/place.hpp"
#include "engine/report/html_page.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/scenario/names.hpp"

namespace skranke::page {
namespace {

using nlohmann::json;

// That a page plays of each plan; our own choice.
constexpr std::uint32_t kRuns = 40, kRunsOfMany = 12;  // of many municipalities together
constexpr std::size_t kMany = 10;

constexpr Phrase kSaveSvg{"Lagre bildet som SVG", "Lagre biletet som SVG", "Save the picture as SVG"};
constexpr Phrase kSavePng{"Lagre som PNG", "Lagre som PNG", "Save as PNG"};
constexpr Phrase kTitle{"Hva om?", "Kva om?", "What if?"};
constexpr Phrase kIntro{
    "Flytt på noe, og modellen spiller de samme ukene med de samme menneskene om igjen, her i nettleseren. Ingenting sendes noe sted.",
    "Flytt på noko, og modellen spelar dei same vekene med dei same menneska om att, her i nettlesaren. Ingenting blir sendt nokon stad.",
    "Move something, and the model plays the same weeks with the same people again, here in the browser. Nothing is sent anywhere."};
constexpr Phrase kPlaceNote{
    "En kommune spilles alene, med sin andel av de felles kontorene. Tallene kan derfor avvike litt fra dem over.",
    "Ein kommune blir spelt åleine, med sin del av dei felles kontora. Tala kan difor avvike litt frå dei over.",
    "A municipality is played alone, with its share of the shared offices. So its numbers may differ a little from those above."};
constexpr Phrase kNoCases{
    "Modellen begynte med saker som var åpne. De er ikke med i denne rapporten, og derfor kan den ikke svare på «hva om?». Det kan den når den er laget "
    "med --carry-cases; da kan den som får rapporten, også lese sakene.",
    "Modellen byrja med saker som var opne. Dei er ikkje med i denne rapporten, og difor kan han ikkje svare på «kva om?». Det kan han når han er laga "
    "med --carry-cases; då kan den som får rapporten, også lese sakene.",
    "The model began with cases that were open. This report does not carry them, and so it cannot answer what if. It can if it is made with "
    "--carry-cases; whoever gets the report can then read the cases, too."};
constexpr Phrase kWorkbookCases{
    "Modellen begynte med saker fra en arbeidsbok, og den kan ikke leses her i nettleseren. Lagre arket som CSV og lag rapporten med --carry-cases; "
    "da svarer den på «hva om?», og den som får den, kan også lese sakene.",
    "Modellen byrja med saker frå ei arbeidsbok, og ho kan ikkje lesast her i nettlesaren. Lagre arket som CSV og lag rapporten med --carry-cases; "
    "då svarar han på «kva om?», og den som får han, kan også lese sakene.",
    "The model began with cases from a workbook, which cannot be read here in the browser. Save the sheet as CSV and make the report with "
    "--carry-cases; it then answers what if, and whoever gets it can read the cases, too."};
constexpr Phrase kPositions{"Stillinger mer eller færre på hvert kontor", "Stillingar meir eller færre på kvart kontor",
                            "Positions more or fewer at each office"};
constexpr Phrase kDoor{"Døra", "Døra", "The door"};
constexpr Phrase kAsItIs{"som i dag", "som i dag", "as it is"};
constexpr Phrase kShut{"stengt", "stengd", "shut"};
constexpr Phrase kRoom{"Plass til så mange i kø ved døra (tomt: som i dag)", "Plass til så mange i kø ved døra (tomt: som i dag)",
                       "Room for so many in line at the door (empty: as it is)"};
constexpr Phrase kForm{"Digital søknad om sosialhjelp fra første dag", "Digital søknad om sosialhjelp frå første dag",
                       "Digital form for social assistance from the first day"};
constexpr Phrase kOther{"Søknad, fravær og pågang", "Søknad, fråvær og pågang", "Form, absence and demand"};
constexpr Phrase kAbsence{"Fravær på kontorene, prosent av dagene (tomt: som i dag)", "Fråvær på kontora, prosent av dagane (tomt: som i dag)",
                          "Absence at the offices, per cent of days (empty: as it is)"};
constexpr Phrase kHeight{"Bølgenes høyde, ganger det som er antatt", "Høgda på bølgjene, gonger det som er rekna med",
                         "Height of the surges, times what is assumed"};
constexpr Phrase kWhen{"Bølgene kommer så mange uker senere (under 0: tidligere)", "Bølgjene kjem så mange veker seinare (under 0: tidlegare)",
                       "The surges come so many weeks later (below 0: earlier)"};
constexpr Phrase kWhenNote{"Hele bølgen flyttes, like lang som før. Det som kontorene gjorde på bestemte datoer, blir stående.",
                           "Heile bølgja blir flytta, like lang som før. Det som kontora gjorde på bestemte datoar, blir ståande.",
                           "The whole surge moves, as long as before. What the offices did on given dates stays where it is."};
constexpr Phrase kKeep{"Behold denne som plan A", "Ta vare på denne som plan A", "Keep this as plan A"};
constexpr Phrase kReset{"Tilbake til slik det er", "Tilbake til slik det er", "Back to how it is"};
constexpr Phrase kStop{"Stopp", "Stopp", "Stop"};
/// 2020-03-02
std::string date_key(Date date) {
    const std::chrono::year_month_day day{date};
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(static_cast<int>(day.year())) + "-" + two(static_cast<unsigned>(day.month())) + "-" + two(static_cast<unsigned>(day.day()));
}

bool same(const Timeline& a, const Timeline& b) {
    return a.kind == b.kind && std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                                          [](const auto& x, const auto& y) { return x.from == y.from && x.value == y.value; });
}

bool same(const OpeningHours& a, const OpeningHours& b) {
    return std::equal(a.periods.begin(), a.periods.end(), b.periods.begin(), b.periods.end(), [](const auto& one, const auto& other) {
        return one.from == other.from && std::equal(one.week.begin(), one.week.end(), other.week.begin(), [](const auto& x, const auto& y) {
                   return x.has_value() == y.has_value() && (!x || (x->opens_min == y->opens_min && x->closes_min == y->closes_min));
               });
    });
}

/// A desk's levers, and the offices where something is not as at most.
json desk_levers(const Scenario& s, std::size_t kind) {
    json offices = json::object(), absent = json::array();
    for (std::size_t o = 0; o < s.offices.size(); ++o) {
        const DeskRules& here = s.office_desks[o][kind];
        if (here.more != s.desks[kind].more) offices[s.offices[o].id] = here.more;
        if (!same(here.absence, s.desks[kind].absence)) absent.push_back(s.offices[o].id);
    }
    return {{"more", s.desks[kind].more}, {"offices", offices}, {"absent", absent}, {"small", s.desks[kind].small_office.residents > 0}};
}

bool has_height(const Surge& surge) { return surge.kind != SurgeKind::outage && surge.kind != SurgeKind::trace; }

/// When each surge comes, and how high it is if it has a height.
json surge_levers(const Scenario& s) {
    json surges = json::object();
    for (const Surge& surge : s.surges) {
        if (!surge.enabled) continue;
        surges[surge.key] = {{"weeks_later", surge.weeks_later}};
        if (has_height(surge)) surges[surge.key]["height"] = surge.height;
    }
    return surges;
}

/// Municipalities can be played alone if the shared desks' staff is that of the whole table, or scaled from it.
bool can_be_narrowed(const Scenario& s) {
    if (s.municipalities.size() < 2 || s.inputs.empty()) return false;
    const std::string& table = s.inputs.front().content;
    const auto rows = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
    return rows <= s.municipalities.size() + 1 || s.text.find("shared_desks = \"scale\"") != std::string::npos;
}

json levers_of(const Input& in) {
    const Scenario& s = in.scenario;
    json desks = json::object(), doors = json::array(), weeks = json::array();
    for (std::size_t kind = 0; kind < kOfficeDesks; ++kind) desks[kDeskKeys[kind]] = desk_levers(s, kind);
    const OpeningHours& usual = s.channels[static_cast<std::size_t>(Channel::drop_in)].hours;
    for (std::size_t o = 0; o < s.offices.size(); ++o)
        if (!same(s.door_hours[o], usual)) doors.push_back(s.offices[o].id);
    for (int week = 0; week < s.weeks; ++week) weeks.push_back(week_number(s.start + std::chrono::days{7 * week}));
    return {{"desks", desks}, {"doors", doors}, {"surges", surge_levers(s)}, {"replications", kRuns}, {"area_replications", s.municipalities.size() < kMany ? kRuns : kRunsOfMany},
            {"name", s.name}, {"start", date_key(s.start)}, {"weeks", weeks}};
}

std::string label(const std::string& control, const std::string& words) { return "<label for=\"" + control + "\">" + words + "</label>"; }

/// Whether somewhere the digital form comes later than the run, or never.
bool lacks_form(const Scenario& s) {
    return std::any_of(s.municipalities.begin(), s.municipalities.end(),
                       [&](const Municipality& m) { return !m.digital_form_from || *m.digital_form_from > s.start; });
}

std::string option(const std::string& value, const std::string& offices, const Text& name) {
    std::string out = "<option value=\"" + escaped(value) + "\" data-offices=\"" + escaped(offices) + "\"";
    for (const Lang l : kLangs) out += std::string(" data-") + key_of(l) + "=\"" + escaped(name.in(l)) + "\"";
    return out + ">" + escaped(name.in(Lang::nb)) + "</option>\n";
}

/// The whole area, and each municipality with those that it shares an office with.
std::string places(const Input& in) {
    const Scenario& s = in.scenario;
    const PlaceSummary& area = in.summary.places.front();
    std::string options = option("", "", Text::of([&](Lang l) { return name_of(area, l); }));
    if (!can_be_narrowed(s)) return options;
    const std::vector<PlanningPlace> all = planning_places(s);
    for (const std::size_t i : by_alphabet(in.summary)) {
        const auto place = std::find_if(all.begin(), all.end(), [&](const PlanningPlace& p) {
            return std::find(p.municipalities.begin(), p.municipalities.end(), i - 1) != p.municipalities.end();
        });
        if (place == all.end()) continue;
        std::string numbers = in.summary.places[i].number, offices;
        for (const std::size_t m : place->municipalities)
            if (m != i - 1) numbers += " " + s.municipalities[m].number;
        for (const std::size_t o : place->offices) offices += (offices.empty() ? "" : " ") + s.offices[o].id;
        options += option(numbers, offices, Text::same(in.summary.places[i].name));
    }
    return options;
}

std::string slider(const std::string& id, const std::string& words, const char* range) {
    return "<p class=\"lever\">" + label(id, words) + "<input type=\"range\" id=\"" + id + "\" " + range + "><output for=\"" + id +
           "\"></output></p>\n";
}

std::string fieldset(const Phrase& legend, const std::string& content) {
    return "<fieldset><legend>" + spans(legend) + "</legend>\n" + content + "</fieldset>\n";
}

std::string positions() {
    std::string out;
    for (std::size_t kind = 0; kind < kOfficeDesks; ++kind)
        out += slider(std::string("w-") + kDeskKeys[kind], spans_of([&](Lang l) { return desk_name(kDeskKeys[kind], l); }),
                      "min=\"-3\" max=\"5\" step=\"0.5\" value=\"0\"");
    return fieldset(kPositions, out);
}

std::string door_choice(const std::string& id, const std::string& value, const std::string& words, const char* state = "") {
    return "<span class=\"choice\"><input type=\"radio\" name=\"w-door\" id=\"" + id + "\" value=\"" + value + "\"" + state + ">" + label(id, words) +
           "</span>\n";
}

std::string door() {
    std::string out = door_choice("w-door-now", "", spans(kAsItIs), " checked") + door_choice("w-door-shut", "closed", spans(kShut)) +
                      door_choice("w-door-2", "10:00-12:00", "10–12") + door_choice("w-door-4", "10:00-14:00", "10–14") +
                      door_choice("w-door-6", "09:00-15:00", "9–15");
    return fieldset(kDoor, "<p>" + out + "</p>\n<p class=\"lever\">" + label("w-room", spans(kRoom)) +
                               "<input type=\"number\" id=\"w-room\" min=\"1\" max=\"200\" step=\"1\" inputmode=\"numeric\"></p>\n");
}

std::string other(const Scenario& scenario) {
    std::string out;
    if (lacks_form(scenario)) out += "<p><span class=\"choice\"><input type=\"checkbox\" id=\"w-form-now\">" + label("w-form-now", spans(kForm)) + "</span></p>\n";
    out += "<p class=\"lever\">" + label("w-absence", spans(kAbsence)) +
                      "<input type=\"number\" id=\"w-absence\" min=\"0\" max=\"90\" step=\"1\" inputmode=\"numeric\"></p>\n";
    if (surge_levers(scenario).empty()) return fieldset(kOther, out);
    out += slider("w-height", spans(kHeight), "min=\"0\" max=\"3\" step=\"0.1\" value=\"1\"");
    out += slider("w-when", spans(kWhen), "min=\"-8\" max=\"12\" step=\"1\" value=\"0\" aria-describedby=\"w-when-note\"");
    return fieldset(kOther, out + "<p class=\"soft\" id=\"w-when-note\">" + spans(kWhenNote) + "</p>\n");
}

std::string button(const char* id, const Phrase& words) {
    return std::string("<button type=\"button\" id=\"") + id + "\">" + spans(words) + "</button>\n";
}

}  // namespace

bool begins_with_workbook(const Scenario& scenario) {
    return std::any_of(scenario.inputs.begin(), scenario.inputs.end(), [](const InputFile& input) { return input.name.ends_with(".xlsx"); });
}

std::string what_if_part(const Input& in) {
    if (!in.live) return "";
    if (in.what_if == WhatIf::left_out) return element("p", "soft", spans(begins_with_workbook(in.scenario) ? kWorkbookCases : kNoCases)) + "\n";
    std::string form = "<p class=\"lever\">" + label("w-place", spans(words::kMunicipality)) + "<select id=\"w-place\">" + places(in) +
                       "</select></p>\n" + positions() + door() + other(in.scenario) + "<p>" + button("w-keep", kKeep) +
                       button("w-reset", kReset) + button("w-stop", kStop) + "</p>\n";
    return "<section id=\"what-if\" aria-labelledby=\"what-if-title\" hidden>\n<h2 id=\"what-if-title\">" + spans(kTitle) + "</h2>\n" +
           element("p", "", spans(kIntro)) + (can_be_narrowed(in.scenario) ? element("p", "soft", spans(kPlaceNote)) : "") +
           "<div class=\"whatif\"><form id=\"w-form\">\n" + form + "</form>\n<div>\n" + what_if_answer() + "</div></div>\n</section>\n";
}

std::string live_markup(const Input& in) {
    if (!in.live) return {};
    constexpr int kOneLine = -1;
    std::string out = "<template id=\"skranke-save\">" +
                      element("p", "save", "<button type=\"button\" data-kind=\"svg\">" + spans(kSaveSvg) + "</button> <button type=\"button\" data-kind=\"png\">" +
                                               spans(kSavePng) + "</button>") +
                      "</template>\n";
    if (in.what_if == WhatIf::answered)
        out += "<template id=\"skranke-levers\">" + escaped(levers_of(in).dump(kOneLine, ' ', true)) + "</template>\n<template id=\"skranke-words\">" +
               escaped(what_if_words()) + "</template>\n<template id=\"skranke-engine\">" + std::string(in.live->module) + "</template>\n";
    return out + "<script>" + std::string(in.live->script) + "</script>\n";
}

}  // namespace skranke::page
