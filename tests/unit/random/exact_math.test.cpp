#include "engine/random/exact_math.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "engine/random/random_stream.hpp"

namespace skranke {

namespace {

// What exact_math.hpp promises, 2^-51, in units of the best a double can do, 2^-53.
constexpr double kMostError = 4;

double relative_error(double ours, long double truth) {
    return static_cast<double>(std::abs((static_cast<long double>(ours) - truth) / truth) * 0x1p53L);
}

double log_error(double x) { return relative_error(exact_log(x), std::log(static_cast<long double>(x))); }
double exp_error(double x) { return relative_error(exact_exp(x), std::exp(static_cast<long double>(x))); }

double next_above(double x) { return std::nextafter(x, std::numeric_limits<double>::infinity()); }
double next_below(double x) { return std::nextafter(x, 0.0); }

}  // namespace

TEST_CASE("The logarithm errs by less than 2^-51 of itself over all powers of ten") {
    RandomStream random({.seed = 1});
    double worst = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        const double x = std::exp((random.uniform() - 0.5) * 1400);
        worst = std::max(worst, log_error(x));
    }
    for (int i = 0; i < 1'000'000; ++i) worst = std::max(worst, log_error(random.uniform()));
    CHECK(worst < kMostError);
    CHECK(worst > 0.5);  // the comparison is finer than a double
}

TEST_CASE("The logarithm keeps its accuracy next to 1, where it vanishes") {
    CHECK(exact_log(1.0) == 0.0);
    for (int k = 1; k < 53; ++k) {
        REQUIRE(log_error(1.0 + std::ldexp(1.0, -k)) < kMostError);
        REQUIRE(log_error(1.0 - std::ldexp(1.0, -k)) < kMostError);
    }
}

TEST_CASE("The logarithm holds at its seams and at both ends of its range") {
    const double seam = std::sqrt(0.5);
    for (int exponent = -1021; exponent < 1023; ++exponent) {
        const double x = std::ldexp(seam, exponent);
        for (const double at : {next_below(x), x, next_above(x), std::ldexp(1.0, exponent)})
            if (at != 1.0) REQUIRE(log_error(at) < kMostError);
    }
    CHECK(log_error(std::numeric_limits<double>::min()) < kMostError);
    CHECK(log_error(std::numeric_limits<double>::max()) < kMostError);
}

TEST_CASE("The logarithm holds where one cell of its table ends and the next begins") {
    for (int exponent = -53; exponent < 3; ++exponent)
        for (std::uint64_t cell = 0; cell < kCells; ++cell) {
            const auto begin = std::bit_cast<double>(LogTable::kBegin + cell * LogTable::kWidth);
            const double at = std::ldexp(begin, exponent);
            for (const double x : {next_below(at), at, next_above(at)}) REQUIRE(log_error(x) < kMostError);
        }
}

TEST_CASE("The tables are right to the last bit or the next") {
    for (std::uint64_t j = 0; j < kCells; ++j)
        REQUIRE(relative_error(kExpTable.power[j], std::exp2(static_cast<long double>(j) / kCells)) < 1.02);
    for (std::uint64_t i = 0; i < kCells; ++i) {
        const auto centre = std::bit_cast<double>(LogTable::kFirstCentre + i * LogTable::kWidth);
        if (centre == 1.0)
            REQUIRE(kLogTable.cell[i].log == 0.0);
        else
            REQUIRE(relative_error(kLogTable.cell[i].log, std::log(static_cast<long double>(centre))) < 1.02);
    }
}

TEST_CASE("The exponential errs by less than 2^-51 of itself") {
    RandomStream random({.seed = 2});
    double worst = 0;
    for (int i = 0; i < 1'000'000; ++i) worst = std::max(worst, exp_error((random.uniform() - 0.5) * 1400));
    for (int i = 0; i < 1'000'000; ++i) worst = std::max(worst, exp_error((random.uniform() - 0.5) * 4));
    for (int k = 1; k < 300; ++k)
        worst = std::max({worst, exp_error(std::ldexp(1.0, -k)), exp_error(-std::ldexp(1.0, -k))});
    CHECK(worst < kMostError);
    CHECK(worst > 0x1p-54);
}

TEST_CASE("The exponential holds at its seams and ends where it says") {
    CHECK(exact_exp(0.0) == 1.0);
    for (int k = -1020; k < 1022; ++k) {
        const double seam = (k + 0.5) * std::log(2.0);
        for (const double at : {seam - 1e-12, seam, seam + 1e-12}) REQUIRE(exp_error(at) < kMostError);
    }
    CHECK(exp_error(-708.0) < kMostError);
    CHECK(exp_error(709.0) < kMostError);
    CHECK(exact_exp(-708.1) == 0.0);
    CHECK(exact_exp(-1e300) == 0.0);
    CHECK(exact_exp(709.1) == std::numeric_limits<double>::max());
    CHECK(exact_exp(1e300) == std::numeric_limits<double>::max());
}

TEST_CASE("Logarithm and exponential can be had at compile time") {
    static_assert(exact_log(1.0) == 0.0);
    static_assert(exact_exp(0.0) == 1.0);
    static_assert(exact_log(8.0) > 2.0794 && exact_log(8.0) < 2.0795);
    SUCCEED();
}

}  // namespace skranke
