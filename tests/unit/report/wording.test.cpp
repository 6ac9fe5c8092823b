#include "engine/report/wording.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace skranke;

namespace {

Date on(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)};
}

}  // namespace

TEST_CASE("Norwegian numbers have decimal comma and no-break spaces, English ones point and comma") {
    REQUIRE(number(1234567.89, 1, Lang::nb) == "1\u00a0234\u00a0567,9");
    REQUIRE(number(1234567.89, 1, Lang::en) == "1,234,567.9");
    REQUIRE(number(999.6, 0, Lang::nn) == "1\u00a0000");
    REQUIRE(number(-0.04, 1, Lang::en) == "0.0");
    REQUIRE(number(-1.5, 1, Lang::nb) == "−1,5");
    REQUIRE(percent(0.1234, 1, Lang::nb) == "12,3\u00a0%");
    REQUIRE(percent(0.1234, 1, Lang::en) == "12.3%");
}

TEST_CASE("What is not known reads as a dash") {
    const double infinity = std::numeric_limits<double>::infinity();
    REQUIRE(number(infinity, 1, Lang::nb) == kUnknown);
    REQUIRE(interval_of({0.1, -infinity, infinity, true}, Lang::nb) == kUnknown);
    REQUIRE(percent_of({}, Lang::nb) == kUnknown);
    REQUIRE(duration(std::numeric_limits<double>::quiet_NaN(), Lang::nb) == kUnknown);
}

TEST_CASE("Intervals of shares are cut off at 0 and 100 per cent") {
    REQUIRE(interval_of({0.01, -0.02, 0.04, true}, Lang::nb) == "0,0–4,0\u00a0%");
    REQUIRE(interval_of({0.99, 0.95, 1.03, true}, Lang::en) == "95.0–100.0%");
}

TEST_CASE("Durations come in the unit that fits, in the singular for one") {
    REQUIRE(duration(45, Lang::nb) == "45\u00a0minutter");
    REQUIRE(duration(1, Lang::nn) == "1\u00a0minutt");
    REQUIRE(duration(312, Lang::nb) == "5,2\u00a0timer");
    REQUIRE(duration(312, Lang::nn) == "5,2\u00a0timar");
    REQUIRE(duration(3 * 1440, Lang::nb) == "3\u00a0dager");
    REQUIRE(duration(20.4 * 1440, Lang::en) == "20\u00a0days");
    REQUIRE(short_duration(312, Lang::nb) == "5,2\u00a0t");
    REQUIRE(short_duration(312, Lang::en) == "5.2\u00a0h");
}

TEST_CASE("Dates are written out, and weeks are those of Norwegian calendars") {
    REQUIRE(date(on(2020, 3, 12), Lang::nb) == "12.\u00a0mars 2020");
    REQUIRE(date(on(2020, 3, 12), Lang::en) == "12\u00a0March 2020");
    REQUIRE(week_number(on(2020, 3, 2)) == 10);
    REQUIRE(week_number(on(2020, 12, 31)) == 53);
    REQUIRE(week_number(on(2021, 1, 3)) == 53);
    REQUIRE(week_number(on(2018, 12, 31)) == 1);
}

TEST_CASE("Labels fall back to bokmål and then to the key") {
    REQUIRE(name_of(Label{"Råd", "", "Advice"}, "advice", Lang::nn) == "Råd");
    REQUIRE(name_of(Label{"Råd", "", "Advice"}, "advice", Lang::en) == "Advice");
    REQUIRE(name_of(Label{}, "advice", Lang::en) == "advice");
}

TEST_CASE("Certainty changes at 90, 67, 33 and 10 per cent") {
    REQUIRE(certainty_of({90, 100}) == Certainty::yes);
    REQUIRE(certainty_of({89, 100}) == Certainty::likely);
    REQUIRE(certainty_of({66, 100}) == Certainty::uncertain);
    REQUIRE(certainty_of({32, 100}) == Certainty::unlikely);
    REQUIRE(certainty_of({9, 100}) == Certainty::no);
}

TEST_CASE("Rules are told with the scenario's own limits") {
    VerdictRules rules;
    rules.most_lost_before_contact = 0.025;
    REQUIRE(rule_text(Head::available, 0, rules, Lang::nb) == "høyst 2,5\u00a0% av behovene går tapt før kontakt");
    REQUIRE(rule_text(Head::available, 1, rules, Lang::en) == "9 in 10 reach someone within 3\u00a0days");
    REQUIRE(rule_text(Head::handled, 1, rules, Lang::nb).find("95\u00a0%") != std::string::npos);
    REQUIRE(rule_text(Head::sufficient, 1, rules, Lang::nn).find("5 prosentpoeng") != std::string::npos);
}

TEST_CASE("Fewer than four needs are shown as <4") {
    OutcomeSummary few;
    few.needs = 3.9;
    REQUIRE(needs_of(few, Lang::nb) == "<4");
    few.needs = 4.1;
    REQUIRE(needs_of(few, Lang::nb) == "4");
}

TEST_CASE("Every desk of a scenario has a name in all three languages, and others keep their key") {
    for (std::size_t k = 0; k < kDeskKinds; ++k) {
        const std::string key = key_of(static_cast<DeskKind>(k));
        for (const Lang lang : kLangs) REQUIRE(desk_name(key, lang) != key);
    }
    REQUIRE(desk_name("night_shift", Lang::nb) == "night_shift");
}
