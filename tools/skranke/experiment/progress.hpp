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

    /// \param done  finished before; they say nothing about how long the others will take
    void begin_at(std::uint64_t done);

    /// \param unmet  the county's unmet-need rate so far
    void show(std::uint64_t done, const Estimate& unmet);

    double elapsed_s() const;

  private:
    bool shown_;
    std::uint32_t replications_;
    std::uint64_t first_ = 0;
    std::chrono::steady_clock::time_point begun_;
    double last_s_ = -1;  // when the line was last written
};

/// How far a run has come.
struct Reached {
    std::uint64_t first = 0;  ///< finished before
    std::uint64_t done = 0;   ///< with those
    std::uint64_t of = 0;
    double elapsed_s = 0;
};

/// The line itself, at most 79 characters.
std::string progress_line(const Reached& reached, const Estimate& unmet);

/// A duration in the two units that matter, e.g. "3 min 20 s".
std::string duration_text(double seconds);

}  // namespace skranke
