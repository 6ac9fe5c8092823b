// How the offices of a pool share their staff: by the same loads every member agrees on the same, heads
// are neither made nor lost, and nobody lends more than it can.

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/demand/distance.hpp"
#include "engine/office/replication.hpp"
#include "engine/random/random_stream.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

/// A pool of so many members who all reach each other.
struct Members {
    Pool pool;
    PoolPlan plan;
    std::vector<Lending> members;

    explicit Members(std::size_t count) {
        for (std::size_t m = 0; m < count; ++m) pool.offices.push_back(m);
        plan = {&pool, std::vector<std::vector<bool>>(count, std::vector<bool>(count, true))};
        for (std::size_t m = 0; m < count; ++m) members.emplace_back(plan);
    }
    Members(const Members&) = delete;

    /// All tell all, each member hearing them in an order of its own.
    std::vector<Loan> agree(const std::vector<Load>& loads) {
        std::vector<Loan> first;
        for (std::size_t m = 0; m < members.size(); ++m) {
            std::vector<Loan> agreed;
            for (std::size_t n = 0; n < loads.size(); ++n) {
                const auto now = members[m].note(loads[(n + m) % loads.size()]);
                CHECK((now.empty() || n + 1 == loads.size()));
                agreed.insert(agreed.end(), now.begin(), now.end());
            }
            if (m == 0) first = agreed;
            REQUIRE(agreed.size() == first.size());
            for (std::size_t l = 0; l < agreed.size(); ++l)
                CHECK((agreed[l].from == first[l].from && agreed[l].to == first[l].to &&
                       agreed[l].heads == first[l].heads && agreed[l].first_day == first[l].first_day));
        }
        return first;
    }
};

Load load(std::uint32_t member, std::int64_t day, double work, int heads) { return {0, member, day, work, heads}; }

Scenario two_offices() {
    Scenario s = tiny_county(2);
    s.holidays.clear();
    for (std::size_t o = 0; o < 2; ++o) {
        DeskRules& desk = s.office_desks[o][kCasework];
        desk.absence = Timeline{0.0};
        desk.per_1000_adults = Timeline{0.0};
        desk.positions = Timeline{o == 0 ? 8.0 : 1.0};
    }
    Pool& pool = s.pools.emplace_back();
    pool.offices = {0, 1};
    return s;
}

DeskWeek last_week(const World& world, const RunRecord& record, std::size_t office) {
    return record.desks[(world.desk_index(office, DeskKind::casework) + 1) * world.shape.weeks - 1];
}

}  // namespace

TEST_CASE("Who has most to do borrows down to its limit from who has least, as long as they can", "[office]") {
    Members m(4);
    m.pool.ask_when_backlog_days = 4;
    m.pool.lend_when_backlog_days = 1;
    m.pool.delay_days = 3;
    m.pool.lasts_days = 10;
    // Nine heads would do for 36 days' work in 4 days; the idle one lends half of six, the other all but five.
    const auto loans = m.agree({load(0, 0, 36, 4), load(1, 0, 5, 6), load(2, 0, 0, 6), load(3, 0, 10, 5)});
    REQUIRE(loans.size() == 2);
    CHECK((loans[0].from == 2 && loans[0].to == 0 && loans[0].heads == 3));
    CHECK((loans[1].from == 1 && loans[1].to == 0 && loans[1].heads == 1));
    CHECK((loans[0].first_day == 3 && loans[0].end_day == 13));
    // The next morning they are on their way: nobody lends twice what it has, and who lent does not borrow.
    CHECK(m.agree({load(0, 1, 36, 4), load(1, 1, 50, 6), load(2, 1, 0, 6), load(3, 1, 10, 5)}).empty());
    // On the day on which what is agreed would begin when the loans end, they can be renewed.
    CHECK(m.agree({load(0, 9, 36, 4), load(1, 9, 5, 6), load(2, 9, 0, 6), load(3, 9, 10, 5)}).empty());
    CHECK(m.agree({load(0, 10, 36, 4), load(1, 10, 5, 6), load(2, 10, 0, 6), load(3, 10, 10, 5)}).size() == 2);
}

TEST_CASE("Whatever the loads, nobody lends beyond its share or its limit, nor lends and borrows",
          "[office][property]") {
    constexpr std::size_t kMembers = 6;
    RandomStream chance({.seed = 5});
    for (int pool = 0; pool < 60; ++pool) {
        Members m(kMembers);
        m.pool.lend_when_backlog_days = 3 * chance.uniform();
        m.pool.ask_when_backlog_days = m.pool.lend_when_backlog_days + 0.5 + 3 * chance.uniform();
        m.pool.most_share = chance.uniform();
        m.pool.lasts_days = 1 + static_cast<int>(9 * chance.uniform());
        std::vector<Loan> all;
        for (std::int64_t day = 0; day < 20; ++day) {
            std::vector<Load> loads;
            for (std::uint32_t n = 0; n < kMembers; ++n)
                loads.push_back(load(n, day, std::max(0.0, 80 * chance.uniform() - 20), 8));
            const auto agreed = m.agree(loads);
            all.insert(all.end(), agreed.begin(), agreed.end());
            std::vector<int> lent(kMembers, 0), borrowed(kMembers, 0), newly(kMembers, 0);
            for (const Loan& loan : all) {
                if (loan.first_day > day + 2 || loan.end_day <= day + 2) continue;
                lent[loan.from] += loan.heads;
                borrowed[loan.to] += loan.heads;
            }
            for (const Loan& loan : agreed) newly[loan.from] += loan.heads;
            for (std::size_t n = 0; n < kMembers; ++n) {
                CHECK((lent[n] == 0 || borrowed[n] == 0));
                CHECK(lent[n] <= m.pool.most_share * 8);
                if (newly[n] > 0 && loads[n].work > 0)
                    CHECK(loads[n].work / (8 - lent[n]) <= m.pool.lend_when_backlog_days + 1e-9);
            }
        }
        CHECK((m.pool.most_share < 0.125 || !all.empty()));
    }
}

TEST_CASE("Distances are those of the map", "[office]") {
    const auto at = [](double lon, double lat) {
        Municipality m;
        m.lon = lon;
        m.lat = lat;
        return m;
    };
    // Great circles, haversine by hand: Trondheim to Steinkjer, Oslo to Bergen.
    CHECK(distance_km(at(10.3951, 63.4305), at(11.4954, 64.0149)) == Approx(84.5).epsilon(0.01));
    CHECK(distance_km(at(10.7522, 59.9139), at(5.3221, 60.3913)) == Approx(305).epsilon(0.01));
}

TEST_CASE("Lent heads are missing in one office and work in the other", "[office]") {
    Scenario s = two_offices();
    const auto waits = [](const World& world, const RunRecord& record) { return last_week(world, record, 1).backlog; };
    const World pooled(s);
    const RunRecord with = run_replication(pooled, 0);
    s.pools.clear();
    const World alone(s);
    const RunRecord without = run_replication(alone, 0);
    CHECK(waits(pooled, with) < waits(alone, without) / 2);
    // In the last week nobody is in the middle of a day's work who has gone: as many hours as before.
    const auto hours_of = [](const World& world, const RunRecord& record) {
        return last_week(world, record, 0).staffed_us + last_week(world, record, 1).staffed_us;
    };
    CHECK(static_cast<double>(hours_of(pooled, with)) ==
          Approx(static_cast<double>(hours_of(alone, without))).epsilon(0.02));
    CHECK(last_week(pooled, with, 1).staffed_us > last_week(alone, without, 1).staffed_us);
}

TEST_CASE("Offices too far apart do not lend, unless the work is done from where they are", "[office]") {
    Scenario s = two_offices();
    s.municipalities[1].lon = 1;  // some 111 km on the equator
    s.pools[0].longest_km = 100;
    const auto borrowed = [&] {
        const World world(s);
        return last_week(world, run_replication(world, 0), 1).staffed_us > hours(36).us;
    };
    CHECK_FALSE(borrowed());
    s.pools[0].longest_km = 115;
    CHECK(borrowed());
    s.pools[0].longest_km = 100;
    s.pools[0].work = LentWork::remote;
    CHECK(borrowed());
}

TEST_CASE("A pool agrees on the same whether its offices run in windows or event by event", "[office]") {
    const Scenario s = two_offices();
    const World world(s);
    const RunRecord windows = run_replication(world, 0), serial = run_replication(world, 0, run_serially);
    CHECK(windows.fingerprint == serial.fingerprint);
    CHECK(last_week(world, windows, 1).busy_us == last_week(world, serial, 1).busy_us);
}
