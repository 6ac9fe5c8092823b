#pragma once
/// \file
/// How often a 95 % interval holds the truth: intervals as the engine makes them, of quantities whose truth is known,
/// drawn again and again with few and with many replications.
///
/// Order    each repeat has a stream of its own, so that results do not depend on the number of threads.
/// Source   measures of an interval, coverage and half width: L. W. Schruben, Operations Research 28 (1980),
///          pp. 1253-1275.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/random/random_stream.hpp"

namespace skranke::test {

struct Interval {
    double low = 0, high = 0;
};

/// Whether a kind of interval is the program's, or stands there to show why it is not.
enum class Use : std::uint8_t { in_use, not_in_use };

struct Claim {
    std::string interval;  ///< which kind
    std::string of;        ///< of which quantity
    double truth = 0;
    std::function<Interval(RandomStream& luck, std::size_t replications)> draw;
    Use use = Use::in_use;
};

/// All claims, those about means first.
std::vector<Claim> all_claims();

struct Coverage {
    std::size_t repeats = 0, held = 0;
    double mean_half_width = 0;

    double share() const { return static_cast<double>(held) / static_cast<double>(repeats); }
    double standard_error() const;
};

/// \param seed  of the luck; claims with the same seed share none of it if their names differ
Coverage cover(const Claim& claim, std::size_t replications, std::size_t repeats, std::uint64_t seed);

/// The page of Markdown: a table of all claims by number of replications. \param command  that makes it again
std::string coverage_page(std::size_t repeats, std::uint64_t seed, const std::string& command,
                          const std::function<void(std::size_t, std::size_t)>& done = {});

}  // namespace skranke::test
