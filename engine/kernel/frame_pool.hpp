#pragma once
/// \file
/// Frame pool: memory for the coroutine frames of one site, so that a new journey costs a few
/// instructions and no call to the general heap once the site is warm. The pool also knows which of
/// its frames are journeys, so that those asleep at the end of a run are found without a list of them.
///
/// Cost     take, give O(1); end_journeys O(memory ever used).
/// Memory   grows to the largest number of frames alive at once, in blocks of 4 KiB at first and
///          256 KiB later; frames are rounded up to 64 bytes, those above 1 KiB to a power of two.
/// Threads  none inside: one pool a site.
/// Errors   SKRANKE_EXPECT: a frame above 64 KiB; what is that large belongs on the heap.
/// Invariant 1. Every frame is given back before the pool dies (asserted).

#include <algorithm>
#include <array>
#include <bit>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/base/contract.hpp"

namespace skranke {

class FramePool {
  public:
    enum class Use : std::uint32_t {
        none,     ///< free
        journey,  ///< a coroutine that owns itself
        part      ///< of a journey, which owns it
    };

    FramePool() = default;
    FramePool(const FramePool&) = delete;
    FramePool& operator=(const FramePool&) = delete;
    ~FramePool() { SKRANKE_ASSERT(alive() == 0); }

    void* take(std::size_t size, Use use) {
        const std::size_t cls = class_of(size + sizeof(Slot));
        Slot* slot = free_[cls];
        if (slot == nullptr) [[unlikely]]
            slot = carve(cls);
        else
            free_[cls] = next_free(slot);
        slot->use = use;
        return slot + 1;
    }

    static void give(void* frame) {
        Slot* slot = static_cast<Slot*>(frame) - 1;
        slot->use = Use::none;
        slot->pool->put_back(slot);
    }

    /// Frees every journey, and with it its parts; then all memory.
    void end_journeys() {
        for (const Block& block : blocks_) {
            for (std::size_t at = 0; at < block.used;) {
                Slot* slot = slot_at(block, at);
                at += size_of(slot->cls);
                if (slot->use == Use::journey) std::coroutine_handle<>::from_address(slot + 1).destroy();
            }
        }
        if (alive() > 0) return;  // parts that no journey owns
        free_ = {};
        blocks_.clear();
    }

    /// Frames in use; counted slot by slot.
    std::size_t alive() const {
        std::size_t n = 0;
        for (const Block& block : blocks_) {
            for (std::size_t at = 0; at < block.used; at += size_of(slot_at(block, at)->cls))
                n += slot_at(block, at)->use != Use::none ? 1 : 0;
        }
        return n;
    }

  private:
    static constexpr std::size_t kStep = 64;
    static constexpr std::size_t kSmall = 16;  // classes of kStep, 2 kStep, ... 1 KiB; then 2 KiB, 4 KiB ...
    static constexpr std::size_t kClasses = kSmall + 6;
    static constexpr std::size_t kLargest = kStep * kSmall << 6;
    static constexpr std::size_t kFirstBlock = 4 * 1024;
    static constexpr std::size_t kLastBlock = 256 * 1024;

    /// Before each frame. A free slot keeps the address of the next one where its frame would be.
    struct alignas(std::max_align_t) Slot {
        FramePool* pool;
        std::uint32_t cls;
        Use use;
    };
    struct Block {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size = 0, used = 0;
    };

    static std::size_t class_of(std::size_t size) {
        if (size <= kStep * kSmall) return (size - 1) / kStep;
        SKRANKE_EXPECT(size <= kLargest);
        return kSmall - 1 + static_cast<std::size_t>(std::bit_width((size - 1) / (kStep * kSmall)));
    }
    static std::size_t size_of(std::size_t cls) {
        return cls < kSmall ? (cls + 1) * kStep : (kStep * kSmall) << (cls - kSmall + 1);
    }
    static Slot* slot_at(const Block& block, std::size_t at) {
        return reinterpret_cast<Slot*>(block.bytes.get() + at);
    }
    static Slot*& next_free(Slot* slot) { return *reinterpret_cast<Slot**>(slot + 1); }

    void put_back(Slot* slot) {
        next_free(slot) = free_[slot->cls];
        free_[slot->cls] = slot;
    }

    [[gnu::noinline]] Slot* carve(std::size_t cls) {
        const std::size_t size = size_of(cls);
        if (blocks_.empty() || blocks_.back().size - blocks_.back().used < size) {
            const std::size_t wanted = blocks_.empty() ? kFirstBlock : std::min(2 * blocks_.back().size, kLastBlock);
            const std::size_t got = std::max(wanted, size);
            blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(got), got, 0});
        }
        Block& block = blocks_.back();
        Slot* slot = slot_at(block, block.used);
        block.used += size;
        slot->pool = this;
        slot->cls = static_cast<std::uint32_t>(cls);
        return slot;
    }

    std::array<Slot*, kClasses> free_{};
    std::vector<Block> blocks_;
};

}  // namespace skranke
