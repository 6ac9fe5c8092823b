#include "engine/report/markup.hpp"

#include <charconv>

namespace skranke {
namespace {

// One element for each different text, in the languages that share it.
std::string by_language(const Text& text, const std::string& open, const std::string& close) {
    const auto one = [&](const char* lang, Lang which) {
        return open + " lang=\"" + lang + "\">" + escaped(text.in(which)) + close;
    };
    if (text.in(Lang::nb) != text.in(Lang::nn)) return one("nb", Lang::nb) + one("nn", Lang::nn) + one("en", Lang::en);
    return one("no", Lang::nb) + one("en", Lang::en);
}

bool is_same(const Text& text) {
    return text.in(Lang::nb) == text.in(Lang::nn) && text.in(Lang::nb) == text.in(Lang::en);
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return out;
}

std::string spans(const Text& text) {
    return is_same(text) ? escaped(text.in(Lang::nb)) : by_language(text, "<span", "</span>");
}

std::string svg_texts(const Text& text, const std::string& attributes) {
    const std::string open = "<text " + attributes;
    return is_same(text) ? open + ">" + escaped(text.in(Lang::nb)) + "</text>" : by_language(text, open, "</text>");
}

std::string element(std::string_view tag, std::string_view css, const std::string& content) {
    std::string out = "<" + std::string(tag);
    if (!css.empty()) out += " class=\"" + std::string(css) + "\"";
    return out + ">" + content + "</" + std::string(tag) + ">";
}

std::string header_row(std::initializer_list<ColumnName> names) {
    std::string cells;
    for (const ColumnName& column : names) {
        const std::string css = *column.css == '\0' ? "" : std::string(" class=\"") + column.css + "\"";
        cells += "<th scope=\"col\"" + css + ">" + spans(column.name) + "</th>";
    }
    return "<thead><tr>" + cells + "</tr></thead>\n";
}

std::string table(const std::string& id, const std::string& caption, const std::string& head, const std::string& body) {
    return "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + id + "\"><table><caption id=\"" +
           id + "\">" + caption + "</caption>\n" + head + "<tbody>\n" + body + "</tbody></table></div>\n";
}

std::string disc(Certainty certainty) {
    return "<svg class=\"disc\" aria-hidden=\"true\"><use href=\"#d" + std::to_string(static_cast<int>(certainty)) +
           "\"/></svg>";
}

std::string disc_symbols() {
    // Full, three quarters, half, a quarter and nothing, clockwise from the top.
    static constexpr std::array<const char*, kCertainties> kFilled{
        "<circle cx=\"8\" cy=\"8\" r=\"6.5\" fill=\"currentColor\"/>",
        "<path d=\"M8 8V1.5A6.5 6.5 0 1 1 1.5 8Z\" fill=\"currentColor\"/>",
        "<path d=\"M8 8V1.5A6.5 6.5 0 0 1 8 14.5Z\" fill=\"currentColor\"/>",
        "<path d=\"M8 8V1.5A6.5 6.5 0 0 1 14.5 8Z\" fill=\"currentColor\"/>", ""};
    std::string out = "<svg class=\"symbols\" aria-hidden=\"true\">";
    for (std::size_t c = 0; c < kCertainties; ++c) {
        out += "<symbol id=\"d" + std::to_string(c) +
               "\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\" fill=\"#fff\" stroke=\"currentColor\" "
               "stroke-width=\"1.5\"/>" +
               kFilled[c] + "</symbol>";
    }
    return out + "</svg>\n";
}

std::string verdict_words(const ShareEstimate& holds) {
    const Certainty certainty = certainty_of(holds);
    return disc(certainty) + " " + spans(words_of(certainty)) + " " +
           element("span", "soft", spans_of([&](Lang l) { return percent(holds.value(), 0, l); }));
}

std::string coordinate(double value) {
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 1).ptr;
    std::string text(buffer.data(), end);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

}  // namespace skranke
