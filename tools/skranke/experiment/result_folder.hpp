#pragma once
/// \file
/// A result folder while it is being made: files are written into a hidden folder beside the final
/// one and put in place together at the end, so that an earlier result stays as it was until the
/// new one is complete.
///
/// Order       put_in_place() moves file by file; if one cannot be moved, those already moved go
///             back. Files of the user's own in the final folder are left alone.
/// Invariants  1. before put_in_place() returns, the final folder holds the earlier result;
///             2. when the object dies, the hidden folder, and every folder made for nothing, is gone.
/// Errors      CommandError with status 1, naming the folder and the system's reason.

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace skranke {

class ResultFolder {
  public:
    /// Makes the hidden folder, and `out` if need be: an unwritable place is found before the work.
    ResultFolder(const std::filesystem::path& out, const std::string& name);
    ~ResultFolder();
    ResultFolder(const ResultFolder&) = delete;
    ResultFolder& operator=(const ResultFolder&) = delete;

    /// Where to write a file of the result.
    std::filesystem::path draft_of(const std::string& file) const { return draft_ / file; }
    /// Writes a whole file.
    void write(const std::string& file, const std::string& content) const;
    /// Flushes all drafts to the disk and moves them into the final folder.
    void put_in_place();
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

    void move_files(const std::vector<std::filesystem::path>& files);

    std::filesystem::path final_, draft_;
    MadeFolders made_;
};

}  // namespace skranke
