#pragma once
/// \file
/// The channels: the ways in which a resident can reach someone, their opening hours and rules.
///
/// Source  every field's meaning, unit, range and default: engine/language/fields/contact.cpp.

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/scenario/opening_hours.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

enum class Channel : std::uint8_t { digital, phone, drop_in, appointment };
inline constexpr std::size_t kChannels = 4;

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

enum class CloseRule : std::uint8_t { send_home, serve };
enum class AnsweredBy : std::uint8_t { contact_centre, office };

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
};

/// The phone loop: query call, message, callback, missed callback.
struct PhoneLoop {
    double query_share = 0;         ///< of local-service calls that the contact centre cannot solve alone
    double query_talk_min = 4;      ///< mean minutes with the local office on the line
    double callback_delay_hours = 8;///< mean working hours before the office tries to call back
    double missed = 0.3;            ///< probability that the callback is missed
    double callback_talk_min = 8;   ///< mean minutes of an answered callback
    double missed_call_min = 2;     ///< clerk's minutes on a missed one
    RetryRule after_missed;
};

}  // namespace skranke
