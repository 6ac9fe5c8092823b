#include "engine/kernel/event_list.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <queue>
#include <random>
#include <tuple>
#include <vector>

namespace skranke {

namespace {

Event event(std::int64_t time, Rank rank, std::uint32_t origin, std::uint64_t ticket, std::uintptr_t what = 0) {
    return {Instant{time}, EventOrder::of(rank, origin, ticket), what};
}

/// Every mixture of two times, ranks, origins and tickets, numbered in the order they must happen.
std::vector<Event> all_ties() {
    std::vector<Event> events;
    for (const std::int64_t time : {5, 6})
        for (const Rank rank : {Rank::calendar, Rank::arrival})
            for (const std::uint32_t origin : {0u, (1u << EventOrder::kOriginBits) - 1})
                for (const std::uint64_t ticket : {std::uint64_t{0}, (std::uint64_t{1} << EventOrder::kTicketBits) - 1})
                    events.push_back(event(time, rank, origin, ticket, events.size()));
    return events;
}

std::vector<std::uintptr_t> order_taken(const std::vector<Event>& events) {
    EventList list;
    for (const Event& e : events) list.push(e);
    std::vector<std::uintptr_t> order;
    while (!list.empty()) order.push_back(list.pop().what);
    return order;
}

struct Later {
    bool operator()(const Event& a, const Event& b) const {
        return std::tuple(a.time, a.order.word) > std::tuple(b.time, b.order.word);
    }
};

}  // namespace

TEST_CASE("Time comes before rank, rank before origin, origin before ticket, to the last bit of each") {
    const auto order = order_taken(all_ties());
    for (std::size_t i = 0; i < order.size(); ++i) CHECK(order[i] == i);
}

TEST_CASE("The order does not depend on the order in which events were added") {
    std::mt19937 random(7);
    auto events = all_ties();
    const auto expected = order_taken(events);
    for (int i = 0; i < 500; ++i) {
        std::shuffle(events.begin(), events.end(), random);
        REQUIRE(order_taken(events) == expected);
    }
}

TEST_CASE("The rank can be read back from an order word") {
    CHECK(EventOrder::of(Rank::leave, 1234, 5678).rank() == static_cast<std::uint64_t>(Rank::leave));
    CHECK(EventOrder::of(Rank::arrival, (1u << 20) - 1, (1ull << 38) - 1).rank() ==
          static_cast<std::uint64_t>(Rank::arrival));
}

TEST_CASE("The heap gives what a priority queue gives, however pushes and pops are mixed") {
    std::mt19937_64 random(11);
    for (const unsigned pushes_of_ten : {5u, 6u, 9u}) {
        EventList list;
        std::priority_queue<Event, std::vector<Event>, Later> oracle;
        std::int64_t now = 0;
        for (std::uint64_t ticket = 0; ticket < 100'000; ++ticket) {
            if (random() % 10 < pushes_of_ten) {
                const auto rank = static_cast<Rank>(random() % 6);
                const Event e = event(now + static_cast<std::int64_t>(random() % 50), rank,
                                      static_cast<std::uint32_t>(random() % 4), ticket, ticket);
                list.push(e);
                oracle.push(e);
            } else if (!oracle.empty()) {
                const Instant announced = list.next_time();
                const Event taken = list.pop();
                now = taken.time.us;
                REQUIRE((announced == taken.time && taken.what == oracle.top().what));
                oracle.pop();
            }
        }
        REQUIRE(list.size() == oracle.size());
        while (!oracle.empty()) {
            REQUIRE(list.pop().what == oracle.top().what);
            oracle.pop();
        }
        REQUIRE(list.empty());
    }
}

TEST_CASE("An empty list's next event never happens") {
    EventList list;
    CHECK(list.next_time() == kNever);
    list.push(event(3, Rank::step, 0, 0));
    CHECK(list.next_time() == Instant{3});
    list.pop();
    CHECK(list.next_time() == kNever);
}

TEST_CASE("Clearing hands every pending event over once") {
    EventList list;
    for (const Event& e : all_ties()) list.push(e);
    list.pop();
    std::vector<std::uintptr_t> seen;
    list.clear([&](const Event& e) { seen.push_back(e.what); });
    std::sort(seen.begin(), seen.end());
    CHECK(seen.size() == 15);
    CHECK(seen.front() == 1);
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    CHECK(list.empty());
}

}  // namespace skranke
