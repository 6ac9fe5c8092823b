#include "tools/skranke/start/shipped.hpp"

#include <cstdlib>
#include <system_error>
#include <vector>

#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace fs = std::filesystem;

fs::path shipped_scenario(const std::string& file) {
    std::vector<fs::path> folders;
    if (const char* told = std::getenv("SKRANKE_SCENARIOS")) {
        folders.emplace_back(told);
    } else {
        std::error_code error;
        const fs::path home = fs::read_symlink("/proc/self/exe", error).parent_path();
        folders = {home.parent_path() / "share/skranke/scenarios", home.parent_path().parent_path() / "scenarios"};
    }
    std::string searched;
    for (const fs::path& folder : folders) {
        if (fs::exists(folder / file)) return (folder / file).lexically_proximate(fs::current_path());
        searched += (searched.empty() ? "" : ", ") + folder.string();
    }
    throw bad_usage("cannot find " + file + " in " + searched +
                    " (SKRANKE_SCENARIOS may name the folder that has it)");
}

}  // namespace skranke
