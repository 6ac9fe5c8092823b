#pragma once
/// \file
/// An input file as the core sees it: a name for messages and its text. The core opens no files
/// itself; whoever calls it hands over a function that does.

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace skranke {

struct FileText {
    std::string name;  ///< as the user knows it
    std::string text;
};

/// Gives the text of the file of this name, or nothing if it cannot be read.
using ReadFile = std::function<std::optional<std::string>(const std::string& relative_path)>;

/// The folder part of a file name with its final '/', or "".
inline std::string folder_of(const std::string& file_name) {
    const std::size_t slash = file_name.find_last_of('/');
    return slash == std::string::npos ? std::string{} : file_name.substr(0, slash + 1);
}

/// True if `path` is relative and cannot lead out of the folder it starts from.
inline bool stays_inside(std::string_view path) {
    if (path.empty() || path.front() == '/' || path.size() > 1000) return false;
    if (path.find_first_of(std::string_view{"\\:\0", 3}) != std::string_view::npos) return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (path.substr(begin, end - begin) == "..") return false;
        begin = end + 1;
    }
    return true;
}

/// True if `text` is well-formed UTF-8 (overlong forms and surrogates are not).
/// Source  The Unicode Standard 15.0, table 3-7.
inline bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
        const unsigned lead = byte(at);
        const std::size_t length = lead < 0x80   ? 1
                                   : lead < 0xc2 ? 0
                                   : lead < 0xe0 ? 2
                                   : lead < 0xf0 ? 3
                                   : lead < 0xf5 ? 4
                                                 : 0;
        if (length == 0) return false;
        for (std::size_t i = 1; i < length; ++i) {
            const unsigned low = i > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
            const unsigned high = i > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
            if (byte(at + i) < low || byte(at + i) > high) return false;
        }
        at += length;
    }
    return true;
}

}  // namespace skranke
