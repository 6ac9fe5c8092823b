#pragma once
/// \file
/// A site is a place with a clock of its own: an office, the contact centre. Nobody else touches
/// what it owns; sites talk only by messages that take at least the lookahead.
///
/// Order    messages keep the order word of their sender, so the receiver's events are ordered the
///          same whenever the message is delivered.
/// Threads  a site is touched by one thread at a time; its outbox is emptied when it has run to the
///          end of a window.

#include <cstdint>
#include <deque>

#include "engine/kernel/message.hpp"
#include "engine/kernel/simulator.hpp"

namespace skranke {

class Site {
  public:
    explicit Site(std::uint32_t number) : sim(number) {}
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;
    virtual ~Site() = default;

    /// A message has arrived; the clock stands at its time.
    virtual void receive(const Message& message) = 0;

    /// Sends `content` to another site, where it arrives after `delay`, at least the lookahead.
    template <class T>
    void send(std::uint32_t to, std::uint32_t kind, Duration delay, const T& content) {
        send(to, kind, sim.now() + delay, sim.next_order(Rank::message), content);
    }
    /// The same for a site whose parts count what they schedule themselves.
    template <class T>
    void send(std::uint32_t to, std::uint32_t kind, Instant time, EventOrder order, const T& content) {
        Message message;
        message.time = time;
        message.order = order;
        message.from = sim.site();
        message.to = to;
        message.kind = kind;
        message.put(content);
        outbox_.put(message);
    }

    /// Takes in a message: it will be received at its time. A site that can tell from the message
    /// what will happen may schedule that instead, and is then not asked to receive it.
    virtual void deliver(const Message& message) {
        Arrival* arrival = free_;
        if (arrival != nullptr) {
            free_ = arrival->next;
        } else {
            arrival = &arrivals_.emplace_back();
            arrival->site = this;
        }
        arrival->message.copy(message);
        sim.schedule(message.time, message.order, *arrival);
    }

    Mailbox& outbox() { return outbox_; }

    Simulator sim;

  private:
    struct Arrival final : Trigger {
        Site* site = nullptr;
        Arrival* next = nullptr;
        Message message;
        void fire() override {
            site->receive(message);
            next = site->free_;
            site->free_ = this;
        }
        void describe(Fingerprint& fingerprint) const override {
            fingerprint.fold(EventKind::message);
            fingerprint.fold((std::uint64_t{message.from} << 32) | message.kind);
        }
    };

    Mailbox outbox_;
    std::deque<Arrival> arrivals_;
    Arrival* free_ = nullptr;
};

}  // namespace skranke
