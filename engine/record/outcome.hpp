#pragma once
/// \file
/// How a need ends: one outcome, and if unmet exactly one reason.
///
/// Source  definitions: README.md, "What the numbers mean".

#include <cstddef>
#include <cstdint>

namespace skranke {

enum class Outcome : std::uint8_t {
    met_on_time,
    met_late,
    unmet,
    censored  ///< its clock runs past the horizon: left out of rates, counted apart
};

inline constexpr std::size_t kOutcomes = 4;

enum class Reason : std::uint8_t {
    barrier,          ///< no open channel that this person can use
    closed,           ///< door or line shut
    blocked,          ///< line, waiting room or calendar full
    left_queue,       ///< hung up or left
    missed_callback,  ///< the office called back in vain
    incomplete,       ///< documents never completed
    gave_up_waiting,  ///< case withdrawn
    never_decided     ///< not decided inside limit + grace
};
inline constexpr std::size_t kReasons = 8;

/// Reasons up to here are lost before any contact, later ones after it.
constexpr bool is_before_contact(Reason reason) { return reason <= Reason::missed_callback; }

const char* key_of(Outcome outcome);
const char* key_of(Reason reason);

}  // namespace skranke
