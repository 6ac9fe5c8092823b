#include "tools/skranke/time_now.hpp"

#include <fmt/chrono.h>

#include <charconv>
#include <cstdlib>
#include <ctime>

namespace skranke {

std::string time_now() {
    std::time_t now = std::time(nullptr);
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::string text = fixed;
        std::from_chars(text.data(), text.data() + text.size(), now);
    }
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

}  // namespace skranke
