#pragma once
/// \file
/// Ranks settle what happens first when several things happen in the same instant. Only ties that
/// the model cares about have a rank of their own; lower happens first.

#include <cstdint>

namespace skranke {

enum class Rank : std::uint8_t {
    calendar,  ///< opening, closing, change of shift
    message,   ///< something arrives from another site
    finish,    ///< a clerk is freed
    step,      ///< the next step of a journey
    leave,     ///< patience runs out: who is served in that instant does not leave
    arrival,   ///< a new person, after all who were there before
};

}  // namespace skranke
