#pragma once
/// \file
/// A person with a need: who she is, what she can use, and the address under which everything
/// that belongs to her is drawn. Two scenarios that differ in a measure meet the same people.
///
/// Order    every draw has a number and every attempt a purpose of its own, so that one draw or
///          attempt more or less leaves the others as they were.

#include <cstdint>

#include "engine/kernel/sim_time.hpp"
#include "engine/random/random_stream.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// What a stream of a person, day or desk is for; 8 bits.
enum class Purpose : std::uint32_t {
    arrivals,
    birth,
    busyness,
    casework,
    enquiries,
    absence = 8,        ///< + desk kind
    area_busyness = 14, ///< of all municipalities' day together; site 0
    renewal = 15,
    first_attempt = 16  ///< + number of the attempt
};

/// Source number and purpose in one word, as StreamAddress wants it.
constexpr std::uint32_t purpose_word(std::uint32_t source, Purpose purpose, std::uint32_t offset = 0) {
    return (source << 8) | (static_cast<std::uint32_t>(purpose) + offset);
}

/// Numbers of the draws of each purpose. Related ones share a block of two.
/// Those that have no end stand far behind the others.
namespace draw {
enum Birth : std::uint32_t {
    group, first_delay, quarantine, children, able /* + channel, up to 8 of them */,
    part_of_municipality = 12,
    can_travel = 16, takes_video, helped_at_home, helped_at_office, interpreter
};
enum Attempt : std::uint32_t {
    channel, patience, talk, spread, next_step, next_delay,  // every attempt
    query, query_talk, callback_delay, missed, callback_talk, no_show,
    transfer, transfer_patience, accepts_callback, offered_callback_missed, interpreter_delay,
    rebooking = 1 << 16,         // + 2 x number of the booking: whether it is made, whether it is missed
    callback_again = 1 << 17     // + 4 x number of the office's call: delay, missed, talk
};
enum Casework : std::uint32_t { becomes_case, effort, documents_missing, withdrawal, documents_delay, documents_dropout,
                                third_party, third_party_delay, acute, paper, paper_delay,
                                rework, rework_delay };
enum Renewal : std::uint32_t { arises_again, arises_after };
}  // namespace draw

/// Day of birth and number of that day in one word.
constexpr std::uint32_t entity_of(std::int64_t day, std::uint32_t number) {
    return (static_cast<std::uint32_t>(day) << 20) | (number & 0xfffff);
}

struct Person {
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
    std::uint32_t site = 0;       ///< of her streams: her municipality
    std::uint32_t entity = 0;     ///< day of birth << 20 | number of that day
    std::uint32_t source = 0;
    std::uint16_t office = 0;
    std::uint16_t catchment = 0;  ///< index within her office
    std::uint16_t service = 0;
    std::uint16_t group = 0;
    Instant born;
    std::uint8_t able = 0;        ///< bit c: can use channel c on the day when most people can
    bool children = false;
    bool acute = false;           ///< as triage of her application found
    bool can_travel = true;
    bool takes_video = true;      ///< takes part in a meeting that she cannot come to
    bool helped_at_home = false, helped_at_office = false;  ///< with the digital form
    bool needs_interpreter = false;
    bool carried = false;         ///< an open case of the pile, born when it was received
    std::int8_t priority = -1;    ///< of a carried case, if it is known
    Documents documents = Documents::by_chance;  ///< of a carried case
    float quarantine_draw = 0;    ///< in quarantine while the residents' share exceeds it
    std::uint32_t birth_site = 0; ///< of the stream that her abilities come from, whichever need it is

    bool is_ever_able(Channel channel) const { return (able >> static_cast<unsigned>(channel) & 1u) != 0; }

    /// The same resident with the next need, whose luck is her own: the name of her site goes on (FNV-1a).
    Person again(Instant when) const {
        Person next = *this;
        next.site = (site ^ 'r') * 16777619u;
        next.born = when;
        next.acute = next.carried = false;
        next.priority = -1;
        next.documents = Documents::by_chance;
        return next;
    }

    NumberedDraws draws(Purpose purpose, std::uint32_t offset = 0) const {
        return NumberedDraws({seed, replication, site, entity, purpose_word(source, purpose, offset)});
    }
};

}  // namespace skranke
