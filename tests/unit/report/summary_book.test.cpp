#include "engine/report/workbook/summary_book.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "tests/unit/report/tiny_report.hpp"

using namespace skranke;

namespace {

Book book_of(const Summary& summary = test::summary(), Lang lang = Lang::nb, const Scenario& scenario = test::scenario()) {
    return summary_book(scenario, summary, test::provenance(), lang);
}

const BookSheet& sheet(const Book& book, const std::string& name) {
    for (const BookSheet& s : book.sheets)
        if (s.name == name) return s;
    FAIL("no sheet " + name);
    return book.sheets.front();
}

/// The cell of a row under a header.
CellValue at(const BookSheet& of, std::size_t row, const std::string& header) {
    for (std::size_t c = 0; c < of.table->columns.size(); ++c)
        if (of.table->columns[c].header == header) return of.table->rows.at(row).at(c);
    FAIL("no column " + header);
    return {};
}

bool says(const BookSheet& of, const std::string& text) {
    for (const auto& line : of.lines)
        for (const BookCell& cell : line)
            if (const auto* words = std::get_if<std::string>(&cell.value); words && words->find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("The workbook begins with the answer in words, then leads to every other sheet") {
    const Book book = book_of();
    const BookSheet& first = book.sheets.front();
    REQUIRE(first.name == "Svaret");
    for (const char* text : {"Et lite fylke", "Holder det?", "ikke kontrollert mot målte ventetider", "10,0", "Tilgjengelighet", "Trolig",
                             "Bare 20 simulerte"})
        CHECK(says(first, text));
    for (std::size_t s = 1; s < book.sheets.size(); ++s) {
        std::size_t links = 0;
        for (const auto& line : first.lines)
            for (const BookCell& cell : line) links += cell.sheet == book.sheets[s].name ? 1 : 0;
        CHECK(links == 1);
    }
}

TEST_CASE("Numbers of municipalities are texts, shares are shares, needs are needs") {
    const Book book = book_of();
    const BookSheet& places = sheet(book, "Kommuner");
    REQUIRE(places.table->rows.size() == 3);
    REQUIRE(at(places, 1, "Kommunenummer") == CellValue{std::string("0301")});
    REQUIRE(at(places, 1, "Udekket, lokale") == CellValue{0.123});
    REQUIRE(at(places, 1, "Lokale behov") == CellValue{200.0});
    REQUIRE(at(places, 1, "Når noen, 9 av 10 innen (timer)") == CellValue{5.0});
    REQUIRE(at(places, 1, "Avgjort, 9 av 10, høy (dager)") == CellValue{21.0});
    REQUIRE(at(places, 1, "Saksbehandling holder (sannsynlighet)") == CellValue{0.75});
}

TEST_CASE("What is too few to be told is told nowhere in the workbook") {
    Summary summary = test::summary();
    PlaceSummary& few = summary.places[1];
    few.local.needs = 3;
    for (OutcomeSummary& o : few.groups) o.needs = 3;
    for (OutcomeSummary& o : few.services) o.needs = 3;
    const Book book = book_of(summary);
    const CellValue nothing{};
    REQUIRE(at(sheet(book, "Kommuner"), 1, "Lokale behov") == CellValue{std::string("<4")});
    for (const char* header : {"Udekket, lokale", "Vanligste grunn", "I tide, lokale", "Når noen, gjennomsnitt (timer)"})
        CHECK(at(sheet(book, "Kommuner"), 1, header) == nothing);
    for (const char* header : {"Udekket", "Udekket, lav", "Mer udekket enn andre (prosentpoeng)", "Vanligste grunn"})
        CHECK(at(sheet(book, "Grupper"), 2, header) == nothing);
    for (const char* header : {"Udekket", "9 av 10 når noen innen (timer)", "9 av 10 avgjort innen (dager)", "I tide"})
        CHECK(at(sheet(book, "Tjenester"), 2, header) == nothing);
    CHECK(at(sheet(book, "Grunner per kommune"), 1, "stengt dør eller telefon") == nothing);
    CHECK_FALSE(at(sheet(book, "Grunner per kommune"), 2, "stengt dør eller telefon") == nothing);
}

TEST_CASE("Weeks have a row each, end on Sundays, and are drawn with their band") {
    const Book book = book_of();
    const BookSheet& weeks = sheet(book, "Uker");
    REQUIRE(weeks.table->rows.size() == 2);
    REQUIRE(at(weeks, 1, "Uke") == CellValue{11.0});
    REQUIRE(at(weeks, 0, "Til og med") == CellValue{Date{std::chrono::year(2020) / 3 / 8}});
    REQUIRE(at(weeks, 1, "Åpne saker, lokale tjenester, midten") == CellValue{234.0});
    REQUIRE(weeks.charts.size() == 2);
    REQUIRE(weeks.charts.front().series == std::vector<std::size_t>{2, 3, 4});
    REQUIRE(sheet(book, "Uker per kommune").table->columns.back().header == "Uke 11, 2020");
}

TEST_CASE("Reasons stand by how many they turn away") {
    const Book book = book_of();
    REQUIRE(at(sheet(book, "Grunner"), 0, "Grunn") == CellValue{std::string("stengt dør eller telefon")});
    REQUIRE(at(sheet(book, "Grunner"), 0, "Del av de udekte") == CellValue{1.0});
    REQUIRE(sheet(book, "Grunner").charts.size() == 1);
}

TEST_CASE("One municipality needs no sheets that compare municipalities") {
    Scenario scenario = test::scenario();
    scenario.municipalities.resize(1);
    Summary summary = test::summary();
    summary.places.resize(2);
    for (const BookSheet& s : book_of(summary, Lang::en, scenario).sheets) CHECK(s.name.find("by municipality") == std::string::npos);
}

TEST_CASE("Every language gives names that Excel takes: sheets of at most 31 letters, headers that differ") {
    Summary summary = test::summary();
    for (PlaceSummary& place : summary.places) place.open_local_cases.resize(120);
    summary.places.front().open_state_cases.resize(120);
    summary.places.front().unmet_local.resize(120);
    summary.policies.resize(1);
    Scenario scenario = test::scenario();
    scenario.policies.resize(1);
    std::set<std::string> answers;
    for (const Lang lang : kLangs) {
        const Book book = book_of(summary, lang, scenario);
        std::set<std::string> names;
        for (const BookSheet& s : book.sheets) {
            names.insert(s.name);
            CHECK(s.name.size() <= 31);
            CHECK(s.name.find_first_of("[]:*?/\\'") == std::string::npos);
            if (!s.table) continue;
            std::set<std::string> headers;
            for (const BookColumn& column : s.table->columns) headers.insert(column.header);
            CHECK(headers.size() == s.table->columns.size());
            for (const auto& row : s.table->rows) CHECK(row.size() == s.table->columns.size());
        }
        CHECK(names.size() == book.sheets.size());
        answers.insert(book.sheets.back().name + book.sheets.front().name);
    }
    REQUIRE(answers.size() == 2);  // "Svaret" and "Opphav" are the same in both Norwegian languages
}

TEST_CASE("The workbook says where it comes from, on a sheet and at the foot of each page") {
    const Book book = book_of(test::summary(), Lang::en);
    const BookSheet& origin = sheet(book, "Provenance");
    std::string all;
    for (const auto& row : origin.table->rows) all += std::get<std::string>(row[1]) + "\n";
    for (const char* text : {"Skranke 0.1.0", "abc", "skranke run tiny.toml", "00000000000012ab", "42", "00000000000034cd (time)",
                             "2026-01-02T03:04:05Z", "20"})
        CHECK(all.find(text) != std::string::npos);
    REQUIRE(book.footer == "Skranke 0.1.0 · tiny · 00000000000034cd");
    REQUIRE(book.made == 1'767'323'045);
}
