#include "tools/skranke/experiment/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace skranke {

namespace {

constexpr int kBarWidth = 20;
constexpr double kBetweenLines_s = 0.1;

bool is_terminal() {
    const char* kind = std::getenv("TERM");
    return isatty(STDERR_FILENO) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

}  // namespace

Progress::Progress(bool wanted, std::uint64_t replications)
    : shown_(wanted && is_terminal()), begun_(std::chrono::steady_clock::now()) {
    show(0, replications, "");
}

Progress::~Progress() {
    if (shown_) fmt::print(stderr, "\r\x1b[K");
}

double Progress::elapsed_s() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
}

void Progress::begin_at(std::uint64_t done) {
    first_ = done;
    begun_ = std::chrono::steady_clock::now();
}

void Progress::show(std::uint64_t done, std::uint64_t of, const std::string& sure) {
    if (!shown_) return;
    const double now_s = elapsed_s();
    if (last_s_ >= 0 && now_s - last_s_ < kBetweenLines_s && done < of) return;
    last_s_ = now_s;
    fmt::print(stderr, "\r\x1b[K{}", progress_line({first_, done, of, now_s}, sure));
    std::fflush(stderr);
}

std::string progress_line(const Reached& reached, const std::string& sure) {
    const auto [first, done, of, elapsed_s] = reached;
    const int filled = static_cast<int>(static_cast<double>(done) / static_cast<double>(of) * kBarWidth);
    std::string line = fmt::format("[{:#<{}}{:.<{}}] {}/{}", "", filled, "", kBarWidth - filled, done, of);
    if (done > first)
        line += fmt::format(", {} left", duration_text(elapsed_s * static_cast<double>(of - done) / static_cast<double>(done - first)));
    return sure.empty() ? line : line + ", " + sure;
}

std::string sureness(const Estimate& unmet) {
    if (!unmet.valid || !std::isfinite(unmet.half_width())) return "";
    return fmt::format("unmet {:.2f} % +- {:.2f}", 100 * unmet.value, 100 * unmet.half_width());
}

std::string duration_text(double seconds) {
    const auto whole = std::llround(seconds);
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
    return fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
}

}  // namespace skranke
