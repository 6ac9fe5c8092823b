#include "tools/skranke/resume/question.hpp"

#include <fmt/format.h>
#include <gnu/libc-version.h>

#include <sstream>

#include "engine/record/provenance.hpp"
#include "engine/store/disk/checksum.hpp"
#include "engine/store/layout.hpp"
#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace {

void add(Checksum& sum, const std::string& text) {
    sum.add(std::to_string(text.size()));
    sum.add(text);
}

std::uint64_t content_of(const Scenario& scenario) {
    Checksum sum;
    add(sum, text_without_runs(scenario.text));
    for (const InputFile& input : scenario.inputs) {
        add(sum, input.name);
        add(sum, input.content);
    }
    return sum.value();
}

std::uint64_t own_checksum() {
    const auto sum = checksum_of_file("/proc/self/exe");
    if (!sum) throw run_failed("the program's own file cannot be read (/proc/self/exe)");
    return *sum;
}

}  // namespace

std::string question_of(const Scenario& scenario, FingerprintStrength strength) {
    return fmt::format("program {:016x} with libc {}\nscenario {:016x}\nseed {}\nfingerprint {}\nlayout {}\n", own_checksum(),
                       gnu_get_libc_version(), content_of(scenario), scenario.seed, key_of(strength), layout::kFormat);
}

std::string difference_of(const std::string& question, const std::string& other) {
    std::istringstream ours(question), theirs(other);
    for (std::string line, there; std::getline(ours, line);) {
        std::getline(theirs, there);
        if (line != there) return "another " + line.substr(0, line.find(' '));
    }
    return "";
}

std::string text_without_runs(const std::string& text) {
    std::istringstream lines(text);
    std::string kept;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("run.replications = ") && !line.starts_with("run.seed = ")) kept += line + "\n";
    return kept;
}

}  // namespace skranke
