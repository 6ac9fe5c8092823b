#include "engine/kernel/agenda.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

namespace skranke {

TEST_CASE("An agenda finds exactly the sites that are due, and when the next one is, as a plain list does") {
    std::mt19937 random(3);
    for (const std::size_t sites : {0u, 1u, 2u, 3u, 7u, 64u, 100u}) {
        Agenda agenda(sites);
        std::vector<Instant> oracle(sites, kNever);
        const auto lower = [&](Instant time) {
            const std::size_t site = random() % sites;
            oracle[site] = std::min(oracle[site], time);
            agenda.lower(site, time);
        };
        const auto least = [&] { return sites == 0 ? kNever : *std::min_element(oracle.begin(), oracle.end()); };
        CHECK(agenda.next() == kNever);
        for (std::int64_t end = 10; sites > 0 && end < 2000; end += 10) {
            for (int i = 0; i < 3; ++i) lower(Instant{end - 10 + static_cast<std::int64_t>(random() % 40)});
            std::vector<std::size_t> due, visited;
            for (std::size_t i = 0; i < sites; ++i)
                if (oracle[i] < Instant{end}) due.push_back(i);
            agenda.for_due(Instant{end}, [&](std::size_t i) {
                visited.push_back(i);
                lower(Instant{end + static_cast<std::int64_t>(random() % 20)});  // a message, perhaps to itself
                oracle[i] = Instant{end + static_cast<std::int64_t>(random() % 30)};
                return oracle[i];
            });
            REQUIRE(visited == due);
            REQUIRE(agenda.next() == least());
        }
    }
}

TEST_CASE("A site is announced three, two and one visits ahead, as far as the due ones reach") {
    Agenda agenda(8);
    for (const std::size_t site : {1u, 3u, 4u, 6u, 7u}) agenda.lower(site, Instant{5});
    std::vector<std::size_t> visited;
    std::vector<std::vector<std::size_t>> announced(8);
    agenda.for_due(
        Instant{10},
        [&](std::size_t i) {
            visited.push_back(i);
            return kNever;
        },
        [&](std::size_t i, std::size_t visits) { announced[i].push_back(visits); });
    CHECK(visited == std::vector<std::size_t>{1, 3, 4, 6, 7});
    CHECK(announced[1].empty());
    CHECK(announced[3] == std::vector<std::size_t>{1});
    CHECK(announced[4] == std::vector<std::size_t>{2, 1});
    CHECK(announced[7] == std::vector<std::size_t>{3, 2, 1});
}

}  // namespace skranke
