#pragma once
/// \file
/// W6 as the least program with an event list: what the mini office's speed is held against, and a
/// second opinion on its numbers.

#include "bench/office/mini_office.hpp"

namespace skranke::bench {

MiniOfficeFigures minimal_w6(std::uint64_t seed);

}  // namespace skranke::bench
