#include "tools/skranke/scenario_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "engine/spreadsheet/workbook.hpp"
#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace {

constexpr std::uintmax_t kLargest_bytes = 64 << 20;

}  // namespace

std::optional<std::string> read_text_file(const std::string& name) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(name, error)) return std::nullopt;
    const std::uintmax_t size = std::filesystem::file_size(name, error);
    if (error || size > kLargest_bytes) return std::nullopt;
    std::string text(size, '\0');
    std::ifstream stream(name, std::ios::binary);
    stream.read(text.data(), static_cast<std::streamsize>(size));
    if (!stream) return std::nullopt;
    return text;
}

Scenario load_scenario(const std::string& file_name, const std::vector<std::string>& settings) {
    ReadResult result = read_scenario(file_name, read_text_file, settings, read_sheet);
    for (const Problem& problem : result.problems) std::cerr << to_text(problem) << "\n";
    if (!result.scenario) throw bad_usage(count_text(result.problems) + "; nothing was run or written");
    return *std::move(result.scenario);
}

std::string count_of(std::size_t number, const char* one, const char* many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string count_text(const Problems& problems) {
    std::size_t errors = 0;
    for (const Problem& problem : problems) errors += problem.severity == Problem::Severity::error ? 1 : 0;
    const std::size_t warnings = problems.size() - errors;
    if (warnings == 0) return count_of(errors, "error", "errors");
    if (errors == 0) return count_of(warnings, "warning", "warnings");
    return count_of(errors, "error", "errors") + " and " + count_of(warnings, "warning", "warnings");
}

}  // namespace skranke
