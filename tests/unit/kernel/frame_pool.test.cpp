#include "engine/kernel/frame_pool.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <set>
#include <vector>

namespace skranke {

TEST_CASE("Frames given back are used again for frames of the same size") {
    FramePool pool;
    std::set<void*> first;
    std::vector<void*> alive;
    for (int i = 0; i < 1000; ++i) alive.push_back(pool.take(200, FramePool::Use::part));
    first.insert(alive.begin(), alive.end());
    CHECK(first.size() == 1000);
    CHECK(pool.alive() == 1000);
    for (void* frame : alive) FramePool::give(frame);
    CHECK(pool.alive() == 0);
    for (void*& frame : alive) {
        frame = pool.take(190, FramePool::Use::part);  // rounded up to the same
        REQUIRE(first.count(frame) == 1);
    }
    for (void* frame : alive) FramePool::give(frame);
}

TEST_CASE("Frames of all sizes, large ones too, are aligned and do not overlap") {
    struct Frame {
        unsigned char* at;
        std::size_t size;
        unsigned char filling;
    };
    FramePool pool;
    std::mt19937 random(3);
    std::vector<Frame> frames;
    for (unsigned i = 0; i < 20'000; ++i) {
        if (random() % 3 != 0 || frames.empty()) {
            const std::size_t size = 1 + random() % 5000;
            auto* at = static_cast<unsigned char*>(pool.take(size, FramePool::Use::part));
            REQUIRE(reinterpret_cast<std::uintptr_t>(at) % alignof(std::max_align_t) == 0);
            std::memset(at, static_cast<int>(i & 0xff), size);
            frames.push_back({at, size, static_cast<unsigned char>(i & 0xff)});
        } else {
            std::swap(frames[random() % frames.size()], frames.back());
            const Frame& frame = frames.back();
            REQUIRE(std::all_of(frame.at, frame.at + frame.size, [&](unsigned char c) { return c == frame.filling; }));
            FramePool::give(frame.at);
            frames.pop_back();
        }
        if (i % 100 == 0) REQUIRE(pool.alive() == frames.size());
    }
    for (const Frame& frame : frames) FramePool::give(frame.at);
    CHECK(pool.alive() == 0);
}

}  // namespace skranke
