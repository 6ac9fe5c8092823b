#pragma once
/// \file
/// An inquiry is a search that reads as a story: a coroutine that asks a question with `co_await`, sleeps until
/// somebody has found the answer, and goes on. It may leave parts of its story to other coroutines.
///
/// Threads  none inside.
/// Errors   SKRANKE_EXPECT: an answer to no question. An exception from the story ends the program.
/// Source   symmetric transfer: G. Nishanov, P0913R0 (2018).

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

#include "engine/base/contract.hpp"

namespace skranke {

/// What a story is waiting for.
template <class Question, class Answer>
class Inquiry {
  public:
    bool is_asking() const { return story_ != nullptr; }
    const Question& question() const { return *question_; }

    /// The story goes on to its next question, or to its end.
    void answer(Answer answer) {
        SKRANKE_EXPECT(is_asking());
        answer_ = std::move(answer);
        std::exchange(story_, nullptr).resume();
    }

    struct Asking {
        Inquiry& inquiry;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> story) noexcept { inquiry.story_ = story; }
        Answer await_resume() { return std::move(*inquiry.answer_); }
    };
    /// To be awaited by the story.
    Asking ask(Question question) {
        question_ = std::move(question);
        return Asking{*this};
    }

  private:
    std::coroutine_handle<> story_;
    std::optional<Question> question_;
    std::optional<Answer> answer_;
};

/// A story, or a part of one. It begins when it is awaited, or told to.
class Story {
  public:
    struct promise_type {
        std::coroutine_handle<> told_by = std::noop_coroutine();

        Story get_return_object() { return Story(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        auto final_suspend() noexcept {
            struct Back {
                bool await_ready() noexcept { return false; }
                std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> part) noexcept { return part.promise().told_by; }
                void await_resume() noexcept {}
            };
            return Back{};
        }
        void return_void() noexcept {}
        void unhandled_exception() noexcept { std::terminate(); }
    };

    Story(Story&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Story& operator=(Story&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Story() {
        if (handle_) handle_.destroy();
    }

    void begin() { handle_.resume(); }
    bool is_over() const { return handle_.done(); }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> teller) noexcept {
        handle_.promise().told_by = teller;
        return handle_;
    }
    void await_resume() const noexcept {}

  private:
    explicit Story(std::coroutine_handle<promise_type> handle) : handle_(handle) {}

    std::coroutine_handle<promise_type> handle_;
};

}  // namespace skranke
