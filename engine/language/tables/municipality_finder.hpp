#pragma once
/// \file
/// Finds the municipalities that the rows of a table name by their numbers.
///
/// Errors  numbers that are malformed or unknown, with file, line and the nearest known one.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/language/tables/csv_table.hpp"
#include "engine/scenario/place.hpp"

namespace skranke {

class MunicipalityFinder {
  public:
    explicit MunicipalityFinder(const std::vector<Municipality>& municipalities);

    /// Index of the municipality that the row's column `municipality` names.
    std::optional<std::size_t> find(const CsvTable& table, std::size_t row, Problems& problems) const;

    /// Index of a known number, or nothing.
    std::optional<std::size_t> find(const std::string& number) const {
        const auto found = index_.find(number);
        return found == index_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<std::string> numbers_;
};

}  // namespace skranke
