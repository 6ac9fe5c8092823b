#include <catch2/catch.hpp>
#include <cmath>

#include "engine/report/sweep/effect_table.hpp"
#include "engine/report/sweep/sweep_page.hpp"
#include "engine/report/sweep/sweep_tables.hpp"
#include "engine/report/sweep/tornado.hpp"
#include "tests/unit/report/tiny_report.hpp"

using namespace skranke;

namespace {

Factor factor(const std::string& key, const std::string& unit, double low, double high, double value) {
    Factor f;
    f.key = key;
    f.unit = unit;
    f.low = low;
    f.high = high;
    f.value = value;
    f.basis = "assumption";
    f.why = "no <time> study";
    f.meaning = "Mean working time of a case.";
    return f;
}

/// Three factors; the unmet rate is 0.10 as written and moves by `weights` from end to end, with a little luck of its own.
Sweep made(Method method, const std::vector<double>& weights = {0.0203, -0.06, 0.001}) {
    Sweep s;
    s.factors = {factor("service.assistance.effort_min", "minutes", 60, 120, 90), factor("desk.casework.absence", "probability", 0, 0.2, 0.1),
                 factor("verdict.unheard_of", "share", 0, 1, 0.5)};
    s.design = make_design({method, {4, 4, 4}, method == Method::morris ? 6u : 64u, 3});
    s.replications = 3;
    s.places = {{"", "", 0}};
    s.left_out = {{"desk.reception.minimum", "has no range"}};
    const Responses none(s.replications);
    s.responses.assign(1, {none, none, none, none, none, none});
    for (std::size_t p = 0; p < s.design.points(); ++p)
        for (std::size_t r = 0; r < s.replications; ++r) {
            double rate = 0.10 + 0.01 * static_cast<double>(r) + 0.00002 * static_cast<double>((5 * p + r * r * (p + 1)) % 7);
            for (std::size_t f = 0; f < 3; ++f) {
                const double at = s.design.point(p)[f];
                rate += weights[f] * ((at == kAsWritten ? 0.5 : at) - 0.5);
            }
            for (Responses& measure : s.responses[0]) measure.add({rate, 1});
        }
    return s;
}

std::string finding(const Sweep& s, Lang lang) { return main_finding(test::scenario(), s, effects_of(s, 0, s.shown), lang); }

std::size_t count(const std::string& text, const std::string& piece) {
    std::size_t n = 0;
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++n;
    return n;
}

/// The number behind an attribute in the n-th element of a class.
double coordinate_in(const std::string& svg, const std::string& css, const std::string& attribute, std::size_t n = 0) {
    std::size_t at = svg.find("class=\"" + css + "\"");
    for (; n > 0; --n) at = svg.find("class=\"" + css + "\"", at + 1);
    return std::stod(svg.substr(svg.find(attribute + "=\"", at) + attribute.size() + 2));
}

}  // namespace

TEST_CASE("The finding names the assumption in words, both ends with units, and bounds the others from above") {
    const std::string nb = finding(made(Method::one_at_a_time), Lang::nb);
    CHECK(nb.find("«Saksbehandling: fravær blant ansatte»") != std::string::npos);
    CHECK(nb.find("(ved 20\u00a0%) og ") < nb.find("(ved 0\u00a0%)"));
    CHECK(nb.find("høyst 2,1 prosentpoeng") != std::string::npos);  // 2.03, rounded up
    const std::string en = finding(made(Method::one_at_a_time, {0.08, -0.06, 0}), Lang::en);
    CHECK(en.find("“Assistance: working time per case”: between ") != std::string::npos);
    CHECK(en.find("(at 60 minutes) and ") < en.find("(at 120 minutes)"));
}

TEST_CASE("Where nothing moves the answer more than chance the finding says so and names nothing") {
    CHECK(finding(made(Method::one_at_a_time, {0, 0, 0}), Lang::en).find("None of the assumptions") == 0);
}

TEST_CASE("One at a time says how many assumptions can be told from chance") {
    const Sweep s = made(Method::one_at_a_time, {0.02, -0.06, 0});
    CHECK(seen_sentence(s, effects_of(s, 0, s.shown), Lang::en) == " 2 of 3 assumptions move the answer enough to be told from chance.");
    const Sweep scattered = made(Method::latin_hypercube);
    CHECK(seen_sentence(scattered, effects_of(scattered, 0, scattered.shown), Lang::en).empty());
}

TEST_CASE("Every method puts the assumption that matters most first") {
    for (const Method method : {Method::one_at_a_time, Method::grid, Method::latin_hypercube, Method::sobol, Method::morris, Method::saltelli}) {
        const Sweep s = made(method, {0.04, -0.06, 0.001});
        INFO(key_of(method));
        CHECK(effects_of(s, 0, s.shown).order == std::vector<std::size_t>{1, 0, 2});
        const std::string screen = sweep_screen(test::scenario(), s, Lang::en);
        CHECK(screen.find("Casework: staff absence") < screen.find("\nAssistance: working time per case"));
    }
}

TEST_CASE("Uncertainty of inputs stands apart from chance, and one at a time does not pretend to know it") {
    const Sweep scattered = made(Method::latin_hypercube), alone = made(Method::one_at_a_time);
    CHECK(noise_sentence(scattered, 0, Lang::en).find("only chance between 3 runs") != std::string::npos);
    const std::string input = input_sentence(scattered, 0, Lang::en);
    CHECK(input.find("95 of 100 points") != std::string::npos);
    CHECK(input.find("uncertainty about inputs and") != std::string::npos);
    CHECK(input_sentence(alone, 0, Lang::en).empty());
}

TEST_CASE("A tornado draws each bar from the answer as written to its ends, dark for the high value, with what chance may do") {
    Tornado chart{"c", 10, Text::same("base"), {}, [](double v, Lang) { return std::to_string(v); }};
    chart.rows.push_back({Text::same("falls"), {{14, 13, 15, true}, Text::same("low end")}, {{8, 7, 9, true}, Text::same("high end")}});
    const std::string svg = tornado(chart);
    const double high_x = coordinate_in(svg, "highend", "x"), high_end = high_x + coordinate_in(svg, "highend", "width");
    const double low_x = coordinate_in(svg, "lowend", "x"), low_end = low_x + coordinate_in(svg, "lowend", "width");
    CHECK(high_end == Approx(low_x).margin(0.2));               // both begin where the scenario stands
    CHECK((low_end - low_x) == Approx(2 * (high_end - high_x)).margin(0.5));  // 4 to the right, 2 to the left
    CHECK(count(svg, "class=\"whisker\"") == 2);
    CHECK(svg.find("class=\"left\">high end") < svg.find("class=\"right\">low end"));  // each label outside of its own end
    CHECK(svg.find("role=\"img\" aria-labelledby=\"c\"") != std::string::npos);
}

TEST_CASE("A tornado shows both bars where both ends move the answer the same way, and none where there is no answer") {
    Tornado chart{"c", 10, Text::same("base"), {}, [](double, Lang) { return std::string("t"); }};
    chart.rows.push_back({Text::same("bends"), {{12, 12, 12, true}, Text::same("l")}, {{14, 14, 14, true}, Text::same("h")}});
    const std::string both = tornado(chart);
    CHECK(both.find("highend") < both.find("lowend"));  // the longer one is drawn first
    CHECK(count(both, "class=\"whisker\"") == 0);
    chart.rows = {{Text::same("none"), {{}, Text::same("l")}, {{}, Text::same("h")}}};
    CHECK(count(tornado(chart), "<rect") == 0);
}

TEST_CASE("The page says the same in three languages, as picture and as table, with each author's reason, escaped") {
    for (const Method method : {Method::one_at_a_time, Method::morris, Method::saltelli, Method::grid}) {
        const std::string html = sweep_page(test::scenario(), made(method), {}, Lang::nn);
        CHECK(count(html, "class=\"tornado\"") == 1);
        CHECK(count(html, "<code>desk.casework.absence</code>") == 1);
        CHECK(html.find("no &lt;time&gt; study") != std::string::npos);
        CHECK(html.find("<time>") == std::string::npos);
        CHECK(html.find("<script") == std::string::npos);
        CHECK(html.find("Kva avheng svaret av?") != std::string::npos);
        CHECK(html.find("What does the answer depend on?") != std::string::npos);
        CHECK(html.find("has no range") != std::string::npos);
        CHECK(html.find("answer-picture\">") < html.find("aria-labelledby=\"answer-picture\""));
        CHECK(count(html, "id=\"answer-table\"") == 1);
    }
}

TEST_CASE("What cannot be put in words keeps its key") {
    CHECK(factor_name(test::scenario(), factor("verdict.unheard_of", "share", 0, 1, 0)).in(Lang::nb) == "verdict.unheard_of");
    CHECK(factor_name(test::scenario(), factor("service.assistance.strange", "days", 0, 1, 0)).in(Lang::en) == "Assistance: strange");
    CHECK(factor_name(test::scenario(), factor("channel.phone.after_left.same", "share", 0, 1, 0)).in(Lang::en) ==
          "Phone: share who try the same way again after leaving the line");
}

TEST_CASE("Values and answers are told in units that people use") {
    const Factor days = factor("x", "days", 0, 1, 0), share = factor("x", "probability", 0, 1, 0);
    CHECK(factor_value(days, 14.5, Lang::nb) == "14,5 dager");
    CHECK(factor_value(share, 0.355, Lang::en) == "35.5%");
    CHECK(factor_value(share, std::nullopt, Lang::en) == kUnknown);
    CHECK(answer_text(Measure::handling_mean, 2880, Lang::en) == "2.0 days");
    CHECK(answer_text(Measure::unmet_rate, std::nan(""), Lang::en) == kUnknown);
    CHECK(change_text(Measure::access_mean, -90, Lang::en).find("1.5 hours") != std::string::npos);
    CHECK(change_text(Measure::unmet_rate, 0.0001, Lang::en) == "0.0 percentage points");
    CHECK(size_text(Measure::unmet_people, 3.2, Rounding::up, Lang::en) == "4 persons");
}

TEST_CASE("The spreadsheet has a row a point, with the value that was moved or all of them") {
    const Sweep alone = made(Method::one_at_a_time), scattered = made(Method::latin_hypercube);
    const std::string csv = sweep_csv(test::scenario(), alone, {}, Lang::en);
    CHECK(csv.find("\r\n0;;;;0,11") != std::string::npos);
    CHECK(csv.find("\r\n4;Casework: staff absence;desk.casework.absence;0,2;0,0") != std::string::npos);
    CHECK(count(sweep_csv(test::scenario(), scattered, {}, Lang::en), "\r\n") == 65 + 1 + 1 + 7);
}
