// The models that engine/README.md shows: they are these very files, and they are right. Each is held
// against exact theory, and against the theory of a model with one number one percent off.

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/erlang.hpp"
#include "tests/support/markov_chain.hpp"
#include "tests/support/z_value.hpp"

namespace skranke::counter {
double mean_wait_min(std::uint32_t replication);
}
namespace skranke::helpline {
std::array<double, 2> mean_waits_min(std::uint32_t replication);
}
namespace skranke::two_offices {
std::array<double, 2> play(std::uint32_t replication);
}

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kBand = 5.0;
constexpr std::uint32_t kReplications = 60;

double mm3_wait(double between_arrivals, double service) {
    return erlang_c(service / between_arrivals, 3) / (3 / service - 1 / between_arrivals);
}

/// Mean minutes in line of urgent and ordinary callers at two agents. State: how many talk, and if both
/// agents do, how many of either kind wait.
std::array<double, 2> waits_by_chain(double between_calls, double talk, double patience) {
    constexpr std::size_t kUrgent = 25, kOrdinary = 45;  // more hardly ever wait
    const auto state = [](std::size_t u, std::size_t o) { return 2 + o * (kUrgent + 1) + u; };
    const double urgent = 0.3 / between_calls, ordinary = 0.7 / between_calls, end = 2 / talk;
    MarkovChain chain(state(kUrgent, kOrdinary) + 1);
    chain.add(0, 1, 1 / between_calls);
    chain.add(1, 0, 1 / talk);
    chain.add(1, state(0, 0), 1 / between_calls);
    chain.add(state(0, 0), 1, end);
    for (std::size_t u = 0; u <= kUrgent; ++u) {
        for (std::size_t o = 0; o <= kOrdinary; ++o) {
            const double u_left = static_cast<double>(u) / patience, o_left = static_cast<double>(o) / patience;
            if (u < kUrgent) chain.add(state(u, o), state(u + 1, o), urgent);
            if (o < kOrdinary) chain.add(state(u, o), state(u, o + 1), ordinary);
            if (u > 0) chain.add(state(u, o), state(u - 1, o), end + u_left);
            if (o > 0) chain.add(state(u, o), state(u, o - 1), (u == 0 ? end : 0) + o_left);
        }
    }
    const auto p = chain.stationary(1e-13);
    double urgent_line = 0, ordinary_line = 0;  // mean numbers in line
    for (std::size_t s = 2; s < p.size(); ++s) {
        urgent_line += p[s] * static_cast<double>((s - 2) % (kUrgent + 1));
        ordinary_line += p[s] * static_cast<double>((s - 2) / (kUrgent + 1));
    }
    return {urgent_line / urgent, ordinary_line / ordinary};  // Little
}

/// Minutes from question to advice: two letters, and M/M/1 at the expert.
double advice_minutes(double between_questions, double work) { return 60 + 1 / (1 / work - 1 / between_questions); }

std::string text_of(const std::string& path) {
    std::ifstream stream(SKRANKE_SOURCE_DIR "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("The README of the engine shows the examples as they are tested", "[examples]") {
    const std::string readme = text_of("engine/README.md");
    for (const char* example : {"counter", "helpline", "two_offices"}) {
        const std::string code = text_of("tests/examples/" + std::string(example) + ".cpp");
        INFO(example);
        REQUIRE(!code.empty());
        CHECK(readme.find("```cpp\n" + code + "```\n") != std::string::npos);
    }
}

TEST_CASE("The counter of the README waits as long as Erlang C says", "[examples]") {
    Replicates waits;
    for (std::uint32_t r = 0; r < kReplications; ++r) waits.add(counter::mean_wait_min(r));
    CHECK(std::abs(waits.z(mm3_wait(4, 10))) < kBand);
    CHECK(std::abs(waits.z(mm3_wait(4, 10.1))) > kBand);
    CHECK(std::abs(waits.z(mm3_wait(4.04, 10))) > kBand);
}

TEST_CASE("Callers of the README's helpline wait as long as its Markov chain says, urgent or not", "[examples]") {
    Replicates urgent, ordinary;
    for (std::uint32_t r = 0; r < kReplications; ++r) {
        const auto waits = helpline::mean_waits_min(r);
        urgent.add(waits[0]);
        ordinary.add(waits[1]);
    }
    const auto exact = waits_by_chain(2, 5, 6), slower = waits_by_chain(2, 5.05, 6);
    const auto more_patient = waits_by_chain(2, 5, 6.06);
    CHECK(std::abs(urgent.z(exact[0])) < kBand);
    CHECK(std::abs(ordinary.z(exact[1])) < kBand);
    CHECK(std::abs(urgent.z(slower[0])) > kBand);
    CHECK(std::abs(ordinary.z(slower[1])) > kBand);
    CHECK(std::abs(ordinary.z(more_patient[1])) > kBand);
}

TEST_CASE("The two offices of the README answer everybody, as late as theory says", "[examples]") {
    Replicates late, advised_a_day;
    for (std::uint32_t r = 0; r < kReplications; ++r) {
        const auto [mean_minutes, a_day] = two_offices::play(r);
        late.add(mean_minutes);
        advised_a_day.add(a_day);
    }
    CHECK(std::abs(late.z(advice_minutes(5, 4))) < kBand);
    CHECK(std::abs(late.z(advice_minutes(5, 4.04))) > kBand);
    CHECK(std::abs(advised_a_day.z(24 * 60 / 5.0)) < kBand);
    CHECK(std::abs(advised_a_day.z(24 * 60 / 5.05)) > kBand);
}
