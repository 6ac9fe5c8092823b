#include "engine/report/columns.hpp"

#include <algorithm>

#include "engine/report/screen_table.hpp"

namespace skranke {

void append_column(std::vector<std::string>& lines, const std::vector<std::string>& cells, Side side) {
    std::size_t width = 0;
    for (const std::string& cell : cells) width = std::max(width, screen_width(cell));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string space(width - screen_width(cells[i]), ' ');
        lines[i] += (lines[i].empty() ? "" : "  ") + (side == Side::left ? cells[i] + space : space + cells[i]);
    }
}

std::string shortened(std::string text, std::size_t width) {
    if (screen_width(text) <= width) return text;
    while (screen_width(text) >= width) {
        while ((static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
        text.pop_back();
    }
    return text + "…";
}

}  // namespace skranke
