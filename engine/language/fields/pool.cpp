#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

void describe_pool(V& v, Pool& p, std::vector<std::string>& offices) {
    v.texts(words("offices", "office ids", "Who takes part: two or more, in quotes.", kRecords, kRequired), offices);
    choose(v, words("desk", "desk", "Whose staff is lent.", kRecords), std::span{kDeskKeys}.first(kOfficeDesks),
           p.desk);
    bool remote = p.work == LentWork::remote;
    v.flag(words("remote", "true or false", "Whether lent staff work from their own office.", kRecords), remote);
    p.work = remote ? LentWork::remote : LentWork::on_site;
    v.number({"most_share", "share", 0, 1, "Of its positions, what an office lends at most.", kRecords}, p.most_share);
    count(v, {"delay_days", "days", 1, 365, "From the morning it is agreed to the first day.", kRecords}, p.delay_days);
    count(v, {"lasts_days", "days", 1, kMostDays, "Days that lent staff stay.", kRecords}, p.lasts_days);
    v.number({"longest_km", "km", 0, 5000, "Between the offices' places, as the crow flies; 0 = no limit.", kRecords},
             p.longest_km);
    v.number({"ask_when_backlog_days", "days", 0.1, kMostDays,
              "An office whose line is more than so many days' work borrows down to it.", kRecords},
             p.ask_when_backlog_days);
    v.number({"lend_when_backlog_days", "days", 0, kMostDays,
              "An office lends as long as its own line stays within so many days' work.", kRecords},
             p.lend_when_backlog_days);
    v.number({"pace", "factor", 0.05, 2, "Work of a borrowed head over that of one's own.", kAssumed}, p.pace);
}

}  // namespace skranke::fields
