// M/M/3: people come to a counter at random, wait for one of three clerks, are served, and leave.
#include "engine/desk/model.hpp"

namespace skranke::counter {

struct Counter {
    std::uint32_t replication;
    Simulator sim{};
    Desk clerks{sim, 3};
    LongStream arrivals{{.seed = 1, .replication = replication, .purpose = 1}};
    LongStream services{{.seed = 1, .replication = replication, .purpose = 2}};
    Tally wait{};
};

Flow customer(Counter& at) {
    const Instant came = at.sim.now();
    co_await at.clerks.seize();
    at.wait.add(at.sim.now() - came);
    co_await at.sim.delay(minutes(exponential(at.services, 10)));
    at.clerks.release();
}

Flow door(Counter& at) {
    for (;;) {
        co_await at.sim.delay(minutes(exponential(at.arrivals, 4)));
        customer(at);
    }
}

double mean_wait_min(std::uint32_t replication) {
    Counter at{replication};
    door(at);
    at.sim.run_before(midnight(10));  // by then the line is as long as ever
    at.wait = {};
    at.sim.run_before(midnight(160));
    return at.wait.mean_min();
}
}  // namespace skranke::counter
