#include "engine/language/variable_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/base/contract.hpp"
#include "engine/base/problem.hpp"

namespace skranke {

namespace {

bool is_number(const Node& node) { return node.kind == Node::Kind::whole || node.kind == Node::Kind::number; }

double number_of(const Node& node) { return node.kind == Node::Kind::whole ? static_cast<double>(node.whole) : node.number; }

Node number_node(double value) {
    Node node;
    node.kind = Node::Kind::number;
    node.number = value;
    return node;
}

/// The points of a course; null if the node is none.
const Node* course_of(const Node& node) {
    const Node* steps = node.find("steps");
    return steps != nullptr ? steps : node.find("line");
}

/// What the number counts as; nothing if it is none.
std::optional<double> value_of(const Node& node) {
    if (is_number(node)) return number_of(node);
    const Node* value = node.find("value");
    if (value != nullptr && is_number(*value)) return number_of(*value);
    const Node* course = course_of(node);
    if (value != nullptr || course == nullptr || course->items.empty()) return {};
    std::optional<double> largest;
    for (const Node& point : course->items) {
        const Node* amount = point.find("value");
        if (amount != nullptr && is_number(*amount)) largest = std::max(largest.value_or(number_of(*amount)), number_of(*amount));
    }
    return largest;
}

/// Gives the number in `node` another value, whatever form it is written in.
void set_value(Node& node, double value, const FieldRow& field) {
    if (!node.is_table() || (node.find("value") == nullptr && course_of(node) == nullptr)) {
        node = number_node(value);
        return;
    }
    const double before = value_of(node).value_or(value);
    if (Node* own = node.find("value")) *own = number_node(value);
    if (course_of(node) == nullptr) return;
    Node* course = node.find(node.find("steps") != nullptr ? "steps" : "line");
    for (Node& point : course->items)
        if (Node* amount = point.find("value"))
            *amount = number_node(std::clamp(number_of(*amount) * value / before, field.spec.low, field.spec.high));
}

Node* child_of(Node& node, const std::string& key, std::optional<std::size_t> element) {
    Node* child = &node.at(key, {});
    if (!element) return child;
    return child->kind == Node::Kind::list && *element >= 1 && *element <= child->items.size() ? &child->items[*element - 1] : nullptr;
}

/// "a.b[2].c" -> "a.b": what a setting can name.
std::string settable(const std::string& key) { return key.substr(0, key.find('[')); }

void add_once(std::vector<std::string>& keys, const std::string& key) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

double sum_of(const Node& table, const std::vector<std::string>& keys) {
    double sum = 0;
    for (const std::string& key : keys) sum += value_of(*table.find(key)).value_or(0);
    return sum;
}

std::string without_last(const std::string& key) { return key.substr(0, key.rfind('.')); }
std::string last_of(const std::string& key) { return key.substr(key.rfind('.') + 1); }

Node* node_at(Node& root, const std::string& path) {
    Node* node = &root;
    for (std::size_t begin = 0; node != nullptr && begin <= path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        node = node->find(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return node;
}

}  // namespace

VariableNumbers::VariableNumbers(const Document& document) : document_(document), fields_(all_fields()) {}

std::optional<VariableNumbers::Path> VariableNumbers::path_of(const std::string& key) {
    Path path;
    for (std::size_t begin = 0; begin <= key.size();) {
        const std::size_t end = std::min(key.find('.', begin), key.size());
        std::string name = key.substr(begin, end - begin);
        Step step;
        if (const std::size_t bracket = name.find('['); bracket != std::string::npos) {
            const std::string digits = name.substr(bracket + 1, name.size() - bracket - 2);
            if (name.back() != ']' || digits.empty() || digits.size() > 6 ||
                digits.find_first_not_of("0123456789") != std::string::npos)
                return {};
            step.element = std::stoul(digits);
            name.resize(bracket);
        }
        if (name.empty()) return {};
        step.key = std::move(name);
        path.push_back(std::move(step));
        begin = end + 1;
    }
    return path;
}

VariableNumbers::Field VariableNumbers::field_of(const Path& path) const {
    std::vector<std::string> parts;
    for (const Step& step : path) {
        parts.push_back(step.key);
        if (step.element) parts.emplace_back("[]");
    }
    for (const FieldRow& row : fields_.fields) {
        const bool holds_parts = row.kind == FieldKind::shares || row.kind == FieldKind::shares_by ||
                                 row.kind == FieldKind::by_date || row.kind == FieldKind::numbers;
        if (parts.size() != row.path.size() + (holds_parts ? 1 : 0)) continue;
        if (std::equal(row.path.begin(), row.path.end(), parts.begin(),
                       [](const std::string& wanted, const std::string& part) { return wanted == "*" || wanted == part; }))
            return {&row, holds_parts};
    }
    return {};
}

std::variant<VariableNumber, std::string> VariableNumbers::find(const std::string& key) const {
    const auto unknown = [&] {
        const std::string nearest = nearest_name(key, known_keys());
        return "unknown key" + (nearest.empty() ? " (skranke schema lists them)" : " (nearest: " + nearest + ")");
    };
    const auto path = path_of(key);
    const Field field = path ? field_of(*path) : Field{};
    if (field.row == nullptr) return unknown();
    const FieldKind kind = field.row->kind;
    if (!field.part && kind != FieldKind::number && kind != FieldKind::whole && kind != FieldKind::timeline)
        return std::string("is not a number");
    Node root = document_.root;  // child_of() adds what is missing
    Node* node = &root;
    for (std::size_t i = 0; i < path->size(); ++i) {
        const Step& step = (*path)[i];
        const bool named = i < field.row->path.size() && field.row->path[i] == "*";
        if (named && node->find(step.key) == nullptr) return unknown();
        node = child_of(*node, step.key, step.element);
        if (node == nullptr) return unknown();
    }
    VariableNumber found{key, field.row->spec.unit, field.row->spec.meaning, field.row->spec.low, field.row->spec.high,
                         kind == FieldKind::whole, value_of(*node)};
    if (!found.value && !field.part && !field.row->defaults.empty() && !field.row->spec.required)
        found.value = field.row->defaults.front();
    if (course_of(*node) != nullptr && found.value.value_or(0) == 0)
        return std::string("follows a course that begins with 0 and cannot be scaled");
    return found;
}

std::vector<std::string> VariableNumbers::settings(std::span<const NumberChange> changes) const {
    Node root = document_.root;
    std::vector<std::string> touched, tables;
    std::map<std::string, std::vector<std::string>> varied;  // by table that adds up to 1
    for (const NumberChange& change : changes) {
        const auto path = path_of(change.key);
        const Field field = path ? field_of(*path) : Field{};
        SKRANKE_EXPECT(field.row != nullptr);
        Node* node = &root;
        for (const Step& step : *path) node = child_of(*node, step.key, step.element);
        set_value(*node, field.row->kind == FieldKind::whole ? std::round(change.value) : change.value, *field.row);
        add_once(touched, settable(change.key));
        if (!field.row->sums_to_one || change.key.find('[') != std::string::npos) continue;
        add_once(tables, without_last(change.key));
        varied[without_last(change.key)].push_back(last_of(change.key));
    }
    for (const std::string& table : tables) make_up_for(root, table, varied[table], touched);
    std::vector<std::string> settings;
    for (const std::string& key : touched) settings.push_back(key + "=" + as_written(*node_at(root, key)));
    return settings;
}

void VariableNumbers::make_up_for(Node& root, const std::string& table, const std::vector<std::string>& varied,
                                  std::vector<std::string>& touched) const {
    Node& shares = *node_at(root, table);
    std::vector<std::string> unmarked, others;
    for (const std::string& key : shares.keys) {
        if (std::find(varied.begin(), varied.end(), key) != varied.end()) continue;
        others.push_back(key);
        if (is_number(*shares.find(key))) unmarked.push_back(key);
    }
    const double taken = sum_of(shares, varied), free = sum_of(shares, unmarked), rest = sum_of(shares, others);
    const double left = 1 - taken - (rest - free);
    std::vector<std::string> scaled = shares.keys;
    double factor = 1 / (taken + rest);
    if (free > 0 && left >= 0) {
        scaled = unmarked;
        factor = left / free;
    } else if (rest > 0 && taken <= 1) {
        scaled = others;
        factor = (1 - taken) / rest;
    }
    const FieldRow* row = field_of(*path_of(table + "." + varied.front())).row;
    for (const std::string& key : scaled) {
        set_value(*shares.find(key), value_of(*shares.find(key)).value_or(0) * factor, *row);
        add_once(touched, table + "." + key);
    }
}

void VariableNumbers::collect(const Node& node, const std::string& path, std::vector<std::string>& keys) const {
    if (value_of(node)) {
        const auto steps = path_of(path);
        if (steps && field_of(*steps).row != nullptr) keys.push_back(path);
        if (!node.is_table()) return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i)
        collect(node.items[i],
                node.is_table() ? (path.empty() ? "" : path + ".") + node.keys[i] : path + "[" + std::to_string(i + 1) + "]", keys);
}

std::vector<std::string> VariableNumbers::known_keys() const {
    std::vector<std::string> keys;
    collect(document_.root, "", keys);
    for (const FieldRow& row : fields_.fields) {
        if (row.kind != FieldKind::number && row.kind != FieldKind::whole && row.kind != FieldKind::timeline) continue;
        std::string key;
        for (const std::string& part : row.path) key += (key.empty() ? "" : ".") + part;
        if (key.find_first_of("*[") == std::string::npos) add_once(keys, key);
    }
    return keys;
}

}  // namespace skranke
