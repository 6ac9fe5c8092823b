#include "engine/store/layout.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "tests/unit/store/sample_result.hpp"

namespace skranke {

using layout::Axis;
using layout::Coordinate;
using layout::Element;
using layout::Values;
using layout::Variable;

TEST_CASE("Every coordinate and variable has a name of its own, a unit and a meaning") {
    std::set<std::string> names;
    for (const Coordinate& c : layout::coordinates()) {
        CHECK(names.insert(c.name).second);
        CHECK_FALSE(c.unit.empty());
        CHECK_FALSE(c.long_name.empty());
    }
    for (const Variable& v : layout::variables()) {
        CHECK(names.insert(v.name).second);
        CHECK_FALSE(v.unit.empty());
        CHECK_FALSE(v.long_name.empty());
    }
    CHECK(layout::variables().front().name == "replication");
}

TEST_CASE("Every axis but the replication has one dimension scale, first of its coordinates and as long as the axis") {
    const RecordShape shape = sample::shape();
    const Scenario scenario = sample::scenario(shape);
    std::set<Axis> met;
    for (const Coordinate& c : layout::coordinates()) {
        CAPTURE(c.name);
        if (met.insert(c.axis).second) CHECK(c.name == layout::name_of(c.axis));
        const layout::Column column = c.fill(shape, scenario);
        const std::size_t length = std::visit([](const auto& values) { return values.size(); }, column);
        CHECK(length == (c.axis == Axis::key ? scenario.assumptions.size() : layout::length_of(c.axis, shape)));
        CHECK((c.element == Element::text) == (column.index() == 0));
    }
    CHECK(met.size() == layout::kAxes - 1);
    CHECK(met.count(Axis::replication) == 0);
}

TEST_CASE("A variable gives one value for every place on its axes") {
    const RecordShape shape = sample::shape();
    const RunRecord record = sample::record(shape, 0);
    for (const Variable& v : layout::variables()) {
        CAPTURE(v.name);
        std::size_t expected = 1;
        for (const Axis axis : v.axes) expected *= layout::length_of(axis, shape);
        Values values;
        v.access.gather(record, values);
        CHECK(values.size() == expected);
    }
}

TEST_CASE("A variable scattered into an empty record is gathered from it again, and changes no other") {
    const RecordShape shape = sample::shape();
    const RunRecord record = sample::record(shape, 0);
    for (const Variable& v : layout::variables()) {
        CAPTURE(v.name);
        Values values;
        v.access.gather(record, values);
        RunRecord other(shape);
        v.access.scatter(values, other);
        for (const Variable& w : layout::variables()) {
            Values seen;
            w.access.gather(other, seen);
            CHECK(seen == (w.name == v.name ? values : Values(seen.size(), 0)));
        }
    }
}

TEST_CASE("Weeks are counted from the scenario's first day, in CF's words") {
    const Scenario scenario = sample::scenario(sample::shape());
    for (const Coordinate& c : layout::coordinates())
        if (c.name == "week") CHECK(layout::unit_of(c, scenario) == "days since 2020-03-02");
}

TEST_CASE("The documentation has a row for every coordinate and variable") {
    const std::string text = layout::markdown();
    for (const Coordinate& c : layout::coordinates()) CHECK(text.find("| " + c.name + " | ") != std::string::npos);
    for (const Variable& v : layout::variables())
        CHECK(text.find("| " + v.name + " | replication") != std::string::npos);
    CHECK(text.find("| unmet | replication, municipality, service, group, reason | uint32 | 1 | needs not met |") !=
          std::string::npos);
}

}  // namespace skranke
