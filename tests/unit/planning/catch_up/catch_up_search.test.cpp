// The search for the staff that brings places back in time, against offices that are functions.

#include "engine/planning/catch_up/catch_up_search.hpp"

#include <catch2/catch.hpp>

using namespace skranke;

namespace {

constexpr std::size_t kWeeks = 12, kGoal = 5;

/// Of ten replications, so many are back by the goal's week.
CatchUpCourse back_in(int of_ten) {
    CatchUpCourse course{.dates = BackDates(kWeeks)};
    for (int r = 0; r < 10; ++r) course.dates.add(r < of_ten ? kGoal : kGoal + 1);
    return course;
}

}  // namespace

TEST_CASE("The least number of units that is enough is found, whatever it is, in few tries", "[planning]") {
    for (int most = 1; most <= 40; ++most)
        for (int enough = 0; enough <= most + 1; ++enough) {
            LeastUnits search(most);
            int tries = 0;
            for (; search.next(); ++tries) search.tell(*search.next(), *search.next() >= enough);
            CHECK(search.is_infeasible() == (enough > most));
            CHECK(search.answer() == (enough > most ? std::nullopt : std::optional(enough)));
            CHECK(tries <= 13);
        }
}

TEST_CASE("Each place gets its own least, all in the same runs", "[planning]") {
    const std::vector<int> enough{0, 3, 1, 99};
    CatchUpSearch search({.week = kGoal}, {8, 8, 8, 8});
    int runs = 0;
    for (; search.next(); ++runs) {
        const std::vector<int> units = *search.next();
        std::vector<CatchUpCourse> courses;
        for (std::size_t p = 0; p < 4; ++p) courses.push_back(back_in(units[p] >= enough[p] ? 9 : 8));
        search.tell(units, courses);
    }
    CHECK(runs <= 6);
    REQUIRE(search.to_validate() == std::vector<int>{0, 3, 1, 0});
    search.tell_validated({back_in(10), back_in(9), back_in(9), back_in(0)});
    CHECK_FALSE(search.to_validate());
    CHECK(search.plans()[1].units == 3);
    CHECK_FALSE(search.plans()[3].units);
    CHECK(search.plans()[3].with_most.dates.back_by(kGoal).hits == 8);
}

TEST_CASE("A place that falls short among new people gets a unit more, and the others keep what was found", "[planning]") {
    CatchUpSearch search({.week = kGoal}, {4, 4});
    while (search.next()) {
        const std::vector<int> units = *search.next();
        search.tell(units, {back_in(units[0] >= 2 ? 10 : 0), back_in(10)});
    }
    REQUIRE(search.to_validate() == std::vector<int>{2, 0});
    search.tell_validated({back_in(8), back_in(9)});
    REQUIRE(search.to_validate() == std::vector<int>{3, 0});
    search.tell_validated({back_in(9), back_in(0)});  // the second place is not asked again
    CHECK_FALSE(search.to_validate());
    CHECK(search.plans()[0].units == 3);
    CHECK(search.plans()[0].validated.dates.back_by(kGoal).hits == 9);
    CHECK(search.plans()[1].validated.dates.back_by(kGoal).hits == 9);
}
