#include "tests/verification/verification.hpp"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <mutex>
#include <numeric>

namespace skranke::test {
namespace {

constexpr double kQuestions = 4;  // that share the probability of a false alarm

/// One play of a model: which seed, which twin, and what came out.
struct Play {
    std::size_t model = 0;
    std::uint64_t seed = 0;
    Twin twin;
    double length = 1;
    std::vector<Measured> measured;
};

std::vector<Play> plays_of(const std::vector<const Model*>& models, Seeds seeds, double length, Twins twins,
                           const Swap& swap) {
    std::vector<Play> plays;
    for (std::size_t m = 0; m < models.size(); ++m) {
        for (std::size_t s = 0; s < seeds.count; ++s)
            plays.push_back({m, seeds.first + s, swap ? swap(*models[m]) : Twin{}, length, {}});
        for (std::size_t t = 0; twins == Twins::play && t < models[m]->twins.size(); ++t)
            plays.push_back({m, seeds.first, t, std::max(length, kTwinLength), {}});
    }
    return plays;
}

double sum_of_squares(const std::vector<double>& z) { return std::inner_product(z.begin(), z.end(), z.begin(), 0.0); }

double chi_square_above(double sum, double freedom) { return boost::math::gamma_q(freedom / 2, sum / 2); }

std::vector<Row> rows_of(const Model& model) {
    const std::vector<double> exact = model.solve();
    std::vector<Row> rows(model.quantities.size());
    for (std::size_t q = 0; q < rows.size(); ++q) rows[q] = {&model, q, exact[q], {}, {}, {}, 0};
    return rows;
}

void enter(std::vector<Row>& rows, const Play& play, std::size_t which, std::size_t seeds) {
    for (std::size_t q = 0; q < rows.size(); ++q) {
        Row& row = rows[q];
        const double z = play.measured[q].z(row.exact);
        if (which < seeds) {
            row.z.push_back(z);
            row.estimates.push_back(play.measured[q].estimate);
            row.standard_errors.push_back(play.measured[q].standard_error);
        } else if (row.model->quantities[q].twin == which - seeds) {
            row.twin_z = z;
        }
    }
}

}  // namespace

double two_sided_p(double z) { return std::erfc(std::abs(z) / std::sqrt(2.0)); }

double normality_p(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double distance = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double law = 0.5 * std::erfc(-values[i] / std::sqrt(2.0));
        distance = std::max({distance, law - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - law});
    }
    const double scaled = distance * (std::sqrt(n) + 0.12 + 0.11 / std::sqrt(n));
    double p = 0;
    for (int k = 1; k <= 100; ++k) p += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * scaled * scaled);
    return scaled < 0.2 ? 1.0 : std::clamp(p, 0.0, 1.0);  // the series does not settle where p is 1
}

double Row::mean_estimate() const {
    return std::accumulate(estimates.begin(), estimates.end(), 0.0) / static_cast<double>(estimates.size());
}
double Row::told_to() const {
    return 1.96 * std::sqrt(sum_of_squares(standard_errors)) / static_cast<double>(z.size()) / std::abs(exact);
}
double Row::pooled_z() const {
    return std::accumulate(z.begin(), z.end(), 0.0) / std::sqrt(static_cast<double>(z.size()));
}
double Row::outside() const {
    const auto out = std::count_if(z.begin(), z.end(), [](double each) { return std::abs(each) > 1.96; });
    return static_cast<double>(out) / static_cast<double>(z.size());
}
double Row::scatter_p() const { return chi_square_above(sum_of_squares(z), static_cast<double>(z.size())); }

std::vector<Row> play_set(const std::vector<const Model*>& models, Seeds seeds, double length, Twins twins,
                          const std::function<void(std::size_t, std::size_t)>& done, const Swap& swap) {
    std::vector<Play> plays = plays_of(models, seeds, length, twins, swap);
    std::vector<std::vector<Row>> rows(models.size());
    const std::size_t all = plays.size() + models.size();
    std::size_t finished = 0;
    std::mutex telling;
    oneapi::tbb::parallel_for(std::size_t{0}, all, [&](std::size_t i) {
        if (i < models.size()) {
            rows[i] = rows_of(*models[i]);
        } else {
            Play& play = plays[i - models.size()];
            play.measured = measure(*models[play.model], play.seed, play.twin, play.length);
        }
        const std::lock_guard lock(telling);
        ++finished;
        if (done) done(finished, all);
    });
    for (std::size_t i = 0, which = 0; i < plays.size(); ++i, ++which) {
        if (i > 0 && plays[i].model != plays[i - 1].model) which = 0;
        enter(rows[plays[i].model], plays[i], which, seeds.count);
    }
    std::vector<Row> flat;
    for (std::vector<Row>& each : rows) flat.insert(flat.end(), each.begin(), each.end());
    return flat;
}

bool Alarm::rings() const { return std::min({mean_p, scatter_p, all_p, normal_p}) < kFalseAlarm / kQuestions; }

Alarm listen(const std::vector<Row>& rows) {
    const auto bonferroni = [&](double p) { return std::min(1.0, p * static_cast<double>(rows.size())); };
    Alarm alarm;
    std::vector<double> leading;
    for (const Row& row : rows) {
        if (!alarm.farthest || std::abs(row.pooled_z()) > std::abs(alarm.farthest->pooled_z())) alarm.farthest = &row;
        alarm.mean_p = std::min(alarm.mean_p, bonferroni(two_sided_p(row.pooled_z())));
        alarm.scatter_p = std::min(alarm.scatter_p, bonferroni(row.scatter_p()));
        if (row.quantity == 0) leading.insert(leading.end(), row.z.begin(), row.z.end());
    }
    const double above = chi_square_above(sum_of_squares(leading), static_cast<double>(leading.size()));
    alarm.all_p = std::min(1.0, 2 * std::min(above, 1 - above));
    alarm.normal_p = normality_p(leading);
    return alarm;
}

std::vector<const Row*> unnoticed_twins(const std::vector<Row>& rows) {
    std::vector<const Row*> unnoticed;
    for (const Row& row : rows)
        if (two_sided_p(row.twin_z) * static_cast<double>(rows.size()) > kFalseAlarm / kQuestions)
            unnoticed.push_back(&row);
    return unnoticed;
}

}  // namespace skranke::test
