// Who lends to whom: against all ways to share, tried one by one.

#include "engine/planning/lending/loan_market.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <numeric>
#include <random>

using namespace skranke;

namespace {

constexpr double kOutOfReach = std::numeric_limits<double>::infinity();

double sum_of_first(const std::vector<double>& values, int units) {
    return std::accumulate(values.begin(), values.begin() + units, 0.0);
}

double value_of(const LoanMarket& market, const std::vector<StaffLoan>& loans) {
    const std::size_t places = market.losses.size();
    double value = 0;
    for (std::size_t p = 0; p < places; ++p) {
        int lent = 0, borrowed = 0;
        for (const StaffLoan& loan : loans) {
            lent += loan.lender == p ? loan.units : 0;
            borrowed += loan.borrower == p ? loan.units : 0;
        }
        if (lent > 0 && borrowed > 0) return -1e9;  // nobody does both
        if (lent > static_cast<int>(market.losses[p].size()) || borrowed > static_cast<int>(market.gains[p].size())) return -1e9;
        value += sum_of_first(market.gains[p], borrowed) - sum_of_first(market.losses[p], lent);
    }
    return value;
}

/// The value of the best of all ways to share.
double best_value(const LoanMarket& market, std::size_t way, std::vector<StaffLoan>& loans) {
    const std::size_t places = market.losses.size();
    if (way == places * places) return value_of(market, loans);
    double best = best_value(market, way + 1, loans);
    const std::size_t a = way / places, b = way % places;
    if (a == b || market.km[a][b] == kOutOfReach) return best;
    for (int units = 1; units <= std::min<int>(static_cast<int>(market.losses[a].size()), static_cast<int>(market.gains[b].size())); ++units) {
        loans.push_back({a, b, units});
        best = std::max(best, best_value(market, way + 1, loans));
        loans.pop_back();
    }
    return best;
}

}  // namespace

TEST_CASE("No way to share gains more than the loans that are found", "[planning]") {
    std::mt19937 random(3);
    const auto draw = [&](double most) { return most * static_cast<double>(random() % 1000) / 1000; };
    for (int market_number = 0; market_number < 200; ++market_number) {
        LoanMarket market;
        for (int p = 0; p < 4; ++p) {
            std::vector<double> losses(random() % 3), gains(random() % 3);
            for (double& loss : losses) loss = draw(10);
            for (double& gain : gains) gain = draw(20);
            std::sort(losses.begin(), losses.end());
            std::sort(gains.rbegin(), gains.rend());
            market.losses.push_back(losses);
            market.gains.push_back(gains);
            std::vector<double>& km = market.km.emplace_back();
            for (int q = 0; q < 4; ++q) km.push_back(random() % 3 == 0 ? kOutOfReach : draw(300));
        }
        const std::vector<StaffLoan> loans = best_loans(market);
        std::vector<StaffLoan> none;
        CHECK(value_of(market, loans) == Approx(best_value(market, 0, none)).margin(1e-6));
        for (const StaffLoan& loan : loans) CHECK(market.km[loan.lender][loan.borrower] < kOutOfReach);
    }
}

TEST_CASE("Of two lenders to whom it is the same, the nearer one lends", "[planning]") {
    const LoanMarket market{{{1}, {1}, {}}, {{}, {}, {5}}, {{0, 9, 80}, {9, 0, 20}, {80, 20, 0}}};
    CHECK(best_loans(market) == std::vector<StaffLoan>{{1, 2, 1}});
}

TEST_CASE("A lender is moved to where only it reaches when another can take its place", "[planning]") {
    // The first reaches both, the second only the third place: the greedy first choice 0 -> 2 would leave 3 without.
    const LoanMarket market{{{0}, {0}, {}, {}},
                            {{}, {}, {10}, {9}},
                            {{0, 1, 1, 2}, {1, 0, 5, kOutOfReach}, {1, 5, 0, 1}, {2, kOutOfReach, 1, 0}}};
    CHECK(best_loans(market) == std::vector<StaffLoan>{{0, 3, 1}, {1, 2, 1}});
}

TEST_CASE("Values that fall are drawn together to their mean", "[planning]") {
    CHECK(not_falling({1, 2, 3}) == std::vector<double>{1, 2, 3});
    CHECK(not_falling({3, 1}) == std::vector<double>{2, 2});
    CHECK(not_falling({4, 1, 1, 5}) == std::vector<double>{2, 2, 2, 5});
    CHECK(not_falling({}).empty());
}
