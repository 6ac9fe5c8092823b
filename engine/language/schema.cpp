#include "engine/language/schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/scenario/names.hpp"
#include "engine/language/toml_reader.hpp"

namespace skranke {

namespace {

using Json = nlohmann::ordered_json;

std::string joined_text(std::span<const double> values) {
    const bool equal = std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
    if (equal && values.size() > 1) return "all " + number_text(values.front());
    std::string text;
    for (const double value : values) text += (text.empty() ? "" : ", ") + number_text(value);
    return text;
}

// Writes a row for every field it is shown.
class FieldLister final : public FieldVisitor {
  public:
    FieldList list;

    void table(const TableSpec& spec, const Fields& fields) override {
        enter(spec.key, spec.key, spec.meaning, fields);
    }
    void named(const TableSpec& spec, std::span<const char* const> names,
               const std::function<void(std::size_t)>& fields) override {
        table({spec.key, ""}, [&] {
            for (std::size_t i = 0; i < names.size(); ++i) enter(names[i], "NAME", spec.meaning, [&] { fields(i); });
        });
    }
    void keyed(const TableSpec& spec, Names, const std::function<void(const std::string&)>& fields) override {
        table({spec.key, ""}, [&] { enter("*", "NAME", spec.meaning, [&] { fields("NAME"); }); });
    }
    void listed(const FieldSpec& spec, const Fields& fields) override {
        path_.emplace_back(spec.key);
        enter("[]", (std::string{spec.key} + "[]").c_str(), spec.meaning, fields);
        path_.pop_back();
    }

    void number(const FieldSpec& spec, double& value) override { add(FieldKind::number, spec, {&value, 1}); }
    void whole(const FieldSpec& spec, std::int64_t& value) override {
        const auto number = static_cast<double>(value);
        add(FieldKind::whole, spec, {&number, 1});
    }
    void timeline(const FieldSpec& spec, Timeline& value) override {
        const double number = value.largest();
        add(FieldKind::timeline, spec, {&number, 1});
    }
    void flag(const FieldSpec& spec, bool& value) override {
        add(FieldKind::flag, spec).default_text = value ? "true" : "false";
    }
    void text(const FieldSpec& spec, std::string& value) override { add(FieldKind::text, spec).default_text = value; }
    void name(const FieldSpec& spec, std::string& value) override { add(FieldKind::name, spec).default_text = value; }
    void file(const FieldSpec& spec, std::string& value) override { add(FieldKind::file, spec).default_text = value; }
    void texts(const FieldSpec& spec, std::vector<std::string>&) override { add(FieldKind::texts, spec); }
    void label(const FieldSpec& spec, Label&) override { add(FieldKind::label, spec); }
    void date(const FieldSpec& spec, Date&) override { add(FieldKind::date, spec); }
    void choice(const FieldSpec& spec, std::span<const char* const> names, std::size_t& index) override {
        FieldRow& row = add(FieldKind::choice, spec);
        row.names.assign(names.begin(), names.end());
        row.default_text = names[index];
    }
    void choices(const FieldSpec& spec, std::span<const char* const> names, std::span<bool> chosen) override {
        FieldRow& row = add(FieldKind::choices, spec);
        row.names.assign(names.begin(), names.end());
        for (std::size_t i = 0; i < names.size(); ++i)
            if (chosen[i]) row.default_text += (row.default_text.empty() ? "" : ", ") + std::string{names[i]};
    }
    void hours(const FieldSpec& spec, OpeningHours&) override { add(FieldKind::hours, spec); }
    void weekdays(const FieldSpec& spec, Weekdays&) override { add(FieldKind::weekdays, spec); }
    void time_of_day(const FieldSpec& spec, int&) override { add(FieldKind::time_of_day, spec); }
    void numbers(const FieldSpec& spec, std::span<double> values) override { add(FieldKind::numbers, spec, values); }
    void shares(const FieldSpec& spec, Parts parts, std::span<const char* const> names,
                std::span<double> values) override {
        FieldRow& row = add(FieldKind::shares, spec, values);
        row.names.assign(names.begin(), names.end());
        row.sums_to_one = parts == Parts::sum_to_one;
        std::string given;
        for (std::size_t i = 0; i < names.size() && row.sums_to_one; ++i)
            if (values[i] > 0)
                given += std::string{given.empty() ? "" : ", "} + names[i] + " " + number_text(values[i]);
        if (row.sums_to_one) row.default_text = given;
    }
    void shares_by(const FieldSpec& spec, Named, std::vector<double>&) override {
        add(FieldKind::shares_by, spec).sums_to_one = true;
    }
    void reference(const FieldSpec& spec, Named, std::size_t&) override { add(FieldKind::reference, spec); }
    void references(const FieldSpec& spec, Named, std::vector<std::size_t>&) override {
        add(FieldKind::references, spec);
    }
    void pick(const FieldSpec& spec, const std::vector<std::string>&, std::size_t&) override {
        add(FieldKind::reference, spec);
    }
    void optional_number(const FieldSpec& spec, std::optional<double>&) override { add(FieldKind::number, spec); }
    void expression(const FieldSpec& spec, Expression&, std::string&) override { add(FieldKind::text, spec); }
    void by_date(const FieldSpec& spec, std::vector<std::pair<Date, double>>&) override {
        add(FieldKind::by_date, spec);
    }

  private:
    void enter(const char* key, const char* shown, const char* meaning, const Fields& fields) {
        const std::string outer = section_;
        path_.emplace_back(key);
        section_ += (outer.empty() ? "" : ".") + std::string{shown};
        if (meaning[0] != '\0') list.sections.push_back({section_, meaning});
        fields();
        section_ = outer;
        path_.pop_back();
    }

    FieldRow& add(FieldKind kind, const FieldSpec& spec, std::span<const double> defaults = {}) {
        FieldRow row{path_, section_, kind, spec, {}, false, {defaults.begin(), defaults.end()}, ""};
        row.path.emplace_back(spec.key);
        if (!spec.required) row.default_text = joined_text(defaults);
        list.fields.push_back(std::move(row));
        return list.fields.back();
    }

    std::vector<std::string> path_;
    std::string section_;
};

// ---------------------------------------------------------------- JSON Schema

Json reference_to(const char* definition) { return {{"$ref", std::string{"#/$defs/"} + definition}}; }

Json closed_object(Json properties) {
    return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json plain_number(const FieldRow& row) {
    return {{"type", row.kind == FieldKind::whole ? "integer" : "number"},
            {"minimum", row.spec.low},
            {"maximum", row.spec.high}};
}

// A number, or the same number annotated; for timelines also its steps or line.
Json number_schema(const FieldRow& row) {
    const Json number = plain_number(row);
    Json properties{{"value", number}};
    properties["range"] = list_of({{"type", "number"}, {"minimum", row.spec.low}, {"maximum", row.spec.high}});
    properties["basis"] = reference_to("basis");
    properties["why"] = {{"type", "string"}};
    if (row.kind == FieldKind::timeline) {
        Json point = closed_object({{"from", reference_to("date")}, {"value", number}});
        point["required"] = {"from", "value"};
        properties["steps"] = list_of(point);
        properties["line"] = list_of(point);
    }
    Json annotated = closed_object(std::move(properties));
    if (row.kind != FieldKind::timeline) annotated["required"] = {"value"};
    return {{"anyOf", {number, annotated}}};
}

Json share_schema(const FieldRow& row) {
    if (row.kind != FieldKind::shares) return {{"type", "object"}, {"additionalProperties", number_schema(row)}};
    Json properties = Json::object();
    for (const char* name : row.names) properties[name] = number_schema(row);
    return closed_object(std::move(properties));
}

Json value_schema(const FieldRow& row) {
    switch (row.kind) {
        case FieldKind::number:
        case FieldKind::whole:
        case FieldKind::timeline:
            return number_schema(row);
        case FieldKind::flag:
            return {{"type", "boolean"}};
        case FieldKind::name:
            return {{"type", "string"}, {"pattern", "^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$"}};
        case FieldKind::texts:
        case FieldKind::references:
            return list_of({{"type", "string"}});
        case FieldKind::label:
            return reference_to("label");
        case FieldKind::date:
            return reference_to("date");
        case FieldKind::choice: {
            Json names = Json::array();
            for (const char* name : row.names) names.push_back(name);
            return {{"enum", names}};
        }
        case FieldKind::choices: {
            Json names = Json::array();
            for (const char* name : row.names) names.push_back(name);
            return list_of({{"enum", names}});
        }
        case FieldKind::hours:
            return reference_to("opening_hours");
        case FieldKind::weekdays:
            return reference_to("weekdays");
        case FieldKind::time_of_day:
            return reference_to("time_of_day");
        case FieldKind::numbers: {
            Json list = list_of(number_schema(row));
            list["minItems"] = list["maxItems"] = row.defaults.size();
            return list;
        }
        case FieldKind::shares:
        case FieldKind::shares_by:
        case FieldKind::by_date:
            return share_schema(row);
        default:
            return {{"type", "string"}};
    }
}

Json definitions() {
    const std::string time = "([01][0-9]|2[0-4]):[0-5][0-9]";
    Json hours = closed_object({{"from", reference_to("date")}, {"closed", {{"const", true}}}});
    const std::string weekdays = "^(mon|tue|wed|thu|fri|sat|sun)(-(tue|wed|thu|fri|sat|sun))?$";
    hours["patternProperties"] = {
        {weekdays, {{"type", "string"}, {"pattern", "^(closed|" + time + "-" + time + ")$"}}}};
    const Json text{{"type", "string"}};
    return {{"date", {{"type", "string"}, {"format", "date"}}},
            {"basis", {{"enum", {"sourced", "derived", "assumption"}}}},
            {"label", {{"anyOf", {text, closed_object({{"nb", text}, {"nn", text}, {"en", text}})}}}},
            {"opening_hours", list_of(std::move(hours))},
            {"weekdays", {{"type", "string"}, {"pattern", weekdays}}},
            {"time_of_day", {{"type", "string"}, {"pattern", "^" + time + "$"}}}};
}

std::string sentence(const FieldRow& row) {
    std::string text = row.spec.meaning;
    text += " Unit: " + std::string{row.spec.unit} + ". Basis: " + row.spec.source + ".";
    if (!row.default_text.empty()) text += " Default: " + row.default_text + ".";
    return text;
}

// The object that holds the fields of `path`'s table, made on the way.
Json* table_at(Json& root, const std::vector<std::string>& path) {
    Json* at = &root;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const std::string& key = path[i];
        Json& next = key == "*"    ? (*at)["additionalProperties"]
                     : key == "[]" ? (*at)["items"]
                                   : (*at)["properties"][key];
        if (next.is_null() || next.is_boolean()) {
            const bool is_list = i + 2 < path.size() && path[i + 1] == "[]";
            next = is_list ? Json{{"type", "array"}} : Json{{"type", "object"}, {"additionalProperties", false}};
        }
        at = &next;
    }
    return at;
}

// ---------------------------------------------------------------- Markdown

std::string in_cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, 1, '\\');
    return text;
}

std::string allowed(const FieldRow& row) {
    if (row.kind == FieldKind::choice || row.kind == FieldKind::choices) {
        std::string text;
        for (const char* name : row.names) text += std::string{text.empty() ? "" : ", "} + name;
        return text;
    }
    if (row.spec.low == 0 && row.spec.high == 0) return "";
    return number_text(row.spec.low) + " to " + number_text(row.spec.high);
}

}  // namespace

FieldList all_fields() {
    FieldLister lister;
    ScenarioDraft draft;
    describe(lister, draft);
    return std::move(lister.list);
}

std::string json_schema() {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "Skranke scenario"},
                {"type", "object"},
                {"additionalProperties", false}};
    for (const FieldRow& row : all_fields().fields) {
        Json* table = table_at(schema, row.path);
        Json field = value_schema(row);
        field["description"] = sentence(row);
        (*table)["properties"][row.path.back()] = std::move(field);
        if (row.spec.required) (*table)["required"].push_back(row.path.back());
    }
    schema["$defs"] = definitions();
    return schema.dump(2) + "\n";
}

std::string fields_markdown() {
    const FieldList list = all_fields();
    std::string page = "# Fields of a scenario\n";
    std::vector<std::string> written;
    const auto section_named = [&](const std::string& section, const std::string& meaning) {
        if (std::find(written.begin(), written.end(), section) != written.end()) return;
        written.push_back(section);
        page += "\n## " + (section.empty() ? "Top of the file" : "`[" + section + "]`") + "\n\n";
        if (!meaning.empty()) page += meaning + "\n\n";
        page += "| key | unit | range | default | meaning | basis |\n|---|---|---|---|---|---|\n";
        std::vector<std::string> keys;
        for (const FieldRow& row : list.fields) {
            if (row.section != section || std::find(keys.begin(), keys.end(), row.spec.key) != keys.end()) continue;
            keys.emplace_back(row.spec.key);
            page += "| `" + keys.back() + "` | " + row.spec.unit + " | " + in_cell(allowed(row)) + " | " +
                    in_cell(row.spec.required ? "required" : row.default_text) + " | " + in_cell(row.spec.meaning) +
                    " | " + row.spec.source + " |\n";
        }
    };
    section_named("", "");
    for (const SectionRow& row : list.sections) section_named(row.section, row.meaning);
    return page;
}

}  // namespace skranke
