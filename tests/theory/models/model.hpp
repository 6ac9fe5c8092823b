#pragma once
/// \file
/// A model is something that the engine plays and that somebody has solved: the exact answers, a way to
/// play it with fresh luck, and broken twins, one parameter slightly off, that must be told from it.
///
/// Shape    a quantity is a ratio of two sums over a replication, the second 1 where it is a plain mean. Each
///          quantity names the twin that it must notice, so that every answer is seen to be able to fail.
/// Order    replications are independent: each has its own streams, and each model a seed of its own, so that
///          two models have no random number in common.
/// Threads  models may be played at once; a Player belongs to one thread.
/// Source   ratio of means by the delta method (engine/analysis/estimate.hpp).

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/outcome_ratios.hpp"

namespace skranke::test {

/// The part of the engine that a model verifies.
enum class Part : std::uint8_t { desks, channels, priorities, casework, staffing, demand };
inline constexpr Part kParts[] = {Part::desks,    Part::channels, Part::priorities,
                                  Part::casework, Part::staffing, Part::demand};
const char* name_of(Part part);

struct Quantity {
    std::string name;
    std::size_t twin = 0;  ///< the one that this quantity must notice
};

/// Number of the broken twin that is played; nothing = the model itself.
using Twin = std::optional<std::size_t>;
using Player = std::function<std::vector<Ratio>(std::uint32_t replication)>;

struct Model {
    std::string name;
    Part part;
    std::string source;
    std::vector<Quantity> quantities;
    std::vector<std::string> twins;              ///< what is off in each
    std::uint32_t replications = 0;              ///< so many that each quantity notices its twin
    std::function<std::vector<double>()> solve;  ///< exact values, by quantity
    std::function<Player(std::uint64_t seed, Twin)> player;
};

struct Measured {
    double estimate = 0, standard_error = 0;
    std::uint64_t replications = 0;

    /// The distance from `exact` in standard errors, as a standard normal: with few replications Student's t
    /// is taken to the normal point of the same probability.
    double z(double exact) const;
};

/// Plays a model, or one of its twins. \param length  times Model::replications, at least ten
/// \return one a quantity
std::vector<Measured> measure(const Model& model, std::uint64_t seed, Twin twin = {}, double length = 1);

/// All models, by part.
const std::vector<Model>& all_models();

/// Part by part, as all_models() lists them.
std::vector<Model> desk_models(), phone_models(), visit_models(), priority_models(), casework_models(), demand_models();
Model virtual_hold_at_centre(), virtual_hold_at_office(), tiny_office(), shifts(), lent_head();
Model helped_reception(int help_when);  ///< so many wait before the caseworker comes

}  // namespace skranke::test
