#pragma once
/// \file
/// A message is what one site tells another: when it arrives, and a few words of content. A mailbox
/// holds messages on their way, packed one behind the other.
///
/// Cost     a message put and taken out: two copies of the words it uses, no more.
/// Memory   32 bytes a message and its content; a mailbox keeps what it has grown to.
/// Threads  none inside: whoever fills a mailbox and whoever drains it agree on when (window.hpp,
///          engine/parallel/window_team.hpp).

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/kernel/event.hpp"

namespace skranke {

struct Message {
    Instant time;      ///< when it arrives
    EventOrder order;  ///< sender's
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t kind = 0;   ///< what the content is; the model's own numbering
    std::uint32_t words = 0;  ///< of the content that are used; the others hold nothing
    std::array<std::uint64_t, 12> content;

    template <class T>
    void put(const T& value) {
        static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= sizeof(content));
        words = (sizeof(T) + 7) / 8;
        content[words - 1] = 0;  // its last bytes may not be T's
        std::memcpy(content.data(), &value, sizeof(T));
    }
    template <class T>
    T get() const {
        static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= sizeof(content));
        SKRANKE_ASSERT(sizeof(T) <= 8 * words);
        T value;
        std::memcpy(static_cast<void*>(&value), content.data(), sizeof(T));
        return value;
    }
    /// Becomes the same message; only what is used is copied.
    void copy(const Message& other) { std::memcpy(static_cast<void*>(this), &other, other.bytes()); }
    std::size_t bytes() const { return offsetof(Message, content) + 8 * std::size_t{words}; }
};

class Mailbox {
  public:
    bool empty() const { return used_ == 0; }

    void put(const Message& message) {
        const std::size_t end = used_ + message.bytes();
        if (end > packed_.size()) packed_.resize(2 * end);
        std::memcpy(packed_.data() + used_, &message, message.bytes());
        used_ = end;
    }

    /// Hands every message to `visit`, in the order they were put, and forgets them all.
    template <class Visit>
    void drain(Visit visit) {
        Message message;
        for (std::size_t at = 0; at < used_; at += message.bytes()) {
            std::memcpy(static_cast<void*>(&message), packed_.data() + at, offsetof(Message, content));
            std::memcpy(message.content.data(), packed_.data() + at + offsetof(Message, content),
                        8 * std::size_t{message.words});
            visit(std::as_const(message));
        }
        used_ = 0;
    }

  private:
    std::vector<std::byte> packed_;
    std::size_t used_ = 0;
};

}  // namespace skranke
