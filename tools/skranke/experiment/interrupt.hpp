#pragma once
/// \file
/// An interrupt is the user's wish to stop (Ctrl-C, a closed terminal, a scheduler's notice), kept
/// until the work asks for it, so that nothing half-written is left behind.
///
/// Threads  interrupted() may be asked from any thread.

namespace skranke {

/// While it lives, SIGINT, SIGTERM and SIGHUP are noted instead of ending the program; a second one
/// of the same kind ends it at once. Signals that were ignored before stay ignored. Make one only.
class InterruptWatch {
  public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;
};

bool interrupted();

}  // namespace skranke
