#include "engine/comparison/plan_difference.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string_view>

namespace skranke {
namespace {

using Keys = std::map<std::string, std::string>;

bool is_about_words(const std::string& key) {
    static constexpr std::array<std::string_view, 4> kFirst{"name", "title", "question", "format"};
    static constexpr std::array<std::string_view, 6> kParts{".label", ".why", ".basis", ".source", ".range", ".unit"};
    const std::string_view first = std::string_view(key).substr(0, key.find('.'));
    return std::find(kFirst.begin(), kFirst.end(), first) != kFirst.end() ||
           std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) {
               const std::size_t at = key.find(part);
               return at != std::string::npos && (at + part.size() == key.size() || key[at + part.size()] == '.');
           });
}

/// A scenario's text has a key and its value on each line.
Keys keys_of(const Scenario& scenario) {
    Keys keys;
    std::istringstream lines(scenario.text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t equals = line.find(" = ");
        if (equals == std::string::npos || is_about_words(line.substr(0, equals))) continue;
        keys[line.substr(0, equals)] = line.substr(equals + 3);
    }
    return keys;
}

Keys tables_of(const Scenario& scenario) {
    Keys tables;
    for (const InputFile& input : scenario.inputs) tables[input.name] = input.content;
    return tables;
}

std::string value_of(const Keys& keys, const std::string& key) {
    const auto found = keys.find(key);
    return found == keys.end() ? "" : found->second;
}

std::vector<std::string> different(const Keys& a, const Keys& b) {
    Keys all = a;
    all.insert(b.begin(), b.end());
    std::vector<std::string> keys;
    for (const auto& [key, value] : all)
        if (value_of(a, key) != value_of(b, key)) keys.push_back(key);
    return keys;
}

}  // namespace

std::vector<KeyDifference> plan_differences(const Scenario& a, const Scenario& b) {
    std::vector<KeyDifference> differences;
    const Keys keys_a = keys_of(a), keys_b = keys_of(b), tables_a = tables_of(a), tables_b = tables_of(b);
    for (const std::string& key : different(keys_a, keys_b)) differences.push_back({key, value_of(keys_a, key), value_of(keys_b, key)});
    for (const std::string& name : different(tables_a, tables_b)) {
        const auto bytes = [&](const Keys& tables) {
            return tables.count(name) == 0 ? "" : std::to_string(tables.at(name).size()) + " bytes";
        };
        differences.push_back({name, bytes(tables_a), bytes(tables_b)});
    }
    return differences;
}

}  // namespace skranke
