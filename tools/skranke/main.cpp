// skranke: the program. See verbs.hpp for what it does and command_error.hpp for how it fails.

#include <signal.h>

#include <exception>
#include <iostream>
#include <new>

#include "tools/skranke/command_error.hpp"
#include "tools/skranke/command_line.hpp"

namespace {

int fail(int status, const char* sentence) {
    std::cerr << "skranke: " << sentence << "\n";
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    signal(SIGXFSZ, SIG_IGN);  // a file that grows too large is an error to report, not a way to die
    try {
        const int status = skranke::obey({argv + 1, argv + argc});
        std::cout.flush();
        return std::cout ? status : fail(1, "cannot write to the standard output");
    } catch (const skranke::CommandError& error) {
        return fail(error.status(), error.what());
    } catch (const std::bad_alloc&) {
        return fail(1, "out of memory");
    } catch (const std::exception& error) {
        return fail(1, error.what());
    }
}
