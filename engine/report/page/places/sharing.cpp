#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kLink{"Lenke til {0}", "Lenke til {0}", "Link to {0}"};
constexpr Phrase kPrint{"Skriv ut denne kommunen", "Skriv ut denne kommunen", "Print this municipality"};
constexpr Phrase kCopy{"Kopier lenken", "Kopier lenkja", "Copy the link"};
constexpr Phrase kShare{"Del", "Del", "Share"};
constexpr Phrase kCopied{"Kopiert.", "Kopiert.", "Copied."};

std::string button(const char* act, const Phrase& words) {
    return std::string("<button type=\"button\" data-act=\"") + act + "\">" + spans(words) + "</button>";
}

}  // namespace

std::string sharing_line(const PlaceSummary& place) {
    return "<p class=\"share\"><a href=\"#" + anchor_of(place) + "\">" +
           spans_of([&](Lang l) { return fill(kLink.in(l), {place.name}); }) + "</a></p>";
}

std::string sharing_buttons() {
    return "<template id=\"skranke-share\">" + button("print", kPrint) + button("copy", kCopy) + button("share", kShare) +
           "<span role=\"status\" class=\"soft\"></span><template>" + spans(kCopied) + "</template></template>\n";
}

}  // namespace skranke::page
