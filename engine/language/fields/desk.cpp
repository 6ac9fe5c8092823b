#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

namespace {

/// A list that an office's own replaces as a whole.
void describe_parts(V& v, const FieldSpec& list, const char* days_key, std::vector<RotaPart>& parts) {
    std::vector<RotaPart> given;
    v.listed(list, [&] {
        RotaPart& part = given.emplace_back();
        v.weekdays(words(days_key, "weekdays", "On which weekdays; without it on all.", kRecords), part.days);
        v.time_of_day(words("from", "time", "From this time.", kRecords, kRequired), part.from_min);
        v.time_of_day(words("to", "time", "Until this time.", kRecords, kRequired), part.to_min);
        v.number({"share", "share", 0, 1, "Share of the heads; each entry takes the next ones.", kRecords}, part.share);
    });
    if (!given.empty()) parts = std::move(given);
}

}  // namespace

void describe_attendance(V& v, DeskRules& d) {
    v.number({"absence_spell_days", "days", 0, 365,
              "Mean length of an absence other than by surges; 0 = each day for itself.", kStatistics},
             d.absence_spell_days);
    v.number(
        {"parents", "share", 0, 1, "Heads whom shut schools keep away: those with children at school.", kStatistics},
        d.parents);
    v.number({"home_work", "share", 0, 1,
              "Heads who can do this desk's work from home, in quarantine or while schools are shut.", kRecords},
             d.home_work);
    v.number({"home_pace", "factor", 0.05, 2, "Work done at home in the time that it takes at the desk.", kAssumed},
             d.home_pace);
}

void describe_learning(V& v, DeskRules& d) {
    v.number({"learning_weeks", "weeks", 0, 520,
              "Until positions that are added while the run goes on are as fast as the others; 0 = at once.", kAssumed},
             d.learning_weeks);
    v.number(
        {"learning_start", "factor", 0.05, 1, "Their pace on the first day; it rises by as much each day.", kAssumed},
        d.learning_start);
}

void describe_overtime(V& v, Overtime& o) {
    v.table({"overtime", "Work after hours, casework and benefit offices only."}, [&] {
        v.number({"when_backlog_days", "days", 0, kMostDays,
                  "On days that begin with more than so many days' work in line.", kRecords},
                 o.when_backlog_days);
        v.number({"hours_per_day", "hours", 0, 16, "By how much these days are longer; 0 = no overtime.", kRecords},
                 o.hours_per_day);
        v.number({"most_hours_per_week", "hours", 0, 112, "Of each head, Monday to Sunday.", kLaw},
                 o.most_hours_per_week);
        v.number({"pace", "factor", 0.05, 2, "Work done in an hour of it, over that of an ordinary one.", kAssumed},
                 o.pace);
        v.number({"cost_factor", "factor", 0, 10, "Cost of an hour of it, over hour_cost.", kRecords}, o.cost_factor);
    });
}

void describe_help(V& v, DeskRules& d) {
    choose(v,
           words("helped_by", "desk",
                 "Whose free heads serve here when the line is long, reception and duty_phone only.", kRecords),
           kHelpedByKeys, d.helped_by);
    v.number({"help_when_waiting", "people", 1, kMostPeople,
              "People in line when help comes; it goes again when there are fewer.", kRecords},
             d.help_when_waiting);
    v.number({"skills", "share", 0, 1, "Share of the helping desk's heads who can serve here.", kRecords}, d.skills);
}

void describe_rota(V& v, Rota& rota) {
    describe_parts(v,
                   words("shifts", "list", "Who works when, within the hours; without it everybody always.", kRecords),
                   "days", rota.shifts);
    describe_parts(v, words("breaks", "list", "When heads are away for a break.", kRecords), "days", rota.breaks);
    describe_parts(v, words("meetings", "list", "When heads sit in a meeting.", kRecords), "day", rota.meetings);
}

}  // namespace skranke::fields
