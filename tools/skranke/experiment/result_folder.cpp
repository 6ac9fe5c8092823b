#include "tools/skranke/experiment/result_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) { return std::generic_category().message(error); }

CommandError cannot_write(const fs::path& path, const std::string& why) {
    return run_failed("cannot write " + path.string() + ": " + why + "; nothing was changed");
}

/// Waits until the disk has the file, or the names in the folder. \return 0 or the system's error number
int flush_to_disk(const fs::path& path) {
    const int handle = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return errno;
    const int error = fsync(handle) == 0 ? 0 : errno;
    close(handle);
    return error;
}

}  // namespace

ResultFolder::MadeFolders::~MadeFolders() {
    std::error_code ignored;
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) fs::remove(*folder, ignored);
}

std::error_code ResultFolder::MadeFolders::make(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> missing;  // innermost first
    for (fs::path p = fs::absolute(folder).lexically_normal(); !fs::exists(p, error); p = p.parent_path())
        if (p.has_filename()) missing.push_back(p);
    for (auto next = missing.rbegin(); next != missing.rend(); ++next) {
        fs::create_directory(*next, error);
        if (error) return error;
        made_.push_back(*next);
    }
    return {};
}

ResultFolder::ResultFolder(const fs::path& out, const std::string& name)
    : final_(out / name), draft_(out / ("." + name + ".unfinished-" + std::to_string(getpid()))) {
    std::error_code error;
    if (fs::exists(final_, error)) {
        if (!fs::is_directory(final_)) throw cannot_write(final_, "it exists and is not a folder");
        if (access(final_.c_str(), W_OK | X_OK) != 0) throw cannot_write(final_, reason(errno));
    }
    if ((error = made_.make(out))) throw cannot_write(final_, error.message());
    fs::remove_all(draft_, error);  // of a killed process that had our number
    fs::create_directory(draft_, error);
    if (error) throw cannot_write(final_, error.message());
}

ResultFolder::~ResultFolder() {
    std::error_code ignored;
    fs::remove_all(draft_, ignored);
}

void ResultFolder::write(const std::string& file, const std::string& content) const {
    errno = 0;
    std::ofstream stream(draft_of(file), std::ios::binary);
    stream << content << std::flush;
    if (!stream) throw cannot_write(final_ / file, reason(errno));
}

void ResultFolder::put_in_place() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(draft_)) files.push_back(entry.path().filename());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files)
        if (const int error = flush_to_disk(draft_ / file)) throw cannot_write(final_ / file, reason(error));
    if (const std::error_code error = made_.make(final_)) throw cannot_write(final_, error.message());
    move_files(files);
    flush_to_disk(final_);  // if the disk cannot promise this, the files are there all the same
}

void ResultFolder::move_files(const std::vector<fs::path>& files) {
    const fs::path earlier = draft_ / "earlier";
    fs::create_directory(earlier);
    std::vector<fs::path> moved;
    try {
        for (const fs::path& file : files) {
            if (fs::is_directory(final_ / file))
                throw fs::filesystem_error("", draft_ / file, final_ / file,
                                           make_error_code(std::errc::is_a_directory));
            if (fs::exists(final_ / file)) fs::rename(final_ / file, earlier / file);
            moved.push_back(file);
            fs::rename(draft_ / file, final_ / file);
        }
    } catch (const fs::filesystem_error& failed) {
        std::error_code ignored;
        for (const fs::path& file : moved) {
            fs::remove(final_ / file, ignored);
            if (fs::exists(earlier / file, ignored)) fs::rename(earlier / file, final_ / file, ignored);
        }
        throw cannot_write(failed.path2(), failed.code().message());
    }
}

}  // namespace skranke
