#include "tests/theory/models/model.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "engine/base/combine.hpp"

namespace skranke::test {
namespace {

constexpr std::uint32_t kFewest = 10;

std::uint64_t seed_of(const Model& model, std::uint64_t seed) {
    for (const char c : model.name) seed = combine(seed, static_cast<unsigned char>(c));
    return seed;
}

Measured measured(const RatioEstimator& ratio, std::uint32_t replications) {
    const Estimate e = ratio.estimate();
    return {e.value, e.half_width() / student_t_975(replications - 1), replications};
}

void append(std::vector<Model>& all, std::vector<Model> more) {
    for (Model& model : more) all.push_back(std::move(model));
}

}  // namespace

const char* name_of(Part part) {
    constexpr const char* kNames[] = {"desks", "channels", "priorities", "casework", "staffing", "demand"};
    return kNames[static_cast<std::size_t>(part)];
}

double Measured::z(double exact) const {
    const double t = (estimate - exact) / standard_error;
    const boost::math::students_t student(static_cast<double>(replications - 1));
    const double beyond = boost::math::cdf(boost::math::complement(student, std::abs(t)));
    if (beyond < 1e-300) return std::copysign(37.0, t);  // farther than a double can tell
    return std::copysign(boost::math::quantile(boost::math::complement(boost::math::normal(), beyond)), t);
}

std::vector<Measured> measure(const Model& model, std::uint64_t seed, Twin twin, double length) {
    const auto replications = std::max(kFewest, static_cast<std::uint32_t>(std::lround(length * model.replications)));
    const Player play = model.player(seed_of(model, seed), twin);
    std::vector<RatioEstimator> ratios(model.quantities.size());
    for (std::uint32_t r = 0; r < replications; ++r) {
        const std::vector<Ratio> samples = play(r);
        for (std::size_t q = 0; q < ratios.size(); ++q) ratios[q].add(samples[q].numerator, samples[q].denominator);
    }
    std::vector<Measured> all;
    for (const RatioEstimator& ratio : ratios) all.push_back(measured(ratio, replications));
    return all;
}

const std::vector<Model>& all_models() {
    static const std::vector<Model> kAll = [] {
        std::vector<Model> all = desk_models();
        append(all, {tiny_office(), virtual_hold_at_centre(), virtual_hold_at_office()});
        append(all, phone_models());
        append(all, visit_models());
        append(all, priority_models());
        append(all, casework_models());
        append(all, {helped_reception(1), helped_reception(2), lent_head(), shifts()});
        append(all, demand_models());
        return all;
    }();
    return kAll;
}

}  // namespace skranke::test
