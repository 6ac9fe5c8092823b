#pragma once
/// \file
/// The channels: the ways in which a resident can reach someone, their opening hours and rules.
///
/// Source  every field's meaning, unit, range and default: engine/language/fields/contact.cpp.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/scenario/opening_hours.hpp"
#include "engine/scenario/staff.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

enum class Channel : std::uint8_t {
    digital,
    phone,        ///< the number on the letterhead
    drop_in,
    appointment,
    office_phone, ///< the office's own published number, which rings at its duty phone
    outreach      ///< a clerk comes to people who cannot
};
inline constexpr std::size_t kChannels = 6;

constexpr std::size_t index_of(Channel channel) { return static_cast<std::size_t>(channel); }

template <class T>
using PerChannel = std::array<T, kChannels>;

/// How a time varies around its mean.
enum class TimeLaw : std::uint8_t { lognormal, exponential };

/// What a person does after a failed attempt, as probabilities that sum to 1.
struct RetryRule {
    double same = 0;      ///< same channel again, later the same day
    double other = 0;     ///< another channel that she can use
    double tomorrow = 0;  ///< same choice again, the next working day or later
    double give_up = 1;
};

/// What happens to those in line at closing time; carry_over: they keep their number and are back, first in
/// line, when it opens again (drop-in only).
enum class CloseRule : std::uint8_t { send_home, serve, carry_over };
enum class AnsweredBy : std::uint8_t { contact_centre, office };

/// How a caller is put through: the agent hangs up, or stays on the line until the office is done with her.
enum class Transfer : std::uint8_t { hand_over, conference };
/// Where she stands in the duty phone's line.
enum class TransferPlace : std::uint8_t { before_callbacks, with_callbacks };

struct ChannelRules {
    OpeningHours hours;
    Timeline talk_min{15.0};     ///< mean minutes of one contact (unused by digital)
    TimeLaw talk_law = TimeLaw::lognormal;
    double talk_cv = 0.8;        ///< of a lognormal talk
    Timeline wrap_up_min{0.0};   ///< clerk's minutes after the contact
    double patience_min = 0;     ///< mean minutes a person waits in line; 0 = endless
    Timeline room{0.0};          ///< people who may wait; 0 = no limit
    CloseRule at_closing = CloseRule::send_home;
    RetryRule after_closed, after_blocked, after_left;
    double retry_min = 60;       ///< mean minutes until the same channel is tried again
    double arrive_within_min = 60;  ///< people who come back to a closed channel spread over this long after it opens
};

/// Booked meetings, held by the reception desk's staff.
struct AppointmentRules {
    Timeline slots_per_day{1.0};   ///< per reception clerk
    double lead_days = 3;          ///< earliest slot after asking
    double longest_lead_days = 30; ///< asking fails ("blocked") if nothing is free before this
    double no_show = 0.1;
    double rebook = 0;             ///< of the no-shows, offered the next free slot at once
    double remote_share = 1;       ///< of those who cannot come, take part by video or phone
};

/// Help with the digital form for people who cannot use it, by a host at the door.
struct AssistedRules {
    Timeline minutes{20.0};  ///< mean time of the host, of the reception's staff
};

/// Home visits and call-outs: a clerk travels to people who cannot come, in working hours.
struct OutreachRules {
    Timeline travel_min{30.0};                 ///< each way
    DeskKind served_by = DeskKind::casework;   ///< one of the office's desks
    int priority = 1;                          ///< in that desk's line, 0..7, lower is served first
    std::vector<std::size_t> groups;           ///< who is offered it; index into groups
    bool in_quarantine = false;                ///< and whoever is in quarantine
};

/// The phone loop: query call or transfer, message, callback, missed callback; and virtual hold, the offer
/// to be called back instead of holding the line.
struct PhoneLoop {
    double query_share = 0;         ///< of local-service calls that the contact centre cannot solve alone
    double query_talk_min = 4;      ///< mean minutes with the local office on the line
    double callback_delay_hours = 8;///< mean working hours before the office tries to call back
    double missed = 0.3;            ///< probability that the callback is missed
    double callback_talk_min = 8;   ///< mean minutes of an answered callback
    double missed_call_min = 2;     ///< clerk's minutes on a missed one
    RetryRule after_missed;
    int callback_attempts = 1;      ///< of the office, before a callback counts as missed
    double callback_again_hours = 4;///< mean working hours between two of them
    double own_number = 0;          ///< of who would ring about a local matter, ring the office's own number if it has one
    double transfer = 0;            ///< of the calls that need the office, put through to its duty phone
    Transfer transfer_kind = Transfer::hand_over;
    TransferPlace transfer_place = TransferPlace::before_callbacks;
    double transfer_patience_min = 0;     ///< mean patience in that second line; 0 = endless
    Timeline offer_callback_after_min{0.0};  ///< expected wait from which virtual hold is offered; 0 = never
    double accepts_callback = 0;          ///< of those who are offered it
};

}  // namespace skranke
