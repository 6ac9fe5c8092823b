#pragma once
/// \file
/// A PDF printer prints a page with the browser of this machine, if it has one of Chromium's family.
///
/// Form    A4 as the page's own style sheet says; no header or footer of the browser's.
/// Errors  find(): CommandError with status 2, naming what would do.
/// Memory  the browser's profile is a new folder among the temporary files, and is removed.

#include <filesystem>
#include <string>

namespace skranke {

class PdfPrinter {
  public:
    /// The first browser in PATH.
    static PdfPrinter find();

    /// \return whether it did
    bool print(const std::filesystem::path& page, const std::filesystem::path& pdf) const;

    std::string name() const { return browser_.string(); }

  private:
    explicit PdfPrinter(std::filesystem::path browser) : browser_(std::move(browser)) {}

    std::filesystem::path browser_;
};

}  // namespace skranke
