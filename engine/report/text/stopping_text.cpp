#include "engine/report/text/stopping_text.hpp"

#include <algorithm>
#include <cmath>

namespace skranke {

namespace {

constexpr Phrase kReached{"Stanset etter {0} forløp, fordi det var nok: ", "Stansa etter {0} forløp, fordi det var nok: ",
                          "Stopped after {0} runs, because they were enough: "};
constexpr Phrase kCapped{"Ikke så presist som ønsket. Stanset ved grensen på {0} forløp: ",
                         "Ikkje så presist som ønskt. Stansa ved grensa på {0} forløp: ",
                         "Not as precise as asked for. Stopped at the limit of {0} runs: "};
constexpr Phrase kOutcome{"{0} er kjent med ± {1}", "{0} er kjend med ± {1}", "{0} is known to within ± {1}"};
constexpr Phrase kUnknownOutcome{"{0} er null eller ukjent, og har ingen presisjon", "{0} er null eller ukjend, og har ingen presisjon",
                                 "{0} is zero or not known, and has no precision"};
constexpr Phrase kAsked{" (ønsket: {0}; halv bredde av 95 % intervall).", " (ønskt: {0}; halv breidd av 95 % intervall).",
                        " (asked for: {0}; half-width of the 95% interval)."};
constexpr Phrase kOfValue{"{0} av verdien", "{0} av verdien", "{0} of the value"};
constexpr Phrase kPoints{"{0} prosentpoeng", "{0} prosentpoeng", "{0} percentage points"};

constexpr std::array<Phrase, 4> kMeasures{{{"udekket", "udekt", "unmet"},
                                           {"avgjort i tide", "avgjort i tide", "decided on time"},
                                           {"tid til kontakt", "tid til kontakt", "time to contact"},
                                           {"saksbehandlingstid", "saksbehandlingstid", "handling time"}}};
constexpr std::array<Phrase, 3> kParts{{{"lokale tjenester", "lokale tenester", "local services"},
                                        {"statlige tjenester", "statlege tenester", "state services"},
                                        {"alle tjenester", "alle tenester", "all services"}}};

std::string words_of(const Stopping::Outcome& outcome, Lang lang) {
    const std::size_t at = outcome.name.find('@');
    return std::string(kMeasures[static_cast<std::size_t>(outcome.what.measure)].in(lang)) + ", " +
           kParts[static_cast<std::size_t>(outcome.what.part)].in(lang) +
           (at == std::string::npos ? "" : " (" + outcome.name.substr(at + 1) + ")");
}

/// As many decimals as show two digits that count.
int decimals_of(double value) {
    if (value <= 0) return 0;
    return std::clamp(1 - static_cast<int>(std::floor(std::log10(value))), 0, 4);
}

}  // namespace

std::string precision_text(double precision, PrecisionGoal::Kind kind, Lang lang) {
    const double hundredfold = 100 * precision;
    switch (kind) {
        case PrecisionGoal::Kind::relative:
            return fill(kOfValue.in(lang), {percent(precision, decimals_of(hundredfold), lang)});
        case PrecisionGoal::Kind::share:
            return fill(kPoints.in(lang), {number(hundredfold, decimals_of(hundredfold), lang)});
        case PrecisionGoal::Kind::minutes:
            return duration(precision, lang);
    }
    return {};
}

std::string stopping_text(const Stopping& stopping, std::uint64_t replications, Lang lang) {
    std::string text = fill((stopping.reached() ? kReached : kCapped).in(lang), {number(static_cast<double>(replications), 0, lang)});
    bool first = true;
    for (const Stopping::Outcome& outcome : stopping.outcomes) {
        text += first ? "" : "; ";
        first = false;
        text += std::isfinite(outcome.precision)
                    ? fill(kOutcome.in(lang), {words_of(outcome, lang), precision_text(outcome.precision, stopping.goal.kind, lang)})
                    : fill(kUnknownOutcome.in(lang), {words_of(outcome, lang)});
    }
    return text + fill(kAsked.in(lang), {precision_text(stopping.goal.most, stopping.goal.kind, lang)});
}

}  // namespace skranke
