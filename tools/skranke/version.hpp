#pragma once
/// \file
/// Which Skranke this is. Both texts are filled in by the build.

namespace skranke {

/// e.g. "0.1.0"
const char* version();

/// The commit that was built, "+changes" appended if the files differed from it; "" if unknown.
/// Looked up at every build (git_state.cmake), so it does not depend on when CMake ran.
const char* git_state();

}  // namespace skranke
