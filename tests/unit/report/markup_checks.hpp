#pragma once
/// \file
/// What every page of ours must be: well formed, with attributes that can be looked at.

#include <set>
#include <string>
#include <vector>

namespace skranke::test {

inline std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

/// The first tag that is closed wrongly or left open, or "".
inline std::string first_imbalance(const std::string& html) {
    static const std::set<std::string> kVoid{"meta", "input", "br", "hr", "img", "link"};
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find('>', at);
        if (end == std::string::npos) return "<";
        const std::string tag = html.substr(at + 1, end - at - 1);
        const bool closes = tag[0] == '/';
        const std::string name = tag.substr(closes ? 1 : 0, tag.find_first_of(" /", 1) - (closes ? 1 : 0));
        if (tag[0] == '!' || tag.back() == '/' || kVoid.count(name) > 0) continue;
        if (!closes) {
            open.push_back(name);
            if (name == "style") at = html.find("</style", at) - 1;
        } else if (open.empty() || open.back() != tag.substr(1)) {
            return tag;
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : open.back();
}

inline std::vector<std::string> values_of(const std::string& html, const std::string& attribute) {
    std::vector<std::string> values;
    const std::string mark = " " + attribute + "=\"";
    for (std::size_t at = html.find(mark); at != std::string::npos; at = html.find(mark, at + 1)) {
        const std::size_t from = at + mark.size();
        values.push_back(html.substr(from, html.find('"', from) - from));
    }
    return values;
}

}  // namespace skranke::test
