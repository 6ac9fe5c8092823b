#include "engine/sensitivity/design.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <numeric>

#include "engine/base/contract.hpp"
#include "engine/random/random_stream.hpp"

namespace skranke {

namespace {

/// Streams of designs: a source that no scenario reaches, see office/person.hpp.
constexpr std::uint32_t kDesignPurpose = 1023u << 8;

/// \param part  of the design; \param number  of what is drawn there
RandomStream stream_of(const DesignPlan& plan, std::uint32_t part, std::size_t number) {
    return RandomStream({.seed = plan.seed,
                         .entity = static_cast<std::uint32_t>(number),
                         .purpose = kDesignPurpose + static_cast<std::uint32_t>(plan.method) * 8 + part});
}

std::size_t below(double uniform, std::size_t limit) {
    return std::min(static_cast<std::size_t>(uniform * static_cast<double>(limit)), limit - 1);
}

/// 0 .. count - 1 in random order.
/// Source  R. A. Fisher & F. Yates; D. E. Knuth, The Art of Computer Programming 2, algorithm 3.4.2P.
std::vector<std::size_t> shuffled(std::size_t count, RandomStream& stream) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[below(stream.uniform(), i)]);
    return order;
}

class Maker {
  public:
    explicit Maker(const DesignPlan& plan) : plan_(plan), k_(plan.levels.size()) {
        made_.method = plan.method;
        made_.factors = k_;
        made_.values.assign(k_, kAsWritten);
    }

    Design make() && {
        switch (plan_.method) {
            case Method::one_at_a_time:
                one_at_a_time();
                break;
            case Method::grid:
                grid();
                break;
            case Method::latin_hypercube:
                latin_hypercube();
                break;
            case Method::sobol:
                add(shifted_sobol(plan_.points, k_));
                break;
            case Method::morris:
                for (std::size_t t = 0; t < plan_.points; ++t) trajectory(t);
                made_.morris_levels = plan_.levels.front();
                break;
            case Method::saltelli:
                saltelli();
                break;
        }
        return std::move(made_);
    }

  private:
    void add(const std::vector<double>& values) { made_.values.insert(made_.values.end(), values.begin(), values.end()); }

    void one_at_a_time() {
        for (std::size_t f = 0; f < k_; ++f)
            for (const double end : {0.0, 1.0}) {
                std::vector<double> point(k_, kAsWritten);
                point[f] = end;
                add(point);
            }
    }

    void grid() {
        std::vector<std::size_t> at(k_, 0);
        for (;;) {
            std::vector<double> point(k_);
            for (std::size_t f = 0; f < k_; ++f)
                point[f] = plan_.levels[f] < 2 ? 0.0 : static_cast<double>(at[f]) / static_cast<double>(plan_.levels[f] - 1);
            add(point);
            std::size_t f = k_;
            while (f > 0 && ++at[f - 1] == plan_.levels[f - 1]) at[--f] = 0;
            if (f == 0) return;
        }
    }

    void latin_hypercube() {
        const std::size_t n = plan_.points;
        std::vector<double> values(n * k_);
        for (std::size_t f = 0; f < k_; ++f) {
            RandomStream stream = stream_of(plan_, 0, f);
            const std::vector<std::size_t> stratum = shuffled(n, stream);
            for (std::size_t p = 0; p < n; ++p)
                values[p * k_ + f] = (static_cast<double>(stratum[p]) + stream.uniform()) / static_cast<double>(n);
        }
        add(values);
    }

    /// The first points of the Sobol sequence, each coordinate with random binary digits added without carry: any
    /// power of two of them still has as many points in each half, quarter ... of each coordinate.
    std::vector<double> shifted_sobol(std::size_t points, std::size_t dimensions) const {
        boost::random::sobol sequence(dimensions);  // begins with its second point; the first is all zeros
        std::vector<std::uint64_t> shift;
        for (std::size_t d = 0; d < dimensions; ++d)
            shift.push_back(static_cast<std::uint64_t>(stream_of(plan_, 1, d).uniform() * 0x1p52) << 12);
        std::vector<double> values;
        for (std::size_t p = 0; p < points; ++p)
            for (std::size_t d = 0; d < dimensions; ++d) {
                const std::uint64_t digits = (p == 0 ? 0 : sequence()) ^ shift[d];
                values.push_back((static_cast<double>(digits >> 12) + 0.5) * 0x1p-52);
            }
        return values;
    }

    void trajectory(std::size_t number) {
        const std::size_t levels = plan_.levels.front();
        const std::size_t starts = levels / 2;  // levels from which a step up stays inside
        const double step = morris_step(levels);
        RandomStream stream = stream_of(plan_, 2, number);
        std::vector<double> point(k_), move(k_);
        for (std::size_t f = 0; f < k_; ++f) {
            const double low = static_cast<double>(below(stream.uniform(), starts)) / static_cast<double>(levels - 1);
            const bool upward = stream.uniform() < 0.5;
            point[f] = upward ? low : low + step;
            move[f] = upward ? low + step : low;
        }
        const std::vector<std::size_t> order = shuffled(k_, stream);
        add(point);
        for (const std::size_t f : order) {
            point[f] = move[f];
            add(point);
        }
    }

    void saltelli() {
        const std::vector<double> both = shifted_sobol(plan_.points, 2 * k_);
        for (std::size_t n = 0; n < plan_.points; ++n) {
            const auto first = both.begin() + static_cast<std::ptrdiff_t>(n * 2 * k_);
            const auto half = first + static_cast<std::ptrdiff_t>(k_);
            const std::vector<double> a(first, half), b(half, half + static_cast<std::ptrdiff_t>(k_));
            add(a);
            add(b);
            for (std::size_t f = 0; f < k_; ++f) {
                std::vector<double> mixed = a;
                mixed[f] = b[f];
                add(mixed);
            }
        }
    }

    const DesignPlan& plan_;
    std::size_t k_;
    Design made_;
};

}  // namespace

std::size_t Design::block() const {
    return method == Method::morris ? factors + 1 : method == Method::saltelli ? factors + 2 : 1;
}

double morris_step(std::size_t levels) { return static_cast<double>(levels) / (2 * static_cast<double>(levels - 1)); }

std::uint64_t count_points(const DesignPlan& plan) {
    const std::uint64_t k = plan.levels.size();
    double count = static_cast<double>(plan.points);
    if (plan.method == Method::one_at_a_time) count = 2 * static_cast<double>(k);
    if (plan.method == Method::morris) count *= static_cast<double>(k + 1);
    if (plan.method == Method::saltelli) count *= static_cast<double>(k + 2);
    if (plan.method == Method::grid) {
        count = 1;
        for (const std::size_t levels : plan.levels) count *= static_cast<double>(levels);
    }
    return count >= static_cast<double>(kMostPoints) ? kMostPoints + 1 : static_cast<std::uint64_t>(count) + 1;
}

Design make_design(const DesignPlan& plan) {
    SKRANKE_EXPECT(!plan.levels.empty() && count_points(plan) <= kMostPoints);
    SKRANKE_EXPECT(plan.method != Method::morris || (plan.levels.front() >= 2 && plan.levels.front() % 2 == 0));
    SKRANKE_EXPECT(plan.levels.size() * (plan.method == Method::saltelli ? 2 : 1) <= kMostSobolFactors ||
                   (plan.method != Method::sobol && plan.method != Method::saltelli));
    return Maker(plan).make();
}

}  // namespace skranke
