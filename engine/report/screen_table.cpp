#include "engine/report/screen_table.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace skranke {
namespace {

constexpr std::size_t kNarrow = 80;
constexpr std::size_t kWide = 120;

enum class Align { left, right };

struct Column {
    std::string name;
    std::size_t width;
    Align align;
};

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Combining diacritical marks, U+0300 to U+036F: bytes CC 80 to CD AF.
bool is_combining(const std::string& text, std::size_t i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first != 0xCC && first != 0xCD) return false;
    return i + 1 < text.size() && (first == 0xCC || static_cast<unsigned char>(text[i + 1]) <= 0xAF);
}

// At most `width` characters, the last one an ellipsis if some were cut off. Control characters,
// which could move the cursor, become spaces.
std::string fitted(const std::string& text, std::size_t width) {
    std::string out;
    const bool cut = screen_width(text) > width;
    std::size_t used = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t next = i + 1;
        while (next < text.size() && is_continuation(static_cast<unsigned char>(text[next]))) ++next;
        if (!is_combining(text, i) && used++ == (cut ? width - 1 : width)) break;
        const auto byte = static_cast<unsigned char>(text[i]);
        out += byte < 0x20 || byte == 0x7F ? " " : text.substr(i, next - i);
        i = next;
    }
    return cut ? out + "…" : out;
}

std::string cell(const std::string& text, const Column& column) {
    const std::string shown = fitted(text, column.width);
    const std::string space(column.width - screen_width(shown), ' ');
    return column.align == Align::left ? shown + space : space + shown;
}

std::string line(const std::vector<std::string>& cells, const std::vector<Column>& columns) {
    std::string out;
    for (std::size_t c = 0; c < columns.size(); ++c) out += (c == 0 ? "" : " ") + cell(cells[c], columns[c]);
    out.erase(out.find_last_not_of(' ') + 1);
    return out + "\n";
}

// The first letters of the three heads, which stand above their symbols.
std::string initials(Lang lang) {
    static constexpr Phrase kInitials{"T S I", "T S I", "A H C"};
    return kInitials.in(lang);
}

std::vector<Column> columns_for(std::size_t width, Lang lang) {
    static constexpr Phrase kAccess{"Når noen", "Når nokon", "Access"};
    static constexpr Phrase kHandling{"Avgjort", "Avgjort", "Decided"};
    std::vector<Column> columns{{words::kMunicipality.in(lang), 18, Align::left},
                                {words::kNeeds.in(lang), 7, Align::right},
                                {words::kUnmet.in(lang), 8, Align::right},
                                {"95 %", 11, Align::right},
                                {words::kOnTime.in(lang), 7, Align::right},
                                {kAccess.in(lang), 9, Align::right},
                                {kHandling.in(lang), 7, Align::right},
                                {initials(lang), 5, Align::left}};
    if (width >= kWide) columns.push_back({words::kWorstReason.in(lang), 39, Align::left});
    return columns;
}

std::vector<std::string> cells_of(const PlaceSummary& p, Lang lang, bool with_reason) {
    const OutcomeSummary& o = p.local;
    const bool shown = is_shown(o);
    std::string discs;
    for (const HeadVerdict& head : p.verdict)
        discs += (discs.empty() ? "" : " ") + std::string(symbol_of(certainty_of(head.holds)));
    std::vector<std::string> cells{
        name_of(p, lang),
        needs_of(o, lang),
        shown ? percent_of(o.unmet_rate, lang) : kUnknown,
        shown ? interval_of(o.unmet_rate, lang) : kUnknown,
        shown ? percent_of(o.on_time_share, lang) : kUnknown,
        shown && o.access_mean_min.valid ? short_duration(o.access_p90_min.value, lang) : kUnknown,
        shown && o.handling_mean_min.valid ? short_duration(o.handling_p90_min.value, lang) : kUnknown,
        discs};
    if (with_reason) {
        const bool any = shown && o.unmet_total() > 0;
        cells.push_back(any ? words_of(o.worst_reason()).in(lang) : words::kNoReason.in(lang));
    }
    return cells;
}

std::string key_to_symbols(Lang lang) {
    static constexpr Phrase kHeadsKey{"Holder reglene? T = tilgjengelighet, S = saksbehandling, I = innhold og omfang",
                                      "Held reglane? T = tilgjenge, S = saksbehandling, I = innhald og omfang",
                                      "Do the rules hold? A = availability, H = case handling, C = content and extent"};
    static constexpr Phrase kTimesKey{"Lokale tjenester. Når noen, Avgjort: 9 av 10 innen denne tiden.",
                                      "Lokale tenester. Når nokon, Avgjort: 9 av 10 innan denne tida.",
                                      "Local services. Access, Decided: 9 in 10 within this time."};
    static constexpr std::array<const char*, kCertainties> kFrom{"90", "67", "33", "10", ""};
    std::string symbols;
    for (std::size_t c = 0; c < kCertainties; ++c) {
        const auto certainty = static_cast<Certainty>(c);
        symbols += (c == 0 ? "" : "  ") + std::string(symbol_of(certainty)) + " " + words_of(certainty).in(lang);
        if (*kFrom[c] != '\0') symbols += std::string(" ≥") + kFrom[c] + " %";
    }
    return std::string(kTimesKey.in(lang)) + "\n" + kHeadsKey.in(lang) + "\n" + symbols + "\n";
}

}  // namespace

std::size_t screen_width(const std::string& text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!is_continuation(static_cast<unsigned char>(text[i])) && !is_combining(text, i)) ++width;
    return width;
}

std::vector<std::size_t> worst_first(const Summary& summary) {
    std::vector<std::size_t> order(summary.places.size() > 1 ? summary.places.size() - 1 : 0);
    std::iota(order.begin(), order.end(), std::size_t{1});
    const auto rate = [&](std::size_t i) {
        const OutcomeSummary& o = summary.places[i].local;
        return is_shown(o) && o.unmet_rate.valid ? o.unmet_rate.value : -1.0;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (rate(a) != rate(b)) return rate(a) > rate(b);
        return summary.places[a].name < summary.places[b].name;
    });
    return order;
}

std::string screen_table(const Summary& summary, Lang lang, int columns) {
    const std::size_t width = columns < static_cast<int>(kNarrow) ? kNarrow : static_cast<std::size_t>(columns);
    const std::vector<Column> shape = columns_for(width, lang);
    std::vector<std::string> names;
    std::size_t used = shape.size() - 1;
    for (const Column& column : shape) {
        names.push_back(column.name);
        used += column.width;
    }
    std::string rule;
    for (std::size_t i = 0; i < used; ++i) rule += "─";
    std::string out = line(names, shape) + rule + "\n";
    if (summary.places.empty()) return out;
    out += line(cells_of(summary.places.front(), lang, width >= kWide), shape) + rule + "\n";
    for (const std::size_t i : worst_first(summary))
        out += line(cells_of(summary.places[i], lang, width >= kWide), shape);
    return out + rule + "\n" + key_to_symbols(lang);
}

}  // namespace skranke
