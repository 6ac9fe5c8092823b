#pragma once
/// \file
/// A random model of sites that chat: what each says depends on everything it has heard, in the
/// order it was heard, so a run that orders anything differently ends differently. Times lie on a
/// coarse grid, so that ties abound.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/kernel/flow.hpp"
#include "engine/kernel/site.hpp"
#include "engine/random/random_stream.hpp"

namespace skranke::test {

/// What a random model looks like.
struct ChatModel {
    std::uint64_t seed = 0;
    std::uint32_t sites = 2;
    std::int64_t grid_us = 1;
    std::int64_t lookahead_us = 4;
    std::int64_t horizon_us = 4000;
};

class Chatterbox final : public Site {
  public:
    Chatterbox(const ChatModel& model, std::uint32_t number) : Site(number), model_(model) {
        if (number % 2 == 0) send_somewhere();  // some messages are on their way before the run
        for (int i = 0; i < 2; ++i) chat(*this);
    }
    ~Chatterbox() override { sim.end_all(); }

    void receive(const Message& message) override {
        memory = combine(memory, message.get<std::uint64_t>() ^ message.from ^ message.kind);
        memory = combine(memory, static_cast<std::uint64_t>(sim.now().us));
        ++received;
        if (pick(3) == 0) echo(*this);
    }

    std::uint64_t memory = 1;
    std::uint64_t received = 0;

  private:
    static Flow chat(Chatterbox& self) {
        for (;;) {
            co_await self.sim.delay(Duration{self.model_.grid_us * self.pick(12)}, self.some_rank());
            self.memory = combine(self.memory, 7);
            self.send_somewhere();
        }
    }
    static Flow echo(Chatterbox& self) {
        co_await self.sim.delay(Duration{self.model_.grid_us * self.pick(3)}, self.some_rank());
        self.memory = combine(self.memory, 11);
    }
    void send_somewhere() {
        const auto to = static_cast<std::uint32_t>(pick(model_.sites));
        const Duration extra{model_.grid_us * pick(4)};
        send(to, static_cast<std::uint32_t>(pick(3)), Duration{model_.lookahead_us} + extra, memory);
    }
    Rank some_rank() { return static_cast<Rank>(pick(6)); }
    /// Whole number in [0, n), from the site's stream and from what it remembers.
    std::int64_t pick(std::int64_t n) {
        const StreamAddress address{model_.seed, 0, sim.site(), static_cast<std::uint32_t>(memory), draws_++};
        return static_cast<std::int64_t>(RandomStream(address).uniform() * static_cast<double>(n));
    }

    const ChatModel& model_;
    std::uint32_t draws_ = 0;
};

/// What remains of a run.
struct ChatResult {
    std::uint64_t fingerprint = 0, memory = 0, events = 0, received = 0;
    bool operator==(const ChatResult&) const = default;
};

/// \param take_turns  runs the sites: run_windows or what is to be like it
/// \param strength    of the fingerprint
template <class TakeTurns>
ChatResult chat_all(const ChatModel& model, TakeTurns take_turns,
                    FingerprintStrength strength = FingerprintStrength::time) {
    std::vector<std::unique_ptr<Chatterbox>> owners;
    std::vector<Site*> sites;
    for (std::uint32_t i = 0; i < model.sites; ++i) {
        owners.push_back(std::make_unique<Chatterbox>(model, i));
        sites.push_back(owners.back().get());
        sites.back()->sim.set_fingerprint_strength(strength);
    }
    take_turns(std::span<Site* const>(sites), Duration{model.lookahead_us}, Instant{model.horizon_us});
    ChatResult result;
    for (const auto& site : owners) {
        result.fingerprint = combine(result.fingerprint, site->sim.fingerprint());
        result.memory = combine(result.memory, site->memory);
        result.events += site->sim.executed();
        result.received += site->received;
    }
    return result;
}

}  // namespace skranke::test
