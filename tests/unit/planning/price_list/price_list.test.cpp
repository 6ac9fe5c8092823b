// Effects and prices on made-up numbers, the order of a price list, and what theory says of half a position.

#include "engine/planning/price_list/price_list.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "engine/office/replication.hpp"
#include "engine/planning/price_list/catalogue.hpp"
#include "engine/planning/price_list/place_costs.hpp"
#include "engine/planning/price_list/sequence.hpp"
#include "engine/planning/price_list/unit_price.hpp"
#include "engine/random/random_stream.hpp"
#include "engine/random/distribution.hpp"
#include "tests/support/one_place.hpp"

using namespace skranke;

namespace {

/// Replications in which so many people are reached in time, at a cost.
PricedRuns runs_of(const std::vector<int>& reached, double cost) {
    PricedRuns runs;
    for (const int number : reached) {
        PricedCounts& run = runs.emplace_back();
        run.counts.judged.reached = static_cast<std::uint64_t>(number);
        run.counts.judged.settled = 100;
        run.counts.judged.lost_before = 100 - static_cast<std::uint64_t>(number);
        run.counts.unmet = 100 - number;
        run.cost = cost;
    }
    return runs;
}

const PricedRuns kBase = runs_of({50, 60, 40, 55}, 0);

OfficeMeasure made_up(const std::string& key, std::size_t doses) {
    OfficeMeasure measure;
    measure.key = key;
    measure.doses.resize(doses);
    return measure;
}

PricedRuns play(const Scenario& scenario, std::uint32_t replications) {
    const World world(scenario);
    const auto places = planning_places(scenario);
    PricedRuns runs;
    for (std::uint32_t r = 0; r < replications; ++r) {
        const RunRecord record = run_replication(world, r);
        runs.push_back({count_places(scenario, world.shape, record, places)[0], total_cost(scenario, world.shape, record)});
    }
    return runs;
}

}  // namespace

TEST_CASE("An effect is the mean of paired differences, with Student's interval") {
    const Effect effect = effect_of({}, kBase, runs_of({54, 66, 42, 59}, 800));  // 4, 6, 2, 4 more
    CHECK(effect.reached.value == Approx(4));
    CHECK(effect.reached.half_width() == Approx(3.182446 * std::sqrt(8.0 / 3 / 4)));
    CHECK(effect.unmet.value == Approx(-4));
    CHECK(effect.cost.value == Approx(800));
    CHECK(effect.cost.half_width() == 0);
    CHECK(effect.sign() == EffectSign::helps);
}

TEST_CASE("With a certain cost a unit price's interval is the cost over the effect's interval") {
    const Effect effect = effect_of({}, kBase, runs_of({54, 66, 42, 59}, 800));
    CHECK(effect.per_person.value == Approx(200));
    CHECK(effect.per_person.low == Approx(800 / effect.reached.high));
    CHECK(effect.per_person.high == Approx(800 / effect.reached.low));
}

TEST_CASE("An effect whose interval holds 0 has no price") {
    const Effect effect = effect_of({}, kBase, runs_of({54, 52, 45, 56}, 800));
    CHECK(effect.reached.value > 0);
    CHECK(effect.sign() == EffectSign::not_seen);
    CHECK_FALSE(effect.per_person.valid);
    CHECK(effect_of({}, kBase, runs_of({40, 50, 30, 46}, 800)).sign() == EffectSign::harms);
}

TEST_CASE("What changes nothing has an effect of exactly 0, with an interval of width 0") {
    const Effect effect = effect_of({}, kBase, kBase);
    for (const Estimate* e : {&effect.reached, &effect.urgent, &effect.unmet, &effect.gap, &effect.cost, &effect.rules}) {
        CHECK(e->valid);
        CHECK(e->value == 0);
        CHECK(e->half_width() == 0);
    }
    CHECK(effect.sign() == EffectSign::not_seen);
}

TEST_CASE("One replication shows no effect") {
    CHECK(effect_of({}, runs_of({50}, 0), runs_of({90}, 1)).sign() == EffectSign::not_seen);
}

TEST_CASE("Rules that are newly kept are counted replication by replication") {
    VerdictRules rules;
    rules.most_lost_before_contact = 0.42;
    const Effect effect = effect_of(rules, kBase, runs_of({62, 65, 50, 58}, 1));
    const ShareEstimate& before = effect.kept_without[0][0];
    const ShareEstimate& after = effect.kept_with[0][0];
    CHECK(before.hits == 1);
    CHECK(after.hits == 3);
    CHECK(effect.rules.value == Approx(0.5));
    CHECK(effect.all_kept_without.hits == 1);
    CHECK(effect.all_kept_with.hits == 3);
}

TEST_CASE("Fieller's interval holds the true price in 95 of 100 samples, also where the effect is uncertain") {
    constexpr int kSamples = 4000, kRuns = 8;
    constexpr double kCost = 30, kPeople = 10, kPrice = kCost / kPeople;
    NormalStream normal({.seed = 11, .purpose = 3});
    int held = 0;
    for (int sample = 0; sample < kSamples; ++sample) {
        UnitPriceEstimator price;
        for (int run = 0; run < kRuns; ++run) {
            const double luck = normal.standard_normal();
            price.add(kCost + 4 * luck + 3 * normal.standard_normal(), kPeople + 6 * luck + 3 * normal.standard_normal());
        }
        const Estimate e = price.estimate();
        held += !e.valid || (e.low <= kPrice && kPrice <= e.high) ? 1 : 0;  // none is the whole line
    }
    const double share = static_cast<double>(held) / kSamples;
    CHECK(std::fabs(share - 0.95) < 5 * std::sqrt(0.95 * 0.05 / kSamples));
}

TEST_CASE("A price list has the cheapest that helps first, then what is not seen, then what harms; doses have margins") {
    const std::vector<OfficeMeasure> catalogue{made_up("harm", 1), made_up("nothing", 1), made_up("dear", 1), made_up("cheap", 2)};
    const std::vector<PickRuns> picks{{{0, 0}, runs_of({40, 50, 30, 45}, 10)},
                                      {{1, 0}, kBase},
                                      {{2, 0}, runs_of({55, 65, 45, 60}, 5000)},
                                      {{3, 0}, runs_of({58, 69, 48, 63}, 500)},
                                      {{3, 1}, runs_of({60, 71, 51, 65}, 1000)}};
    const PriceList list = price_list_of(catalogue, {}, kBase, picks);
    REQUIRE(list.size() == 4);
    CHECK(list[0].measure == 3);
    CHECK(list[1].measure == 2);
    CHECK(list[2].measure == 1);
    CHECK(list[3].measure == 0);
    REQUIRE(list[0].doses.size() == 2);
    CHECK(list[0].best().dose == 0);
    CHECK(list[0].doses[1].effect.reached.value == Approx(10.5));
    CHECK(list[0].doses[1].marginal.reached.value == Approx(2.25));
    CHECK(list[0].doses[1].marginal.cost.value == Approx(500));
}

TEST_CASE("The effect of a measure in force is what would be lost without it") {
    std::vector<OfficeMeasure> catalogue{made_up("in_force", 1)};
    catalogue[0].standing = Standing::in_force;
    const std::vector<PickRuns> picks{{{0, 0}, runs_of({45, 53, 36, 50}, -200)}};
    const Effect effect = price_list_of(catalogue, {}, kBase, picks)[0].best().effect;
    CHECK(effect.reached.value == Approx(5.25));
    CHECK(effect.cost.value == Approx(200));
}

namespace {

/// Two measures that help the same people, and one that helps others: the price list says 10, 9 and 5 people at 100 each.
struct Overlap {
    std::vector<OfficeMeasure> catalogue{made_up("first", 1), made_up("same", 1), made_up("other", 1)};
    static PricedRuns with(const Picks& picks) {
        bool has[3] = {};
        for (const Pick& pick : picks) has[pick.measure] = true;
        const int reached = std::max(has[0] ? 10 : 0, has[1] ? 9 : 0) + (has[2] ? 5 : 0);
        return runs_of({50 + reached, 60 + reached, 40 + reached, 55 + reached}, 100.0 * static_cast<double>(picks.size()));
    }
    PriceList list() const {
        const std::vector<PickRuns> picks{{{0, 0}, with({{0, 0}})}, {{1, 0}, with({{1, 0}})}, {{2, 0}, with({{2, 0}})}};
        return price_list_of(catalogue, {}, with({}), picks);
    }
    SequenceSearch search(std::size_t steps) const { return {catalogue, rules, {list(), {}}, steps, 2}; }
    VerdictRules rules;
};

void play_all(SequenceSearch& search) {
    for (auto plans = search.wanted(); !plans.empty(); plans = search.wanted()) {
        std::vector<std::vector<PricedRuns>> runs;
        for (const CountyPlan& plan : plans) runs.push_back({Overlap::with(plan[0]), Overlap::with(plan[1])});
        search.tell(runs);
    }
}

}  // namespace

TEST_CASE("A sequence takes next what helps most on top of what is there, not what helps most alone") {
    const Overlap overlap;
    SequenceSearch search = overlap.search(3);
    play_all(search);
    CHECK(search.after(1)[0] == Picks{{0, 0}});
    CHECK(search.after(2)[0] == Picks{{0, 0}, {2, 0}});
    CHECK(search.after(3)[0] == Picks{{0, 0}, {2, 0}});  // the same people cannot be helped twice
    CHECK(search.after(3)[1].empty());
}

TEST_CASE("A sequence of one step asks for no runs") {
    CHECK(Overlap{}.search(1).wanted().empty());
}

TEST_CASE("Common random numbers: a measure that moves nothing leaves every count of a run as it was") {
    const Scenario s = test::tiny_county(1);
    Scenario same = s;
    Policy nothing;
    nothing.key = "nothing";
    nothing.levers.push_back({{LeverKind::desk_positions, static_cast<std::size_t>(DeskKind::casework)}, {}, 0.0, {}, {}});
    same.policies.push_back(nothing);
    const Effect effect = effect_of(s.verdict, play(s, 3), play(same, 3));
    for (const Estimate* e : {&effect.reached, &effect.urgent, &effect.unmet, &effect.gap, &effect.rules}) {
        CHECK(e->value == 0);
        CHECK(e->half_width() == 0);
    }
}

TEST_CASE("At an overloaded desk half a position more decides as much more as half a position works") {
    // One caseworker of 7 hours, cases of 60 minutes, twice as many as she can do: she is never idle, so that what is
    // decided is hours over effort, with half a position one and a half times as much.
    Scenario s = test::one_place();
    s.services[test::kAssistance].effort_min = Timeline{60.0};
    s.services[test::kAssistance].effort_law = TimeLaw::exponential;
    s.services[test::kAssistance].per_1000_week = Timeline{3.5};  // 70 a week
    s.services[test::kAssistance].clock.grace = 1000;
    DeskRules& desk = s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)];
    desk.per_1000_adults = Timeline{0.0};
    desk.positions = Timeline{1.0};
    const auto catalogue = catalogue_of(s);
    const auto decided = [&](std::optional<std::size_t> dose) {
        Scenario taken = s;
        const std::vector<std::size_t> here{0};
        if (dose)
            for (const OfficeMeasure& measure : catalogue)
                if (measure.key == "more_casework") measure.apply(taken, here, *dose);
        const World world(taken);
        MeanEstimator mean;
        for (std::uint32_t r = 0; r < 20; ++r) {
            const RunRecord record = run_replication(world, r);
            mean.add(static_cast<double>(test::cell(record).met_on_time + test::cell(record).met_late));
        }
        return mean.estimate();
    };
    const double hours = 39 * 7;  // eight weeks less Good Friday
    const Estimate alone = decided({}), half = decided(0), whole = decided(1);
    CHECK(std::fabs(half.value - alone.value - hours / 2) < 2 * (half.half_width() + alone.half_width()));
    CHECK(std::fabs(whole.value - alone.value - hours) < 2 * (whole.half_width() + alone.half_width()));
    CHECK(whole.value > half.value);
}
