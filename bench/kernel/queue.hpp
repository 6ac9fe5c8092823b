#pragma once
/// \file
/// The three queues that simulators are compared by, each as journeys on our kernel and as the
/// least program that finds the same means.
///
///     W1   M/M/1, load 0.9
///     W2   M/M/50, load 0.9
///     W3   M/M/50+M, 55 arrivals and a patience of 2 service times, two priority classes
///
/// Units   service times: the mean service is 1.
/// Source  the works W1 to W3 and the rates of other simulators: goals.csv.

#include <cstdint>

namespace skranke::bench {

struct Queue {
    double arrival_rate;
    int servers;
    double mean_patience;  ///< 0 = endless
    int classes;           ///< 1, or 2 equally likely ones, the first served first
};

inline constexpr Queue kW1{0.9, 1, 0, 1};
inline constexpr Queue kW2{45, 50, 0, 1};
inline constexpr Queue kW3{55, 50, 2, 2};

struct QueueFigures {
    double mean_wait = 0;  ///< in line, of all customers: served or not
    double abandoned = 0;  ///< share of the customers
};

/// What theory says: the balance equations of the number present, a birth-death process. Without
/// patience this is Erlang C, with it Erlang A; classes with equal service and patience do not
/// change it.
/// Source  L. Kleinrock, Queueing Systems I (1975), sec. 3.1.
QueueFigures balance(const Queue& queue);

/// Journeys on the kernel: a coroutine a customer, a desk, addressed streams, all statistics.
QueueFigures run_journeys(const Queue& queue, std::uint64_t customers, std::uint32_t replication);

/// The least programs: no journeys, no event list, no addresses, one sum.
QueueFigures recursion_w1(std::uint64_t customers, std::uint64_t seed);  // W1 without any event
QueueFigures minimal_w1(std::uint64_t customers, std::uint64_t seed);    // minimal_single_server.cpp
QueueFigures minimal_w2(std::uint64_t customers, std::uint64_t seed);    // minimal_many_servers.cpp
QueueFigures minimal_w3(std::uint64_t customers, std::uint64_t seed);    // minimal_patience.cpp

}  // namespace skranke::bench
