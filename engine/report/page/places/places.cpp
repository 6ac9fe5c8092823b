#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kBacklog{"Åpne saker uke for uke", "Opne saker veke for veke", "Open cases week by week"};
constexpr Phrase kOpenLocal{"Åpne saker ved lokale tjenester", "Opne saker ved lokale tenester",
                            "Open cases of local services"};
constexpr Phrase kOpenState{"Åpne saker ved statlige ytelser", "Opne saker ved statlege ytingar",
                            "Open cases of state benefits"};
constexpr Phrase kBandKey{
    "Registrerte søknader som ikke er avgjort ved ukens slutt. Linjen er det midterste forløpet; feltet med stiplede "
    "kanter rommer 8 av 10 forløp.",
    "Registrerte søknader som ikkje er avgjorde ved slutten av veka. Linja er det midtarste forløpet; feltet med "
    "stipla kantar rommar 8 av 10 forløp.",
    "Registered applications undecided at the week's end. The line is the middle run; the field with dashed edges "
    "holds 8 in 10 runs."};
constexpr Phrase kAsTable{"Tallene som tabell", "Tala som tabell", "The numbers as a table"};
constexpr Phrase kWeek{"Uke", "Veke", "Week"};
constexpr Phrase kEnds{"Til og med", "Til og med", "Ending"};
constexpr Phrase kLow{"10 % har færre", "10 % har færre", "10% have fewer"};
constexpr Phrase kMiddle{"Midten", "Midten", "Middle"};
constexpr Phrase kHigh{"10 % har flere", "10 % har fleire", "10% have more"};

constexpr Phrase kPlaces{"Hver kommune for seg", "Kvar kommune for seg", "Each municipality"};
constexpr Phrase kPlacesNote{"Åpne din kommune; bare det som er åpent, kommer med når du skriver ut. Hver kommune har sin egen adresse: "
                             "kommunenummeret etter # i adressen til denne siden.",
                             "Opne kommunen din; berre det som er ope, kjem med når du skriv ut. Kvar kommune har si eiga adresse: "
                             "kommunenummeret etter # i adressa til denne sida.",
                             "Open your municipality; only what is open is printed. Each municipality has its own address: its number "
                             "after # in the address of this page."};
constexpr Phrase kPlaceLead{"{0} av behovene for lokale tjenester blir ikke dekket ({1}).",
                            "{0} av behova for lokale tenester blir ikkje dekte ({1}).",
                            "{0} of the needs for local services go unmet ({1})."};
constexpr Phrase kShort{"{0} udekket", "{0} udekt", "{0} unmet"};
constexpr Phrase kPlaceWhy{"Vanligste grunn: {0}.", "Vanlegaste grunn: {0}.", "Most common reason: {0}."};
constexpr Phrase kPlaceTimes{
    "Ni av ti når fram til noen innen {0}. Ni av ti saker er avgjort innen {1}; {2} av sakene er avgjort innen "
    "fristen.",
    "Ni av ti når fram til nokon innan {0}. Ni av ti saker er avgjorde innan {1}; {2} av sakene er avgjorde innan "
    "fristen.",
    "Nine in ten reach someone within {0}. Nine in ten cases are decided within {1}; {2} of cases are decided inside "
    "the time limit."};
constexpr Phrase kTooFewNeeds{"For få behov til å vise andeler (færre enn fire i et gjennomsnittlig forløp).",
                              "For få behov til å vise delar (færre enn fire i eit gjennomsnittleg forløp).",
                              "Too few needs to show shares (under four in an average run)."};
constexpr Phrase kHoldsIn{"reglene holder i {0} av forløpene ({1})", "reglane held i {0} av forløpa ({1})",
                          "the rules hold in {0} of the runs ({1})"};
constexpr Phrase kBroken{"Oftest brutt: {0} (i {1} av forløpene).", "Oftast brote: {0} (i {1} av forløpa).",
                         "Broken most often: {0} (in {1} of the runs)."};
constexpr Phrase kWhy{"Hvorfor behov ikke blir dekket (antall per forløp)",
                      "Kvifor behov ikkje blir dekte (tal per forløp)", "Why needs go unmet (number per run)"};
constexpr Phrase kReason{"Grunn", "Grunn", "Reason"};
constexpr Phrase kCount{"Antall", "Tal", "Number"};
constexpr Phrase kCompared{"Sammenlignet", "Samanlikna", "Compared"};
constexpr Phrase kServices{"Etter tjeneste", "Etter teneste", "By service"};
constexpr Phrase kService{"Tjeneste", "Teneste", "Service"};
constexpr Phrase kAccess{"9 av 10 når noen innen", "9 av 10 når nokon innan", "9 in 10 reach someone within"};
constexpr Phrase kHandling{"9 av 10 avgjort innen", "9 av 10 avgjorde innan", "9 in 10 decided within"};
constexpr Phrase kDesks{"Bemanning ved kontoret", "Bemanning ved kontoret", "Staffing at the office"};
constexpr Phrase kToTop{"Til toppen", "Til toppen", "To the top"};

std::string details(const Text& summary, const std::string& content) {
    return "<details><summary>" + spans(summary) + "</summary>" + content + "</details>\n";
}

enum class Detail {
    full,  ///< tooltips, and a row with dates for each week
    brief  ///< weeks side by side: a third of the markup
};

// The weeks of a chart as three rows for each quarter of a year, which is what fits a sheet of paper.
std::string weeks_across(const Input& in, const std::string& id, const Text& caption, const std::vector<Band>& weeks) {
    constexpr std::size_t kAcross = 13;
    const auto row = [&](const char* scope, const Phrase& name, std::size_t from, auto cell_of) {
        std::string cells = std::string("<th scope=\"") + scope + "\">" + spans(name) + "</th>";
        for (std::size_t w = from; w < std::min(from + kAcross, weeks.size()); ++w) cells += cell_of(w);
        return element("tr", "", cells) + "\n";
    };
    const auto numbers = [&](double Band::*value) {
        return [&weeks, value](std::size_t w) {
            return number_cell(spans_of([&](Lang l) { return number(weeks[w].*value, 0, l); }));
        };
    };
    const auto week = [&](std::size_t w) {
        const Date monday = in.scenario.start + std::chrono::days(7 * static_cast<int>(w));
        return "<th scope=\"col\" class=\"n\">" + std::to_string(week_number(monday)) + "</th>";
    };
    std::string rows;
    for (std::size_t from = 0; from < weeks.size(); from += kAcross)
        rows += row("col", kWeek, from, week) + row("row", kLow, from, numbers(&Band::low)) +
                row("row", kMiddle, from, numbers(&Band::middle)) + row("row", kHigh, from, numbers(&Band::high));
    return table(id, spans(caption), "", rows);
}

// The weeks of a chart as a table with a row for each.
std::string weeks_table(const Input& in, const std::string& id, const Text& caption, const std::vector<Band>& weeks) {
    std::string rows;
    for (std::size_t w = 0; w < weeks.size(); ++w) {
        const Date monday = in.scenario.start + std::chrono::days(7 * static_cast<int>(w));
        std::string cells = "<th scope=\"row\">" + std::to_string(week_number(monday)) + "</th>";
        cells += number_cell(spans_of([&](Lang l) { return date(monday + std::chrono::days(6), l); }));
        for (const double value : {weeks[w].low, weeks[w].middle, weeks[w].high})
            cells += number_cell(spans_of([&](Lang l) { return number(value, 0, l); }));
        rows += element("tr", "", cells) + "\n";
    }
    return table(id, spans(caption), header_row({{kWeek}, {kEnds, "n"}, {kLow, "n"}, {kMiddle, "n"}, {kHigh, "n"}}),
                 rows);
}

std::string backlog_figure(const Input& in, const std::string& id, const Text& caption, const std::vector<Band>& weeks,
                           Detail detail) {
    const Tooltips tooltips = detail == Detail::full ? Tooltips::shown : Tooltips::left_out;
    return "<figure><figcaption id=\"" + id + "\">" + element("b", "", spans(caption)) + "</figcaption>" +
           band_chart({id, in.scenario.start, weeks, tooltips}) + "</figure>" +
           details(kAsTable, detail == Detail::full ? weeks_table(in, id + "-table", caption, weeks)
                                                    : weeks_across(in, id + "-table", caption, weeks));
}

std::string verdict_list(const Input& in, const PlaceSummary& place) {
    std::string items;
    for (const Head head : {Head::available, Head::handled, Head::sufficient}) {
        const HeadVerdict& v = place.verdict[static_cast<std::size_t>(head)];
        const Certainty certainty = certainty_of(v.holds);
        std::string item = element("b", "", spans(words_of(head))) + ": " + disc(certainty) + " " +
                           element("b", "", spans(words_of(certainty))) + " – " + spans_of([&](Lang l) {
                               return fill(kHoldsIn.in(l), {percent(v.holds.value(), 0, l),
                                                            percent_interval(v.holds.low(), v.holds.high(), 0, l)});
                           }) +
                           ". ";
        if (v.worst_fails > 0) {
            const ShareEstimate fails{v.worst_fails, v.holds.trials};
            item += spans_of([&](Lang l) {
                return fill(kBroken.in(l),
                            {rule_text(head, v.worst_rule, in.scenario.verdict, l), percent(fails.value(), 0, l)});
            });
        }
        items += element("li", "", item);
    }
    return element("ul", "verdict", items) + "\n";
}

std::string in_words(const PlaceSummary& place) {
    const OutcomeSummary& o = place.local;
    if (!is_shown(o) || !o.unmet_rate.valid) return element("p", "", spans(kTooFewNeeds));
    std::string out = spans_of([&](Lang l) {
        return fill(kPlaceLead.in(l), {percent_of(o.unmet_rate, l), interval_of(o.unmet_rate, l)});
    });
    if (o.unmet_total() > 0)
        out += " " + spans_of([&](Lang l) { return fill(kPlaceWhy.in(l), {words_of(o.worst_reason()).in(l)}); });
    if (o.access_mean_min.valid && o.handling_mean_min.valid && o.on_time_share.valid) {
        out += " " + spans_of([&](Lang l) {
                   return fill(kPlaceTimes.in(l), {duration_of(o.access_p90_min, l), duration_of(o.handling_p90_min, l),
                                                   percent(o.on_time_share.value, 0, l)});
               });
    }
    return element("p", "", out);
}

std::string reasons_table(const PlaceSummary& place, const std::string& id) {
    const double most = *std::max_element(place.local.unmet.begin(), place.local.unmet.end());
    if (most <= 0) return {};
    std::string rows;
    for (std::size_t r = 0; r < kReasons; ++r) {
        const double n = place.local.unmet[r];
        if (n <= 0) continue;
        rows += element("tr", "",
                        "<th scope=\"row\">" + spans(words_of(static_cast<Reason>(r))) + "</th>" +
                            number_cell(spans_of([&](Lang l) { return number(n, n < 10 ? 1 : 0, l); })) +
                            element("td", "b", bar(n / most)));
    }
    return table(id, spans(kWhy), header_row({{kReason}, {kCount, "n"}, {kCompared}}), rows);
}

std::string services_table(const Input& in, const PlaceSummary& place, const std::string& id) {
    std::string rows;
    for (std::size_t s = 0; s < place.services.size(); ++s) {
        const OutcomeSummary& o = place.services[s];
        const Service& service = in.scenario.services[s];
        rows +=
            element("tr", "",
                    "<th scope=\"row\">" + spans_of([&](Lang l) { return name_of(service.label, service.key, l); }) +
                        "</th>" + number_cell(spans_of([&](Lang l) { return needs_of(o, l); })) +
                        number_cell(rate_with_interval(o)) + element("td", "w", worst_reason(o)) +
                        number_cell(access_p90(o)) + number_cell(handling_p90(o)) + number_cell(on_time(o)));
    }
    return table(id, spans(kServices),
                 header_row({{kService},
                             {words::kNeeds, "n"},
                             {words::kUnmet, "n"},
                             {words::kWorstReason},
                             {kAccess, "n"},
                             {kHandling, "n"},
                             {words::kOnTime, "n"}}),
                 rows);
}

using Desks = std::vector<const DeskSummary*>;

// By municipality, the desks of the offices that serve it.
std::vector<Desks> desks_by_municipality(const Input& in) {
    std::unordered_map<std::string_view, Desks> by_site;
    for (const DeskSummary& desk : in.summary.desks) by_site[desk.site].push_back(&desk);
    std::vector<Desks> by_municipality(in.scenario.municipalities.size());
    for (const Office& office : in.scenario.offices) {
        const Desks& desks = by_site[office.name];
        for (const Catchment& catchment : office.catchments) {
            Desks& all = by_municipality[catchment.municipality];
            all.insert(all.end(), desks.begin(), desks.end());
        }
    }
    return by_municipality;
}

std::string place_section(const Input& in, std::size_t index, const Desks& desks) {
    const PlaceSummary& place = in.summary.places[index];
    const std::string id = anchor_of(place);
    std::string discs =
        element("span", "short rate",
                is_shown(place.local)
                    ? spans_of([&](Lang l) { return fill(kShort.in(l), {percent_of(place.local.unmet_rate, l)}); })
                    : kUnknown);
    for (const Head head : {Head::available, Head::handled, Head::sufficient}) {
        const Certainty certainty = certainty_of(place.verdict[static_cast<std::size_t>(head)].holds);
        discs +=
            element("span", "short", disc(certainty) + " " + spans(words_of(head)) + ": " + spans(words_of(certainty)));
    }
    std::string out = "<details class=\"place\"><summary>" + element("b", "", escaped(place.name)) + discs +
                      "</summary>\n<h3 id=\"" + id + "\">" + escaped(place.name) + "</h3>" + sharing_line(place) + in_words(place) + cure_of(in, index) +
                      verdict_list(in, place) + reasons_table(place, id + "-r") +
                      backlog_figure(in, id + "-b", kOpenLocal, place.open_local_cases, Detail::brief) +
                      services_table(in, place, id + "-s") + groups_table(in, place, id + "-g");
    if (!desks.empty()) out += desks_table(id + "-d", spans(kDesks), SiteColumn::shown, desks);
    return out + "<p class=\"up\"><a href=\"#top\">" + spans(kToTop) + "</a></p></details>\n";
}

}  // namespace

std::string backlog_part(const Input& in) {
    const PlaceSummary& area = in.summary.places.front();
    return "<h2 id=\"backlog\">" + spans(kBacklog) + "</h2>\n" + element("p", "soft", spans(kBandKey)) +
           backlog_figure(in, "open-local", kOpenLocal, area.open_local_cases, Detail::full) +
           backlog_figure(in, "open-state", kOpenState, area.open_state_cases, Detail::full);
}

std::string places_part(const Input& in) {
    if (!has_sections(in.summary)) return {};
    std::string out = (in.live ? sharing_buttons() : "") + "<h2 id=\"places\">" + spans(kPlaces) + "</h2>\n" + element("p", "soft", spans(kPlacesNote));
    const std::vector<Desks> desks = desks_by_municipality(in);
    for (const std::size_t i : by_alphabet(in.summary)) out += place_section(in, i, desks[i - 1]);
    return out;
}

}  // namespace skranke::page
