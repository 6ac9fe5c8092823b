#include "engine/document/docx_writer.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <pugixml.hpp>
#include <sstream>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

using pugi::xml_node;

constexpr const char* kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr const char* kWordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr int kLine = 9638;  // twentieths of a point between the margins of an A4 page

/// How a role looks; sizes in half points.
struct Style {
    TextRole role;
    const char *id, *name;
    int size, before, after;
    bool bold;
    const char *colour, *fill;
    int outline;  ///< level of a heading; -1 = none
};
constexpr std::array<Style, 7> kStyles{{{TextRole::title, "Title", "Title", 40, 0, 120, true, "16202A", nullptr, -1},
                                        {TextRole::heading, "Heading1", "heading 1", 30, 360, 120, true, "1F5F8B", nullptr, 0},
                                        {TextRole::subheading, "Heading2", "heading 2", 25, 240, 80, true, "1F5F8B", nullptr, 1},
                                        {TextRole::body, "Normal", "Normal", 21, 0, 80, false, nullptr, nullptr, -1},
                                        {TextRole::item, "ListItem", "List Item", 21, 0, 40, false, nullptr, nullptr, -1},
                                        {TextRole::caveat, "Caveat", "Caveat", 21, 80, 120, false, nullptr, "FFF1D6", -1},
                                        {TextRole::strong, "Strong", "Strong Text", 21, 0, 60, true, nullptr, nullptr, -1}}};

/// Without the characters that XML 1.0 does not have.
std::string plain(const std::string& text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out),
                 [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n'; });
    return out;
}

xml_node add(xml_node parent, const char* name) { return parent.append_child(name); }

/// An element with one attribute, the usual form here.
xml_node add(xml_node parent, const char* name, const char* attribute, const std::string& value) {
    xml_node node = parent.append_child(name);
    node.append_attribute(attribute) = value.c_str();
    return node;
}

void set_shading(xml_node properties, const char* fill) {
    xml_node shading = add(properties, "w:shd", "w:val", "clear");
    shading.append_attribute("w:color") = "auto";
    shading.append_attribute("w:fill") = fill;
}

void add_text(xml_node run, const std::string& text) {
    xml_node node = add(run, "w:t", "xml:space", "preserve");
    node.text().set(plain(text).c_str());
}

void add_paragraph(xml_node parent, const Paragraph& paragraph) {
    xml_node p = add(parent, "w:p");
    const auto style = std::find_if(kStyles.begin(), kStyles.end(), [&](const Style& s) { return s.role == paragraph.role; });
    add(add(p, "w:pPr"), "w:pStyle", "w:val", style->id);
    add_text(add(p, "w:r"), (paragraph.role == TextRole::item ? "– " : "") + paragraph.text);
}

void add_borders(xml_node properties) {
    xml_node borders = add(properties, "w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
        xml_node border = add(borders, side, "w:val", "single");
        border.append_attribute("w:sz") = 4;
        border.append_attribute("w:space") = 0;
        border.append_attribute("w:color") = "A9B5BF";
    }
}

int width_of(double share) { return static_cast<int>(std::lround(share * kLine)); }

void add_cell(xml_node row, double share, const char* fill, const DocumentCell& cell) {
    xml_node tc = add(row, "w:tc");
    xml_node properties = add(tc, "w:tcPr");
    add(properties, "w:tcW", "w:w", std::to_string(width_of(share))).append_attribute("w:type") = "dxa";
    if (fill != nullptr) set_shading(properties, fill);
    for (const Paragraph& paragraph : cell) add_paragraph(tc, paragraph);
    if (cell.empty()) add(tc, "w:p");  // a cell must end with a paragraph
}

void add_table(xml_node body, const DocumentTable& table) {
    xml_node tbl = add(body, "w:tbl");
    xml_node properties = add(tbl, "w:tblPr");
    add(properties, "w:tblW", "w:w", std::to_string(kLine)).append_attribute("w:type") = "dxa";
    add_borders(properties);
    add(properties, "w:tblLayout", "w:type", "fixed");
    xml_node grid = add(tbl, "w:tblGrid");
    for (const double share : table.widths) add(grid, "w:gridCol", "w:w", std::to_string(width_of(share)));
    if (!table.header.empty()) {
        SKRANKE_EXPECT(table.header.size() == table.widths.size());
        xml_node row = add(tbl, "w:tr"), row_properties = add(row, "w:trPr");
        add(row_properties, "w:cantSplit");
        add(row_properties, "w:tblHeader");
        for (std::size_t c = 0; c < table.widths.size(); ++c)
            add_cell(row, table.widths[c], "DCE6EE", {{TextRole::strong, table.header[c]}});
    }
    for (const auto& cells : table.rows) {
        SKRANKE_EXPECT(cells.size() == table.widths.size());
        xml_node row = add(tbl, "w:tr");
        for (std::size_t c = 0; c < cells.size(); ++c) add_cell(row, table.widths[c], nullptr, cells[c]);
    }
    add_paragraph(body, {TextRole::body, ""});
}

std::string text_of(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

/// A part of the package: declaration and root element with its namespaces.
xml_node begin(pugi::xml_document& document, const char* root, const char* prefix, const std::string& space) {
    xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    return add(document, root, prefix, space);
}

std::string body_part(const TextDocument& from) {
    pugi::xml_document document;
    xml_node root = begin(document, "w:document", "xmlns:w", kMain);
    root.append_attribute("xmlns:r") = (std::string(kOffice) + "relationships").c_str();
    xml_node body = add(root, "w:body");
    for (const auto& part : from.parts) {
        if (const auto* paragraph = std::get_if<Paragraph>(&part)) add_paragraph(body, *paragraph);
        else add_table(body, std::get<DocumentTable>(part));
    }
    xml_node section = add(body, "w:sectPr");
    add(section, "w:footerReference", "w:type", "default").append_attribute("r:id") = "rId2";
    xml_node size = add(section, "w:pgSz", "w:w", "11906");
    size.append_attribute("w:h") = 16838;
    xml_node margins = add(section, "w:pgMar");
    for (const char* side : {"w:top", "w:right", "w:bottom", "w:left"}) margins.append_attribute(side) = 1134;
    for (const char* side : {"w:header", "w:footer"}) margins.append_attribute(side) = 567;
    margins.append_attribute("w:gutter") = 0;
    return text_of(document);
}

void add_style(xml_node root, const Style& style) {
    xml_node node = add(root, "w:style", "w:type", "paragraph");
    if (style.role == TextRole::body) node.append_attribute("w:default") = "1";
    node.append_attribute("w:styleId") = style.id;
    add(node, "w:name", "w:val", style.name);
    if (style.role != TextRole::body) add(node, "w:basedOn", "w:val", "Normal");
    if (style.outline >= 0) add(node, "w:next", "w:val", "Normal");
    add(node, "w:qFormat");
    xml_node paragraph = add(node, "w:pPr");
    if (style.outline >= 0) add(paragraph, "w:keepNext");
    if (style.fill != nullptr) set_shading(paragraph, style.fill);
    add(paragraph, "w:spacing", "w:before", std::to_string(style.before)).append_attribute("w:after") = style.after;
    if (style.role == TextRole::item) add(paragraph, "w:ind", "w:left", "227").append_attribute("w:hanging") = 227;
    if (style.outline >= 0) add(paragraph, "w:outlineLvl", "w:val", std::to_string(style.outline));
    xml_node run = add(node, "w:rPr");
    if (style.bold) add(run, "w:b");
    if (style.colour != nullptr) add(run, "w:color", "w:val", style.colour);
    add(run, "w:sz", "w:val", std::to_string(style.size));
}

std::string styles_part(const TextDocument& from) {
    pugi::xml_document document;
    xml_node root = begin(document, "w:styles", "xmlns:w", kMain);
    xml_node run = add(add(add(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
    xml_node fonts = add(run, "w:rFonts", "w:ascii", "Calibri");
    fonts.append_attribute("w:hAnsi") = "Calibri";
    fonts.append_attribute("w:cs") = "Calibri";
    add(run, "w:lang", "w:val", from.language);
    for (const Style& style : kStyles) add_style(root, style);
    return text_of(document);
}

std::string footer_part(const TextDocument& from) {
    pugi::xml_document document;
    xml_node p = add(begin(document, "w:ftr", "xmlns:w", kMain), "w:p");
    add_text(add(p, "w:r"), from.footer + "   ");
    add_text(add(add(p, "w:fldSimple", "w:instr", " PAGE "), "w:r"), "1");
    return text_of(document);
}

std::string types_part() {
    pugi::xml_document document;
    xml_node root = begin(document, "Types", "xmlns", std::string(kPackage) + "content-types");
    const auto add_type = [&](const char* kind, const char* key, const char* of, const std::string& type) {
        add(root, kind, key, of).append_attribute("ContentType") = type.c_str();
    };
    add_type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
    add_type("Default", "Extension", "xml", "application/xml");
    add_type("Override", "PartName", "/word/document.xml", std::string(kWordTypes) + "document.main+xml");
    add_type("Override", "PartName", "/word/styles.xml", std::string(kWordTypes) + "styles+xml");
    add_type("Override", "PartName", "/word/footer1.xml", std::string(kWordTypes) + "footer+xml");
    add_type("Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    return text_of(document);
}

struct Link {
    const char* id;
    std::string type;
    const char* target;
};

std::string links_part(const std::vector<Link>& links) {
    pugi::xml_document document;
    xml_node root = begin(document, "Relationships", "xmlns", std::string(kPackage) + "relationships");
    for (const Link& link : links) {
        xml_node node = add(root, "Relationship", "Id", link.id);
        node.append_attribute("Type") = link.type.c_str();
        node.append_attribute("Target") = link.target;
    }
    return text_of(document);
}

std::string properties_part(const TextDocument& from) {
    pugi::xml_document document;
    xml_node root = begin(document, "cp:coreProperties", "xmlns:cp", std::string(kPackage) + "metadata/core-properties");
    root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
    root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
    add(root, "dc:title").text().set(plain(from.title).c_str());
    add(root, "dc:creator").text().set("Skranke");
    add(root, "dc:language").text().set(from.language.c_str());
    if (!from.made.empty()) add(root, "dcterms:created", "xsi:type", "dcterms:W3CDTF").text().set(from.made.c_str());
    return text_of(document);
}

/// The parts in one archive, in memory, all of the same age.
std::string packed(const std::vector<std::pair<const char*, std::string>>& parts) {
    constexpr zip_uint16_t kTime = 0, kDay = (0 << 9) | (1 << 5) | 1;  // 1 January 1980, the first that archives know
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    SKRANKE_EXPECT(archive != nullptr);
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
        zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), kTime, kDay, 0);
    }
    const bool closed = zip_close(archive) == 0;
    SKRANKE_EXPECT(closed);
    std::string bytes;
    std::array<char, 1 << 16> block{};
    zip_source_open(target);
    for (zip_int64_t got = 0; (got = zip_source_read(target, block.data(), block.size())) > 0;)
        bytes.append(block.data(), static_cast<std::size_t>(got));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

}  // namespace

std::string docx_bytes(const TextDocument& document) {
    const std::string links = std::string(kOffice) + "relationships/";
    return packed({{"[Content_Types].xml", types_part()},
                   {"_rels/.rels", links_part({{"rId1", links + "officeDocument", "word/document.xml"},
                                               {"rId2", std::string(kPackage) + "relationships/metadata/core-properties", "docProps/core.xml"}})},
                   {"word/document.xml", body_part(document)},
                   {"word/styles.xml", styles_part(document)},
                   {"word/footer1.xml", footer_part(document)},
                   {"word/_rels/document.xml.rels", links_part({{"rId1", links + "styles", "styles.xml"}, {"rId2", links + "footer", "footer1.xml"}})},
                   {"docProps/core.xml", properties_part(document)}});
}

}  // namespace skranke
