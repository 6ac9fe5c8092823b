#pragma once
/// \file
/// A line where people may keep their place and be called back, at the contact centre or at an office.
///
/// Units   minutes.

#include "tests/theory/tiny_world.hpp"

namespace skranke::test {

struct Line {
    double between_calls = 5, talk = 3.5, patience = 7;
    double offer_after = 5;  ///< one person in line is below it, two are above
    double accepts = 0.6, missed = 0.3;
};

/// One agent, all calls by `channel`, answered at `desk`.
Scenario scenario_of(const Line& line, Channel channel, DeskKind desk);

}  // namespace skranke::test
