#include <array>
#include <limits>
#include <memory>

#include "bench/kernel/minimal_draws.hpp"
#include "bench/kernel/minimal_free_times.hpp"
#include "bench/kernel/queue.hpp"
#include "engine/base/contract.hpp"

namespace skranke::bench {

namespace {

/// First come, first served; whoever's patience has ended is found out when her turn comes.
class Line {
  public:
    struct Customer {
        double came, leaves;
    };
    bool empty() const { return first_ == end_; }
    void join(Customer customer) {
        SKRANKE_EXPECT(end_ - first_ < kMost);
        ring_[end_++ % kMost] = customer;
    }
    Customer next() { return ring_[first_++ % kMost]; }

  private:
    static constexpr std::size_t kMost = 4096;
    std::array<Customer, kMost> ring_;
    std::size_t first_ = 0, end_ = 0;
};

struct Hall {
    explicit Hall(std::uint64_t seed) : draws(seed) {}

    /// Servers who are free at or before `now` take whoever waits.
    void serve_until(double now) {
        while (servers.earliest() <= now) {
            if (lines[0].empty() && lines[1].empty()) return;
            const Line::Customer customer = lines[lines[0].empty() ? 1 : 0].next();
            if (customer.leaves < servers.earliest()) {
                waited += customer.leaves - customer.came;
                ++abandoned;
            } else {
                waited += servers.earliest() - customer.came;
                servers.occupy(servers.earliest() + draws.exponential());
            }
        }
    }

    MinimalDraws draws;
    FreeTimes<static_cast<std::size_t>(kW3.servers)> servers;
    std::array<Line, 2> lines;  // first one served first
    double waited = 0;
    std::uint64_t abandoned = 0;
};

}  // namespace

QueueFigures minimal_w3(std::uint64_t customers, std::uint64_t seed) {
    const auto hall = std::make_unique<Hall>(seed);
    const double gap = 1 / kW3.arrival_rate;
    double now = 0;
    for (std::uint64_t n = 0; n < customers; ++n) {
        now += gap * hall->draws.exponential();
        hall->serve_until(now);
        if (hall->servers.earliest() <= now) {
            hall->servers.occupy(now + hall->draws.exponential());
        } else {
            const std::size_t line = hall->draws.bits() >> 63;
            hall->lines[line].join({now, now + kW3.mean_patience * hall->draws.exponential()});
        }
    }
    hall->serve_until(std::numeric_limits<double>::infinity());
    const auto all = static_cast<double>(customers);
    return {.mean_wait = hall->waited / all, .abandoned = static_cast<double>(hall->abandoned) / all};
}

}  // namespace skranke::bench
