#pragma once
/// \file
/// The modified offered load: how many heads would be busy through a day whose arrivals change, if there were
/// always one free. It lags behind the arrivals by about a service; a line's formula at this load says what
/// the line is like at that time, even where the load of the moment says something else.
///
/// Units   minutes; arrivals per minute, constant within a stretch; erlang, mean over the stretch.
/// Range   exact for an infinite desk with exponential service, empty at the start.
/// Source  O. B. Jennings, A. Mandelbaum, W. A. Massey & W. Whitt, Management Science 42 (1996), pp. 1383-1394;
///         W. A. Massey & W. Whitt, Annals of Applied Probability 4 (1994), pp. 1145-1160.

#include <vector>

namespace skranke {

std::vector<double> modified_offered_load(const std::vector<double>& arrivals_per_min, double stretch_min,
                                          double service_min);

}  // namespace skranke
