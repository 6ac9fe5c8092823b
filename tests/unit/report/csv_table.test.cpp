#include "engine/report/csv_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "tests/unit/report/tiny_report.hpp"

using namespace skranke;

namespace {

std::vector<std::string> rows_of(const std::string& text) {
    std::vector<std::string> rows;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        rows.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return rows;
}

}  // namespace

TEST_CASE("The whole table of two municipalities is known byte by byte") {
    const std::string expected =
        "\xEF\xBB\xBFKommunenummer;Kommune;Innbyggere;Lokale behov;Udekket, lokale (%);Udekket, lokale, lav (%);"
        "Udekket, lokale, høy (%);Vanligste grunn;I tide, lokale (%);Når noen, gjennomsnitt (timer);"
        "Når noen, 9 av 10 innen (timer);Når noen, 9 av 10, lav (timer);Når noen, 9 av 10, høy (timer);"
        "Avgjort, gjennomsnitt (dager);Avgjort, 9 av 10 innen (dager);Avgjort, 9 av 10, lav (dager);"
        "Avgjort, 9 av 10, høy (dager);"
        "Tilgjengelighet holder (sannsynlighet %);Saksbehandling holder (sannsynlighet %);"
        "Innhold og omfang holder (sannsynlighet %);Statlige behov;Udekket, statlige (%);Udekket, statlige, lav (%);"
        "Udekket, statlige, høy (%);Alle behov;Udekket, alle (%);Udekket, alle, lav (%);Udekket, alle, høy (%);"
        "Ikke ferdige ved slutten\r\n"
        ";Testland;3000;300,0;10,00;9,00;11,00;stengt dør eller telefon;80,00;1,50;5,00;4,00;6,00;10,00;20,00;19,00;21,00;75,0;75,0;75,0;"
        "600,0;5,00;4,00;6,00;900,0;7,00;6,00;8,00;2,0\r\n"
        "\"=\"\"0301\"\"\";Ås;2000;200,0;12,30;11,30;13,30;stengt dør eller telefon;80,00;1,50;5,00;4,00;6,00;10,00;20,00;19,00;21,00;75,0;"
        "75,0;75,0;400,0;5,00;4,00;6,00;600,0;7,00;6,00;8,00;2,0\r\n"
        "\"=\"\"5014\"\"\";Øra;1000;100,0;4,50;3,50;5,50;stengt dør eller "
        "telefon;80,00;1,50;5,00;4,00;6,00;10,00;20,00;19,00;21,00;75,0;75,0;"
        "75,0;200,0;5,00;4,00;6,00;300,0;7,00;6,00;8,00;2,0\r\n"
        "\r\n"
        "# Modellresultat, ikke kontrollert mot målte ventetider. Alle tall er gjennomsnitt per simulert forløp.\r\n"
        "# Skranke 0.1.0 (abc)\r\n"
        "# Scenario: tiny 00000000000012ab\r\n"
        "# Simulerte forløp: 20\r\n"
        "# Seed: 42\r\n"
        "# Fingerprint: 00000000000034cd (time)\r\n"
        "# skranke run tiny.toml\r\n"
        "# 2026-01-02T03:04:05Z\r\n";
    REQUIRE(csv_table(test::summary(), test::provenance(), Lang::nb) == expected);
}

TEST_CASE("Names that Excel would run as formulas are neutralised") {
    REQUIRE(csv_field("=HYPERLINK(1)") == "'=HYPERLINK(1)");
    REQUIRE(csv_field("+47") == "'+47");
    REQUIRE(csv_field("-1") == "'-1");
    REQUIRE(csv_field("@SUM") == "'@SUM");
    REQUIRE(csv_field("  =1") == "'  =1");
    REQUIRE(csv_field("\t=1") == "'\t=1");
    REQUIRE(csv_field("\r\n=1") == "\"'\r\n=1\"");
    REQUIRE(csv_field("Ås") == "Ås");
}

TEST_CASE("Separators, quotes and line ends inside a name stay inside its field") {
    REQUIRE(csv_field("a;b") == "\"a;b\"");
    REQUIRE(csv_field("a\"b") == "\"a\"\"b\"");
    Summary summary = test::summary();
    summary.places[1].number = "1\";=1";
    const std::string row = rows_of(csv_table(summary, test::provenance()))[2];
    REQUIRE(row.rfind("\"=\"\"1\"\"\"\";=1\"\"\";Ås;", 0) == 0);  // ="1"";=1" to Excel: one text
}

TEST_CASE("What is not known or stands for too few is left empty, in rows that keep their length") {
    Summary summary = test::summary();
    summary.places[1].local.needs = 3;
    summary.places[2].local.unmet_rate = {0.045, -std::numeric_limits<double>::infinity(),
                                          std::numeric_limits<double>::infinity(), true};
    summary.places[2].local.handling_mean_min = {};
    const auto lines = rows_of(csv_table(summary, test::provenance()));
    REQUIRE(lines[2].find(";<4;;;;;;") != std::string::npos);
    REQUIRE(lines[3].find(";4,50;;;stengt") != std::string::npos);
    const auto fields = std::count(lines[0].begin(), lines[0].end(), ';');
    for (std::size_t i = 1; i <= 3; ++i) REQUIRE(std::count(lines[i].begin(), lines[i].end(), ';') == fields);
}

TEST_CASE("The header speaks the chosen language") {
    REQUIRE(csv_table(test::summary(), test::provenance(), Lang::en).find("Municipality number;Municipality;") == 3);
    REQUIRE(csv_table(test::summary(), test::provenance(), Lang::nn).find("Innbyggjarar") != std::string::npos);
}
