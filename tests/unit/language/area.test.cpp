// An area smaller than its table: what is held against the whole table, and what shared desks get.

#include <catch2/catch.hpp>

#include "mini_office.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

/// The mini office with a second municipality of 3,000 residents in another county, and a line that is shared.
Files two_counties(const std::string& area) {
    Files files = with("answered_by = \"office\"", "answered_by = \"contact_centre\"\nroom = {value = 8, steps = "
                                                   "[{from = 2020-04-01, value = 2}, {from = 2020-05-01, value = 0}]}");
    files["office.toml"] += "[area]\n" + area +
                            "[desk.contact_centre]\nhours = [{mon-fri = \"08:00-16:00\"}]\n"
                            "positions = {value = 10, steps = [{from = 2020-04-01, value = 20}]}\n";
    files["data/municipalities.csv"] =
        "number,name,county_number,county,population,children_0_17,adults_18_66,elderly_67_plus,lon,lat,"
        "social_assistance_recipients\n"
        "0301,Mini,03,Test,1000,200,600,200,10.7,59.9,40\n5001,Big,50,Other,3000,600,1800,600,10.4,63.4,40\n";
    files["data/offices.csv"] += "0002,NAV Big,5001,1,only office\n";
    return files;
}

const Timeline& agents(const Scenario& s) { return s.desks[static_cast<std::size_t>(DeskKind::contact_centre)].positions; }
const Timeline& line(const Scenario& s) { return s.channels[static_cast<std::size_t>(Channel::phone)].room; }

const Date kMarch = std::chrono::sys_days{std::chrono::year{2020} / 3 / 2};
const Date kApril = std::chrono::sys_days{std::chrono::year{2020} / 4 / 2};
const Date kMay = std::chrono::sys_days{std::chrono::year{2020} / 5 / 2};

}  // namespace

TEST_CASE("Shared desks and their line are scaled to the area's share of the residents, at all dates") {
    for (const char* area : {"county = \"03\"\nshared_desks = \"scale\"\n",
                             "municipalities = [\"0301\"]\nshared_desks = \"scale\"\n"}) {
        REQUIRE(problems_of(two_counties(area)) == "");
        const Scenario s = read(two_counties(area)).scenario.value();
        CHECK(agents(s).at(kMarch) == 2.5);
        CHECK(agents(s).at(kApril) == 5);
        CHECK(line(s).at(kMarch) == 2);
        CHECK(line(s).at(kApril) == 1);  // room for at least one
        CHECK(line(s).at(kMay) == 0);    // no limit stays none
        CHECK(s.desks[static_cast<std::size_t>(DeskKind::casework)].positions.at(kMarch) == 12);
    }
}

TEST_CASE("An area that is the whole table keeps its shared desks, scaled or not") {
    for (const char* area : {"shared_desks = \"scale\"\n", "shared_desks = \"keep\"\n", ""}) {
        REQUIRE(problems_of(two_counties(area)) == "");
        CHECK(agents(read(two_counties(area)).scenario.value()).at(kMarch) == 10);
    }
}

TEST_CASE("A part of the table that keeps its shared desks is warned of") {
    const Files files = two_counties("county = \"03\"\n");
    CHECK(problems_of(files).find("warning: area.county: the shared desks keep their staff for 1 of 2") !=
          std::string::npos);
    CHECK(agents(read(files).scenario.value()).at(kMarch) == 10);
}

TEST_CASE("A municipality's recipients are held against the whole table's, whatever takes part") {
    const double of_all = 80.0 / 4000;
    for (const char* area : {"", "county = \"03\"\n", "county = \"50\"\n"})
        CHECK(read(two_counties(area)).scenario.value().usual_recipients == of_all);
}

TEST_CASE("How shared desks fare is keep or scale") {
    CHECK(problems_of(two_counties("shared_desks = \"half\"\n")).find("needs one of keep, scale") != std::string::npos);
}

TEST_CASE("A day from which all have the digital form comes before a later one of the table, not before an earlier") {
    Files files = two_counties("");
    std::string& table = files["data/municipalities.csv"];
    const auto insert = [&](const std::string& before, const std::string& text) { table.insert(table.find(before), text); };
    insert("\n0301", ",digital_form_from");
    insert("\n5001", ",2020-03-01");
    table.insert(table.rfind('\n'), ",");
    const auto forms = [&] {
        std::vector<std::optional<Date>> days;
        const Scenario scenario = read(files).scenario.value();
        for (const Municipality& m : scenario.municipalities) days.push_back(m.digital_form_from);
        return days;
    };
    const Date first = std::chrono::sys_days{std::chrono::year{2020} / 3 / 1};
    CHECK(forms() == std::vector<std::optional<Date>>{first, std::nullopt});
    files["office.toml"] += "[channel.digital]\nform_from = 2020-04-02\n";
    CHECK(problems_of(files) == "");
    CHECK(forms() == std::vector<std::optional<Date>>{first, kApril});
}
