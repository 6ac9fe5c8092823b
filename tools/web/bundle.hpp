#pragma once
/// \file
/// What this program puts into reports so that they can play their scenario: the WebAssembly module and the page's script,
/// packed when it was built (pack.sh).

#include "engine/report/html_page.hpp"

namespace skranke {

/// \return nullptr if the program was built without
const LiveEngine* live_engine();

}  // namespace skranke
