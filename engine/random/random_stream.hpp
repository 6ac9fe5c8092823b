#pragma once
/// \file
/// A random stream is an address, not a state that is passed around.
///
/// Every purpose of every person, day or desk in every replication has its own stream, found by
/// writing its address into the counter of a counter-based generator (stream_address.hpp). Streams
/// cannot overlap, creation order does not matter, threads never share one, and two scenarios that
/// differ in a measure meet the same people: common random numbers without bookkeeping.
///
/// Cost       the first draw of RandomStream and NumberedDraws one block; a draw of the long ones a
///            few nanoseconds, but 64 at a time.
/// Memory     LongStream and ExponentialStream hold 64 numbers.
/// Threads    none inside; a stream belongs to whoever made it.
/// Source     Philox-4x32-10: J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
///            SC11, doi:10.1145/2063384.2063405.

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/random/batch.hpp"
#include "engine/random/stream_address.hpp"

namespace skranke {

/// Draws that have a number each, so that taking one or leaving it does not move the others.
class NumberedDraws {
  public:
    explicit NumberedDraws(StreamAddress address) : address_(address) {}

    /// \return uniform number k of the address, in (0, 1): the same as the k-th of its RandomStream
    double at(std::uint32_t k) {
        if (k / 2 != made_) {
            made_ = k / 2;
            block_ = block_of(address_, made_);
        }
        return k % 2 == 0 ? unit_uniform(block_[0], block_[1]) : unit_uniform(block_[2], block_[3]);
    }

  private:
    StreamAddress address_;
    PhiloxBlock block_{};
    std::uint32_t made_ = 0xffffffff;
};

/// \tparam kBlocks  made at a time; the numbers do not depend on it. Short-lived streams take 1.
template <std::size_t kBlocks>
class BasicStream {
  public:
    explicit BasicStream(StreamAddress address) : address_(address) {}

    /// \return the next uniform of this stream, in (0, 1)
    double uniform() {
        const std::size_t at = static_cast<std::size_t>(draws_ % (2 * kBlocks));
        if (at == 0) refill(draws_ / 2);
        ++draws_;
        return unit_uniform(words_[2 * at], words_[2 * at + 1]);
    }

    /// How many uniforms were taken. Tests pin this number, so that a change which draws once more
    /// or once less, and with it breaks common random numbers, is seen.
    std::uint64_t draws() const { return draws_; }

  private:
    void refill(std::uint64_t first_block) {
        for (std::size_t b = 0; b < kBlocks; ++b) {
            const std::uint64_t block = first_block + b;
            const PhiloxBlock out = block_of(address_, block);
            for (std::size_t w = 0; w < 4; ++w) words_[4 * b + w] = out[w];
        }
    }

    StreamAddress address_;
    std::array<std::uint32_t, 4 * kBlocks> words_{};
    std::uint64_t draws_ = 0;
};

using RandomStream = BasicStream<1>;

/// The draws of an address in order, a batch at a time.
template <void (*kMake)(const StreamAddress&, std::uint64_t first, Batch out)>
class BatchedDraws {
  public:
    explicit BatchedDraws(StreamAddress address) : address_(address) {}

    double next() {
        const auto at = static_cast<std::size_t>(draws_ % kBatch);
        if (at == 0) kMake(address_, draws_, made_);
        ++draws_;
        return made_[at];
    }
    std::uint64_t draws() const { return draws_; }

  private:
    StreamAddress address_;
    std::uint64_t draws_ = 0;
    std::array<double, kBatch> made_;  // filled before it is read
};

/// The numbers of RandomStream, for whoever takes thousands of them.
class LongStream {
  public:
    explicit LongStream(StreamAddress address) : draws_(address) {}
    double uniform() { return draws_.next(); }
    std::uint64_t draws() const { return draws_.draws(); }

  private:
    BatchedDraws<make_uniforms> draws_;
};

/// Unit exponentials of an address: the n-th is that of RandomStream's n-th uniform, so this too is
/// inversion and keeps common random numbers in step.
class ExponentialStream {
  public:
    explicit ExponentialStream(StreamAddress address) : draws_(address) {}
    /// \return the next exponential with mean 1
    double unit_exponential() { return draws_.next(); }
    std::uint64_t draws() const { return draws_.draws(); }

  private:
    BatchedDraws<make_unit_exponentials> draws_;
};

/// Standard normals of an address: the n-th is the normal_quantile of RandomStream's n-th uniform.
class NormalStream {
  public:
    explicit NormalStream(StreamAddress address) : draws_(address) {}
    double standard_normal() { return draws_.next(); }
    std::uint64_t draws() const { return draws_.draws(); }

  private:
    BatchedDraws<make_standard_normals> draws_;
};

}  // namespace skranke
