#pragma once
/// \file
/// The post between sites: questions that a journey asks elsewhere and the answers it sleeps for.
///
///     const CallAnswer answer = co_await ask<CallAnswer>(office, centre, PostKind::call, delay, call);
///
/// Order    as messages (site.hpp). An answer resumes the journey that asked, at its own site.
/// Cost     two messages a question. The answer is written into the sleeping journey's frame.
/// Errors   none: a question that is never answered sleeps until the run ends.

#include <coroutine>
#include <cstdint>

#include "engine/kernel/site.hpp"

namespace skranke {

enum class PostKind : std::uint32_t {
    answer,      ///< to a question
    call,        ///< office -> contact centre: someone rings
    query,       ///< contact centre -> office: is somebody free to help with this caller?
    case_file,   ///< office -> benefit office: an application
    provisional, ///< office -> benefit office: the provisional reply to one
    load,        ///< office -> offices of its pool: how much waits and who is there
};
inline constexpr std::size_t kPostKinds = 6;

/// Where an answer goes.
struct ReplyTo {
    std::uint32_t site = 0;
    std::uint64_t journey = 0;  ///< address of the waiting Ask; 0 = nobody waits
};

template <class Question>
struct Posted {
    ReplyTo reply_to;
    Question question;
};

/// The part of a waiting question that does not depend on the answer's type.
struct Waiting {
    std::coroutine_handle<> journey;
    void* answer = nullptr;
    void (*take)(void* answer, const Message& message) = nullptr;
};

template <class Answer>
struct Reply {
    std::uint64_t journey = 0;
    Answer answer;
};

template <class Answer, class Question>
class Ask : Waiting {
  public:
    Ask(Site& site, std::uint32_t to, PostKind kind, Duration delay, const Question& question)
        : site_(site), to_(to), kind_(kind), delay_(delay), question_(question) {}
    Ask(const Ask&) = delete;
    Ask& operator=(const Ask&) = delete;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) {
        journey = handle;
        answer = &answer_;
        take = [](void* into, const Message& message) {
            *static_cast<Answer*>(into) = message.get<Reply<Answer>>().answer;
        };
        const ReplyTo back{site_.sim.site(), reinterpret_cast<std::uint64_t>(static_cast<Waiting*>(this))};
        site_.send(to_, static_cast<std::uint32_t>(kind_), delay_, Posted<Question>{back, question_});
    }
    Answer await_resume() const { return answer_; }

  private:
    Site& site_;
    std::uint32_t to_;
    PostKind kind_;
    Duration delay_;
    const Question& question_;  // sent when the journey goes to sleep, not needed after
    Answer answer_{};
};

/// Asks another site; the journey sleeps until the answer arrives.
/// \param delay     of the question
/// \param question  must live until the journey sleeps: any argument of the co_await expression does
template <class Answer, class Question>
Ask<Answer, Question> ask(Site& from, std::uint32_t to, PostKind kind, Duration delay, const Question& question) {
    return {from, to, kind, delay, question};
}

/// Sends an answer; it arrives after `delay`. Nothing is sent if nobody waits for it.
template <class Answer>
void reply(Site& from, const ReplyTo& to, Duration delay, const Answer& answer) {
    if (to.journey == 0) return;
    from.send(to.site, static_cast<std::uint32_t>(PostKind::answer), delay, Reply<Answer>{to.journey, answer});
}

/// An answer has arrived: hands it to the journey and lets it go on.
inline void take_answer(const Message& message) {
    std::uint64_t address = 0;
    std::memcpy(&address, message.content.data(), sizeof(address));  // Reply's first member
    auto* waiting = reinterpret_cast<Waiting*>(address);
    waiting->take(waiting->answer, message);
    waiting->journey.resume();
}

}  // namespace skranke
