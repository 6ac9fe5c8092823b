// W6 as the least program with an event list: one heap of 16-byte events, one line of callers, two of
// cases, doubles for times. No journeys, no addresses, none of the engine's classes.

#include "bench/office/minimal_w6.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <limits>
#include <vector>

#include "bench/kernel/minimal_draws.hpp"

namespace skranke::bench {

namespace {

constexpr double kDay = 1440, kOpens = 480, kCloses = 960, kHorizon = 26 * 7 * kDay;
constexpr double kNone = std::numeric_limits<double>::infinity();
constexpr std::array<double, 8> kCallsAnHour{30, 50, 55, 45, 35, 40, 35, 20};
constexpr std::uint32_t kAgents = 6, kCaseworkers = 12, kMostAttempts = 3;

enum Kind : std::uint32_t { first_call, retry, patience_ends, call_ends, case_ends, closing };

struct Event {
    double time;
    Kind kind;
    std::uint32_t about;  // attempt, place in the line or caseworker
};

/// Pending events in a 4-ary heap. Behind the last there are always four that never happen, so that the
/// least of four children is found without a branch.
class EventHeap {
  public:
    void push(double time, Kind kind, std::uint32_t about = 0) {
        std::size_t at = size_++;
        if (size_ + 4 > heap_.size()) heap_.resize(2 * heap_.size(), kNothing);
        for (; at > 0 && time < heap_[(at - 1) / 4].time; at = (at - 1) / 4) heap_[at] = heap_[(at - 1) / 4];
        heap_[at] = {time, kind, about};
    }

    Event pop() {
        const Event first = heap_[0], last = heap_[--size_];
        heap_[size_] = kNothing;
        std::size_t at = 0;
        for (std::size_t child = 1; child < size_; child = 4 * at + 1) {
            const std::size_t left = child + (heap_[child + 1].time < heap_[child].time ? 1 : 0);
            const std::size_t right = child + 2 + (heap_[child + 3].time < heap_[child + 2].time ? 1 : 0);
            const std::size_t least = left + (right - left) * (heap_[right].time < heap_[left].time ? 1 : 0);
            if (heap_[least].time >= last.time) break;
            heap_[at] = heap_[least];
            at = least;
        }
        heap_[at] = last;
        return first;
    }

  private:
    static constexpr Event kNothing{kNone, closing, 0};
    std::vector<Event> heap_ = std::vector<Event>(64, kNothing);
    std::size_t size_ = 0;
};

/// Callers in the order they rang; a place is a number that is never used again.
class CallLine {
  public:
    struct Caller {
        double rang;
        std::uint32_t attempt;
        bool waits;
    };
    std::uint32_t join(double now, std::uint32_t attempt) {
        ring_[end_ % kMost] = {now, attempt, true};
        return end_++;
    }
    /// The caller at a place, or nobody if she has left it.
    Caller* at(std::uint32_t place) {
        return place - first_ < end_ - first_ && ring_[place % kMost].waits ? &ring_[place % kMost] : nullptr;
    }
    /// Takes out who has waited longest; nobody if the line is empty.
    Caller* next() {
        while (first_ != end_)
            if (Caller& caller = ring_[first_++ % kMost]; caller.waits) return &caller;
        return nullptr;
    }

  private:
    static constexpr std::uint32_t kMost = 1024;  // more than ever ring in the patience of one
    std::array<Caller, kMost> ring_;
    std::uint32_t first_ = 0, end_ = 0;
};

struct Lognormal {
    Lognormal(double mean, double cv)
        : sigma(std::sqrt(std::log(1 + cv * cv))), mu(std::log(mean) - sigma * sigma / 2) {}
    double sigma, mu;
};

bool is_working_day(double day) { return std::fmod(day, 7) < 5; }

double opening_on_or_after(double day) {
    while (!is_working_day(day)) ++day;
    return day * kDay + kOpens;
}

double next_open(double time) {
    const double day = std::floor(time / kDay), of_day = time - day * kDay;
    if (!is_working_day(day) || of_day >= kCloses) return opening_on_or_after(day + 1);
    return of_day < kOpens ? day * kDay + kOpens : time;
}

class Office {
  public:
    explicit Office(std::uint64_t seed) : draws_(seed) {}

    MiniOfficeFigures play() {
        events_.push(next_first_call(), first_call);
        events_.push(kCloses, closing);
        for (Event event = events_.pop(); event.time < kHorizon; event = events_.pop()) {
            now_ = event.time;
            ++f_.events;
            happen(event);
        }
        f_.wait_all = (waited_served_ + waited_lost_) / f_.attempts;
        f_.wait_served = waited_served_ / f_.served;
        f_.cases_decided = decided_[0] + decided_[1];
        f_.cases_open_end = f_.cases_opened - f_.cases_decided;
        f_.tdec_emergency = until_decision_[0] / decided_[0];
        f_.tdec_ordinary = until_decision_[1] / decided_[1];
        f_.agent_occupancy = busy_ / (kAgents * 130 * (kCloses - kOpens));
        return f_;
    }

  private:
    void happen(const Event& event) {
        switch (event.kind) {
            case first_call:
                ++f_.persons;
                events_.push(next_first_call(), first_call);
                return ring(1);
            case retry:
                return ring(event.about);
            case patience_ends:
                if (CallLine::Caller* caller = line_.at(event.about)) {
                    caller->waits = false;
                    ++f_.abandoned;
                    lose(*caller);
                }
                return;
            case call_ends:
                if (uniform() < 0.35) open_case();
                if (CallLine::Caller* caller = line_.next())
                    serve(*caller);
                else
                    --talking_;
                return;
            case case_ends:
                return decide(event.about);
            case closing:
                while (CallLine::Caller* caller = line_.next()) {
                    ++f_.closed;
                    lose(*caller);
                }
                events_.push(opening_on_or_after(std::floor(now_ / kDay) + 1) + kCloses - kOpens, closing);
                return;
        }
    }

    void ring(std::uint32_t attempt) {
        ++f_.attempts;
        if (talking_ < kAgents) {
            ++talking_;
            return serve({now_, attempt, true});
        }
        const std::uint32_t place = line_.join(now_, attempt);
        const double leaves = now_ + 10 * draws_.exponential();
        if (leaves < closes_today()) events_.push(leaves, patience_ends, place);
    }

    void serve(const CallLine::Caller& caller) {
        ++f_.served;
        waited_served_ += now_ - caller.rang;
        const double end = now_ + draw(talk_);
        busy_ += std::min(end, closes_today()) - now_;
        events_.push(end, call_ends);
    }

    void lose(const CallLine::Caller& caller) {
        waited_lost_ += now_ - caller.rang;
        if (caller.attempt == kMostAttempts || uniform() >= 0.6) {
            ++f_.gave_up;
            return;
        }
        const double wanted = now_ + 60 * draws_.exponential(), open = next_open(wanted);
        events_.push(open == wanted ? wanted : open + 60 * uniform(), retry, caller.attempt + 1);
    }

    void open_case() {
        ++f_.cases_opened;
        const std::size_t kind = uniform() < 0.08 ? 0 : 1;
        if (working_ == kCaseworkers) return cases_[kind].push_back(now_);
        std::uint32_t free = 0;
        while (desks_[free].busy) ++free;
        ++working_;
        start({now_, kind, true}, free);
    }

    void decide(std::uint32_t desk) {
        ++decided_[desks_[desk].kind];
        until_decision_[desks_[desk].kind] += now_ - desks_[desk].opened;
        const std::size_t kind = cases_[0].empty() ? 1 : 0;
        if (cases_[kind].empty()) {
            desks_[desk].busy = false;
            --working_;
            return;
        }
        start({cases_[kind].front(), kind, true}, desk);
        cases_[kind].pop_front();
    }

    struct Case {
        double opened = 0;
        std::size_t kind = 0;
        bool busy = false;
    };

    void start(const Case& work, std::uint32_t desk) {
        desks_[desk] = work;
        double from = next_open(now_), left = draw(effort_);
        for (;;) {
            const double day = std::floor(from / kDay), today = day * kDay + kCloses - from;
            if (left <= today) break;
            left -= today;
            from = opening_on_or_after(day + 1);
        }
        events_.push(from + left, case_ends, desk);
    }

    double closes_today() const { return std::floor(now_ / kDay) * kDay + kCloses; }

    /// Exponential gaps run through the hours' rates, working day after working day.
    double next_first_call() {
        double left = draws_.exponential();
        for (;;) {
            const double week = std::floor(day_ / 7) + 1;
            const double rate = kCallsAnHour[hour_] * (week >= 3 && week <= 6 ? 2.5 : 1) / 60;
            const double inside = left / rate;
            if (inside < 60 - of_hour_) {
                of_hour_ += inside;
                return day_ * kDay + kOpens + 60 * static_cast<double>(hour_) + of_hour_;
            }
            left -= (60 - of_hour_) * rate;
            of_hour_ = 0;
            hour_ = (hour_ + 1) % kCallsAnHour.size();
            if (hour_ == 0) day_ += std::fmod(day_, 7) == 4 ? 3 : 1;
            if (day_ * kDay > kHorizon) return kNone;
        }
    }

    double uniform() { return static_cast<double>(draws_.bits() >> 11) * 0x1p-53; }

    /// Source  polar method: G. Marsaglia & T. A. Bray, SIAM Review 6 (1964), pp. 260-264.
    double normal() {
        if (has_spare_) {
            has_spare_ = false;
            return spare_;
        }
        double x, y, s;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            s = x * x + y * y;
        } while (s >= 1 || s == 0);
        const double factor = std::sqrt(-2 * std::log(s) / s);
        spare_ = y * factor;
        has_spare_ = true;
        return x * factor;
    }
    double draw(const Lognormal& law) { return std::exp(law.mu + law.sigma * normal()); }

    MinimalDraws draws_;
    bool has_spare_ = false;
    double spare_ = 0;
    const Lognormal talk_{8, 0.8}, effort_{90, 1};

    EventHeap events_;
    double now_ = 0;
    double day_ = 0, of_hour_ = 0;  // where first calls have come to
    std::size_t hour_ = 0;
    std::uint32_t talking_ = 0, working_ = 0;
    CallLine line_;
    std::array<std::deque<double>, 2> cases_;  // when opened; emergencies first
    std::array<Case, kCaseworkers> desks_;
    double waited_served_ = 0, waited_lost_ = 0, busy_ = 0;
    std::array<double, 2> decided_{}, until_decision_{};
    MiniOfficeFigures f_;
};

}  // namespace

MiniOfficeFigures minimal_w6(std::uint64_t seed) { return Office(seed).play(); }

}  // namespace skranke::bench
