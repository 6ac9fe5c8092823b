#pragma once
/// \file
/// Everything that a model of people at desks includes: the clock and its journeys, desks with their
/// lines, chance, tallies, and sites that talk by post. Examples: engine/README.md.

#include "engine/kernel/flow.hpp"
#include "engine/kernel/window.hpp"
#include "engine/desk/desk.hpp"
#include "engine/desk/post.hpp"
#include "engine/random/distribution.hpp"
#include "engine/stats/tally.hpp"
