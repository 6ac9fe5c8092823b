#pragma once
/// \file
/// Whether a piece of code ends in contract_failed(): it is tried in a child process.

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace skranke::test {

/// \return true if `action` aborts the program
template <class Action>
bool breaks_a_contract(Action action) {
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);  // not the test framework's
        if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(2);
        action();
        _exit(0);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) return false;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace skranke::test
