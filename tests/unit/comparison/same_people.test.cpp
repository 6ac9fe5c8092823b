// The same people under two plans: their fates add up to what the records count, and each path is one person's.

#include "engine/comparison/same_people.hpp"

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

Scenario county(double agents) {
    Scenario s = tiny_county();
    s.desks[static_cast<std::size_t>(DeskKind::contact_centre)].positions = Timeline{agents};
    return s;
}

struct Played {
    explicit Played(const Scenario& scenario)
        : world(scenario), record(run_replication(world, 1, run_windows, FingerprintStrength::time, &trace)) {}
    World world;
    Trace trace;
    RunRecord record;
};

std::uint64_t total(const RunRecord& record, Fate fate) {
    std::uint64_t sum = 0;
    for (const OutcomeCell& cell : record.outcomes)
        sum += fate == Fate::on_time ? cell.met_on_time : fate == Fate::late ? cell.met_late : fate == Fate::unmet ? cell.unmet_total() : cell.censored;
    return sum;
}

}  // namespace

TEST_CASE("The fates of people under two plans add up to what each plan's record counts") {
    const Scenario few = county(1), many = county(8);
    const Played a(few), b(many);
    const SamePeople people = compare_people(a.trace, b.trace, a.world, b.world, 4);
    for (std::size_t fate = 0; fate < kFates - 1; ++fate) {
        std::uint64_t from = 0, to = 0;
        for (std::size_t other = 0; other < kFates; ++other) {
            from += people.moves[fate][other];
            to += people.moves[other][fate];
        }
        CHECK(from == total(a.record, static_cast<Fate>(fate)));
        CHECK(to == total(b.record, static_cast<Fate>(fate)));
    }
    CHECK(people.gained() > people.lost());
    CHECK(people.sooner > 0);
    CHECK(people.later > 0);  // whoever gets through lengthens the line at casework
}

TEST_CASE("Under the same plan everybody fares the same") {
    const Scenario scenario = county(3);
    const Played a(scenario), b(scenario);
    const SamePeople people = compare_people(a.trace, b.trace, a.world, b.world, 4);
    for (std::size_t from = 0; from < kFates; ++from)
        for (std::size_t to = 0; to < kFates; ++to)
            if (from != to) CHECK(people.moves[from][to] == 0);
    CHECK(people.moves[0][0] > 0);
    CHECK(people.sooner + people.later == 0);
    CHECK(people.examples.empty());
}

TEST_CASE("An example is one person, from birth to her end under both plans") {
    const Scenario few = county(1), many = county(8);
    const Played a(few), b(many);
    const SamePeople people = compare_people(a.trace, b.trace, a.world, b.world, 4);
    REQUIRE_FALSE(people.examples.empty());
    for (const TwoPaths& paths : people.examples) {
        for (const std::vector<Step>* path : {&paths.a, &paths.b}) {
            CHECK(path->front().happening == Happening::born);
            CHECK(std::count_if(path->begin(), path->end(), [](const Step& step) { return step.happening == Happening::born; }) == 1);
            CHECK((end_of(*path).happening == Happening::decided || end_of(*path).happening == Happening::unmet));
        }
        CHECK(end_of(paths.a).happening != end_of(paths.b).happening);
        CHECK(paths.a.front().day == paths.b.front().day);
        CHECK(paths.a.front().minute == paths.b.front().minute);
        const auto found = paths_of(paths.id, a.trace, b.trace, a.world, b.world);
        REQUIRE(found);
        CHECK(found->a.size() == paths.a.size());
        CHECK(found->b.size() == paths.b.size());
    }
    CHECK_FALSE(paths_of("nobody", a.trace, b.trace, a.world, b.world));
}

TEST_CASE("People of other seeds or other offices are not taken for the same") {
    Scenario a = county(1), b = a;
    CHECK(why_not_same_people(a, b).empty());
    b.seed += 1;
    CHECK(why_not_same_people(a, b) == "they have other seeds");
    b = a;
    b.offices.pop_back();
    CHECK(why_not_same_people(a, b) == "they have other offices");
}
