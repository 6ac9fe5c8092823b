#include <algorithm>
#include <optional>

#include "engine/report/map/cartogram.hpp"
#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/places/map_parts.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/screen_table.hpp"

namespace skranke::page {
namespace {

constexpr double kWidth = 720, kSide = 24, kMargin = 4;  // kSide: room for names left and right
constexpr double kPhoneFont = 22, kDeskFont = 14;        // as in the style sheet; a phone shows them at half size
constexpr double kLetter = 0.54;                         // mean width of a letter / font size

constexpr Phrase kTitle{"Kommune for kommune", "Kommune for kommune", "Municipality by municipality"};
constexpr Phrase kMapCaption{
    "Andel udekte behov for lokale tjenester. Hver sirkel er en kommune: arealet er folketallet, plassen er omtrent "
    "der kommunen ligger. Tabellen under har de samme tallene.",
    "Del udekte behov for lokale tenester. Kvar sirkel er ein kommune: arealet er folketalet, plassen er omtrent der "
    "kommunen ligg. Tabellen under har dei same tala.",
    "Share of needs for local services that go unmet. Each circle is a municipality: its area is the population, its "
    "place roughly where it lies. The table below has the same numbers."};
constexpr Phrase kTooFew{"for få behov", "for få behov", "too few needs"};
Cartogram layout(const Summary& summary) {
    std::vector<CartogramPlace> places;
    for (std::size_t p = 1; p < summary.places.size(); ++p)
        places.push_back({summary.places[p].lon, summary.places[p].lat, summary.places[p].population});
    return dorling_cartogram(places, kWidth);
}

struct LabelBox {
    double left, right, top, bottom;
};

bool meets(const LabelBox& box, const Circle& c) {
    const double dx = c.x - std::clamp(c.x, box.left, box.right);
    const double dy = c.y - std::clamp(c.y, box.top, box.bottom);
    return dx * dx + dy * dy < c.r * c.r;
}

bool meets(const LabelBox& a, const LabelBox& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// Writes names into circles that are wide enough, beside those where there is room, and the
// municipality's number into the rest where that fits.
class Labels {
  public:
    Labels(const Summary& summary, const Cartogram& drawing) : summary_(summary), drawing_(drawing) {}

    std::string all(const Classes& classes) {
        std::string out;
        for (std::size_t i = 0; i < drawing_.circles.size(); ++i) {
            const PlaceSummary& place = summary_.places[i + 1];
            const auto rate = rate_of(place);
            const char* ink = rate ? shade_of(classes.of(*rate)).ink : "#202733";
            out += label(i, place, rate, ink);
        }
        return out;
    }

  private:
    static double width_of(const std::string& text, double font) {
        return kLetter * font * static_cast<double>(screen_width(text));
    }
    // \param lift  in lines: how far the text's middle stands above `y`
    static std::string text(const std::string& css, double x, double y, double lift, const std::string& ink,
                            const Text& words) {
        return svg_texts(words, "class=\"" + css + "\" x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" dy=\"" +
                                    coordinate(0.35 - 1.1 * lift) + "em\" fill=\"" + ink + "\"");
    }

    std::string label(std::size_t i, const PlaceSummary& place, std::optional<double> rate, const std::string& ink) {
        const Circle& c = drawing_.circles[i];
        const double room = 1.85 * c.r;
        const Text name = Text::same(place.name);
        if (width_of(place.name, kDeskFont) <= room) {
            const std::string css = width_of(place.name, kPhoneFont) <= room ? "in big" : "in";
            if (!rate || c.r < 1.6 * kPhoneFont) return text(css, c.x, c.y, 0, ink, name);
            return text(css, c.x, c.y, 0.5, ink, name) +
                   text(css, c.x, c.y, -0.5, ink, Text::of([&](Lang l) { return percent(*rate, 1, l); }));
        }
        const std::size_t space = place.name.find(' ');
        if (space != std::string::npos) {
            const std::string first = place.name.substr(0, space), rest = place.name.substr(space + 1);
            if (std::max(width_of(first, kDeskFont), width_of(rest, kDeskFont)) <= 0.9 * room)
                return text("in", c.x, c.y, 0.5, ink, Text::same(first)) +
                       text("in", c.x, c.y, -0.5, ink, Text::same(rest));
        }
        if (const auto beside = place_beside(c, width_of(place.name, kDeskFont)))
            return text(beside->css, beside->x, beside->y, 0, "#202733", name);
        if (width_of(place.number, kDeskFont) > room) return {};
        return text("in", c.x, c.y, 0, ink, Text::same(place.number));
    }

    struct Beside {
        const char* css;
        double x, y;
    };
    std::optional<Beside> place_beside(const Circle& c, double width) {
        const double half = kDeskFont / 2, gap = 3;
        const std::array<std::pair<LabelBox, Beside>, 4> options{{
            {{c.x + c.r + gap, c.x + c.r + gap + width, c.y - half, c.y + half}, {"right", c.x + c.r + gap, c.y}},
            {{c.x - c.r - gap - width, c.x - c.r - gap, c.y - half, c.y + half}, {"left", c.x - c.r - gap, c.y}},
            {{c.x - width / 2, c.x + width / 2, c.y + c.r + gap, c.y + c.r + gap + kDeskFont},
             {"in", c.x, c.y + c.r + gap + half}},
            {{c.x - width / 2, c.x + width / 2, c.y - c.r - gap - kDeskFont, c.y - c.r - gap},
             {"in", c.x, c.y - c.r - gap - half}},
        }};
        for (const auto& [box, beside] : options) {
            if (box.left < -kSide || box.right > kWidth + kSide || box.top < 0 || box.bottom > drawing_.height)
                continue;
            const auto hits = [&box = box](const auto& other) { return meets(box, other); };
            if (std::any_of(drawing_.circles.begin(), drawing_.circles.end(), hits)) continue;
            if (std::any_of(taken_.begin(), taken_.end(), hits)) continue;
            taken_.push_back(box);
            return beside;
        }
        return {};
    }

    const Summary& summary_;
    const Cartogram& drawing_;
    std::vector<LabelBox> taken_;
};

std::string circle_markup(const Circle& c, const std::string& attributes) {
    return "<circle cx=\"" + coordinate(c.x) + "\" cy=\"" + coordinate(c.y) + "\" r=\"" + coordinate(c.r) + "\"" +
           attributes;
}

// Invisible circles on top, one set for each language, that tell name and rate and lead to the
// section; left out of the keyboard's way because the table has the same links.
std::string tooltips(const Summary& summary, const Cartogram& drawing) {
    std::string out;
    for (const Lang l : {Lang::nb, Lang::en}) {
        out += std::string("<g lang=\"") + (l == Lang::en ? "en" : "no") + "\">";
        for (std::size_t i = 0; i < drawing.circles.size(); ++i) {
            const PlaceSummary& place = summary.places[i + 1];
            out += "<a href=\"#" + anchor_of(place) + "\" tabindex=\"-1\">" +
                   circle_markup(drawing.circles[i], " class=\"hit\"><title>") + escaped(rate_told(place, l)) +
                   "</title></circle></a>";
        }
        out += "</g>";
    }
    return out;
}

std::string cartogram(const Summary& summary) {
    const Cartogram drawing = layout(summary);
    const Classes classes = rate_classes(summary);
    std::string circles;
    for (std::size_t i = 0; i < drawing.circles.size(); ++i) {
        const auto rate = rate_of(summary.places[i + 1]);
        circles += circle_markup(drawing.circles[i],
                                 std::string(" fill=\"") + (rate ? shade_of(classes.of(*rate)).fill : "#fff") + "\"/>");
    }
    return "<figure class=\"map\"><figcaption id=\"map-caption\">" + spans(kMapCaption) + "</figcaption>" +
           rate_legend(summary, classes) +
           layered("map-caption",
                   coordinate(-kSide) + " " + coordinate(-kMargin) + " " + coordinate(drawing.width + 2 * kSide) + " " +
                       coordinate(drawing.height + 2 * kMargin),
                   "<g class=\"circles\">" + circles + "</g>" + Labels(summary, drawing).all(classes), tooltips(summary, drawing)) +
           "</figure>\n";
}

}  // namespace

std::optional<double> rate_of(const PlaceSummary& place) {
    const OutcomeSummary& o = place.local;
    if (!is_shown(o) || !o.unmet_rate.valid) return {};
    return o.unmet_rate.value;
}

std::string layered(const std::string& caption, const std::string& view_box, const std::string& picture, const std::string& links) {
    return "<div class=\"layers\"><svg role=\"img\" aria-labelledby=\"" + caption + "\" viewBox=\"" + view_box + "\">" + picture +
           "</svg><svg aria-hidden=\"true\" viewBox=\"" + view_box + "\">" + links + "</svg></div>";
}

Classes rate_classes(const Summary& summary) {
    std::vector<double> rates;
    for (std::size_t p = 1; p < summary.places.size(); ++p)
        if (const auto rate = rate_of(summary.places[p])) rates.push_back(*rate);
    return classes_for(rates);
}

std::string rate_told(const PlaceSummary& place, Lang lang) {
    const auto rate = rate_of(place);
    return place.name + ": " + (rate ? percent(*rate, 1, lang) : kTooFew.in(lang));
}

std::string rate_legend(const Summary& summary, const Classes& classes) {
    const double step = classes.count() == 0 ? 1.0 : classes.breaks[1] - classes.breaks[0];
    const int decimals = step > 0.0099 ? 0 : 1;
    std::string items;
    for (std::size_t k = 0; k < classes.count(); ++k) {
        items +=
            std::string("<li><span class=\"swatch\" style=\"background:") + shade_of(k).fill + "\"></span>" +
            spans_of([&](Lang l) { return percent_interval(classes.breaks[k], classes.breaks[k + 1], decimals, l); }) +
            "</li>";
    }
    const bool any_too_few = std::any_of(summary.places.begin() + 1, summary.places.end(), [](const PlaceSummary& p) { return !rate_of(p); });
    if (any_too_few) items += "<li><span class=\"swatch\"></span>" + spans(kTooFew) + "</li>";
    return "<ul class=\"legend\">" + items + "</ul>";
}

std::string map_part(const Input& in) {
    return "<h2 id=\"map\">" + spans(kTitle) + "</h2>\n" +
           (has_sections(in.summary) ? cartogram(in.summary) + border_map(in) : "") + place_table(in.summary);
}

}  // namespace skranke::page
