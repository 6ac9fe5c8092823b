#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>

#include "mini_office.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

// Small generator of our own, so that a failure can be repeated: xorshift64 (G. Marsaglia, 2003).
class Dice {
  public:
    std::uint64_t roll() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        return state_ ^= state_ << 17;
    }

  private:
    std::uint64_t state_ = 88172645463325252ULL;
};

// Reads, and demands either a scenario or an error that says where.
void survives(const Files& files) {
    const ReadResult result = read(files);
    REQUIRE(result.scenario.has_value() != has_errors(result.problems));
    for (const Problem& problem : result.problems) {
        REQUIRE(!problem.source.empty());
        REQUIRE(!problem.message.empty());
    }
}

Files only(const std::string& text) {
    Files files = mini_office();
    files["office.toml"] = text;
    return files;
}

std::string repeated(const std::string& piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

}  // namespace

TEST_CASE("A scenario cut off at any byte is a scenario or a list of problems") {
    const std::string whole = mini_office()["office.toml"];
    for (std::size_t size = 0; size < whole.size(); ++size) survives(only(whole.substr(0, size)));
}

TEST_CASE("A table cut off at any byte is a scenario or a list of problems") {
    for (const char* name : {"data/municipalities.csv", "data/offices.csv"}) {
        Files files = mini_office();
        const std::string whole = files[name];
        for (std::size_t size = 0; size < whole.size(); ++size) {
            files[name] = whole.substr(0, size);
            survives(files);
        }
    }
}

TEST_CASE("A scenario with bytes changed, removed or doubled is a scenario or a list of problems") {
    Dice dice;
    const std::string pieces = "\"'[]{}=.,#\n\r\t\\-_0159aeinf\x7f\x80\xc3\xff";
    for (const char* name : {"office.toml", "data/municipalities.csv", "data/offices.csv"}) {
        for (int round = 0; round < 1000; ++round) {
            Files files = mini_office();
            std::string& text = files[name];
            for (std::uint64_t change = dice.roll() % 4; change < 4; ++change) {
                const std::size_t at = dice.roll() % text.size();
                const std::size_t length = std::min<std::size_t>(1 + dice.roll() % 20, text.size() - at);
                switch (dice.roll() % 4) {
                    case 0:
                        text[at] = static_cast<char>(dice.roll() & 0xff);
                        break;
                    case 1:
                        text[at] = pieces[dice.roll() % pieces.size()];
                        break;
                    case 2:
                        text.erase(at, length);
                        break;
                    default:
                        text.insert(at, text.substr(at, length));
                        break;
                }
                if (text.empty()) text = "x";
            }
            survives(files);
        }
    }
}

TEST_CASE("Deep nesting is refused") {
    survives(only(repeated("[", 100'000)));
    survives(only("a = " + repeated("[", 100'000)));
    survives(only("a = " + repeated("{a = ", 100'000)));
    survives(only("a" + repeated(".a", 300'000) + " = 1"));
    survives(only("[a" + repeated(".a", 300'000) + "]"));
    survives(only("a" + repeated(".\"a\"", 200'000) + " = 1"));
    survives(only("b = {x = \"\"\"a\"\"\"\", a" + repeated(".a", 300'000) + " = 1}"));
    survives(only("a = " + repeated("{a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = [", 10'000)));
    CHECK(problems_of(only("a" + repeated(".a", 20) + " = 1")) ==
          "office.toml: has a key of more than 16 parts (no key of a scenario has more than 6)\n");
}

TEST_CASE("Huge files, lists, texts and numbers are refused or read") {
    CHECK(problems_of(only(std::string(1'000'001, '#'))) ==
          "office.toml: is larger than 1 MB (a scenario is a text of some hundred lines)\n");
    survives(with("hour_weight = [0", "hour_weight = [0" + repeated(",0", 300'000)));
    survives(with("title = \"", "title = \"" + std::string(500'000, 'x')));
    survives(with("name = \"", "name = \"" + std::string(500'000, 'x')));
    survives(with("weeks = 26", "weeks = 9223372036854775807"));
    survives(with("weeks = 26", "weeks = 99999999999999999999"));
    survives(with("talk_min = 8", "talk_min = 1e308"));
    survives(with("talk_min = 8", "talk_min = 1e999"));
    survives(with("start = 2020-03-02", "start = 9999-12-31"));
    survives(with("start = 2020-03-02", "start = 0001-01-01"));
    survives(with("start = 2020-03-02", "start = 07:32:00"));
    survives(with("start = 2020-03-02", "start = 1979-05-27T07:32:00Z"));
    std::string names;
    for (int i = 0; i < 20'000; ++i) names += "[group.g" + std::to_string(i) + "]\n";
    survives(only(mini_office()["office.toml"] + names));
    survives(only(mini_office()["office.toml"] + "[unknown]\n" + repeated("k", 200'000) + " = 1\n"));
}

TEST_CASE("Text that is not UTF-8, or has a NUL in it, is refused") {
    survives(with("title = \"", "title = \"\xff"));
    survives(with("title = \"", "title = \"\xc3"));
    survives(with("title = \"", std::string{"title = \""} + '\0'));
    survives(only(std::string(100, '\0')));
    CHECK(problems_of(with("title = \"", "title = \"\xff")).find("office.toml:3: is not valid TOML") == 0);
}

TEST_CASE("Norwegian letters may stand where toml++ looks for a space") {
    const ReadResult result = read(with("title = \"A phone desk and its caseworkers\"",
                                        "title = \"\"\"\\\n  \u00d8konomisk \\\n  \u00e5rsak\"\"\""));
    CHECK(result.scenario.value().title.nb == "\u00d8konomisk \u00e5rsak");
    CHECK(problems_of(with("title = ", "\u00f8 = ")).find("office.toml:3: is not valid TOML") == 0);
    CHECK(problems_of(with("[time]", "[ $ ]")).find("office.toml:6: is not valid TOML") == 0);
    CHECK(problems_of(with("[time]", "[ \u00f8 ]")).find("office.toml:6: is not valid TOML") == 0);
}

TEST_CASE("Values of the wrong kind in every place are reported, never followed") {
    const std::string whole = mini_office()["office.toml"];
    for (const char* value :
         {"1", "\"x\"", "true", "2020-03-02", "[]", "{}", "[[[]]]", "{value = {value = 1}}", "{steps = 1}",
          "{line = [1, {from = 1, value = []}]}", "{value = 1, range = {}, basis = [], why = 3}", "nan"}) {
        for (std::size_t at = whole.find(" = "); at != std::string::npos; at = whole.find(" = ", at + 1)) {
            const std::size_t end = whole.find('\n', at);
            survives(only(whole.substr(0, at + 3) + value + whole.substr(end)));
        }
        for (const char* section : {"time", "run", "area", "tables", "demand", "group", "service", "channel",
                                    "appointments", "phone_loop", "desk", "office", "surge", "verdict"})
            survives(only("format = 1\n" + std::string{section} + " = " + value + "\n"));
    }
}
