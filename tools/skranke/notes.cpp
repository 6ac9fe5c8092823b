#include "tools/skranke/notes.hpp"

#include <iostream>

namespace skranke {

void tell(const std::vector<std::string>& notes) {
    for (const std::string& note : notes) std::cerr << "skranke: " << note << "\n";
}

}  // namespace skranke
