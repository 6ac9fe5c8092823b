// Two offices that write to each other: people ask at one, the expert sits at the other.
#include "engine/desk/model.hpp"
namespace skranke::two_offices {
constexpr Duration kLetter = minutes(30);  // each way

struct Expert : Site {
    Desk desk{sim, 1};
    Expert() : Site(1) {}
    void receive(const Message& letter) override { advise(letter.get<Posted<Duration>>()); }
    Flow advise(Posted<Duration> letter) {
        co_await desk.seize();
        co_await sim.delay(letter.question);
        desk.release();
        reply(*this, letter.reply_to, kLetter, sim.now());
    }
};

struct Office : Site {
    LongStream chance;
    Tally until_advice{};
    explicit Office(std::uint32_t replication) : Site(0), chance({.seed = 3, .replication = replication}) { door(); }
    void receive(const Message& letter) override { take_answer(letter); }
    Flow door() { for (;; visitor()) co_await sim.delay(minutes(exponential(chance, 5))); }
    Flow visitor() {
        const Instant came = sim.now();
        const Duration work = minutes(exponential(chance, 4));
        co_await ask<Instant>(*this, 1, PostKind::query, kLetter, work);  // sleeps until the advice is here
        until_advice.add(sim.now() - came);
    }
};
/// Mean minutes from question to advice, and how many are advised a day.
std::array<double, 2> play(std::uint32_t replication) {
    Office office(replication);
    Expert expert;
    Site* const sites[] = {&office, &expert};
    run_windows(sites, kLetter, midnight(400));
    return {office.until_advice.mean_min(), static_cast<double>(office.until_advice.count) / 400};
}
}  // namespace skranke::two_offices
