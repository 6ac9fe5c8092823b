// Sheets with what the numbers rest on: desks, measures, assumptions, what words mean, where everything comes from.

#include "engine/report/text/definitions.hpp"
#include "engine/report/text/stopping_text.hpp"
#include "engine/report/workbook/parts.hpp"

namespace skranke::workbook {

namespace {

using Row = std::vector<CellValue>;

constexpr double kNameWidth = 34, kValueWidth = 14, kLongWidth = 90;

}  // namespace

Described desks_sheet(const Input& in) {
    static constexpr Phrase kName{"Bemanning", "Bemanning", "Staffing"};
    static constexpr Phrase kAbout{"Hvor presset er størst. Over 85–90 % utnyttelse vokser køene fort.",
                                   "Kvar presset er størst. Over 85–90 % utnytting veks køane fort.",
                                   "Where the pressure is. Above 85–90% occupancy queues grow fast."};
    static constexpr Phrase kSite{"Sted", "Stad", "Place"}, kDesk{"Funksjon", "Funksjon", "Desk"};
    static constexpr Phrase kOccupancy{"Utnyttelse", "Utnytting", "Occupancy"};
    static constexpr Phrase kWait{"Ventetid i snitt (minutter)", "Ventetid i snitt (minutt)", "Mean wait (minutes)"};
    static constexpr Phrase kRefused{"Møtte fullt", "Møtte fullt", "Found it full"};
    static constexpr Phrase kLeft{"Gikk eller ble sendt hjem", "Gjekk eller vart sende heim", "Left or were sent home"};
    static constexpr Phrase kArrived{"Kom, per forløp", "Kom, per forløp", "Arrived, per run"};
    BookTable table;
    table.columns = {{kSite.in(in.lang), Look::text, kNameWidth},        {kDesk.in(in.lang), Look::text, kNameWidth},
                     {kOccupancy.in(in.lang), Look::percent, kValueWidth}, {kWait.in(in.lang), Look::tenths, kValueWidth},
                     {kRefused.in(in.lang), Look::percent, kValueWidth},   {kLeft.in(in.lang), Look::percent, kValueWidth},
                     {kArrived.in(in.lang), Look::whole, kValueWidth}};
    for (const DeskSummary& desk : in.summary.desks)
        table.rows.push_back({desk.site, desk_name(desk.kind, in.lang), known(desk.occupancy, desk.occupancy.value),
                              known(desk.wait_mean_min, desk.wait_mean_min.value), known(desk.refused_share, desk.refused_share.value),
                              known(desk.left_share, desk.left_share.value), desk.arrived});
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

Described policies_sheet(const Input& in) {
    static constexpr Phrase kName{"Tiltak", "Tiltak", "Measures"};
    static constexpr Phrase kAbout{"Hva som ble gjort og hva det kostet, alle kontorer til sammen; lønn til dem som alt er ansatt, er ikke med.",
                                   "Kva som vart gjort og kva det kosta, alle kontor til saman; løn til dei som alt er tilsette, er ikkje med.",
                                   "What was done and what it cost, all offices together; the pay of those employed anyway is not included."};
    static constexpr Phrase kStarts{"Ganger satt i verk", "Gonger sette i verk", "Times started"};
    static constexpr Phrase kDays{"Arbeidsdager i kraft", "Arbeidsdagar i kraft", "Working days in force"};
    static constexpr Phrase kCost{"Kostnad (kroner)", "Kostnad (kroner)", "Cost (NOK)"};
    BookTable table;
    table.columns = {{kName.in(in.lang), Look::text, 50},
                     {kStarts.in(in.lang), Look::tenths, kValueWidth},
                     {kDays.in(in.lang), Look::tenths, kValueWidth},
                     {kCost.in(in.lang), Look::whole, kValueWidth},
                     {std::string(kCost.in(in.lang)) + ", " + kLowEnd.in(in.lang), Look::whole, kValueWidth},
                     {std::string(kCost.in(in.lang)) + ", " + kHighEnd.in(in.lang), Look::whole, kValueWidth}};
    for (std::size_t p = 0; p < in.summary.policies.size(); ++p) {
        const Policy& policy = in.scenario.policies[p];
        const PolicySummary& sum = in.summary.policies[p];
        if (!policy.enabled) continue;
        table.rows.push_back({name_of(policy.label, policy.key, in.lang), known(sum.starts, sum.starts.value), known(sum.days, sum.days.value),
                              known(sum.cost, sum.cost.value), known(sum.cost, sum.cost.low), known(sum.cost, sum.cost.high)});
    }
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

Described assumptions_sheet(const Input& in) {
    static constexpr Phrase kName{"Forutsetninger", "Føresetnader", "Assumptions"};
    static constexpr Phrase kAbout{"Tallene svaret hviler på; de som er merket antakelse, er det ingen som har målt.",
                                   "Tala svaret kviler på; dei som er merkte antaking, er det ingen som har målt.",
                                   "The numbers that the answer rests on; those marked assumption have not been measured by anyone."};
    static constexpr Phrase kKey{"Nøkkel i scenarioet", "Nøkkel i scenarioet", "Key in the scenario"};
    static constexpr Phrase kValue{"Verdi", "Verdi", "Value"}, kFrom{"Mulig fra", "Mogleg frå", "Possible from"},
        kTo{"Mulig til", "Mogleg til", "Possible to"};
    static constexpr Phrase kUnit{"Enhet", "Eining", "Unit"}, kBasis{"Grunnlag", "Grunnlag", "Basis"}, kWhy{"Hvorfor", "Kvifor", "Why"};
    BookTable table;
    table.columns = {{kKey.in(in.lang), Look::text, 50},          {kValue.in(in.lang), Look::plain_number, kValueWidth},
                     {kFrom.in(in.lang), Look::plain_number, kValueWidth}, {kTo.in(in.lang), Look::plain_number, kValueWidth},
                     {kUnit.in(in.lang), Look::text, kValueWidth}, {kBasis.in(in.lang), Look::text, kValueWidth},
                     {kWhy.in(in.lang), Look::long_text, kLongWidth}};
    for (const Assumption& a : in.scenario.assumptions)
        table.rows.push_back({a.key, a.value, a.low, a.high, a.unit, basis_words(a.basis).in(in.lang), a.why});
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

Described definitions_sheet(const Input& in) {
    static constexpr Phrase kName{"Hva tallene betyr", "Kva tala tyder", "What the numbers mean"};
    static constexpr Phrase kAbout{"Ordene i de andre arkene.", "Orda i dei andre arka.", "The words of the other sheets."};
    static constexpr Phrase kWord{"Ord", "Ord", "Word"}, kMeaning{"Betydning", "Tyding", "Meaning"};
    BookTable table;
    table.columns = {{kWord.in(in.lang), Look::text, 24}, {kMeaning.in(in.lang), Look::long_text, kLongWidth}};
    for (const words::Definition& d : words::kDefinitions)
        table.rows.push_back({std::string(d.word.in(in.lang)), std::string(d.meaning.in(in.lang))});
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

Described provenance_sheet(const Input& in) {
    static constexpr Phrase kName{"Opphav", "Opphav", "Provenance"};
    static constexpr Phrase kAbout{"Program, kommando, frø og fingeravtrykk: nok til å regne alt på nytt.",
                                   "Program, kommando, frø og fingeravtrykk: nok til å rekne alt på nytt.",
                                   "Program, command, seed and fingerprint: enough to compute everything again."};
    static constexpr Phrase kWhat{"Hva", "Kva", "What"}, kValue{"Verdi", "Verdi", "Value"};
    static constexpr Phrase kVersion{"Versjon", "Versjon", "Version"}, kCommand{"Kommando", "Kommando", "Command"};
    static constexpr Phrase kHash{"Scenariets sjekksum", "Sjekksummen til scenarioet", "Scenario hash"}, kSeed{"Frø", "Frø", "Seed"};
    static constexpr Phrase kCommit{"Kildekodens commit", "Commit i kjeldekoden", "Commit of the source"};
    static constexpr Phrase kRuns{"Simulerte forløp", "Simulerte forløp", "Simulated runs"};
    static constexpr Phrase kFingerprint{"Forløpenes fingeravtrykk", "Fingeravtrykket til forløpa", "Fingerprint of the runs"};
    static constexpr Phrase kStopped{"Presisjon", "Presisjon", "Precision"}, kCreated{"Laget", "Laga", "Created"};
    const Provenance& p = in.provenance;
    BookTable table;
    table.columns = {{kWhat.in(in.lang), Look::text, 28}, {kValue.in(in.lang), Look::long_text, kLongWidth}};
    const auto add = [&](const Phrase& what, std::string value) { table.rows.push_back({std::string(what.in(in.lang)), std::move(value)}); };
    add(kVersion, "Skranke " + p.version);
    if (!p.git.empty()) add(kCommit, p.git);
    add(kCommand, p.command);
    add({"Scenario", "Scenario", "Scenario"}, p.scenario_name);
    add(kHash, hexadecimal(p.scenario_hash));
    add(kSeed, std::to_string(p.seed));
    add(kRuns, std::to_string(in.summary.replications));
    if (in.summary.stopping) add(kStopped, stopping_text(*in.summary.stopping, in.summary.replications, in.lang));
    add(kFingerprint, hexadecimal(p.fingerprint) + " (" + key_of(p.fingerprint_strength) + ")");
    add(kCreated, p.created);
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

}  // namespace skranke::workbook
