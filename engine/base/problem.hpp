#pragma once
/// \file
/// A problem is something wrong with what the user gave us, said so that it can be mended: where
/// it stands, what stands there, and what would be right. Readers collect all problems before
/// they give up; printing puts them in file order.
///
/// Form    `path:line: key = value: what is wrong (what would be right)`

#include <string>
#include <vector>

namespace skranke {

struct Problem {
    enum class Severity { warning, error };

    std::string source;  ///< file name as the user knows it, or "--set"
    int line = 0;        ///< 1-based; 0 = the file as a whole
    std::string key;     ///< dotted path of the field, may be empty
    std::string message; ///< what is wrong, and in brackets what would be right
    Severity severity = Severity::error;
};

using Problems = std::vector<Problem>;

/// True if any problem is an error, so that nothing may be run or written.
bool has_errors(const Problems& problems);

/// Stable order for printing: by source as first met, then by line.
void sort_in_file_order(Problems& problems);

/// The one-line form above, without a newline.
std::string to_text(const Problem& problem);

/// The candidate nearest to `word` by edit distance, or "" if none is near enough (a third of the
/// word's length, at least 2) or begins with it. \param candidates valid names
std::string nearest_name(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace skranke
