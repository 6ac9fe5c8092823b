#pragma once
/// \file
/// Reads the condition of a policy: `waiting.casework > 3 * heads.casework and day >= 14`.
///
/// Shape   numbers, names of variables, + - * /, < <= > >= == !=, and, or, not, brackets, min(a, b), max(a, b).
///         `or` binds loosest, then `and`, `not`, comparison, + -, * /, the minus sign.
/// Errors  what is wrong and where in the text; for unknown names the nearest known one.

#include <functional>
#include <string>
#include <variant>

#include "engine/scenario/expression.hpp"

namespace skranke {

/// \return the expression, or what is wrong with the text
std::variant<Expression, std::string> read_expression(const std::string& text);

/// Least and greatest value.
struct Bounds {
    Bounds(double number = 0) : low(number), high(number) {}  // NOLINT: a number is a range
    Bounds(double least, double greatest) : low(least), high(greatest) {}
    double low, high;
};

/// What an expression may come to if its variables stay within bounds; each occurrence of a variable is
/// taken on its own, so the range may be too wide, never too narrow.
///
/// Source  interval arithmetic: R. E. Moore, Interval Analysis (1966), ch. 2.
Bounds bounds_of(const Expression& expression, const std::function<Bounds(const Observable&)>& bounds);

}  // namespace skranke
