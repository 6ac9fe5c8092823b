#include "tests/theory/models/virtual_hold.hpp"

#include <bit>

#include "tests/support/markov_chain.hpp"
#include "tests/theory/models/scenario_model.hpp"

namespace skranke::test {
namespace {

constexpr std::size_t kMostOnHold = 13;

/// One agent. State: 0 = free; else a 1 and then, from the first in line to the last, a 1 for who has hung
/// up and a 0 for who holds the line.
class LineChain {
  public:
    explicit LineChain(const Line& line) : line_(line), chain_(std::size_t{2} << kMostOnHold) {
        for (std::size_t s = 0; s < (std::size_t{2} << kMostOnHold); ++s) {
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
        if (length(s) == kMostOnHold) return;
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

Model virtual_hold(const std::string& where, Channel channel, DeskKind desk) {
    const auto played = [=](const Line& line) { return scenario_of(line, channel, desk); };
    return {"virtual hold at " + where,
            Part::channels,
            "exact Markov chain of the line, 16,384 states",
            {{"agent busy"}, {"share that hangs up", 1}, {"share that misses the callback", 2}},
            {"talk 5 % longer", "accepted 25 % more often", "missed 20 % more often"},
            40,
            [] {
                const LineChain exact{Line{}};
                return std::vector<double>{exact.occupancy(), exact.left(), exact.missed()};
            },
            scenario_player({played({}), played({.talk = 3.675}), played({.accepts = 0.75}), played({.missed = 0.36})},
                            [=](const World& world, const RunRecord& record) {
                                return std::vector<Ratio>{busy_share(desk_total(world, record, desk)),
                                                          unmet_share(record, Reason::left_queue),
                                                          unmet_share(record, Reason::missed_callback)};
                            })};
}

}  // namespace

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

Model virtual_hold_at_centre() { return virtual_hold("the contact centre", Channel::phone, DeskKind::contact_centre); }
Model virtual_hold_at_office() { return virtual_hold("an office", Channel::office_phone, DeskKind::duty_phone); }

}  // namespace skranke::test
