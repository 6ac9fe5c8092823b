// The best of several plans: found as often as promised, with fewer runs the more the plans share their luck.

#include "engine/comparison/best_plan.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace skranke;

namespace {

/// Replications of plans whose means differ and whose luck is partly common.
class Plans {
  public:
    Plans(std::vector<double> means, double common, std::uint64_t seed) : means_(std::move(means)), common_(common), bits_(seed) {}

    std::vector<double> next(const std::vector<std::size_t>& wanted) {
        const double shared = normal_(bits_);
        std::vector<double> own(means_.size()), values;
        for (double& luck : own) luck = normal_(bits_);
        for (const std::size_t plan : wanted)
            values.push_back(means_[plan] + common_ * shared + std::sqrt(1 - common_ * common_) * own[plan]);
        return values;
    }

  private:
    std::vector<double> means_;
    double common_;
    std::mt19937_64 bits_;
    std::normal_distribution<double> normal_;
};

struct Found {
    double right = 0;         ///< share of searches that ended with plan 0
    double replications = 0;  ///< mean, until it was known
};

Found search(const std::vector<double>& means, double common, double indifference, int searches) {
    Found found;
    for (int s = 0; s < searches; ++s) {
        Plans plans(means, common, static_cast<std::uint64_t>(s));
        BestPlanSearch search(means.size(), 10, indifference);
        while (!search.is_decided()) search.add(plans.next(search.running()));
        found.right += search.running().front() == 0 ? 1.0 : 0.0;
        found.replications += static_cast<double>(search.replications());
    }
    return {found.right / searches, found.replications / searches};
}

double screened_in(const std::vector<double>& means, double common, int times) {
    double in = 0;
    for (int s = 0; s < times; ++s) {
        Plans plans(means, common, static_cast<std::uint64_t>(s));
        std::vector<std::vector<double>> values(means.size());
        for (int r = 0; r < 10; ++r) {
            const std::vector<double> next = plans.next({0, 1, 2});
            for (std::size_t plan = 0; plan < means.size(); ++plan) values[plan].push_back(next[plan]);
        }
        in += may_be_best(values)[0] ? 1.0 : 0.0;
    }
    return in / times;
}

}  // namespace

TEST_CASE("The best plan is found with the stated probability where others are worse by just the indifference") {
    constexpr int kSearches = 1000;
    const double allowed = kRightWithProbability - 3 * std::sqrt(0.05 * 0.95 / kSearches);
    CHECK(search({0, 0.5, 0.5}, 0, 0.5, kSearches).right >= allowed);
    CHECK(search({0, 0.5, 0.5}, 0.9, 0.5, kSearches).right >= allowed);
    // Not so where they differ by less than was asked for: the check can fail.
    CHECK(search({0, 0.1, 0.1}, 0, 0.5, kSearches).right < allowed);
}

TEST_CASE("Plans that share their luck need fewer replications") {
    const Found apart = search({0, 0.5, 0.5}, 0, 0.5, 200), together = search({0, 0.5, 0.5}, 0.9, 0.5, 200);
    CHECK(together.replications < 0.5 * apart.replications);
}

TEST_CASE("A clearly worse plan is dropped early, and no more replications of it are wanted") {
    Plans plans({0, 0.1, 50}, 0, 1);
    BestPlanSearch search(3, 10, 0.1);
    for (int r = 0; r < 10; ++r) search.add(plans.next(search.running()));
    CHECK(search.running() == std::vector<std::size_t>{0, 1});
    CHECK(search.most_replications() > 1000);
}

TEST_CASE("Plans that do not differ at all are decided at once, for the first") {
    BestPlanSearch search(2, 3, 1);
    const std::vector<double> same{7, 7};
    for (int r = 0; r < 3; ++r) search.add(same);
    CHECK(search.is_decided());
    CHECK(search.running().front() == 0);
}

TEST_CASE("The best plan is among those that a screening keeps as often as stated, and others are not always") {
    constexpr int kTimes = 2000;
    const double allowed = kRightWithProbability - 3 * std::sqrt(0.05 * 0.95 / kTimes);
    CHECK(screened_in({0, 0, 0}, 0.5, kTimes) >= allowed);
    CHECK(screened_in({0.5, 0, 0}, 0.5, kTimes) < allowed);
    CHECK(may_be_best({{1, 2, 3}, {5, 6, 8}}) == std::vector<bool>{true, false});
}
