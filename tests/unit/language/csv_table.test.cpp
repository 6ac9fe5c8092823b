#include "engine/language/tables/csv_table.hpp"

#include <catch2/catch.hpp>

#include "engine/language/toml_reader.hpp"

using namespace skranke;

namespace {

std::string printed(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

std::string problems_of(const std::string& text, const CsvColumns& columns = {{"a", "b"}, {"count"}}) {
    Problems problems;
    const CsvTable table{{"t.csv", text}, columns, problems};
    return printed(problems);
}

}  // namespace

TEST_CASE("Quotes, doubled quotes, line breaks in cells, CRLF, BOM and empty lines are read as RFC 4180 says") {
    Problems problems;
    const CsvTable table{{"t.csv",
                          "\xef\xbb\xbf"
                          "a,b\r\n\"x, y\",\"say \"\"hei\"\"\"\r\n\r\n\"two\r\nlines\",\r\nlast,\xc3\xb8"},
                         {{"a", "b"}, {}},
                         problems};
    REQUIRE(problems.empty());
    REQUIRE(table.size() == 3);
    CHECK(table.text(0, "a") == "x, y");
    CHECK(table.text(0, "b") == "say \"hei\"");
    CHECK(table.text(1, "a") == "two\r\nlines");
    CHECK(table.text(1, "b").empty());
    CHECK(table.text(2, "b") == "\xc3\xb8");
    CHECK(table.line(0) == 2);
    CHECK(table.line(1) == 4);
    CHECK(table.line(2) == 6);
    CHECK(table.text(2, "c").empty());
}

TEST_CASE("A table with semicolons may have decimal commas, one with commas may not") {
    Problems problems;
    const CsvTable norwegian{{"t.csv", "a;b\n0,25;x\n"}, {{"a", "b"}, {}}, problems};
    CHECK(norwegian.number(0, "a", 0, 1, problems) == 0.25);
    CHECK(problems.empty());
    const CsvTable english{{"t.csv", "a,b\n\"0,25\",x\n"}, {{"a", "b"}, {}}, problems};
    CHECK_FALSE(english.number(0, "a", 0, 1, problems).has_value());
    CHECK(printed(problems) == "t.csv:2: a = \"0,25\": needs a number from 0 to 1\n");
}

TEST_CASE("Only plain numbers inside their range are numbers") {
    for (const char* cell : {"", "x", "1x", "nan", "inf", "-1", "11", "1e999", " 1", "0x1", "1 000"}) {
        INFO(cell);
        Problems problems;
        const CsvTable table{{"t.csv", "a,b\n" + std::string{cell} + ",x\n"}, {{"a", "b"}, {}}, problems};
        CHECK_FALSE(table.number(0, "a", 0, 10, problems).has_value());
        CHECK(printed(problems).find("needs a number from 0 to 10") != std::string::npos);
    }
    for (const char* cell : {"0", "10", "2.5", "1e1", "1E-3"}) {
        INFO(cell);
        Problems problems;
        const CsvTable table{{"t.csv", "a,b\n" + std::string{cell} + ",x\n"}, {{"a", "b"}, {}}, problems};
        CHECK(table.number(0, "a", 0, 10, problems).has_value());
        CHECK(problems.empty());
    }
}

TEST_CASE("Only real days of the form 2020-03-16 are dates") {
    CHECK(parse_date("2020-02-29") == Date{std::chrono::year{2020} / 2 / 29});
    for (const char* text : {"", "2019-02-29", "2020-13-01", "2020-00-10", "2020-3-16", "16.03.2020", "2020-03-1x",
                             "2020/03/16", "0000-01-01", "-020-01-01", "20200-1-01"})
        CHECK_FALSE(parse_date(text).has_value());
}

TEST_CASE("A missing column is reported with the nearest that is there") {
    CHECK(problems_of("a,bb\n1,2\n") == "t.csv:1: b: missing column (nearest: bb)\n");
    CHECK(problems_of("zebra,elephant\n") == "t.csv:1: a: missing column\nt.csv:1: b: missing column\n");
}

TEST_CASE("An unknown column is left alone, unless it looks like an optional one that is not there") {
    CHECK(problems_of("a,b,something else\n") == "");
    CHECK(problems_of("a,b,coumt\n") == "t.csv:1: warning: coumt: unknown column (nearest: count)\n");
    CHECK(problems_of("a,b,count,coumt\n") == "");
}

TEST_CASE("Broken tables are reported where they break") {
    CHECK(problems_of("") == "t.csv: is empty (needs a line of column names)\n");
    CHECK(problems_of("\xef\xbb\xbf") == "t.csv: is empty (needs a line of column names)\n");
    CHECK(problems_of("a,b\n1\n1,2\n1,2,3\n") ==
          "t.csv:2: has 1 fields, the first line has 2\nt.csv:4: has 3 fields, the first line has 2\n");
    CHECK(problems_of("a,b,a\n") == "t.csv:1: a: names two columns\n");
    CHECK(problems_of("a,b\n1,2\n1,\"2\n3,4\n") == "t.csv:3: opens a quote that is never closed\n");
    CHECK(problems_of("a,b\n1,\xe5\n") == "t.csv: is not UTF-8 text (in Excel: save as \"CSV UTF-8\")\n");
}

TEST_CASE("UTF-8 is told from what only looks like it") {
    CHECK(is_utf8("abc \xc3\xb8 \xe2\x82\xac \xf0\x9f\x98\x80"));
    for (const char* text :
         {"\x80", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88", "\xe2\x82"})
        CHECK_FALSE(is_utf8(text));
}
