#pragma once
/// \file
/// Small pieces of HTML: escaped text, text in three languages of which the reader sees one, and
/// table cells. The page's style sheet hides the languages that were not chosen.
///
/// Form    a text that differs by language becomes one <span lang> each; where bokmål and nynorsk
///         agree they share one, marked with their macrolanguage "no" (BCP 47); a text that is the
///         same in all three gets no span.
/// Errors  none: whatever comes in as text is escaped, so nothing in it can become markup.

#include <string>
#include <string_view>

#include "engine/report/wording.hpp"

namespace skranke {

/// & < > " ' as character references, control characters as spaces.
std::string escaped(std::string_view text);

/// The text in all three languages.
std::string spans(const Text& text);

/// The same as SVG text elements. \param attributes  of each, as markup
std::string svg_texts(const Text& text, const std::string& attributes);

/// \param make  called with each language for the text
template <class Make>
std::string spans_of(Make make) {
    return spans(Text::of(make));
}

/// `<tag class="css">content</tag>`; without class if `css` is empty. \param content  markup
std::string element(std::string_view tag, std::string_view css, const std::string& content);

/// A number cell of a table row; most cells are, so it goes without a class. \param content  markup
inline std::string number_cell(const std::string& content) { return element("td", "", content); }
inline std::string text_cell(const std::string& content) { return element("td", "t", content); }

struct ColumnName {
    Text name;
    const char* css = "";  ///< "n" for a column of numbers
};
/// The header row of a table.
std::string header_row(std::initializer_list<ColumnName> names);

/// A table with caption inside a box that scrolls sideways, reachable by keyboard.
/// \param id  unique in the page \param caption, head, body  markup
std::string table(const std::string& id, const std::string& caption, const std::string& head, const std::string& body);

/// A disc filled by how certain the verdict is, refers to disc_symbols(); hidden from screen
/// readers, so words must stand beside it.
std::string disc(Certainty certainty);
/// The five discs, to stand once in the page.
std::string disc_symbols();

/// Disc, word and probability, e.g. "◕ Trolig 78 %".
std::string verdict_words(const ShareEstimate& holds);

/// A number with at most one decimal, for coordinates.
std::string coordinate(double value);

}  // namespace skranke
