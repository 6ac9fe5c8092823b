#pragma once
/// \file
/// The cases that the heads of a desk have in hand and would put aside for an emergency.
///
///     const bool finished = co_await in_hand.work_until(finish, priority);
///     if (finished) desk.release();  // else the head serves the emergency now
///
/// Order    the one to be put aside has the highest priority number, and among equals was begun last.
/// Cost     work_until O(1); put_one_aside O(heads). A case put aside leaves its event behind, which
///          finds out when it fires.
/// Memory   32 bytes for each head and each event left behind.
/// Threads  none inside: belongs to a site.
/// Invariant 1. A work is in the list if and only if its journey sleeps in it, and then it has a bell.

#include <coroutine>
#include <cstdint>
#include <deque>
#include <vector>

#include "engine/kernel/simulator.hpp"

namespace skranke {

class WorkInHand {
    class Bell;

  public:
    explicit WorkInHand(Simulator& simulator) : sim_(simulator) {}
    WorkInHand(const WorkInHand&) = delete;
    WorkInHand& operator=(const WorkInHand&) = delete;

    /// Awaitable that yields whether the work was finished; else it was put aside.
    class Work {
      public:
        Work(WorkInHand& hand, Instant finish, int priority) : hand_(hand), finish_(finish), priority_(priority) {}
        Work(const Work&) = delete;
        Work& operator=(const Work&) = delete;
        ~Work() {
            if (bell_ != nullptr) hand_.take_out(*this);
        }
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle) {
            journey_ = handle;
            hand_.begin(*this);
        }
        bool await_resume() const { return finished_; }

      private:
        friend class WorkInHand;
        WorkInHand& hand_;
        Instant finish_;
        int priority_;
        bool finished_ = false;
        std::uint64_t begun_as_ = 0;
        std::size_t at_ = 0;  // in the list
        Bell* bell_ = nullptr;
        std::coroutine_handle<> journey_;
    };

    Work work_until(Instant finish, int priority) { return {*this, finish, priority}; }

    /// Stops the case that can best wait: its journey goes on soon, and its head is the caller's.
    /// \return false if no case is in hand
    bool put_one_aside();

  private:
    /// Rings when a work is due to end; for nobody if it was put aside before.
    class Bell final : public Trigger {
      public:
        explicit Bell(WorkInHand& hand) : hand_(hand) {}
        void fire() override { hand_.ring(*this); }
        Work* rings_for = nullptr;

      private:
        WorkInHand& hand_;
    };

    void begin(Work& work);
    void take_out(Work& work);
    void ring(Bell& bell);
    Bell& take_bell();

    Simulator& sim_;
    std::vector<Work*> works_;
    std::deque<Bell> bells_;
    std::vector<Bell*> silent_;  // those whose event has fired
    std::uint64_t begun_ = 0;
};

}  // namespace skranke
