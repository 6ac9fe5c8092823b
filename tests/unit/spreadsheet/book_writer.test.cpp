#include "engine/spreadsheet/book_writer.hpp"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "engine/spreadsheet/workbook.hpp"
#include "engine/spreadsheet/zip_archive.hpp"

using namespace skranke;

namespace {

constexpr Date kMonday{std::chrono::year(2020) / 3 / 16};

Book small_book() {
    BookTable table;
    table.columns = {{"Kommunenummer", Look::text}, {"Andel", Look::percent}, {"Dag", Look::day}};
    table.rows = {{std::string("0301"), 0.125, kMonday}, {std::string("5014"), CellValue{}, kMonday + std::chrono::days(1)}};
    BookSheet data{.name = "Data og tall", .lines = {}, .table = table};
    data.charts = {{.kind = BookChart::Kind::lines, .title = "Bilde", .description = "for dem som ikke ser", .categories_name = "x",
                    .values_name = "y", .categories = 0, .series = {1}, .beside = 4, .below = 0}};
    BookSheet first{.name = "Svaret", .lines = {{{std::string("Tittel"), Look::title}}, {}, {{std::string("Data"), Look::text, "Data og tall"}}}};
    return {.title = "T", .subject = "S", .footer = "Ås & Øra", .made = 1'600'000'000, .sheets = {first, data}};
}

std::string bytes_of(const Book& book) {
    auto made = workbook_bytes(book);
    if (const auto* failed = std::get_if<NotWritten>(&made)) FAIL(failed->why);
    return std::get<std::string>(std::move(made));
}

Sheet read_back(const std::string& bytes, const std::string& name) {
    Problems problems;
    const auto sheet = read_sheet({"book.xlsx", bytes}, name, problems);
    for (const Problem& problem : problems) UNSCOPED_INFO(to_text(problem));
    REQUIRE(sheet);
    return *sheet;
}

std::string part(const std::string& bytes, const std::string& name) {
    ZipArchive archive(bytes);
    REQUIRE(archive.is_open());
    return std::get<std::string>(archive.unpack(name));
}

}  // namespace

TEST_CASE("What is written is read back: texts with their zeros, numbers, days, and nothing where there is nothing") {
    const Sheet data = read_back(bytes_of(small_book()), "Data og tall");
    REQUIRE(data.rows.size() == 3);
    REQUIRE(data.rows[0].cells == std::vector<std::string>{"Kommunenummer", "Andel", "Dag"});
    REQUIRE(data.rows[1].cells == std::vector<std::string>{"0301", "0.125", "2020-03-16"});
    REQUIRE(data.rows[2].cells == std::vector<std::string>{"5014", "", "2020-03-17"});
    const Sheet first = read_back(bytes_of(small_book()), "Svaret");
    REQUIRE(first.rows[0].cells.front() == "Tittel");
    REQUIRE(first.rows[1].number == 3);
}

TEST_CASE("The names of a workbook's sheets are known in their order; what is no workbook has none") {
    Problems problems;
    REQUIRE(sheet_names({"book.xlsx", bytes_of(small_book())}, problems) == std::vector<std::string>{"Svaret", "Data og tall"});
    REQUIRE(problems.empty());
    REQUIRE(sheet_names({"note.xlsx", "no workbook"}, problems).empty());
    REQUIRE(problems.size() == 1);
}

TEST_CASE("A workbook is the same to the last byte whenever it is written, and says the time that it was told") {
    const std::string bytes = bytes_of(small_book());
    REQUIRE(bytes == bytes_of(small_book()));
    REQUIRE(part(bytes, "docProps/core.xml").find("2020-09-13T12:26:40Z") != std::string::npos);
    Book later = small_book();
    later.made += 1;
    REQUIRE(bytes != bytes_of(later));
}

TEST_CASE("A table is an Excel table with a filter and a header that stays, and its chart reads its cells") {
    const std::string bytes = bytes_of(small_book());
    REQUIRE(part(bytes, "xl/tables/table1.xml").find("<autoFilter ref=\"A1:C3\"/>") != std::string::npos);
    REQUIRE(part(bytes, "xl/worksheets/sheet2.xml").find("state=\"frozen\"") != std::string::npos);
    const std::string chart = part(bytes, "xl/charts/chart1.xml");
    REQUIRE(chart.find("'Data og tall'!$B$2:$B$3") != std::string::npos);
    REQUIRE(part(bytes, "xl/drawings/drawing1.xml").find("for dem som ikke ser") != std::string::npos);
}

TEST_CASE("Whatever a text begins with it stays a text, and no text leads out of the file") {
    const std::vector<std::string> hostile{"=cmd|'/C calc'!A0", "+47", "-1", "@SUM(A1)", "<script>alert(1)</script>", "\"a\"&'b'",
                                           "http://example.org", "]]>", std::string(40'000, 'x')};
    Book book = small_book();
    BookSheet& sheet = book.sheets.front();
    sheet.lines.clear();
    for (const std::string& text : hostile) sheet.lines.push_back({{text, Look::long_text}, {text, Look::text}});
    book.title = book.footer = hostile.front();
    const std::string bytes = bytes_of(book);
    const Sheet read = read_back(bytes, "Svaret");
    for (std::size_t i = 0; i + 1 < hostile.size(); ++i) {
        CHECK(read.rows[i].cells[0] == hostile[i]);
        CHECK(read.rows[i].cells[1] == hostile[i]);
    }
    REQUIRE(read.rows.back().cells.front().size() == 32'767);
    const std::string xml = part(bytes, "xl/worksheets/sheet1.xml");
    REQUIRE(xml.find("<f>") == std::string::npos);
    REQUIRE(xml.find("<hyperlink") == std::string::npos);
    ZipArchive archive(bytes);
    REQUIRE_FALSE(archive.has("xl/externalLinks/externalLink1.xml"));
    REQUIRE_FALSE(archive.has("xl/worksheets/_rels/sheet1.xml.rels"));
}

TEST_CASE("A row is as high as its largest letters and its longest text of several lines") {
    Book book = small_book();
    book.sheets.front().lines.push_back({{std::string(100, 'x'), Look::long_text}});
    book.sheets.front().widths = {20};
    const std::string xml = part(bytes_of(book), "xl/worksheets/sheet1.xml");
    REQUIRE(xml.find("<row r=\"1\" spans=\"1:1\" ht=\"25.5\" customHeight=\"1\">") != std::string::npos);
    REQUIRE(xml.find("<row r=\"4\" spans=\"1:1\" ht=\"90\" customHeight=\"1\">") != std::string::npos);
    REQUIRE(xml.find("<row r=\"3\" spans=\"1:1\">") != std::string::npos);
}

TEST_CASE("A long text is cut between letters") {
    Book book = small_book();
    std::string letters;
    for (int i = 0; i < 20'000; ++i) letters += "å";
    book.sheets.front().lines = {{{letters, Look::text}}};
    const std::string read = read_back(bytes_of(book), "Svaret").rows.front().cells.front();
    REQUIRE(read == letters.substr(0, 32'766));
}

TEST_CASE("What may be typed into a column stands in the workbook, for the rows that are to be filled in too") {
    Book book = small_book();
    BookTable& table = *book.sheets[1].table;
    table.columns[0].rule = {EntryRule::Kind::choice, {"ja", "nei"}};
    table.columns[0].hint = "Ja eller nei";
    table.columns[1].rule = {EntryRule::Kind::number, {}, 0, 24};
    table.spare_rows = 8;
    const std::string xml = part(bytes_of(book), "xl/worksheets/sheet2.xml");
    REQUIRE(xml.find("sqref=\"A2:A11\"") != std::string::npos);
    REQUIRE(xml.find("<formula1>\"ja,nei\"</formula1>") != std::string::npos);
    REQUIRE(xml.find("prompt=\"Ja eller nei\"") != std::string::npos);
    REQUIRE(xml.find("<formula1>0</formula1><formula2>24</formula2>") != std::string::npos);
}

TEST_CASE("A workbook that was cut short for want of room is not handed out") {
    Book book = small_book();
    for (int row = 0; row < 2000; ++row) book.sheets[1].table->rows.push_back({std::to_string(row), row / 7.0, kMonday});
    REQUIRE_FALSE(bytes_of(book).empty());
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{30'000, limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto made = workbook_bytes(book);
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, before);
    REQUIRE(std::holds_alternative<NotWritten>(made));
}
