#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

namespace {

void describe_follow_on(V& v, Surge& s) {
    v.listed(words("follow_on", "list", "Extra needs that follow.", kAssumed), [&] {
        Surge::FollowOn& f = s.follow_on.emplace_back();
        v.reference(words("service", "service", "Of which service.", kChoice, kRequired), Named::service, f.service);
        v.number({"amount", "needs", 0, 1e5,
                  "layoffs, curve: per need; else a week per 1,000 residents (quarantine: times share).", kAssumed,
                  kRequired},
                 f.amount);
        v.number({"delay_days", "days", 0, kMostDays, "How much later, on average.", kAssumed}, f.delay_days);
        choose(v, words("delay_law", "law", "Whether all wait as long, or exponentially around it.", kAssumed),
               kDelayLawKeys, f.delay_law);
    });
}

void describe_layoffs(V& v, Surge& s) {
    v.number({"suppressed_count", "applications", 0, 100, "layoffs: used where a count is hidden because it is small.",
              kAssumed},
             s.suppressed_count);
    v.timeline({"weekly_decay", "factor", 0, 1, "layoffs: each week after the series ends, or after peak, times this.",
                kAssumed},
               s.weekly_decay);
    v.by_date({"day_weights", "weight", 0, 1e9, "layoffs: relative weights of single days; without it as usual.",
               kStatistics},
              s.day_weights);
    v.date(words("onset", "date", "layoffs without a series: first day with any."), s.onset);
    v.date(words("peak", "date", "layoffs without a series: the day with the most."), s.peak);
    v.number({"rise", "factor", 0, 1, "layoffs without a series: each week before peak, times this.", kAssumed},
             s.rise);
    v.number({"per_1000_week", "needs", 0, 1e5, "layoffs without a series: a week per 1,000 residents at the peak.",
              kAssumed},
             s.per_1000_week);
    v.number({"exposure", "exponent", 0, 2,
              "layoffs without a series: times (layoff share / area mean) to this power, where it is known.", kAssumed},
             s.exposure);
}

void describe_outage(V& v, Surge& s) {
    v.number({"from_hour", "hours", 0, 24, "outage: time of day when it begins, 9.5 = 09:30.", kRecords}, s.from_hour);
    v.number({"to_hour", "hours", 0, 24, "outage: time of day when it ends.", kRecords}, s.to_hour);
    choose(v, words("channel", "channel", "outage: which; people find it closed.", kRecords), kChannelKeys, s.channel);
    choose(v, words("affects", "systems", "outage: whose services it hits.", kRecords), kAffectsKeys, s.affects);
}

void describe_other_models(V& v, Surge& s) {
    choose(v, words("unit", "unit", "curve: whether its values are per 1,000 residents or counts."), kCurveUnitKeys,
           s.unit);
    v.number({"amount", "needs", 0, 1e5, "curve: needs of `service` per unit of the curve.", kAssumed}, s.amount);
    v.number({"returns", "share", 0, 1, "suppressed: share of the needs that come back afterwards.", kAssumed},
             s.returns);
    v.number({"over_weeks", "weeks", 0.1, 520, "suppressed: they come back within this, as many as usual by weekday.",
              kAssumed},
             s.over_weeks);
}

}  // namespace

void describe_surge(V& v, Surge& s, std::string& series_file) {
    choose(v, words("kind", "kind", "What sort of disturbance; fields of other kinds are ignored.", kChoice, kRequired),
           kSurgeKeys, s.kind);
    v.label(words("label", "text", "Name in the three languages."), s.label);
    v.flag(words("enabled", "true or false", "Whether it happens."), s.enabled);
    v.number({"height", "factor", 0, 100, "Multiplies the whole surge, but no outage and no trace.", kChoice},
             s.height);
    v.whole({"weeks_later", "weeks", -104, 104, "Moves the whole surge, series included; below 0: earlier.", kChoice},
            s.weeks_later);
    v.reference(words("service", "service", "layoffs, curve: what people apply for.", kChoice), Named::service,
                s.service);
    v.file(words("series", "file",
                 "layoffs: observed weekly applications by municipality; curve: values by day; trace: observed needs.",
                 kStatistics),
           series_file);
    describe_layoffs(v, s);
    v.timeline({"share", "share", 0, 1,
                "quarantine: of residents who cannot leave home; suppressed: of needs that do not arise.", kAssumed},
               s.share);
    v.timeline(probability("staff_absence", "quarantine, school_closure: added probability that a head is absent."),
               s.staff_absence);
    v.timeline({"factor", "factor", 0, 1000, "scale: multiplies the needs of `services`.", kAssumed}, s.factor);
    v.timeline({"add", "needs", 0, 1e5, "scale: adds to them, a week per 1,000 residents.", kAssumed}, s.add);
    v.references(words("services", "services", "scale, suppressed: which."), Named::service, s.services);
    v.date(words("from", "date", "school_closure, outage, suppressed: first day.", kStatistics), s.from);
    v.date(
        words("to", "date",
              "school_closure, suppressed: first day no longer; outage: last day if to_hour is above 0, else the day "
              "after; layoffs: the series is used before this day.",
              kStatistics),
        s.to);
    describe_outage(v, s);
    describe_other_models(v, s);
    describe_follow_on(v, s);
}

}  // namespace skranke::fields
