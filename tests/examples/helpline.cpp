// A helpline with two agents: urgent callers go first, and whoever waits too long hangs up.
#include "engine/desk/model.hpp"

namespace skranke::helpline {

struct Helpline {
    std::uint32_t replication;
    Simulator sim{};
    Desk agents{sim, 2};
    LongStream chance{{.seed = 2, .replication = replication}};
    std::array<Tally, 2> wait{};  // urgent, ordinary
};

Flow caller(Helpline& line, std::size_t kind) {
    const Instant rang = line.sim.now(), patience_ends = rang + minutes(exponential(line.chance, 6));
    const Turn turn = co_await line.agents.seize(static_cast<int>(kind), patience_ends);
    line.wait[kind].add(line.sim.now() - rang);
    if (turn != Turn::started) co_return;  // she hung up
    co_await line.sim.delay(minutes(exponential(line.chance, 5)));
    line.agents.release();
}

Flow phone(Helpline& line) {
    for (;;) {
        co_await line.sim.delay(minutes(exponential(line.chance, 2)));
        caller(line, line.chance.uniform() < 0.3 ? 0 : 1);
    }
}

/// Mean minutes in line of the urgent and of the ordinary callers, answered or not.
std::array<double, 2> mean_waits_min(std::uint32_t replication) {
    Helpline line{replication};
    phone(line);
    line.sim.run_before(midnight(150));
    return {line.wait[0].mean_min(), line.wait[1].mean_min()};
}
}  // namespace skranke::helpline
