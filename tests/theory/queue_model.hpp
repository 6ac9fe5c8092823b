#pragma once
/// \file
/// A queue written as a journey at one desk: the same desk, line, streams and clock that the
/// county uses, with everything else left out. Theory tests choose its parameters.
///
/// Units   minutes.

#include <functional>

#include "engine/desk/desk.hpp"
#include "engine/kernel/flow.hpp"
#include "engine/random/distribution.hpp"
#include "engine/stats/tally.hpp"

namespace skranke::test {

struct QueueModel {
    int clerks = 1;
    double between_arrivals = 1;   ///< mean, exponential
    double service = 1;            ///< mean
    double service_cv = -1;        ///< lognormal; -1 = exponential
    double patience = 0;           ///< mean, exponential; 0 = endless
    int room = -1;                 ///< waiting places; -1 = no limit
    double first_class_share = 0;  ///< of arrivals, served before the others
};

/// One replication of a QueueModel.
class QueueRun {
  public:
    QueueRun(const QueueModel& queue, std::uint64_t seed, std::uint32_t replication)
        : model_(queue),
          law_(queue.service_cv < 0 ? UnitTime::exponential() : UnitTime::lognormal(queue.service_cv)),
          desk_(sim, queue.clerks),
          gaps_({seed, replication, 0, 0, 0}),
          services_({seed, replication, 0, 0, 1}),
          patience_({seed, replication, 0, 0, 2}),
          classes_({seed, replication, 0, 0, 3}) {
        door();
    }
    QueueRun(const QueueRun&) = delete;
    QueueRun& operator=(const QueueRun&) = delete;
    ~QueueRun() { sim.end_all(); }

    /// Forgets what was counted during `warm_up`, then counts for `length`. [days]
    void run(std::int64_t warm_up, std::int64_t length) {
        sim.run_before(midnight(warm_up));
        served[0] = served[1] = waited_all = {};
        arrived = refused = left = at_once = 0;
        sim.run_before(midnight(warm_up + length));
    }

    std::size_t in_line() const { return desk_.waiting(); }

    Simulator sim;
    Tally served[2];   ///< waits of those served, by class
    Tally waited_all;  ///< waits of all who were let in, served or not
    std::uint64_t arrived = 0, refused = 0, left = 0;
    std::uint64_t at_once = 0;  ///< of the arrived, who found a free clerk

  private:
    Flow door() {
        for (;;) {
            co_await sim.delay(minutes(exponential(gaps_, model_.between_arrivals)), Rank::arrival);
            visitor(model_.first_class_share > 0 && classes_.uniform() < model_.first_class_share ? 0 : 1);
        }
    }

    Flow visitor(int priority) {
        ++arrived;
        if (model_.room >= 0 && !desk_.has_free_head() && desk_.waiting() >= static_cast<std::size_t>(model_.room)) {
            ++refused;
            co_return;
        }
        if (desk_.has_free_head()) ++at_once;
        const Instant came = sim.now();
        const Instant leaves = model_.patience > 0 ? came + minutes(exponential(patience_, model_.patience)) : kNever;
        const Turn turn = co_await desk_.seize(priority, leaves);
        waited_all.add(sim.now() - came);
        if (turn != Turn::started) {
            ++left;
            co_return;
        }
        served[priority].add(sim.now() - came);
        co_await sim.delay(minutes(model_.service * law_.quantile(services_.uniform())), Rank::finish);
        desk_.release();
    }

    QueueModel model_;
    UnitTime law_;
    Desk desk_;
    LongStream gaps_, services_, patience_, classes_;
};

}  // namespace skranke::test
