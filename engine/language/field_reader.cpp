#include "engine/language/field_reader.hpp"

#include <algorithm>
#include <cmath>

#include "engine/language/tables/csv_table.hpp"
#include "engine/language/expression_reader.hpp"

namespace skranke {

namespace {

constexpr std::size_t kMostNames = 1000;  // tables of one kind; more is a generated file gone wrong
constexpr double kSumTolerance = 1e-6;

std::string needs_one_of(std::span<const char* const> names) {
    return "needs one of " + joined({names.begin(), names.end()});
}

bool is_name(const std::string& text) { return text == key_text(text) && text.size() <= 64; }

const char* word_for(Named named) { return named == Named::group ? "group" : "service"; }

std::string in_brackets_nearest(const std::string& word, const std::vector<std::string>& names) {
    const std::string nearest = nearest_name(word, names);
    if (!nearest.empty()) return " (nearest: " + nearest + ")";
    return names.empty() ? "" : " (known: " + joined(names) + ")";
}

}  // namespace

FieldReader::FieldReader(const Document& document, Problems& problems)
    : document_{document}, problems_{problems}, values_{document, problems} {}

void FieldReader::read(ScenarioDraft& draft) {
    frames_.push_back({&document_.root, "", {}, false, {}});
    describe(*this, draft);
    values_.report_unknown(document_.root, "", frames_.back().known);
    frames_.pop_back();
    values_.finish(draft.scenario);
}

// ---------------------------------------------------------------- tables

std::string FieldReader::path_to(const std::string& key) const {
    const std::string& path = frames_.back().path;
    return path.empty() ? key_text(key) : path + "." + key_text(key);
}

FieldReader::Found FieldReader::take(const FieldSpec& spec, const std::string& needs) {
    Frame& frame = frames_.back();
    frame.known.emplace_back(spec.key);
    Found found{frame.table == nullptr ? nullptr : frame.table->find(spec.key), path_to(spec.key)};
    if (!found && spec.required && !frame.ignored) values_.report_missing(frame.origin, found.path, needs);
    return found;
}

FieldReader::Found FieldReader::take(const FieldSpec& spec, const std::string& needs, Node::Kind kind) {
    Found found = take(spec, needs);
    if (found && found.node->kind != kind) {
        values_.report(*found.node, found.path, needs);
        found.node = nullptr;
    }
    return found;
}

void FieldReader::inside(const Found& found, bool ignored, const Fields& fields) {
    const Origin origin = found ? found.node->origin : frames_.back().origin;
    frames_.push_back({found.node, found.path, origin, ignored, {}});
    fields();
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.table != nullptr && !frame.ignored) values_.report_unknown(*frame.table, frame.path, frame.known);
}

void FieldReader::table(const TableSpec& spec, const Fields& fields) {
    Found found = take({spec.key, "", 0, 0, "", ""}, "");
    bool ignored = frames_.back().ignored;
    if (found && !found.node->is_table()) {
        values_.report(*found.node, found.path, "needs a table, [" + found.path + "]");
        found.node = nullptr;
        ignored = true;
    }
    inside(found, ignored, fields);
}

void FieldReader::named(const TableSpec& spec, std::span<const char* const> names,
                        const std::function<void(std::size_t)>& fields) {
    table(spec, [&] {
        for (std::size_t i = 0; i < names.size(); ++i) table({names[i], ""}, [&] { fields(i); });
    });
}

void FieldReader::keyed(const TableSpec& spec, Names names, const std::function<void(const std::string&)>& fields) {
    table(spec, [&] {
        Frame& frame = frames_.back();
        const Node* all = frame.table;
        if (all == nullptr) return;
        frame.known = all->keys;
        if (all->keys.size() > kMostNames)
            return values_.report(*all, frame.path, "has more than " + std::to_string(kMostNames) + " tables");
        for (std::size_t i = 0; i < all->keys.size(); ++i)
            read_named_table(*all, i, spec, names, [&] { fields(all->keys[i]); });
    });
}

void FieldReader::read_named_table(const Node& all, std::size_t i, const TableSpec& spec, Names names,
                                   const Fields& fields) {
    const std::string& key = all.keys[i];
    Found one{&all.items[i], path_to(key)};
    const Origin origin = one.node->origin;
    const auto refuse = [&](const std::string& why) {
        problems_.push_back({document_.file_of(origin), origin.line, one.path, why});
        one.node = nullptr;
    };
    if (!is_name(key)) {
        refuse("needs a name of letters, digits, '-' and '_', at most 64");
    } else if (names == Names::defined_here && document_.is_setting(origin)) {
        std::vector<std::string> from_file;
        for (std::size_t k = 0; k < all.keys.size(); ++k)
            if (!document_.is_setting(all.items[k].origin)) from_file.push_back(all.keys[k]);
        refuse("unknown " + std::string{spec.key} + in_brackets_nearest(key, from_file));
    } else if (!one.node->is_table()) {
        refuse("needs a table, [" + one.path + "]");
    }
    inside(one, !one, fields);
}

void FieldReader::listed(const FieldSpec& spec, const Fields& fields) {
    const Found found = take(spec, "needs a list of tables, [{...}, {...}]", Node::Kind::list);
    if (!found) return;
    for (std::size_t i = 0; i < found.node->items.size(); ++i) {
        const Found one{&found.node->items[i], found.path + "[" + std::to_string(i + 1) + "]"};
        if (one.node->is_table()) {
            inside(one, false, fields);
        } else {
            values_.report(*one.node, one.path, "needs a table, {...}");
        }
    }
}

// ---------------------------------------------------------------- numbers

void FieldReader::number(const FieldSpec& spec, double& value) {
    if (const Found found = take(spec, needs_number(spec)))
        value = values_.number(*found.node, found.path, spec).value_or(value);
}

void FieldReader::optional_number(const FieldSpec& spec, std::optional<double>& value) {
    if (const Found found = take(spec, needs_number(spec))) value = values_.number(*found.node, found.path, spec);
}

void FieldReader::whole(const FieldSpec& spec, std::int64_t& value) {
    if (const Found found = take(spec, needs_number(spec, true)))
        if (const auto read = values_.number(*found.node, found.path, spec, true))
            value = static_cast<std::int64_t>(*read);
}

void FieldReader::timeline(const FieldSpec& spec, Timeline& value) {
    if (const Found found = take(spec, needs_number(spec)))
        if (auto read = values_.timeline(*found.node, found.path, spec)) value = std::move(*read);
}

void FieldReader::numbers(const FieldSpec& spec, std::span<double> values) {
    const std::string needs = "needs " + std::to_string(values.size()) + " numbers, [..., ...]";
    const Found found = take(spec, needs, Node::Kind::list);
    if (!found) return;
    if (found.node->items.size() != values.size()) return values_.report(*found.node, found.path, needs);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string path = found.path + "[" + std::to_string(i + 1) + "]";
        values[i] = values_.number(found.node->items[i], path, spec).value_or(values[i]);
    }
}

void FieldReader::by_date(const FieldSpec& spec, std::vector<std::pair<Date, double>>& values) {
    const Found found = take(spec, "needs a table like {2020-03-16 = 1}", Node::Kind::table);
    if (!found) return;
    for (std::size_t i = 0; i < found.node->keys.size(); ++i) {
        const std::string path = found.path + "." + key_text(found.node->keys[i]);
        const auto date = parse_date(found.node->keys[i]);
        if (!date) values_.report(found.node->items[i], path, "needs a date like 2020-03-16 as its key");
        const auto value = values_.number(found.node->items[i], path, spec);
        if (date && value) values.emplace_back(*date, *value);
    }
    std::sort(values.begin(), values.end());
}

// ---------------------------------------------------------------- shares and references

const std::vector<std::string>& FieldReader::names_of(Named named) const {
    static const std::vector<std::string> kNone;
    const Node* table = document_.root.find(word_for(named));
    return table == nullptr || table->keys.size() > kMostNames ? kNone : table->keys;
}

void FieldReader::read_shares(const Found& found, const FieldSpec& spec, Parts parts,
                              const std::vector<std::string>& names, std::span<double> shares) {
    const std::size_t wrong_before = problems_.size();
    values_.report_unknown(*found.node, found.path, names);
    if (parts == Parts::sum_to_one) std::fill(shares.begin(), shares.end(), 0.0);
    double sum = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Node* part = found.node->find(names[i]);
        if (part == nullptr) continue;
        shares[i] = values_.number(*part, found.path + "." + names[i], spec).value_or(shares[i]);
        sum += shares[i];
    }
    if (parts == Parts::sum_to_one && problems_.size() == wrong_before && std::fabs(sum - 1.0) > kSumTolerance)
        values_.report(*found.node, found.path,
                       "adds up to " + number_text(std::round(sum * 1e9) / 1e9) + " (must be 1)");
}

void FieldReader::shares(const FieldSpec& spec, Parts parts, std::span<const char* const> names,
                         std::span<double> shares) {
    const std::vector<std::string> all(names.begin(), names.end());
    if (const Found found = take(spec, "needs a table like {" + all.front() + " = 1}", Node::Kind::table))
        read_shares(found, spec, parts, all, shares);
}

void FieldReader::shares_by(const FieldSpec& spec, Named named, std::vector<double>& shares) {
    const std::vector<std::string>& names = names_of(named);
    shares.assign(names.size(), 0.0);
    const std::string needs = "needs a table of shares, {" + (names.empty() ? "name" : names.front()) + " = 1}";
    if (const Found found = take(spec, needs, Node::Kind::table))
        read_shares(found, spec, Parts::sum_to_one, names, shares);
}

std::optional<std::size_t> FieldReader::index_of(const Node& node, const std::string& path, Named named) {
    const std::vector<std::string>& names = names_of(named);
    const auto place = std::find(names.begin(), names.end(), node.text);
    if (node.kind == Node::Kind::text && place != names.end()) return static_cast<std::size_t>(place - names.begin());
    values_.report(node, path,
                   node.kind == Node::Kind::text
                       ? "unknown " + std::string{word_for(named)} + in_brackets_nearest(node.text, names)
                       : "needs the name of a " + std::string{word_for(named)});
    return {};
}

void FieldReader::reference(const FieldSpec& spec, Named named, std::size_t& index) {
    if (const Found found = take(spec, "needs the name of a " + std::string{word_for(named)}))
        index = index_of(*found.node, found.path, named).value_or(index);
}

void FieldReader::pick(const FieldSpec& spec, const std::vector<std::string>& names, std::size_t& index) {
    const std::string needs = "needs the path of a " + std::string{spec.unit} + " in quotes";
    const Found found = take(spec, needs, Node::Kind::text);
    if (!found) return;
    const auto place = std::find(names.begin(), names.end(), found.node->text);
    if (place != names.end()) {
        index = static_cast<std::size_t>(place - names.begin());
    } else {
        values_.report(*found.node, found.path,
                       "unknown " + std::string{spec.unit} + in_brackets_nearest(found.node->text, names));
    }
}

void FieldReader::expression(const FieldSpec& spec, Expression& value, std::string& text) {
    const Found found = take(spec, "needs a condition in quotes, \"waiting.casework > 40\"", Node::Kind::text);
    if (!found) return;
    auto read = read_expression(found.node->text);
    if (const auto* wrong = std::get_if<std::string>(&read)) return values_.report(*found.node, found.path, *wrong);
    value = std::get<Expression>(std::move(read));
    text = found.node->text;
}

void FieldReader::references(const FieldSpec& spec, Named named, std::vector<std::size_t>& indices) {
    const std::string needs = "needs a list of " + std::string{spec.unit} + ", [\"...\"]";
    const Found found = take(spec, needs, Node::Kind::list);
    if (!found) return;
    if (spec.required && found.node->items.empty()) values_.report(*found.node, found.path, needs);
    for (const Node& item : found.node->items)
        if (const auto index = index_of(item, found.path, named)) indices.push_back(*index);
}

// ---------------------------------------------------------------- texts, choices, dates, hours

void FieldReader::flag(const FieldSpec& spec, bool& value) {
    if (const Found found = take(spec, "needs true or false", Node::Kind::flag)) value = found.node->flag;
}

void FieldReader::text(const FieldSpec& spec, std::string& value) {
    const Found found = take(spec, "needs a text in quotes", Node::Kind::text);
    if (!found) return;
    if (found.node->text.size() > kMostText)
        return values_.report(*found.node, found.path, "is too long (at most 10000 bytes)");
    value = found.node->text;
}

void FieldReader::name(const FieldSpec& spec, std::string& value) {
    const std::string needs = "needs letters, digits, '-', '_' and '.', at most 64, not beginning with '.'";
    const Found found = take(spec, needs, Node::Kind::text);
    if (!found) return;
    std::string without_dots = found.node->text;
    std::replace(without_dots.begin(), without_dots.end(), '.', '_');
    if (!is_name(without_dots) || found.node->text.front() == '.')
        return values_.report(*found.node, found.path, needs);
    value = found.node->text;
}

void FieldReader::file(const FieldSpec& spec, std::string& value) {
    const std::string needs = "needs a file in the scenario's folder or below it";
    const Found found = take(spec, needs, Node::Kind::text);
    if (!found) return;
    if (!stays_inside(found.node->text)) return values_.report(*found.node, found.path, needs);
    value = found.node->text;
}

void FieldReader::texts(const FieldSpec& spec, std::vector<std::string>& values) {
    const std::string needs = "needs a list of " + std::string{spec.unit} + ", [\"...\"]";
    const Found found = take(spec, needs, Node::Kind::list);
    if (!found) return;
    if (found.node->items.empty()) values_.report(*found.node, found.path, needs);
    for (const Node& item : found.node->items) {
        if (item.kind != Node::Kind::text) return values_.report(item, found.path, needs);
        values.push_back(item.text);
    }
}

void FieldReader::label(const FieldSpec& spec, Label& value) {
    const std::string needs = "needs a text, or {nb = \"\", nn = \"\", en = \"\"}";
    const Found found = take(spec, needs);
    if (!found) return;
    if (found.node->kind == Node::Kind::text) {
        value.nb = found.node->text;
    } else if (!found.node->is_table()) {
        values_.report(*found.node, found.path, needs);
    } else {
        inside(found, false, [&] {
            text({"nb", "text", 0, 0, "", ""}, value.nb);
            text({"nn", "text", 0, 0, "", ""}, value.nn);
            text({"en", "text", 0, 0, "", ""}, value.en);
        });
    }
}

void FieldReader::choice(const FieldSpec& spec, std::span<const char* const> names, std::size_t& index) {
    const Found found = take(spec, needs_one_of(names), Node::Kind::text);
    if (!found) return;
    const auto place = std::find(names.begin(), names.end(), found.node->text);
    if (place == names.end()) return values_.report(*found.node, found.path, needs_one_of(names));
    index = static_cast<std::size_t>(place - names.begin());
}

void FieldReader::choices(const FieldSpec& spec, std::span<const char* const> names, std::span<bool> chosen) {
    const Found found = take(spec, "needs a list of " + std::string{spec.unit} + ", [\"...\"]", Node::Kind::list);
    if (!found) return;
    std::fill(chosen.begin(), chosen.end(), false);
    for (const Node& item : found.node->items) {
        const auto place = std::find(names.begin(), names.end(), item.text);
        if (item.kind != Node::Kind::text || place == names.end()) {
            values_.report(item, found.path, needs_one_of(names));
        } else {
            chosen[static_cast<std::size_t>(place - names.begin())] = true;
        }
    }
}

void FieldReader::date(const FieldSpec& spec, Date& value) {
    if (const Found found = take(spec, "needs a date like 2020-03-16"))
        value = values_.date(*found.node, found.path).value_or(value);
}

void FieldReader::hours(const FieldSpec& spec, OpeningHours& value) {
    if (const Found found = take(spec, "needs a list like [{mon-fri = \"09:00-15:00\"}]"))
        if (auto read = values_.hours(*found.node, found.path)) value = std::move(*read);
}

void FieldReader::weekdays(const FieldSpec& spec, Weekdays& value) {
    const std::string needs = "needs a weekday like \"mon\", or some like \"mon-fri\"";
    const Found found = take(spec, needs, Node::Kind::text);
    if (!found) return;
    const auto days = parse_weekdays(found.node->text);
    if (!days) return values_.report(*found.node, found.path, needs);
    value = *days;
}

void FieldReader::time_of_day(const FieldSpec& spec, int& value) {
    const std::string needs = "needs a time like \"08:00\"";
    const Found found = take(spec, needs, Node::Kind::text);
    if (!found) return;
    const auto time = parse_time(found.node->text);
    if (!time) return values_.report(*found.node, found.path, needs);
    value = *time;
}

}  // namespace skranke
