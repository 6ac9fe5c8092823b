// Every model that somebody has solved, at full length and with one seed: it comes to its exact answers within five
// standard errors (a false alarm once in 1.7 million seeds), and each answer tells the model from a twin that is
// slightly off. Fresh seeds: verify_models.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/theory/models/model.hpp"

using namespace skranke::test;

namespace {

constexpr double kBand = 5.0;
constexpr std::uint64_t kSeed = 20200302;

void check(const Model& model) {
    INFO(model.name);
    const std::vector<double> exact = model.solve();
    const auto played = measure(model, kSeed);
    REQUIRE(exact.size() == model.quantities.size());
    for (std::size_t q = 0; q < exact.size(); ++q) {
        INFO(model.quantities[q].name << ": " << played[q].estimate << " +- " << played[q].standard_error
                                      << ", exactly " << exact[q]);
        CHECK(std::abs(played[q].z(exact[q])) < kBand);
    }
    for (std::size_t twin = 0; twin < model.twins.size(); ++twin) {
        const auto broken = measure(model, kSeed, twin);
        for (std::size_t q = 0; q < exact.size(); ++q) {
            if (model.quantities[q].twin != twin) continue;
            INFO(model.twins[twin] << " is noticed in " << model.quantities[q].name);
            CHECK(std::abs(broken[q].z(exact[q])) > kBand);
        }
    }
}

void check(Part part) {
    for (const Model& model : all_models())
        if (model.part == part) check(model);
}

}  // namespace

TEST_CASE("Desks do what queueing theory says, and slightly other desks do not", "[theory][not_with_address]") {
    check(Part::desks);
}
TEST_CASE("Channels do what closed forms and exact chains say, and slightly other ones do not",
          "[theory][not_with_address]") {
    check(Part::channels);
}
TEST_CASE("Priorities give and take what theory says, and slightly other ones do not", "[theory][not_with_address]") {
    check(Part::priorities);
}
TEST_CASE("Cases make the work and take the time that theory says, and slightly other ones do not",
          "[theory][not_with_address]") {
    check(Part::casework);
}
TEST_CASE("Staff who move do what exact chains say, and slightly others do not", "[theory][not_with_address]") {
    check(Part::staffing);
}
TEST_CASE("Needs arise as often, as unevenly and as jointly as theory says, and slightly others do not",
          "[theory][not_with_address]") {
    check(Part::demand);
}
