#include "engine/base/problem.hpp"

#include <catch2/catch.hpp>

using namespace skranke;

TEST_CASE("A problem is one line with what is known: file, line, key and message") {
    CHECK(to_text({"x.toml", 12, "time.weeks = 0", "needs a number from 1 to 520"}) ==
          "x.toml:12: time.weeks = 0: needs a number from 1 to 520");
    CHECK(to_text({"x.toml", 0, "", "cannot be read"}) == "x.toml: cannot be read");
    CHECK(to_text({"--set", 0, "a.b", "unknown key"}) == "--set: a.b: unknown key");
    CHECK(to_text({"x.toml", 3, "a", "far away", Problem::Severity::warning}) == "x.toml:3: warning: a: far away");
}

TEST_CASE("Only errors stand in the way, warnings do not") {
    Problems problems;
    CHECK_FALSE(has_errors(problems));
    problems.push_back({"x", 1, "", "odd", Problem::Severity::warning});
    CHECK_FALSE(has_errors(problems));
    problems.push_back({"x", 2, "", "wrong"});
    CHECK(has_errors(problems));
}

TEST_CASE("Problems are sorted by file as first met, then by line, and keep their order within a line") {
    Problems problems{{"b", 9, "", "1"}, {"a", 5, "", "2"}, {"b", 2, "", "3"},
                      {"a", 5, "", "4"}, {"b", 9, "", "5"}, {"a", 1, "", "6"}};
    sort_in_file_order(problems);
    std::string order;
    for (const Problem& problem : problems) order += problem.message;
    CHECK(order == "315624");
}

TEST_CASE("The nearest name is the one with the fewest changed letters, if any is near enough") {
    const std::vector<std::string> names{"patience_min", "talk_min", "talk_cv", "room"};
    CHECK(nearest_name("patiense_min", names) == "patience_min");
    CHECK(nearest_name("talkmin", names) == "talk_min");
    CHECK(nearest_name("rom", names) == "room");
    CHECK(nearest_name("room", names) == "room");
    CHECK(nearest_name("patience", names) == "patience_min");  // the unit left off
    CHECK(nearest_name("capacity", names).empty());
    CHECK(nearest_name("", names).empty());
    CHECK(nearest_name("talk_min", {}).empty());
}

TEST_CASE("Among equally near names the first is taken") {
    CHECK(nearest_name("talk_mv", {"talk_cv", "talk_mm"}) == "talk_cv");
    CHECK(nearest_name("talk_mv", {"talk_mm", "talk_cv"}) == "talk_mm");
}

TEST_CASE("A very long word has no nearest name, and costs nothing to look up") {
    CHECK(nearest_name(std::string(100'000, 'x'), {std::string(100'000, 'x')}).empty());
}
