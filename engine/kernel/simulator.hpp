#pragma once
/// \file
/// The simulator of one site: its clock, its pending events, and the memory of its journeys.
///
/// Order    events as in event_list.hpp. Whoever is resumed with resume_soon() goes on inside the
///          present event, in the order of the calls, before the next event is taken.
/// Threads  none inside: one simulator a site; sites talk by messages (site.hpp).
/// Invariant 1. The clock never goes back.
///           2. No event is scheduled in the past.

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/base/contract.hpp"
#include "engine/base/witness.hpp"
#include "engine/kernel/event_list.hpp"
#include "engine/kernel/fingerprint.hpp"
#include "engine/kernel/frame_pool.hpp"
#include "engine/kernel/tie_order.hpp"

namespace skranke {

class Simulator;

/// Something that happens without being a journey: a line's patience, an arriving message.
/// Aligned so that its address leaves two bits free to say what an event is.
class alignas(8) Trigger {
  public:
    virtual void fire() = 0;
    /// Tells a fingerprint that sees events what this one is.
    virtual void describe(Fingerprint& fingerprint) const { fingerprint.fold(EventKind::trigger); }

  protected:
    ~Trigger() = default;
};

class Simulator {
  public:
    explicit Simulator(std::uint32_t site = 0) : next_(EventOrder::of(Rank{}, site, 0)), site_(site) {}
    Simulator(const Simulator&) = delete;
    Simulator& operator=(const Simulator&) = delete;
    ~Simulator() { end_all(); }

    Instant now() const { return now_; }
    std::uint32_t site() const { return site_; }
    std::uint64_t executed() const { return events_.popped(); }
    std::uint64_t fingerprint() const { return fingerprint_.value(); }
    std::size_t pending() const { return events_.size(); }
    Instant next_time() const { return events_.next_time(); }
    const Event& next_event() const { return events_.front(); }

    /// Fetches into the processor's caches what the site will want when it runs again (event_list.hpp).
    void fetch_next(std::size_t steps) const {
        if (steps == 3) __builtin_prefetch(&now_);
        events_.fetch_next(steps);
    }

    /// The order word of the next thing this site schedules, here or elsewhere.
    EventOrder next_order(Rank rank) {
        const EventOrder order{next_.word++ | EventOrder::of(rank, 0, 0).word};
        return tie_salt_ == 0 ? order : permuted(order, tie_salt_);
    }

    /// For tests: from now on, what is simultaneous and equal in rank happens in another order for
    /// every salt but 0 (tie_order.hpp). Results that change rest on an order that the model does not state.
    void permute_ties(std::uint64_t salt) { tie_salt_ = salt; }

    void schedule(Instant time, Rank rank, std::coroutine_handle<> journey) {
        push({time, next_order(rank), reinterpret_cast<std::uintptr_t>(journey.address())});
    }
    void schedule(Instant time, Rank rank, Trigger& trigger) { schedule(time, next_order(rank), trigger); }
    /// For what was ordered elsewhere: a message keeps its sender's order.
    void schedule(Instant time, EventOrder order, Trigger& trigger) {
        push({time, order, reinterpret_cast<std::uintptr_t>(&trigger) | 1});
    }

    /// Lets `journey` go on after what happens now, before the next event.
    void resume_soon(std::coroutine_handle<> journey) { soon_.push_back(journey); }

    /// Awaitable: the journey sleeps until `time`, which must not lie in the past.
    auto until(Instant time, Rank rank = Rank::step) { return Sleep{*this, time, rank}; }
    auto delay(Duration duration, Rank rank = Rank::step) { return Sleep{*this, now_ + duration, rank}; }

    /// What the fingerprint sees. To be said before the first event.
    void set_fingerprint_strength(FingerprintStrength strength) {
        SKRANKE_EXPECT(executed() == 0);
        strength_ = strength;
    }

    /// Executes everything that happens before `end`.
    void run_before(Instant end) {
        if (strength_ != FingerprintStrength::time) return run_watched_before(end);
        Event event;
        while (events_.pop_before(end, event)) execute(event);
    }

    /// Executes one event. There must be one.
    void step() {
        const Event event = events_.pop();
        strength_ == FingerprintStrength::time ? execute(event) : execute_watched(event);
    }

    /// Frees every sleeping journey and forgets every event. Lines and desks that journeys wait in
    /// must still be alive.
    void end_all() {
        frames_.end_journeys();
        events_.clear();
        soon_.clear();  // whom a guard wanted to wake is gone too
    }

    FramePool& frames() { return frames_; }

  private:
    struct Sleep {
        Simulator& sim;
        Instant time;
        Rank rank;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> journey) { sim.schedule(time, rank, journey); }
        void await_resume() const noexcept {}
    };

    [[gnu::always_inline]] void execute(const Event& event) {
        SKRANKE_ASSERT(event.time >= now_);  // invariant 1
        now_ = event.time;
        fingerprint_.fold(event.time.us, event.order.rank());
        if (event.what & 1) {
            trigger_of(event).fire();
        } else {
            std::coroutine_handle<>::from_address(reinterpret_cast<void*>(event.what)).resume();
        }
        for (std::size_t i = 0; i < soon_.size(); ++i) soon_[i].resume();
        soon_.clear();
    }

    [[gnu::noinline]] void run_watched_before(Instant end) {
        Event event;
        while (events_.pop_before(end, event)) execute_watched(event);
    }

    [[gnu::noinline]] void execute_watched(const Event& event) {
        fingerprint_.fold(std::uint64_t{site_});
        if (event.what & 1) {
            trigger_of(event).describe(fingerprint_);
        } else {
            fingerprint_.fold(EventKind::journey);
        }
        if (strength_ == FingerprintStrength::events) return execute(event);
        DrawWitness witness;
        const WitnessPresence presence(witness);
        execute(event);
        fingerprint_.fold(witness.told);
    }

    static Trigger& trigger_of(const Event& event) {
        return *reinterpret_cast<Trigger*>(event.what & ~std::uintptr_t{1});
    }

    [[gnu::always_inline]] void push(const Event& event) {
        SKRANKE_ASSERT(event.time >= now_);  // invariant 2
        events_.push(event);
    }

    FramePool frames_;  // first: outlives every frame
    EventList events_;
    std::vector<std::coroutine_handle<>> soon_;
    Instant now_{};
    EventOrder next_;  // of rank 0
    std::uint64_t tie_salt_ = 0;
    Fingerprint fingerprint_;
    std::uint32_t site_ = 0;
    FingerprintStrength strength_ = FingerprintStrength::time;
};

}  // namespace skranke
