#pragma once
/// \file
/// A site is a place with a clock of its own: an office, the contact centre. Nobody else touches
/// what it owns; sites talk only by messages that take at least the lookahead.
///
/// Order    messages keep the order word of their sender, so the receiver's events are ordered the
///          same whenever the message is delivered.
/// Threads  a site is touched by one thread at a time; its outbox is emptied between rounds.

#include <array>
#include <cstdint>
#include <cstring>
#include <deque>
#include <type_traits>
#include <vector>

#include "engine/kernel/simulator.hpp"

namespace skranke {

struct Message {
    Instant time;            ///< when it arrives
    EventOrder order;        ///< sender's
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t kind = 0;  ///< what the content is; the model's own numbering
    std::array<std::uint64_t, 12> content{};

    template <class T>
    void put(const T& value) {
        static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= sizeof(content));
        std::memcpy(content.data(), &value, sizeof(T));
    }
    template <class T>
    T get() const {
        static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= sizeof(content));
        T value;
        std::memcpy(static_cast<void*>(&value), content.data(), sizeof(T));
        return value;
    }
};

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
        Message& message = outbox_.emplace_back();
        message.time = sim.now() + delay;
        message.order = sim.next_order(Rank::message);
        message.from = sim.site();
        message.to = to;
        message.kind = kind;
        message.put(content);
    }

    /// Takes in a message: it will be received at its time.
    void deliver(const Message& message) {
        Arrival* arrival = free_;
        if (arrival != nullptr) {
            free_ = arrival->next;
        } else {
            arrival = &arrivals_.emplace_back();
            arrival->site = this;
        }
        arrival->message = message;
        sim.schedule(message.time, message.order, *arrival);
    }

    std::vector<Message>& outbox() { return outbox_; }

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
    };

    std::vector<Message> outbox_;
    std::deque<Arrival> arrivals_;
    Arrival* free_ = nullptr;
};

}  // namespace skranke
