#include "engine/kernel/flow.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

namespace skranke {

namespace {

/// A guard that says when it is gone.
class Witness {
  public:
    Witness(std::string& log, char letter) : log_(log), letter_(letter) {}
    Witness(const Witness&) = delete;
    Witness& operator=(const Witness&) = delete;
    ~Witness() { log_ += letter_; }

  private:
    std::string& log_;
    char letter_;
};

struct House {
    Simulator sim;
    std::string log;
};

Flow short_visit(House& house) {
    const Witness guard(house.log, 'v');
    co_await house.sim.delay(minutes(10));
    house.log += '.';
}

Step<int> sum_to(House& house, int n) {
    if (n == 0) co_return 0;
    if (n % 3 == 0) co_await house.sim.delay(minutes(1));
    co_return n + co_await sum_to(house, n - 1);
}

Flow add_up(House& house, int n, int& result) { result = co_await sum_to(house, n); }

Step<std::unique_ptr<std::string>> fetch(House& house) {
    co_await house.sim.delay(minutes(1));
    co_return std::make_unique<std::string>("a parcel");
}

Flow receive(House& house) {
    const auto parcel = co_await fetch(house);
    house.log += *parcel;
}

Step<int> inner(House& house) {
    const Witness guard(house.log, 'i');
    co_await house.sim.delay(days(1000));
    co_return 1;
}

Step<int> middle(House& house) {
    const Witness guard(house.log, 'm');
    co_return co_await inner(house) + 1;
}

Flow outer(House& house) {
    const Witness guard(house.log, 'o');
    co_await middle(house);
}

}  // namespace

TEST_CASE("A flow starts at once and is gone, frame and all, when it ends") {
    House house;
    short_visit(house);
    CHECK(house.sim.frames().alive() == 1);
    CHECK(house.log.empty());
    house.sim.run_before(kNever);
    CHECK(house.log == ".v");
    CHECK(house.sim.frames().alive() == 0);
    CHECK(house.sim.now() == Instant{} + minutes(10));
}

TEST_CASE("A step hands its result to the story it is part of, at any depth") {
    House house;
    int result = -1;
    add_up(house, 100, result);
    house.sim.run_before(kNever);
    CHECK(result == 5050);
    CHECK(house.sim.now() == Instant{} + minutes(33));
    CHECK(house.sim.frames().alive() == 0);
}

TEST_CASE("A step's result may be something that can only be moved") {
    House house;
    receive(house);
    house.sim.run_before(kNever);
    CHECK(house.log == "a parcel");
}

TEST_CASE("A journey asleep in a step of a step is freed from the inside out") {
    House house;
    outer(house);
    CHECK(house.sim.frames().alive() == 3);
    house.sim.end_all();
    CHECK(house.log == "imo");
    CHECK(house.sim.frames().alive() == 0);
    CHECK(house.sim.pending() == 0);
}

TEST_CASE("A simulator that goes out of scope frees all who sleep, once") {
    std::string log;
    {
        Simulator sim;
        struct Guest {
            static Flow stay(Simulator& host, std::string& notes, Duration duration) {
                const Witness guard(notes, 'g');
                co_await host.delay(duration);
                co_await host.delay(duration);
            }
        };
        for (int i = 1; i <= 5; ++i) Guest::stay(sim, log, minutes(i));
        sim.run_before(Instant{} + minutes(5));  // 1 and 2 have left, 3 and 4 sleep again
        CHECK(log == "gg");
    }
    CHECK(log == "ggggg");
}

TEST_CASE("A guard that wakes another journey while all are freed wakes nobody") {
    // A clerk who is handed back in a destructor would be given to the next in line.
    struct Room {
        Simulator sim;
        std::string log;
        std::coroutine_handle<> next_in_line;
        auto wait() {
            struct Awaitable {
                Room& room;
                bool await_ready() const { return false; }
                void await_suspend(std::coroutine_handle<> handle) { room.next_in_line = handle; }
                void await_resume() const {}
            };
            return Awaitable{*this};
        }
        static Flow line(Room& self) {
            co_await self.wait();
            self.log += "served ";
        }
        static Flow served(Room& self) {
            struct Release {
                Room& room;
                ~Release() { room.sim.resume_soon(room.next_in_line); }
            } const release{self};
            co_await self.sim.delay(days(1000));
        }
        static Flow later(Room& self) {
            co_await self.sim.delay(minutes(1));
            self.log += "later ";
        }
    } room;
    Room::line(room);
    Room::served(room);
    room.sim.end_all();
    CHECK(room.sim.frames().alive() == 0);
    Room::later(room);  // the site goes on with new journeys
    room.sim.run_before(kNever);
    CHECK(room.log == "later ");
}

}  // namespace skranke
