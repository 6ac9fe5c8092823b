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
    /// \param replications  to be played, as far as is known
    Progress(bool wanted, std::uint64_t replications);
    ~Progress();  // wipes the line
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// \param done  finished before; they say nothing about how long the others will take
    void begin_at(std::uint64_t done);

    /// \param of  how many there will be, as far as is known \param sure  how sure the answer is, in a few words
    void show(std::uint64_t done, std::uint64_t of, const std::string& sure);

    double elapsed_s() const;

  private:
    bool shown_;
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
std::string progress_line(const Reached& reached, const std::string& sure);

/// "unmet 8.71 % +- 0.82"; "" if that is not known. \param unmet  the county's unmet-need rate
std::string sureness(const Estimate& unmet);

/// A duration in the two units that matter, e.g. "3 min 20 s".
std::string duration_text(double seconds);

}  // namespace skranke
