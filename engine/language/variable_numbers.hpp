#pragma once
/// \file
/// The numbers of a scenario file that may be given other values, as a sweep does: found by key, and changed by settings
/// `key=value` that the reader reads and checks like any other.
///
/// Form    a course over dates (steps or line) is scaled as a whole: a value says what its own value becomes, or its largest
///         where it has none; no step leaves the limits of the field. A share of a table that must add up to 1 is made up
///         for by the parts that nobody has marked, and by all others where these have no room. Whole numbers are rounded.
/// Errors  none thrown; what is not a number that can be varied says why.
/// Cost    settings() copies the document once.

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/language/schema.hpp"
#include "engine/language/toml_reader.hpp"

namespace skranke {

/// A number of a scenario file, or of a field that the file leaves at its default.
struct VariableNumber {
    std::string key;
    std::string unit;
    std::string meaning;          ///< as the schema has it, in English
    double low = 0, high = 0;     ///< of the field
    bool whole = false;
    std::optional<double> value;  ///< as written, or the default
};

struct NumberChange {
    std::string key;
    double value = 0;
};

class VariableNumbers {
  public:
    /// \param document  must outlive this
    explicit VariableNumbers(const Document& document);

    /// The number of a key, or why there is none that can be varied.
    std::variant<VariableNumber, std::string> find(const std::string& key) const;

    /// Settings that make the changes. \param changes  of numbers that were found
    std::vector<std::string> settings(std::span<const NumberChange> changes) const;

    /// Keys of all numbers that the file has, in file order, for messages.
    std::vector<std::string> known_keys() const;

  private:
    /// One key on the way, and its element if it is a list.
    struct Step {
        std::string key;
        std::optional<std::size_t> element;
    };
    using Path = std::vector<Step>;
    /// What the schema says of a path.
    struct Field {
        const FieldRow* row = nullptr;  ///< null: no such field
        bool part = false;              ///< of a table or list of numbers
    };

    static std::optional<Path> path_of(const std::string& key);
    Field field_of(const Path& path) const;
    void collect(const Node& node, const std::string& path, std::vector<std::string>& keys) const;
    void make_up_for(Node& root, const std::string& table, const std::vector<std::string>& varied,
                     std::vector<std::string>& touched) const;

    const Document& document_;
    FieldList fields_;
};

}  // namespace skranke
