#include "engine/kernel/simulator.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "engine/kernel/flow.hpp"

namespace skranke {

namespace {

/// Writes its letter into a log when it fires.
class Letter final : public Trigger {
  public:
    Letter(std::string& log, char letter) : log_(log), letter_(letter) {}
    void fire() override { log_ += letter_; }

  private:
    std::string& log_;
    char letter_;
};

Flow sleeper(Simulator& sim, Duration delay, Rank rank, std::string& log, char letter) {
    co_await sim.delay(delay, rank);
    log += letter;
}

}  // namespace

TEST_CASE("In one instant ranks decide, whatever was scheduled first") {
    struct Due {
        Rank rank;
        char letter;
    };
    std::vector<Due> dues{{Rank::calendar, 'a'}, {Rank::message, 'b'}, {Rank::finish, 'c'},
                          {Rank::step, 'd'},     {Rank::leave, 'e'},   {Rank::arrival, 'f'}};
    std::mt19937 random(5);
    for (int i = 0; i < 100; ++i) {
        std::shuffle(dues.begin(), dues.end(), random);
        std::string log;
        Simulator sim;
        for (const Due& due : dues) sleeper(sim, minutes(5), due.rank, log, due.letter);
        sim.run_before(kNever);
        REQUIRE(log == "abcdef");
    }
}

TEST_CASE("Within a rank, what was scheduled first happens first, journeys and triggers alike") {
    std::string log;
    Simulator sim;
    Letter b(log, 'b');
    sleeper(sim, minutes(5), Rank::step, log, 'a');
    sim.schedule(Instant{} + minutes(5), Rank::step, b);
    sleeper(sim, minutes(5), Rank::step, log, 'c');
    sim.run_before(kNever);
    CHECK(log == "abc");
    CHECK(sim.executed() == 3);
}

TEST_CASE("A run stops before its end, and goes on from there") {
    std::string log;
    Simulator sim;
    sleeper(sim, minutes(5), Rank::step, log, 'a');
    sleeper(sim, minutes(6), Rank::step, log, 'b');
    sim.run_before(Instant{} + minutes(6));
    CHECK(log == "a");
    CHECK(sim.now() == Instant{} + minutes(5));
    CHECK(sim.pending() == 1);
    sim.run_before(Instant{} + minutes(6) + Duration{1});
    CHECK(log == "ab");
}

TEST_CASE("Who goes on soon does so inside the same event, in the order of the calls") {
    struct Waker {
        Simulator sim;
        std::string log;
        std::vector<std::coroutine_handle<>> asleep;
        auto sleep() {
            struct Awaitable {
                Waker& waker;
                bool await_ready() const { return false; }
                void await_suspend(std::coroutine_handle<> handle) { waker.asleep.push_back(handle); }
                void await_resume() const {}
            };
            return Awaitable{*this};
        }
        static Flow wait(Waker& self, char letter) {
            co_await self.sleep();
            self.log += letter;
            if (letter == 'a') self.wake_all();  // while others are being resumed
        }
        static Flow wake(Waker& self) {
            co_await self.sim.delay(minutes(1));
            self.wake_all();
            self.log += '!';  // still in the present event
        }
        void wake_all() {
            for (const auto handle : std::exchange(asleep, {})) sim.resume_soon(handle);
        }
    } waker;
    Waker::wait(waker, 'a');
    Waker::wait(waker, 'b');
    Waker::wake(waker);
    sleeper(waker.sim, minutes(1), Rank::step, waker.log, 'z');  // the next event of the instant
    waker.sim.run_before(kNever);
    CHECK(waker.log == "!abz");
}

TEST_CASE("A fingerprint notices another time, another rank and another order") {
    const auto fingerprint = [](Duration first, Duration second, Rank rank) {
        std::string log;
        Simulator sim;
        sleeper(sim, first, Rank::step, log, 'a');
        sleeper(sim, second, rank, log, 'b');
        sim.run_before(kNever);
        return sim.fingerprint();
    };
    const std::uint64_t base = fingerprint(minutes(1), minutes(2), Rank::step);
    CHECK(base == fingerprint(minutes(2), minutes(1), Rank::step));  // the same trajectory
    CHECK(base != fingerprint(minutes(1), minutes(2) + Duration{1}, Rank::step));
    CHECK(base != fingerprint(minutes(1), minutes(2), Rank::leave));
    CHECK(base != fingerprint(minutes(2), minutes(2), Rank::step));

    CHECK(combine(combine(0, 1), 2) != combine(combine(0, 2), 1));
    CHECK(combine(0, 0) != combine(combine(0, 0), 0));

    Fingerprint nothing, midnight;
    midnight.fold(0, static_cast<std::uint64_t>(Rank::calendar));
    CHECK(nothing.value() != midnight.value());
}

}  // namespace skranke
