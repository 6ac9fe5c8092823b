#include "engine/report/planning/lend_page.hpp"

#include <algorithm>

#include "engine/report/markup.hpp"
#include "engine/report/page/frame.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/planning/lend_words.hpp"
#include "engine/report/sweep/tornado.hpp"

namespace skranke {
namespace {

constexpr Phrase kTitle{"Hvem bør låne ut saksbehandlere til hvem?", "Kven bør låne ut saksbehandlarar til kven?", "Who should lend caseworkers to whom?"};
constexpr Phrase kLoans{"Utlånene", "Utlåna", "The loans"};
constexpr Phrase kFrom{"Fra", "Frå", "From"};
constexpr Phrase kTo{"Til", "Til", "To"};
constexpr Phrase kPositions{"Årsverk", "Årsverk", "FTE"};
constexpr Phrase kKm{"Kilometer i luftlinje", "Kilometer i luftlinje", "Kilometres as the crow flies"};
constexpr Phrase kPicture{"Endring i behov som blir udekket eller dekket for sent", "Endring i behov som blir udekte eller dekte for seint", "Change in needs that are unmet or met late"};
constexpr Phrase kRead{"Prikken er endringen i snitt, streken er 95 % intervall, blant de samme menneskene med og uten avtalen. Til venstre for 0 er bedre.",
                       "Prikken er endringa i snitt, streken er 95 % intervall, blant dei same menneska med og utan avtala. Til venstre for 0 er betre.",
                       "The dot is the mean change, the line its 95% interval, among the same people with and without the agreement. Left of 0 is better."};
constexpr Phrase kOffices{"Kontorene", "Kontora", "The offices"};
constexpr Phrase kOffice{"Kontor", "Kontor", "Office"};
constexpr Phrase kNow{"Årsverk i dag", "Årsverk i dag", "FTE today"};
constexpr Phrase kGets{"Gir (−) eller får", "Gir (−) eller får", "Gives (−) or gets"};
constexpr Phrase kBefore{"Udekket eller sent uten avtalen", "Udekt eller seint utan avtala", "Unmet or late without it"};
constexpr Phrase kChange{"Endring (95 % intervall)", "Endring (95 % intervall)", "Change (95% interval)"};
constexpr Phrase kLimit{"Kan tape høyst", "Kan tape høgst", "May lose at most"};
constexpr Phrase kFewer{"Med {0} mindre", "Med {0} mindre", "With {0} less"};
constexpr Phrase kMore{"Med {0} mer", "Med {0} meir", "With {0} more"};
constexpr Phrase kResponses{"Hva hvert kontor ville merke av færre og flere saksbehandlere", "Kva kvart kontor ville merke av færre og fleire saksbehandlarar",
                            "What each office would notice of fewer and more caseworkers"};
constexpr Phrase kDropped{"Tatt ut", "Tekne ut", "Left out"};
constexpr Phrase kOthers{"Andre måter å dele på", "Andre måtar å dele på", "Other ways to share"};
constexpr Phrase kMeaning{"Hva det betyr", "Kva det tyder", "What it means"};
constexpr Phrase kAll{"Alle kontorene", "Alle kontora", "All offices"};
constexpr Phrase kCaveat{"Modellresultat, ikke kontrollert mot hva slike avtaler faktisk har ført til. Grunnlag for en samtale mellom kommuner, ikke en fasit.",
                         "Modellresultat, ikkje kontrollert mot kva slike avtaler faktisk har ført til. Grunnlag for ein samtale mellom kommunar, ikkje ein fasit.",
                         "Model output, not checked against what such agreements have really led to. Input to a talk between municipalities, not an answer key."};

/// Those who take part, who is helped most first.
std::vector<std::size_t> partners(const Agreement& agreement) {
    std::vector<std::size_t> all;
    for (std::size_t p = 0; p < agreement.places.size(); ++p)
        if (net_positions(agreement, p) != 0) all.push_back(p);
    const std::vector<PlaceChange>& changes = agreement.plans.front().places;
    std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) { return changes[a].further.value < changes[b].further.value; });
    return all;
}

std::string heading(const char* id, const Phrase& name) { return std::string("<h2 id=\"") + id + "\">" + spans(name) + "</h2>\n"; }

std::string number_in_all(double value, int decimals) {
    return number_cell(spans_of([&](Lang l) { return number(value, decimals, l); }));
}

std::string row_of(const std::string& name, const std::string& cells) { return element("tr", "", "<th scope=\"row\">" + name + "</th>" + cells) + "\n"; }

std::string loans_part(const Agreement& agreement) {
    std::string rows;
    for (const StaffLoan& loan : agreement.loans)
        rows += row_of(escaped(agreement.places[loan.lender].name), text_cell(escaped(agreement.places[loan.borrower].name)) +
                                                                        number_in_all(agreement.rules.unit * loan.units, 2) + number_in_all(agreement.km[loan.lender][loan.borrower], 0));
    return heading("loans", kLoans) + table("loans-table", spans(kLoans), header_row({{kFrom}, {kTo}, {kPositions, "n"}, {kKm, "n"}}), rows);
}

std::string picture(const Agreement& agreement) {
    const SharingPlan& plan = agreement.plans.front();
    MarkChart chart{"changes-picture", {}, [](double value, Lang l) { return number(value, 0, l); }};
    const auto add = [&](const Text& name, const Estimate& change) {
        chart.rows.push_back({name, change, {}, Text::of([&](Lang l) { return number(change.value, 1, l); })});
    };
    for (const std::size_t p : partners(agreement)) add(Text::same(agreement.places[p].name), plan.places[p].further);
    add(kAll, plan.all);
    return "<figure><figcaption id=\"changes-picture\">" + element("b", "", spans(kPicture)) + "<br>" + spans(kRead) +
           "</figcaption><div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"changes-picture\">" + mark_chart(chart) + "</div></figure>\n";
}

std::string offices_table(const Agreement& agreement) {
    const SharingPlan& plan = agreement.plans.front();
    std::string rows;
    double before = 0;
    for (std::size_t p = 0; p < agreement.places.size(); ++p) {
        const PlaceChange& change = plan.places[p];
        before += change.before;
        rows += row_of(escaped(agreement.places[p].name), number_in_all(agreement.positions[p], 1) + number_in_all(net_positions(agreement, p), 2) + number_in_all(change.before, 1) +
                                                              number_cell(spans_of([&](Lang l) { return change_with_interval(change.further, l); })) + number_in_all(change.tolerance, 1));
    }
    const std::string dash = number_cell(kUnknown);
    rows += row_of(spans(kAll), dash + dash + number_in_all(before, 1) + number_cell(spans_of([&](Lang l) { return change_with_interval(plan.all, l); })) + dash);
    return table("offices-table", spans(kPicture), header_row({{kOffice}, {kNow, "n"}, {kGets, "n"}, {kBefore, "n"}, {kChange, "n"}, {kLimit, "n"}}), rows);
}

std::string responses_table(const Agreement& agreement) {
    const auto steps = static_cast<std::size_t>(agreement.rules.most_units);
    const auto name_of_step = [&](const Phrase& phrase, std::size_t step) {
        return Text::of([&](Lang l) { return fill(phrase.in(l), {number(agreement.rules.unit * static_cast<double>(step + 1), 2, l)}); });
    };
    std::string head = "<th scope=\"col\">" + spans(kOffice) + "</th>", rows;
    for (std::size_t step = steps; step-- > 0;) head += "<th scope=\"col\" class=\"n\">" + spans(name_of_step(kFewer, step)) + "</th>";
    for (std::size_t step = 0; step < steps; ++step) head += "<th scope=\"col\" class=\"n\">" + spans(name_of_step(kMore, step)) + "</th>";
    const auto cell = [](const Estimate& change) { return number_cell(spans_of([&](Lang l) { return change_with_interval(change, l); })); };
    for (std::size_t p = 0; p < agreement.places.size(); ++p) {
        std::string cells;
        for (std::size_t step = steps; step-- > 0;) cells += cell(agreement.responses[p].fewer[step]);
        for (std::size_t step = 0; step < steps; ++step) cells += cell(agreement.responses[p].more[step]);
        rows += row_of(escaped(agreement.places[p].name), cells);
    }
    return "<details><summary>" + spans(kResponses) + "</summary>" +
           table("responses-table", spans(kPicture), "<thead><tr>" + head + "</tr></thead>\n", rows) + "</details>\n";
}

template <class Item, class Say>
std::string list_part(const char* id, const Phrase& name, const std::vector<Item>& items, Say say) {
    if (items.empty()) return "";
    std::string out;
    for (const Item& item : items) out += element("li", "", spans_of([&](Lang l) { return say(item, l); }));
    return heading(id, name) + element("ul", "", out) + "\n";
}

}  // namespace

std::string lend_page(const Scenario& scenario, const Agreement& agreement, const Provenance& provenance, Lang lang) {
    const std::string header = element("p", "brand", "Skranke") + element("h1", "", spans(kTitle)) +
                               element("p", "question", spans_of([&](Lang l) { return name_of(scenario.title, scenario.name, l); })) +
                               element("p", "caveat", spans(kCaveat));
    std::string main = heading("answer", kTitle) + element("p", "lead", spans_of([&](Lang l) { return main_sentence(agreement, l); })) +
                       element("p", "soft", spans_of([&](Lang l) { return runs_sentence(agreement, l); }));
    if (!agreement.loans.empty()) main += loans_part(agreement) + heading("changes", kPicture) + picture(agreement) + offices_table(agreement);
    main += list_part("dropped", kDropped, agreement.dropped, [&](const DroppedLender& d, Lang l) { return dropped_sentence(agreement, d, l); });
    const auto others = std::vector<SharingPlan>(agreement.plans.begin() + (agreement.loans.empty() ? 0 : 1), agreement.plans.end());
    main += list_part("others", kOthers, others, [&](const SharingPlan& plan, Lang l) { return other_sentence(agreement, plan, l); });
    main += heading("offices", kOffices) + responses_table(agreement) + heading("meaning", kMeaning) +
            element("p", "", spans_of([&](Lang l) { return rules_sentence(agreement, l); }));
    const Summary none;
    return page::framed({std::string(kTitle.in(lang)) + " " + name_of(scenario.title, scenario.name, lang), provenance.version, lang, "answer"}, header,
                        main, page::provenance_part({scenario, none, provenance, lang}));
}

}  // namespace skranke
