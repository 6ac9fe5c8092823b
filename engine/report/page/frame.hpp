#pragma once
/// \file
/// The frame of every page of ours: head with style sheet and content security policy, the choice of language,
/// the way past it for keyboards, then header, main and footer.

#include <string>

#include "engine/report/wording.hpp"

namespace skranke::page {

struct Frame {
    std::string title;    ///< plain text
    std::string version;  ///< of Skranke
    Lang lang;            ///< shown first
    const char* answer;   ///< id of what the skip link leads to
    std::string script_hash = "";  ///< of the one script that may run; "" = none may
};

/// \param header, main, footer  markup
std::string framed(const Frame& frame, const std::string& header, const std::string& main, const std::string& footer);

}  // namespace skranke::page
