#include <map>

#include "engine/report/markup.hpp"
#include "engine/report/page/places/map_parts.hpp"
#include "engine/report/screen_table.hpp"

namespace skranke::page {
namespace {

constexpr int kFont = 19;          // drawing units, as in the style sheet
constexpr double kLetter = 0.54;   // mean width of a letter / font size
constexpr int kMargin = 6;

constexpr Phrase kCaption{"Andel udekte behov for lokale tjenester, på kartet. Tabellen under har de samme tallene.",
                          "Del udekte behov for lokale tenester, på kartet. Tabellen under har dei same tala.",
                          "Share of needs for local services that go unmet, on the map. The table below has the same numbers."};
constexpr Phrase kMissing{"Uten grense i filen: {0}.", "Utan grense i fila: {0}.", "Without a border in the file: {0}."};

using PlaceOf = std::map<std::string, std::size_t>;  // index into summary.places, by number

PlaceOf places_by_number(const Summary& summary) {
    PlaceOf places;
    for (std::size_t p = 1; p < summary.places.size(); ++p) places.emplace(summary.places[p].number, p);
    return places;
}

std::string name_on(const Outline& outline, const PlaceSummary& place, const std::string& ink) {
    if (kLetter * kFont * static_cast<double>(screen_width(place.name)) > outline.room) return {};
    return svg_texts(Text::same(place.name),
                     "x=\"" + std::to_string(outline.x) + "\" y=\"" + std::to_string(outline.y) + "\" dy=\".35em\" fill=\"" + ink + "\"");
}

/// Invisible outlines on top that tell name and rate; left out of the keyboard's way because the table has the same links.
std::string tooltips(const Input& in, const PlaceOf& places) {
    std::string out;
    for (const Lang l : {Lang::nb, Lang::en}) {
        out += std::string("<g lang=\"") + (l == Lang::en ? "en" : "no") + "\">";
        for (std::size_t i = 0; i < in.borders->outlines.size(); ++i) {
            const auto place = places.find(in.borders->outlines[i].number);
            if (place == places.end()) continue;
            out += "<a href=\"#" + anchor_of(in.summary.places[place->second]) + "\" tabindex=\"-1\"><use class=\"hit\" href=\"#b" + std::to_string(i) + "\"><title>" +
                   escaped(rate_told(in.summary.places[place->second], l)) + "</title></use></a>";
        }
        out += "</g>";
    }
    return out;
}

std::string missing(const Input& in, PlaceOf places) {
    for (const Outline& outline : in.borders->outlines) places.erase(outline.number);
    std::string names;
    for (const auto& [number, place] : places) names += (names.empty() ? "" : ", ") + in.summary.places[place].name;
    return names.empty() ? "" : element("p", "soft", spans_of([&](Lang l) { return fill(kMissing.in(l), {names}); }));
}

}  // namespace

std::string border_map(const Input& in) {
    if (in.borders == nullptr || in.borders->outlines.empty()) return {};
    const PlaceOf places = places_by_number(in.summary);
    const Classes classes = rate_classes(in.summary);
    std::string outlines, shapes, names;
    for (std::size_t i = 0; i < in.borders->outlines.size(); ++i) {
        const Outline& outline = in.borders->outlines[i];
        const auto place = places.find(outline.number);
        if (place == places.end()) continue;
        const auto rate = rate_of(in.summary.places[place->second]);
        const Shade shade = rate ? shade_of(classes.of(*rate)) : Shade{"#fff", "#202733"};
        outlines += "<path id=\"b" + std::to_string(i) + "\" d=\"" + escaped(outline.path) + "\"/>";
        shapes += "<use href=\"#b" + std::to_string(i) + "\" fill=\"" + shade.fill + "\"/>";
        names += name_on(outline, in.summary.places[place->second], shade.ink);
    }
    const auto coordinates = [](int margin, int width, int height) {
        return std::to_string(-margin) + " " + std::to_string(-margin) + " " + std::to_string(width + 2 * margin) + " " + std::to_string(height + 2 * margin);
    };
    return "<figure class=\"map borders\"><figcaption id=\"border-caption\">" + spans(kCaption) + "</figcaption>" + rate_legend(in.summary, classes) +
           layered("border-caption", coordinates(kMargin, in.borders->width, in.borders->height),
                   "<defs>" + outlines + "</defs><g class=\"shapes\">" + shapes + "</g>" + names, tooltips(in, places)) +
           missing(in, places) + "</figure>\n";
}

}  // namespace skranke::page
