#include <algorithm>

#include "bench/kernel/minimal_draws.hpp"
#include "bench/kernel/minimal_free_times.hpp"
#include "bench/kernel/queue.hpp"

namespace skranke::bench {

QueueFigures minimal_w2(std::uint64_t customers, std::uint64_t seed) {
    MinimalDraws draws(seed);
    FreeTimes<static_cast<std::size_t>(kW2.servers)> servers;
    const double gap = 1 / kW2.arrival_rate;
    double now = 0, waited = 0;
    for (std::uint64_t n = 0; n < customers; ++n) {
        now += gap * draws.exponential();
        const double start = std::max(now, servers.earliest());
        waited += start - now;
        servers.occupy(start + draws.exponential());
    }
    return {.mean_wait = waited / static_cast<double>(customers), .abandoned = 0};
}

}  // namespace skranke::bench
