// Counts the calls to the general heap of this test program: once a site is warm, the path of an
// event makes none.

#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>

#include "engine/kernel/flow.hpp"
#include "engine/kernel/window.hpp"
#include "engine/random/distribution.hpp"

namespace {

std::atomic<std::uint64_t> allocations{0};

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    void* block = std::malloc(size);
    if (block == nullptr) throw std::bad_alloc();
    return block;
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace skranke {

namespace {

/// M/M/1: one clerk, customers in a line that lives in their own frames.
struct Queue {
    Simulator sim;
    RandomStream random{StreamAddress{}};
    bool busy = false;
    std::uint64_t served = 0;

    struct Wait {
        Queue& queue;
        Wait* next = nullptr;
        std::coroutine_handle<> journey;
        bool await_ready() const {
            const bool free = !queue.busy;
            queue.busy = true;
            return free;
        }
        void await_suspend(std::coroutine_handle<> handle) {
            journey = handle;
            *queue.last = this;
            queue.last = &next;
        }
        void await_resume() const {}
    };
    Wait wait() { return {*this, nullptr, {}}; }
    Wait* first = nullptr;
    Wait** last = &first;

    void release() {
        Wait* next = first;
        busy = next != nullptr;
        if (next == nullptr) return;
        first = next->next;
        if (first == nullptr) last = &first;
        sim.resume_soon(next->journey);
    }
};

Step<Duration> service(Queue& queue) {
    const Instant start = queue.sim.now();
    co_await queue.sim.delay(minutes(exponential(queue.random, 0.9)), Rank::finish);
    co_return queue.sim.now() - start;
}

Flow customer(Queue& queue) {
    co_await queue.wait();
    co_await service(queue);
    queue.release();
    ++queue.served;
}

Flow door(Queue& queue, int customers) {
    for (int i = 0; i < customers; ++i) {
        co_await queue.sim.delay(minutes(exponential(queue.random, 1.0)), Rank::arrival);
        customer(queue);
    }
}

/// Serves 100,000 customers, the same ones each time. \return calls to the heap
std::uint64_t serve_all(Queue& queue) {
    queue.random = RandomStream({.seed = 8});
    const std::uint64_t before = allocations;
    door(queue, 100'000);
    queue.sim.run_before(kNever);
    return allocations - before;
}

/// Sends every message back, so that a handful are under way for ever.
class Echo final : public Site {
  public:
    using Site::Site;
    void receive(const Message& message) override { send(message.from, 0, minutes(1), message.get<int>()); }
};

}  // namespace

TEST_CASE("Once warm, a queue serves 100,000 customers without a call to the general heap") {
    Queue queue;
    CHECK(serve_all(queue) > 0);  // the cold run is seen
    CHECK(serve_all(queue) == 0);
    CHECK(queue.served == 200'000);
    CHECK(queue.sim.frames().alive() == 0);
}

TEST_CASE("Once warm, sites exchange 100,000 messages without a call to the general heap but for the agenda") {
    Echo here(0), there(1);
    const std::array<Site*, 2> sites{&here, &there};
    for (int i = 0; i < 10; ++i) here.send(1, 0, minutes(1 + 0.1 * i), i);
    run_windows(sites, minutes(1), Instant{} + minutes(1'000));

    const std::uint64_t before = allocations, executed = here.sim.executed() + there.sim.executed();
    run_windows(sites, minutes(1), Instant{} + minutes(11'000));
    CHECK(allocations == before + 2);  // the sites' next times and the list of those due, once a call
    CHECK(here.sim.executed() + there.sim.executed() == executed + 100'000);
}

}  // namespace skranke
