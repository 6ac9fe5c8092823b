#include <algorithm>
#include <array>
#include <limits>

#include "bench/kernel/minimal_draws.hpp"
#include "bench/kernel/queue.hpp"
#include "engine/base/contract.hpp"

namespace skranke::bench {

/// Two events are ever pending: the next arrival and the end of the service.
QueueFigures minimal_w1(std::uint64_t customers, std::uint64_t seed) {
    constexpr std::uint64_t kMost = 4096;  // present at once
    constexpr double kNone = std::numeric_limits<double>::infinity();
    MinimalDraws draws(seed);
    const double gap = 1 / kW1.arrival_rate;
    std::array<double, kMost> came;
    std::uint64_t arrived = 0, left = 0;
    double arrival = gap * draws.exponential(), finish = kNone;
    double waited = 0;
    while (left < customers) {
        if (arrival < finish) {
            const double now = arrival;
            SKRANKE_EXPECT(arrived - left < kMost);
            came[arrived++ % kMost] = now;
            arrival = arrived < customers ? now + gap * draws.exponential() : kNone;
            if (arrived == left + 1) finish = now + draws.exponential();
        } else {
            const double now = finish;
            ++left;
            if (arrived > left) waited += now - came[left % kMost];
            finish = arrived > left ? now + draws.exponential() : kNone;
        }
    }
    return {.mean_wait = waited / static_cast<double>(customers), .abandoned = 0};
}

/// Source  D. V. Lindley, "The theory of queues with a single server", Proc. Camb. Phil. Soc. 48 (1952).
QueueFigures recursion_w1(std::uint64_t customers, std::uint64_t seed) {
    MinimalDraws draws(seed);
    const double gap = 1 / kW1.arrival_rate;
    double work = 0;  // left at the server, the last arrival's included
    double waited = 0;
    for (std::uint64_t n = 0; n < customers; ++n) {
        const double wait = std::max(0.0, work - gap * draws.exponential());
        waited += wait;
        work = wait + draws.exponential();
    }
    return {.mean_wait = waited / static_cast<double>(customers), .abandoned = 0};
}

}  // namespace skranke::bench
