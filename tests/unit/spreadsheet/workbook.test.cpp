#include <catch2/catch.hpp>

#include <map>
#include <zip.h>

#include "engine/language/tables/pile_table.hpp"
#include "engine/spreadsheet/workbook.hpp"

using namespace skranke;

namespace {

using Parts = std::map<std::string, std::string>;

/// A real archive of these parts.
std::string zipped(const Parts& parts) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    REQUIRE(archive != nullptr);
    for (const auto& [name, text] : parts)
        REQUIRE(zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0) >= 0);
    REQUIRE(zip_close(archive) == 0);
    REQUIRE(zip_source_open(target) == 0);
    std::string bytes(static_cast<std::size_t>([&] {
                          zip_source_seek(target, 0, SEEK_END);
                          return zip_source_tell(target);
                      }()),
                      '\0');
    zip_source_seek(target, 0, SEEK_SET);
    REQUIRE(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

/// A workbook of two sheets, the second with these cells.
Parts workbook(const std::string& rows, const std::string& book_properties = "") {
    return {
        {"xl/workbook.xml", "<workbook xmlns:r=\"r\">" + book_properties +
                                "<sheets><sheet name=\"Forside\" sheetId=\"1\" r:id=\"rId1\"/>"
                                "<sheet name=\"Saker\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
         "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
        {"xl/sharedStrings.xml", "<sst><si><t>received</t></si><si><t>service</t></si><si><r><t>muni</t></r><r><t>cipality</t></r>"
                                 "<rPh><t>x</t></rPh></si><si><t xml:space=\"preserve\"> Råd &amp; veiledning </t></si></sst>"},
        {"xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy hh:mm\"/></numFmts>"
                          "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"},
        {"xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    };
}

struct Outcome {
    std::optional<Sheet> sheet;
    std::string problems;
};

Outcome read(const std::string& bytes, const std::string& name = "Saker") {
    Problems problems;
    Outcome outcome{read_sheet({"pile.xlsx", bytes}, name, problems), ""};
    for (const Problem& p : problems) outcome.problems += to_text(p) + "\n";
    CHECK(outcome.sheet.has_value() == problems.empty());
    return outcome;
}

Outcome read(const Parts& parts, const std::string& name = "Saker") { return read(zipped(parts), name); }

std::string complaint(const Parts& parts, const std::string& name = "Saker") { return read(parts, name).problems; }

std::string cell(const std::string& inside) { return "<row r=\"7\"><c r=\"B7\" " + inside + "</c></row>"; }

}  // namespace

TEST_CASE("Strings, inline strings, numbers, dates, truth and stored formula values are texts in their places") {
    const Outcome read_back = read(workbook(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>2</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>43892</v></c><c r=\"C3\" t=\"inlineStr\"><is><t>Hei</t></is></c><c r=\"D3\"><v>301</v></c>"
        "<c r=\"E3\" s=\"2\"><v>43892.5</v></c><c r=\"F3\" t=\"b\"><v>1</v></c><c r=\"G3\"><f>1+1</f><v>2.5</v></c>"
        "<c r=\"AA3\" t=\"str\"><f>X</f><v>tekst</v></c><c r=\"AB3\" t=\"s\"><v>3</v></c></row>"));
    REQUIRE(read_back.problems == "");
    const Sheet& sheet = *read_back.sheet;
    CHECK(sheet.name == "Saker");
    REQUIRE(sheet.rows.size() == 2);  // the second is empty
    CHECK(sheet.rows[0].cells == std::vector<std::string>{"received", "municipality"});
    const auto& cells = sheet.rows[1].cells;
    CHECK(sheet.rows[1].number == 3);
    CHECK(std::vector<std::string>(cells.begin(), cells.begin() + 7) ==
          std::vector<std::string>{"2020-03-02", "", "Hei", "301", "2020-03-02 12:00", "yes", "2.5"});
    CHECK(cells[26] == "tekst");
    CHECK(cells[27] == "Råd & veiledning");
}

TEST_CASE("A workbook that counts from 1904 is read so, and prefixes and cells without names do not matter") {
    const Outcome from_1904 = read(workbook("<row><c s=\"1\"><v>42430</v></c><c><v>7</v></c></row>", "<workbookPr date1904=\"1\"/>"));
    CHECK(from_1904.sheet->rows.at(0).cells == std::vector<std::string>{"2020-03-02", "7"});
    Parts prefixed = workbook("");
    prefixed["xl/worksheets/sheet2.xml"] = "<x:worksheet><x:sheetData><x:row r=\"2\"><x:c r=\"A2\"><x:v>5</x:v></x:c></x:row>"
                                           "</x:sheetData></x:worksheet>";
    CHECK(read(prefixed).sheet->rows.at(0).cells.at(0) == "5");
}

TEST_CASE("The first sheet is read unless one is named, and a wrong name is told with those there are") {
    CHECK(read(workbook(""), "").sheet->name == "Forside");
    CHECK(complaint(workbook(""), "Ark1") == "pile.xlsx: has no sheet \"Ark1\" (it has: Forside, Saker)\n");
}

TEST_CASE("Everything wrong with cells is told at once, by row, sheet and cell") {
    CHECK(complaint(workbook("<row r=\"2\"><c r=\"A2\"><f>NOW()</f></c><c r=\"B2\" t=\"e\"><v>#REF!</v></c>"
                             "<c r=\"C2\" t=\"s\"><v>99</v></c><c r=\"D2\" s=\"1\"><v>-3</v></c><c r=\"E2\"><v>x1</v></c></row>")) ==
          "pile.xlsx:2: Saker!A2: holds a formula without its value (open and save the workbook in a spreadsheet program, or "
          "paste values)\n"
          "pile.xlsx:2: Saker!B2: holds the error #REF! (needs a value)\n"
          "pile.xlsx:2: Saker!C2: is damaged: there is no string 99\n"
          "pile.xlsx:2: Saker!D2: -3 is no day (needs a date after 1900)\n"
          "pile.xlsx:2: Saker!E2: is damaged: x1 is no number\n");
    CHECK(complaint(workbook("<row r=\"2\"><c r=\"ZZZZ2\"><v>1</v></c></row>")).find("a cell is called ZZZZ2") != std::string::npos);
}

TEST_CASE("Cells merged over rows are told, those of an empty corner or of one row are not") {
    Parts parts = workbook("");
    const auto merged = [&](const std::string& range) {
        parts["xl/worksheets/sheet2.xml"] = "<worksheet><sheetData>" + cell("><v>1</v>") + "</sheetData><mergeCells><mergeCell ref=\"" +
                                            range + "\"/></mergeCells></worksheet>";
        return complaint(parts);
    };
    CHECK(merged("B7:B9") == "pile.xlsx:7: Saker!B7: cells B7:B9 are merged (unmerge them: every row needs its own values)\n");
    CHECK(merged("B7:D7") == "");
    CHECK(merged("F20:F30") == "");
}

TEST_CASE("What is no workbook, or a broken one, is refused in one sentence") {
    CHECK(read("received;service\n").problems.find("pile.xlsx: is no Excel workbook") == 0);
    CHECK(read("").problems.find("is no Excel workbook") != std::string::npos);
    CHECK(complaint({{"content.xml", "<x/>"}}).find("is no Excel workbook") != std::string::npos);
    const std::string whole = zipped(workbook(cell("><v>1</v>")));
    CHECK(read(whole.substr(0, whole.size() / 2)).problems.find("is no Excel workbook") != std::string::npos);
    for (const char* part : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet2.xml"}) {
        Parts parts = workbook("");
        parts[part] = "<broken";
        CHECK(complaint(parts) == "pile.xlsx: is damaged in its part " + std::string(part) + "\n");
        parts.erase(part);
        CHECK(read(zipped(parts)).problems != "");
    }
}

TEST_CASE("A bomb is not unpacked, and entities are not even looked at") {
    Parts parts = workbook("");
    parts["xl/worksheets/sheet2.xml"] = "<worksheet>" + std::string(65 << 20, ' ') + "</worksheet>";
    const std::string bytes = zipped(parts);
    CHECK(bytes.size() < 200'000);
    CHECK(read(bytes).problems.find("unpacks to more than 64 MB") != std::string::npos);
    parts = workbook("");
    parts["xl/sharedStrings.xml"] = "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>";
    CHECK(complaint(parts).find("has a document type in its part xl/sharedStrings.xml") != std::string::npos);
}

TEST_CASE("Any byte of a workbook may be wrong without harm") {
    const std::string whole = zipped(workbook(cell("t=\"s\"><v>0</v>")));
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
        Problems problems;
        const auto sheet = read_sheet({"pile.xlsx", bytes}, "Saker", problems);
        CHECK((sheet.has_value() || !problems.empty()));
    }
}

TEST_CASE("A pile's mistakes in a sheet are told by cell, and titles may stand above the names") {
    const Outcome sheet = read(workbook(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Åpne saker</t></is></c></row>"
        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>2</v></c></row>"
        "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>advice</t></is></c><c r=\"B4\" t=\"inlineStr\"><is><t>3.2.20</t></is></c></row>"
        "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>advise</t></is></c><c r=\"B5\"><v>43864</v></c><c r=\"C5\"><v>5015</v></c></row>"));
    Scenario s;
    s.start = std::chrono::sys_days{std::chrono::year{2020} / 3 / 2};
    s.services.emplace_back().key = "advice";
    Problems problems;
    read_pile({"pile.xlsx", *sheet.sheet, pile_columns(), problems}, {}, s, problems);
    std::string told;
    for (const Problem& p : problems) told += to_text(p) + "\n";
    CHECK(told ==
          "pile.xlsx:4: Saker!B4: received = \"3.2.20\": needs a date like 2020-03-16 or 2020-03-16 09:30\n"
          "pile.xlsx:4: Saker!C4: municipality = \"\": needs an office or a municipality\n"
          "pile.xlsx:5: Saker!A5: service = \"advise\": unknown service (nearest: advice)\n"
          "pile.xlsx:5: Saker!B5: received = \"43864\": is a plain number (needs a cell with a date format, or a date like "
          "2020-03-16)\n"
          "pile.xlsx:5: Saker!C5: municipality = \"5015\": is not in the table of municipalities\n");
}
