#include "tools/skranke/experiment/interrupt.hpp"

#include <signal.h>

#include <atomic>

namespace skranke {

namespace {

constexpr int kWatched[] = {SIGINT, SIGTERM, SIGHUP};

std::atomic<bool> came{false};  // the one global: a signal handler can reach nothing else
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void note_signal(int) { came = true; }

void handle(int number, void (*handler)(int), int flags) {
    struct sigaction before = {};
    sigaction(number, nullptr, &before);
    if (before.sa_handler == SIG_IGN) return;
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(number, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() {
    came = false;
    for (const int number : kWatched) handle(number, note_signal, static_cast<int>(SA_RESETHAND));
}

InterruptWatch::~InterruptWatch() {
    for (const int number : kWatched) handle(number, SIG_DFL, 0);
}

bool interrupted() { return came; }

}  // namespace skranke
