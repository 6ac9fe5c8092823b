#include "engine/parallel/window_team.hpp"

#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <numeric>
#include <thread>

#include "engine/kernel/agenda.hpp"
#include "engine/kernel/window.hpp"

namespace skranke {

namespace {

constexpr std::size_t kCacheLine = 64;

/// A moment's rest that leaves a shared core to its other thread.
void pause() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/// Waits until `value` is no longer `old`: first in a short loop, then leaving the processor to
/// others, then asleep.
void await_change(const std::atomic<std::uint32_t>& value, std::uint32_t old) {
    constexpr int kLoops = 200, kYields = 50;
    for (int i = 0; i < kLoops + kYields; ++i) {
        if (value.load(std::memory_order_acquire) != old) return;
        i < kLoops ? pause() : std::this_thread::yield();
    }
    value.wait(old, std::memory_order_acquire);
}

/// Mail from one part to another; on lines of its own, as two threads use it.
struct alignas(kCacheLine) Post {
    Mailbox box;
};

/// Sites that one thread runs in a window.
struct alignas(kCacheLine) Part {
    explicit Part(std::vector<Site*> own) : sites(std::move(own)), agenda(sites.size()) {
        for (std::size_t i = 0; i < sites.size(); ++i) agenda.lower(i, sites[i]->sim.next_time());
        next = agenda.next();
    }
    std::vector<Site*> sites;
    Agenda agenda;
    Instant next;                         ///< earliest event of its sites and of what they have sent
    std::uint64_t executed = 0;           ///< events in the last window
    std::atomic<std::uint32_t> taken{0};  ///< the last shared window in which a thread took it
};

struct Place {
    std::uint32_t part, index;
};

class WindowTeam {
  public:
    WindowTeam(std::span<Site* const> sites, std::span<const std::uint32_t> part_of, std::size_t parts,
               Duration lookahead, Instant horizon, std::uint64_t worth_sharing)
        : lookahead_(lookahead), horizon_(horizon), worth_sharing_(worth_sharing), posts_(2 * parts * parts) {
        std::vector<std::vector<Site*>> own(parts);
        for (std::size_t i = 0; i < sites.size(); ++i) {
            places_.push_back({part_of[i], static_cast<std::uint32_t>(own[part_of[i]].size())});
            own[part_of[i]].push_back(sites[i]);
        }
        for (auto& some : own) parts_.push_back(std::make_unique<Part>(std::move(some)));
        shared_.store(0, std::memory_order_release);  // who reads it sees the whole team
    }

    /// Delivers what was sent in the last window, when everybody has stopped.
    void deliver_rest() {
        for (std::size_t from = 0; from < parts_.size(); ++from)
            for (std::size_t to = 0; to < parts_.size(); ++to)
                post(from, to, side_).drain([&](const Message& message) { part_take(*parts_[to], message); });
    }

    /// Runs everything; the caller's part in it.
    void lead() {
        go_on();
        help(0);
    }

    /// Takes parts, window after window, until all is done. \param thread  which parts it likes best
    void help(std::size_t thread) {
        std::uint32_t seen = 0;
        for (;;) {
            await_change(shared_, seen);
            seen = shared_.load(std::memory_order_acquire);
            if (seen == kDone) break;
            for (std::size_t i = 0; i < parts_.size(); ++i) {
                const std::size_t p = (thread + i) % parts_.size();
                if (!take(*parts_[p], seen)) continue;
                run(p);
                if (left_.fetch_sub(1, std::memory_order_acq_rel) == 1) go_on();
            }
        }
        gone_.fetch_add(1, std::memory_order_release);
    }

    /// How many threads have helped and will not touch the team again.
    unsigned gone() const { return gone_.load(std::memory_order_acquire); }

  private:
    static constexpr std::uint32_t kDone = 0xffffffff;
    static constexpr std::uint64_t kRecent = 8;

    /// \return true if no other thread has taken it in this window, nor is the window over
    static bool take(Part& part, std::uint32_t window) {
        std::uint32_t before = window - 1;
        return part.taken.compare_exchange_strong(before, window, std::memory_order_acq_rel);
    }

    Mailbox& post(std::size_t from, std::size_t to, unsigned side) {
        return posts_[(to * parts_.size() + from) * 2 + side].box;
    }

    /// One part's share of the window that ends at end_.
    void run(std::size_t p) {
        Part& part = *parts_[p];
        for (std::size_t from = 0; from < parts_.size(); ++from)
            post(from, p, 1 - side_).drain([&](const Message& message) { part_take(part, message); });
        part.executed = 0;
        Instant sent = kNever;
        const auto run_site = [&](std::size_t i) {
            Site& site = *part.sites[i];
            const std::uint64_t before = site.sim.executed();
            site.sim.run_before(end_);
            part.executed += site.sim.executed() - before;
            site.outbox().drain([&](const Message& message) {
                SKRANKE_EXPECT(message.time >= end_ && message.to < places_.size());
                const std::size_t to = places_[message.to].part;
                if (to == p) return part_take(part, message);
                post(p, to, side_).put(message);
                sent = std::min(sent, message.time);
            });
            return site.sim.next_time();
        };
        part.agenda.for_due(end_, run_site,
                            [&](std::size_t i, std::size_t steps) { part.sites[i]->sim.fetch_next(steps); });
        part.next = std::min(part.agenda.next(), sent);
    }

    void part_take(Part& part, const Message& message) {
        const std::uint32_t index = places_[message.to].index;
        part.sites[index]->deliver(message);
        part.agenda.lower(index, message.time);
    }

    /// Between windows, by one thread alone: opens the next window that is worth sharing, and runs
    /// those before it itself.
    void go_on() {
        while (open_next()) {
            if (recently_ / kRecent >= worth_sharing_) {
                left_.store(static_cast<std::uint32_t>(parts_.size()), std::memory_order_relaxed);
                return announce(shared_.load(std::memory_order_relaxed) + 1);
            }
            for (std::size_t p = 0; p < parts_.size(); ++p) run(p);
        }
        announce(kDone);
    }

    void announce(std::uint32_t window) {
        shared_.store(window, std::memory_order_release);
        shared_.notify_all();
    }

    /// \return false if nothing is left to do before the horizon
    bool open_next() {
        Instant start = kNever;
        std::uint64_t executed = 0;
        for (const auto& part : parts_) {
            start = std::min(start, part->next);
            executed += part->executed;
        }
        recently_ += executed - recently_ / kRecent;
        if (start >= horizon_) return false;
        end_ = std::min(start + lookahead_, horizon_);
        side_ = 1 - side_;
        return true;
    }

    const Duration lookahead_;
    const Instant horizon_;
    const std::uint64_t worth_sharing_;
    std::vector<Place> places_;  // by site
    std::vector<std::unique_ptr<Part>> parts_;
    std::vector<Post> posts_;  // by receiver, sender and side
    Instant end_{};
    unsigned side_ = 0;           // of the mailboxes that are filled in this window
    std::uint64_t recently_ = 0;  // kRecent times the events of a window, a moving average
    alignas(kCacheLine) std::atomic<std::uint32_t> shared_{0};  // number of the last shared window
    alignas(kCacheLine) std::atomic<std::uint32_t> left_{0};    // parts of it that are not done
    std::atomic<unsigned> gone_{0};
};

}  // namespace

std::vector<std::uint32_t> deal_out(std::span<const double> weights, std::uint32_t parts) {
    std::vector<std::uint32_t> by_weight(weights.size());
    std::iota(by_weight.begin(), by_weight.end(), 0u);
    std::stable_sort(by_weight.begin(), by_weight.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return weights[a] > weights[b]; });
    std::vector<double> load(parts, 0.0);
    std::vector<std::uint32_t> part_of(weights.size());
    for (const std::uint32_t site : by_weight) {
        const auto least = std::min_element(load.begin(), load.end());
        *least += weights[site];
        part_of[site] = static_cast<std::uint32_t>(least - load.begin());
    }
    return part_of;
}

void run_windows_together(std::span<Site* const> sites, Duration lookahead, Instant horizon, const TeamPlan& plan) {
    SKRANKE_EXPECT(lookahead.us > 0 && (plan.weights.empty() || plan.weights.size() == sites.size()));
    const std::size_t wanted = plan.parts > 0 ? plan.parts : plan.threads > 1 ? 4 * std::size_t{plan.threads} : 1;
    const std::size_t parts = std::min(wanted, sites.size());
    if (parts <= 1) return run_windows(sites, lookahead, horizon);
    deliver_early(sites);
    std::vector<double> weights(plan.weights.begin(), plan.weights.end());
    weights.resize(sites.size(), 1.0);
    const auto part_of = deal_out(weights, static_cast<std::uint32_t>(parts));
    WindowTeam team(sites, part_of, parts, lookahead, horizon, plan.worth_sharing);
    // Alone with its own: a leader who waits for helpers must not begin another replication.
    tbb::this_task_arena::isolate([&] {
        tbb::task_group helpers;
        for (unsigned thread = 1; thread < plan.threads; ++thread) helpers.run([&team, thread] { team.help(thread); });
        team.lead();
        helpers.wait();
    });
    SKRANKE_ENSURE(team.gone() == std::max(1u, plan.threads));
    team.deliver_rest();
}

}  // namespace skranke
