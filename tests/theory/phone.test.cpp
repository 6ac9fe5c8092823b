// The phone against theory: virtual hold against an exact chain of the line, the transfer against Burke's
// tandem, repeated callbacks against their absorbing chain.

#include <array>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/markov_chain.hpp"
#include "tests/support/z_value.hpp"
#include "tests/theory/tiny_world.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kBand = 5.0;
double occupancy(const World& world, const RunRecord& record, DeskKind kind) {
    const DeskWeek week = desk_total(world, record, kind);
    return static_cast<double>(week.busy_us) / static_cast<double>(week.staffed_us);
}

double mean_wait_min(const World& world, const RunRecord& record, DeskKind kind) {
    const DeskWeek week = desk_total(world, record, kind);
    return static_cast<double>(week.wait_us) / static_cast<double>(week.started) / 60e6;
}

// ---------------------------------------------------------------- virtual hold

struct Line {
    double between_calls = 5, talk = 3.5, patience = 7;
    double offer_after = 5;  // one person in line is below it, two are above
    double accepts = 0.6, missed = 0.3;
};

constexpr std::size_t kMostInLine = 13;

/// One agent. State: 0 = free; else a 1 and then, from the first in line to the last, a 1 for who has hung
/// up and a 0 for who holds the line.
class LineChain {
  public:
    explicit LineChain(const Line& line) : line_(line), chain_(std::size_t{2} << kMostInLine) {
        for (std::size_t s = 0; s < (std::size_t{2} << kMostInLine); ++s) {
            arrive(s);
            if (s == 0) continue;
            finish(s);
            for (std::size_t k = 0; k < length(s); ++k)
                if (!is_away(s, k)) chain_.add(s, without(s, k), 1 / line.patience);
        }
        p_ = chain_.stationary(1e-12);
    }

    double occupancy() const { return 1 - p_[0]; }
    /// Shares of all callers.
    double left() const {
        const auto holding = [](std::size_t s) {
            double count = 0;
            for (std::size_t k = 0; k < length(s); ++k) count += is_away(s, k) ? 0 : 1;
            return count;
        };
        return expectation(p_, holding) / line_.patience * line_.between_calls;
    }
    double missed() const {
        const auto misses = [&](std::size_t s) {
            double count = 0, chance = line_.missed;
            for (std::size_t k = 0; k < length(s) && is_away(s, k); ++k, chance *= line_.missed) count += chance;
            return count;
        };
        return expectation(p_, misses) / line_.talk * line_.between_calls;
    }

  private:
    static std::size_t length(std::size_t s) { return s == 0 ? 0 : static_cast<std::size_t>(std::bit_width(s)) - 1; }
    static bool is_away(std::size_t s, std::size_t k) { return (s >> (length(s) - 1 - k) & 1) != 0; }
    static std::size_t without(std::size_t s, std::size_t k) {
        const std::size_t behind = length(s) - 1 - k;
        return (s >> (behind + 1)) << behind | (s & ((std::size_t{1} << behind) - 1));
    }

    void arrive(std::size_t s) {
        const double rate = 1 / line_.between_calls;
        if (s == 0) return chain_.add(s, 1, rate);
        if (length(s) == kMostInLine) return;
        const double away = static_cast<double>(length(s)) * line_.talk > line_.offer_after ? line_.accepts : 0;
        chain_.add(s, s << 1 | 1, rate * away);
        chain_.add(s, s << 1, rate * (1 - away));
    }

    /// The talk is over: those called back in vain go in the same instant, until somebody answers.
    void finish(std::size_t from) {
        double rate = 1 / line_.talk;
        std::size_t s = from;
        for (; length(s) > 0 && is_away(s, 0); s = without(s, 0), rate *= line_.missed)
            chain_.add(from, without(s, 0), rate * (1 - line_.missed));
        chain_.add(from, length(s) == 0 ? 0 : without(s, 0), rate);
    }

    Line line_;
    MarkovChain chain_;
    std::vector<double> p_;
};

Scenario scenario_of(const Line& line, Channel channel, DeskKind desk) {
    Scenario s = tiny_world(channel, line.between_calls, 8);
    desk_of(s, desk).positions = Timeline{1};
    rules_of(s, channel).talk_min = Timeline{line.talk};
    rules_of(s, channel).patience_min = line.patience;
    s.phone_loop.offer_callback_after_min = Timeline{line.offer_after};
    s.phone_loop.accepts_callback = line.accepts;
    s.phone_loop.missed = line.missed;
    s.phone_loop.missed_call_min = 0;
    return s;
}

struct Measured {
    Replicates occupancy, left, missed;
};

Measured simulate(const Line& line, Channel channel, DeskKind desk) {
    const Scenario s = scenario_of(line, channel, desk);
    const World world(s);
    Measured measured;
    for (std::uint32_t r = 0; r < kReplications; ++r) {
        const RunRecord record = run_replication(world, r);
        measured.occupancy.add(occupancy(world, record, desk));
        measured.left.add(share_unmet(record, Reason::left_queue));
        measured.missed.add(share_unmet(record, Reason::missed_callback));
    }
    return measured;
}

// ---------------------------------------------------------------- transfer and callbacks

/// Every call needs the office and is put through to it.
Scenario tandem(double between_calls, double agent_talk, double office_talk, Transfer kind) {
    Scenario s = tiny_world(Channel::phone, between_calls, 10);
    desk_of(s, DeskKind::contact_centre).positions = Timeline{1};
    desk_of(s, DeskKind::duty_phone).positions = Timeline{1};
    rules_of(s, Channel::phone).talk_min = Timeline{agent_talk};
    s.phone_loop.query_share = s.phone_loop.transfer = 1;
    s.phone_loop.query_talk_min = office_talk;
    s.phone_loop.transfer_kind = kind;
    return s;
}

/// Messages are taken before noon and answered after it, by as many clerks as it takes.
Scenario afternoons_of_callbacks(double missed, int attempts) {
    Scenario s = tiny_world(Channel::phone, 10, 8);
    s.warm_up_weeks = 0;
    rules_of(s, Channel::phone).hours.periods[0].week.fill(DailyHours{0, 660});
    rules_of(s, Channel::phone).talk_min = Timeline{0.5};
    desk_of(s, DeskKind::contact_centre).positions = Timeline{50};
    desk_of(s, DeskKind::duty_phone).positions = Timeline{200};
    desk_of(s, DeskKind::duty_phone).hours.periods[0].week.fill(DailyHours{720, 1440});
    s.phone_loop.query_share = 1;
    s.phone_loop.callback_delay_hours = s.phone_loop.callback_again_hours = 0.2;
    s.phone_loop.missed = missed;
    s.phone_loop.callback_attempts = attempts;
    return s;
}

double calls_per_message(const World& world, const RunRecord& record) {
    const ChannelCell& phone = record.channels[index_of(Channel::phone)];
    return static_cast<double>(desk_total(world, record, DeskKind::duty_phone).started) /
           static_cast<double>(phone.reached + phone.missed);
}

double share_missed(const World&, const RunRecord& record) {
    const ChannelCell& phone = record.channels[index_of(Channel::phone)];
    return static_cast<double>(phone.missed) / static_cast<double>(phone.reached + phone.missed);
}

RunRecord play_at_centre(const Line& line, std::uint32_t replication) {
    const Scenario scenario = scenario_of(line, Channel::phone, DeskKind::contact_centre);
    return run_replication(World(scenario), replication);
}

}  // namespace

TEST_CASE("Virtual hold loses and misses as many as the exact chain of the line says", "[theory]") {
    const LineChain exact{Line{}};
    const auto [channel, desk] = GENERATE(table<Channel, DeskKind>(
        {{Channel::phone, DeskKind::contact_centre}, {Channel::office_phone, DeskKind::duty_phone}}));
    const Measured right = simulate(Line{}, channel, desk);
    CHECK(std::abs(right.occupancy.z(exact.occupancy())) < kBand);
    CHECK(std::abs(right.left.z(exact.left())) < kBand);
    CHECK(std::abs(right.missed.z(exact.missed())) < kBand);

    SECTION("and ten percent off in acceptance, missed calls or talk is noticed") {
        CHECK(std::abs(simulate(Line{.accepts = 0.66}, channel, desk).missed.z(exact.missed())) > kBand);
        CHECK(std::abs(simulate(Line{.missed = 0.33}, channel, desk).missed.z(exact.missed())) > kBand);
        CHECK(std::abs(simulate(Line{.talk = 3.85}, channel, desk).occupancy.z(exact.occupancy())) > kBand);
    }
}

TEST_CASE("If all accept to be called back and none misses it, the line is that of people who never hang up", "[theory]") {
    const auto play = [](const Line& line) { return play_at_centre(line, 3); };
    const auto work = [](const RunRecord& record) {
        DeskWeek total;
        for (const DeskWeek& week : record.desks) total += week;
        return std::array{total.started, static_cast<std::uint64_t>(total.wait_us), static_cast<std::uint64_t>(total.busy_us)};
    };
    const RunRecord plain = play({.patience = 0, .offer_after = 0});
    const RunRecord held = play({.patience = 0, .offer_after = 0.01, .accepts = 1, .missed = 0});
    CHECK(held.fingerprint == plain.fingerprint);
    CHECK(work(held) == work(plain));
    CHECK(work(play({.patience = 0, .offer_after = 0.01, .accepts = 1, .missed = 0.1})) != work(plain));
}

TEST_CASE("Nobody is offered a callback while the expected wait is below the threshold", "[theory]") {
    Line line{.offer_after = 1440, .accepts = 1, .missed = 1};
    const RunRecord never = play_at_centre(line, 0);
    line.accepts = 0;
    CHECK(never.fingerprint == play_at_centre(line, 0).fingerprint);
    line = {.offer_after = 3.4, .accepts = 1, .missed = 1};  // from one person in line on
    CHECK(share_unmet(play_at_centre(line, 0), Reason::missed_callback) > 0.1);
}

TEST_CASE("Calls put through wait at the office as Burke says: M/M/1 behind M/M/1", "[theory]") {
    const auto wait_of = [](double office_talk) {
        return replicate(tandem(6, 4, office_talk, Transfer::hand_over), [](const World& world, const RunRecord& record) {
            return mean_wait_min(world, record, DeskKind::duty_phone);
        });
    };
    const double theory = 4.5 / 6 / (1 / 4.5 - 1 / 6.0);
    CHECK(std::abs(wait_of(4.5).z(theory)) < kBand);
    CHECK(std::abs(wait_of(4.95).z(theory)) > kBand);
}

TEST_CASE("In a conference the agent serves as long as both talks take: M/G/1 by Pollaczek and Khinchine", "[theory]") {
    const auto wait_of = [](double office_talk) {
        return replicate(tandem(6, 2, office_talk, Transfer::conference), [](const World& world, const RunRecord& record) {
            return mean_wait_min(world, record, DeskKind::contact_centre);
        });
    };
    const double mean = 2 + 2.2 + 2 * 0.1, variance = 2 * 2 + 2.2 * 2.2;  // the line takes 0.1 minutes each way
    const double theory = (variance + mean * mean) / 6 / 2 / (1 - mean / 6);
    CHECK(std::abs(wait_of(2.2).z(theory)) < kBand);
    CHECK(std::abs(wait_of(2.42).z(theory)) > kBand);
}

TEST_CASE("Calls back are repeated and missed as their absorbing chain says", "[theory]") {
    const double m = 0.6;
    const Scenario three = afternoons_of_callbacks(m, 3);
    CHECK(std::abs(replicate(three, share_missed).z(m * m * m)) < kBand);
    CHECK(std::abs(replicate(three, calls_per_message).z(1 + m + m * m)) < kBand);
    CHECK(std::abs(replicate(afternoons_of_callbacks(0.66, 3), share_missed).z(m * m * m)) > kBand);
    CHECK(std::abs(replicate(afternoons_of_callbacks(0.66, 3), calls_per_message).z(1 + m + m * m)) > kBand);
    CHECK(std::abs(replicate(afternoons_of_callbacks(m, 1), calls_per_message).mean() - 1) < 0.01);
}
