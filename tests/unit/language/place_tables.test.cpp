#include "engine/language/tables/place_tables.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <numeric>
#include <sstream>

using namespace skranke;

namespace {

const std::string kHeader =
    "number,name,county_number,county,population,children_0_17,adults_18_66,elderly_67_plus,labour_force,"
    "digital_form_from,lon,lat\n";

std::string printed(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

std::string municipality_problems(const std::string& rows) {
    Problems problems;
    read_municipalities({"m.csv", kHeader + rows}, problems);
    return printed(problems);
}

std::vector<Municipality> three() {
    std::vector<Municipality> all(3);
    all[0].number = "5001", all[1].number = "5006", all[2].number = "0301";
    all[0].county_number = all[1].county_number = "50", all[2].county_number = "03";
    return all;
}

std::string office_problems(const std::string& rows) {
    Problems problems;
    read_offices({"o.csv", "office_id,office,municipality,resident_share\n" + rows}, three(), problems);
    return printed(problems);
}

std::string series_problems(const std::string& rows) {
    Problems problems;
    read_series({"s.csv", "municipality,monday,applications,suppressed\n" + rows}, three(), three(), problems);
    return printed(problems);
}

FileText shipped(const std::string& name) {
    std::ifstream file{std::string{SKRANKE_SOURCE_DIR} + "/scenarios/data/" + name};
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return {name, text.str()};
}

}  // namespace

TEST_CASE("A municipality is read with its ages, county and centre; unknown figures stay unknown") {
    Problems problems;
    const auto all = read_municipalities({"m.csv", kHeader + "0301,Oslo,03,Oslo,100,20,60,20,,2020-03-01,10.7,59.9\n"
                                                             "5061,Rindal,50,X,50,10,30,10,28,,9.2,63\n"},
                                         problems);
    REQUIRE(printed(problems) == "");
    REQUIRE(all.size() == 2);
    CHECK(all[0].number == "0301");
    CHECK(all[0].county == "Oslo");
    CHECK(all[0].adults == 60);
    CHECK_FALSE(all[0].labour_force.has_value());
    CHECK(all[0].digital_form_from == Date{std::chrono::year{2020} / 3 / 1});
    CHECK(all[1].labour_force == 28);
    CHECK_FALSE(all[1].digital_form_from.has_value());
    CHECK(all[1].lat == 63);
}

TEST_CASE("Every row of municipalities that cannot be right is reported") {
    CHECK(municipality_problems("301,Oslo,3,Oslo,100,20,60,20,,,10,59\n") ==
          "m.csv:2: number = \"301\": needs four digits, a leading zero kept\n"
          "m.csv:2: county_number = \"3\": needs two digits, a leading zero kept\n");
    CHECK(municipality_problems("0301,Oslo,03,Oslo,-5,20,60,20,,,10,59\n") ==
          "m.csv:2: population = \"-5\": needs a number from 1 to 1000000000\n");
    CHECK(municipality_problems("0301,Oslo,03,Oslo,100,20,60,30,,,10,59\n") ==
          "m.csv:2: population = \"100\": is not the sum of the three age groups, 110\n");
    CHECK(municipality_problems("0301,Oslo,03,Oslo,100,20,60,20,,,10,59\n0301,Oslo,03,Oslo,100,20,60,20,,,10,59\n") ==
          "m.csv:3: number = \"0301\": is there twice, first on line 2\n");
    CHECK(municipality_problems("0301,,03,Oslo,100,20,60,20,many,March,10,95\n") ==
          "m.csv:2: name = \"\": needs a name\n"
          "m.csv:2: labour_force = \"many\": needs a number from 1 to 1000000000\n"
          "m.csv:2: digital_form_from = \"March\": needs a date like 2020-03-16\n"
          "m.csv:2: lat = \"95\": needs a number from -90 to 90\n");
}

TEST_CASE("An office may serve several municipalities, and a municipality may have several offices") {
    Problems problems;
    const auto offices = read_offices({"o.csv",
                                       "office_id,office,municipality,resident_share\n1,A,5001,0.4\n2,B,5001,0.6\n"
                                       "2,B,5006,1\n3,C,0301,1\n"},
                                      three(), problems);
    REQUIRE(printed(problems) == "");
    REQUIRE(offices.size() == 3);
    CHECK(offices[1].id == "2");
    CHECK(offices[1].catchments.size() == 2);
    CHECK(offices[1].catchments[1].municipality == 1);
    CHECK(offices[0].catchments[0].resident_share == 0.4);
}

TEST_CASE("Every row of offices that cannot be right is reported") {
    CHECK(office_problems("1,A,5001,0.4\n2,B,5001,0.5\n") ==
          "o.csv:2: municipality = \"5001\": the resident_share of its offices adds up to 0.9 (must be 1)\n");
    CHECK(office_problems("1,A,5002,1\n") ==
          "o.csv:2: municipality = \"5002\": is not in the table of municipalities (nearest: 5001)\n");
    CHECK(office_problems("1,A,301,1\n") ==
          "o.csv:2: municipality = \"301\": needs four digits, a leading zero kept\n");
    CHECK(office_problems("1,A,5001,1\n1,B,5006,1\n") == "o.csv:3: office = \"B\": has another name above, \"A\"\n");
    CHECK(office_problems("1,A,5001,0.5\n1,A,5001,0.5\n") ==
          "o.csv:3: municipality = \"5001\": is there twice for this office\n"
          "o.csv:2: municipality = \"5001\": the resident_share of its offices adds up to 0.5 (must be 1)\n");
    CHECK(office_problems("a b,A,5001,1\n") == "o.csv:2: office_id = \"a b\": needs letters, digits, '-' and '_'\n");
    CHECK(office_problems("1,A,5001,0\n") == "o.csv:2: resident_share = \"0\": needs a share above 0\n");
    CHECK(office_problems("1,A,5001,half\n") == "o.csv:2: resident_share = \"half\": needs a number from 0 to 1\n");
}

TEST_CASE("An area keeps its municipalities, their offices and nothing else") {
    Problems problems;
    Area all{three(), {}};
    all.offices = {{"1", "A", {{0, 1}, {2, 1}}}, {"2", "B", {{1, 1}}}};
    std::vector<std::string> unknown;
    const Area named = choose_area(all, {"all", {"0301", "5001"}}, unknown);
    CHECK(unknown.empty());
    REQUIRE(named.municipalities.size() == 2);
    CHECK(named.municipalities[1].number == "0301");
    REQUIRE(named.offices.size() == 1);
    CHECK(named.offices[0].catchments[1].municipality == 1);
    CHECK(choose_area(all, {"50", {}}, unknown).municipalities.size() == 2);
    CHECK(choose_area(all, {"all", {}}, unknown).offices.size() == 2);
    CHECK(unknown.empty());
    choose_area(all, {"all", {"5001", "9999"}}, unknown);
    choose_area(all, {"77", {}}, unknown);
    CHECK(unknown == std::vector<std::string>{"9999", "77"});
}

TEST_CASE("A weekly series keeps hidden counts apart from zero, in order, for chosen municipalities only") {
    Problems problems;
    std::vector<Municipality> chosen{three()[1], three()[0]};
    const auto series = read_series({"s.csv",
                                     "municipality,iso_week,monday,applications,suppressed\n"
                                     "5001,2020-W12,2020-03-16,40,0\n5001,2020-W11,2020-03-09,,1\n"
                                     "0301,2020-W11,2020-03-09,7,0\n"},
                                    three(), chosen, problems);
    REQUIRE(printed(problems) == "");
    REQUIRE(series.size() == 1);
    CHECK(series[0].municipality == 1);
    REQUIRE(series[0].weeks.size() == 2);
    CHECK_FALSE(series[0].weeks[0].count.has_value());
    CHECK(series[0].weeks[1].count == 40);
}

TEST_CASE("Every row of a series that cannot be right is reported") {
    CHECK(series_problems("5001,2020-03-10,4,0\n") == "s.csv:2: monday = \"2020-03-10\": is not a Monday\n");
    CHECK(series_problems("5001,2020-03-09,,0\n") ==
          "s.csv:2: applications = \"\": needs a number from 0 to 1000000000\n");
    CHECK(series_problems("5001,2020-03-09,2,1\n") ==
          "s.csv:2: applications = \"2\": must be empty where suppressed is 1\n");
    CHECK(series_problems("5001,2020-03-09,2,yes\n") == "s.csv:2: suppressed = \"yes\": needs 0 or 1\n");
    CHECK(series_problems("5001,2020-03-09,2,0\n5001,2020-03-09,2,0\n") ==
          "s.csv:3: monday = \"2020-03-09\": is there twice for municipality 5001\n");
    CHECK(series_problems("5007,2020-03-09,2,0\n") ==
          "s.csv:2: municipality = \"5007\": is not in the table of municipalities (nearest: 5001)\n");
}

TEST_CASE("Holidays are fixed or counted from Easter Sunday") {
    Problems problems;
    const auto holidays = read_holidays(
        {"h.csv", "name,kind,month,day,offset_days\nMay,fixed,5,1,\nGood Friday,easter,,,-2\n"}, problems);
    REQUIRE(printed(problems) == "");
    REQUIRE(holidays.size() == 2);
    CHECK(holidays[0].month == 5);
    CHECK_FALSE(holidays[0].easter);
    CHECK(holidays[1].offset == -2);
    read_holidays(
        {"h.csv", "name,kind,month,day,offset_days\nA,moon,,,\nB,fixed,2,30,\nC,easter,,,1.5\nD,fixed,13,1,\n"},
        problems);
    CHECK(
        printed(problems) ==
        "h.csv:2: kind = \"moon\": needs fixed or easter\nh.csv:3: day = \"30\": needs a number from 1 to 29\n"
        "h.csv:4: offset_days = \"1.5\": needs a whole number\nh.csv:5: month = \"13\": needs a number from 1 to 12\n");
}

TEST_CASE("The shipped tables are read without a problem, and their sums are those of the statistics") {
    Problems problems;
    const auto norway = read_municipalities(shipped("municipalities-norway.csv"), problems);
    const auto offices = read_offices(shipped("offices-norway.csv"), norway, problems);
    const auto county = read_municipalities(shipped("municipalities-trondelag.csv"), problems);
    read_offices(shipped("offices-trondelag.csv"), county, problems);
    const auto series = read_series(shipped("layoff-applications-2020.csv"), county, county, problems);
    read_holidays(shipped("holidays-norway.csv"), problems);
    REQUIRE(printed(problems) == "");
    const auto sum = [](const std::vector<Municipality>& all, double Municipality::*of) {
        return std::accumulate(all.begin(), all.end(), 0.0,
                               [&](double total, const Municipality& m) { return total + m.*of; });
    };
    CHECK(norway.size() == 356);
    CHECK(sum(norway, &Municipality::population) == 5367580);
    CHECK(county.size() == 38);
    CHECK(sum(county, &Municipality::population) == 468702);
    CHECK(sum(county, &Municipality::children) == 96431);
    CHECK(sum(county, &Municipality::adults) == 298416);
    CHECK(sum(county, &Municipality::elderly) == 73855);
    CHECK(series.size() == 38);
}
