#include "engine/report/sweep/sweep_words.hpp"

#include <algorithm>
#include <cmath>

namespace skranke {
namespace {

struct UnitWords {
    const char* unit;
    Phrase words;
};
/// Units as in engine/language/fields; those that are not here are left out.
constexpr UnitWords kUnits[] = {
    {"minutes", {"minutter", "minutt", "minutes"}},
    {"hours", {"timer", "timar", "hours"}},
    {"days", {"dager", "dagar", "days"}},
    {"working days", {"virkedager", "vyrkedagar", "working days"}},
    {"weeks", {"uker", "veker", "weeks"}},
    {"needs", {"behov", "behov", "needs"}},
    {"positions", {"stillinger", "stillingar", "positions"}},
    {"heads", {"ansatte", "tilsette", "heads"}},
    {"persons", {"personer", "personar", "persons"}},
    {"people", {"personer", "personar", "people"}},
    {"attempts", {"forsøk", "forsøk", "attempts"}},
    {"calls", {"samtaler", "samtalar", "calls"}},
    {"applications", {"søknader", "søknader", "applications"}},
};

constexpr Phrase kPoints{"prosentpoeng", "prosentpoeng", "percentage points"};
constexpr Phrase kPersons{"personer", "personar", "persons"};
constexpr Phrase kHours{"timer", "timar", "hours"};
constexpr Phrase kDays{"dager", "dagar", "days"};

/// How an answer is told: its unit in the measure's own, decimals, words.
struct Form {
    double unit;
    int decimals;
    const Phrase* words;  ///< null: per cent
};

Form form_of(Measure measure) {
    switch (measure) {
        case Measure::unmet_people:
            return {1, 0, &kPersons};
        case Measure::access_mean:
            return {60, 1, &kHours};
        case Measure::handling_mean:
            return {24 * 60, 1, &kDays};
        default:
            return {0.01, 1, nullptr};
    }
}

/// As many decimals as three digits need, at most four.
int decimals_of(double value) {
    int decimals = 0;
    double scaled = std::fabs(value);
    while (decimals < 4 && std::fabs(scaled - std::round(scaled)) > 1e-6 * std::fmax(1.0, scaled) && scaled < 100) {
        scaled *= 10;
        ++decimals;
    }
    return decimals;
}

std::string sized(const Form& form, double value, Lang lang) {
    return number(value, form.decimals, lang) + " " + (form.words == nullptr ? kPoints : *form.words).in(lang);
}

}  // namespace

std::string factor_value(const Factor& factor, std::optional<double> value, Lang lang) {
    if (!value) return kUnknown;
    if (factor.unit == "share" || factor.unit == "probability") return percent(*value, decimals_of(100 * *value), lang);
    const std::string digits = number(*value, decimals_of(*value), lang);
    for (const UnitWords& unit : kUnits)
        if (factor.unit == unit.unit) return digits + " " + unit.words.in(lang);
    return digits;
}

Text basis_name(const std::string& basis) {
    if (basis == "sourced") return Phrase{"kilde", "kjelde", "sourced"};
    if (basis == "derived") return Phrase{"utledet", "utleidd", "derived"};
    if (basis == "assumption") return Phrase{"antakelse", "antaking", "assumption"};
    return Text::same(basis);
}

Phrase words_of(Measure measure) {
    static constexpr std::array<Phrase, kMeasures> kWords{{
        {"udekkede behov, lokale tjenester", "udekte behov, lokale tenester", "unmet needs, local services"},
        {"udekkede behov, statlige ytelser", "udekte behov, statlege ytingar", "unmet needs, state benefits"},
        {"personer med udekket behov, lokale tjenester", "personar med udekt behov, lokale tenester", "people unmet, local services"},
        {"saker avgjort i tide, lokale tjenester", "saker avgjorde i tide, lokale tenester", "cases decided on time, local services"},
        {"tid til folk når noen, lokale tjenester", "tid til folk når nokon, lokale tenester", "time until people reach someone, local services"},
        {"tid til vedtak, lokale tjenester", "tid til vedtak, lokale tenester", "time to decision, local services"},
    }};
    return kWords[static_cast<std::size_t>(measure)];
}

std::string answer_text(Measure measure, double value, Lang lang) {
    if (!std::isfinite(value)) return kUnknown;
    const Form form = form_of(measure);
    if (form.words == nullptr) return percent(value, form.decimals, lang);
    return sized(form, value / form.unit, lang);
}

std::string change_text(Measure measure, double change, Lang lang) {
    if (!std::isfinite(change)) return kUnknown;
    const Form form = form_of(measure);
    const double scale = std::pow(10.0, form.decimals);
    const double rounded = std::round(change / form.unit * scale) / scale;
    return (rounded > 0 ? "+" : "") + sized(form, rounded == 0 ? 0.0 : rounded, lang);
}

std::string size_text(Measure measure, double size, Rounding rounding, Lang lang) {
    const Form form = form_of(measure);
    const double scale = std::pow(10.0, form.decimals);
    const double shown = rounding == Rounding::up ? std::ceil(size / form.unit * scale - 1e-9) / scale : size / form.unit;
    return sized(form, shown, lang);
}

std::string bare_size(Measure measure, double size, Lang lang) {
    const Form form = form_of(measure);
    return number(size / form.unit, form.decimals, lang);
}

Phrase unit_words(Measure measure) {
    const Form form = form_of(measure);
    return form.words == nullptr ? kPoints : *form.words;
}

std::string name_of(const Scenario& scenario, const SweepPlace& place, Lang lang) {
    if (!place.name.empty()) return place.name;
    return scenario.municipalities.size() == 1 ? scenario.municipalities.front().name : words::kWholeArea.in(lang);
}

Phrase words_of(Method method) {
    static constexpr std::array<Phrase, kMethods> kWords{{
        {"én forutsetning om gangen", "éin føresetnad om gongen", "one assumption at a time"},
        {"alle kombinasjoner", "alle kombinasjonar", "all combinations"},
        {"latinsk hyperkube", "latinsk hyperkube", "Latin hypercube"},
        {"Sobol-punkter", "Sobol-punkt", "Sobol points"},
        {"Morris-screening", "Morris-screening", "Morris screening"},
        {"Sobol-indekser", "Sobol-indeksar", "Sobol indices"},
    }};
    return kWords[static_cast<std::size_t>(method)];
}

}  // namespace skranke
