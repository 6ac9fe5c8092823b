// W1 to W3 as journeys: what a model author writes, with what the county's people have: addressed
// streams, everything drawn on arrival, waits by class with their distribution, the desk's counts.

#include <array>

#include "bench/kernel/queue.hpp"
#include "engine/kernel/flow.hpp"
#include "engine/desk/desk.hpp"
#include "engine/random/random_stream.hpp"
#include "engine/stats/quantile_sketch.hpp"
#include "engine/stats/tally.hpp"

namespace skranke::bench {

namespace {

enum Purpose : std::uint32_t { arrivals, services, patiences, classes };

StreamAddress address(std::uint32_t replication, Purpose purpose) {
    return {.seed = 7, .replication = replication, .purpose = purpose};
}

struct Hall {
    Hall(const Queue& served, std::uint32_t replication)
        : queue(served),
          desk(sim, served.servers),
          arrival(address(replication, arrivals)),
          service(address(replication, services)),
          patience(address(replication, patiences)),
          customer_class(address(replication, classes)) {}

    struct Waits {
        Tally time;
        QuantileSketch distribution;
    };

    const Queue queue;
    Simulator sim;
    Desk desk;
    ExponentialStream arrival, service, patience;
    LongStream customer_class;
    std::array<Waits, 2> waits;
};

/// A service time is a minute.
Flow customer(Hall& hall, int priority, Duration service, Instant leave_at) {
    const Instant came = hall.sim.now();
    const Turn turn = co_await hall.desk.seize(priority, leave_at);
    Hall::Waits& waits = hall.waits[static_cast<std::size_t>(priority)];
    waits.time.add(hall.sim.now() - came);
    waits.distribution.add(hall.sim.now() - came);
    if (turn != Turn::started) co_return;
    co_await hall.sim.delay(service, Rank::finish);
    hall.desk.release();
}

Flow door(Hall& hall, std::uint64_t customers) {
    const double gap = 1 / hall.queue.arrival_rate;
    for (std::uint64_t n = 0; n < customers; ++n) {
        co_await hall.sim.delay(minutes(gap * hall.arrival.unit_exponential()), Rank::arrival);
        const int priority = hall.queue.classes == 2 && hall.customer_class.uniform() < 0.5 ? 1 : 0;
        const Duration service = minutes(hall.service.unit_exponential());
        const Instant leave_at =
            hall.queue.mean_patience > 0
                ? hall.sim.now() + minutes(hall.queue.mean_patience * hall.patience.unit_exponential())
                : kNever;
        customer(hall, priority, service, leave_at);
    }
}

}  // namespace

QueueFigures run_journeys(const Queue& queue, std::uint64_t customers, std::uint32_t replication) {
    Hall hall(queue, replication);
    door(hall, customers);
    hall.sim.run_before(kNever);
    Tally all = hall.waits[0].time;
    all += hall.waits[1].time;
    return {.mean_wait = all.mean_min(),
            .abandoned = static_cast<double>(hall.desk.counts().left) / static_cast<double>(customers)};
}

}  // namespace skranke::bench
