#include "engine/report/sweep/effect_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/sensitivity/variance_parts.hpp"

namespace skranke {
namespace {

constexpr std::uint64_t kResampleSeed = 1;  // of intervals only

constexpr Phrase kLowEnd{"Lav verdi", "Låg verdi", "Low value"};
constexpr Phrase kAtLow{"Svaret da", "Svaret då", "Answer there"};
constexpr Phrase kHighEnd{"Høy verdi", "Høg verdi", "High value"};
constexpr Phrase kSwing{"Utslag", "Utslag", "Swing"};
constexpr Phrase kMuStar{"Utslag i snitt (µ*)", "Utslag i snitt (µ*)", "Mean effect (µ*)"};
constexpr Phrase kMu{"Med fortegn (µ)", "Med forteikn (µ)", "With sign (µ)"};
constexpr Phrase kSigma{"Samspill og krumning (σ)", "Samspel og krumming (σ)", "Interaction, bends (σ)"};
constexpr Phrase kNoise{"Tilfeldighet i ett utslag", "Tilfeldigheit i eitt utslag", "Chance in one effect"};
constexpr Phrase kFirst{"Alene", "Åleine", "Alone"};
constexpr Phrase kTotal{"Med samspill", "Med samspel", "With interactions"};
constexpr Phrase kCorrelation{"Rangkorrelasjon", "Rangkorrelasjon", "Rank correlation"};

constexpr Phrase kMostOat{"Svaret avhenger mest av «{0}»: mellom {1} ({2}) og {3} ({4}).", "Svaret avheng mest av «{0}»: mellom {1} ({2}) og {3} ({4}).",
                          "The answer depends most on “{0}”: between {1} ({2}) and {3} ({4})."};
constexpr Phrase kAtValue{"ved {0}", "ved {0}", "at {0}"};
constexpr Phrase kAsItStands{"som i scenarioet", "som i scenarioet", "as in the scenario"};
constexpr Phrase kOthersOat{" Hver av de andre forutsetningene flytter det med høyst {0}.",
                            " Kvar av dei andre føresetnadene flyttar det med høgst {0}.",
                            " Each of the other assumptions moves it by at most {0}."};
constexpr Phrase kNothingSeen{"Ingen av forutsetningene flytter svaret mer enn tilfeldigheter kan gjøre med så få forløp.",
                              "Ingen av føresetnadene flyttar svaret meir enn tilfeldigheiter kan gjere med så få forløp.",
                              "None of the assumptions moves the answer more than chance may with so few runs."};
constexpr Phrase kMostMorris{"Svaret avhenger mest av «{0}»: over hele spennet flytter det svaret med {1} i snitt.",
                             "Svaret avheng mest av «{0}»: over heile spennet flyttar det svaret med {1} i snitt.",
                             "The answer depends most on “{0}”: over its whole range it moves the answer by {1} on average."};
constexpr Phrase kMostSobol{"Svaret avhenger mest av «{0}»: {1} av variasjonen i svaret har med det tallet å gjøre.",
                            "Svaret avheng mest av «{0}»: {1} av variasjonen i svaret har med det talet å gjere.",
                            "The answer depends most on “{0}”: {1} of the variation of the answer has to do with that number."};
constexpr Phrase kMostRank{"Svaret følger tettest med «{0}» (rangkorrelasjon {1}).", "Svaret følgjer tettast med «{0}» (rangkorrelasjon {1}).",
                           "The answer follows “{0}” most closely (rank correlation {1})."};
constexpr Phrase kOthers{" Hver av de andre: høyst {0}.", " Kvar av dei andre: høgst {0}.", " Each of the others: at most {0}."};
constexpr Phrase kNoiseText{"Scenarioet som det står: {0} ({1} til {2}). Det intervallet er bare tilfeldigheter mellom {3} forløp.",
                            "Scenarioet som det står: {0} ({1} til {2}). Det intervallet er berre tilfeldigheiter mellom {3} forløp.",
                            "The scenario as written: {0} ({1} to {2}). That interval is only chance between {3} runs."};
constexpr Phrase kSeenText{" {0} av {1} forutsetninger flytter svaret så mye at det kan skilles fra tilfeldigheter.",
                           " {0} av {1} føresetnader flyttar svaret så mykje at det kan skiljast frå tilfeldigheiter.",
                           " {0} of {1} assumptions move the answer enough to be told from chance."};
constexpr Phrase kOneRun{"Scenarioet som det står: {0}, fra ett forløp.", "Scenarioet som det står: {0}, frå eitt forløp.",
                         "The scenario as written: {0}, from one run."};
constexpr Phrase kInputText{"Når forutsetningene varierer sammen over spennene sine, ligger svaret mellom {0} og {1} i 95 av 100 punkter: det er "
                            "usikkerhet om inndata, og flere forløp gjør den ikke mindre.",
                            "Når føresetnadene varierer saman over spenna sine, ligg svaret mellom {0} og {1} i 95 av 100 punkt: det er uvisse om "
                            "inndata, og fleire forløp gjer ho ikkje mindre.",
                            "As the assumptions vary together over their ranges, the answer lies between {0} and {1} at 95 of 100 points: "
                            "that is uncertainty about inputs, and more runs do not make it smaller."};
constexpr Phrase kShareText{" Av variasjonen i ett enkelt forløp er {0} usikkerhet om inndata og {1} tilfeldigheter.",
                            " Av variasjonen i eitt einskilt forløp er {0} uvisse om inndata og {1} tilfeldigheiter.",
                            " Of the variation of a single run, {0} is uncertainty about inputs and {1} is chance."};

std::string with_interval(const std::string& value, const Estimate& e, const std::string& low, const std::string& high, Lang lang) {
    if (!std::isfinite(e.half_width())) return value;
    return value + " (" + low + (lang == Lang::en ? " to " : " til ") + high + ")";
}

/// The answer at an end. The interval is that of the change, as the whiskers of the tornado.
std::string answer_cell(Measure measure, double base, const Estimate& change, Intervals intervals, Lang lang) {
    if (!change.valid) return kUnknown;
    const auto shown = [&](double answer) { return answer_text(measure, std::max(0.0, answer), lang); };
    if (intervals == Intervals::left_out) return shown(base + change.value);
    return with_interval(shown(base + change.value), change, shown(base + change.low), shown(base + change.high), lang);
}

std::string share_cell(const Estimate& e, Lang lang) {
    if (!e.valid) return kUnknown;
    const auto shown = [lang](double share) { return percent(std::clamp(share, 0.0, 1.0), 0, lang); };
    return with_interval(shown(e.value), e, shown(e.low), shown(e.high), lang);
}

std::string size_cell(Measure measure, const Estimate& e, Lang lang) {
    if (!e.valid) return kUnknown;
    const auto bare = [&](double size) { return bare_size(measure, size, lang); };
    return with_interval(bare(e.value), e, bare(std::max(0.0, e.low)), bare(e.high), lang) + " " + unit_words(measure).in(lang);
}

/// The least or the greatest answer of both ends and the scenario as written, and where that is.
struct Extreme {
    double answer;
    std::string where;
};
template <class Compare>
Extreme extreme(const Factor& factor, const EndEffects& ends, double base, Lang lang, Compare better) {
    Extreme found{base, kAsItStands.in(lang)};
    const auto meet = [&](const Estimate& change, double value) {
        if (change.valid && better(base + change.value, found.answer))
            found = {base + change.value, fill(kAtValue.in(lang), {factor_value(factor, value, lang)})};
    };
    meet(ends.low, factor.low);
    meet(ends.high, factor.high);
    return found;
}

}  // namespace

Effects effects_of(const Sweep& sweep, std::size_t place, Measure measure) {
    const Responses& responses = sweep.responses_of(place, measure);
    Effects out;
    out.place = place;
    out.measure = measure;
    out.size.assign(sweep.factors.size(), 0.0);
    switch (sweep.design.method) {
        case Method::one_at_a_time:
            out.ends = end_effects(sweep.design, responses);
            for (std::size_t f = 0; f < out.size.size(); ++f) out.size[f] = out.ends[f].swing();
            break;
        case Method::morris:
            out.elementary = elementary_effects(sweep.design, responses);
            for (std::size_t f = 0; f < out.size.size(); ++f) out.size[f] = out.elementary[f].mean_absolute.value;
            break;
        case Method::saltelli:
            out.indices = sobol_indices(sweep.design, responses.means(), kResamples, kResampleSeed).factors;
            for (std::size_t f = 0; f < out.size.size(); ++f) out.size[f] = out.indices[f].total.value;
            break;
        default:
            out.correlations = rank_correlations(sweep.design, responses.means());
            for (std::size_t f = 0; f < out.size.size(); ++f) out.size[f] = std::fabs(out.correlations[f].value);
    }
    out.order.resize(sweep.factors.size());
    std::iota(out.order.begin(), out.order.end(), std::size_t{0});
    std::stable_sort(out.order.begin(), out.order.end(), [&](std::size_t a, std::size_t b) { return out.size[a] > out.size[b]; });
    return out;
}

std::vector<EffectColumn> effect_columns(const Sweep& sweep, const Effects& effects, Intervals intervals) {
    const Measure measure = effects.measure;
    const auto& factors = sweep.factors;
    const auto change = [measure](double value, Lang l) { return change_text(measure, value, l); };
    if (!effects.ends.empty()) {
        const double base = sweep.responses_of(effects.place, measure).estimate(0).value;
        return {{kLowEnd, [&](std::size_t f, Lang l) { return factor_value(factors[f], factors[f].low, l); }},
                {kAtLow, [&, base, measure, intervals](std::size_t f, Lang l) { return answer_cell(measure, base, effects.ends[f].low, intervals, l); }},
                {kHighEnd, [&](std::size_t f, Lang l) { return factor_value(factors[f], factors[f].high, l); }},
                {kAtLow, [&, base, measure, intervals](std::size_t f, Lang l) { return answer_cell(measure, base, effects.ends[f].high, intervals, l); }},
                {kSwing, [&, measure](std::size_t f, Lang l) { return size_text(measure, effects.size[f], Rounding::nearest, l); }}};
    }
    if (!effects.elementary.empty()) {
        const auto size = [measure](double value, Lang l) { return size_text(measure, value, Rounding::nearest, l); };
        return {{kMuStar, [&, measure](std::size_t f, Lang l) { return size_cell(measure, effects.elementary[f].mean_absolute, l); }},
                {kMu, [&, change](std::size_t f, Lang l) { return change(effects.elementary[f].mean.value, l); }},
                {kSigma, [&, size](std::size_t f, Lang l) { return size(effects.elementary[f].deviation, l); }},
                {kNoise, [&, size](std::size_t f, Lang l) { return size(effects.elementary[f].noise, l); }}};
    }
    if (!effects.indices.empty())
        return {{kFirst, [&](std::size_t f, Lang l) { return share_cell(effects.indices[f].first, l); }},
                {kTotal, [&](std::size_t f, Lang l) { return share_cell(effects.indices[f].total, l); }}};
    return {{kCorrelation, [&](std::size_t f, Lang l) {
                 const Estimate& e = effects.correlations[f];
                 return e.valid ? with_interval(number(e.value, 2, l), e, number(e.low, 2, l), number(e.high, 2, l), l) : kUnknown;
             }}};
}

std::string main_finding(const Scenario& scenario, const Sweep& sweep, const Effects& effects, Lang lang) {
    const std::size_t first = effects.order.front();
    const Factor& factor = sweep.factors[first];
    const std::string name = factor_name(scenario, factor).in(lang);
    std::string text;
    if (!effects.ends.empty()) {
        const bool seen = std::any_of(effects.ends.begin(), effects.ends.end(), [](const EndEffects& e) { return e.is_seen(); });
        if (!seen && sweep.replications > 1) return kNothingSeen.in(lang);
        const double base = sweep.responses_of(effects.place, effects.measure).estimate(0).value;
        const Extreme least = extreme(factor, effects.ends[first], base, lang, std::less<>());
        const Extreme most = extreme(factor, effects.ends[first], base, lang, std::greater<>());
        text = fill(kMostOat.in(lang), {name, answer_text(effects.measure, least.answer, lang), least.where,
                                        answer_text(effects.measure, most.answer, lang), most.where});
    } else if (!effects.elementary.empty()) {
        text = fill(kMostMorris.in(lang), {name, effect_size(effects, first, Rounding::nearest, lang)});
    } else if (!effects.indices.empty()) {
        text = fill(kMostSobol.in(lang), {name, effect_size(effects, first, Rounding::nearest, lang)});
    } else {
        text = fill(kMostRank.in(lang), {name, number(effects.correlations[first].value, 2, lang)});
    }
    if (effects.order.size() < 2) return text;
    const Phrase& others = effects.ends.empty() ? kOthers : kOthersOat;
    return text + fill(others.in(lang), {effect_size(effects, effects.order[1], Rounding::up, lang)});
}

std::string effect_size(const Effects& effects, std::size_t factor, Rounding rounding, Lang lang) {
    const double size = effects.size[factor];
    const double up = rounding == Rounding::up ? 1 - 1e-9 : 0.5;
    if (!effects.indices.empty()) return percent(std::floor(100 * std::clamp(size, 0.0, 1.0) + up) / 100, 0, lang);
    if (!effects.correlations.empty()) return number(std::floor(100 * size + up) / 100, 2, lang);
    return size_text(effects.measure, size, rounding, lang);
}

std::string noise_sentence(const Sweep& sweep, std::size_t place, Lang lang) {
    const Estimate e = sweep.responses_of(place, sweep.shown).estimate(0);
    if (!e.valid) return "";
    const std::string value = answer_text(sweep.shown, e.value, lang);
    if (!std::isfinite(e.half_width())) return fill(kOneRun.in(lang), {value});
    return fill(kNoiseText.in(lang), {value, answer_text(sweep.shown, std::max(0.0, e.low), lang), answer_text(sweep.shown, e.high, lang),
                                      std::to_string(sweep.replications)});
}

std::string seen_sentence(const Sweep& sweep, const Effects& effects, Lang lang) {
    if (effects.ends.size() < 2 || sweep.replications < 2) return "";
    const auto seen = std::count_if(effects.ends.begin(), effects.ends.end(), [](const EndEffects& e) { return e.is_seen(); });
    return fill(kSeenText.in(lang), {std::to_string(seen), std::to_string(effects.ends.size())});
}

std::string input_sentence(const Sweep& sweep, std::size_t place, Lang lang) {
    if (sweep.design.method == Method::one_at_a_time) return "";
    const Responses& responses = sweep.responses_of(place, sweep.shown);
    const Estimate spread = input_spread(responses, 1);
    if (!spread.valid) return "";
    std::string text = fill(kInputText.in(lang), {answer_text(sweep.shown, spread.low, lang), answer_text(sweep.shown, spread.high, lang)});
    const VarianceParts parts = variance_parts(responses, 1);
    if (parts.valid && parts.total() > 0)
        text += fill(kShareText.in(lang), {percent(parts.input_share(), 0, lang), percent(1 - parts.input_share(), 0, lang)});
    return text;
}

}  // namespace skranke
