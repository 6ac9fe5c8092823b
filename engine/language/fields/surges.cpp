#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

namespace {

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

}  // namespace

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

}  // namespace skranke::fields
