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

void describe_outreach(V& v, OutreachRules& o) {
    v.timeline({"travel_min", "minutes", 0, kMostMinutes, "Outreach only: time on the way, each way.", kRecords},
               o.travel_min);
    choose(v, words("served_by", "desk", "Outreach only: whose clerks go."),
           std::span<const char* const>{kDeskKeys}.first(kOfficeDesks), o.served_by);
    count(v, {"priority", "rank", 0, 7, "Outreach only: in that desk's line, lower is served first.", kChoice},
          o.priority);
    v.references(words("groups", "groups", "Outreach only: who is offered it."), Named::group, o.groups);
    v.flag(words("in_quarantine", "true or false", "Outreach only: offered to whoever is in quarantine, too."),
           o.in_quarantine);
}

void describe_transfer(V& v, PhoneLoop& p) {
    v.number({"transfer", "share", 0, 1,
              "Of the calls that need the local office, put through to its duty phone to wait there.", kRecords},
             p.transfer);
    choose(v, words("transfer_kind", "kind", "Whether the agent hangs up or stays on until the office is done."),
           kTransferKeys, p.transfer_kind);
    choose(v, words("transfer_place", "place", "Where she stands in the duty phone's line."), kTransferPlaceKeys,
           p.transfer_place);
    v.number({"transfer_patience_min", "minutes", 0, kMostMinutes,
              "Mean time she waits in that second line before hanging up; 0 = endless.", kAssumed},
             p.transfer_patience_min);
}

void describe_virtual_hold(V& v, PhoneLoop& p) {
    v.timeline({"offer_callback_after_min", "minutes", 0, kMostMinutes,
                "When people in line x mean talk / agents passes this, who rings is offered to be called back when it "
                "is her turn; 0 = never.",
                kRecords},
               p.offer_callback_after_min);
    v.number(probability("accepts_callback", "Probability that she accepts, hangs up and keeps her place."),
             p.accepts_callback);
}

}  // namespace

void describe_contact(V& v, ScenarioDraft& draft) {
    Scenario& s = draft.scenario;
    v.named({"channel", "The ways to reach someone."}, kChannelKeys, [&](std::size_t i) {
        if (static_cast<Channel>(i) == Channel::phone)
            choose(v,
                   words("answered_by", "desk",
                         "Who takes calls, phone only: the shared contact centre or the office's duty phone."),
                   kAnsweredByKeys, s.phone_answered_by);
        if (static_cast<Channel>(i) == Channel::digital)
            v.date(words("form_from", "date",
                         "Digital only: every municipality has a form for social assistance from this day at the latest, "
                         "whatever the table says.",
                         kChoice),
                   draft.form_from);
        describe_channel(v, s.channels[i]);
        if (static_cast<Channel>(i) == Channel::outreach) describe_outreach(v, s.outreach);
    });
    v.table({"appointments", "Booked meetings, held by the reception's staff."}, [&] {
        AppointmentRules& a = s.appointments;
        v.timeline({"slots_per_day", "slots", 0, 1000, "Meetings a day per reception clerk.", kRecords},
                   a.slots_per_day);
        v.number({"lead_days", "days", 0, kMostDays, "Earliest slot after asking.", kRecords}, a.lead_days);
        v.number({"longest_lead_days", "days", 0, kMostDays, "Asking fails if nothing is free before this.", kRecords},
                 a.longest_lead_days);
        v.number(probability("no_show", "Probability that the person does not come.", kRecords), a.no_show);
        v.number(probability("rebook", "Probability that who did not come is given the next free slot.", kRecords),
                 a.rebook);
        v.number({"remote_share", "share", 0, 1, "Of those who cannot come, take part by video or phone.", kAssumed},
                 a.remote_share);
    });
    v.table({"assisted", "Help with the digital form for those who cannot use it, at the door."}, [&] {
        v.timeline({"minutes", "minutes", 0, kMostMinutes, "Mean time of the host, who is of the reception.", kAssumed},
                   s.assisted.minutes);
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
        count(v, {"callback_attempts", "calls", 1, kMostAttempts, "The office's, before a callback is missed.", kRecords},
              p.callback_attempts);
        v.number({"callback_again_hours", "working hours", 0, 1000, "Mean time between two of them.", kRecords},
                 p.callback_again_hours);
        v.number({"own_number", "share", 0, 1,
                  "Of people who would ring about a local service, those who ring the office's own number where it has one.",
                  kAssumed},
                 p.own_number);
        describe_transfer(v, p);
        describe_virtual_hold(v, p);
    });
}

}  // namespace skranke::fields
