#include "engine/document/docx_writer.hpp"

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "engine/spreadsheet/zip_archive.hpp"

using namespace skranke;

namespace {

TextDocument small_document() {
    DocumentTable table{.widths = {0.25, 0.75}, .header = {"Tema", "Funn"}, .rows = {{{{TextRole::strong, "Årsak"}}, {}}}};
    return {.title = "T", .language = "nb-NO", .footer = "Ås & Øra", .made = "2026-01-02T03:04:05Z",
            .parts = {Paragraph{TextRole::title, "Tittel"}, Paragraph{TextRole::heading, "Først"}, table}};
}

std::string part(const std::string& bytes, const std::string& name) {
    ZipArchive archive(bytes);
    REQUIRE(archive.is_open());
    const auto content = archive.unpack(name);
    REQUIRE(std::holds_alternative<std::string>(content));
    return std::get<std::string>(content);
}

/// A part as XML; what is not well-formed fails the test.
pugi::xml_document parsed(const std::string& bytes, const std::string& name) {
    pugi::xml_document document;
    const std::string text = part(bytes, name);
    REQUIRE(document.load_buffer(text.data(), text.size()));
    return document;
}

}  // namespace

TEST_CASE("A document has every part that its list of types and its links name, each well-formed") {
    const std::string bytes = docx_bytes(small_document());
    const auto types = parsed(bytes, "[Content_Types].xml");
    std::size_t named = 0;
    for (const auto& type : types.child("Types").children("Override")) {
        parsed(bytes, std::string(type.attribute("PartName").value()).substr(1));
        ++named;
    }
    REQUIRE(named == 4);
    for (const char* links : {"_rels/.rels", "word/_rels/document.xml.rels"}) {
        const auto listed = parsed(bytes, links);
        for (const auto& link : listed.child("Relationships").children("Relationship")) {
            const std::string folder = std::string(links).substr(0, std::string(links).find("_rels"));
            CHECK_NOTHROW(part(bytes, folder + link.attribute("Target").value()));
            CHECK(link.attribute("TargetMode").empty());
        }
    }
}

TEST_CASE("Headings make an outline, and every style that a paragraph has is there") {
    const std::string bytes = docx_bytes(small_document());
    const auto styles = parsed(bytes, "word/styles.xml");
    const auto document = parsed(bytes, "word/document.xml");
    std::size_t paragraphs = 0;
    for (const auto& found : document.select_nodes("//w:pStyle")) {
        const std::string id = found.node().attribute("w:val").value();
        CHECK(styles.child("w:styles").find_child_by_attribute("w:style", "w:styleId", id.c_str()));
        ++paragraphs;
    }
    REQUIRE(paragraphs >= 5);
    const auto heading = styles.child("w:styles").find_child_by_attribute("w:style", "w:styleId", "Heading1");
    REQUIRE(std::string(heading.child("w:pPr").child("w:outlineLvl").attribute("w:val").value()) == "0");
}

TEST_CASE("A table has a header row that says so, a grid as wide as its rows, and no cell without a paragraph") {
    const std::string bytes = docx_bytes(small_document());
    const auto document = parsed(bytes, "word/document.xml");
    const auto table = document.child("w:document").child("w:body").child("w:tbl");
    REQUIRE(table.child("w:tr").child("w:trPr").child("w:tblHeader"));
    const auto cells = [](const pugi::xml_node& row) { return std::distance(row.children("w:tc").begin(), row.children("w:tc").end()); };
    for (const auto& row : table.children("w:tr")) {
        CHECK(cells(row) == 2);
        for (const auto& cell : row.children("w:tc")) CHECK(cell.child("w:p"));
    }
    REQUIRE(table.next_sibling("w:p"));  // Word wants one after a table
}

TEST_CASE("A text stays a text whatever is in it, without the characters that XML has no room for") {
    TextDocument document = small_document();
    document.parts = {Paragraph{TextRole::body, "<script>&amp; \"]]>\x01\x1b=1+1"}};
    document.title = document.footer = "<w:t>&";
    const std::string bytes = docx_bytes(document);
    REQUIRE(std::string(parsed(bytes, "word/document.xml").select_node("//w:t").node().text().get()) == "<script>&amp; \"]]>=1+1");
    REQUIRE(part(bytes, "word/document.xml").find("<script>") == std::string::npos);
    REQUIRE(std::string(parsed(bytes, "docProps/core.xml").select_node("//dc:title").node().text().get()) == "<w:t>&");
}

TEST_CASE("A document is the same to the last byte whenever it is written, and says when it was made and in which language") {
    const std::string bytes = docx_bytes(small_document());
    REQUIRE(bytes == docx_bytes(small_document()));
    REQUIRE(part(bytes, "docProps/core.xml").find("2026-01-02T03:04:05Z") != std::string::npos);
    REQUIRE(part(bytes, "word/styles.xml").find("nb-NO") != std::string::npos);
}
