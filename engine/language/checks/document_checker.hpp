#pragma once
/// \file
/// What all checks of a scenario have in common: whether something was written, and a report at its line.

#include <string>

#include "engine/base/problem.hpp"
#include "engine/language/toml_reader.hpp"

namespace skranke {

class DocumentChecker {
  protected:
    DocumentChecker(const Document& document, Problems& problems) : document_{document}, problems_{problems} {}

    bool has(const std::string& path) const {
        const Node* node = &document_.root;
        for (std::size_t begin = 0; node != nullptr && begin < path.size();) {
            const std::size_t end = std::min(path.find('.', begin), path.size());
            node = node->find(path.substr(begin, end - begin));
            begin = end + 1;
        }
        return node != nullptr;
    }

    void report(const std::string& path, const std::string& value, const std::string& message) {
        const Origin origin = document_.where(path);
        problems_.push_back(
            {document_.file_of(origin), origin.line, value.empty() ? path : path + " = " + value, message});
    }

    void warn(const std::string& path, const std::string& value, const std::string& message) {
        report(path, value, message);
        problems_.back().severity = Problem::Severity::warning;
    }

    const Document& document_;
    Problems& problems_;
};

}  // namespace skranke
