// The time limits of the services: how large a part of the cases is decided inside each, and whether those that
// take long get a provisional reply.

#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kLimits{"Frister", "Fristar", "Time limits"};
constexpr Phrase kCaption{"Del av sakene som er avgjort innen hver frist", "Del av sakene som er avgjorde innan kvar frist",
                          "Share of cases decided inside each limit"};
constexpr Phrase kService{"Tjeneste", "Teneste", "Service"};
constexpr Phrase kLimit{"Frist", "Frist", "Limit"};
constexpr Phrase kBasis{"Grunnlag", "Grunnlag", "Basis"};
constexpr Phrase kInside{"Avgjort innen fristen", "Avgjort innan fristen", "Decided inside it"};
constexpr Phrase kPicture{"Med intervall, 0 til 100 %", "Med intervall, 0 til 100 %", "With interval, 0 to 100%"};
constexpr Phrase kNote{
    "Av saker som er avgjort, eller som var ute over fristen da perioden sluttet. Normer er publiserte eller valgte mål, ikke lov.",
    "Av saker som er avgjorde, eller som var ute over fristen då perioden slutta. Normer er publiserte eller valde mål, ikkje lov.",
    "Of cases that are decided, or were past the limit when the period ended. Norms are published or chosen targets, not law."};
constexpr Phrase kProvisional{"foreløpig svar sendt i tide", "førebels svar sendt i tide", "provisional reply sent in time"};
constexpr Phrase kFromNeed{"{0} fra behovet oppstår", "{0} frå behovet oppstår", "{0} from when the need arises"};
constexpr Phrase kFromApplication{"{0} fra søknad", "{0} frå søknad", "{0} from the application"};
constexpr std::array<Phrase, 3> kUnits{{{"{0} timer", "{0} timar", "{0} hours"},
                                        {"{0} dager", "{0} dagar", "{0} days"},
                                        {"{0} arbeidsdager", "{0} arbeidsdagar", "{0} working days"}}};
constexpr std::array<Phrase, 3> kOneUnit{{{"{0} time", "{0} time", "{0} hour"},
                                          {"{0} dag", "{0} dag", "{0} day"},
                                          {"{0} arbeidsdag", "{0} arbeidsdag", "{0} working day"}}};
constexpr std::array<Phrase, 3> kBases{{{"lov", "lov", "law"}, {"norm", "norm", "norm"}, {"antakelse", "antaking", "assumption"}}};

std::string words_of(ClockFrom from, double limit, ClockUnit unit, Lang lang) {
    const auto& units = limit == 1 ? kOneUnit : kUnits;
    const int decimals = limit == static_cast<double>(static_cast<int>(limit)) ? 0 : 1;
    const std::string length = fill(units[static_cast<std::size_t>(unit)].in(lang), {number(limit, decimals, lang)});
    return fill((from == ClockFrom::need ? kFromNeed : kFromApplication).in(lang), {length});
}

std::string row(const std::string& service, const Text& limit, ClockBasis basis, const std::string& source, const Estimate& inside) {
    std::string why = spans(kBases[static_cast<std::size_t>(basis)]);
    if (!source.empty()) why += element("span", "i", escaped(source));
    return element("tr", "",
                   "<th scope=\"row\">" + service + "</th>" + element("td", "w", spans(limit)) +
                       number_cell(element("b", "", spans_of([&](Lang l) { return percent_of(inside, l); })) +
                                   element("span", "i", spans_of([&](Lang l) { return interval_of(inside, l); }))) +
                       element("td", "b", interval_mark(inside, 1.0)) + element("td", "long", why)) +
           "\n";
}

}  // namespace

std::string limits_part(const Input& in) {
    const PlaceSummary& area = in.summary.places.front();
    std::string rows;
    std::size_t at = 0;
    for (std::size_t s = 0; s < in.scenario.services.size(); ++s) {
        const Service& service = in.scenario.services[s];
        const std::string name = spans_of([&](Lang l) { return name_of(service.label, service.key, l); });
        const auto add = [&](ClockFrom from, double limit, ClockUnit unit, ClockBasis basis, const std::string& source) {
            if (at >= area.limits.size()) return;
            const Estimate& inside = area.limits[at++];
            if (!inside.valid) return;
            rows += row(name, Text::of([&](Lang l) { return words_of(from, limit, unit, l); }), basis, source, inside);
        };
        const Clock& clock = service.clock;
        add(clock.from, clock.limit, clock.unit, clock.basis, clock.source);
        for (const Limit& limit : service.limits) add(limit.from, limit.limit, limit.unit, limit.basis, limit.source);
        if (s < area.replies.size() && area.replies[s].valid)
            rows += row(name, kProvisional, service.provisional.basis, service.provisional.source, area.replies[s]);
    }
    if (rows.empty()) return {};
    return "<h2 id=\"limits\">" + spans(kLimits) + "</h2>\n" +
           table("limits-table", spans(kCaption), header_row({{kService}, {kLimit}, {kInside, "n"}, {kPicture}, {kBasis}}), rows) +
           element("p", "soft", spans(kNote));
}

}  // namespace skranke::page
