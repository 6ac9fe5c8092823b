#include "tools/skranke/start/place_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/problem.hpp"
#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace {

constexpr std::size_t kNearest = 3;

// Letters of Norwegian and Sami names, upper and lower case, and what they become.
constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
    {"Å", "a"}, {"å", "a"}, {"Æ", "ae"}, {"æ", "ae"}, {"Ø", "o"}, {"ø", "o"}, {"Ö", "o"}, {"ö", "o"}, {"Ä", "a"},
    {"ä", "a"}, {"Á", "a"}, {"á", "a"},  {"É", "e"},  {"é", "e"}, {"Č", "c"}, {"č", "c"}, {"Đ", "d"}, {"đ", "d"},
    {"Ŋ", "n"}, {"ŋ", "n"}, {"Š", "s"},  {"š", "s"},  {"Ŧ", "t"}, {"ŧ", "t"}, {"Ž", "z"}, {"ž", "z"}};

bool is_number(const std::string& text) {
    return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string with_number(const Municipality& m) { return fmt::format("{} {}", m.number, m.name); }

/// The nearest by number or name, at most three, e.g. "5014 Frøya, 5056 Hitra".
std::string nearest_of(const std::vector<Municipality>& municipalities, const std::string& typed) {
    std::vector<std::string> keys;
    for (const Municipality& m : municipalities) keys.push_back(is_number(typed) ? m.number : plain_name(m.name));
    const std::string wanted = is_number(typed) ? typed : plain_name(typed);
    std::vector<std::string> found;
    std::vector<std::string> left = keys;
    while (found.size() < kNearest) {
        const std::string nearest = nearest_name(wanted, left);
        if (nearest.empty()) break;
        for (std::size_t m = 0; m < keys.size(); ++m)
            if (keys[m] == nearest) found.push_back(with_number(municipalities[m]));
        left.erase(std::remove(left.begin(), left.end(), nearest), left.end());
    }
    return fmt::format("{}", fmt::join(found, ", "));
}

}  // namespace

std::string plain_name(const std::string& name) {
    std::string plain;
    for (std::size_t at = 0; at < name.size();) {
        const std::string_view rest = std::string_view(name).substr(at);
        const auto letter = std::find_if(std::begin(kLetters), std::end(kLetters),
                                         [&](const auto& pair) { return rest.starts_with(pair.first); });
        if (letter != std::end(kLetters)) {
            plain += letter->second;
            at += letter->first.size();
            continue;
        }
        const char c = name[at++];
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        if (kept) plain += lower;
        else if (!plain.empty() && plain.back() != '-') plain += '-';
    }
    while (!plain.empty() && plain.back() == '-') plain.pop_back();
    return plain;
}

std::size_t find_municipality(const std::vector<Municipality>& municipalities, const std::string& typed) {
    const bool by_number = is_number(typed);
    const std::string number = by_number ? std::string(4 - typed.size(), '0') + typed : "";
    std::vector<std::size_t> meant;
    std::vector<std::string> choices;
    for (std::size_t m = 0; m < municipalities.size(); ++m) {
        const Municipality& one = municipalities[m];
        if (by_number ? one.number != number : plain_name(one.name) != plain_name(typed)) continue;
        meant.push_back(m);
        choices.push_back(fmt::format("{} in {}", one.number, one.county));
    }
    if (meant.size() == 1) return meant.front();
    if (!meant.empty())
        throw bad_usage(fmt::format("--municipality {}: {} are called so; give the number: {}", typed, meant.size(),
                                    fmt::join(choices, ", ")));
    const std::string nearest = nearest_of(municipalities, typed);
    throw bad_usage(fmt::format("--municipality {}: no municipality of 2020 has this {}{}", typed,
                                by_number ? "number" : "name", nearest.empty() ? "" : " (nearest: " + nearest + ")"));
}

}  // namespace skranke
