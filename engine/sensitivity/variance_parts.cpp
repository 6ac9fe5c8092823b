#include "engine/sensitivity/variance_parts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/contract.hpp"

namespace skranke {

double VarianceParts::standard_error() const {
    return replications == 0 ? 0.0 : std::sqrt((luck + interplay) / static_cast<double>(replications));
}

VarianceParts variance_parts(const Responses& responses, std::size_t first) {
    const std::size_t replications = responses.replications();
    std::vector<std::vector<double>> rows;
    for (std::size_t p = first; p < responses.points(); ++p) {
        std::vector<double> row;
        for (std::size_t r = 0; r < replications; ++r) row.push_back(responses.value(p, r));
        if (std::all_of(row.begin(), row.end(), [](double y) { return std::isfinite(y); })) rows.push_back(std::move(row));
    }
    VarianceParts parts{.points = rows.size(), .replications = replications};
    if (rows.size() < 2 || replications < 2) return parts;
    parts.valid = true;

    const double n = static_cast<double>(rows.size()), m = static_cast<double>(replications);
    std::vector<double> of_point(rows.size(), 0.0), of_replication(replications, 0.0);
    for (std::size_t p = 0; p < rows.size(); ++p)
        for (std::size_t r = 0; r < replications; ++r) {
            of_point[p] += rows[p][r] / m;
            of_replication[r] += rows[p][r] / n;
        }
    const double mean = std::accumulate(of_point.begin(), of_point.end(), 0.0) / n;
    double between_points = 0, between_replications = 0, rest = 0;
    for (const double y : of_point) between_points += m * (y - mean) * (y - mean) / (n - 1);
    for (const double y : of_replication) between_replications += n * (y - mean) * (y - mean) / (m - 1);
    for (std::size_t p = 0; p < rows.size(); ++p)
        for (std::size_t r = 0; r < replications; ++r) {
            const double left = rows[p][r] - of_point[p] - of_replication[r] + mean;
            rest += left * left / ((n - 1) * (m - 1));
        }
    parts.interplay = rest;
    parts.input = std::max(0.0, (between_points - rest) / m);
    parts.luck = std::max(0.0, (between_replications - rest) / n);
    return parts;
}

Estimate input_spread(const Responses& responses, std::size_t first) {
    const std::vector<double> means = responses.means();
    std::vector<double> known;
    for (std::size_t p = first; p < means.size(); ++p)
        if (std::isfinite(means[p])) known.push_back(means[p]);
    if (known.empty()) return {};
    const double mean = std::accumulate(known.begin(), known.end(), 0.0) / static_cast<double>(known.size());
    const VarianceParts parts = variance_parts(responses, first);
    double shrink = 1;
    if (parts.valid) {
        const double of_means = parts.input + parts.interplay / static_cast<double>(parts.replications);
        shrink = of_means > 0 ? std::sqrt(parts.input / of_means) : 0.0;
    }
    return {mean, mean + shrink * (quantile(known, 0.025) - mean), mean + shrink * (quantile(known, 0.975) - mean), true};
}

double quantile(std::vector<double> values, double probability) {
    SKRANKE_EXPECT(!values.empty());
    std::sort(values.begin(), values.end());
    const double at = probability * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace skranke
