#pragma once
/// \file
/// What users read about a thing, in the three languages of everything that they read.

#include <string>

namespace skranke {

/// The three languages of everything that users read. An empty text falls back to `nb`, then key.
struct Label {
    std::string nb, nn, en;

    /// The English text for files and messages that have one language only; `nb` if there is none,
    /// and `key` if there is nothing at all.
    const std::string& english(const std::string& key) const { return !en.empty() ? en : !nb.empty() ? nb : key; }
};

}  // namespace skranke
