#include "engine/record/run_record.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "engine/record/outcome.hpp"

namespace skranke {

namespace {

RecordShape small_shape() {
    RecordShape shape;
    shape.municipalities = {"0301", "1103", "5001"};
    shape.municipality_names = {"Oslo", "Stavanger", "Trondheim"};
    shape.services = {"assistance", "advice"};
    shape.groups = {"young", "ill", "others", "abroad"};
    shape.desks = {{"0301/casework", "NAV Oslo", "casework"}, {"contact_centre", "contact centre", "contact_centre"}};
    shape.weeks = 5;
    return shape;
}

OutcomeCell outcome_cell(std::uint64_t base) {
    OutcomeCell cell{base, base + 1, base + 2, base + 3, {}, base + 4, {}, {}, {}};
    for (std::size_t reason = 0; reason < kReasons; ++reason) cell.unmet[reason] = base + 10 + reason;
    cell.access = {base + 20, static_cast<std::int64_t>(base) + 21};
    cell.handling = {base + 22, static_cast<std::int64_t>(base) + 23};
    cell.total = {base + 24, static_cast<std::int64_t>(base) + 25};
    return cell;
}

}  // namespace

TEST_CASE("Every outcome and every reason has a key of its own") {
    std::set<std::string> outcomes, reasons;
    for (int i = 0; i < 4; ++i) outcomes.insert(key_of(static_cast<Outcome>(i)));
    for (std::size_t i = 0; i < kReasons; ++i) reasons.insert(key_of(static_cast<Reason>(i)));
    CHECK(outcomes == std::set<std::string>{"met_on_time", "met_late", "unmet", "censored"});
    CHECK(reasons.size() == kReasons);
    CHECK(reasons.count("") == 0);
    CHECK(std::string(key_of(Reason::never_decided)) == "never_decided");
}

TEST_CASE("A missed callback is the last reason that is lost before any contact") {
    CHECK(is_before_contact(Reason::barrier));
    CHECK(is_before_contact(Reason::missed_callback));
    CHECK_FALSE(is_before_contact(Reason::incomplete));
    CHECK_FALSE(is_before_contact(Reason::never_decided));
}

TEST_CASE("A new record has one empty cell for every combination of its shape's axes") {
    const RunRecord record(small_shape());
    CHECK(record.outcomes.size() == 3 * 2 * 4);
    CHECK(record.times.size() == 3 * 2);
    CHECK(record.channels.size() == 3 * kRecordChannels);
    CHECK(record.weekly.size() == 3 * kRecordSystems * 5);
    CHECK(record.desks.size() == 2 * 5);
    for (const OutcomeCell& cell : record.outcomes) CHECK(cell.born + cell.unmet_total() + cell.access.count == 0);
    for (const TimeSketches& times : record.times) CHECK(times.total.count() == 0);
}

TEST_CASE("Cells are numbered municipality first and group last, without gaps") {
    const RecordShape shape = small_shape();
    std::size_t next = 0;
    for (std::size_t m = 0; m < 3; ++m)
        for (std::size_t s = 0; s < 2; ++s)
            for (std::size_t g = 0; g < 4; ++g) CHECK(shape.cell(m, s, g) == next++);
    CHECK(next == shape.cells());
    CHECK(shape.pair(2, 1) == 5);
}

TEST_CASE("Adding outcome cells adds every count, reason and time") {
    OutcomeCell sum = outcome_cell(100);
    sum += outcome_cell(1000);
    CHECK(sum.born == 1100);
    CHECK(sum.met_on_time == 1102);
    CHECK(sum.met_late == 1104);
    CHECK(sum.censored == 1106);
    CHECK(sum.attempts == 1108);
    for (std::size_t reason = 0; reason < kReasons; ++reason) CHECK(sum.unmet[reason] == 1120 + 2 * reason);
    CHECK(sum.unmet_total() == 8 * 1120 + 2 * 28);
    CHECK((sum.access.count == 1140 && sum.access.sum_us == 1142));
    CHECK((sum.handling.count == 1144 && sum.handling.sum_us == 1146));
    CHECK((sum.total.count == 1148 && sum.total.sum_us == 1150));
}

TEST_CASE("Adding channel, week and desk cells adds every count") {
    ChannelCell channel{1, 2, 3, 4, 5, 6, 7, {8, 9}};
    channel += ChannelCell{10, 20, 30, 40, 50, 60, 70, {80, 90}};
    CHECK(channel.attempts == 11);
    CHECK(channel.reached == 22);
    CHECK(channel.closed == 33);
    CHECK(channel.blocked == 44);
    CHECK(channel.left == 55);
    CHECK(channel.missed == 66);
    CHECK(channel.enquiries == 77);
    CHECK((channel.wait.count == 88 && channel.wait.sum_us == 99));

    WeekCell week{1, 2, 3, 4, 5};
    week += WeekCell{10, 20, 30, 40, 50};
    CHECK((week.born == 11 && week.settled == 22 && week.unmet == 33 && week.open_cases == 44 && week.overdue == 55));

    DeskWeek desk{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    desk += DeskWeek{10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    CHECK((desk.arrived == 11 && desk.started == 22 && desk.refused == 33 && desk.left == 44 && desk.sent_home == 55));
    CHECK((desk.backlog == 66 && desk.wait_us == 77 && desk.busy_us == 88 && desk.staffed_us == 99 && desk.overtime_us == 110));
}

TEST_CASE("Adding time sketches merges each of the three with its own kind") {
    TimeSketches a, b;
    a.access.add_minutes(1);
    b.access.add_minutes(1);
    b.handling.add_minutes(5);
    b.total.add_minutes(7);
    b.total.add_minutes(9);
    a += b;
    CHECK(a.access.count() == 2);
    CHECK(a.handling.count() == 1);
    CHECK(a.handling.quantile_min(1.0) == 5.0);
    CHECK(a.total.count() == 2);
    CHECK(a.total.quantile_min(1.0) == 9.0);
}

TEST_CASE("The first cell in which needs were lost or made up is found") {
    RunRecord record(small_shape());
    CHECK(check_conservation(record) == -1);
    OutcomeCell& good = record.outcomes[3];
    good.met_on_time = 5;
    good.met_late = 1;
    good.censored = 2;
    good.unmet = {1, 1, 1, 1, 1, 1, 1, 1};
    good.born = 16;
    CHECK(check_conservation(record) == -1);
    record.outcomes[20].born = 1;
    CHECK(check_conservation(record) == 20);
    good.unmet[7] = 0;
    CHECK(check_conservation(record) == 3);
}

}  // namespace skranke
