// Who comes to work: shares and spells against the two-state chain that they are, and what must hold for
// the same people under different absence.

#include "engine/office/staffing/attendance.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/support/z_value.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr std::size_t kHeads = 600;
constexpr std::int64_t kDays = 2000;

/// A desk of many heads.
Scenario large_desk(double absence, double spell_days) {
    Scenario s = tiny_county(1);
    s.weeks = 300;
    s.warm_up_weeks = 0;
    DeskRules& desk = s.office_desks[0][kCasework];
    desk.per_1000_adults = Timeline{0.0};
    desk.positions = Timeline{static_cast<double>(kHeads)};
    desk.absence = Timeline{absence};
    desk.absence_spell_days = spell_days;
    return s;
}

Surge& add_surge(Scenario& s, SurgeKind kind, double staff_absence) {
    Surge& surge = s.surges.emplace_back();
    surge.kind = kind;
    surge.staff_absence = Timeline{staff_absence};
    surge.share = Timeline{0.0};
    surge.from = s.start;
    surge.to = s.start + std::chrono::days{kDays};
    return surge;
}

/// Every day's crew of the scenario's casework.
std::vector<Crew> crews_of(const Scenario& s, std::int64_t days = kDays) {
    const World world(s);
    const DeskStaff staff(world.offices[0].desks[kCasework]);
    Attendance attendance(staff, DeskKind::casework, {.seed = 7});
    std::vector<Crew> crews;
    for (std::int64_t day = 0; day < days; ++day) crews.push_back(attendance.on(day));
    return crews;
}

/// By head: share of days away; and of the days after one away, how many more are away, too, than the mean
/// length of a spell lets expect.
struct Shares {
    Replicates away, stays_longer;
};

Shares shares_of(const std::vector<Crew>& crews, double spell_days) {
    Shares shares;
    for (std::size_t head = 0; head < kHeads; ++head) {
        double away = 0, stays = 0;
        for (std::size_t day = 0; day + 1 < crews.size(); ++day) {
            if (crews[day][head] != Whereabouts::away) continue;
            ++away;
            stays += crews[day + 1][head] == Whereabouts::away ? 1 : 0;
        }
        shares.away.add(away / static_cast<double>(crews.size() - 1));
        shares.stays_longer.add(stays - (1 - 1 / spell_days) * away);
    }
    return shares;
}

bool is_away_wherever(const std::vector<Crew>& fewer, const std::vector<Crew>& more) {
    for (std::size_t day = 0; day < fewer.size(); ++day)
        for (std::size_t head = 0; head < kHeads; ++head)
            if (fewer[day][head] == Whereabouts::away && more[day][head] != Whereabouts::away) return false;
    return true;
}

double mean_away(const std::vector<Crew>& crews) { return shares_of(crews, 1).away.mean(); }

}  // namespace

TEST_CASE("Sickness in spells has the share and the mean length that the scenario gives", "[office][theory]") {
    const Shares shares = shares_of(crews_of(large_desk(0.08, 10)), 10);
    CHECK(std::abs(shares.away.z(0.08)) < 5);
    CHECK(std::abs(shares.stays_longer.z(0)) < 5);
    CHECK(std::abs(shares_of(crews_of(large_desk(0.088, 10)), 10).away.z(0.08)) > 5);
    CHECK(std::abs(shares_of(crews_of(large_desk(0.08, 11)), 10).stays_longer.z(0)) > 5);
}

TEST_CASE("Spells no longer than a day's luck makes are the absence day by day", "[office]") {
    CHECK(crews_of(large_desk(0.08, 1), 200) == crews_of(large_desk(0.08, 0), 200));
    CHECK(crews_of(large_desk(0.08, 5), 200) != crews_of(large_desk(0.08, 0), 200));
}

TEST_CASE("A higher absence of any cause takes the same heads and more", "[office][property]") {
    for (const double spell : {0.0, 8.0}) {
        Scenario s = large_desk(0.06, spell);
        s.office_desks[0][kCasework].parents = 0.4;
        Scenario more = s;
        more.office_desks[0][kCasework].absence = Timeline{0.09};
        CHECK(is_away_wherever(crews_of(s, 400), crews_of(more, 400)));
        CHECK_FALSE(is_away_wherever(crews_of(more, 400), crews_of(s, 400)));
        add_surge(more, SurgeKind::quarantine, 0.05);
        const auto quarantined = crews_of(more, 400);
        CHECK(is_away_wherever(crews_of(s, 400), quarantined));
        add_surge(more, SurgeKind::school_closure, 0.2);
        CHECK(is_away_wherever(quarantined, crews_of(more, 400)));
    }
}

TEST_CASE("Shut schools keep parents away, as many as the surge says, and nobody else", "[office]") {
    Scenario s = large_desk(0.0, 0);
    s.office_desks[0][kCasework].parents = 0.3;
    add_surge(s, SurgeKind::school_closure, 0.15);
    const auto crews = crews_of(s);
    const double kept_away = mean_away(crews);
    double ever = 0;
    for (std::size_t head = 0; head < kHeads; ++head)
        ever += std::any_of(crews.begin(), crews.end(), [&](const Crew& c) { return c[head] == Whereabouts::away; });
    const double parents = ever / kHeads;
    CHECK(std::abs(parents - 0.3) / std::sqrt(0.3 * 0.7 / kHeads) < 5);
    CHECK(std::abs(parents - 1.0) / std::sqrt(0.3 * 0.7 / kHeads) > 5);
    CHECK(kept_away == Approx(0.5 * parents).epsilon(0.01));  // a parent is away every other day
}

TEST_CASE("Who is in quarantine and can work from home does, at her pace there; who is sick does not", "[office]") {
    Scenario s = large_desk(0.1, 6);
    add_surge(s, SurgeKind::quarantine, 0.3);
    const auto without = crews_of(s, 500);
    s.office_desks[0][kCasework].home_work = 1;
    s.office_desks[0][kCasework].home_pace = 0.7;
    const auto with = crews_of(s, 500);
    CHECK(mean_away(with) == Approx(0.1).margin(0.02));
    CHECK(mean_away(without) > 0.35);
    for (std::size_t day = 0; day < with.size(); ++day)
        for (std::size_t head = 0; head < kHeads; ++head)
            REQUIRE((with[day][head] == Whereabouts::at_work) == (without[day][head] == Whereabouts::at_work));
    CHECK(pace_at_home_and_work({Whereabouts::at_home, Whereabouts::away, Whereabouts::at_work}, 0.7) == Approx(0.85));
}

TEST_CASE("A case that is worked on at home takes its effort over the pace there", "[office]") {
    Scenario s = tiny_county(1);
    s.services.resize(1);
    Service& service = s.services[0];
    service.per_1000_week = Timeline{0.1};
    service.prefers = {0, 0, 1, 0};
    service.documents_missing = Timeline{0.0};
    service.third_party = service.withdraw_days = service.enquiries_per_week = 0;
    service.effort_cv = 0;
    service.effort_min = Timeline{10};
    s.groups[0].able.fill(1);
    for (DeskRules& desk : s.office_desks[0]) desk.absence = Timeline{0.0};
    DeskRules& casework = s.office_desks[0][kCasework];
    casework.per_1000_adults = Timeline{0.0};
    casework.positions = Timeline{1};
    casework.hours = same_hours(0, 1440, 7);
    casework.home_work = 1;
    casework.home_pace = 0.5;
    const auto handling = [&] { return run_replication(World(s), 0).outcomes[0].handling.mean_min(); };
    CHECK(handling() == Approx(10).margin(0.5));
    add_surge(s, SurgeKind::quarantine, 1.0);
    for (auto& desk : s.office_desks[0]) desk.cover = 1;  // somebody at the door
    casework.cover = 0;
    CHECK(handling() == Approx(20).margin(1.0));
}
