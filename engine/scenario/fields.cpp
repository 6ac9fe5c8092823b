#include "engine/scenario/fields.hpp"

#include "engine/scenario/names.hpp"

namespace skranke {

namespace {

using V = FieldVisitor;

// Where a value usually comes from.
constexpr const char* kChoice = "the author's choice";
constexpr const char* kRecords = "the offices' own records";
constexpr const char* kStatistics = "published statistics";
constexpr const char* kAssumed = "seldom measured: an assumption with a range";
constexpr const char* kLaw = "law or a published norm";

constexpr bool kRequired = true;
constexpr double kMostMinutes = 1440;     // one day
constexpr double kMostWorkMinutes = 1e5;  // of one case: about a year's work
constexpr double kMostPeople = 1e6;
constexpr double kMostDays = 3650;

constexpr FieldSpec words(const char* key, const char* unit, const char* meaning, const char* source = kChoice,
                          bool required = false) {
    return {key, unit, 0, 0, meaning, source, required};
}
constexpr FieldSpec probability(const char* key, const char* meaning, const char* source = kAssumed) {
    return {key, "probability", 0, 1, meaning, source};
}

constexpr std::array<const char*, 4> kRetryKeys{"same", "other", "tomorrow", "give_up"};

template <class Enum>
void choose(V& v, const FieldSpec& spec, std::span<const char* const> names, Enum& value) {
    auto index = static_cast<std::size_t>(value);
    v.choice(spec, names, index);
    value = static_cast<Enum>(index);
}

template <class Integer>
void count(V& v, const FieldSpec& spec, Integer& value) {
    auto whole = static_cast<std::int64_t>(value);
    v.whole(spec, whole);
    value = static_cast<Integer>(whole);
}

void describe_retry(V& v, const char* key, const char* meaning, RetryRule& rule) {
    std::array<double, 4> parts{rule.same, rule.other, rule.tomorrow, rule.give_up};
    v.shares(probability(key, meaning), Parts::sum_to_one, kRetryKeys, parts);
    rule = {parts[0], parts[1], parts[2], parts[3]};
}

void describe_run(V& v, ScenarioDraft& draft) {
    Scenario& s = draft.scenario;
    count(v, {"format", "format", 1, 1, "Version of the scenario language.", kChoice, kRequired}, draft.format);
    v.file(words("extends", "file", "A scenario that this one changes; sections merge key by key, this file wins."),
           draft.extends);
    v.name(words("name", "name", "Names the result folder; letters, digits, '-', '_' and '.'.", kChoice, kRequired),
           s.name);
    v.label(words("title", "text", "One line for people, as one text or in the three languages."), s.title);
    v.label(words("question", "text", "What the scenario is to answer; likewise."), s.question);
    v.table({"time", "The weeks that are simulated."}, [&] {
        v.date(words("start", "date", "First day, a Monday.", kChoice, kRequired), s.start);
        count(v, {"weeks", "weeks", 1, 520, "Length of the horizon.", kChoice}, s.weeks);
        count(v,
              {"warm_up_weeks", "weeks", 0, 52,
               "Simulated before the start so that the offices are not empty; not counted.", kChoice},
              s.warm_up_weeks);
    });
    v.table({"run", "How often and with which random numbers."}, [&] {
        count(v, {"replications", "replications", 1, 1e6, "Independent repetitions.", kChoice}, s.replications);
        count(v, {"seed", "seed", 0, 1e15 - 1, "Equal seeds give equal people and luck.", kChoice}, s.seed);
        v.number(
            {"message_delay_min", "minutes", 0.1, kMostMinutes, "Least time a message between offices takes.", kChoice},
            s.message_delay_min);
    });
    v.table({"area", "Which municipalities of the table take part; without it all."}, [&] {
        v.text(words("county", "county number", "A county's two digits, or \"all\"."), draft.area.county);
        v.texts(words("municipalities", "municipality numbers", "Goes before county: four digits each, in quotes."),
                draft.area.municipalities);
    });
    v.table({"tables", "The tables of places, as files beside or below the scenario."}, [&] {
        v.file(words("municipalities", "file", "Municipalities with their population.", kStatistics, kRequired),
               draft.municipality_file);
        v.file(words("offices", "file", "Offices and the municipalities they serve.", kStatistics, kRequired),
               draft.office_file);
        v.file(words("holidays", "file", "Public holidays; without it there are none.", kLaw), draft.holiday_file);
    });
}

void describe_demand(V& v, DemandRules& d) {
    v.table({"demand", "When needs arise, for all services alike."}, [&] {
        v.numbers({"hour_weight", "weight", 0, 1e6,
                   "Relative number of needs born in each hour of the day, from midnight.", kRecords},
                  d.hour_weight);
        v.numbers({"weekday_weight", "weight", 0, 1e6, "Relative number of needs by weekday, Monday first.", kRecords},
                  d.weekday_weight);
        v.number({"busyness_shape", "shape", 0, 1e6,
                  "Gamma shape of the day-to-day factor: the smaller, the more days differ; 0 = none.", kRecords},
                 d.busyness_shape);
        v.number(
            {"first_attempt_delay_min", "minutes", 0, 1e5, "Mean time from a need to the first attempt.", kAssumed},
            d.first_attempt_delay_min);
        v.number({"barrier_retry_days", "days", 0.1, kMostDays,
                  "Who finds no open channel that she can use looks again after this.", kAssumed},
                 d.barrier_retry_days);
        v.number(
            {"news_days", "days", 0, kMostDays, "A channel shut for longer than this is no longer tried.", kAssumed},
            d.news_days);
        v.number({"longest_wait_days", "working days", 0, kMostDays,
                  "A channel that opens after more working days than this is shut; else people wait for it.", kAssumed},
                 d.longest_wait_days);
        v.number({"follow_recipients", "exponent", 0, 2,
                  "Local demand follows (recipients per 1,000 / area mean) to this power; 0 = not at all.", kAssumed},
                 d.follow_recipients);
    });
}

void describe_group(V& v, Group& g) {
    v.label(words("label", "text", "Name in the three languages."), g.label);
    v.flag(words("vulnerable", "true or false", "Counted in the gap between vulnerable people and others."),
           g.vulnerable);
    v.shares(probability("able", "Probability that a member can use the channel; a channel left out: 1."), Parts::any,
             kChannelKeys, g.able);
    v.shares(
        {"prefers", "factor", 0, 1000, "Multiplies the services' channel weights; a channel left out: 1.", kAssumed},
        Parts::any, kChannelKeys, g.prefers);
    v.number(probability("children", "Probability of children in the household.", kStatistics), g.children);
    v.number({"patience_factor", "factor", 0.001, 1000, "Multiplies the mean patience in lines.", kAssumed},
             g.patience_factor);
    count(v, {"max_attempts", "attempts", 1, kMostAttempts, "Gives up after this many failed attempts.", kAssumed},
          g.max_attempts);
}

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
    });
}

void describe_service(V& v, Service& s) {
    v.label(words("label", "text", "Name in the three languages."), s.label);
    choose(v, words("system", "system", "Whose matter it is: the local office's or the state's."), kSystemKeys,
           s.system);
    v.timeline({"per_1000_week", "needs", 0, 1e5, "Needs a week per 1,000 residents.", kStatistics, kRequired},
               s.per_1000_week);
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
    v.number(probability("third_party", "Probability of waiting for others, the clock running."), s.third_party);
    v.number({"third_party_days", "days", 0, kMostDays, "Mean of that wait.", kAssumed}, s.third_party_days);
    v.number({"withdraw_days", "days", 0, kMostDays, "Mean patience of a waiting case; 0 = never withdrawn.", kAssumed},
             s.withdraw_days);
    v.number(
        {"enquiries_per_week", "enquiries", 0, 100, "Calls \"where is my case\" a week per waiting case.", kAssumed},
        s.enquiries_per_week);
    describe_clock(v, s.clock);
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

void describe_desk(V& v, DeskRules& d) {
    v.timeline({"per_1000_adults", "positions", 0, 1000, "Positions per 1,000 residents aged 18 or more.", kStatistics},
               d.per_1000_adults);
    v.timeline({"positions", "positions", 0, 1e5, "Added to the above; alone for shared desks.", kRecords},
               d.positions);
    v.number({"minimum", "positions", 0, 1e5, "At least these, however small the population.", kRecords}, d.minimum);
    v.number({"follow_recipients", "exponent", 0, 2,
              "Positions per adult follow (recipients per 1,000 / area mean) to this power.", kAssumed},
             d.follow_recipients);
    v.number({"cover", "heads", 0, 1e5, "Heads who are always replaced when absent.", kRecords}, d.cover);
    v.hours(words("hours", "opening hours", "Working hours; required if anybody works here.", kRecords), d.hours);
    v.timeline(probability("absence", "Probability that a head is absent on a day.", kStatistics), d.absence);
    v.timeline({"speed", "factor", 0, 100, "Working minutes done in a minute.", kAssumed}, d.speed);
}

void describe_local_desk(V& v, DeskRules& d) {
    describe_desk(v, d);
    v.table({"small_office", "What offices with few residents have instead."}, [&] {
        DeskRules::SmallOffice& small = d.small_office;
        v.number({"residents", "persons", 0, 1e9, "Offices with fewer are small; 0 = none is.", kChoice},
                 small.residents);
        v.timeline(probability("absence", "Probability that a head is absent on a day.", kAssumed), small.absence);
        v.number({"cover", "heads", 0, 1e5, "Heads who are always replaced when absent.", kAssumed}, small.cover);
    });
}

void describe_follow_on(V& v, Surge& s) {
    v.listed(words("follow_on", "list", "Extra needs that follow.", kAssumed), [&] {
        Surge::FollowOn& f = s.follow_on.emplace_back();
        v.reference(words("service", "service", "Of which service.", kChoice, kRequired), Named::service, f.service);
        v.number({"amount", "needs", 0, 1e5,
                  "layoffs: per need; else a week per 1,000 residents (quarantine: times share).", kAssumed, kRequired},
                 f.amount);
        v.number({"delay_days", "days", 0, kMostDays, "How much later.", kAssumed}, f.delay_days);
    });
}

void describe_surge(V& v, Surge& s, std::string& series_file) {
    choose(v, words("kind", "kind", "What sort of disturbance; fields of other kinds are ignored.", kChoice, kRequired),
           kSurgeKeys, s.kind);
    v.label(words("label", "text", "Name in the three languages."), s.label);
    v.flag(words("enabled", "true or false", "Whether it happens."), s.enabled);
    v.number({"height", "factor", 0, 100, "Multiplies the whole surge.", kChoice}, s.height);
    v.reference(words("service", "service", "layoffs: what people apply for.", kChoice), Named::service, s.service);
    v.file(words("series", "file", "layoffs: observed weekly applications by municipality.", kStatistics), series_file);
    v.number({"suppressed_count", "applications", 0, 100, "layoffs: used where a count is hidden because it is small.",
              kAssumed},
             s.suppressed_count);
    v.timeline({"weekly_decay", "factor", 0, 1, "layoffs: each week after the series ends, times this.", kAssumed},
               s.weekly_decay);
    v.by_date({"day_weights", "weight", 0, 1e9, "layoffs: relative weights of single days; without it as usual.",
               kStatistics},
              s.day_weights);
    v.timeline({"share", "share", 0, 1, "quarantine: share of residents who cannot leave home.", kAssumed}, s.share);
    v.timeline(probability("staff_absence", "quarantine, school_closure: added probability that a head is absent."),
               s.staff_absence);
    v.timeline({"factor", "factor", 0, 1000, "scale: multiplies the needs of `services`.", kAssumed}, s.factor);
    v.references(words("services", "services", "scale: which."), Named::service, s.services);
    v.date(words("from", "date", "school_closure: first day shut.", kStatistics), s.from);
    v.date(words("to", "date", "school_closure: first day open again; layoffs: the series is used before this day.",
                 kStatistics),
           s.to);
    describe_follow_on(v, s);
}

void describe_offices(V& v, ScenarioDraft& draft) {
    const auto drop_in = static_cast<std::size_t>(Channel::drop_in);
    const auto local_desks = std::span<const char* const>{kDeskKeys}.first(kOfficeDesks);
    v.keyed({"office", "What differs at one office, by its id."}, Names::defined_elsewhere, [&](const std::string& id) {
        draft.offices.push_back({id, draft.scenario.channels[drop_in].hours, draft.scenario.desks});
        ScenarioDraft::OfficeOverride& office = draft.offices.back();
        v.hours(words("drop_in_hours", "opening hours", "When the door is open, instead of channel.drop_in.hours.",
                      kRecords),
                office.drop_in_hours);
        v.named({"desk", "Its desks; keys left out are those of [desk.*]."}, local_desks,
                [&](std::size_t i) { describe_local_desk(v, office.desks[i]); });
    });
}

void describe_verdict(V& v, VerdictRules& r) {
    v.table({"verdict", "Limits the verdict is judged by: chosen norms, not law."}, [&] {
        v.number(
            {"most_lost_before_contact", "share", 0, 1, "available: of local needs, lost before any contact.", kLaw},
            r.most_lost_before_contact);
        v.number({"access_p90_days", "days", 0, kMostDays, "available: nine in ten reach someone within this.", kLaw},
                 r.access_p90_days);
        v.number({"least_on_time", "share", 0, 1, "handled: of decided local cases, inside their clock.", kLaw},
                 r.least_on_time);
        v.number({"least_urgent_on_time", "share", 0, 1, "handled: the same for urgent services.", kLaw},
                 r.least_urgent_on_time);
        count(
            v,
            {"urgent_priority", "rank", 0, 7, "handled: services of this priority or lower rank are urgent.", kChoice},
            r.urgent_priority);
        v.number({"most_lost_after_contact", "share", 0, 1, "sufficient: of local needs, lost after contact.", kLaw},
                 r.most_lost_after_contact);
        v.number({"most_vulnerable_gap", "share", 0, 1,
                  "sufficient: unmet rate of vulnerable people minus that of others.", kLaw},
                 r.most_vulnerable_gap);
    });
}

}  // namespace

ScenarioDraft::ScenarioDraft() {
    scenario.demand.hour_weight.fill(1);
    scenario.demand.weekday_weight.fill(1);
    OpeningHours::Period always{};
    always.week.fill(DailyHours{0, 1440});
    scenario.channels[static_cast<std::size_t>(Channel::digital)].hours.periods = {always};
}

void describe(FieldVisitor& v, ScenarioDraft& draft) {
    Scenario& s = draft.scenario;
    describe_run(v, draft);
    describe_demand(v, s.demand);
    v.keyed({"group", "Residents with the same abilities."}, Names::defined_here, [&](const std::string& key) {
        s.groups.emplace_back().key = key;
        describe_group(v, s.groups.back());
    });
    v.keyed({"service", "What people need."}, Names::defined_here, [&](const std::string& key) {
        s.services.emplace_back().key = key;
        describe_service(v, s.services.back());
    });
    describe_contact(v, s);
    v.named({"desk", "Staff: three desks in every office, three shared."}, kDeskKeys, [&](std::size_t i) {
        i < kOfficeDesks ? describe_local_desk(v, s.desks[i]) : describe_desk(v, s.desks[i]);
    });
    describe_offices(v, draft);
    v.keyed({"surge", "A named, dated disturbance; surges add up."}, Names::defined_here, [&](const std::string& key) {
        s.surges.emplace_back().key = key;
        draft.series_files.emplace_back();
        describe_surge(v, s.surges.back(), draft.series_files.back());
    });
    describe_verdict(v, s.verdict);
}

}  // namespace skranke
