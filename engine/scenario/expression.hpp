#pragma once
/// \file
/// An expression over what can be observed at an office or shared site, such as
/// `waiting.casework > 3 * heads.casework`: the condition of a policy.
///
/// Shape   steps in postfix order, each working on a stack of numbers; comparisons and logic give 0 or 1.
/// Range   at most kMostSteps steps and kDeepest numbers on the stack.
/// Errors  none here; language/expression_reader.hpp makes expressions and says what is wrong.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/base/contract.hpp"
#include "engine/scenario/staff.hpp"

namespace skranke {

/// What an expression may ask; the first ones are asked of a desk.
enum class Observed : std::uint8_t {
    waiting,       ///< people or cases in a desk's line
    heads,         ///< at work at the desk when it was last open
    days_of_work,  ///< cases in line times their mean effort, in working days of the desk's staff
    longest_wait,  ///< days since the first in line came
    arrivals,      ///< who came to the desk in the seven days before
    lost,          ///< of these, who were refused, left or were sent home
    open_cases,    ///< registered and undecided, local services
    absence,       ///< probability that surges add to everybody's absence today
    quarantine,    ///< share of residents in quarantine today
    day,           ///< since the scenario's first day
    weekday        ///< 1 = Monday
};
inline constexpr std::size_t kObserved = 11;
/// The first so many are asked of a desk.
inline constexpr std::size_t kObservedAtDesk = 6;

struct Observable {
    Observed what = Observed::day;
    DeskKind desk = DeskKind::casework;  ///< if asked of a desk
};

class Expression {
  public:
    enum class Do : std::uint8_t {
        number, variable, negate, add, subtract, multiply, divide, less, at_most, more, at_least, equal, unequal,
        both, either, invert, least, most
    };
    struct Step {
        Do what = Do::number;
        double number = 0;
        Observable variable{};
    };
    static constexpr std::size_t kMostSteps = 256;
    static constexpr std::size_t kDeepest = 32;

    std::vector<Step> steps;  ///< empty = no condition

    /// \param Number     double, or a type with the same operators
    /// \param observe    Number(Observable)
    /// \param arithmetic Number(Do, Number, Number): every step with operands; the second of one operand is ignored
    template <class Number, class Observe, class Arithmetic>
    Number evaluate(Observe observe, Arithmetic arithmetic) const {
        std::array<Number, kDeepest> stack{};
        std::size_t size = 0;
        for (const Step& step : steps) {
            if (step.what == Do::number || step.what == Do::variable) {
                SKRANKE_EXPECT(size < kDeepest);
                stack[size++] = step.what == Do::number ? Number(step.number) : observe(step.variable);
                continue;
            }
            const bool one = takes_one(step.what);
            SKRANKE_EXPECT(size >= (one ? 1u : 2u));
            const Number second = stack[size - 1];
            if (!one) --size;
            stack[size - 1] = one ? arithmetic(step.what, second, second) : arithmetic(step.what, stack[size - 1], second);
        }
        SKRANKE_EXPECT(size == 1);
        return stack[0];
    }

    /// \return the value; of a condition 0 or 1. A division by 0 gives 0.
    template <class Observe>
    double value(Observe observe) const {
        return evaluate<double>(observe, &Expression::apply);
    }

    static constexpr bool takes_one(Do what) { return what == Do::negate || what == Do::invert; }
    static double apply(Do what, double a, double b);
};

inline double Expression::apply(Do what, double a, double b) {
    switch (what) {
        case Do::negate: return -a;
        case Do::add: return a + b;
        case Do::subtract: return a - b;
        case Do::multiply: return a * b;
        case Do::divide: return b == 0 ? 0 : a / b;
        case Do::less: return a < b;
        case Do::at_most: return a <= b;
        case Do::more: return a > b;
        case Do::at_least: return a >= b;
        case Do::equal: return a == b;
        case Do::unequal: return a != b;
        case Do::both: return a != 0 && b != 0;
        case Do::either: return a != 0 || b != 0;
        case Do::invert: return a == 0;
        case Do::least: return a < b ? a : b;
        case Do::most: return a > b ? a : b;
        case Do::number:
        case Do::variable: break;
    }
    return 0;
}

}  // namespace skranke
