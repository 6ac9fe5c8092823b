#pragma once
/// \file
/// A desk is a pool of equal heads who serve one waiting line: a reception, a duty phone, the
/// caseworkers of an office, the agents of a contact centre.
///
///     const Turn turn = co_await desk.seize(priority, leave_at);
///     if (turn != Turn::started) ...
///     co_await desk.sim.delay(talk);
///     desk.release();
///
/// Order    a head that is freed takes the next in line in the same instant, before anyone new. The
///          desk takes no head from someone who is being served; who gives hers up for another says so
///          by take_over().
/// Units    heads are whole people; how fast they work is the caller's affair.
/// Cost     seize and release O(1), leaving O(log n).
/// Threads  none inside: a desk belongs to a site.
/// Invariant 1. Nobody who could be served waits: if the desk serves, the line is empty or
///              busy >= heads.
///           2. arrived = started + left + sent_home + in line (refusals are counted apart).

#include <cstdint>

#include "engine/kernel/simulator.hpp"
#include "engine/desk/waiting_line.hpp"
#include "engine/record/run_record.hpp"

namespace skranke {

class Desk {
  public:
    /// A desk that is open around the clock until told otherwise.
    explicit Desk(Simulator& simulator, int heads = 0) : sim(simulator), heads_(heads), patience_(*this) {}
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    /// A desk that goes takes the site's journeys with it: some may stand in its line.
    ~Desk() { sim.end_all(); }

    /// Somebody who moves heads between desks, told when one may be wanted or free.
    class Watch {
      public:
        virtual void before_release(Desk& desk) = 0;
        virtual void someone_waits(Desk& desk) = 0;   ///< a person has joined the line
        virtual void heads_are_free(Desk& desk) = 0;  ///< the line is empty and a head idle
      protected:
        ~Watch() = default;
    };
    void set_watch(Watch& watch) { watch_ = &watch; }

    /// Awaitable that yields the Turn; the caller has a head if and only if it is Turn::started.
    class Seize : WaitingLine::Node {
      public:
        Seize(Desk& desk, int rank_in_line, Instant until, Stay how_long, Instant place) : desk_(desk) {
            priority = static_cast<std::uint8_t>(rank_in_line);
            leave_at = until;
            stay = how_long;
            since = place;
        }
        Seize(const Seize&) = delete;
        Seize& operator=(const Seize&) = delete;
        ~Seize() {
            if (waiting) desk_.line_.remove(*this);
        }
        bool await_ready() { return desk_.start_at_once(); }
        void await_suspend(std::coroutine_handle<> handle) {
            journey = handle;
            desk_.join(*this);
        }
        Turn await_resume() const { return turn; }

      private:
        Desk& desk_;
    };

    /// \param priority  0..7, lower is served first
    /// \param leave_at  when patience runs out; kNever = never
    /// \param since     place within the priority; kNever = now, behind all who wait
    Seize seize(int priority = 0, Instant leave_at = kNever, Stay stay = Stay::until_closing,
                Instant since = kNever) {
        return {*this, priority, leave_at, stay, since};
    }

    /// Gives a head back; the next in line starts in the same instant.
    void release() {
        SKRANKE_ASSERT(busy_ > 0);
        if (watch_ != nullptr) [[unlikely]]
            watch_->before_release(*this);
        if (serves_in_order_ && busy_ <= heads_ && !line_.empty()) {
            start(*line_.first());
        } else {
            give_back();
        }
    }

    /// Somebody comes and is served at once by a head that another has just given up: nobody else gets it.
    void take_over() {
        SKRANKE_ASSERT(busy_ > 0);
        ++week_->arrived;
        ++week_->started;
    }

    /// From now on priorities grow while people wait. \param growth  must outlive the desk
    void set_growth(const Growth& growth) {
        growth_ = &growth;
        serve(serves_);
    }

    /// Counts someone who was turned away because the line was full.
    void refuse() { ++week_->refused; }

    /// The heads present from now on. If fewer than are busy, the surplus goes when freed.
    void set_heads(int heads);

    /// Working hours begin: time is counted and the line is served.
    void open();

    /// Working hours end: time is no longer counted.
    enum class Closing : std::uint8_t {
        send_home,   ///< the line is emptied of those who do not stay overnight, and nobody is served
        serve_line,  ///< those in line are served first
        work_on      ///< new work may still be started (casework, whose effort waits for the morning)
    };
    void close(Closing how);

    /// Empties the line of those who do not stay overnight; the desk goes on.
    void send_home();

    /// From now on, counts go to `week`; time up to now still to the old one, which is right from now on.
    void count_in(DeskWeek& week);

    /// So much of the present head-time counted up to now was after hours.
    void count_overtime(Duration head_time) { week_->overtime_us += head_time.us; }

    /// The week that is counted ends, and no other is wanted.
    void end_counting() { count_in(own_counts_); }

    bool has_free_head() const { return serves_ && busy_ < heads_ && line_.empty(); }
    std::size_t waiting() const { return line_.size(); }
    /// When the next to be served joined the line; now if nobody waits.
    Instant next_joined() const {
        const WaitingLine::Node* next = line_.first();
        return next == nullptr ? sim.now() : next->joined;
    }
    int busy() const { return busy_; }
    int heads() const { return heads_; }
    bool in_hours() const { return in_hours_; }
    /// Of the present week, up to now.
    DeskWeek counts() const;

    Simulator& sim;

  private:
    /// One event for the whole line, at the earliest deadline.
    class Patience final : public Trigger {
      public:
        explicit Patience(Desk& desk) : desk_(desk) {}
        void fire() override { desk_.patience_ended(); }
        Instant armed_for = kNever;

      private:
        Desk& desk_;
    };

    bool start_at_once() {
        ++week_->arrived;
        if (!has_free_head()) return false;
        ++week_->started;
        take_head();
        return true;
    }
    void take_head() {
        ++busy_;
        if (in_hours_) week_->busy_us -= sim.now().us;
    }
    void join(WaitingLine::Node& node) {
        node.joined = sim.now();
        if (node.since == kNever) node.since = sim.now();
        line_.join(node);
        if (node.leave_at < patience_.armed_for) arm_patience(node.leave_at);
        if (watch_ != nullptr) [[unlikely]]
            watch_->someone_waits(*this);
    }
    /// Somebody in line is served, by a head that is already counted as busy.
    void start(WaitingLine::Node& node) {
        ++week_->started;
        week_->wait_us += (sim.now() - node.joined).us;
        resume(node, Turn::started);
    }
    void resume(WaitingLine::Node& node, Turn turn) {
        line_.remove(node);
        node.turn = turn;
        sim.resume_soon(node.journey);
    }
    void arm_patience(Instant earliest) {
        patience_.armed_for = earliest;
        sim.schedule(earliest, Rank::leave, patience_);
    }

    void serve(bool serves) {
        serves_ = serves;
        serves_in_order_ = serves && growth_ == nullptr;
    }
    void give_back();
    void serve_line();
    void patience_ended();
    void begin_counting();
    void stop_counting();
    int staffed() const { return heads_ > busy_ ? heads_ : busy_; }

    int heads_ = 0;
    int busy_ = 0;
    bool serves_ = true;
    bool serves_in_order_ = true;  // and priorities do not grow
    bool in_hours_ = true;
    bool until_line_is_empty_ = false;
    Watch* watch_ = nullptr;
    WaitingLine line_;
    const Growth* growth_ = nullptr;
    Patience patience_;
    DeskWeek own_counts_;
    DeskWeek* week_ = &own_counts_;
};

}  // namespace skranke
