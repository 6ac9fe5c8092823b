// Of a program that was built where WebAssembly could not be made.
#include "tools/web/bundle.hpp"

namespace skranke {

const LiveEngine* live_engine() { return nullptr; }

}  // namespace skranke
