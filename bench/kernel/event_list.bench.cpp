// The event list held at a size: the next event is taken out and one put in its place, later. Beside
// it the alternatives of decision 0001, to be looked at together.

#include "engine/kernel/event_list.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <queue>
#include <vector>

#include "bench/kernel/minimal_draws.hpp"
#include "bench/support/answers.hpp"

namespace skranke::bench {

namespace {

/// Exponential waits, mean a day as in an office, made beforehand so that the clock sees only the list.
class Waits {
  public:
    Waits() {
        MinimalDraws draws(5);
        for (Duration& wait : waits_) wait = hours(24 * draws.exponential());
    }
    Duration next() { return waits_[at_++ % kMade]; }

  private:
    static constexpr std::size_t kMade = 1 << 14;
    std::vector<Duration> waits_ = std::vector<Duration>(kMade);
    std::size_t at_ = 0;
};

/// A binary heap from the standard library.
class BinaryHeap {
  public:
    void push(const Event& event) { heap_.push(event); }
    Event pop() {
        const Event first = heap_.top();
        heap_.pop();
        return first;
    }

  private:
    struct Later {
        bool operator()(const Event& a, const Event& b) const { return happens_before(b, a); }
    };
    std::priority_queue<Event, std::vector<Event>, Later> heap_;
};

/// The wheel however few events are pending.
class OnlyWheel {
  public:
    void push(const Event& event) { wheel_.push(event); }
    Event pop() {
        Event event;
        wheel_.pop_before(kNever, event);
        if (wheel_.ran_out()) wheel_.turn();
        return event;
    }

  private:
    EventWheel wheel_;
};

/// A list of `size` events, and the ticket of the next one.
template <class List>
std::uint64_t fill(List& list, Waits& waits, std::size_t size) {
    std::uint64_t ticket = 0;
    for (; ticket < size; ++ticket)
        list.push({Instant{} + waits.next(), EventOrder::of(Rank::step, 0, ticket), ticket});
    return ticket;
}

template <class List>
void pop_and_push(benchmark::State& state) {
    List list;
    Waits waits;
    std::uint64_t ticket = fill(list, waits, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const Event event = list.pop();
        list.push({event.time + waits.next(), EventOrder::of(Rank::step, 0, ticket), event.what});
        ++ticket;
    }
    state.SetItemsProcessed(state.iterations());
}

void at_sizes(benchmark::internal::Benchmark* list) { list->Arg(2)->Arg(10)->Arg(50)->Arg(1000)->Arg(100'000); }

BENCHMARK_TEMPLATE(pop_and_push, EventList)->Name("event list")->Apply(at_sizes);
BENCHMARK_TEMPLATE(pop_and_push, OnlyWheel)->Name("only the wheel")->Apply(at_sizes);
BENCHMARK_TEMPLATE(pop_and_push, EventHeap)->Name("4-ary heap")->Apply(at_sizes);
BENCHMARK_TEMPLATE(pop_and_push, BinaryHeap)->Name("binary heap")->Apply(at_sizes);

void check(Answers& answers) {
    EventList list;
    Waits waits;
    std::vector<Event> sorted;
    for (std::uint64_t ticket = 0; ticket < 1000; ++ticket) {
        const Rank rank = ticket % 3 == 0 ? Rank::finish : Rank::arrival;
        const Event event{Instant{} + waits.next(), EventOrder::of(rank, 0, ticket), ticket};
        sorted.push_back(event);
        sorted.push_back({event.time, EventOrder::of(rank, 1, ticket), ticket});  // a tie
    }
    for (const Event& event : sorted) list.push(event);
    std::sort(sorted.begin(), sorted.end(), happens_before);
    answers.hold("events come out sorted", std::all_of(sorted.begin(), sorted.end(), [&](const Event& event) {
                     const Event next = list.pop();
                     return next.time == event.time && next.order == event.order && next.what == event.what;
                 }));
    answers.hold("the list is empty in the end", list.empty());
}

}  // namespace

}  // namespace skranke::bench

int main(int argc, char** argv) { return skranke::bench::bench_main(argc, argv, skranke::bench::check); }
