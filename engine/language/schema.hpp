#pragma once
/// \file
/// The language of scenario files written down from its fields: as rows, as JSON Schema for
/// editors, and as a page for people.
///
/// Source  JSON Schema draft 2020-12, https://json-schema.org/draft/2020-12.

#include <string>
#include <vector>

#include "engine/language/fields/fields.hpp"

namespace skranke {

enum class FieldKind : std::uint8_t {
    number,
    whole,
    timeline,
    flag,
    text,
    name,
    file,
    texts,
    label,
    date,
    choice,
    choices,
    hours,
    weekdays,
    time_of_day,
    numbers,
    shares,
    shares_by,
    reference,
    references,
    by_date
};

/// One field, with everything that is known of it.
struct FieldRow {
    std::vector<std::string> path;  ///< keys; "*" stands for any name, "[]" for any element of a list
    std::string section;            ///< path of its table for people, "channel.NAME"
    FieldKind kind = FieldKind::number;
    FieldSpec spec{};
    std::vector<const char*> names;  ///< of a choice or choices, or of the parts of a share table
    bool sums_to_one = false;
    std::vector<double> defaults;  ///< numbers of the default value, if it has any
    std::string default_text;      ///< as the file would write it, "" if there is none
};

/// A table and what it is for, "channel.NAME".
struct SectionRow {
    std::string section;
    std::string meaning;
};

struct FieldList {
    std::vector<FieldRow> fields;
    std::vector<SectionRow> sections;
};

/// All fields in the order of fields/.
FieldList all_fields();

/// JSON Schema of scenario files, indented.
std::string json_schema();

/// The same as Markdown: a table of fields for each section.
std::string fields_markdown();

}  // namespace skranke
