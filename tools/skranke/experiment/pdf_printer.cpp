#include "tools/skranke/experiment/pdf_printer.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"

namespace skranke {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 6> kBrowsers{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"};
constexpr std::chrono::seconds kPatience{180};
constexpr std::chrono::milliseconds kLook{20};

/// A folder that is there for as long as this.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::error_code ignored;
        std::string name = (fs::temp_directory_path(ignored) / "skranke-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw run_failed("no temporary folder could be made for the browser");
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

/// file: with what a URL cannot hold as it is.
std::string url_of(const fs::path& file) {
    static const std::string plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string url = "file://";
    for (const char c : fs::absolute(file).string())
        url += plain.find(c) != std::string::npos ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return url;
}

/// \return 0 if it could not be started
pid_t start(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t silence;
    posix_spawn_file_actions_init(&silence);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&silence, stream, "/dev/null", O_RDWR, 0);
    pid_t process = 0;
    const int error = ::posix_spawn(&process, arguments.front(), &silence, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&silence);
    return error == 0 ? process : 0;
}

/// \return whether it ended by itself and well
bool ends_well(pid_t process) {
    if (process == 0) return false;
    const auto end = std::chrono::steady_clock::now() + kPatience;
    int status = 0;
    while (::waitpid(process, &status, WNOHANG) == 0) {
        if (interrupted() || std::chrono::steady_clock::now() > end) {
            ::kill(process, SIGKILL);
            ::waitpid(process, &status, 0);
            return false;
        }
        std::this_thread::sleep_for(kLook);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

PdfPrinter PdfPrinter::find() {
    const char* path = std::getenv("PATH");
    for (const char* browser : kBrowsers) {
        std::istringstream folders(path == nullptr ? "" : path);
        for (std::string folder; std::getline(folders, folder, ':');) {
            const fs::path candidate = fs::path(folder) / browser;
            if (!folder.empty() && ::access(candidate.c_str(), X_OK) == 0) return PdfPrinter(candidate);
        }
    }
    throw bad_usage("--pdf needs a browser that prints: chromium, google-chrome or microsoft-edge in PATH; nothing was run or written. "
                    "Any browser prints report.html as well");
}

bool PdfPrinter::print(const fs::path& page, const fs::path& pdf) const {
    const TemporaryFolder profile;
    std::vector<std::string> words{browser_.string(), "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
                                   "--user-data-dir=" + profile.path().string(), "--no-pdf-header-footer", "--print-to-pdf=" + fs::absolute(pdf).string()};
    if (::geteuid() == 0) words.emplace_back("--no-sandbox");  // which Chromium refuses to root
    words.push_back(url_of(page));
    const bool is_printed = ends_well(start(std::move(words)));
    std::error_code error;
    if (is_printed && fs::file_size(pdf, error) > 0 && !error) return true;
    fs::remove(pdf, error);
    return false;
}

}  // namespace skranke
