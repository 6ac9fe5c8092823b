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

constexpr const char* kLock = "lock";
constexpr const char* kJournal = "journal";

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

/// So that an earlier file can come back. Where files cannot have two names, this one loses its own.
void keep_second_name(const fs::path& file, const fs::path& second) {
    std::error_code error;
    fs::create_hard_link(file, second, error);
    if (error) fs::rename(file, second);
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
    : final_(out / name), draft_(out / ("." + name + ".unfinished")) {
    std::error_code error;
    if (fs::exists(final_, error)) {
        if (!fs::is_directory(final_)) throw cannot_write(final_, "it exists and is not a folder");
        if (access(final_.c_str(), W_OK | X_OK) != 0) throw cannot_write(final_, reason(errno));
    }
    if ((error = made_.make(out))) throw cannot_write(final_, error.message());
    take_lock();
    remove_drafts();  // of a killed process
}

/// Between making the folder and locking it, a process that has ended may remove it.
void ResultFolder::take_lock() {
    for (;;) {
        std::error_code error;
        fs::create_directory(draft_, error);
        if (error) throw cannot_write(final_, error.message());
        try {
            lock_ = FileLock::take((draft_ / kLock).string());
            if (lock_) return;
            throw cannot_write(final_, "another run of skranke is writing it");
        } catch (const std::system_error& failed) {
            if (failed.code() != std::errc::no_such_file_or_directory) throw cannot_write(final_, failed.code().message());
        }
    }
}

fs::path ResultFolder::journal() const { return draft_ / kJournal; }

void ResultFolder::remove_drafts() noexcept {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(draft_, ignored))
        if (entry.path().filename() != kJournal && entry.path().filename() != kLock) fs::remove_all(entry.path(), ignored);
}

ResultFolder::~ResultFolder() {
    std::error_code ignored;
    remove_drafts();
    fs::remove(draft_ / kLock, ignored);  // while it is locked: nobody else can have it
    fs::remove(draft_, ignored);          // unless the journal is in it
}

void ResultFolder::write(const std::string& file, const std::string& content) const {
    errno = 0;
    std::ofstream stream(draft_of(file), std::ios::binary);
    stream << content << std::flush;
    if (!stream) throw cannot_write(final_ / file, reason(errno));
}

std::vector<std::string> ResultFolder::put_in_place(const std::vector<std::string>& outdated) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(draft_))
        if (entry.path().filename() != kJournal && entry.path().filename() != kLock) files.push_back(entry.path().filename());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files)
        if (const int error = flush_to_disk(draft_ / file)) throw cannot_write(final_ / file, reason(error));
    if (const std::error_code error = made_.make(final_)) throw cannot_write(final_, error.message());
    const std::vector<Move> aside = moves_aside(outdated);
    move_files(files, aside);
    flush_to_disk(final_);  // if the disk cannot promise this, the files are there all the same
    std::vector<std::string> told;
    for (const Move& move : aside)
        told.push_back((final_ / move.from).string() + " was there before; it is now called " + move.to.string());
    return told;
}

std::vector<ResultFolder::Move> ResultFolder::moves_aside(const std::vector<std::string>& outdated) const {
    std::vector<Move> moves;
    for (const fs::path file : outdated) {
        if (!fs::is_regular_file(final_ / file)) continue;
        fs::path other;
        for (int n = 1; n == 1 || fs::exists(final_ / other); ++n)
            other = file.stem().string() + ".earlier" + (n > 1 ? "-" + std::to_string(n) : "") + file.extension().string();
        moves.push_back({file, other});
    }
    return moves;
}

void ResultFolder::move_files(const std::vector<fs::path>& files, const std::vector<Move>& aside) {
    const fs::path earlier = draft_ / "earlier";
    fs::create_directory(earlier);
    std::vector<fs::path> moved;
    try {
        for (const Move& move : aside) fs::rename(final_ / move.from, final_ / move.to);
        for (const fs::path& file : files) {
            if (fs::is_directory(final_ / file))
                throw fs::filesystem_error("", draft_ / file, final_ / file,
                                           make_error_code(std::errc::is_a_directory));
            if (fs::exists(final_ / file)) keep_second_name(final_ / file, earlier / file);
            moved.push_back(file);
            fs::rename(draft_ / file, final_ / file);
        }
    } catch (const fs::filesystem_error& failed) {
        std::error_code ignored;
        for (const fs::path& file : moved) {
            if (fs::exists(earlier / file, ignored))
                fs::rename(earlier / file, final_ / file, ignored);
            else
                fs::remove(final_ / file, ignored);
        }
        for (const Move& move : aside) fs::rename(final_ / move.to, final_ / move.from, ignored);
        throw cannot_write(failed.path2(), failed.code().message());
    }
}

}  // namespace skranke
