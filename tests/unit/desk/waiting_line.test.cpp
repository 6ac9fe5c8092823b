#include "engine/desk/waiting_line.hpp"

#include <catch2/catch.hpp>
#include <algorithm>
#include <memory>
#include <vector>

#include "engine/random/random_stream.hpp"

using namespace skranke;

TEST_CASE("A line agrees with a sorted list through thousands of joins, services and departures", "[office][line]") {
    struct Person : WaitingLine::Node {
        std::uint64_t joined_as = 0;
    };
    WaitingLine line;
    std::vector<std::unique_ptr<Person>> people;  // those in line
    RandomStream luck({1, 2, 3, 4, 5});
    std::int64_t now = 0;
    std::uint64_t joined = 0;
    const auto forget = [&](WaitingLine::Node* node) {
        line.remove(*node);
        people.erase(std::find_if(people.begin(), people.end(), [&](const auto& p) { return p.get() == node; }));
    };
    for (int step = 0; step < 20000; ++step) {
        ++now;
        const double u = luck.uniform();
        if (u < 0.5 || people.empty()) {
            auto person = std::make_unique<Person>();
            person->priority = static_cast<std::uint8_t>(luck.uniform() * 4);
            person->since = Instant{luck.uniform() < 0.2 ? now - static_cast<std::int64_t>(luck.uniform() * 50) : now};
            if (luck.uniform() < 0.7) person->leave_at = Instant{now + static_cast<std::int64_t>(luck.uniform() * 100)};
            person->joined_as = joined++;
            line.join(*person);
            people.push_back(std::move(person));
        } else if (u < 0.75) {
            const auto expected = std::min_element(people.begin(), people.end(), [](const auto& a, const auto& b) {
                if (a->priority != b->priority) return a->priority < b->priority;
                if (a->since != b->since) return a->since < b->since;
                return a->joined_as < b->joined_as;
            });
            REQUIRE(line.first() == expected->get());
            forget(line.first());
        } else {
            Instant least = kNever;
            for (const auto& p : people) least = std::min(least, p->leave_at);
            if (least == kNever) {
                REQUIRE(line.most_impatient() == nullptr);
            } else {
                REQUIRE(line.most_impatient()->leave_at == least);
                forget(line.most_impatient());
            }
        }
        REQUIRE(line.size() == people.size());
    }
    while (!people.empty()) forget(people.back().get());
    CHECK(line.first() == nullptr);
}

TEST_CASE("Where priorities grow, the next has most points of all in line", "[office][line]") {
    Growth growth;
    growth.start = {9, 5, 2, 0};
    growth.points_a_day = {0.5, 1, 2, 4};
    WaitingLine line;
    std::vector<std::unique_ptr<WaitingLine::Node>> people;
    RandomStream luck({1, 2, 3, 4, 6});
    Instant now;
    for (int step = 0; step < 5000; ++step) {
        now = now + minutes(100);
        if (luck.uniform() < 0.5 || people.empty()) {
            auto person = std::make_unique<WaitingLine::Node>();
            person->priority = static_cast<std::uint8_t>(luck.uniform() * 4);
            person->joined = now;
            person->since = luck.uniform() < 0.2 ? now - minutes(luck.uniform() * 10000) : now;
            line.join(*person);
            people.push_back(std::move(person));
            continue;
        }
        const auto points = [&](const auto& p) { return growth.points(p->priority, now - p->since); };
        const auto most = std::max_element(people.begin(), people.end(),
                                           [&](const auto& a, const auto& b) { return points(a) < points(b); });
        const WaitingLine::Node* next = line.first(growth, now);
        REQUIRE(growth.points(next->priority, now - next->since) == points(*most));
        line.remove(**most);
        people.erase(most);
    }
    CHECK(line.size() == people.size());
    while (!people.empty()) {
        line.remove(*people.back());
        people.pop_back();
    }
    CHECK(line.first(growth, now) == nullptr);
}
