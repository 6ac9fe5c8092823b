#pragma once
/// \file
/// Turns single written values into numbers, timelines, dates and opening hours, and keeps account
/// of what is wrong with them and which of them are assumptions.
///
/// Form    numbers may be annotated: { value = 2, range = [1, 3], basis = "assumption", why = "..." };
///         a range must hold the value (a value from a setting may leave it, with a warning).
/// Errors  `path = value: needs ...`, at the value's own file and line.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/problem.hpp"
#include "engine/language/fields/fields.hpp"
#include "engine/language/toml_reader.hpp"

namespace skranke {

/// Longest text of a field, in bytes.
inline constexpr std::size_t kMostText = 10'000;

class ValueReader {
  public:
    ValueReader(const Document& document, Problems& problems);

    /// A plain or annotated number inside the field's range.
    std::optional<double> number(const Node& node, const std::string& path, const FieldSpec& spec, bool whole = false);
    std::optional<Timeline> timeline(const Node& node, const std::string& path, const FieldSpec& spec);
    std::optional<Date> date(const Node& node, const std::string& path);
    std::optional<OpeningHours> hours(const Node& node, const std::string& path);

    /// Gives the scenario its assumptions in file order, and warns of dates far from its weeks.
    void finish(Scenario& scenario);

    void report(const Node& node, const std::string& path, const std::string& message);
    void report_missing(Origin origin, const std::string& path, const std::string& needs);
    /// Reports every key of `table` that is not among `known`, with the nearest that is.
    void report_unknown(const Node& table, const std::string& path, const std::vector<std::string>& known);

  private:
    std::optional<double> plain_number(const Node& node, const std::string& path, const FieldSpec& spec, bool whole);
    void annotate(const Node& node, const std::string& path, const FieldSpec& spec, double value);
    void read_range(const Node& node, const Node& range, const std::string& path, const FieldSpec& spec,
                    Assumption& noted);
    void add_points(const Node& list, const std::string& path, const FieldSpec& spec, Timeline& value);
    std::optional<WeekHours> week_hours(const Node& table, const std::string& path);

    const Document& document_;
    Problems& problems_;
    std::vector<std::pair<std::string, const Node*>> dates_;  // path and value of every date read
    std::vector<Assumption> assumptions_;
};

/// "needs a number of minutes from 0 to 1440"
std::string needs_number(const FieldSpec& spec, bool whole = false);

/// Weekdays named by "tue" or "mon-thu"; nothing if the text names none.
std::optional<Weekdays> parse_weekdays(const std::string& text);
/// Minutes after midnight of "00:00" to "24:00"; nothing if the text is no such time.
std::optional<int> parse_time(const std::string& text);

/// "mon, tue, wed"
std::string joined(const std::vector<std::string>& names);

}  // namespace skranke
