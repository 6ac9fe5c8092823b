// The mini office (W6), as journeys and as a scenario, against what other programs found for it: the
// reference is no theory, but 670,000 replications of three programs that share no code with this one.

#include "bench/office/mini_office.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "bench/office/w6_reference.hpp"
#include "bench/office/w6_scenario.hpp"
#include "engine/office/replication.hpp"

using namespace skranke;
using namespace skranke::bench;

namespace {

constexpr double kBand = 4.0;

constexpr std::uint32_t kReplications = 60;

std::vector<MiniOfficeFigures> play(const MiniOfficeRules& rules) {
    const MiniOffice office(rules);
    std::vector<MiniOfficeFigures> all;
    for (std::uint32_t r = 0; r < kReplications; ++r) all.push_back(office.play({20200302, r}));
    return all;
}

std::vector<MiniOfficeFigures> play_scenario(const std::vector<std::string>& settings) {
    const Scenario scenario = read_w6(settings);
    const World world(scenario);
    std::vector<MiniOfficeFigures> all;
    for (std::uint32_t r = 0; r < kReplications; ++r) all.push_back(figures_of(world, run_replication(world, r)));
    return all;
}

double z_of(const std::vector<MiniOfficeFigures>& replications, double MiniOfficeFigures::*figure) {
    for (const W6Reference& reference : kW6Reference)
        if (reference.figure == figure) return z_of(estimate(replications, figure), reference);
    FAIL("no reference");
    return 0;
}

/// z of a figure when one rule is one percent off.
double z_if_off(double MiniOfficeRules::*rule, double MiniOfficeFigures::*figure) {
    MiniOfficeRules rules;
    rules.*rule *= 1.01;
    return z_of(play(rules), figure);
}

}  // namespace

TEST_CASE("The mini office comes to the figures that other simulators find", "[theory]") {
    const auto replications = play({});
    for (const W6Reference& reference : kW6Reference) {
        INFO(reference.name);
        CHECK(std::abs(z_of(estimate(replications, reference.figure), reference)) < kBand);
    }
}

TEST_CASE("A rule of the mini office that is one percent off is noticed", "[theory][not_with_address]") {
    using Rules = MiniOfficeRules;
    using Figures = MiniOfficeFigures;
    CHECK(std::abs(z_if_off(&Rules::talk, &Figures::served)) > kBand);
    CHECK(std::abs(z_if_off(&Rules::patience, &Figures::wait_all)) > kBand);
    CHECK(std::abs(z_if_off(&Rules::tries_again, &Figures::attempts)) > kBand);
    CHECK(std::abs(z_if_off(&Rules::becomes_case, &Figures::cases_opened)) > kBand);
    CHECK(std::abs(z_if_off(&Rules::effort, &Figures::cases_decided)) > kBand);
    CHECK(std::abs(z_if_off(&Rules::surge, &Figures::persons)) > kBand);
}

TEST_CASE("Every call and every case of the mini office is counted once", "[theory]") {
    const MiniOffice office;
    const MiniOfficeFigures f = office.play({1, 1});
    CHECK(f.attempts == f.served + f.abandoned + f.closed);
    CHECK(f.served + f.gave_up <= f.persons);  // others ring again after the horizon
    CHECK(f.cases_opened >= f.cases_decided);
    CHECK(office.play({1, 1}).events == f.events);
    CHECK(office.play({1, 2}).events != f.events);
}

TEST_CASE("The mini office as a scenario file comes to the same figures", "[theory]") {
    const auto replications = play_scenario({});
    for (const W6Reference& reference : kW6Reference) {
        if (reference.figure == kNotInRecords) continue;
        INFO(reference.name);
        CHECK(std::abs(z_of(estimate(replications, reference.figure), reference)) < kBand);
    }
}

TEST_CASE("A number of the scenario that is one percent off is noticed", "[theory][not_with_address]") {
    using Figures = MiniOfficeFigures;
    CHECK(std::abs(z_of(play_scenario({"channel.phone.talk_min=8.08"}), &Figures::served)) > kBand);
    CHECK(std::abs(z_of(play_scenario({"service.ordinary.effort_min=90.9"}), &Figures::cases_decided)) > kBand);
}
