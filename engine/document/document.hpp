#pragma once
/// \file
/// A document as somebody means it: headings, paragraphs and tables in their order, before it is written (docx_writer.hpp).
///
/// Units   widths of columns as shares of the line.
/// Range   a table has as many widths as cells in each row; texts may hold anything.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace skranke {

enum class TextRole : std::uint8_t { title, heading, subheading, body, item, caveat, strong };

struct Paragraph {
    TextRole role = TextRole::body;
    std::string text;
};

using DocumentCell = std::vector<Paragraph>;

struct DocumentTable {
    std::vector<double> widths;
    std::vector<std::string> header;  ///< repeated on each page; empty = none
    std::vector<std::vector<DocumentCell>> rows;
};

struct TextDocument {
    std::string title;
    std::string language;  ///< BCP 47, e.g. "nb-NO": what spelling is checked in
    std::string footer;    ///< on every page, before its number
    std::string made;      ///< ISO 8601, UTC
    std::vector<std::variant<Paragraph, DocumentTable>> parts;
};

}  // namespace skranke
