#include "engine/sensitivity/effects.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

constexpr double kZ = 1.959963984540054;  // 97.5 % point of the normal distribution

/// Collects the elementary effects of one factor.
struct Effects {
    MeanEstimator absolute, signed_;
    double squared_noise = 0;

    void add(const Estimate& difference, double step, std::size_t replications) {
        if (!difference.valid) return;
        const double effect = difference.value / step;
        absolute.add(std::fabs(effect));
        signed_.add(effect);
        if (replications < 2) return;
        const double error = difference.half_width() / student_t_975(replications - 1) / step;
        squared_noise += error * error;
    }
    ElementaryEffects summary() const {
        const double count = static_cast<double>(std::max<std::uint64_t>(signed_.count(), 1));
        return {absolute.estimate(), signed_.estimate(), std::sqrt(signed_.variance()), std::sqrt(squared_noise / count)};
    }
};

/// 1 .. n by size; equal values share the mean of their ranks.
std::vector<double> ranks_of(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
        for (std::size_t j = i; j < end; ++j) ranks[order[j]] = (static_cast<double>(i + end) + 1) / 2;
        i = end;
    }
    return ranks;
}

Estimate correlation(const std::vector<double>& x, const std::vector<double>& y) {
    const auto n = static_cast<double>(x.size());
    const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n, mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    if (x.size() < 5 || xx <= 0 || yy <= 0) return {};
    const double r = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
    if (std::fabs(r) > 1 - 1e-12) return {r, r, r, true};
    const double half = kZ * std::sqrt(1.06 / (n - 3));
    return {r, std::tanh(std::atanh(r) - half), std::tanh(std::atanh(r) + half), true};
}

}  // namespace

double EndEffects::swing() const {
    const double a = low.valid ? low.value : 0.0, b = high.valid ? high.value : 0.0;
    return std::max({a, b, 0.0}) - std::min({a, b, 0.0});
}

bool EndEffects::is_seen() const {
    const auto leaves_out_0 = [](const Estimate& e) { return e.valid && (e.low > 0 || e.high < 0); };
    return leaves_out_0(low) || leaves_out_0(high);
}

std::vector<EndEffects> end_effects(const Design& design, const Responses& responses) {
    SKRANKE_EXPECT(design.method == Method::one_at_a_time && responses.points() == design.points());
    std::vector<EndEffects> effects;
    for (std::size_t f = 0; f < design.factors; ++f)
        effects.push_back({responses.difference(1 + 2 * f, 0), responses.difference(2 + 2 * f, 0)});
    return effects;
}

std::vector<ElementaryEffects> elementary_effects(const Design& design, const Responses& responses) {
    SKRANKE_EXPECT(design.method == Method::morris && responses.points() == design.points());
    std::vector<Effects> effects(design.factors);
    for (std::size_t t = 0; t < design.blocks(); ++t)
        for (std::size_t s = 1; s < design.block(); ++s) {
            const std::size_t to = 1 + t * design.block() + s;
            const auto before = design.point(to - 1), after = design.point(to);
            for (std::size_t f = 0; f < design.factors; ++f)
                if (after[f] != before[f])
                    effects[f].add(responses.difference(to, to - 1), after[f] - before[f], responses.replications());
        }
    std::vector<ElementaryEffects> out;
    for (const Effects& e : effects) out.push_back(e.summary());
    return out;
}

std::vector<Estimate> rank_correlations(const Design& design, const std::vector<double>& answers) {
    SKRANKE_EXPECT(answers.size() == design.points());
    std::vector<std::size_t> known;
    for (std::size_t p = 1; p < answers.size(); ++p)
        if (std::isfinite(answers[p])) known.push_back(p);
    std::vector<double> y;
    for (const std::size_t p : known) y.push_back(answers[p]);
    const std::vector<double> ranks = ranks_of(y);
    std::vector<Estimate> out;
    for (std::size_t f = 0; f < design.factors; ++f) {
        std::vector<double> x;
        for (const std::size_t p : known) x.push_back(design.point(p)[f]);
        out.push_back(correlation(ranks_of(x), ranks));
    }
    return out;
}

}  // namespace skranke
