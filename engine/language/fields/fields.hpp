#pragma once
/// \file
/// The fields of a scenario, each declared once: key, unit, range, meaning and where a value
/// usually comes from. Whoever needs to know the fields walks them with a FieldVisitor: the reader
/// fills the values in, the schema writes them down. Default values are those of the structs.
///
/// Order   as a scenario file should be read: time and places first, names before their uses.
/// Units   in words, as messages print them: "minutes", "share", "probability", "weight".

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/language/tables/place_tables.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

struct FieldSpec {
    const char* key;
    const char* unit;
    double low, high;  ///< of numbers, both ends allowed; 0 and 0 for anything else
    const char* meaning;
    const char* source;  ///< where a value usually comes from
    bool required = false;
};

struct TableSpec {
    const char* key;
    const char* meaning;
};

/// Whether the parts of a share table must add up to 1; parts left out of one that must are 0.
enum class Parts : std::uint8_t { any, sum_to_one };
/// What a name in a field refers to.
enum class Named : std::uint8_t { group, service };
/// Whether the names of a keyed table are new, or those of a table read elsewhere.
enum class Names : std::uint8_t { defined_here, defined_elsewhere };

/// Walks all fields. A visitor may change the values it is given.
class FieldVisitor {
  public:
    using Fields = std::function<void()>;

    virtual ~FieldVisitor() = default;

    virtual void table(const TableSpec& spec, const Fields& fields) = 0;
    /// Tables of a fixed set of names inside a table; `fields` is called with the name's index.
    virtual void named(const TableSpec& spec, std::span<const char* const> names,
                       const std::function<void(std::size_t)>& fields) = 0;
    /// Tables of any names inside a table; `fields` is called with each name.
    virtual void keyed(const TableSpec& spec, Names names, const std::function<void(const std::string&)>& fields) = 0;
    /// A list of tables.
    virtual void listed(const FieldSpec& spec, const Fields& fields) = 0;

    virtual void number(const FieldSpec& spec, double& value) = 0;
    virtual void whole(const FieldSpec& spec, std::int64_t& value) = 0;
    virtual void timeline(const FieldSpec& spec, Timeline& value) = 0;
    virtual void flag(const FieldSpec& spec, bool& value) = 0;
    virtual void text(const FieldSpec& spec, std::string& value) = 0;
    /// Letters, digits, '-', '_' and '.'.
    virtual void name(const FieldSpec& spec, std::string& value) = 0;
    /// A file in the scenario's folder or below.
    virtual void file(const FieldSpec& spec, std::string& value) = 0;
    virtual void texts(const FieldSpec& spec, std::vector<std::string>& values) = 0;
    virtual void label(const FieldSpec& spec, Label& value) = 0;
    virtual void date(const FieldSpec& spec, Date& value) = 0;
    virtual void choice(const FieldSpec& spec, std::span<const char* const> names, std::size_t& index) = 0;
    /// A list of names; those listed become true, the others false.
    virtual void choices(const FieldSpec& spec, std::span<const char* const> names, std::span<bool> chosen) = 0;
    virtual void hours(const FieldSpec& spec, OpeningHours& value) = 0;
    /// "tue" or "mon-fri".
    virtual void weekdays(const FieldSpec& spec, Weekdays& value) = 0;
    /// "08:00", in minutes after midnight.
    virtual void time_of_day(const FieldSpec& spec, int& value) = 0;
    virtual void numbers(const FieldSpec& spec, std::span<double> values) = 0;
    /// A table of numbers with fixed names.
    virtual void shares(const FieldSpec& spec, Parts parts, std::span<const char* const> names,
                        std::span<double> values) = 0;
    /// A table of numbers, one for each name of a kind; sums to 1.
    virtual void shares_by(const FieldSpec& spec, Named named, std::vector<double>& values) = 0;
    virtual void reference(const FieldSpec& spec, Named named, std::size_t& index) = 0;
    /// One of names that other fields have made.
    virtual void pick(const FieldSpec& spec, const std::vector<std::string>& names, std::size_t& index) = 0;
    /// A number that need not be there and has no default.
    virtual void optional_number(const FieldSpec& spec, std::optional<double>& value) = 0;
    /// \param text  as written
    virtual void expression(const FieldSpec& spec, Expression& value, std::string& text) = 0;
    virtual void references(const FieldSpec& spec, Named named, std::vector<std::size_t>& indices) = 0;
    /// A table of numbers with dates as keys.
    virtual void by_date(const FieldSpec& spec, std::vector<std::pair<Date, double>>& values) = 0;
};

/// A scenario file's content before its tables are read.
struct ScenarioDraft {
    struct OfficeOverride {
        std::string id;
        OpeningHours drop_in_hours, phone_hours;
        std::array<DeskRules, kDeskKinds> desks;
    };

    std::int64_t format = 1;
    std::string extends;
    std::string municipality_file, office_file, holiday_file;
    Date form_from{};  ///< every municipality has the digital form from this day at the latest; Date{} = as the table says
    AreaChoice area;
    std::string pile_file, pile_sheet;
    std::vector<std::string> series_files;  ///< by surge; "" if it has none
    std::vector<std::vector<std::string>> policy_offices;  ///< ids, by policy; none = all
    std::vector<std::vector<std::string>> measure_offices; ///< likewise, by measure
    std::vector<OfficeOverride> offices;
    std::vector<std::vector<std::string>> pool_offices;  ///< by pool: ids as written
    Scenario scenario;

    /// Demand equal at all hours; digital forms always open; everything else as in the structs.
    ScenarioDraft();
};

/// Walks every field of a scenario file. Tables of names are emptied first and grow as they are met.
void describe(FieldVisitor& visitor, ScenarioDraft& draft);

}  // namespace skranke
