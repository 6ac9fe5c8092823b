#include <cmath>

#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/text/definitions.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kDesks{"Bemanning: hvor er presset størst?", "Bemanning: kvar er presset størst?",
                        "Staffing: where is the pressure?"};
constexpr Phrase kDesksNote{
    "Utnyttelse er tiden bemanningen er opptatt, av tiden den er på jobb. Over 85–90 % vokser køene fort.",
    "Utnytting er tida bemanninga er oppteken, av tida ho er på jobb. Over 85–90 % veks køane fort.",
    "Occupancy is the time that staff are busy, of the time they are at work. Above 85–90% queues grow fast."};
constexpr Phrase kShared{"Felles for alle", "Felles for alle", "Shared by all"};
constexpr Phrase kOffices{"Kontorene", "Kontora", "The offices"};
constexpr Phrase kSite{"Sted", "Stad", "Place"};
constexpr Phrase kDesk{"Funksjon", "Funksjon", "Desk"};
constexpr Phrase kOccupancy{"Utnyttelse", "Utnytting", "Occupancy"};
constexpr Phrase kWait{"Ventetid i snitt", "Ventetid i snitt", "Mean wait"};
constexpr Phrase kRefused{"Møtte fullt", "Møtte fullt", "Found it full"};
constexpr Phrase kLeft{"Gikk eller ble sendt hjem", "Gjekk eller vart sende heim", "Left or were sent home"};

constexpr Phrase kMeaning{"Hva tallene betyr", "Kva tala tyder", "What the numbers mean"};

constexpr Phrase kAssumptions{"Forutsetninger", "Føresetnader", "Assumptions"};
constexpr Phrase kKey{"Nøkkel i scenarioet", "Nøkkel i scenarioet", "Key in the scenario"};
constexpr Phrase kValue{"Verdi", "Verdi", "Value"};
constexpr Phrase kRange{"Mulig fra–til", "Mogleg frå–til", "Possible range"};
constexpr Phrase kUnit{"Enhet", "Eining", "Unit"};
constexpr Phrase kBasis{"Grunnlag", "Grunnlag", "Basis"};
constexpr Phrase kWhyNumber{"Hvorfor", "Kvifor", "Why"};

constexpr Phrase kAccessibility{"Tilgjengelighet", "Tilgjenge", "Accessibility"};
constexpr Phrase kAccessibilityAim{
    "Rapporten er laget for å oppfylle WCAG 2.1 på nivå AA: alt kan nås med tastatur, alle bilder har en tabell med de samme tallene, ingenting sies med "
    "farge alene, og den kan leses uten skript. Det er kontrollert automatisk med axe-core i Chromium, på bred og smal skjerm, og det er kontrollert at "
    "ingenting skjæres av når siden forstørres til 400 % eller skrives ut. Ingen som bruker skjermleser "
    "til daglig, har prøvd den.",
    "Rapporten er laga for å oppfylle WCAG 2.1 på nivå AA: alt kan nåast med tastatur, alle bilete har ein tabell med dei same tala, ingenting blir sagt med "
    "farge åleine, og han kan lesast utan skript. Det er kontrollert automatisk med axe-core i Chromium, på brei og smal skjerm, og det er kontrollert at "
    "ingenting blir skore av når sida blir forstørra til 400 % eller skriven ut. Ingen som bruker skjermlesar "
    "til dagleg, har prøvd han.",
    "The report is made to meet WCAG 2.1 at level AA: everything can be reached by keyboard, every picture has a table with the same numbers, nothing is told "
    "by colour alone, and it can be read without scripts. That is checked automatically with axe-core in Chromium, on wide and narrow screens, and so is "
    "that nothing is cut off when the page is enlarged to 400% or printed. Nobody who uses a "
    "screen reader every day has tried it."};
constexpr Phrase kAccessibilityKnown{
    "Kjente mangler: brede tabeller må rulles sidelengs på smale skjermer, og knappene for språk står utenfor sidens hoveddeler.",
    "Kjende manglar: breie tabellar må rullast sidelengs på smale skjermar, og knappane for språk står utanfor hovuddelane av sida.",
    "Known shortcomings: wide tables scroll sideways on narrow screens, and the buttons for the language stand outside the landmarks of the page."};
constexpr Phrase kProvenance{"Hvor tallene kommer fra", "Kvar tala kjem frå", "Where the numbers come from"};
constexpr Phrase kVersion{"Versjon", "Versjon", "Version"};
constexpr Phrase kCommand{"Kommando", "Kommando", "Command"};
constexpr Phrase kScenario{"Scenario", "Scenario", "Scenario"};
constexpr Phrase kHash{"Scenariets sjekksum", "Sjekksummen til scenarioet", "Scenario hash"};
constexpr Phrase kSeed{"Frø", "Frø", "Seed"};
constexpr Phrase kFingerprint{"Forløpenes fingeravtrykk", "Fingeravtrykket til forløpa", "Fingerprint of the runs"};
constexpr Phrase kCreated{"Laget", "Laga", "Created"};

constexpr Phrase kAgain{
    "Samme versjon av programmet spiller alt på nytt og sammenligner: skranke reproduce, fulgt av navnet på denne filen. Begynte "
    "forløpene med åpne saker, må det være resultatfilen result.h5: sakene er ikke med her.",
    "Same versjon av programmet spelar alt på nytt og samanliknar: skranke reproduce, følgt av namnet på denne fila. Begynte forløpa "
    "med opne saker, må det vere resultatfila result.h5: sakene er ikkje med her.",
    "The same version of the program plays everything again and compares: skranke reproduce, followed by the name of this file. If the "
    "runs began with open cases, it must be the file result.h5: the cases are not in here."};

// As many decimals as the number needs, at most four.
std::string plain_number(double value, Lang lang) {
    int decimals = 0;
    double scaled = std::abs(value);
    while (decimals < 4 && std::abs(scaled - std::round(scaled)) > 1e-6 * std::fmax(1.0, scaled)) {
        scaled *= 10;
        ++decimals;
    }
    return number(value, decimals, lang);
}

std::string share_cell(const Estimate& share) {
    return number_cell(share.valid ? spans_of([&](Lang l) { return percent(share.value, 0, l); }) : kUnknown);
}

std::string pair(const Phrase& name, const std::string& value) {
    return element("dt", "", spans(name)) + element("dd", "", value);
}

}  // namespace

std::string desks_table(const std::string& id, const std::string& caption, SiteColumn column,
                        const std::vector<const DeskSummary*>& desks) {
    std::string rows;
    for (const DeskSummary* desk : desks) {
        const std::string kind = spans_of([&](Lang l) { return desk_name(desk->kind, l); });
        std::string name = column == SiteColumn::shown
                               ? "<th scope=\"row\">" + escaped(desk->site) + "</th>" + text_cell(kind)
                               : "<th scope=\"row\">" + kind + "</th>";
        const std::string wait = desk->wait_mean_min.valid
                                     ? spans_of([&](Lang l) { return duration(desk->wait_mean_min.value, l); })
                                     : kUnknown;
        rows += element("tr", "",
                        name + share_cell(desk->occupancy) + number_cell(wait) + share_cell(desk->refused_share) +
                            share_cell(desk->left_share)) +
                "\n";
    }
    return table(id, caption,
                 column == SiteColumn::shown
                     ? header_row({{kSite}, {kDesk}, {kOccupancy, "n"}, {kWait, "n"}, {kRefused, "n"}, {kLeft, "n"}})
                     : header_row({{kDesk}, {kOccupancy, "n"}, {kWait, "n"}, {kRefused, "n"}, {kLeft, "n"}}),
                 rows);
}

std::string desks_part(const Input& in) {
    std::vector<const DeskSummary*> shared, offices;
    for (const DeskSummary& desk : in.summary.desks) {
        bool is_shared = false;
        for (std::size_t k = kOfficeDesks; k < kDeskKinds; ++k)
            is_shared = is_shared || desk.kind == key_of(static_cast<DeskKind>(k));
        (is_shared ? shared : offices).push_back(&desk);
    }
    std::string out = "<h2 id=\"desks\">" + spans(kDesks) + "</h2>\n" + element("p", "soft", spans(kDesksNote));
    if (!shared.empty()) out += desks_table("desks-shared", spans(kShared), SiteColumn::left_out, shared);
    if (!offices.empty() && has_sections(in.summary)) {
        out += "<details><summary>" + spans(kOffices) + "</summary>" +
               desks_table("desks-offices", spans(kOffices), SiteColumn::shown, offices) + "</details>\n";
    }
    return out;
}

std::string definitions_part(const Input&) {
    std::string list;
    for (const words::Definition& d : words::kDefinitions)
        list += element("dt", "", spans(d.word)) + element("dd", "", spans(d.meaning));
    return "<h2 id=\"meaning\">" + spans(kMeaning) + "</h2>\n" + element("dl", "", list) + "\n";
}

std::string assumptions_part(const Input& in) {
    std::string rows;
    for (const Assumption& a : in.scenario.assumptions) {
        const std::string range =
            spans_of([&](Lang l) { return plain_number(a.low, l) + "–" + plain_number(a.high, l); });
        rows += element("tr", "",
                        "<th scope=\"row\"><code>" + escaped(a.key) + "</code></th>" +
                            number_cell(spans_of([&](Lang l) { return plain_number(a.value, l); })) +
                            number_cell(range) + text_cell(escaped(a.unit)) + text_cell(spans(basis_words(a.basis))) +
                            element("td", "long", escaped(a.why))) +
                "\n";
    }
    std::string out =
        "<h2 id=\"assumptions\">" + spans(kAssumptions) + "</h2>\n" + element("p", "caveat", spans(words::kNotValidated));
    if (rows.empty()) return out;
    return out + table("assumptions-caption", spans(kAssumptions),
                       header_row({{kKey}, {kValue, "n"}, {kRange, "n"}, {kUnit}, {kBasis}, {kWhyNumber}}), rows);
}

std::string accessibility_part(const Input&) {
    return "<h2 id=\"accessibility\">" + spans(kAccessibility) + "</h2>\n" + element("p", "", spans(kAccessibilityAim)) +
           element("p", "", spans(kAccessibilityKnown)) + "\n";
}

std::string provenance_part(const Input& in) {
    const Provenance& p = in.provenance;
    const std::string version = p.version + (p.git.empty() ? "" : " (" + p.git + ")");
    return "<h2 id=\"provenance\">" + spans(kProvenance) + "</h2>\n" +
           element("dl", "facts",
                   pair(kVersion, escaped("Skranke " + version)) +
                       pair(kCommand, element("code", "", escaped(p.command))) +
                       pair(kScenario, escaped(p.scenario_name)) +
                       pair(kHash, element("code", "", hexadecimal(p.scenario_hash))) +
                       pair(kSeed, element("code", "", std::to_string(p.seed))) +
                       pair(kFingerprint, element("code", "", hexadecimal(p.fingerprint)) + " (" +
                                              key_of(p.fingerprint_strength) + ")") +
                       pair(kCreated, escaped(p.created))) +
           // What is worked out from many runs has no summary, and is not played again from its page alone.
           (in.summary.places.empty() ? "" : element("p", "soft", spans(kAgain))) + "\n";
}

}  // namespace skranke::page
