// Conditions of policies: what they mean, what they may come to, and what is wrong with them.

#include <catch2/catch.hpp>

#include <limits>

#include "engine/language/expression_reader.hpp"
#include "engine/scenario/policy.hpp"

using namespace skranke;

namespace {

Expression parsed(const std::string& text) {
    auto read = read_expression(text);
    INFO(text << ": " << (read.index() == 1 ? std::get<std::string>(read) : ""));
    REQUIRE(std::holds_alternative<Expression>(read));
    return std::get<Expression>(read);
}

/// With 12 waiting at casework, 4 heads there, day 9, and 0 for everything else.
double value(const std::string& text) {
    return parsed(text).value([](const Observable& seen) -> double {
        if (seen.what == Observed::waiting && seen.desk == DeskKind::casework) return 12;
        if (seen.what == Observed::heads && seen.desk == DeskKind::casework) return 4;
        return seen.what == Observed::day ? 9 : 0;
    });
}

std::string wrong(const std::string& text) {
    auto read = read_expression(text);
    REQUIRE(std::holds_alternative<std::string>(read));
    return std::get<std::string>(read);
}

Bounds range(const std::string& text) {
    return bounds_of(parsed(text), [](const Observable& seen) {
        return seen.what == Observed::quarantine ? Bounds{0, 0.04} : Bounds{0, std::numeric_limits<double>::infinity()};
    });
}

}  // namespace

TEST_CASE("An expression is worked out in the usual order", "[language]") {
    CHECK(value("1 + 2 * 3") == 7);
    CHECK(value("(1 + 2) * 3") == 9);
    CHECK(value("7 - 2 - 1") == 4);
    CHECK(value("12 / 3 / 2") == 2);
    CHECK(value("-2 * -3") == 6);
    CHECK(value("2.5e1 - .5") == 24.5);
    CHECK(value("waiting.casework / heads.casework") == 3);
    CHECK(value("min(day, 5) + max(day, 5)") == 14);
    CHECK(value("5 / waiting.reception") == 0);  // nothing is more than a share of nothing
}

TEST_CASE("Comparisons bind closer than not, and, or", "[language]") {
    CHECK(value("waiting.casework > 3 * heads.casework") == 0);
    CHECK(value("waiting.casework >= 3 * heads.casework") == 1);
    CHECK(value("1 < 2 or 1 < 0 and 1 < 0") == 1);
    CHECK(value("(1 < 2 or 1 < 0) and 1 < 0") == 0);
    CHECK(value("not day == 9 or day != 8") == 1);
    CHECK(value("not (day == 9 or day != 8)") == 0);
    CHECK(value("not not day <= 9") == 1);
}

TEST_CASE("What is wrong with an expression is said with its place and the nearest name", "[language]") {
    CHECK(wrong("waitin.casework > 3") == "does not know \"waitin.casework\" (nearest: waiting.casework) (at character 16)");
    CHECK(wrong("waiting.casework >") == "ends too early (at character 19)");
    CHECK(wrong("") == "ends too early (at character 1)");
    CHECK(wrong("(day > 3") == "needs a closing bracket (at character 9)");
    CHECK(wrong("day = 3") == "needs == to compare (at character 5)");
    CHECK(wrong("day > 3 day") == "did not expect \"day\" (at character 9)");
    CHECK(wrong("min(day)") == "needs two values in min(a, b) and max(a, b) (at character 8)");
    CHECK(wrong("day > 3; day") == "did not expect \";\" (at character 8)");
    CHECK(wrong(std::string(3000, '1')) == "is too long (at most 2000 characters)");
}

TEST_CASE("No expression is deep enough to overflow", "[language]") {
    CHECK(wrong(std::string(30, '(') + "1").find("brackets") != std::string::npos);
    std::string right_leaning = "1";
    for (int i = 0; i < 40; ++i) right_leaning = "1-(" + right_leaning;
    CHECK(wrong(right_leaning).find("brackets") != std::string::npos);
    std::string minuses(1900, '-');
    CHECK(value(minuses + "1") == 1);
    std::string sum = "1";
    for (int i = 0; i < 100; ++i) sum += "+1";
    CHECK(value(sum) == 101);
    for (int i = 0; i < 100; ++i) sum += "+1";
    CHECK(wrong(sum).find("too many parts") != std::string::npos);
}

TEST_CASE("A condition that can never hold is recognised, and one that may is not", "[language]") {
    CHECK(range("quarantine > 0.05").high == 0);
    CHECK(range("quarantine > 0.03").high == 1);
    CHECK(range("quarantine >= 0").low == 1);
    CHECK(range("waiting.casework < 0").high == 0);
    CHECK(range("waiting.casework < 0 or quarantine > 0.01").high == 1);
    CHECK(range("waiting.casework < 0 and quarantine > 0.01").high == 0);
    CHECK(range("2 * quarantine + 0.01 > 0.08").high == 1);
    CHECK(range("2 * quarantine + 0.01 > 0.1").high == 0);
    CHECK(range("waiting.casework / heads.casework > 1000").high == 1);
    CHECK(range("min(quarantine, 1) > 0.5").high == 0);
    CHECK(range("not quarantine > 0.05").low == 1);
}
