#pragma once
/// \file
/// Tables for terminals, put together column by column.
///
/// Units   characters as screen_width() counts them.

#include <string>
#include <vector>

namespace skranke {

enum class Side { left, right };

/// Adds a cell to each line, as wide as the widest of them. \param cells  as many as lines
void append_column(std::vector<std::string>& lines, const std::vector<std::string>& cells, Side side);

/// Without what does not fit, with a mark that something is missing.
std::string shortened(std::string text, std::size_t width);

}  // namespace skranke
