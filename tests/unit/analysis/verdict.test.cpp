#include "engine/analysis/verdict.hpp"

#include <catch2/catch.hpp>

using namespace skranke;

namespace {

constexpr auto kAvailable = static_cast<std::size_t>(Head::available);
constexpr auto kHandled = static_cast<std::size_t>(Head::handled);
constexpr auto kSufficient = static_cast<std::size_t>(Head::sufficient);

OutcomeCell cell(std::uint64_t on_time, std::uint64_t late, Reason reason, std::uint64_t unmet) {
    OutcomeCell c;
    c.met_on_time = on_time;
    c.met_late = late;
    c.unmet[static_cast<std::size_t>(reason)] = unmet;
    c.born = on_time + late + unmet;
    return c;
}

HeldRules judge_ordinary(const OutcomeCell& c) {
    VerdictCounts counts;
    counts.add(c, false, false);
    return judge(VerdictRules{}, counts.judged({}));
}

// Of `slow` + `fast` people, the slow ones reach someone after 4 days.
bool access_holds(int slow, int fast) {
    QuantileSketch access;
    for (int i = 0; i < slow; ++i) access.add(days(4));
    for (int i = 0; i < fast; ++i) access.add(hours(2));
    VerdictCounts counts;
    counts.add_access(access);
    return judge(VerdictRules{}, counts.judged({}))[kAvailable][1];
}

bool gap_holds(std::uint64_t vulnerable, std::uint64_t vulnerable_unmet, std::uint64_t others,
               std::uint64_t others_unmet) {
    VerdictCounts counts;
    counts.add(cell(vulnerable - vulnerable_unmet, 0, Reason::barrier, vulnerable_unmet), false, true);
    counts.add(cell(others - others_unmet, 0, Reason::barrier, others_unmet), false, false);
    return judge(VerdictRules{}, counts.judged({}))[kSufficient][1];
}

}  // namespace

TEST_CASE("Where there is nothing to judge every rule holds") {
    for (const auto& head : judge(VerdictRules{}, JudgedCounts{}))
        for (const bool held : head) REQUIRE(held);
}

TEST_CASE("Five in a hundred may be lost before contact, six may not") {
    REQUIRE(judge_ordinary(cell(95, 0, Reason::closed, 5))[kAvailable][0]);
    REQUIRE_FALSE(judge_ordinary(cell(94, 0, Reason::closed, 6))[kAvailable][0]);
    REQUIRE(judge_ordinary(cell(94, 0, Reason::closed, 6))[kSufficient][0]);
}

TEST_CASE("People lost after contact break the third head, not the first") {
    const HeldRules held = judge_ordinary(cell(94, 0, Reason::incomplete, 6));
    REQUIRE(held[kAvailable][0]);
    REQUIRE_FALSE(held[kSufficient][0]);
}

TEST_CASE("Nine in ten must reach someone within three days") {
    REQUIRE(access_holds(10, 90));
    REQUIRE_FALSE(access_holds(11, 89));
}

TEST_CASE("Four decisions in five must come inside their clock, and a case never decided is late") {
    REQUIRE(judge_ordinary(cell(80, 20, Reason::barrier, 0))[kHandled][0]);
    REQUIRE_FALSE(judge_ordinary(cell(79, 21, Reason::barrier, 0))[kHandled][0]);
    REQUIRE_FALSE(judge_ordinary(cell(79, 0, Reason::never_decided, 21))[kHandled][0]);
    REQUIRE(judge_ordinary(cell(79, 0, Reason::incomplete, 21))[kHandled][0]);
}

TEST_CASE("Urgent services have a stricter share, which ordinary ones do not touch") {
    const OutcomeCell ten_late = cell(90, 10, Reason::barrier, 0);
    REQUIRE(judge_ordinary(ten_late)[kHandled][1]);
    VerdictCounts urgent;
    urgent.add(ten_late, true, false);
    REQUIRE_FALSE(judge(VerdictRules{}, urgent.judged({}))[kHandled][1]);
}

TEST_CASE("Vulnerable people may go unmet five points more often than others") {
    REQUIRE(gap_holds(100, 15, 1000, 100));
    REQUIRE_FALSE(gap_holds(100, 16, 1000, 100));
    REQUIRE(gap_holds(100, 100, 0, 0));  // nobody to compare with
}

TEST_CASE("A single person never breaks a rule, two may") {
    REQUIRE(judge_ordinary(cell(2, 0, Reason::closed, 1))[kAvailable][0]);
    REQUIRE_FALSE(judge_ordinary(cell(2, 0, Reason::closed, 2))[kAvailable][0]);
    REQUIRE(access_holds(1, 2));
    REQUIRE_FALSE(access_holds(2, 1));
    REQUIRE(gap_holds(2, 1, 50, 0));
    REQUIRE_FALSE(gap_holds(3, 2, 50, 0));
}
