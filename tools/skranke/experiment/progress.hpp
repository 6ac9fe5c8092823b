#pragma once
/// \file
/// Progress is one line on the terminal that says how far a run has come, how long it will take and
/// how sure its answer already is. It goes to stderr, and only if that is a terminal.

#include <chrono>
#include <cstdint>
#include <string>

#include "engine/analysis/estimate.hpp"

namespace skranke {

class Progress {
  public:
    Progress(bool wanted, std::uint32_t replications);
    ~Progress();  // wipes the line
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// \param unmet  the county's unmet-need rate so far
    void show(std::uint64_t done, const Estimate& unmet);

    double elapsed_s() const;

  private:
    bool shown_;
    std::uint32_t replications_;
    std::chrono::steady_clock::time_point begun_;
    double last_s_ = -1;  // when the line was last written
};

/// The line itself, at most 79 characters.
std::string progress_line(std::uint64_t done, std::uint64_t replications, double elapsed_s, const Estimate& unmet);

/// A duration in the two units that matter, e.g. "3 min 20 s".
std::string duration_text(double seconds);

}  // namespace skranke
