// How the staff of a desk is written, and what is wrong with it.

#include <catch2/catch.hpp>

#include "mini_office.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

/// The mini office with lines more in [desk.casework], from line 64 on.
Files casework_with(const std::string& lines) {
    return with("hours = [{mon-fri = \"08:00-16:00\"}]\n\n[surge",
                "hours = [{mon-fri = \"08:00-16:00\"}]\n" + lines + "\n[surge");
}

DeskRules casework_of(const Files& files) {
    const ReadResult result = read(files);
    REQUIRE(result.scenario);
    return result.scenario->office_desks[0][static_cast<std::size_t>(DeskKind::casework)];
}

}  // namespace

TEST_CASE("A rota is read, and an office's own list replaces the general one") {
    Files files = casework_with(
        "shifts = [{days = \"mon-thu\", from = \"08:00\", to = \"12:00\", share = 0.5}]\n"
        "meetings = [{day = \"wed\", from = \"09:00\", to = \"10:30\"}]\n");
    const Rota rota = casework_of(files).rota;
    REQUIRE((rota.shifts.size() == 1 && rota.meetings.size() == 1 && rota.breaks.empty()));
    CHECK((rota.shifts[0].days.first == 0 && rota.shifts[0].days.last == 3 && rota.shifts[0].share == 0.5));
    CHECK((rota.shifts[0].from_min == 480 && rota.shifts[0].to_min == 720));
    CHECK((rota.meetings[0].days.first == 2 && rota.meetings[0].days.last == 2 && rota.meetings[0].to_min == 630));
    files["office.toml"] += "[office.0001.desk.casework]\nshifts = [{from = \"09:00\", to = \"11:00\"}]\n";
    const Rota own = casework_of(files).rota;
    REQUIRE((own.shifts.size() == 1 && own.meetings.size() == 1));
    CHECK((own.shifts[0].from_min == 540 && own.shifts[0].days.last == 6));
}

TEST_CASE("A rota that ends before it begins, or lies outside the hours, is reported") {
    CHECK(problems_of(casework_with("breaks = [{from = \"12:00\", to = \"11:30\"}]\n")) ==
          "office.toml:64: desk.casework.breaks: entry 1 ends before it begins (from must be before to)\n");
    CHECK(problems_of(casework_with("shifts = [{from = \"08:00\", to = \"11:30\"}, {days = \"sat\", from = \"08:00\", "
                                    "to = \"11:30\"}]\n")) ==
          "office.toml:64: desk.casework.shifts: entry 2 lies outside the desk's working hours\n");
    CHECK(problems_of(casework_with("breaks = [{days = \"monday\", from = \"8\", to = \"11:30\"}]\n")) ==
          "office.toml:64: desk.casework.breaks[1].days = \"monday\": needs a weekday like \"mon\", or some like "
          "\"mon-fri\"\n"
          "office.toml:64: desk.casework.breaks[1].from = \"8\": needs a time like \"08:00\"\n");
}

TEST_CASE("Work at the door cannot be done at home, and shut schools cannot keep away more than parents") {
    CHECK(problems_of(with("[desk.casework]", "[desk.reception]\nhome_work = 0.5\n\n[desk.casework]")) ==
          "office.toml:62: desk.reception.home_work = 0.5: the door cannot be served from home (must be 0)\n");
    Files files = casework_with("parents = 0.2\n");
    files["office.toml"] +=
        "[surge.schools]\nkind = \"school_closure\"\nfrom = 2020-03-12\nto = 2020-04-27\nstaff_absence = 0.3\n";
    CHECK(problems_of(files) ==
          "office.toml:64: desk.casework.parents = 0.2: surge.schools.staff_absence takes 0.3 of the heads, more than "
          "are parents\n");
}

TEST_CASE("Overtime is for desks with a pile, and ends by midnight") {
    const auto overtime = [](const std::string& desk, const std::string& hours) {
        return problems_of(
            with("[desk.casework]", "[desk." + desk + ".overtime]\nhours_per_day = " + hours + "\n\n[desk.casework]"));
    };
    CHECK(overtime("duty_phone", "2") ==
          "office.toml:62: desk.duty_phone.overtime.hours_per_day = 2: overtime is for casework and benefit offices: "
          "here nothing waits for the morning (must be 0)\n");
    CHECK(overtime("casework", "8.5") ==
          "office.toml:62: desk.casework.overtime.hours_per_day = 8.5: would last beyond midnight\n");
    CHECK(overtime("casework", "2") == "");
}

TEST_CASE("A desk is helped by another that is not helped itself") {
    const auto helped = [](const std::string& desk, const std::string& by) {
        return problems_of(
            with("[desk.casework]", "[desk." + desk + "]\nhelped_by = \"" + by + "\"\n\n[desk.casework]"));
    };
    CHECK(helped("reception", "casework") == "");
    CHECK(helped("reception", "reception") ==
          "office.toml:62: desk.reception.helped_by = \"reception\": a desk does not help itself\n");
    Files chain = with("[desk.casework]", "[desk.reception]\nhelped_by = \"duty_phone\"\n\n[desk.casework]");
    chain["office.toml"].replace(chain["office.toml"].find("[desk.duty_phone]"), 17,
                                 "[desk.duty_phone]\nhelped_by = \"casework\"");
    CHECK(problems_of(chain) ==
          "office.toml:63: desk.reception.helped_by = \"duty_phone\": is itself helped by another desk\n");
}

namespace {

std::string pool_problems(const std::string& lines) {
    Files files = mini_office();
    files["office.toml"] += "[pool.north]\n" + lines;
    files["data/offices.csv"] =
        "office_id,office,municipality,resident_share,share_basis\n"
        "0001,NAV Mini,0301,0.5,half\n"
        "0002,NAV Maxi,0301,0.5,half\n";
    return problems_of(files);
}

}  // namespace

TEST_CASE("The offices of a pool exist, are two or more, and are in one pool for a desk") {
    CHECK(pool_problems("offices = [\"0001\", \"0002\"]\n") == "");
    CHECK(pool_problems("offices = [\"0001\", \"0003\"]\n") ==
          "office.toml:70: pool.north.offices = \"0003\": is not in the table of offices (nearest: 0001)\n");
    CHECK(pool_problems("offices = [\"0001\"]\n") ==
          "office.toml:70: pool.north.offices = [\"0001\"]: needs two offices or more\n");
    CHECK(pool_problems("offices = [\"0001\", \"0002\"]\n[pool.south]\noffices = [\"0001\", \"0002\"]\n") ==
          "office.toml:72: pool.south.offices = \"0001\": is in pool.north for the same desk (needs to be in one)\n"
          "office.toml:72: pool.south.offices = \"0002\": is in pool.north for the same desk (needs to be in one)\n");
    CHECK(pool_problems("offices = [\"0001\", \"0002\"]\n[pool.south]\noffices = [\"0001\", \"0002\"]\n"
                        "desk = \"duty_phone\"\n") == "");
}

TEST_CASE("Contradictory terms of a pool are reported") {
    CHECK(pool_problems("offices = [\"0001\", \"0002\"]\nask_when_backlog_days = 1\nlend_when_backlog_days = 1\n") ==
          "office.toml:71: pool.north.ask_when_backlog_days = 1: is not more than lend_when_backlog_days, 1\n");
    CHECK(pool_problems("offices = [\"0001\", \"0002\"]\nremote = true\nlongest_km = 50\n") ==
          "office.toml:72: pool.north.longest_km = 50: does not matter to who works remotely (must be 0)\n");
    CHECK(pool_problems("offices = [\"0001\", \"0002\"]\ndesk = \"reception\"\n") ==
          "office.toml:71: pool.north.desk = \"reception\": nobody waits at a door overnight (needs casework or "
          "duty_phone)\n");
}
