#include "tools/skranke/sweep/sweep_file.hpp"

#include <cmath>

#include "engine/report/sweep/effect_table.hpp"
#include "engine/sensitivity/variance_parts.hpp"
#include "tools/skranke/study/study_file.hpp"

namespace skranke {

namespace {

template <class Item, class Get>
std::vector<std::string> texts_of(const std::vector<Item>& items, Get get) {
    std::vector<std::string> texts;
    for (const Item& item : items) texts.push_back(get(item));
    return texts;
}

/// Builds the content of sweep.h5.
class SweepContent {
  public:
    SweepContent(const Scenario& scenario, const Sweep& sweep, const Provenance& provenance) : sweep_(sweep) {
        add_head(scenario, provenance);
        add_axes(scenario);
        add_points();
        add_answers();
        add_spread();
        add_method(provenance.seed);
    }
    TableFile take() && { return std::move(file_); }

  private:
    void add_head(const Scenario& scenario, const Provenance& provenance) {
        file_ = headed_file(kSweepFormat, scenario, provenance);
        file_.texts_of_file.push_back({"design", key_of(sweep_.design.method)});
        file_.numbers_of_file.push_back({"replications", sweep_.replications});
    }

    void add_axes(const Scenario& scenario) {
        Values points, replications;
        for (std::size_t p = 0; p < sweep_.design.points(); ++p) points.push_back(static_cast<double>(p));
        for (std::size_t r = 0; r < sweep_.replications; ++r) replications.push_back(static_cast<double>(r));
        std::vector<std::string> measures, meanings, units;
        for (std::size_t m = 0; m < kMeasures; ++m) {
            measures.emplace_back(key_of(static_cast<Measure>(m)));
            meanings.emplace_back(meaning_of(static_cast<Measure>(m)));
            units.emplace_back(unit_of(static_cast<Measure>(m)));
        }
        file_.axes = {{"point", points, "point of the design; 0 = the scenario as written"},
                      {"factor", texts_of(sweep_.factors, [](const Factor& f) { return f.key; }), "key of a number that is varied"},
                      {"replication", replications, "number of the replication; the same people at every point"},
                      {"place", texts_of(sweep_.places, [](const SweepPlace& p) { return p.number; }), "municipality number; empty = the whole area"},
                      {"measure", measures, "what is asked of a replication"},
                      bound_axis(),
                      {"part", std::vector<std::string>{"input", "luck", "interplay"}, "of the variance of one replication over the points"}};
        file_.texts = {{"unit", "factor", texts_of(sweep_.factors, [](const Factor& f) { return f.unit; }), "unit of the number"},
                       {"meaning", "factor", texts_of(sweep_.factors, [](const Factor& f) { return f.meaning; }), "what it is"},
                       {"basis", "factor", texts_of(sweep_.factors, [](const Factor& f) { return f.basis; }), "what it rests on"},
                       {"why", "factor", texts_of(sweep_.factors, [](const Factor& f) { return f.why; }), "as the scenario's author explained it"},
                       {"place_name", "place", texts_of(sweep_.places, [](const SweepPlace& p) { return p.name; }), "name"},
                       {"measure_meaning", "measure", meanings, "what it is"},
                       {"measure_unit", "measure", units, "unit"}};
        add_names("left_out", sweep_.left_out, [](const LeftOut& l) { return l.key; }, [](const LeftOut& l) { return l.why; },
                  "marked number that could not be varied", "why not");
        add_names("input", scenario.inputs, [](const InputFile& i) { return i.name; },
                  [](const InputFile& i) { return layout::stored_content(i.content); }, "table that the scenario was read with", "its content");
    }

    template <class Item, class Key, class Text>
    void add_names(const std::string& axis, const std::vector<Item>& items, Key key, Text text, const std::string& long_name,
                   const std::string& text_name) {
        if (items.empty()) return;
        file_.axes.push_back({axis, texts_of(items, key), long_name});
        file_.texts.push_back({axis + (axis == "input" ? "_content" : "_why"), axis, texts_of(items, text), text_name});
    }

    void add_table(const std::string& name, const std::vector<std::string>& axes, Values values, const std::string& unit,
                   const std::string& long_name) {
        file_.tables.push_back({name, axes, std::move(values), unit, long_name});
    }

    void add_points() {
        Values position, value, low, high, written;
        for (std::size_t p = 0; p < sweep_.design.points(); ++p)
            for (std::size_t f = 0; f < sweep_.factors.size(); ++f) {
                const double at = sweep_.design.point(p)[f];
                position.push_back(at == kAsWritten ? kNothing : at);
                value.push_back(at == kAsWritten ? sweep_.factors[f].value.value_or(kNothing) : sweep_.factors[f].at(at));
            }
        for (const Factor& factor : sweep_.factors) {
            low.push_back(factor.low);
            high.push_back(factor.high);
            written.push_back(factor.value.value_or(kNothing));
        }
        add_table("position", {"point", "factor"}, position, "1", "between the low (0) and the high end (1); NaN = as written");
        add_table("value", {"point", "factor"}, value, "1", "what the number was, in its own unit");
        add_table("low", {"factor"}, low, "1", "low end, in the number's own unit");
        add_table("high", {"factor"}, high, "1", "high end, in the number's own unit");
        add_table("as_written", {"factor"}, written, "1", "the scenario's own value");
    }

    void add_answers() {
        Values numerator, denominator, answer;
        for (std::size_t p = 0; p < sweep_.design.points(); ++p) {
            for (std::size_t r = 0; r < sweep_.replications; ++r)
                for (const auto& place : sweep_.responses)
                    for (const Responses& responses : place) {
                        numerator.push_back(responses.at(p, r).numerator);
                        denominator.push_back(responses.at(p, r).denominator);
                    }
            for (const auto& place : sweep_.responses)
                for (const Responses& responses : place) put(answer, responses.estimate(p));
        }
        const std::vector<std::string> each{"point", "replication", "place", "measure"};
        add_table("numerator", each, numerator, "1", "of the ratio that is the answer");
        add_table("denominator", each, denominator, "1", "of that ratio");
        add_table("answer", {"point", "place", "measure", "bound"}, answer, "1", "ratio of sums over replications");
    }

    template <class Make>
    Values by_measure(Make make) {
        Values values;
        for (const auto& place : sweep_.responses)
            for (const Responses& responses : place) make(values, responses);
        return values;
    }

    void add_spread() {
        if (sweep_.design.method == Method::one_at_a_time) return;
        add_table("variance", {"place", "measure", "part"}, by_measure([](Values& out, const Responses& responses) {
                      const VarianceParts parts = variance_parts(responses, 1);
                      for (const double part : {parts.input, parts.luck, parts.interplay}) out.push_back(parts.valid ? part : kNothing);
                  }),
                  "1", "variance of one replication: of inputs, of luck that all points share, of their interplay");
        add_table("spread", {"place", "measure", "bound"},
                  by_measure([](Values& out, const Responses& responses) { put(out, input_spread(responses, 1)); }), "1",
                  "mean, 2.5 and 97.5 % points over the points, chance taken out");
    }

    /// \param make  the effects of all factors on one measure
    template <class Make, class Get>
    void add_effects(const std::string& name, const std::string& long_name, bool with_bounds, Make make, Get get) {
        Values values;
        for (const auto& place : sweep_.responses)
            for (const Responses& responses : place)
                for (const auto& effect : make(responses)) {
                    const auto value = get(effect);
                    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Estimate>)
                        put(values, value);
                    else
                        values.push_back(value);
                }
        std::vector<std::string> axes{"place", "measure", "factor"};
        if (with_bounds) axes.emplace_back("bound");
        add_table(name, axes, std::move(values), "1", long_name);
    }

    void add_method(std::uint64_t seed) {
        const Design& design = sweep_.design;
        if (design.method == Method::one_at_a_time) {
            const auto make = [&](const Responses& r) { return end_effects(design, r); };
            add_effects("effect_low", "answer at the low end less the answer as written", true, make, [](const EndEffects& e) { return e.low; });
            add_effects("effect_high", "the same at the high end", true, make, [](const EndEffects& e) { return e.high; });
        } else if (design.method == Method::morris) {
            const auto make = [&](const Responses& r) { return elementary_effects(design, r); };
            add_effects("mu_star", "mean absolute elementary effect, over the whole range", true, make,
                        [](const ElementaryEffects& e) { return e.mean_absolute; });
            add_effects("mu", "mean elementary effect", true, make, [](const ElementaryEffects& e) { return e.mean; });
            add_effects("sigma", "standard deviation of elementary effects", false, make, [](const ElementaryEffects& e) { return e.deviation; });
            add_effects("noise", "standard error that replications leave in one effect", false, make,
                        [](const ElementaryEffects& e) { return e.noise; });
        } else if (design.method == Method::saltelli) {
            const auto make = [&](const Responses& r) { return sobol_indices(design, r.means(), kResamples, seed).factors; };
            add_effects("first_order", "first-order Sobol index", true, make, [](const SobolIndex& i) { return i.first; });
            add_effects("total", "total Sobol index", true, make, [](const SobolIndex& i) { return i.total; });
        } else {
            const auto make = [&](const Responses& r) { return rank_correlations(design, r.means()); };
            add_effects("rank_correlation", "Spearman's correlation with the answer", true, make, [](const Estimate& e) { return e; });
        }
    }

    const Sweep& sweep_;
    TableFile file_;
};

}  // namespace

void write_sweep_file(const std::string& path, const Scenario& scenario, const Sweep& sweep, const Provenance& provenance) {
    write_tables(path, SweepContent(scenario, sweep, provenance).take());
}

}  // namespace skranke
