#pragma once
/// \file
/// The visitor that fills a ScenarioDraft from a Document: every field it is shown is looked up,
/// checked against its declaration and stored; every key it is not shown is unknown.
///
/// Errors  all of them, each with file, line, key, what stands there and what would be right.

#include <optional>
#include <string>
#include <vector>

#include "engine/base/problem.hpp"
#include "engine/language/fields/fields.hpp"
#include "engine/language/toml_reader.hpp"
#include "engine/language/value_reader.hpp"

namespace skranke {

class FieldReader final : public FieldVisitor {
  public:
    FieldReader(const Document& document, Problems& problems);

    /// Reads the whole document.
    void read(ScenarioDraft& draft);

    void table(const TableSpec& spec, const Fields& fields) override;
    void named(const TableSpec& spec, std::span<const char* const> names,
               const std::function<void(std::size_t)>& fields) override;
    void keyed(const TableSpec& spec, Names names, const std::function<void(const std::string&)>& fields) override;
    void listed(const FieldSpec& spec, const Fields& fields) override;
    void number(const FieldSpec& spec, double& value) override;
    void whole(const FieldSpec& spec, std::int64_t& value) override;
    void timeline(const FieldSpec& spec, Timeline& value) override;
    void flag(const FieldSpec& spec, bool& value) override;
    void text(const FieldSpec& spec, std::string& value) override;
    void name(const FieldSpec& spec, std::string& value) override;
    void file(const FieldSpec& spec, std::string& value) override;
    void texts(const FieldSpec& spec, std::vector<std::string>& values) override;
    void label(const FieldSpec& spec, Label& value) override;
    void date(const FieldSpec& spec, Date& value) override;
    void choice(const FieldSpec& spec, std::span<const char* const> names, std::size_t& index) override;
    void choices(const FieldSpec& spec, std::span<const char* const> names, std::span<bool> chosen) override;
    void hours(const FieldSpec& spec, OpeningHours& value) override;
    void weekdays(const FieldSpec& spec, Weekdays& value) override;
    void time_of_day(const FieldSpec& spec, int& value) override;
    void numbers(const FieldSpec& spec, std::span<double> values) override;
    void shares(const FieldSpec& spec, Parts parts, std::span<const char* const> names,
                std::span<double> values) override;
    void shares_by(const FieldSpec& spec, Named named, std::vector<double>& values) override;
    void reference(const FieldSpec& spec, Named named, std::size_t& index) override;
    void pick(const FieldSpec& spec, const std::vector<std::string>& names, std::size_t& index) override;
    void optional_number(const FieldSpec& spec, std::optional<double>& value) override;
    void expression(const FieldSpec& spec, Expression& value, std::string& text) override;
    void references(const FieldSpec& spec, Named named, std::vector<std::size_t>& indices) override;
    void by_date(const FieldSpec& spec, std::vector<std::pair<Date, double>>& values) override;

  private:
    /// A table being read.
    struct Frame {
        const Node* table;  ///< null if the file does not have it
        std::string path;
        Origin origin;  ///< of the table, or of the one around it
        bool ignored;   ///< what is wrong with it has been reported
        std::vector<std::string> known;
    };
    /// A value that was found, and its dotted path.
    struct Found {
        const Node* node = nullptr;
        std::string path;
        explicit operator bool() const { return node != nullptr; }
    };

    std::string path_to(const std::string& key) const;
    /// Looks a key up in the innermost table; reports it if it is required and missing.
    Found take(const FieldSpec& spec, const std::string& needs);
    /// The same for a key whose value must be of one kind.
    Found take(const FieldSpec& spec, const std::string& needs, Node::Kind kind);
    void inside(const Found& found, bool ignored, const Fields& fields);
    void read_named_table(const Node& all, std::size_t i, const TableSpec& spec, Names names, const Fields& fields);
    void read_shares(const Found& found, const FieldSpec& spec, Parts parts, const std::vector<std::string>& names,
                     std::span<double> shares);
    std::optional<std::size_t> index_of(const Node& node, const std::string& path, Named named);
    /// The keys of [group.*] or [service.*], in file order.
    const std::vector<std::string>& names_of(Named named) const;

    const Document& document_;
    Problems& problems_;
    ValueReader values_;
    std::vector<Frame> frames_;
};

}  // namespace skranke
