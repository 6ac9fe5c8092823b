#include "engine/sensitivity/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/base/contract.hpp"
#include "engine/random/random_stream.hpp"
#include "engine/sensitivity/variance_parts.hpp"

namespace skranke {

namespace {

constexpr std::uint32_t kResamplePurpose = (1023u << 8) + 255;  // see design.cpp

/// A block's answers: A, B, then AB by factor.
using Block = const double*;

/// First and total index of every factor, first those of factor 0.
std::vector<double> indices_of(const std::vector<Block>& blocks, std::size_t factors, double& variance) {
    const double n = static_cast<double>(blocks.size());
    double mean = 0, squares = 0;
    for (const Block b : blocks) mean += (b[0] + b[1]) / (2 * n);
    for (const Block b : blocks) squares += (b[0] - mean) * (b[0] - mean) + (b[1] - mean) * (b[1] - mean);
    variance = squares / (2 * n);
    std::vector<double> indices(2 * factors, 0.0);
    for (std::size_t f = 0; f < factors && variance > 0; ++f) {
        double first = 0, total = 0;
        for (const Block b : blocks) {
            const double change = b[2 + f] - b[0];
            first += (b[1] - mean) * change;
            total += change * change;
        }
        indices[2 * f] = first / n / variance;
        indices[2 * f + 1] = total / (2 * n) / variance;
    }
    return indices;
}

std::vector<Block> complete_blocks(const Design& design, const std::vector<double>& answers) {
    std::vector<Block> blocks;
    for (std::size_t b = 0; b < design.blocks(); ++b) {
        const Block first = answers.data() + 1 + b * design.block();
        if (std::all_of(first, first + design.block(), [](double y) { return std::isfinite(y); })) blocks.push_back(first);
    }
    return blocks;
}

}  // namespace

SobolIndices sobol_indices(const Design& design, const std::vector<double>& answers, std::size_t resamples,
                           std::uint64_t seed) {
    SKRANKE_EXPECT(design.method == Method::saltelli && answers.size() == design.points());
    const std::vector<Block> blocks = complete_blocks(design, answers);
    SobolIndices out;
    out.factors.resize(design.factors);
    out.blocks = blocks.size();
    if (blocks.empty()) return out;
    const std::vector<double> indices = indices_of(blocks, design.factors, out.variance);
    if (!(out.variance > 0)) return out;

    std::vector<std::vector<double>> again(2 * design.factors);
    for (std::size_t s = 0; s < resamples; ++s) {
        RandomStream stream({.seed = seed, .entity = static_cast<std::uint32_t>(s), .purpose = kResamplePurpose});
        std::vector<Block> drawn;
        for (std::size_t b = 0; b < blocks.size(); ++b)
            drawn.push_back(blocks[static_cast<std::size_t>(stream.uniform() * static_cast<double>(blocks.size()))]);
        double variance = 0;
        const std::vector<double> drawn_indices = indices_of(drawn, design.factors, variance);
        for (std::size_t i = 0; i < again.size() && variance > 0; ++i) again[i].push_back(drawn_indices[i]);
    }
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const auto estimate = [&](std::size_t i) {
        if (again[i].empty()) return Estimate{indices[i], -kInfinity, kInfinity, true};
        return Estimate{indices[i], quantile(again[i], 0.025), quantile(again[i], 0.975), true};
    };
    for (std::size_t f = 0; f < design.factors; ++f) out.factors[f] = {estimate(2 * f), estimate(2 * f + 1)};
    return out;
}

}  // namespace skranke
