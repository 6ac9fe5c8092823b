#include "engine/random/philox.hpp"

#include <Random123/philox.h>

#include <catch2/catch.hpp>

namespace skranke {

TEST_CASE("Philox gives the answers that its authors publish") {
    // kat_vectors of Random123 1.14, philox4x32 with 10 rounds: zeros, ones, digits of pi.
    CHECK(philox_4x32_10({0, 0, 0, 0}, {0, 0}) == PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t kOnes = 0xffffffff;
    CHECK(philox_4x32_10({kOnes, kOnes, kOnes, kOnes}, {kOnes, kOnes}) ==
          PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox_4x32_10({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("Philox agrees with Random123 word by word on 10,000 counters and keys") {
    PhiloxBlock counter{1, 2, 3, 4};
    PhiloxKey key{5, 6};
    for (int i = 0; i < 10'000; ++i) {
        const philox4x32_ctr_t their_counter{{counter[0], counter[1], counter[2], counter[3]}};
        const philox4x32_key_t their_key{{key[0], key[1]}};
        const philox4x32_ctr_t theirs = philox4x32(their_counter, their_key);
        const PhiloxBlock ours = philox_4x32_10(counter, key);
        REQUIRE(ours == PhiloxBlock{theirs.v[0], theirs.v[1], theirs.v[2], theirs.v[3]});
        key = {counter[1] ^ ours[0], ours[3]};
        counter = ours;  // a walk through counters and keys that look random
    }
}

}  // namespace skranke
