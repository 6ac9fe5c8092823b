#pragma once
/// \file
/// Threads that work together: a stated number of them, however many processors there are.
///
/// Errors   an exception from what they do is passed on.

#include <functional>

namespace skranke {

/// As many as there are processors.
unsigned all_processors();

/// Does `action` on one of `threads` threads; the others help where it lets them (run_replications,
/// run_windows_together).
void with_threads(unsigned threads, const std::function<void()>& action);

}  // namespace skranke
