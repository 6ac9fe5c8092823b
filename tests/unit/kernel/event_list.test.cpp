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

TEST_CASE("The list gives what a priority queue gives, however pushes and pops are mixed and times are spread") {
    std::mt19937_64 random(11);
    const auto spread = GENERATE(as<std::uint64_t>(), 1, 50, 5'000'000, 4'000'000'000, 6'000'000'000'000);
    const auto pushes_of_ten = GENERATE(5u, 6u, 9u);
    EventList list;
    std::priority_queue<Event, std::vector<Event>, Later> oracle;
    std::int64_t now = 0;
    for (std::uint64_t ticket = 0; ticket < 40'000; ++ticket) {
        if (random() % 10 < pushes_of_ten) {
            const auto rank = static_cast<Rank>(random() % 6);
            const std::uint64_t near = random() % 4 == 0 ? 1 + spread / 1000 : spread;  // some soon, most later
            const Event e = event(now + static_cast<std::int64_t>(random() % near), rank,
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

TEST_CASE("Thousands of simultaneous events and a calm after them come in order too") {
    EventList list;
    std::vector<std::uintptr_t> expected;
    for (std::uint64_t ticket = 0; ticket < 5000; ++ticket) list.push(event(1'000'000, Rank::step, 0, 4999 - ticket, 4999 - ticket));
    for (std::uint64_t n = 0; n < 5000; ++n) {
        const Event e = list.pop();
        REQUIRE(e.what == n);
        list.push(event(1'000'000 + static_cast<std::int64_t>(n) * 90'000'000, Rank::arrival, 0, 5000 + n, 5000 + n));
    }
    for (std::uint64_t n = 0; n < 5000; ++n) REQUIRE(list.pop().what == 5000 + n);
    CHECK(list.empty());
}

TEST_CASE("What is scheduled before everything that was known happens first") {
    EventList list;
    for (std::uint64_t n = 0; n < 100; ++n) list.push(event(hours(24 * 7).us + static_cast<std::int64_t>(n), Rank::step, 0, n, n));
    for (std::uint64_t n = 0; n < 100; ++n) {
        REQUIRE(list.next_time() >= Instant{} + hours(24 * 7));
        list.push(event(minutes(100.0 - static_cast<double>(n)).us, Rank::message, 1, n, 1000 + n));
        REQUIRE(list.pop().what == 1000 + n);
    }
    CHECK(list.size() == 100);
}

TEST_CASE("An empty list's next event never happens") {
    EventList list;
    CHECK(list.next_time() == kNever);
    list.push(event(3, Rank::step, 0, 0));
    CHECK(list.next_time() == Instant{3});
    list.pop();
    CHECK(list.next_time() == kNever);
}

TEST_CASE("A cleared list is empty and can be used again") {
    const auto copies = GENERATE(1, 10);  // few, many
    EventList list;
    for (int i = 0; i < copies; ++i)
        for (const Event& e : all_ties()) list.push(e);
    list.clear();
    CHECK(list.empty());
    CHECK(list.next_time() == kNever);
    list.push(event(3, Rank::step, 0, 0, 77));
    CHECK(list.pop().what == 77);
}

}  // namespace skranke
