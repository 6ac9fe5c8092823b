#include <algorithm>

#include "bench/kernel/queue.hpp"

namespace skranke::bench {

QueueFigures balance(const Queue& queue) {
    const double leaving_rate = queue.mean_patience > 0 ? 1 / queue.mean_patience : 0;
    double present = 1;  // relative probability of k present
    double sum = 1, in_line = 0;
    for (int k = 1; present > 1e-18 * sum || k <= queue.servers; ++k) {
        const int waiting = std::max(0, k - queue.servers);
        present *= queue.arrival_rate / (k - waiting + waiting * leaving_rate);
        sum += present;
        in_line += waiting * present;
    }
    const double mean_wait = in_line / sum / queue.arrival_rate;  // Little's law
    return {.mean_wait = mean_wait, .abandoned = mean_wait * leaving_rate};
}

}  // namespace skranke::bench
