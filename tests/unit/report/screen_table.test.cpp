#include "engine/report/screen_table.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/unit/report/tiny_report.hpp"

using namespace skranke;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("No line is wider than the terminal, in any language") {
    Summary summary = test::summary();
    summary.places[1].name = "Et kommunenavn som er mye lengre enn det er plass til på en linje";
    summary.places[1].local.needs = 12'345'678;
    for (const Lang lang : kLangs) {
        for (const int columns : {80, 120, 200}) {
            for (const std::string& line : lines_of(screen_table(summary, lang, columns)))
                REQUIRE(screen_width(line) <= static_cast<std::size_t>(std::min(columns, 120)));
        }
    }
}

TEST_CASE("Names with letters of several bytes leave the columns aligned") {
    const auto lines = lines_of(screen_table(test::summary(), Lang::nb, 80));
    const auto column = [](const std::string& line, const char* mark) {
        return screen_width(line.substr(0, line.find(mark)));
    };
    REQUIRE(lines[4].rfind("Ås ", 0) == 0);
    REQUIRE(lines[2].rfind("Testland ", 0) == 0);
    REQUIRE(column(lines[4], "80,0") == column(lines[2], "80,0"));
    REQUIRE(screen_width("Snåase") == 6);
    REQUIRE(screen_width("a\u030A") == 1);  // a with a combining ring
}

TEST_CASE("The whole area comes first, then the municipality with the worst rate") {
    Summary summary = test::summary();
    summary.places.push_back(test::place("5001", "Verst", 10, 50, 0.5));
    summary.places.push_back(test::place("5002", "Nesten tom", 10, 2, 0.9));
    REQUIRE(worst_first(summary) == std::vector<std::size_t>{3, 1, 2, 4});
    const std::string text = screen_table(summary, Lang::nb, 80);
    REQUIRE(text.find("Testland") < text.find("Verst"));
    REQUIRE(text.find("Verst") < text.find("Ås"));
    REQUIRE(text.find("<4") != std::string::npos);
    REQUIRE(text.find("90,0") == std::string::npos);
}

TEST_CASE("A wide terminal adds the most common reason") {
    REQUIRE(screen_table(test::summary(), Lang::en, 120).find("door or phone line closed") != std::string::npos);
    REQUIRE(screen_table(test::summary(), Lang::en, 119).find("door or phone line closed") == std::string::npos);
}

TEST_CASE("Control characters in a name do not reach the terminal") {
    Summary summary = test::summary();
    summary.places[1].name = "A\x1b[2Js";
    REQUIRE(screen_table(summary, Lang::nb, 80).find('\x1b') == std::string::npos);
}
