// The search for the least staffing, against places whose least staffing is known.

#include "engine/planning/sizing/place_search.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <random>

#include "engine/planning/sizing/staffing_search.hpp"

using namespace skranke;

namespace {

using Desks = std::vector<DeskStaffing>;
/// What a run of a scenario breaks with a staffing.
using Breaks = std::function<RuleSet(std::size_t scenario, std::uint32_t run, const Desks& desks)>;

SearchedDesk desk(std::vector<double> load, double unit = 1, int floor = 0, std::size_t kind = 0) { return {{std::move(load), unit, floor}, {}, kind}; }

/// Plays a search to its end in batches of `batch` runs.
void play(PlaceSearch& search, SearchSample sample, const Breaks& breaks, std::uint32_t batch = 4) {
    std::uint32_t next = 0;
    while (!search.is_done()) {
        const Desks desks = search.staffing();
        for (std::uint32_t r = 0; r < batch; ++r) {
            std::vector<RuleSet> broken;
            for (std::size_t s = 0; s < sample.scenarios; ++s) broken.push_back(breaks(s, (next + r) % sample.runs, desks));
            search.add(broken);
        }
        search.look();
        next = (next + batch) % sample.runs;
    }
}

RuleSet rule(std::size_t number, bool is_broken) {
    RuleSet set;
    set[number] = is_broken;
    return set;
}

const RuleSet kAll = RuleSet().set();

/// How many of the sample's runs break a rule.
std::uint32_t failures(SearchSample sample, const Breaks& breaks, const Desks& desks, RuleSet wanted) {
    std::uint32_t most = 0;
    for (std::size_t s = 0; s < sample.scenarios; ++s) {
        std::uint32_t here = 0;
        for (std::uint32_t r = 0; r < sample.runs; ++r) here += (breaks(s, r, desks) & wanted).any() ? 1 : 0;
        most = std::max(most, here);
    }
    return most;
}

}  // namespace

TEST_CASE("So few runs may fail that a staffing that fails too often seldom passes") {
    CHECK(allowed_failures(8, 0.9) == 0);
    CHECK(allowed_failures(32, 0.9) == 1);
    CHECK(allowed_failures(48, 0.9) == 2);
    CHECK(allowed_failures(8, 0.999) == 0);
    CHECK(allowed_failures(40, 0.5) == 16);
    for (const std::uint32_t runs : {24u, 48u, 96u, 400u}) {
        // The binomial distribution, term by term in logarithms.
        double passes = 0, more = 0;
        for (std::uint32_t k = 0; k <= allowed_failures(runs, 0.9) + 1; ++k) {
            const double term = std::exp(std::lgamma(runs + 1.0) - std::lgamma(k + 1.0) - std::lgamma(runs - k + 1.0) + k * std::log(0.1) +
                                         (runs - k) * std::log(0.9));
            passes += k <= allowed_failures(runs, 0.9) ? term : 0;
            more += term;
        }
        CHECK(passes <= kUndeserved);
        CHECK(more > kUndeserved);
    }
}

TEST_CASE("A sample is as large as it takes to tell with all its runs") {
    for (const double probability : {0.5, 0.8, 0.9, 0.95}) {
        const std::uint32_t runs = least_sample(probability);
        INFO(probability << ": " << runs);
        CHECK(runs % kSizingBatch == 0);
        CHECK(std::pow(probability, runs) <= kUndeserved);
        CHECK((runs == kSizingBatch || std::pow(probability, runs - kSizingBatch) > kUndeserved));
    }
    CHECK(least_sample(0.9) == 16);
    CHECK(least_sample(0.9999) == kMostSample);
}

TEST_CASE("Where every period needs a known number, the search finds just that") {
    const std::vector<int> need_a{3, 7, 2, 5}, need_b{1, 1, 4, 0};
    const SearchSample sample{16, 0, 1, Effort::thorough};
    const Breaks breaks = [&](std::size_t, std::uint32_t, const Desks& desks) {
        bool a = false, b = false;
        for (std::size_t p = 0; p < need_a.size(); ++p) {
            a |= desks[0].units[p] < need_a[p];
            b |= desks[1].units[p] < need_b[p];
        }
        return rule(0, a) | rule(2, b);
    };
    PlaceSearch search({desk({2.5, 5.5, 1.2, 4}), desk({0.8, 0.8, 3, 0.01}, 1, 0, 1)}, kAll, sample);
    play(search, sample, breaks);
    CHECK(search.staffing()[0].units == need_a);
    CHECK(search.staffing()[1].units == need_b);
    CHECK(search.impossible().none());
    CHECK(search.wanted() == kAll);
    for (const TightUnit& unit : search.tight()) CHECK(unit.rule == (unit.desk == 0 ? 0u : 2u));
}

TEST_CASE("Loads that are far off change the number of trials, not the answer") {
    const std::vector<int> need{3, 7, 2, 5};
    const SearchSample sample{8, 0, 1, Effort::thorough};
    const Breaks breaks = [&](std::size_t, std::uint32_t, const Desks& desks) {
        bool broken = false;
        for (std::size_t p = 0; p < need.size(); ++p) broken |= desks[0].units[p] < need[p];
        return rule(3, broken);
    };
    for (const std::vector<double>& load : {std::vector<double>{5, 5, 5, 5}, {9, 9, 1, 9}, {3, 4, 2, 3}}) {
        PlaceSearch search({desk(load)}, kAll, sample);
        play(search, sample, breaks);
        CHECK(search.staffing()[0].units == need);
        CHECK(search.trials() < 60);
    }
}

TEST_CASE("Runs that differ: the answer fails no more than allowed, and with any unit less it does") {
    const SearchSample sample{32, 2, 2, Effort::thorough};
    std::vector<std::vector<int>> need;  // by scenario and run, of a period each in turn
    std::mt19937 random(7);
    for (std::size_t s = 0; s < 2; ++s) {
        std::poisson_distribution<int> law(s == 0 ? 6 : 7);
        for (std::uint32_t r = 0; r < sample.runs; ++r) need.push_back({law(random), law(random), law(random)});
    }
    const Breaks breaks = [&](std::size_t s, std::uint32_t r, const Desks& desks) {
        bool broken = false;
        for (std::size_t p = 0; p < 3; ++p) broken |= desks[0].units[p] + desks[1].units[p] / 2 < need[s * sample.runs + r][p];
        return rule(1, broken);
    };
    PlaceSearch search({desk({5, 5, 5}), desk({3, 3, 3}, 1, 0, 1)}, kAll, sample);
    play(search, sample, breaks, 8);
    const Desks found = search.staffing();
    CHECK(failures(sample, breaks, found, kAll) <= sample.allowed);
    for (std::size_t d = 0; d < found.size(); ++d)
        for (std::size_t p = 0; p < 3; ++p) {
            if (found[d].units[p] == 0) continue;
            Desks fewer = found;
            --fewer[d].units[p];
            INFO("desk " << d << " period " << p);
            CHECK(failures(sample, breaks, fewer, kAll) > sample.allowed);
        }
}

TEST_CASE("Desks of one kind go down together, and then each to what it needs") {
    const SearchSample sample{16, 0, 1, Effort::usual};
    const std::vector<int> need{6, 2, 9};
    const Breaks breaks = [&](std::size_t, std::uint32_t, const Desks& desks) {
        bool broken = false;
        for (std::size_t d = 0; d < need.size(); ++d) broken |= desks[d].units[0] < need[d];
        return rule(4, broken);
    };
    PlaceSearch search({desk({5}), desk({1}), desk({5})}, kAll, sample);
    play(search, sample, breaks, 8);
    for (std::size_t d = 0; d < need.size(); ++d) CHECK(search.staffing()[d].units == std::vector<int>{need[d]});
    CHECK(search.tight().size() == need.size());
    CHECK(search.trials() < 25);
}

TEST_CASE("A rule that ample staff breaks is told and not asked for; the others are kept") {
    const SearchSample sample{16, 1, 1, Effort::thorough};
    const Breaks breaks = [](std::size_t, std::uint32_t run, const Desks& desks) {
        return rule(5, run % 2 == 0) | rule(2, desks[0].units[0] < 4) | rule(0, run == 3);
    };
    PlaceSearch search({desk({3})}, kAll, sample);
    play(search, sample, breaks);
    CHECK(search.impossible() == rule(5, true));
    CHECK(search.wanted() == (kAll & ~rule(5, true)));
    CHECK(search.staffing()[0].units == std::vector<int>{4});
}

TEST_CASE("Rules that nobody asked for are not kept") {
    const SearchSample sample{8, 0, 1, Effort::thorough};
    const Breaks breaks = [](std::size_t, std::uint32_t, const Desks& desks) { return rule(1, desks[0].units[0] < 5) | rule(4, desks[0].units[0] < 2); };
    PlaceSearch search({desk({3})}, rule(4, true), sample);
    play(search, sample, breaks);
    CHECK(search.staffing()[0].units == std::vector<int>{2});
}

TEST_CASE("No desk goes below its floor, and a desk that nobody needs has nothing else") {
    const SearchSample sample{8, 0, 1, Effort::thorough};
    PlaceSearch search({desk({3, 3}, 1, 2), desk({0.1, 0.1}, 0.5, 0, 1)}, kAll, sample);
    play(search, sample, [](std::size_t, std::uint32_t, const Desks&) { return RuleSet(); });
    CHECK(search.staffing()[0].units == std::vector<int>{2, 2});
    CHECK(search.staffing()[1].units == std::vector<int>{0, 0});
}

TEST_CASE("Hours of the day are staffed as each needs, never without anybody while it is open") {
    const SearchSample sample{8, 0, 1, Effort::thorough};
    const std::vector<int> need{0, 2, 5, 3, 1, 0};
    const Breaks breaks = [&](std::size_t, std::uint32_t, const Desks& desks) {
        bool broken = false;
        for (std::size_t h = 0; h < need.size(); ++h) {
            const int here = desks[0].at_work.empty() ? desks[0].units[0] : desks[0].at_work[h];
            broken |= here < need[h];
        }
        return rule(1, broken);
    };
    for (const std::vector<double>& load : {std::vector<double>{0, 2, 4, 3, 1, 0.1}, {0, 1, 1, 1, 1, 1}, {0, 1, 9, 1, 1, 1}}) {
        SearchedDesk hourly = desk({4});
        hourly.hour_load = load;
        PlaceSearch search({hourly}, kAll, sample);
        play(search, sample, breaks);
        CHECK(search.staffing()[0].units == std::vector<int>{5});
        CHECK(search.staffing()[0].at_work == std::vector<int>{0, 2, 5, 3, 1, 1});
    }
}

TEST_CASE("After fresh runs broke a rule, the desk that was in its way gets more") {
    const SearchSample sample{8, 0, 1, Effort::thorough};
    const Breaks breaks = [](std::size_t, std::uint32_t, const Desks& desks) { return rule(0, desks[0].units[0] < 2) | rule(2, desks[1].units[1] < 3); };
    PlaceSearch search({desk({1, 1}), desk({1, 2}, 1, 0, 1)}, kAll, sample);
    play(search, sample, breaks);
    const Desks before = search.staffing();
    search.add_reserve(2);
    CHECK(search.staffing()[0].units == before[0].units);
    CHECK(search.staffing()[1].units != before[1].units);
    search.add_reserve(0);
    CHECK(search.staffing()[0].units != before[0].units);
    const Desks more = search.staffing();
    search.add_reserve(5);  // nobody was in its way
    CHECK(search.staffing() != more);
    for (std::size_t d = 0; d < 2; ++d)
        for (std::size_t p = 0; p < 2; ++p) CHECK(search.staffing()[d].units[p] >= before[d].units[p]);
}

TEST_CASE("All places are searched at once, each as if it were alone") {
    const SearchSample sample{16, 0, 1, Effort::thorough};
    std::vector<PlanningPlace> places(2);
    places[0].offices = {0, 2};
    places[1].offices = {1};
    const std::vector<int> need{2, 5, 3};  // by office, of casework
    std::vector<std::array<SearchedDesk, kOfficeDesks>> needs(3, {desk({1}), desk({1}), desk({2})});
    StaffingSearch search(places, needs, kAll, sample);
    std::uint32_t batches = 0;
    while (!search.is_done()) {
        const SizingBatch batch = search.next();
        REQUIRE(batch.first + batch.runs <= sample.runs);
        std::vector<std::vector<RuleSet>> of_runs(batch.runs);
        for (auto& of_places : of_runs)
            for (const PlanningPlace& place : places) {
                bool broken = false;
                for (const std::size_t o : place.offices) broken |= batch.staffing[o][2].units[0] < need[o];
                of_places.push_back(rule(2, broken));
            }
        search.tell({of_runs});
        ++batches;
    }
    const Staffing found = search.staffing();
    for (std::size_t o = 0; o < need.size(); ++o) {
        CHECK(found[o][0].units == std::vector<int>{0});
        CHECK(found[o][2].units == std::vector<int>{need[o]});
    }
    CHECK(batches < 60);
    CHECK(digest_of(found) == digest_of(search.staffing()));
    Staffing other = found;
    ++other[1][0].units[0];
    CHECK(digest_of(other) != digest_of(found));
}
