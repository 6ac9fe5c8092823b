#pragma once
/// \file
/// Documents for Word and LibreOffice (.docx) as bytes: the same for the same document, wherever and whenever written.
///
/// Form    A4, styles that a reader may change, headings that make an outline, header rows that screen readers know.
/// Range   characters that XML has no room for are left out.
/// Source  ECMA-376-1 (2016), part 17 (WordprocessingML); libzip, pugixml.

#include <string>

#include "engine/document/document.hpp"

namespace skranke {

std::string docx_bytes(const TextDocument& document);

}  // namespace skranke
