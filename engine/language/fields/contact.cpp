#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

namespace {

constexpr std::array<const char*, 4> kRetryKeys{"same", "other", "tomorrow", "give_up"};

void describe_retry(V& v, const char* key, const char* meaning, RetryRule& rule) {
    std::array<double, 4> parts{rule.same, rule.other, rule.tomorrow, rule.give_up};
    v.shares(probability(key, meaning), Parts::sum_to_one, kRetryKeys, parts);
    rule = {parts[0], parts[1], parts[2], parts[3]};
}
void describe_channel(V& v, ChannelRules& c) {
    v.hours(words("hours", "opening hours", "When it is open; without it never (digital: always).", kRecords), c.hours);
    v.timeline({"talk_min", "minutes", 0, kMostMinutes, "Mean length of a contact (unused by digital).", kRecords},
               c.talk_min);
    choose(v, words("talk_law", "law", "How that length varies around its mean.", kAssumed), kTimeLawKeys, c.talk_law);
    v.number({"talk_cv", "ratio", 0, 10, "Standard deviation of that length over its mean.", kRecords}, c.talk_cv);
    v.timeline({"wrap_up_min", "minutes", 0, kMostMinutes, "The clerk's time after the contact.", kRecords},
               c.wrap_up_min);
    v.number({"patience_min", "minutes", 0, kMostMinutes,
              "Mean time a person waits in line before leaving; 0 = endless.", kRecords},
             c.patience_min);
    v.timeline({"room", "people", 0, kMostPeople, "How many may wait; 0 = no limit.", kRecords}, c.room);
    choose(v, words("at_closing", "rule", "What happens to those in line at closing time.", kRecords), kCloseRuleKeys,
           c.at_closing);
    describe_retry(v, "after_closed", "What people do who find it closed, or are sent home; sums to 1.",
                   c.after_closed);
    describe_retry(v, "after_blocked", "What people do who find it full; sums to 1.", c.after_blocked);
    describe_retry(v, "after_left", "What people do who left the line; sums to 1.", c.after_left);
    v.number({"retry_min", "minutes", 0, 1e5, "Mean time until the same channel is tried again.", kAssumed},
             c.retry_min);
    v.number({"arrive_within_min", "minutes", 0, kMostMinutes,
              "People who come back to a closed channel spread over this time after it opens.", kAssumed},
             c.arrive_within_min);
}

}  // namespace

void describe_contact(V& v, Scenario& s) {
    v.named({"channel", "The four ways to reach someone."}, kChannelKeys, [&](std::size_t i) {
        if (static_cast<Channel>(i) == Channel::phone)
            choose(v,
                   words("answered_by", "desk",
                         "Who takes calls, phone only: the shared contact centre or the office's duty phone."),
                   kAnsweredByKeys, s.phone_answered_by);
        describe_channel(v, s.channels[i]);
    });
    v.table({"appointments", "Booked meetings, held by the reception's staff."}, [&] {
        AppointmentRules& a = s.appointments;
        v.timeline({"slots_per_day", "slots", 0, 1000, "Meetings a day per reception clerk.", kRecords},
                   a.slots_per_day);
        v.number({"lead_days", "days", 0, kMostDays, "Earliest slot after asking.", kRecords}, a.lead_days);
        v.number({"longest_lead_days", "days", 0, kMostDays, "Asking fails if nothing is free before this.", kRecords},
                 a.longest_lead_days);
        v.number(probability("no_show", "Probability that the person does not come.", kRecords), a.no_show);
    });
    v.table({"phone_loop", "Contact centre, query to the local office, message, callback."}, [&] {
        PhoneLoop& p = s.phone_loop;
        v.number({"query_share", "share", 0, 1,
                  "Of calls about local services, those the contact centre cannot solve alone.", kRecords},
                 p.query_share);
        v.number(
            {"query_talk_min", "minutes", 0, kMostMinutes, "Mean time with the local office on the line.", kAssumed},
            p.query_talk_min);
        v.number({"callback_delay_hours", "working hours", 0, 1000, "Mean time before the office tries to call back.",
                  kRecords},
                 p.callback_delay_hours);
        v.number(probability("missed", "Probability that the callback is missed."), p.missed);
        v.number({"callback_talk_min", "minutes", 0, kMostMinutes, "Mean length of an answered callback.", kAssumed},
                 p.callback_talk_min);
        v.number({"missed_call_min", "minutes", 0, kMostMinutes, "The clerk's time on a missed one.", kAssumed},
                 p.missed_call_min);
        describe_retry(v, "after_missed", "What people do who missed it; sums to 1.", p.after_missed);
    });
}

}  // namespace skranke::fields
