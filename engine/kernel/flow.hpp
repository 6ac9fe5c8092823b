#pragma once
/// \file
/// A flow is a journey written as a story: a coroutine that starts at once, sleeps while it waits,
/// and is gone when it ends. A Step<T> is a part of the story told elsewhere: `co_await` it to get
/// its result.
///
///     Flow visitor(Counter& counter) {
///         co_await counter.clerks.seize();
///         co_await counter.sim.delay(minutes(10));
///         counter.clerks.release();
///     }
///
/// The first parameter of every flow or step (for a member function: its object) is the Simulator
/// or something with a member `sim`; its frame comes from that simulator's pool, and journeys
/// still asleep at the end are freed with it.
///
/// Cost     a frame from the pool; no call to the general heap once warm.
/// Threads  a flow belongs to its site.
/// Errors   an exception that leaves a flow is a defect: contract_failed.

#include <concepts>
#include <coroutine>
#include <optional>
#include <utility>

#include "engine/kernel/simulator.hpp"

namespace skranke {

namespace detail {

template <class Host>
Simulator& simulator_of(Host& host) {
    if constexpr (std::derived_from<std::remove_cvref_t<Host>, Simulator>) {
        return host;
    } else {
        return host.sim;
    }
}

/// Frames from the pool of the host's simulator.
template <FramePool::Use use>
struct PooledFrame {
    template <class Host, class... More>
    static void* operator new(std::size_t size, Host& host, More&...) {
        return simulator_of(host).frames().take(size, use);
    }
    static void operator delete(void* frame) { FramePool::give(frame); }

    [[noreturn]] static void unhandled_exception() noexcept {
        contract_failed("guarantee", "no exception leaves a journey", __FILE__, __LINE__);
    }
};

}  // namespace detail

class Flow {
  public:
    struct promise_type : detail::PooledFrame<FramePool::Use::journey> {
        Flow get_return_object() noexcept { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
    };
};

template <class T>
class [[nodiscard]] Step {
  public:
    struct promise_type : detail::PooledFrame<FramePool::Use::part> {
        std::coroutine_handle<> parent;
        std::optional<T> result;

        Step get_return_object() { return Step(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        auto final_suspend() const noexcept {
            struct ToParent {
                bool await_ready() const noexcept { return false; }
                std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) const noexcept {
                    return self.promise().parent;
                }
                void await_resume() const noexcept {}
            };
            return ToParent{};
        }
        void return_value(T value) { result.emplace(std::move(value)); }
    };

    Step(Step&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
    Step& operator=(Step&&) = delete;
    ~Step() {
        if (handle_) handle_.destroy();
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> parent) noexcept {
        handle_.promise().parent = parent;
        return handle_;
    }
    T await_resume() { return std::move(*handle_.promise().result); }

  private:
    explicit Step(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
    std::coroutine_handle<promise_type> handle_;
};

}  // namespace skranke
