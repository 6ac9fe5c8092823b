#include <algorithm>

#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/text/answer_text.hpp"
#include "engine/report/text/stopping_text.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kFind{"Finn kommunen din", "Finn kommunen din", "Find your municipality"};

// Letters in the order of the Norwegian alphabet, as bytes that compare that way.
std::string sort_key(const std::string& name) {
    std::string key;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte == 0xC3 && i + 1 < name.size()) {
            const auto letter = static_cast<unsigned char>(name[++i]) | 0x20;
            key += letter == 0xA6 ? "z1" : letter == 0xB8 ? "z2" : letter == 0xA5 ? "z3" : "a";
        } else {
            key += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : name[i];
        }
    }
    return key;
}

// A paragraph with the sentence that `make` gives in each language; nothing if it gives none.
template <class Make>
std::string paragraph(const char* look, Make make) {
    const Text text = Text::of(make);
    return text.in(Lang::nb).empty() ? "" : element("p", look, spans(text));
}

std::string lead(const Input& in) {
    const PlaceSummary& area = in.summary.places.front();
    if (!area.local.unmet_rate.valid) return {};
    std::string rest;
    if (const Text why = Text::of([&](Lang l) { return reason_text(area, l); }); !why.in(Lang::nb).empty())
        rest += spans(why) + " ";
    if (const Text times = Text::of([&](Lang l) { return times_text(area, l); }); !times.in(Lang::nb).empty())
        rest += spans(times);
    return paragraph("lead", [&](Lang l) { return unmet_text(area, l); }) + element("p", "", rest) + cure_of(in, 0) +
           paragraph("soft", [&](Lang l) { return controlled_text(in.summary, l); }) + "\n";
}

std::string head_card(const Input& in, Head head) {
    const CertaintyCounts counts = counts_of(in.summary, head);
    const HeadVerdict& area = in.summary.places.front().verdict[static_cast<std::size_t>(head)];
    const Certainty certainty = certainty_of(area.holds);
    std::string out = element("h3", "", spans(words_of(head)));
    out += element("p", "gloss", spans(meaning_of(head)));
    out += element("p", "word", disc(certainty) + " " + spans(words_of(certainty)));
    out += paragraph("", [&](Lang l) { return holds_text(area, l); });
    out += strip(counts) + paragraph("", [&](Lang l) { return places_text(counts, l); });
    out += paragraph("soft", [&](Lang l) { return broken_text(area, head, in.scenario.verdict, l); });
    return element("div", "card", out) + "\n";
}

}  // namespace

std::vector<std::size_t> by_alphabet(const Summary& summary) {
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i < summary.places.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return sort_key(summary.places[a].name) < sort_key(summary.places[b].name);
    });
    return order;
}

std::string anchor_of(const PlaceSummary& place) { return escaped(place.number); }

std::string title_part(const Input& in) {
    const Scenario& s = in.scenario;
    std::string out = element("p", "brand", "Skranke") +
                      element("h1", "", spans_of([&](Lang l) { return name_of(s.title, s.name, l); })) +
                      element("p", "question", spans_of([&](Lang l) { return name_of(s.question, "", l); }));
    out += paragraph("soft", [&](Lang l) { return facts_text(s, in.summary, l); });
    out += element("p", "caveat", spans(words::kModelCaveat));
    if (in.summary.stopping)
        out += paragraph(in.summary.stopping->reached() ? "soft" : "caveat",
                         [&](Lang l) { return stopping_text(*in.summary.stopping, in.summary.replications, l); });
    out += paragraph("caveat", [&](Lang l) { return few_runs_text(in.summary, l); });
    return out;
}

std::string answer_part(const Input& in) {
    std::string out = "<h2 id=\"answer\">" + spans(words::kAnswer) + "</h2>\n" + lead(in);
    std::string cards;
    for (const Head head : {Head::available, Head::handled, Head::sufficient}) cards += head_card(in, head);
    out += element("div", "cards", cards) + element("p", "soft", spans(words::kRulesNote)) + "\n";
    if (!has_sections(in.summary)) return out;
    std::string links;
    for (const std::size_t i : by_alphabet(in.summary))
        links += "<li><a href=\"#" + anchor_of(in.summary.places[i]) + "\">" + escaped(in.summary.places[i].name) + "</a></li>";
    out += "<nav class=\"find\" aria-labelledby=\"find\"><h3 id=\"find\">" + spans(kFind) + "</h3><ul>" + links +
           "</ul></nav>\n";
    return out;
}

}  // namespace skranke::page
