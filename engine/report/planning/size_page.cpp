#include "engine/report/planning/size_page.hpp"

#include <algorithm>
#include <cmath>

#include "engine/report/markup.hpp"
#include "engine/report/page/frame.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/planning/size_words.hpp"
#include "engine/report/sweep/tornado.hpp"

namespace skranke {
namespace {

using namespace size_words;

constexpr double kPer = 10'000;  // residents

constexpr Phrase kTitle{"Hvor mange trengs, og hvor?", "Kor mange trengst, og kor?", "How many are needed, and where?"};
constexpr Phrase kFacts{"{0} kontor · {1} uker · {2} forløp spilt i søket", "{0} kontor · {1} veker · {2} forløp spelte i søket", "{0} offices · {1} weeks · {2} runs played in the search"};
constexpr Phrase kCaveat{
    "Modellresultat, ikke kontrollert mot målte ventetider. Flere tall i scenarioet er forutsetninger. Reglene og hvor ofte de skal holde er valgt, ikke lov. Alle kontor ble "
    "prøvd i de samme forløpene; de deler kontaktsenteret, og påvirker ellers ikke hverandre.",
    "Modellresultat, ikkje kontrollert mot målte ventetider. Fleire tal i scenarioet er føresetnader. Reglane og kor ofte dei skal halde er valde, ikkje lov. Alle kontor blei "
    "prøvde i dei same forløpa; dei deler kontaktsenteret, og påverkar elles ikkje kvarandre.",
    "Model output, not checked against measured waiting times. Many numbers of the scenario are assumptions. The rules and how often they are to hold are chosen, not law. All offices "
    "were tried in the same runs; they share the contact centre, and otherwise do not affect each other."};
constexpr Phrase kPicture{"Stillinger per 10 000 innbyggere", "Stillingar per 10 000 innbyggjarar", "Positions per 10,000 residents"};
constexpr Phrase kHowToRead{"Prikken er hva kontoret trenger, firkanten hva scenarioet har, begge i snitt over ukene. Til høyre: stillinger nå → stillinger som trengs.",
                            "Prikken er kva kontoret treng, firkanten kva scenarioet har, begge i snitt over vekene. Til høgre: stillingar no → stillingar som trengst.",
                            "The dot is what the office needs, the square what the scenario has, both on average over the weeks. On the right: positions now → positions needed."};
constexpr Phrase kSameAsTable{"Det samme som tabell", "Det same som tabell", "The same as a table"};
constexpr Phrase kOffice{"Kontor", "Kontor", "Office"};
constexpr Phrase kAll{"Alle tre", "Alle tre", "All three"};
constexpr Phrase kKeeps{"Holder reglene", "Held reglane", "Keeps its rules"};
constexpr Phrase kKeepsNow{"Slik det er", "Slik det er", "As it is"};
constexpr Phrase kInTheWay{"Det som stopper færre", "Det som stoggar færre", "What is in the way of fewer"};
constexpr Phrase kTable{"Stillinger i snitt: i scenarioet → som trengs. Til høyre andelen av nye forløp der alle regler holdt, med 95 % intervall.",
                        "Stillingar i snitt: i scenarioet → som trengst. Til høgre delen av nye forløp der alle reglar heldt, med 95 % intervall.",
                        "Mean positions: in the scenario → needed. On the right the share of fresh runs in which all rules held, with its 95% interval."};
constexpr Phrase kFrontier{"Hva flere og færre stillinger gir", "Kva fleire og færre stillingar gir", "What more and fewer positions give"};
constexpr Phrase kFrontierHow{"Prikken er andelen av kontor og forløp der alle regler som kan holdes, ble holdt.", "Prikken er delen av kontor og forløp der alle reglar som kan haldast, blei haldne.",
                              "The dot is the share of offices and runs in which all rules that can be kept were kept."};
constexpr Phrase kPositions{"Stillinger", "Stillingar", "Positions"};
constexpr Phrase kUnmetPeople{"Udekte behov i et forløp", "Udekte behov i eit forløp", "Unmet needs in a run"};
constexpr Phrase kLateCases{"For sene vedtak i et forløp", "For seine vedtak i eit forløp", "Late decisions in a run"};
constexpr Phrase kStaffing{"Bemanning", "Bemanning", "Staffing"};
constexpr Phrase kByOffice{"Kontor for kontor, periode for periode", "Kontor for kontor, periode for periode", "Office by office, period by period"};
constexpr Phrase kFrom{"Fra", "Frå", "From"};
constexpr Phrase kPeriodTable{"{0}: stillinger i scenarioet → stillinger som trengs, etter periode", "{0}: stillingar i scenarioet → stillingar som trengst, etter periode",
                              "{0}: positions in the scenario → positions needed, by period"};
constexpr Phrase kPeople{"Folk", "Folk", "People"};
constexpr Phrase kHours{"{0}, på jobb time for time når det er flest: {1}", "{0}, på jobb time for time når det er flest: {1}", "{0}, at work hour by hour when there are most: {1}"};
constexpr Phrase kTrialsText{"{0} bemanninger prøvd; {1} ganger la kontrollen til mer.", "{0} bemanningar prøvde; {1} gonger la kontrollen til meir.",
                             "{0} staffings tried; {1} times the check added more."};
constexpr Phrase kMethod{"Slik er det funnet", "Slik er det funne", "How it was found"};
constexpr Phrase kMethodText{
    "Først spilles scenarioet med rikelig folk overalt; det viser hvor mye arbeid det er ved hver disk. Så senkes hver disk alene, så alle sammen med en felles reserve, og til slutt tas "
    "én og én stilling der det er best dekket. En bemanning holder når høyst {0} av {1} forløp bryter en regel. Alle bemanninger møter de samme menneskene. Til slutt "
    "kontrolleres svaret med nye forløp. Det minste som ble funnet, er ikke bevist å være det minste som finnes: modellen er tilfeldig, og bare én stilling om gangen er prøvd tatt bort.",
    "Først blir scenarioet spelt med rikeleg folk overalt; det viser kor mykje arbeid det er ved kvar disk. Så blir kvar disk senka åleine, så alle saman med ein felles reserve, og til slutt blir "
    "éi og éi stilling teken der det er best dekt. Ei bemanning held når høgst {0} av {1} forløp bryt ein regel. Alle bemanningar møter dei same menneska. Til slutt "
    "blir svaret kontrollert med nye forløp. Det minste som blei funne, er ikkje prova å vere det minste som finst: modellen er tilfeldig, og berre éi stilling om gongen er prøvd teken bort.",
    "First the scenario is played with ample staff everywhere, which shows how much work there is at each desk. Then each desk is lowered alone, then all together with a common reserve, and at "
    "last single positions are taken where people are served best. A staffing holds if no more than {0} of {1} runs break a rule. All staffings meet the same people. At the end "
    "the answer is checked with fresh runs. The least that was found is not proven to be the least there is: the model is random, and only single positions were tried to be taken."};

std::string from_to(double has, double needs, Lang l) { return positions_text(has, l) + " → " + positions_text(needs, l); }

Estimate point(double value) { return {value, value, value, true}; }

std::string figure(const std::string& id, const Text& title, const Text& how, const std::string& picture) {
    return "<figure><figcaption id=\"" + id + "\"><b>" + spans(title) + "</b><br>" + spans(how) +
           "</figcaption><div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + id + "\">" + picture + "</div></figure>\n";
}

std::string folded(const std::string& content) { return "<details><summary>" + spans(kSameAsTable) + "</summary>" + content + "</details>\n"; }

std::string places_picture(const Input& in, const std::string& id) {
    MarkChart chart{id, {}, [](double value, Lang l) { return number(value, 0, l); }};
    for (const std::size_t p : by_change(in)) {
        const PlanningPlace& place = in.sizing.places[p];
        const double needs = positions_of(in, p, in.sizing.staffing), has = positions_of(in, p, {});
        chart.rows.push_back({Text::same(place.name), point(needs / place.residents * kPer), point(has / place.residents * kPer),
                              Text::of([&](Lang l) { return from_to(has, needs, l); })});
    }
    return mark_chart(chart);
}

std::string share_cell(const ShareEstimate& share) {
    return number_cell(spans_of([&](Lang l) { return percent(share.value(), 0, l) + " (" + percent_interval(share.low(), share.high(), 0, l) + ")"; }));
}

std::string places_table(const Input& in) {
    std::string rows;
    const PlayedStaffing& written = played_as(in.sizing, StaffingKind::as_written);
    for (const std::size_t p : by_change(in)) {
        const PlanningPlace& place = in.sizing.places[p];
        std::string cells = "<th scope=\"row\">" + escaped(place.name) + "</th>";
        for (std::size_t d = 0; d < kOfficeDesks; ++d)
            cells += number_cell(spans_of([&](Lang l) {
                return from_to(mean_positions(in.frame, place, d, {}), mean_positions(in.frame, place, d, in.sizing.staffing), l);
            }));
        cells += number_cell(spans_of([&](Lang l) { return change_text(positions_of(in, p, in.sizing.staffing) - positions_of(in, p, {}), l); }));
        cells += share_cell(kept_share(in.sizing.played.front(), p)) + share_cell(kept_share(written, p));
        const std::string never = impossible(in, p, Lang::nb);
        cells += element("td", "long", spans_of([&](Lang l) { return bottleneck(in, p, l) + (never.empty() ? "" : ". " + impossible(in, p, l)); }));
        rows += element("tr", "", cells) + "\n";
    }
    const auto desk = [](std::size_t d) { return Text::of([d](Lang l) { return desk_name(key_of(static_cast<DeskKind>(d)), l); }); };
    return table("places-table", spans(kTable),
                 header_row({{kOffice}, {desk(0), "n"}, {desk(1), "n"}, {desk(2), "n"}, {kAll, "n"}, {kKeeps, "n"}, {kKeepsNow, "n"}, {kInTheWay}}), rows);
}

double late_of(const PlayedStaffing& played) {
    double late = 0;
    for (const PlaceCounts& counts : played.counts) late += static_cast<double>(counts.judged.late);
    return late / played.runs;
}

double unmet_of_all(const PlayedStaffing& played) {
    double unmet = 0;
    for (const PlaceCounts& counts : played.counts) unmet += static_cast<double>(counts.unmet);
    return unmet / played.runs;
}

std::string frontier_part(const Input& in) {
    std::vector<const PlayedStaffing*> order;
    for (const PlayedStaffing& played : in.sizing.played) order.push_back(&played);
    std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return positions_of_all(in, a->staffing) < positions_of_all(in, b->staffing); });
    MarkChart chart{"frontier-picture", {}, [](double value, Lang l) { return percent(value, 0, l); }};
    std::string rows;
    for (const PlayedStaffing* played : order) {
        const double positions = positions_of_all(in, played->staffing), kept = mean_kept(*played);
        const Text name = Text::of([&](Lang l) { return name_of(*played, l); });
        chart.rows.push_back({name, point(kept), {}, Text::of([&](Lang l) { return positions_text(positions, l) + ": " + percent(kept, 0, l); })});
        rows += element("tr", "", "<th scope=\"row\">" + spans(name) + "</th>" + number_cell(spans_of([&](Lang l) { return positions_text(positions, l); })) +
                                      number_cell(spans_of([&](Lang l) { return percent(kept, 0, l); })) +
                                      number_cell(spans_of([&](Lang l) { return number(unmet_of_all(*played), 0, l); })) +
                                      number_cell(spans_of([&](Lang l) { return number(late_of(*played), 0, l); }))) + "\n";
    }
    return "<h2 id=\"frontier\">" + spans(kFrontier) + "</h2>\n" + element("p", "", spans_of([&](Lang l) { return erlang_sentence(in, l); })) +
           figure("frontier-picture", kFrontier, kFrontierHow, mark_chart(chart)) +
           folded(table("frontier-table", spans(kFrontier), header_row({{kStaffing}, {kPositions, "n"}, {kKeeps, "n"}, {kUnmetPeople, "n"}, {kLateCases, "n"}}), rows));
}

/// "09: 2, 10: 3, 11: 3"
std::string hours_text(const std::vector<int>& at_work) {
    std::string text;
    for (std::size_t h = 0; h < at_work.size(); ++h)
        if (at_work[h] > 0) text += (text.empty() ? "" : ", ") + std::string(h < 10 ? "0" : "") + std::to_string(h) + ": " + std::to_string(at_work[h]);
    return text;
}

std::string place_part(const Input& in, std::size_t p) {
    const PlanningPlace& place = in.sizing.places[p];
    std::string rows;
    for (std::size_t period = 0; period < in.frame.periods(); ++period) {
        std::string cells = "<th scope=\"row\">" + spans_of([&](Lang l) { return date(in.frame.starts[period], l); }) + "</th>";
        double people = 0;
        for (std::size_t d = 0; d < kOfficeDesks; ++d) {
            const double needs = positions_in(in.frame, place, d, period, in.sizing.staffing);
            cells += number_cell(spans_of([&](Lang l) { return from_to(positions_in(in.frame, place, d, period, {}), needs, l); }));
            people += std::ceil(needs - 1e-9);
        }
        rows += element("tr", "", cells + number_cell(number(people, 0, Lang::nb))) + "\n";
    }
    const auto desk = [](std::size_t d) { return Text::of([d](Lang l) { return desk_name(key_of(static_cast<DeskKind>(d)), l); }); };
    std::string out = "<details class=\"place\"><summary><b>" + escaped(place.name) + "</b> " +
                      element("span", "short", spans_of([&](Lang l) { return from_to(positions_of(in, p, {}), positions_of(in, p, in.sizing.staffing), l); })) + "</summary>\n";
    for (const auto sentence : {bottleneck, impossible})
        if (!sentence(in, p, Lang::nb).empty()) out += element("p", "", spans_of([&](Lang l) { return sentence(in, p, l) + "."; }));
    out += table("periods" + std::to_string(p), spans_of([&](Lang l) { return fill(kPeriodTable.in(l), {place.name}); }),
                 header_row({{kFrom}, {desk(0), "n"}, {desk(1), "n"}, {desk(2), "n"}, {kPeople, "n"}}), rows);
    for (const std::size_t o : place.offices)
        for (std::size_t d = 0; d < kOfficeDesks; ++d)
            if (const std::vector<int>& hours = in.sizing.staffing[o][d].at_work; !hours.empty())
                out += element("p", "", spans_of([&](Lang l) { return fill(kHours.in(l), {desk_name(key_of(static_cast<DeskKind>(d)), l), hours_text(hours)}); }));
    return out + element("p", "soft", spans_of([&](Lang l) {
                             return fill(kTrialsText.in(l), {std::to_string(in.sizing.sized[p].trials), std::to_string(in.sizing.sized[p].strengthened)});
                         })) + "</details>\n";
}

std::string header_part(const Input& in) {
    return element("p", "brand", "Skranke") + element("h1", "", spans(kTitle)) +
           element("p", "question", spans_of([&](Lang l) { return name_of(in.scenario.title, in.scenario.name, l); })) +
           element("p", "soft", spans_of([&](Lang l) {
                       return fill(kFacts.in(l), {std::to_string(in.sizing.places.size()), std::to_string(in.frame.weeks), number(static_cast<double>(in.sizing.search_runs), 0, l)});
                   })) +
           element("p", "caveat", spans(kCaveat));
}

}  // namespace

std::string size_page(const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, const Provenance& provenance, Lang lang) {
    const Input in{scenario, frame, sizing};
    std::string main = "<p class=\"lead\" id=\"answer\">" + spans_of([&](Lang l) { return lead(in, l); }) + "</p>" + element("p", "", spans_of([&](Lang l) { return certainty(in, l); }));
    main += figure("places-picture", kPicture, kHowToRead, places_picture(in, "places-picture")) + folded(places_table(in)) + frontier_part(in);
    main += "<h2 id=\"offices\">" + spans(kByOffice) + "</h2>\n";
    for (std::size_t p = 0; p < sizing.places.size(); ++p) main += place_part(in, p);
    main += "<h2 id=\"method\">" + spans(kMethod) + "</h2>\n" +
            element("p", "", spans_of([&](Lang l) { return fill(kMethodText.in(l), {std::to_string(sizing.sample.allowed), std::to_string(sizing.sample.runs)}); }));
    const Summary none;
    return page::framed({std::string(kTitle.in(lang)) + " " + name_of(scenario.title, scenario.name, lang), provenance.version, lang, "answer"}, header_part(in), main,
                        page::provenance_part({scenario, none, provenance, lang}));
}

}  // namespace skranke
