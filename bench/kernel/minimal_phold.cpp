#include <algorithm>
#include <vector>

#include "bench/kernel/minimal_draws.hpp"
#include "bench/kernel/phold.hpp"
#include "engine/base/contract.hpp"

namespace skranke::bench {

namespace {

struct Due {
    double time;
    std::uint32_t process;
};

/// A 4-ary heap of all pending events.
class HeapOfAll {
  public:
    HeapOfAll(const PholdModel&, std::size_t) {}
    double next_time() const { return heap_.front().time; }
    Due next() const { return heap_.front(); }

    void push(Due due) {
        std::size_t at = heap_.size();
        heap_.push_back(due);
        for (; at > 0 && due.time < heap_[(at - 1) / 4].time; at = (at - 1) / 4) heap_[at] = heap_[(at - 1) / 4];
        heap_[at] = due;
    }
    /// Puts `due` in place of the next.
    void replace(Due due) {
        std::size_t at = 0;
        for (std::size_t child = 1; child < heap_.size(); child = 4 * at + 1) {
            const std::size_t end = std::min(child + 4, heap_.size());
            std::size_t least = child;
            for (std::size_t c = child + 1; c < end; ++c) least = heap_[c].time < heap_[least].time ? c : least;
            if (heap_[least].time >= due.time) break;
            heap_[at] = heap_[least];
            at = least;
        }
        heap_[at] = due;
    }

  private:
    std::vector<Due> heap_;
};

/// Buckets in a ring, each as wide as the lookahead, so nothing is put into the one that is being
/// emptied: it is sorted once, when its turn comes, by a finer set of buckets and then by insertion.
/// Source  W. T. Tang, R. S. M. Goh & I. L.-J. Thng, "Ladder queue: an O(1) priority queue structure
///         for large-scale discrete event simulation", ACM TOMACS 15 (2005).
class Buckets {
  public:
    Buckets(const PholdModel& model, std::size_t) : width_(model.lookahead) {
        std::size_t size = 1;
        while (static_cast<double>(size) * width_ < 40 * model.mean) size *= 2;
        ring_.resize(size);  // beyond 40 means: once in 10^17 increments
    }
    Due next() {
        while (taken_ == sorted_.size()) open_next();
        return sorted_[taken_];
    }
    void push(Due due) {
        const auto bucket = static_cast<std::uint64_t>(due.time / width_);
        SKRANKE_EXPECT(bucket - begun_ < ring_.size());
        ring_[bucket & (ring_.size() - 1)].push_back(due);
    }
    void replace(Due due) {
        ++taken_;
        push(due);
    }

  private:
    void open_next() {
        std::vector<Due>& bucket = ring_[begun_ & (ring_.size() - 1)];
        const double start = static_cast<double>(begun_++) * width_;
        const std::size_t fine = bucket.size() / 2 + 1;
        const double per_time = static_cast<double>(fine) / width_;
        const auto fine_of = [&](Due due) {
            const double at = (due.time - start) * per_time;  // rounding may put it just outside
            return at < 0 ? 0 : std::min(fine - 1, static_cast<std::size_t>(at));
        };
        ends_.assign(fine, 0);
        for (const Due due : bucket) ++ends_[fine_of(due)];
        std::uint32_t end = 0;
        for (std::uint32_t& e : ends_) e = end += e;
        sorted_.resize(bucket.size());
        for (const Due due : bucket) sorted_[--ends_[fine_of(due)]] = due;
        for (std::size_t i = 1; i < sorted_.size(); ++i) {
            const Due due = sorted_[i];
            std::size_t j = i;
            for (; j > 0 && due.time < sorted_[j - 1].time; --j) sorted_[j] = sorted_[j - 1];
            sorted_[j] = due;
        }
        bucket.clear();
        taken_ = 0;
    }

    double width_;
    std::vector<std::vector<Due>> ring_;
    std::vector<Due> sorted_;  // the bucket that is being emptied
    std::vector<std::uint32_t> ends_;
    std::uint64_t begun_ = 0;
    std::size_t taken_ = 0;
};

template <class Pending>
PholdFigures run(const PholdModel& model, double horizon) {
    const std::size_t all = std::size_t{model.processes} * model.start_events;
    Pending pending(model, all);
    MinimalDraws draws(model.seed);
    std::vector<std::uint64_t> visits(model.processes);
    const auto remote_below = static_cast<std::uint64_t>(model.remote * 0x1p32);
    const auto increment = [&] { return model.lookahead + (model.mean - model.lookahead) * draws.exponential(); };
    for (std::size_t e = 0; e < all; ++e) pending.push({increment(), static_cast<std::uint32_t>(e % model.processes)});
    std::uint64_t events = 0, remote = 0;
    double increments = 0;
    for (Due due = pending.next(); due.time < horizon; due = pending.next()) {
        ++events;
        ++visits[due.process];
        const double after = increment();
        increments += after;
        const std::uint64_t drawn = draws.bits();
        if ((drawn >> 32) < remote_below) {
            ++remote;
            due.process = static_cast<std::uint32_t>(((drawn & 0xffffffff) * model.processes) >> 32);
        }
        pending.replace({due.time + after, due.process});
    }
    const auto n = static_cast<double>(events);
    return {events, static_cast<double>(remote) / n, increments / n};
}

}  // namespace

PholdFigures minimal_phold_heap(const PholdModel& model, double time) { return run<HeapOfAll>(model, time); }
PholdFigures minimal_phold_buckets(const PholdModel& model, double time) { return run<Buckets>(model, time); }

}  // namespace skranke::bench
