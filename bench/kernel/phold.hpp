#pragma once
/// \file
/// PHOLD, the model that parallel simulators are compared by: logical processes that do nothing but
/// schedule. Each event schedules one event, at the same process or at any, so as many are pending
/// at the end as at the start.
///
/// Shape    `processes` logical processes in `parts` sites of equal size; results do not depend on
///          `parts`, as a process draws from a stream and counts tickets of its own.
/// Units    mean and lookahead in the model's own; a unit is `ticks` microseconds of the kernel's clock.
/// Memory   48 bytes a process and 26 to 32 an event; 40 a message between parts on its way.
/// Source   R. M. Fujimoto, "Performance of Time Warp under synthetic workloads", SCS Multiconference
///          on Distributed Simulation (1990); increments as in ROSS: C. D. Carothers, D. Bauer &
///          S. Pearce, J. Parallel and Distributed Computing 62 (2002).

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/kernel/site.hpp"

namespace skranke::bench {

struct PholdModel {
    std::uint32_t processes = 1024;  ///< at most 2^20
    std::uint32_t start_events = 1;  ///< of each process
    double remote = 0.5;             ///< share of events that go to any process
    double lookahead = 0.1;          ///< least increment
    double mean = 1.0;               ///< of the increment
    std::int64_t ticks = 1 << 30;    ///< a unit of time; few make ties
    std::uint64_t seed = 1;
};

inline constexpr PholdModel kP1{10'000, 16, 0.25};
inline constexpr PholdModel kP2{1'000'000, 1, 0.25};
inline constexpr PholdModel kP3{1024, 1, 0.5};

class PholdPart;

/// The processes of a model, before and after they have run.
class Phold {
  public:
    Phold(const PholdModel& model, std::uint32_t parts);
    ~Phold();

    std::span<Site* const> sites() const { return sites_; }
    Duration lookahead() const;
    Instant horizon(double time) const;

    /// Every process's own trajectory, drawn together by process.
    std::uint64_t fingerprint() const;
    std::uint64_t events() const;

  private:
    PholdModel model_;
    std::vector<std::unique_ptr<PholdPart>> parts_;
    std::vector<Site*> sites_;
};

struct PholdFigures {
    std::uint64_t events = 0;
    double remote = 0;  ///< share of events sent to any process
    double mean_increment = 0;
};

/// The least program: one heap or one set of buckets, one sequential generator, one thread.
PholdFigures minimal_phold_heap(const PholdModel& model, double time);
PholdFigures minimal_phold_buckets(const PholdModel& model, double time);

}  // namespace skranke::bench
