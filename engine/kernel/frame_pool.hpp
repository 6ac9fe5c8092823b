#pragma once
/// \file
/// Frame pool: memory for the coroutine frames of one site, so that a new journey costs a few
/// instructions and no call to the general heap once the site is warm.
///
/// Cost     take, give O(1).
/// Memory   grows to the largest number of frames alive at once, in blocks of 64 KiB; frames are
///          rounded up to 64 bytes; frames above 4 KiB go to the general heap.
/// Threads  none inside: one pool a site.
/// Invariant 1. Every frame is given back before the pool dies (asserted).

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

#include "engine/base/contract.hpp"

namespace skranke {

class FramePool {
  public:
    FramePool() = default;
    FramePool(const FramePool&) = delete;
    FramePool& operator=(const FramePool&) = delete;
    ~FramePool() { SKRANKE_ASSERT(alive_ == 0); }

    void* take(std::size_t size) {
        const std::size_t cls = class_of(size + sizeof(Header));
        void* block = nullptr;
        if (cls >= kClasses) {
            block = ::operator new(size + sizeof(Header));
        } else if (free_[cls] != nullptr) {
            block = free_[cls];
            free_[cls] = free_[cls]->next;
        } else {
            block = carve((cls + 1) * kStep);
        }
        ++alive_;
        auto* header = new (block) Header{this, cls};
        return header + 1;
    }

    static void give(void* frame) {
        auto* header = static_cast<Header*>(frame) - 1;
        FramePool& pool = *header->pool;
        const std::size_t cls = header->cls;
        --pool.alive_;
        if (cls >= kClasses) {
            ::operator delete(header);
        } else {
            pool.free_[cls] = new (header) Free{pool.free_[cls]};
        }
    }

    std::size_t alive() const { return alive_; }

  private:
    static constexpr std::size_t kStep = 64;
    static constexpr std::size_t kClasses = 64;
    static constexpr std::size_t kBlock = 64 * 1024;

    struct alignas(std::max_align_t) Header {
        FramePool* pool;
        std::size_t cls;
    };
    struct Free {
        Free* next;
    };

    static std::size_t class_of(std::size_t size) { return (size - 1) / kStep; }

    void* carve(std::size_t size) {
        if (left_ < size) {
            blocks_.push_back(std::make_unique<Block>());
            cursor_ = blocks_.back()->bytes;
            left_ = kBlock;
        }
        void* block = cursor_;
        cursor_ += size;
        left_ -= size;
        return block;
    }

    struct Block {
        alignas(std::max_align_t) std::byte bytes[kBlock];
    };

    std::array<Free*, kClasses> free_{};
    std::vector<std::unique_ptr<Block>> blocks_;
    std::byte* cursor_ = nullptr;
    std::size_t left_ = 0;
    std::size_t alive_ = 0;
};

}  // namespace skranke
