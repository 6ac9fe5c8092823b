#include "engine/report/planning/catch_up_page.hpp"

#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/frame.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/planning/catch_up_tables.hpp"
#include "engine/report/planning/catch_up_words.hpp"
#include "engine/report/planning/week_chart.hpp"

namespace skranke {
namespace {

constexpr Phrase kTitle{"Når er kontoret à jour igjen?", "Når er kontoret à jour igjen?", "When is the office back on time?"};
constexpr Phrase kPlacesPicture{"Fra når til når kontorene er innenfor fristene igjen", "Frå når til når kontora er innanfor fristane igjen",
                                "From when to when the offices are back inside their clocks"};
constexpr Phrase kPlacesRead{"Prikken er midtpunktet, streken går fra det tidligste til det seneste tidelet av forløpene; en pil betyr etter at beregningen slutter. "
                             "De som er innenfor fra første uke, er utelatt.",
                             "Prikken er midtpunktet, streken går frå det tidlegaste til det seinaste tidelet av forløpa; ei pil tyder etter at utrekninga sluttar. "
                             "Dei som er innanfor frå første veke, er utelatne.",
                             "The dot is the middle, the line goes from the earliest to the latest tenth of the runs; an arrow means after the run ends. Those "
                             "inside from the first week are left out."};
constexpr Phrase kPlaces{"Kontorene", "Kontora", "The offices"};
constexpr Phrase kPlace{"Kontor", "Kontor", "Office"};
constexpr Phrase kMiddle{"Tilbake i halvparten av forløpene", "Tilbake i halvparten av forløpa", "Back in half of the runs"};
constexpr Phrase kMiddleInterval{"95 % intervall", "95 % intervall", "95% interval"};
constexpr Phrase kEarly{"I ett av ti, senest", "I eitt av ti, seinast", "In one of ten, by"};
constexpr Phrase kLate{"I ni av ti, senest", "I ni av ti, seinast", "In nine of ten, by"};
constexpr Phrase kNever{"Ikke tilbake", "Ikkje tilbake", "Not back"};
constexpr Phrase kNow{"Årsverk i dag", "Årsverk i dag", "FTE today"};
constexpr Phrase kMore{"Trenger i tillegg", "Treng i tillegg", "Needs in addition"};
constexpr Phrase kHeld{"Holdt med nye mennesker", "Heldt med nye menneske", "Enough with new people"};
constexpr Phrase kOverduePicture{"Saker over fristen ved ukens slutt", "Saker over fristen ved slutten av veka", "Cases past their limit at each week’s end"};
constexpr Phrase kOverdueRead{"Heltrukket: midtpunktet. Stiplet: åtte av ti forløp ligger mellom.", "Heiltrekt: midtpunktet. Stipla: åtte av ti forløp ligg mellom.",
                              "Solid: the middle. Dashed: eight of ten runs lie between."};
constexpr Phrase kDatePicture{"Hvor sikkert det er at kontoret er tilbake", "Kor sikkert det er at kontoret er tilbake", "How likely the office is back"};
constexpr Phrase kDateRead{"Andel av forløpene der kontoret er innenfor fristene igjen ved utgangen av hver uke.", "Del av forløpa der kontoret er innanfor fristane igjen ved utgangen av kvar veke.",
                           "Share of the runs in which the office is back inside its clocks by the end of each week."};
constexpr Phrase kGoalRead{" Ringen er målet.", " Ringen er målet.", " The ring is the goal."};
constexpr Phrase kAsItIs{"dagens bemanning", "bemanninga i dag", "today’s staff"};
constexpr Phrase kWithPlan{"med {0} årsverk mer", "med {0} årsverk meir", "with {0} more FTE"};
constexpr Phrase kWeek{"Uke", "Veke", "Week"};
constexpr Phrase kEnds{"Slutter", "Sluttar", "Ends"};
constexpr Phrase kOpen{"Åpne saker, snitt", "Opne saker, snitt", "Open cases, mean"};
constexpr Phrase kOverdue{"Over fristen", "Over fristen", "Past their limit"};
constexpr Phrase kEightOfTen{"Åtte av ti forløp", "Åtte av ti forløp", "Eight of ten runs"};
constexpr Phrase kBackShare{"Tilbake", "Tilbake", "Back"};
constexpr Phrase kBackWithPlan{"Tilbake med planen", "Tilbake med planen", "Back with the plan"};
constexpr Phrase kSameAsTable{"Det samme som tabell", "Det same som tabell", "The same as a table"};
constexpr Phrase kMeaning{"Hva det betyr", "Kva det tyder", "What it means"};
constexpr Phrase kCaveat{"Modellresultat fra bunken og bemanningen i scenarioet, ikke kontrollert mot hva som faktisk skjedde noe sted.",
                         "Modellresultat frå bunken og bemanninga i scenarioet, ikkje kontrollert mot kva som faktisk hende nokon stad.",
                         "Model output from the pile and the staff of the scenario, not checked against what really happened anywhere."};

constexpr std::size_t kMostOpenSections = 1;  // more places than this are folded

std::string week_cell(const CatchUp& study, std::optional<std::size_t> week) {
    return number_cell(spans_of([&](Lang l) { return week_text(study, week, l); }));
}

std::string figure(const std::string& id, const Phrase& name, const std::string& how_to_read, const std::string& picture) {
    return "<figure><figcaption id=\"" + id + "\">" + element("b", "", spans(name)) + "<br>" + how_to_read +
           "</figcaption><div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + id + "\">" + picture + "</div></figure>\n";
}

std::string places_row(const CatchUp& study, const CatchUpPlace& place) {
    const BackDates& dates = place.as_it_is.dates;
    std::string cells = "<th scope=\"row\">" + escaped(place.place.name) + "</th>" + week_cell(study, dates.quantile(0.5)) +
                        number_cell(spans_of([&](Lang l) { return middle_interval(study, dates, l); })) + week_cell(study, dates.quantile(0.1)) +
                        week_cell(study, dates.quantile(0.9)) + number_cell(spans_of([&](Lang l) { return share_with_interval(dates.never(), l); })) +
                        number_cell(spans_of([&](Lang l) { return number(place.positions, 1, l); }));
    if (place.plan)
        cells += number_cell(spans_of([&](Lang l) { return positions_text(study, place.plan->units, l); })) + number_cell(spans_of([&](Lang l) {
                     return place.plan->units ? share_with_interval(place.plan->validated.dates.back_by(study.goal->week), l) : std::string(kUnknown);
                 }));
    return element("tr", "", cells) + "\n";
}

std::string places_table(const CatchUp& study) {
    std::string rows;
    for (const std::size_t p : latest_first(study)) rows += places_row(study, study.places[p]);
    const ColumnName early{kEarly, "n"}, late{kLate, "n"}, never{kNever, "n"}, now{kNow, "n"}, interval{kMiddleInterval, "n"}, middle{kMiddle, "n"};
    const std::string head = study.goal ? header_row({{kPlace}, middle, interval, early, late, never, now, {kMore, "n"}, {kHeld, "n"}})
                                        : header_row({{kPlace}, middle, interval, early, late, never, now});
    return table("places-table", spans(kPlaces), head, rows);
}

std::string places_picture(const CatchUp& study) {
    RangeChart chart{"places-picture", study.start, study.weeks, {}};
    for (const std::size_t p : latest_first(study)) {
        const CatchUpPlace& place = study.places[p];
        if (is_never_behind(place)) continue;
        const BackDates& dates = place.as_it_is.dates;
        chart.rows.push_back({Text::same(place.place.name), dates.quantile(0.1), dates.quantile(0.5), dates.quantile(0.9),
                              Text::of([&](Lang l) { return week_text(study, dates.quantile(0.5), l); })});
    }
    return chart.rows.empty() ? "" : figure("places-picture", kPlacesPicture, spans(kPlacesRead), range_chart(chart));
}

std::string date_picture(const CatchUp& study, const CatchUpPlace& place, const std::string& id) {
    const auto shares = [&](const BackDates& dates) {
        std::vector<double> all;
        for (std::size_t week = 0; week < study.weeks; ++week) all.push_back(dates.back_by(week).value());
        return all;
    };
    ShareChart chart{id, study.start, {{kAsItIs, shares(place.as_it_is.dates)}}};
    if (study.goal) chart.goal = ShareChart::Goal{study.goal->week, study.goal->probability};
    if (place.plan && place.plan->units.value_or(0) > 0)
        chart.curves.push_back({Text::of([&](Lang l) { return fill(kWithPlan.in(l), {positions_text(study, place.plan->units, l)}); }),
                                shares(place.plan->validated.dates)});
    const std::string read = spans(kDateRead) + (study.goal ? spans(kGoalRead) : "");
    return figure(id, kDatePicture, read, share_chart(chart));
}

std::string weeks_table(const CatchUp& study, const CatchUpPlace& place, const std::string& id) {
    const bool has_plan = place.plan && place.plan->units.value_or(0) > 0;
    std::string rows;
    for (std::size_t week = 0; week < study.weeks; ++week) {
        const Band& overdue = place.as_it_is.overdue[week];
        std::string cells = "<th scope=\"row\">" + std::to_string(week_number(last_day(study, week))) + "</th>" +
                            text_cell(spans_of([&](Lang l) { return date(last_day(study, week), l); })) +
                            number_cell(spans_of([&](Lang l) { return number(place.as_it_is.mean_open[week], 0, l); })) +
                            number_cell(spans_of([&](Lang l) { return number(overdue.middle, 0, l); })) +
                            number_cell(spans_of([&](Lang l) { return number(overdue.low, 0, l) + "–" + number(overdue.high, 0, l); })) +
                            number_cell(spans_of([&](Lang l) { return share_with_interval(place.as_it_is.dates.back_by(week), l); }));
        if (has_plan) cells += number_cell(spans_of([&](Lang l) { return share_with_interval(place.plan->validated.dates.back_by(week), l); }));
        rows += element("tr", "", cells) + "\n";
    }
    const ColumnName week{kWeek}, ends{kEnds}, open{kOpen, "n"}, overdue{kOverdue, "n"}, band{kEightOfTen, "n"}, back{kBackShare, "n"};
    return "<details><summary>" + spans(kSameAsTable) + "</summary>" +
           table(id, escaped(place.place.name), has_plan ? header_row({week, ends, open, overdue, band, back, {kBackWithPlan, "n"}}) : header_row({week, ends, open, overdue, band, back}),
                 rows) +
           "</details>\n";
}

std::string place_part(const CatchUp& study, std::size_t p) {
    const CatchUpPlace& place = study.places[p];
    const std::string id = "place" + std::to_string(p);
    std::string out;
    if (study.places.size() > 1) out += element("p", "", spans_of([&](Lang l) { return place_sentence(study, place, l); }));
    if (study.goal && study.places.size() > 1) out += element("p", "", spans_of([&](Lang l) { return plan_sentence(study, place, l); }));
    out += figure(id + "-overdue", kOverduePicture, spans(kOverdueRead), band_chart({id + "-overdue", study.start, place.as_it_is.overdue})) +
           date_picture(study, place, id + "-date") + weeks_table(study, place, id + "-weeks");
    if (study.places.size() <= kMostOpenSections) return out;
    return "<details class=\"place\" id=\"" + id + "\"><summary><b>" + escaped(place.place.name) + "</b> " +
           spans_of([&](Lang l) { return week_text(study, place.as_it_is.dates.quantile(0.5), l); }) + "</summary>" + out + "</details>\n";
}

std::string answer_part(const CatchUp& study) {
    std::string out = "<h2 id=\"answer\">" + spans(kTitle) + "</h2>\n" + element("p", "lead", spans_of([&](Lang l) { return main_sentence(study, l); }));
    if (study.goal && study.places.size() == 1)
        out += element("p", "lead", spans_of([&](Lang l) { return plan_sentence(study, study.places.front(), l); }));
    out += element("p", "soft", spans_of([&](Lang l) { return runs_sentence(study, l); }));
    if (study.places.size() > 1) out += places_picture(study);
    out += places_table(study);
    if (study.places.size() > 1) out += "<h2 id=\"places\">" + spans(kPlaces) + "</h2>\n";
    for (const std::size_t p : latest_first(study)) out += place_part(study, p);
    return out;
}

}  // namespace

std::string catch_up_page(const Scenario& scenario, const CatchUp& study, const Provenance& provenance, Lang lang) {
    const std::string header = element("p", "brand", "Skranke") + element("h1", "", spans(kTitle)) +
                               element("p", "question", spans_of([&](Lang l) { return name_of(scenario.title, scenario.name, l); })) +
                               element("p", "caveat", spans(kCaveat));
    const std::string main = answer_part(study) + "<h2 id=\"meaning\">" + spans(kMeaning) + "</h2>\n" +
                             element("p", "", spans_of([&](Lang l) { return rule_sentence(study, l); }));
    const Summary none;
    return page::framed({std::string(kTitle.in(lang)) + " " + name_of(scenario.title, scenario.name, lang), provenance.version, lang, "answer"}, header,
                        main, page::provenance_part({scenario, none, provenance, lang}));
}

}  // namespace skranke
