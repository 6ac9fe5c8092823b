#include "engine/report/planning/lend_tables.hpp"

#include "engine/report/csv_table.hpp"
#include "engine/report/planning/lend_words.hpp"

namespace skranke {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";

constexpr Phrase kLoanHead{"Fra;Navn;Til;Navn;Årsverk;Kilometer", "Frå;Namn;Til;Namn;Årsverk;Kilometer", "From;Name;To;Name;FTE;Kilometres"};
constexpr Phrase kOfficeHead{"Kontor;Navn;Årsverk i dag;Gir (-) eller får;Udekket eller sent uten avtalen;Endring;lav;høy;Kan tape høyst",
                             "Kontor;Namn;Årsverk i dag;Gir (-) eller får;Udekt eller seint utan avtala;Endring;låg;høg;Kan tape høgst",
                             "Office;Name;FTE today;Gives (-) or gets;Unmet or late without it;Change;low;high;May lose at most"};

std::string place_fields(const Agreement& agreement, std::size_t place) {
    return kept_as_text(agreement.places[place].key) + ";" + csv_field(agreement.places[place].name);
}

std::string estimate_fields(const Estimate& e) {
    return ";" + csv_number(e.value, 2) + ";" + csv_number(e.low, 2) + ";" + csv_number(e.high, 2);
}

}  // namespace

std::string lend_screen(const Agreement& agreement, Lang lang) {
    std::string out = main_sentence(agreement, lang) + "\n";
    for (const StaffLoan& loan : agreement.loans) out += "- " + loan_sentence(agreement, loan, lang) + "\n";
    for (const DroppedLender& dropped : agreement.dropped) out += dropped_sentence(agreement, dropped, lang) + "\n";
    for (const SharingPlan& plan : agreement.plans)
        if (plan.key != "agreement") out += other_sentence(agreement, plan, lang) + "\n";
    return out + runs_sentence(agreement, lang) + "\n";
}

std::string lend_csv(const Agreement& agreement, const Provenance& p, Lang lang) {
    std::string out = std::string(kByteOrderMark) + kLoanHead.in(lang) + kLineEnd;
    for (const StaffLoan& loan : agreement.loans)
        out += place_fields(agreement, loan.lender) + ";" + place_fields(agreement, loan.borrower) + ";" + csv_number(agreement.rules.unit * loan.units, 2) + ";" +
               csv_number(agreement.km[loan.lender][loan.borrower], 1) + kLineEnd;
    out += std::string(kLineEnd) + kOfficeHead.in(lang) + kLineEnd;
    for (std::size_t place = 0; place < agreement.places.size(); ++place) {
        out += place_fields(agreement, place) + ";" + csv_number(agreement.positions[place], 2) + ";" + csv_number(net_positions(agreement, place), 2);
        if (agreement.loans.empty()) {
            out += std::string(";;;;;") + kLineEnd;
            continue;
        }
        const PlaceChange& change = agreement.plans.front().places[place];
        out += ";" + csv_number(change.before, 2) + estimate_fields(change.further) + ";" + csv_number(change.tolerance, 2) + kLineEnd;
    }
    out += kLineEnd;
    const auto row = [&out](const std::string& text) { out += csv_field("# " + text) + kLineEnd; };
    row(rules_sentence(agreement, lang));
    row("Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")"));
    row("Scenario: " + p.scenario_name + " " + hexadecimal(p.scenario_hash));
    row("Seed: " + std::to_string(p.seed) + ", replications: " + std::to_string(agreement.replications));
    row("Fingerprint: " + hexadecimal(p.fingerprint));
    row(p.command);
    row(p.created);
    return out;
}

}  // namespace skranke
