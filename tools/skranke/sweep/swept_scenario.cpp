#include "tools/skranke/sweep/swept_scenario.hpp"

#include <iostream>

#include "engine/spreadsheet/workbook.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/scenario_file.hpp"

namespace skranke {

namespace {

Scenario read_first(const std::string& file_name, const std::vector<std::string>& settings,
                    std::map<std::string, std::optional<std::string>>& files) {
    const auto read_and_keep = [&](const std::string& name) {
        const auto found = files.find(name);
        return found != files.end() ? found->second : files.emplace(name, read_text_file(name)).first->second;
    };
    ReadResult result = read_scenario(file_name, read_and_keep, settings, read_sheet);
    for (const Problem& problem : result.problems) std::cerr << to_text(problem) << "\n";
    if (!result.scenario) throw bad_usage(count_text(result.problems) + "; nothing was run or written");
    return *std::move(result.scenario);
}

}  // namespace

SweptScenario::SweptScenario(const std::string& file_name, const std::vector<std::string>& settings)
    : file_name_(file_name),
      settings_(settings),
      as_written_(read_first(file_name, settings, files_)),
      document_([this] {
          Problems none;  // the first reading has told them
          return document_of(none);
      }()),
      numbers_(document_) {}

Document SweptScenario::document_of(Problems& problems) const {
    const auto kept = [this](const std::string& name) { return files_.at(name); };
    return read_document(file_name_, kept, settings_, problems);
}

ReadResult SweptScenario::read(std::span<const NumberChange> changes) const {
    std::vector<std::string> settings = settings_;
    for (std::string& setting : numbers_.settings(changes)) settings.push_back(std::move(setting));
    const auto kept = [this](const std::string& name) {
        const auto found = files_.find(name);
        return found == files_.end() ? std::nullopt : found->second;
    };
    return read_scenario(file_name_, kept, settings, read_sheet);
}

std::string first_error(const Problems& problems) {
    for (const Problem& p : problems)
        if (p.severity == Problem::Severity::error) return (p.key.empty() ? "" : p.key + ": ") + p.message;
    return "";
}

}  // namespace skranke
