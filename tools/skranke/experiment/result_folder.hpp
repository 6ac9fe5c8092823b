#pragma once
/// \file
/// A result folder while it is being made: files are written into a hidden folder beside the final
/// one and put in place together at the end, so that an earlier result stays as it was until the
/// new one is complete. The journal of an unfinished run (engine/store/journal.hpp) stays there.
///
/// Order       put_in_place() moves file by file; if one cannot be moved, those already moved go
///             back. Files of the user's own in the final folder are left alone. Earlier papers that no longer belong
///             there get another name ("ros.earlier.docx"): they may have been worked on.
/// Invariants  1. until put_in_place(), the final folder holds the earlier result, and at every moment of it
///                each file is whole, the earlier or the new one;
///             2. when the object dies, the drafts, and every folder made for nothing, are gone.
/// Threads     one process at a time has the hidden folder; a killed one leaves it to the next.
/// Errors      CommandError with status 1, naming the folder and the system's reason.

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "engine/store/disk/file_lock.hpp"

namespace skranke {

inline constexpr const char* kResultFile = "result.h5";
inline constexpr const char* kRosFile = "ros.docx";

class ResultFolder {
  public:
    /// Makes the hidden folder, and `out` if need be: an unwritable place, or one that another process
    /// is writing, is found before the work.
    ResultFolder(const std::filesystem::path& out, const std::string& name);
    ~ResultFolder();
    ResultFolder(const ResultFolder&) = delete;
    ResultFolder& operator=(const ResultFolder&) = delete;

    /// Where to write a file of the result.
    std::filesystem::path draft_of(const std::string& file) const { return draft_ / file; }
    bool has_draft(const std::string& file) const { return std::filesystem::exists(draft_of(file)); }
    /// Where the journal is, or would be.
    std::filesystem::path journal() const;
    /// Writes a whole file.
    void write(const std::string& file, const std::string& content) const;
    /// Flushes all drafts to the disk and moves them into the final folder.
    /// \param outdated  files that keep neither their name nor are written over, if they are there
    /// \return          what became of them: sentences for the user
    std::vector<std::string> put_in_place(const std::vector<std::string>& outdated = {});
    /// The final folder.
    const std::filesystem::path& path() const { return final_; }

  private:
    /// Folders made on the way to a file; those still empty at the end are removed again.
    class MadeFolders {
      public:
        ~MadeFolders();
        std::error_code make(const std::filesystem::path& folder);

      private:
        std::vector<std::filesystem::path> made_;  // outermost first
    };

    void take_lock();
    void remove_drafts() noexcept;
    /// Two names in the final folder.
    struct Move {
        std::filesystem::path from, to;
    };
    std::vector<Move> moves_aside(const std::vector<std::string>& outdated) const;
    void move_files(const std::vector<std::filesystem::path>& files, const std::vector<Move>& aside);

    std::filesystem::path final_, draft_;
    MadeFolders made_;
    std::optional<FileLock> lock_;
};

}  // namespace skranke
