// Beginning with the real pile: how it is written down, and everything that can be wrong with it.

#include <catch2/catch.hpp>

#include "mini_office.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

/// The mini office, a second office in its municipality and a neighbour, and these rows of open cases.
Files piled(const std::string& rows, const std::string& header = "received,service,municipality,office,group,priority,urgent,documents_missing\n") {
    Files files = with("[tables]\n", "[start]\nopen_cases = \"pile.csv\"\n[tables]\n");
    files["data/municipalities.csv"] += "5001,Big,50,Other,3000,600,1800,600,10.4,63.4,Big\n";
    files["data/offices.csv"] = "office_id,office,municipality,resident_share\n0001,NAV Mini,0301,0.75\n0002,NAV Nord,0301,0.25\n0002,NAV Nord,5001,1\n";
    files["pile.csv"] = header + rows;
    return files;
}

std::vector<OpenCase> pile_of(const Files& files) {
    REQUIRE(problems_of(files) == "");
    return read(files).scenario.value().pile;
}

}  // namespace

TEST_CASE("A row has what is known of a case, and leaves the rest to chance") {
    const auto pile = pile_of(piled("2020-02-28,ordinary,0301,0002,everyone,2,,yes\n2020-02-28 13:45,Vanlig sak,5001,,,,ja,nei\n"
                                    "2019-12-24T08:00:30,emergency,,NAV Nord,,,no,\n"));
    REQUIRE(pile.size() == 3);
    const Date start = std::chrono::sys_days{std::chrono::year{2020} / 3 / 2};
    CHECK(pile[0].received == start - std::chrono::days{3});
    CHECK(pile[0].office == 1);
    CHECK(pile[0].municipality == 0);
    CHECK(pile[0].group == 0u);
    CHECK(pile[0].priority == 2);
    CHECK(pile[0].documents == Documents::missing);
    CHECK(pile[1].received == start - std::chrono::days{3} + std::chrono::minutes{13 * 60 + 45});
    CHECK(pile[1].municipality == 1);
    CHECK(pile[1].office == 1);
    CHECK(pile[1].service == 0);
    CHECK_FALSE(pile[1].group);
    CHECK(pile[1].priority == 1);  // the verdict's urgent_priority
    CHECK(pile[1].documents == Documents::complete);
    CHECK(pile[2].office == 1);
    CHECK(pile[2].priority == -1);
    CHECK(pile[2].documents == Documents::by_chance);
}

TEST_CASE("Rows that name only a municipality are shared out among its offices as its residents are") {
    std::string rows;
    for (int i = 0; i < 8; ++i) rows += "2020-02-03,ordinary,301\n";
    int second = 0;
    for (const OpenCase& one : pile_of(piled(rows, "received,service,municipality\n"))) second += one.office == 1;
    CHECK(second == 2);
}

TEST_CASE("Rows of municipalities outside the area are left out") {
    Files files = piled("2020-02-03,ordinary,5001\n2020-02-03,ordinary,0301\n", "received,service,municipality\n");
    files["office.toml"] += "[area]\ncounty = \"03\"\nshared_desks = \"scale\"\n";
    CHECK(pile_of(files).size() == 1);
}

TEST_CASE("Every row that cannot be right is told, all at once") {
    CHECK(problems_of(piled("3.2.2020,ordinary,0301,,,,,\n2020-03-02,ordinary,0301,,,,,\n2017-01-01,ordinary,0301,,,,,\n"
                            "2020-02-03,ordinery,0302,,anyone,9,maybe,\n2020-02-03,ordinary,5001,0001,,,,\n2020-02-03,ordinary,,,,,,\n"
                            "2020-02-03,ordinary,,0003,,1,yes,\n2020-02-03 25:00,ordinary,0301,,,1.5,,\n")) ==
          "pile.csv:2: received = \"3.2.2020\": needs a date like 2020-03-16 or 2020-03-16 09:30\n"
          "pile.csv:3: received = \"2020-03-02\": is not before the scenario's start, 2020-03-02 (later cases arise in the simulation)\n"
          "pile.csv:4: received = \"2017-01-01\": is more than 104 weeks before the scenario's start (the oldest day is 2018-03-05)\n"
          "pile.csv:5: service = \"ordinery\": unknown service (nearest: ordinary)\n"
          "pile.csv:5: group = \"anyone\": unknown group (known: Alle)\n"
          "pile.csv:5: urgent = \"maybe\": needs yes or no, or nothing if it is not known\n"
          "pile.csv:5: priority = \"9\": needs a number from 0 to 7\n"
          "pile.csv:5: municipality = \"0302\": is not in the table of municipalities (nearest: 0301)\n"
          "pile.csv:6: municipality = \"5001\": is not served by office 0001\n"
          "pile.csv:7: office = \"\": needs an office or a municipality\n"
          "pile.csv:8: priority = \"1\": stands beside urgent (one of the two)\n"
          "pile.csv:8: office = \"0003\": is not among the offices of this area (nearest: 0001)\n"
          "pile.csv:9: received = \"2020-02-03 25:00\": needs a date like 2020-03-16 or 2020-03-16 09:30\n"
          "pile.csv:9: priority = \"1.5\": needs a whole number from 0 to 7\n");
    CHECK(problems_of(piled("2020-02-03,Vanleg sak,0301\n", "received,service,municipality\n")) ==
          "pile.csv:2: service = \"Vanleg sak\": unknown service (nearest: Vanlig sak)\n");
    CHECK(problems_of(piled("2020-02-03,ordinary\n", "received,service\n")) ==
          "pile.csv:1: office: missing column: needs office, municipality or both\n");
    CHECK(problems_of(piled("2020-02-03,ordinary,0301\n", "recieved,service,municipality\n")) ==
          "pile.csv:1: received: missing column (nearest: recieved)\n");
}

TEST_CASE("A pile takes the place of a warm-up, and a workbook needs somebody who can read it") {
    Files files = piled("2020-02-03,ordinary,0301\n", "received,service,municipality\n");
    files["office.toml"].replace(files["office.toml"].find("weeks = 26"), 10, "weeks = 26\nwarm_up_weeks = 4");
    CHECK(problems_of(files) ==
          "office.toml:9: time.warm_up_weeks = 4: stands beside start.open_cases (choose one: a warm-up makes a pile, open_cases "
          "brings the real one; warm_up_weeks = 0)\n");
    CHECK(problems_of(piled("2020-02-03,ordinary,0301\n", "received,service,municipality\n"), {"time.weeks=481"}) ==
          "--set: time.weeks = 481: with open_cases at most 480\n");
    CHECK(problems_of(piled(""), {"start.sheet=\"Saker\""}).find("is for workbooks (open_cases is no .xlsx file)") != std::string::npos);
    files = piled("");
    files["pile.xlsx"] = "PK";
    CHECK(problems_of(files, {"start.open_cases=\"pile.xlsx\""}).find("workbooks cannot be read here (save the sheet as CSV)") !=
          std::string::npos);
}

TEST_CASE("A scenario keeps what it was read with") {
    const Scenario s = read(piled("2020-02-03,ordinary,0301\n", "received,service,municipality\n")).scenario.value();
    REQUIRE(s.inputs.size() == 3);
    CHECK(s.inputs[0].name == "data/municipalities.csv");
    CHECK(s.inputs[2].name == "pile.csv");
    CHECK(s.inputs[2].content == "received,service,municipality\n2020-02-03,ordinary,0301\n");
}
