#pragma once
/// \file
/// The table behind a sweep's picture: for each factor what the method found of it, as text, those that matter most
/// first. Terminal and page print the same table.
///
/// Order   by effect, largest first; equal ones in the sweep's order.

#include <functional>
#include <vector>

#include "engine/report/sweep/sweep_words.hpp"
#include "engine/sensitivity/effects.hpp"
#include "engine/sensitivity/sobol_indices.hpp"
#include "engine/sensitivity/sweep.hpp"

namespace skranke {

/// How many times Sobol's blocks are drawn again for intervals.
inline constexpr std::size_t kResamples = 1000;

/// What the method of a sweep says of every factor and one measure of one place; those of other methods are empty.
struct Effects {
    std::size_t place = 0;
    Measure measure = Measure::unmet_rate;
    std::vector<EndEffects> ends;
    std::vector<ElementaryEffects> elementary;
    std::vector<SobolIndex> indices;
    std::vector<Estimate> correlations;
    std::vector<double> size;        ///< by factor: what they are ordered by
    std::vector<std::size_t> order;  ///< largest first
};

Effects effects_of(const Sweep& sweep, std::size_t place, Measure measure);

struct EffectColumn {
    Phrase name;
    std::function<std::string(std::size_t factor, Lang lang)> cell;
};

/// Whether answers at the ends of an assumption come with what chance leaves open.
enum class Intervals : std::uint8_t { left_out, shown };

/// \param effects  must outlive the columns
std::vector<EffectColumn> effect_columns(const Sweep& sweep, const Effects& effects, Intervals intervals);

/// The sentence that says what the answer depends on most.
std::string main_finding(const Scenario& scenario, const Sweep& sweep, const Effects& effects, Lang lang);

/// How large the effect of a factor is, in words.
std::string effect_size(const Effects& effects, std::size_t factor, Rounding rounding, Lang lang);

/// The answer of the scenario as written, with what replications leave open.
std::string noise_sentence(const Sweep& sweep, std::size_t place, Lang lang);
/// How many assumptions move it more than that, to stand after it; "" for other methods than one at a time.
std::string seen_sentence(const Sweep& sweep, const Effects& effects, Lang lang);
/// What not knowing the inputs does to it, apart from that; "" for one at a time, which cannot tell.
std::string input_sentence(const Sweep& sweep, std::size_t place, Lang lang);

}  // namespace skranke
