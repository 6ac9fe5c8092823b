#include "engine/twin/formulas/erlang.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

constexpr double kNegligible = 1e-15;  // of the most likely state

/// Sums over the states of a line, each weighted by its probability over that of the most likely one.
class StateSums {
  public:
    explicit StateSums(const LineModel& model)
        : model_(model),
          heads_(model.heads),
          serving_(model.heads / model.service_min),
          leaving_(model.patience_min > 0 ? 1 / model.patience_min : 0),
          room_(std::floor(model.room)) {
        const double top = most_likely();
        go_down(top);
        go_up(top);
    }

    LineAnswer answer() const {
        LineAnswer a;
        a.waits = line_ / total_;
        a.refused = full_ / total_;
        a.left = leaving_ * in_line_ / total_ / model_.arrivals_per_min;
        const double served = 1 - a.refused - a.left;
        a.wait_served_min = served > 0 ? wait_ / total_ / served : 0;
        a.in_line = in_line_ / total_;
        a.occupancy = busy_ / total_ / heads_;
        return a;
    }

  private:
    /// Rate at which people go from state n, with n here.
    double deaths(double n) const {
        return std::min(n, heads_) / model_.service_min + leaving_ * std::max(0.0, n - heads_);
    }

    /// Where arrivals and departures balance.
    double most_likely() const {
        const double load = model_.offered_load();
        if (load < heads_) return std::floor(load);
        const double in_line = leaving_ > 0 ? (model_.arrivals_per_min - serving_) / leaving_ : room_;
        return heads_ + std::floor(std::min(in_line, room_));
    }
    void go_down(double top) {
        double weight = 1;
        for (double n = top; n > 0 && weight > kNegligible; --n) {
            weight *= deaths(n) / model_.arrivals_per_min;
            count(n - 1, weight);
        }
    }
    void go_up(double top) {
        double weight = 1;
        for (double n = top; weight > kNegligible && n <= heads_ + room_; ++n) {
            count(n, weight);
            weight *= model_.arrivals_per_min / deaths(n + 1);
        }
    }
    void count(double n, double weight) {
        total_ += weight;
        busy_ += std::min(n, heads_) * weight;
        if (n < heads_) return;
        const double waiting = n - heads_;
        in_line_ += waiting * weight;
        if (waiting >= room_) {
            full_ += weight;
        } else {
            line_ += weight;
            wait_ += wait_if_served(waiting) * weight;
        }
    }

    /// Mean wait x probability of being served of who joins behind `ahead` others, while each who waits leaves
    /// at the rate `leaving_`: she is served with probability r_0 / r_(ahead+1), and then waits the sum of
    /// 1 / r_k for k = 1 .. ahead + 1, where r_k = serving_ + k leaving_.
    double wait_if_served(double ahead) {
        if (leaving_ == 0) return (ahead + 1) / serving_;
        const double next = serving_ + (ahead + 1) * leaving_;
        return serving_ / next * gaps_to(ahead + 1);
    }
    /// Sum of 1 / r_k for k = 1 .. last; the calls' numbers go down or up by one.
    double gaps_to(double last) {
        while (gaps_last_ < last) gaps_ += 1 / (serving_ + ++gaps_last_ * leaving_);
        while (gaps_last_ > last) gaps_ -= 1 / (serving_ + gaps_last_-- * leaving_);
        return gaps_;
    }

    const LineModel& model_;
    double heads_, serving_, leaving_, room_;
    double total_ = 0, busy_ = 0, line_ = 0, full_ = 0, in_line_ = 0, wait_ = 0;
    double gaps_ = 0, gaps_last_ = 0;
};

/// Erlang C needs no sum over its endless line.
LineAnswer endless_line(const LineModel& model) {
    LineAnswer a;
    const double load = model.offered_load(), spare = model.heads - load;
    a.waits = erlang_c(load, model.heads);
    a.wait_served_min = a.waits * model.service_min / spare;
    a.in_line = a.wait_served_min * model.arrivals_per_min;
    a.occupancy = load / model.heads;
    return a;
}

}  // namespace

double erlang_b(double offered_load, int heads) {
    SKRANKE_EXPECT(offered_load >= 0 && heads >= 0);
    double blocked = 1;
    for (int k = 1; k <= heads; ++k) blocked = offered_load * blocked / (k + offered_load * blocked);
    return blocked;
}

double erlang_c(double offered_load, int heads) {
    SKRANKE_EXPECT(offered_load < heads);
    const double blocked = erlang_b(offered_load, heads);
    return blocked / (1 - offered_load / heads * (1 - blocked));
}

LineAnswer stationary_line(const LineModel& model) {
    SKRANKE_EXPECT(model.arrivals_per_min >= 0 && model.service_min > 0 && model.heads > 0);
    SKRANKE_EXPECT(model.patience_min >= 0 && model.room >= 0 && model.is_stable());
    if (model.arrivals_per_min == 0) return {};
    const bool is_endless = model.patience_min == 0 && model.room == kEndlessRoom;
    return is_endless ? endless_line(model) : StateSums(model).answer();
}

double relaxation_min(const LineModel& model) {
    const double talk = model.service_min;
    if (model.patience_min > 0) return std::max(talk, model.patience_min);
    const double apart = std::sqrt(model.heads / talk) - std::sqrt(model.arrivals_per_min);
    const double tail = apart == 0 ? std::numeric_limits<double>::infinity() : 1 / (apart * apart);
    return std::max(talk, tail);
}

}  // namespace skranke
