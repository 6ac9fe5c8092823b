// The verification set at short length: its alarm is quiet for the engine, hears each broken twin, and rings for a
// set with one of them.

#include "tests/verification/verification.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace skranke::test;

namespace {

constexpr Seeds kSeeds{1, 2};
constexpr double kShort = 0.2;

std::vector<const Model*> everything() {
    std::vector<const Model*> models;
    for (const Model& model : all_models()) models.push_back(&model);
    return models;
}

/// Rows that one seed of luck and nothing else would give: z at the quantiles of the normal law.
std::vector<Row> rows_with(const std::vector<double>& z) {
    static const Model kModel{"made up", Part::desks, "", {{"quantity"}}, {"twin"}, 1, {}, {}};
    return {Row{&kModel, 0, 1, std::vector<double>(z.size(), 1.0), std::vector<double>(z.size(), 0.1), z, 9}};
}

const std::vector<double> kNormal{-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64};

/// The same rows, but of one model those of its first broken twin.
std::vector<Row> with_broken_twin(std::vector<Row> rows, const std::string& name) {
    const Swap broken = [](const Model&) { return Twin{0}; };
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.model->name == name; });
    const std::vector<Row> played = play_set({first->model}, kSeeds, kShort, Twins::skip, {}, broken);
    std::copy(played.begin(), played.end(), first);
    return rows;
}

}  // namespace

TEST_CASE("The set has models of every part, with a name, a source, answers and a twin for each answer",
          "[verification]") {
    CHECK(all_models().size() >= 25);
    for (const Part part : kParts)
        CHECK(std::count_if(all_models().begin(), all_models().end(), [=](const Model& m) { return m.part == part; }) >=
              3);
    for (const Model& model : all_models()) {
        INFO(model.name);
        CHECK_FALSE(model.source.empty());
        CHECK_FALSE(model.quantities.empty());
        for (const Quantity& quantity : model.quantities) CHECK(quantity.twin < model.twins.size());
        CHECK(std::count_if(all_models().begin(), all_models().end(),
                            [&](const Model& other) { return other.name == model.name; }) == 1);
    }
}

TEST_CASE("The alarm is quiet for what chance does, and rings for a mean, a scatter or a law that is off",
          "[verification]") {
    CHECK_FALSE(listen(rows_with(kNormal)).rings());
    std::vector<double> off = kNormal, wide = kNormal, narrow = kNormal;
    for (double& z : off) z += 1.5;
    for (double& z : wide) z *= 2.5;
    for (double& z : narrow) z *= 0.2;
    CHECK(listen(rows_with(off)).mean_p < 1e-4);
    CHECK(listen(rows_with(wide)).scatter_p < 1e-4);
    CHECK(listen(rows_with(narrow)).all_p < 1e-4);
    for (const auto& wrong : {off, wide, narrow}) CHECK(listen(rows_with(wrong)).rings());
    std::vector<double> two_sided;
    for (int i = 0; i < 60; ++i) two_sided.push_back(i % 2 == 0 ? 1 : -1);
    CHECK(listen(rows_with(two_sided)).normal_p < 1e-4);  // variance 1, but nothing near 0
}

TEST_CASE("Over fresh seeds the alarm is quiet, every broken twin is noticed, and one of them in the set makes it ring",
          "[verification][not_with_address]") {
    const std::vector<Row> rows = play_set(everything(), kSeeds, kShort, Twins::play);
    const Alarm alarm = listen(rows);
    INFO("farthest: " << alarm.farthest->model->name << " " << alarm.farthest->pooled_z());
    CHECK_FALSE(alarm.rings());
    for (const Row* row : unnoticed_twins(rows)) FAIL_CHECK(row->model->name << ", twin: z = " << row->twin_z);
    for (const std::string name : {"M/M/3", "missed meetings", "time limits"}) {
        INFO(name);
        const Alarm with_broken = listen(with_broken_twin(rows, name));
        CHECK(with_broken.rings());
        CHECK(with_broken.farthest->model->name == name);
    }
}
