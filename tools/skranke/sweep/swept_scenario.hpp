#pragma once
/// \file
/// A scenario that is read again and again with other numbers: the same files, held in memory from the first reading, and
/// settings over them, so that every point of a sweep passes the reader's own checks.
///
/// Threads  read() may be called by several at once.

#include <map>
#include <string>
#include <vector>

#include "engine/language/scenario_reader.hpp"
#include "engine/language/variable_numbers.hpp"

namespace skranke {

class SweptScenario {
  public:
    /// Reads it as it is written, and prints every problem to stderr.
    /// \throws CommandError  status 2, if a problem is an error
    SweptScenario(const std::string& file_name, const std::vector<std::string>& settings);
    SweptScenario(const SweptScenario&) = delete;
    SweptScenario& operator=(const SweptScenario&) = delete;

    const Scenario& as_written() const { return as_written_; }
    const VariableNumbers& numbers() const { return numbers_; }

    /// The scenario with other numbers. \param changes  of numbers that were found
    ReadResult read(std::span<const NumberChange> changes) const;

  private:
    Document document_of(Problems& problems) const;

    std::string file_name_;
    std::vector<std::string> settings_;
    std::map<std::string, std::optional<std::string>> files_;  // by name; filled by the first reading
    Scenario as_written_;
    Document document_;
    VariableNumbers numbers_;
};

/// "key = value: what is wrong" of the first error, for a sentence about a point.
std::string first_error(const Problems& problems);

}  // namespace skranke
