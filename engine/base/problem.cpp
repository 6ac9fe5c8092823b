#include "engine/base/problem.hpp"

#include <algorithm>
#include <map>

namespace skranke {

bool has_errors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& p) { return p.severity == Problem::Severity::error; });
}

void sort_in_file_order(Problems& problems) {
    std::map<std::string, std::size_t> first_met;
    for (const Problem& p : problems) first_met.emplace(p.source, first_met.size());
    std::stable_sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) {
        const std::size_t sa = first_met[a.source];
        const std::size_t sb = first_met[b.source];
        return sa != sb ? sa < sb : a.line < b.line;
    });
}

std::string to_text(const Problem& p) {
    std::string text = p.source;
    if (p.line > 0) text += ":" + std::to_string(p.line);
    text += p.severity == Problem::Severity::warning ? ": warning: " : ": ";
    if (!p.key.empty()) text += p.key + ": ";
    return text + p.message;
}

namespace {

std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest_name(const std::string& word, const std::vector<std::string>& candidates) {
    std::size_t best = std::max<std::size_t>(2, word.size() / 3) + 1;
    std::string found;
    if (word.size() > 200) return found;
    for (const std::string& candidate : candidates) {
        // Who left off a unit ("patience" for "patience_min") is as near as one wrong letter.
        const bool begun = word.size() >= 3 && candidate.compare(0, word.size(), word) == 0;
        const std::size_t distance = begun ? 1 : edit_distance(word, candidate);
        if (distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

}  // namespace skranke
