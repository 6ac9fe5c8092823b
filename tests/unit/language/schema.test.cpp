#include "engine/language/schema.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <numeric>

using namespace skranke;

TEST_CASE("Every field has a key, a unit, a meaning and a basis, and its default lies in its range") {
    const FieldList list = all_fields();
    REQUIRE(list.fields.size() > 100);
    for (const FieldRow& row : list.fields) {
        INFO(row.section << "." << row.spec.key);
        CHECK(std::string{row.spec.key}.size() > 1);
        CHECK(std::string{row.spec.unit}.size() > 1);
        CHECK(std::string{row.spec.meaning}.size() > 3);
        CHECK(std::string{row.spec.meaning}.back() == '.');
        CHECK(std::string{row.spec.source}.size() > 3);
        CHECK(row.spec.low <= row.spec.high);
        if (row.spec.required) continue;
        for (const double value : row.defaults) {
            CHECK(value >= row.spec.low);
            CHECK(value <= row.spec.high);
        }
        if (row.sums_to_one && !row.defaults.empty())
            CHECK(std::accumulate(row.defaults.begin(), row.defaults.end(), 0.0) == Approx(1.0));
    }
}

TEST_CASE("No table has two fields of one name") {
    std::vector<std::vector<std::string>> seen;
    for (const FieldRow& row : all_fields().fields) {
        INFO(row.section << "." << row.spec.key);
        CHECK(std::find(seen.begin(), seen.end(), row.path) == seen.end());
        seen.push_back(row.path);
    }
}

TEST_CASE("The JSON Schema is valid JSON and has every field, with its range and description") {
    const auto schema = nlohmann::json::parse(json_schema());
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    for (const FieldRow& row : all_fields().fields) {
        const nlohmann::json* at = &schema;
        for (const std::string& key : row.path) {
            INFO(row.section << "." << row.spec.key << " at " << key);
            if (key == "*") {
                REQUIRE(at->contains("additionalProperties"));
                at = &at->at("additionalProperties");
            } else if (key == "[]") {
                REQUIRE(at->contains("items"));
                at = &at->at("items");
            } else {
                REQUIRE(at->contains("properties"));
                REQUIRE(at->at("properties").contains(key));
                at = &at->at("properties").at(key);
            }
        }
        INFO(row.section << "." << row.spec.key);
        CHECK(at->at("description").get<std::string>().find(row.spec.meaning) == 0);
        if (row.kind == FieldKind::number) CHECK(at->at("anyOf").at(0).at("maximum") == row.spec.high);
        if (row.kind == FieldKind::choice) CHECK(at->at("enum").size() == row.names.size());
    }
}

TEST_CASE("The listing for people has every field in its section") {
    const std::string page = fields_markdown();
    const FieldList list = all_fields();
    for (const FieldRow& row : list.fields) {
        INFO(row.section << "." << row.spec.key);
        const std::size_t section = row.section.empty() ? 0 : page.find("## `[" + row.section + "]`");
        REQUIRE(section != std::string::npos);
        const std::size_t end = page.find("\n## ", section + 30);
        const std::string part = page.substr(section, end == std::string::npos ? end : end - section);
        CHECK(part.find(std::string{"| `"} + row.spec.key + "` |") != std::string::npos);
    }
    CHECK(page.find("| `patience_min` | minutes | 0 to 1440 | 0 |") != std::string::npos);
    CHECK(page.find("| `start` | date |  | required |") != std::string::npos);
}
