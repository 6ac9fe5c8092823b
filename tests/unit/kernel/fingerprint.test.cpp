// What a fingerprint of each strength sees that a weaker one does not.

#include "engine/kernel/fingerprint.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "engine/kernel/flow.hpp"
#include "engine/kernel/window.hpp"
#include "engine/random/random_stream.hpp"
#include "tests/support/broken_contract.hpp"

namespace skranke {

namespace {

/// A small run whose simulators see as much as it is told. \return their fingerprints together
using Run = std::function<std::uint64_t(FingerprintStrength)>;

/// The strengths that tell two runs apart, e.g. "events draws".
std::string told_apart_by(const Run& a, const Run& b) {
    std::string names;
    constexpr std::array kNames{"time ", "events ", "draws "};
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (a(kFingerprintStrengths[i]) != b(kFingerprintStrengths[i])) names += kNames[i];
    return names;
}

constexpr const char *kAll = "time events draws ", *kEvents = "events draws ", *kDraws = "draws ", *kNone = "";

constexpr StreamAddress kHome{.seed = 1, .replication = 2, .site = 3, .entity = 4, .purpose = 5};

/// One journey that sleeps until `delay` has passed and then does something.
Run journey(std::function<void()> something, Duration delay = Duration{5}) {
    struct Story {
        static Flow tell(Simulator& sim, Duration delay, const std::function<void()>& something) {
            co_await sim.delay(delay);
            something();
        }
    };
    return [=](FingerprintStrength strength) {
        Simulator sim;
        sim.set_fingerprint_strength(strength);
        Story::tell(sim, delay, something);
        sim.run_before(kNever);
        CHECK(sim.executed() == 1);
        return sim.fingerprint();
    };
}

/// A journey that takes `draws` of `Stream` at an address.
template <class Stream, auto kDraw>
Run drawing(int draws, StreamAddress address = kHome) {
    return journey([=] {
        Stream stream(address);
        for (int i = 0; i < draws; ++i) (stream.*kDraw)();
    });
}

Run idle() {
    return journey([] {});
}

/// One trigger at a site of this number.
Run trigger_at(std::uint32_t site) {
    struct Bell final : Trigger {
        void fire() override {}
    };
    return [=](FingerprintStrength strength) {
        Bell bell;
        Simulator sim(site);
        sim.set_fingerprint_strength(strength);
        sim.schedule(Instant{5}, Rank::step, bell);
        sim.run_before(kNever);
        return sim.fingerprint();
    };
}

/// Two messages of these kinds from these sites to site 0, one after the other.
Run letters(std::array<std::uint32_t, 2> kinds, std::array<std::uint32_t, 2> senders = {1, 2}) {
    struct Deaf final : Site {
        using Site::Site;
        void receive(const Message&) override {}
    };
    return [=](FingerprintStrength strength) {
        Deaf receiver(0), first(1), second(2);
        Site* const sites[] = {&receiver, &first, &second};
        for (Site* site : sites) site->sim.set_fingerprint_strength(strength);
        sites[senders[0]]->send(0, kinds[0], Duration{10}, 0);
        sites[senders[1]]->send(0, kinds[1], Duration{20}, 0);
        run_windows(sites, Duration{10}, Instant{100});
        CHECK(receiver.sim.executed() == 2);
        return receiver.sim.fingerprint();
    };
}

constexpr auto one_by_one = drawing<RandomStream, &RandomStream::uniform>;
constexpr auto long_run = drawing<LongStream, &LongStream::uniform>;
constexpr auto exponentials = drawing<ExponentialStream, &ExponentialStream::unit_exponential>;

}  // namespace

TEST_CASE("Every strength sees another time, and none tells a run from itself") {
    CHECK(told_apart_by(idle(), journey([] {}, Duration{6})) == kAll);
    CHECK(told_apart_by(idle(), idle()) == kNone);
    CHECK(told_apart_by(one_by_one(3, kHome), one_by_one(3, kHome)) == kNone);
    CHECK(told_apart_by(letters({4, 5}), letters({4, 5})) == kNone);
}

TEST_CASE("Only from events on does a fingerprint see at which site something happens, and what it is") {
    CHECK(told_apart_by(trigger_at(0), trigger_at(1)) == kEvents);
    CHECK(told_apart_by(idle(), trigger_at(0)) == kEvents);
    CHECK(told_apart_by(letters({4, 5}), letters({4, 6})) == kEvents);
    CHECK(told_apart_by(letters({4, 5}), letters({5, 4})) == kEvents);
    CHECK(told_apart_by(letters({4, 5}, {1, 2}), letters({4, 5}, {2, 1})) == kEvents);
}

TEST_CASE("Only draws see a draw more, and a draw at another address") {
    CHECK(told_apart_by(idle(), one_by_one(1, kHome)) == kDraws);
    CHECK(told_apart_by(one_by_one(2, kHome), one_by_one(3, kHome)) == kDraws);  // 2 draws a block
    CHECK(told_apart_by(one_by_one(1, kHome), one_by_one(2, kHome)) == kNone);
    for (const auto field :
         {&StreamAddress::replication, &StreamAddress::site, &StreamAddress::entity, &StreamAddress::purpose}) {
        StreamAddress other = kHome;
        ++(other.*field);
        CHECK(told_apart_by(one_by_one(1, kHome), one_by_one(1, other)) == kDraws);
    }
    for (const int bit : {0, 31, 32, 63}) {
        StreamAddress other = kHome;
        other.seed ^= std::uint64_t{1} << bit;
        CHECK(told_apart_by(one_by_one(1, kHome), one_by_one(1, other)) == kDraws);
    }
    CHECK(told_apart_by(journey([] { NumberedDraws(kHome).at(0); }), journey([] { NumberedDraws(kHome).at(2); })) ==
          kDraws);
}

TEST_CASE("Draws see a batch as the blocks that it is made of, in whatever registers") {
    CHECK(told_apart_by(long_run(1, kHome), one_by_one(kBatch, kHome)) == kNone);
    CHECK(told_apart_by(long_run(kBatch, kHome), one_by_one(kBatch, kHome)) == kNone);
    CHECK(told_apart_by(exponentials(kBatch + 1, kHome), one_by_one(2 * kBatch, kHome)) == kNone);
    CHECK(told_apart_by(long_run(kBatch, kHome), long_run(kBatch + 1, kHome)) == kDraws);
    CHECK(told_apart_by(long_run(1, kHome), one_by_one(kBatch - 2, kHome)) == kDraws);
}

TEST_CASE("Draws between events, and of a simulator that is not asked to see them, leave no trace") {
    const auto run = [](bool draw_before) {
        return [=](FingerprintStrength strength) {
            if (draw_before) RandomStream(kHome).uniform();
            const std::uint64_t fingerprint = idle()(strength);
            CHECK(present_witness == nullptr);
            return fingerprint;
        };
    };
    CHECK(told_apart_by(run(false), run(true)) == kNone);
}

TEST_CASE("A simulator inside another one's event keeps its draws to itself if it sees them") {
    const auto inner = [](FingerprintStrength strength, StreamAddress address) {
        return journey([=] { one_by_one(1, address)(strength); });
    };
    StreamAddress other = kHome;
    ++other.entity;
    using S = FingerprintStrength;
    CHECK(told_apart_by(inner(S::draws, kHome), inner(S::draws, other)) == kNone);
    CHECK(told_apart_by(inner(S::time, kHome), inner(S::time, other)) == kDraws);
}

TEST_CASE("A fingerprint's strength cannot be changed once something has happened") {
    Simulator sim;
    CHECK_FALSE(test::breaks_a_contract([&] { sim.set_fingerprint_strength(FingerprintStrength::draws); }));
    CHECK(test::breaks_a_contract([] {
        struct Bell final : Trigger {
            void fire() override {}
        } bell;
        Simulator late;
        late.schedule(Instant{5}, Rank::step, bell);
        late.run_before(kNever);
        late.set_fingerprint_strength(FingerprintStrength::draws);
    }));
}

}  // namespace skranke
