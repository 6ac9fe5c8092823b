#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

namespace {

void describe_clock(V& v, Clock& c) {
    v.table({"clock", "The time limit the service is judged by."}, [&] {
        choose(v, words("from", "event", "When it starts."), kClockFromKeys, c.from);
        v.number({"limit", "clock units", 0, 10000, "Decided later than this is late.", kLaw, kRequired}, c.limit);
        choose(v, words("unit", "time unit", "Of limit and grace.", kLaw, kRequired), kClockUnitKeys, c.unit);
        v.number(
            {"grace", "clock units", 0, 10000, "Decided later than limit + grace counts as never decided.", kChoice},
            c.grace);
        choose(v, words("basis", "basis", "What the limit rests on.", kLaw, kRequired), kClockBasisKeys, c.basis);
        v.text(words("source", "text", "The paragraph or document; required for law and norm.", kLaw), c.source);
        std::array<bool, 2> stops{c.stops.documents, c.stops.third_party};
        v.choices(
            words("stops", "waits", "What stops it: waiting for documents, for a third party; [] = nothing.", kLaw),
            kClockStopKeys, stops);
        c.stops = {stops[0], stops[1]};
    });
}

void describe_provisional(V& v, ProvisionalReply& p) {
    v.table({"provisional", "A letter to those whose case takes long, when the decision can be expected."}, [&] {
        v.number(
            {"after_days", "days", 0, kMostDays,
             "Must be sent before this, since the application, unless the case is closed; 0 = none is sent.", kLaw},
            p.after_days);
        v.number({"ahead_days", "days", 0, kMostDays, "The office turns to it so long before.", kAssumed},
                 p.ahead_days);
        v.number({"effort_min", "minutes", 0, kMostWorkMinutes, "Casework that it takes.", kAssumed}, p.effort_min);
        choose(v, words("basis", "basis", "What after_days rests on.", kLaw), kClockBasisKeys, p.basis);
        v.text(words("source", "text", "The paragraph or document; required for law and norm.", kLaw), p.source);
    });
}

void describe_limits(V& v, std::vector<Limit>& limits) {
    v.listed(words("limits", "tables", "Further limits; cases are counted inside and outside each."), [&] {
        Limit& l = limits.emplace_back();
        v.name(words("name", "name", "What results call it.", kChoice, kRequired), l.name);
        choose(v, words("from", "event", "When it starts."), kClockFromKeys, l.from);
        v.number({"limit", "limit units", 0, 10000, "Decided later than this is outside.", kLaw, kRequired}, l.limit);
        choose(v, words("unit", "time unit", "Of the limit.", kLaw, kRequired), kClockUnitKeys, l.unit);
        choose(v, words("basis", "basis", "What the limit rests on.", kLaw, kRequired), kClockBasisKeys, l.basis);
        v.text(words("source", "text", "The paragraph or document; required for law and norm.", kLaw), l.source);
    });
}

}  // namespace

void describe_group(V& v, Group& g) {
    v.label(words("label", "text", "Name in the three languages."), g.label);
    v.flag(words("vulnerable", "true or false", "Counted in the gap between vulnerable people and others."),
           g.vulnerable);
    v.table({"able", "Probability that a member can use the channel, by date if need be; each keeps her luck."}, [&] {
        for (std::size_t c = 0; c < kChannels; ++c)
            v.timeline(probability(kChannelKeys[c], "Probability that a member can use this channel."), g.able[c]);
    });
    v.shares(
        {"prefers", "factor", 0, 1000, "Multiplies the services' channel weights; a channel left out: 1.", kAssumed},
        Parts::any, kChannelKeys, g.prefers);
    v.number(probability("can_travel", "Probability that a member can come to the office, to the door or a meeting."),
             g.can_travel);
    v.number(probability("helped_at_home", "Of those who cannot use the digital form, has a helper who can."),
             g.helped_at_home);
    v.number(probability("helped_at_office", "Of the others, comes to the door for help with it."), g.helped_at_office);
    v.number(probability("interpreter", "Probability that a member needs one to talk.", kStatistics), g.interpreter);
    v.number({"interpreter_delay_days", "days", 0, kMostDays,
              "Mean time until one is found, who is not booked with a meeting.", kRecords},
             g.interpreter_delay_days);
    v.number({"interpreter_talk_factor", "factor", 0.1, 100, "Multiplies the length of talks with one.", kAssumed},
             g.interpreter_talk_factor);
    v.number(probability("children", "Probability of children in the household.", kStatistics), g.children);
    v.number({"acute_factor", "factor", 0, 1000, "Multiplies the services' probability of acute need.", kAssumed},
             g.acute_factor);
    v.number({"patience_factor", "factor", 0.001, 1000, "Multiplies the mean patience in lines.", kAssumed},
             g.patience_factor);
    count(v, {"max_attempts", "attempts", 1, kMostAttempts, "Gives up after this many failed attempts.", kAssumed},
          g.max_attempts);
}

void describe_service(V& v, Service& s) {
    v.label(words("label", "text", "Name in the three languages."), s.label);
    choose(v, words("system", "system", "Whose matter it is: the local office's or the state's."), kSystemKeys,
           s.system);
    v.timeline({"per_1000_week", "needs", 0, 1e5, "Needs a week per 1,000 residents.", kStatistics, kRequired},
               s.per_1000_week);
    v.numbers({"season", "weight", 0, 1e6,
               "Relative number of needs a day in each month, January first; without it demand.season.", kStatistics},
              s.season);
    v.shares_by(
        {"group_share", "share", 0, 1, "Share of the needs that each group has; sums to 1.", kStatistics, kRequired},
        Named::group, s.group_share);
    v.shares({"prefers", "weight", 0, 1e6, "Weights of the channels people try first; a channel left out: 0.", kRecords,
              kRequired},
             Parts::any, kChannelKeys, s.prefers);
    v.number(
        probability("case_share", "Probability that a contact becomes a case; else it is solved at once.", kRecords),
        s.case_share);
    v.timeline({"effort_min", "minutes", 0, kMostWorkMinutes, "Mean working time of a case.", kAssumed}, s.effort_min);
    choose(v, words("effort_law", "law", "How the effort varies around its mean.", kAssumed), kTimeLawKeys,
           s.effort_law);
    v.number({"effort_cv", "ratio", 0, 10, "Standard deviation of the effort over its mean.", kAssumed}, s.effort_cv);
    v.number({"review_share", "share", 0, 1, "Of the effort, spent before missing documents are found.", kAssumed},
             s.review_share);
    count(v, {"priority", "rank", 0, 7, "Lower is served first.", kLaw}, s.priority);
    count(v, {"priority_children", "rank", -1, 7, "The same with children in the household; -1 = no difference.", kLaw},
          s.priority_children);
    v.number(probability("acute", "Probability that triage of an application finds an acute need."), s.acute);
    count(v,
          {"priority_acute", "rank", -1, 7,
           "Priority of an acute case, unless children in the household give it a lower number; -1 = no difference.",
           kLaw},
          s.priority_acute);
    v.reference(words("acute_becomes", "service",
                      "What an acute case is handled as: effort, priority, documents and clock are that service's; it "
                      "is counted where it came in. Without it: as itself.",
                      kLaw),
                Named::service, s.acute_becomes);
    v.flag(words("interrupts", "true or false",
                 "If no head is free, its cases take that of the case in hand with the highest priority number, of "
                 "these the one begun last, which is finished later.",
                 kLaw),
           s.interrupts);
    v.number({"priority_growth", "points a day", 0, 1000,
              "At a desk with discipline growing: what each day of waiting adds; services of one priority have the "
              "same.",
              kChoice},
             s.priority_growth);
    choose(v, words("decided_by", "desk", "casework for local services, a benefit office for the state's."), kDeskKeys,
           s.decided_by);
    v.timeline(probability("documents_missing", "Probability that an application lacks documents.", kRecords),
               s.documents_missing);
    v.number({"documents_days", "days", 0, kMostDays, "Mean time until they come, the clock stopped.", kRecords},
             s.documents_days);
    v.number(probability("documents_dropout", "Probability that they never come.", kRecords), s.documents_dropout);
    v.number(
        {"documents_chase_days", "days", 0, kMostDays, "After this the office gives up asking for them.", kRecords},
        s.documents_chase_days);
    v.number(
        {"documents_remind_days", "days", 0, kMostDays,
         "While documents are awaited the applicant is reminded each time so long has passed; 0 = never.", kRecords},
        s.documents_remind_days);
    v.number({"remind_effort_min", "minutes", 0, kMostWorkMinutes, "Casework that a reminder takes.", kAssumed},
             s.remind_effort_min);
    v.number(probability("paper_attachment",
                         "Probability that a digital application is complete only with attachments on paper; until "
                         "they come nobody works on it, and the clock does as it does for documents."),
             s.paper_attachment);
    v.number({"paper_days", "days", 0, kMostDays, "Mean time until they are handed in at the door.", kAssumed},
             s.paper_days);
    v.number({"paper_post_days", "days", 0, kMostDays,
              "Mean time until they come by post, if the door is shut when the application is made.", kAssumed},
             s.paper_post_days);
    v.number(probability("rework_share", "Probability that a decision is wrong or appealed and comes back once."),
             s.rework_share);
    v.number({"rework_effort_share", "share", 0, 10, "Casework that it takes then, of what the case took.", kAssumed},
             s.rework_effort_share);
    v.number({"rework_days", "days", 0, kMostDays, "Mean time from the decision until it comes back.", kAssumed},
             s.rework_days);
    v.number(probability("third_party", "Probability of waiting for others, the clock running."), s.third_party);
    v.number({"third_party_days", "days", 0, kMostDays, "Mean of that wait.", kAssumed}, s.third_party_days);
    v.number({"withdraw_days", "days", 0, kMostDays, "Mean patience of a waiting case; 0 = never withdrawn.", kAssumed},
             s.withdraw_days);
    v.number(
        {"enquiries_per_week", "enquiries", 0, 100, "Calls \"where is my case\" a week per waiting case.", kAssumed},
        s.enquiries_per_week);
    v.number(
        probability("renews", "Probability that a need that was met arises again; per_1000_week counts first ones."),
        s.renews);
    v.number({"renews_after_days", "days", 0.1, kMostDays, "Mean time from then on.", kAssumed}, s.renews_after_days);
    describe_clock(v, s.clock);
    describe_provisional(v, s.provisional);
    describe_limits(v, s.limits);
}

}  // namespace skranke::fields
