#include "engine/kernel/window.hpp"

#include <algorithm>

#include "engine/kernel/agenda.hpp"

namespace skranke {

namespace {

/// Delivers what `sender` has sent. \param note  called with each message
template <class Note>
void hand_over(Site& sender, std::span<Site* const> sites, Instant not_before, Note note) {
    sender.outbox().drain([&](const Message& message) {
        SKRANKE_EXPECT(message.time >= not_before && message.to < sites.size());
        sites[message.to]->deliver(message);
        note(message);
    });
}

constexpr auto kUnnoted = [](const Message&) {};

}  // namespace

void deliver_early(std::span<Site* const> sites) {
    for (Site* sender : sites) hand_over(*sender, sites, Instant{}, kUnnoted);
}

void run_windows(std::span<Site* const> sites, Duration lookahead, Instant horizon) {
    SKRANKE_EXPECT(lookahead.us > 0);
    deliver_early(sites);
    Agenda agenda(sites.size());
    for (std::size_t i = 0; i < sites.size(); ++i) agenda.lower(i, sites[i]->sim.next_time());
    while (agenda.next() < horizon) {
        const Instant end = std::min(agenda.next() + lookahead, horizon);
        const auto run = [&](std::size_t i) {
            sites[i]->sim.run_before(end);
            // Nothing that was sent arrives before `end`, so a receiver that has yet to run this
            // window does not meet it too early.
            hand_over(*sites[i], sites, end, [&](const Message& message) { agenda.lower(message.to, message.time); });
            return sites[i]->sim.next_time();
        };
        agenda.for_due(end, run, [&](std::size_t i, std::size_t steps) { sites[i]->sim.fetch_next(steps); });
    }
}

void run_serially(std::span<Site* const> sites, Duration, Instant horizon) {
    deliver_early(sites);
    for (;;) {
        Site* next = nullptr;
        for (Site* site : sites) {
            if (site->sim.next_time() >= horizon) continue;
            if (next == nullptr || happens_before(site->sim.next_event(), next->sim.next_event())) next = site;
        }
        if (next == nullptr) return;
        next->sim.step();
        hand_over(*next, sites, next->sim.now(), kUnnoted);
    }
}

}  // namespace skranke
