#include "engine/report/html_page.hpp"
#include "engine/report/planning/price_list/price_words.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <regex>
#include <set>

#include "tests/unit/report/markup_checks.hpp"
#include "tests/unit/report/tiny_report.hpp"

using namespace skranke;
using test::count_of;
using test::first_imbalance;
using test::values_of;

namespace {

std::string report(Lang lang = Lang::nb) {
    return html_report(test::scenario(), test::summary(), test::provenance(), lang);
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return text.substr(at, text.find(to, at) - at);
}

}  // namespace

TEST_CASE("Every tag of the page is closed in order, and the check would notice") {
    const std::string html = report();
    REQUIRE(first_imbalance(html).empty());
    REQUIRE(first_imbalance("<p><b></p></b>") == "/p");
    REQUIRE(first_imbalance("<p>") == "p");
}

TEST_CASE("The page has no script, fetches nothing and forbids both") {
    const std::string html = report();
    REQUIRE(html.find("<script") == std::string::npos);
    REQUIRE(html.find("javascript:") == std::string::npos);
    REQUIRE_FALSE(std::regex_search(html, std::regex("<[^>]* on[a-z]+=")));
    REQUIRE(values_of(html, "src").empty());
    REQUIRE(html.find("url(") == std::string::npos);
    REQUIRE(html.find("@import") == std::string::npos);
    for (const std::string& href : values_of(html, "href")) REQUIRE(href[0] == '#');
    REQUIRE(html.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("A page with the live engine allows its one script and nothing from the network, and hides what needs it") {
    const LiveEngine live{"H4sIAAAA", "work();", "q83v"};
    const std::string html = html_report(test::scenario(), test::summary(), test::provenance(), Lang::nb, {.live = &live});
    REQUIRE(first_imbalance(html).empty());
    REQUIRE(count_of(html, "<script>work();</script>") == 1);
    REQUIRE(count_of(html, "<script") == 1);
    REQUIRE(html.find("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-q83v' 'wasm-unsafe-eval'; worker-src blob:; img-src blob:\"") !=
            std::string::npos);
    REQUIRE(html.find("<section id=\"what-if\" aria-labelledby=\"what-if-title\" hidden>") != std::string::npos);
    REQUIRE(values_of(html, "src").empty());
    for (const std::string& id : values_of(html, "for")) REQUIRE(count_of(html, "id=\"" + id + "\"") == 1);
    Scenario began_with_cases = test::scenario();
    began_with_cases.pile.resize(1);
    const std::string none = html_report(began_with_cases, test::summary(), test::provenance(), Lang::nb, {.live = &live});
    REQUIRE(none.find("<section id=\"what-if\"") == std::string::npos);
    REQUIRE(none.find("H4sIAAAA") == std::string::npos);
    REQUIRE(count_of(none, "<script>work();</script>") == 1);  // of the buttons
    REQUIRE(none.find("--carry-cases") != std::string::npos);
    const auto carried = [&] { return html_report(began_with_cases, test::summary(), test::provenance(), Lang::nb, {.open_cases = OpenCases::carried, .live = &live}); };
    began_with_cases.inputs.push_back({"pile.csv", ""});
    REQUIRE(carried().find("<section id=\"what-if\"") != std::string::npos);
    began_with_cases.inputs.back().name = "pile.xlsx";
    REQUIRE(carried().find("<section id=\"what-if\"") == std::string::npos);
    REQUIRE(carried().find("Lagre arket som CSV") != std::string::npos);
}

TEST_CASE("Ids are unique and every link and label leads to one") {
    const std::string html = report();
    const auto ids = values_of(html, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    REQUIRE(known.size() == ids.size());
    for (const std::string& href : values_of(html, "href")) REQUIRE(known.count(href.substr(1)) == 1);
    for (const char* attribute : {"aria-labelledby", "for"})
        for (const std::string& id : values_of(html, attribute)) REQUIRE(known.count(id) == 1);
}

TEST_CASE("Hostile texts from scenario and tables are shown, not obeyed") {
    const std::string hostile = "<script>alert(\"1\")</script>&'";
    const std::string shown = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;";
    Scenario scenario = test::scenario();
    scenario.title = scenario.question = {hostile, hostile, hostile};
    scenario.services[0].label = {hostile, hostile, hostile};
    scenario.groups[0].key = scenario.assumptions[0].key = scenario.assumptions[0].why = hostile;
    scenario.assumptions[0].basis = scenario.assumptions[0].unit = hostile;
    Summary summary = test::summary();
    summary.places[1].name = summary.places[1].number = hostile;
    summary.desks[0].site = summary.desks[0].kind = hostile;
    Provenance provenance = test::provenance();
    provenance.version = provenance.git = provenance.command = provenance.created = hostile;
    provenance.scenario_name = hostile;
    const LiveEngine live{"H4sIAAAA", "", "q83v"};
    scenario.name = hostile;
    const std::string html = html_report(scenario, summary, provenance, Lang::nb, {.live = &live});
    REQUIRE(count_of(html, "<script") == 1);  // the page's own
    REQUIRE(html.find("alert(\"") == std::string::npos);
    REQUIRE(count_of(html, shown) > 15);
    REQUIRE(html.find("&amp;lt;") == std::string::npos);  // once is enough
    REQUIRE(first_imbalance(html).empty());
}

TEST_CASE("The table under the cartogram has the numbers of its circles, and links to the same places") {
    const std::string html = report();
    const std::string map = between(html, "<figure class=\"map\">", "</figure>");
    const std::string twin = between(html, "id=\"places-caption\"", "</table>");
    for (const char* told : {"Ås: 12,3\u00a0%", "Øra: 4,5\u00a0%", "Ås: 12.3%", "Øra: 4.5%"})
        REQUIRE(map.find(std::string("<title>") + told) != std::string::npos);
    for (const char* rate : {">12,3\u00a0%<", ">4,5\u00a0%<", ">12.3%<", ">4.5%<"})
        REQUIRE(twin.find(rate) != std::string::npos);
    for (const char* link : {"#0301", "#5014"}) {
        REQUIRE(map.find(link) != std::string::npos);
        REQUIRE(twin.find(link) != std::string::npos);
    }
}

TEST_CASE("The table under a chart has the numbers of its weeks") {
    const std::string html = report();
    const std::string chart = between(html, "aria-labelledby=\"open-local\"", "</svg>");
    const std::string twin = between(html, "id=\"open-local-table\"", "</table>");
    REQUIRE(chart.find("<title>10: 123 (101–145)</title>") != std::string::npos);
    REQUIRE(chart.find("<title>11: 234 (202–256)</title>") != std::string::npos);
    for (const char* value : {">123<", ">101<", ">145<", ">234<", ">202<", ">256<"})
        REQUIRE(twin.find(value) != std::string::npos);
    REQUIRE(twin.find("8.\u00a0mars 2020") != std::string::npos);
}

TEST_CASE("All three languages are inside, and the one asked for is chosen") {
    for (const Lang lang : kLangs) {
        const std::string html = report(lang);
        const std::string key = key_of(lang);
        REQUIRE(html.find("<html lang=\"" + key + "\">") != std::string::npos);
        REQUIRE(html.find("id=\"" + key + "\" checked") != std::string::npos);
        REQUIRE(count_of(html, " checked>") == 1);
        REQUIRE(html.find("<span lang=\"nb\">Finn kommunen din") == std::string::npos);  // the same in nynorsk
        REQUIRE(html.find("<span lang=\"no\">Finn kommunen din</span><span lang=\"en\">Find your municipality") !=
                std::string::npos);
        REQUIRE(html.find("<span lang=\"nn\">Samanlikna") != std::string::npos);
    }
}

TEST_CASE("Verdicts are told in words with their probability and the rule that was broken") {
    const std::string html = report();
    REQUIRE(html.find("Trolig</span>") != std::string::npos);
    REQUIRE(html.find("2 av 2 kommuner holder reglene, 0 er usikre, 0 holder dem ikke.") != std::string::npos);
    REQUIRE(html.find("reglene holder i 75\u00a0% av forløpene (53–89\u00a0%)") != std::string::npos);
    REQUIRE(html.find("Oftest brutt: 9 av 10 når fram til noen innen 3\u00a0dager (i 25\u00a0% av forløpene).") !=
            std::string::npos);
    REQUIRE(html.find("ikke kontrollert mot målte ventetider") != std::string::npos);
}

TEST_CASE("Under four needs no rate is shown") {
    Summary summary = test::summary();
    summary.places[2].local.needs = 3;
    const std::string html = html_report(test::scenario(), summary, test::provenance());
    const std::string twin = between(html, "id=\"places-caption\"", "</table>");
    REQUIRE(twin.find("&lt;4") != std::string::npos);
    REQUIRE(twin.find("4,5\u00a0%") == std::string::npos);
    REQUIRE(html.find("Øra: for få behov") != std::string::npos);
}

TEST_CASE("One replication, with intervals that are not known, still gives a page") {
    const double infinity = std::numeric_limits<double>::infinity();
    Summary summary = test::summary();
    summary.replications = 1;
    for (PlaceSummary& place : summary.places) {
        place.local.unmet_rate.low = -infinity;
        place.local.unmet_rate.high = infinity;
        place.state.handling_mean_min = {};
    }
    const std::string html = html_report(test::scenario(), summary, test::provenance());
    REQUIRE(first_imbalance(html).empty());
    REQUIRE(html.find("Bare 1 simulert forløp:") != std::string::npos);
    for (const char* leak : {">inf", ">-inf", ">nan", "\"nan", "(inf", "(-inf"})
        REQUIRE(html.find(leak) == std::string::npos);
}

TEST_CASE("Municipalities are listed by the Norwegian alphabet, with Å last") {
    const std::string html = report();
    const std::string list = between(html, "<nav class=\"find\"", "</nav>");
    REQUIRE(list.find(">Øra<") < list.find(">Ås<"));
}

TEST_CASE("A county of 38 municipalities stays under 1.5 megabytes") {
    Scenario scenario = test::scenario();
    Summary summary = test::summary();
    const PlaceSummary model = summary.places[1];
    const Office office = scenario.offices[0];
    const DeskSummary desk = summary.desks[0];
    summary.places.resize(1);
    summary.desks.clear();
    scenario.offices.clear();
    scenario.municipalities.resize(38);
    scenario.weeks = 26;
    scenario.services.resize(9, scenario.services[0]);
    scenario.groups.resize(6, scenario.groups[0]);
    for (std::size_t i = 0; i < 38; ++i) {
        PlaceSummary place = model;
        place.lon += 0.1 * static_cast<double>(i);
        for (double& n : place.local.unmet) n = 12.3;
        place.services.assign(9, place.local);
        place.groups.assign(6, place.local);
        place.gaps.resize(6);
        place.open_local_cases.assign(26, {101, 123, 145});
        summary.places.push_back(place);
        scenario.offices.push_back(office);
        scenario.offices.back().name = "NAV " + std::to_string(i);
        scenario.offices.back().catchments = {{i, 1.0}};
        for (int d = 0; d < 3; ++d) {
            summary.desks.push_back(desk);
            summary.desks.back().site = scenario.offices.back().name;
        }
    }
    const std::size_t size = html_report(scenario, summary, test::provenance()).size();
    CAPTURE(size);
    REQUIRE(size < 1'500'000);
    REQUIRE(size > 500'000);
}

TEST_CASE("Of a thousand municipalities each has its section, of more the worst are shown and the rest pointed to") {
    Scenario scenario = test::scenario();
    Summary summary = test::summary();
    const PlaceSummary model = summary.places[1];
    scenario.offices.clear();
    scenario.municipalities.resize(1001);
    summary.places.resize(1);
    for (std::size_t i = 0; i < 1000; ++i) {  // on a grid, as even as a country is
        summary.places.push_back(model);
        summary.places.back().lat = 58 + 0.4 * static_cast<double>(i / 32);
        summary.places.back().lon = 5 + 0.8 * static_cast<double>(i % 32);
    }
    const std::string all = html_report(scenario, summary, test::provenance());
    CHECK(count_of(all, "class=\"place\"") == 1000);
    const std::string folded = "</summary><div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"places-caption\">";
    CHECK(count_of(all, folded) == 1);
    CHECK(count_of(report(), folded) == 0);

    summary.places.push_back(model);
    summary.places.back().name = "Verst";
    summary.places.back().local = test::outcome(100, 0.9);
    const std::string html = html_report(scenario, summary, test::provenance());
    CHECK(count_of(html, "class=\"place\"") == 0);
    CHECK(count_of(html, "<circle") < 20);
    CHECK(count_of(between(html, "id=\"places-caption\"", "</table>"), "<th scope=\"row\">") == 1 + 200);
    CHECK(html.find("Verst") != std::string::npos);
    CHECK(html.find("kommuner er for mange") != std::string::npos);
    CHECK(count_of(html, "href=\"#" + model.number) == 0);
    CHECK(first_imbalance(html).empty());
}

TEST_CASE(
    "The check against queueing theory counts its verdicts, and a gap nobody can explain is shown with its desk") {
    Summary summary = test::summary();
    CHECK(html_report(test::scenario(), summary, test::provenance()).find("id=\"twin\"") == std::string::npos);
    DeskSummary& desk = summary.desks.front();
    desk.wait_mean_min = {40, 38, 42, true};
    TwinCheck check;
    check.twin.formula = Formula::erlang_a;
    check.shown.wait_min = 12;
    check.verdict = TwinVerdict::flagged;
    summary.twins.assign(summary.desks.size(), TwinCheck{});
    summary.twins.front() = check;
    const std::string flagged = html_report(test::scenario(), summary, test::provenance(), Lang::en);
    CHECK(flagged.find(
              "0 agree, 0 are explained, 0 differ for reasons that the formulas leave out, 1 should be looked into.") !=
          std::string::npos);
    CHECK(between(flagged, "id=\"twin-shown\"", "</table>").find("+28") != std::string::npos);
    CHECK(first_imbalance(flagged).empty());
    summary.twins.front().verdict = TwinVerdict::may_be;
    summary.twins.front().because[static_cast<std::size_t>(Cause::calling_again)] = true;
    const std::string put_down = html_report(test::scenario(), summary, test::provenance(), Lang::en);
    CHECK(put_down.find("Differs, may be due to: people try again") != std::string::npos);
}

TEST_CASE("The controlled share stands beside the ordinary one where it is much surer, and nowhere else") {
    Summary summary = test::summary();
    summary.controlled.resize(summary.places.size());
    ControlledEstimate& rate = summary.controlled.front().unmet_rate;
    rate.controlled = {0.1234, 0.12, 0.1268, true};
    rate.variance_ratio = 0.95;
    const auto page = [&] { return html_report(test::scenario(), summary, test::provenance(), Lang::en); };
    CHECK(page().find("as many needs as expected") == std::string::npos);
    rate.variance_ratio = 0.5;
    CHECK(page().find("as many needs as expected, the share is 12.3%") != std::string::npos);
    CHECK(first_imbalance(page()).empty());
}

TEST_CASE("A map with borders stands beside the cartogram, and who has none is named") {
    const Summary summary = test::summary();
    const auto page = [&](const BorderMap* borders) { return html_report(test::scenario(), summary, test::provenance(), Lang::en, {.borders = borders}); };
    CHECK(page(nullptr).find("border-caption") == std::string::npos);
    const BorderMap map{1000, 700, {{summary.places[1].number, "M0 0l500 0 0 700 -500 0z\"><script>", 250, 350, 500}, {"9999", "M9 9h1v1h-1z", 9, 9, 0}}};
    const std::string html = page(&map);
    const std::string figure = between(html, "id=\"border-caption\"", "</figure>");
    CHECK(count_of(figure, "<path") == 1);
    CHECK(figure.find("<script") == std::string::npos);
    CHECK(figure.find(">" + summary.places[1].name + "</text>") != std::string::npos);
    CHECK((summary.places.size() > 2) == (figure.find("Without a border in the file: ") != std::string::npos));
    CHECK(first_imbalance(html).empty());
}

TEST_CASE("The cheapest cure stands under the answer and with each municipality of its office; without a price list the page says what finds it") {
    const Scenario scenario = test::scenario();
    const Summary summary = test::summary();
    const auto page = [&](const Cures* cures) {
        return html_report(scenario, summary, test::provenance(), Lang::en, {.cures = cures});
    };
    CHECK(count_of(page(nullptr), "skranke measures") == 3);  // once, in three languages
    const Cures cures{{"", {Text::same("More <hours>"), {12, 9, 15, true}, {3400, 2900, 4100, true}}}};
    const std::string html = page(&cures);
    CHECK(html.find("Cheapest help that works: More &lt;hours&gt;. About " + people_of(cures.at("").reached, Lang::en) + " more reach someone in time, at NOK ") !=
          std::string::npos);
    CHECK(html.find("None of the measures in the price list surely helps here.") != std::string::npos);
    CHECK(first_imbalance(html).empty());
}
