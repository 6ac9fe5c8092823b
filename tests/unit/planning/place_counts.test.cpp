// What one replication says about one place.

#include "engine/planning/place_counts.hpp"

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;

namespace {

struct PlayedCounty {
    Scenario scenario = test::tiny_county(3);
    World world{scenario};
    RunRecord record = run_replication(world, 0);
    std::vector<PlaceCounts> counts = count_places(scenario, world.shape, record, planning_places(scenario));
};

std::uint64_t local(const PlayedCounty& played, std::uint64_t OutcomeCell::* number) {
    std::uint64_t sum = 0;
    for (std::size_t m = 0; m < played.scenario.municipalities.size(); ++m)
        for (std::size_t s = 0; s < played.scenario.services.size(); ++s)
            for (std::size_t g = 0; g < played.scenario.groups.size(); ++g)
                if (played.scenario.services[s].system == System::local)
                    sum += played.record.outcomes[played.world.shape.cell(m, s, g)].*number;
    return sum;
}

}  // namespace

TEST_CASE("The places together have all local needs of the record, and all head-time of the offices' desks") {
    const PlayedCounty played;
    PlaceCounts all;
    for (const PlaceCounts& place : played.counts) all += place;
    REQUIRE(all.born > 100);
    CHECK(static_cast<std::uint64_t>(all.born) == local(played, &OutcomeCell::born));
    CHECK(static_cast<std::uint64_t>(all.met_on_time) == local(played, &OutcomeCell::met_on_time));
    std::int64_t lost = 0;
    for (const std::int64_t number : all.lost) lost += number;
    CHECK(all.unmet == lost);
    CHECK(all.judged.settled == all.judged.vulnerable_settled + all.judged.other_settled);
    CHECK(static_cast<std::uint64_t>(all.unmet) == all.judged.lost_before + all.judged.lost_after);
    CHECK(all.reached_in_time() == static_cast<std::int64_t>(all.judged.reached - all.judged.slow));
    std::int64_t staffed_us = 0;
    for (std::size_t d = 0; d < played.world.offices.size() * kOfficeDesks * played.world.shape.weeks; ++d)
        staffed_us += played.record.desks[d].staffed_us;
    std::int64_t staffed_ms = 0;
    for (const std::int64_t ms : all.staffed_ms) staffed_ms += ms;
    CHECK(static_cast<double>(staffed_ms) == Approx(static_cast<double>(staffed_us) / 1000).epsilon(1e-6));
}

TEST_CASE("Counts come back from the numbers that are kept of them") {
    const PlayedCounty played;
    const std::vector<std::int64_t> numbers = to_numbers(played.counts);
    const std::vector<PlaceCounts> back = from_numbers(numbers);
    REQUIRE(back.size() == played.counts.size());
    CHECK(to_numbers(back) == numbers);
    CHECK(back.back().judged.settled == played.counts.back().judged.settled);
    CHECK(back.back().busy_ms == played.counts.back().busy_ms);
}

TEST_CASE("The gap is the unmet rate of vulnerable people less that of others") {
    PlaceCounts counts;
    CHECK(counts.vulnerable_gap() == 0);
    counts.judged.vulnerable_settled = 50;
    counts.judged.vulnerable_unmet = 10;
    counts.judged.other_settled = 200;
    counts.judged.other_unmet = 10;
    CHECK(counts.vulnerable_gap() == Approx(0.15));
}
