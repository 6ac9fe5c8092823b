#pragma once
/// \file
/// A scenario file as written: a tree of tables, lists and values in which each knows its file and
/// line. What the keys mean is not known here; fields.hpp knows.
///
/// Shape   one Document = the scenario file merged over its chain of bases, with settings on top.
/// Order   tables keep file order; of merged files the base's keys come first.
/// Range   files up to 1 MB, keys of up to 16 parts, 32 levels of brackets, 8 bases.
/// Errors  syntax errors, bases that are missing, circular or outside the folder, bad settings.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/problem.hpp"
#include "engine/language/input_file.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

/// Where something was written.
struct Origin {
    int file = 0;  ///< index into Document::files
    int line = 0;  ///< 1-based; 0 = the file as a whole
};

struct Node {
    enum class Kind : std::uint8_t { flag, whole, number, text, date, other, list, table };

    Kind kind = Kind::table;
    bool inlined = false;  ///< a table in {...}: merging replaces it as a whole
    Origin origin;
    bool flag = false;
    std::int64_t whole = 0;
    double number = 0;
    Date date{};
    std::string text;
    std::vector<std::string> keys;  ///< of a table, one for each of `items`
    std::vector<Node> items;        ///< of a table or list

    bool is_table() const { return kind == Kind::table; }
    const Node* find(std::string_view key) const;
    Node* find(std::string_view key);
    /// The value of `key`, added to the table if it is not there.
    Node& at(const std::string& key, Origin origin);
};

struct Document {
    std::vector<std::string> files;  ///< names as the user knows them; 0 = the scenario file
    Node root;

    const std::string& file_of(Origin origin) const;
    bool is_setting(Origin origin) const;
    /// Where the value of a dotted path stands, or the innermost table around it that exists.
    Origin where(std::string_view path) const;
};

/// Reads `file_name` and what it extends, and applies settings `key=value` in order.
///
/// \param read  is asked for `file_name` and for bases beside or below it
/// \param problems  gets what is wrong; with an error among it the document is not complete
Document read_document(const std::string& file_name, const ReadFile& read, const std::vector<std::string>& settings,
                       Problems& problems);

/// The document as TOML, one line a value, keys sorted except where their order counts ([group.*],
/// [service.*], [surge.*]): equal content has equal text, and the text reads back as itself.
std::string normalised_text(const Document& document);

/// A value as TOML on one line.
std::string as_written(const Node& node);
/// The same for messages: at most 40 characters.
std::string in_short(const Node& node);

/// Key, number or date as TOML writes it; numbers have the shortest form that reads back exactly.
std::string key_text(std::string_view key);
std::string number_text(double value);
std::string date_text(Date date);

}  // namespace skranke
