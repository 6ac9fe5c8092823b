// The page of a comparison: well formed, in three languages, with the numbers that the analysis found.

#include "engine/report/comparison/comparison_page.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "engine/report/comparison/path_words.hpp"
#include "engine/report/csv_table.hpp"
#include "tests/unit/report/markup_checks.hpp"
#include "tests/unit/report/tiny_report.hpp"

using namespace skranke;

namespace {

Difference difference(double unmet) {
    Difference d;
    d.needs = 200;
    d.unmet_a = 100;
    d.unmet_b = 100 + unmet;
    d.unmet = {unmet, unmet - 3, unmet + 3, true};
    d.unmet_rate = {unmet / 200, (unmet - 3) / 200, (unmet + 3) / 200, true};
    d.variance_ratio = 0.25;
    return d;
}

PlaceComparison place(const Scenario& s, const std::string& number, const std::string& name, double unmet) {
    PlaceComparison p{number, name, difference(unmet), difference(0), difference(unmet), {}, {}};
    p.services.assign(s.services.size(), difference(unmet));
    p.groups.assign(s.groups.size(), difference(unmet));
    return p;
}

struct Fixture {
    Scenario a = test::scenario(), b = test::scenario();
    Provenance provenance = test::provenance();
    ComparedPlans compared{.plans = {}, .changes = {}, .people_replication = 3, .version = "1.2", .command = "skranke compare a b", .created = "now"};

    explicit Fixture(double unmet = -22) {
        b.title.nb = "<b>& åpne";
        a.text = "desk.casework.heads = 4\n";
        b.text = "desk.casework.heads = \"<5>\"\n";
        compared.plans.push_back({a, provenance, false});
        compared.plans.push_back({b, provenance, true});
        Comparison change;
        change.replications = 20;
        change.places = {place(a, "", "", unmet), place(a, "0301", "Liten <Vik>", unmet), place(a, "5001", "Stor", unmet / 2)};
        change.cost = {50'000, 50'000, 50'000, true};
        compared.changes.push_back({change, {}});
    }
};

}  // namespace

TEST_CASE("The page of a comparison is well formed, says the change and hides no markup from names") {
    const Fixture f;
    const std::string html = html_comparison(f.compared, Lang::en);
    CHECK(test::first_imbalance(html) == "");
    CHECK(html.find("22 fewer local needs go unmet in a run (19 to 25)") != std::string::npos);
    CHECK(html.find("NOK +50,000 more") != std::string::npos);
    CHECK(html.find("<b>& åpne") == std::string::npos);
    CHECK(html.find("&lt;b&gt;&amp; åpne") != std::string::npos);
    CHECK(html.find("Liten &lt;Vik&gt;") != std::string::npos);
    CHECK(html.find("this interval needs 25% of the runs") != std::string::npos);
    CHECK(html.find("What is different in the plans (1)") != std::string::npos);
    CHECK(html.find("desk.casework.heads</code></th><td class=\"long\"><code>4</code></td><td class=\"long\"><code>&quot;&lt;5&gt;&quot;</code>") != std::string::npos);
    const std::vector<std::string> ids = test::values_of(html, "id");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
}

TEST_CASE("A comparison of few runs says that its intervals are rough") {
    Fixture f;
    CHECK(html_comparison(f.compared, Lang::en).find("Only 20 runs: the intervals are rough") != std::string::npos);
    f.compared.changes[0].change.replications = 30;
    CHECK(html_comparison(f.compared, Lang::en).find("the intervals are rough") == std::string::npos);
}

TEST_CASE("A change that may be chance is not called one") {
    const Fixture f(-2);
    CHECK(html_comparison(f.compared, Lang::en).find("no certain change for local needs") != std::string::npos);
    const Fixture worse(40);
    CHECK(html_comparison(worse.compared, Lang::en).find("40 more local needs go unmet in a run (37 to 43)") != std::string::npos);
}

TEST_CASE("People who were followed stand in the page day by day, under both plans") {
    Fixture f;
    SamePeople people;
    people.moves[2][0] = 17;
    people.moves[0][2] = 4;
    const Date day = std::chrono::sys_days{std::chrono::year{2020} / 3 / 16};
    people.examples.push_back({"0301-1-0-2-3", 0, 0, 0, {{day, 540, Happening::born, 0}, {day, 545, Happening::unmet, 1}},
                               {{day, 540, Happening::born, 0}, {day + std::chrono::days{2}, 600, Happening::decided, 0}}});
    f.compared.changes[0].people = people;
    const std::string html = html_comparison(f.compared, Lang::en);
    CHECK(test::first_imbalance(html) == "");
    CHECK(html.find("In run 3, 17 get help under B who did not under A, and 4 lose") != std::string::npos);
    CHECK(html.find("unmet: door or phone line closed") != std::string::npos);
    CHECK(html.find("decision: on time") != std::string::npos);
    const std::string shown = paths_on_screen(people.examples[0], Lang::en);
    CHECK(shown.find("2020\n  09:00 the need arises") != std::string::npos);
    CHECK(shown.find("| 10:00 decision: on time") != std::string::npos);
}

TEST_CASE("The table of a comparison has a row for each place, part and measure, but none for too few people") {
    Fixture f;
    f.compared.changes[0].change.places[1].state.needs = 3;
    const std::string csv = csv_comparison(f.compared);
    CHECK(csv.find("B;;The whole area;system;local;unmet;persons;100,00;78,00;-22,0000;-25,0000;-19,0000\r\n") != std::string::npos);
    CHECK(csv.find("B;\"=\"\"0301\"\"\";Liten <Vik>;system;local;unmet;") != std::string::npos);
    CHECK(csv.find("B;\"=\"\"0301\"\"\";Liten <Vik>;system;state;") == std::string::npos);
    CHECK(csv.find("B;;;measures;;cost;NOK;;;50000,0000") != std::string::npos);
}

TEST_CASE("Plans are lettered A to Z, then AA") {
    CHECK(letter_of(0) == "A");
    CHECK(letter_of(25) == "Z");
    CHECK(letter_of(26) == "AA");
    CHECK(letter_of(53) == "BB");
}
