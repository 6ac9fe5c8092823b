#include <catch2/catch.hpp>

#include "mini_office.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

Date day(int year, unsigned month, unsigned of_month) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month};
}

}  // namespace

TEST_CASE("A mini office with an office-answered phone, three attempts and retries can be written down") {
    const ReadResult result = read(mini_office());
    REQUIRE(problems_of(mini_office()) == "");
    const Scenario& s = result.scenario.value();
    CHECK(s.name == "mini-office");
    CHECK(s.start == day(2020, 3, 2));
    CHECK(s.weeks == 26);
    CHECK(s.replications == 30);
    CHECK(s.phone_answered_by == AnsweredBy::office);
    CHECK(s.groups.at(0).max_attempts == 3);
    const ChannelRules& phone = s.channels[static_cast<std::size_t>(Channel::phone)];
    CHECK(phone.patience_min == 10);
    CHECK(phone.after_left.same == 0.6);
    CHECK(phone.after_left.give_up == 0.4);
    CHECK(phone.after_blocked.give_up == 1);
    CHECK(phone.hours.on(day(2020, 3, 2))[0]->opens_min == 480);
    CHECK(phone.hours.on(day(2020, 3, 2))[4]->closes_min == 960);
    CHECK_FALSE(phone.hours.on(day(2020, 3, 2))[5].has_value());
    REQUIRE(s.services.size() == 2);
    CHECK(s.services[0].key == "ordinary");
    CHECK(s.services[0].per_1000_week.at(day(2020, 5, 1)) == 1426);
    CHECK(s.services[0].label.nb == "Vanlig sak");
    CHECK(s.services[1].clock.unit == ClockUnit::hours);
    CHECK(s.demand.hour_weight[8] == 30);
    CHECK(s.surges.at(0).services == std::vector<std::size_t>{0, 1});
    CHECK(s.surges[0].factor.at(day(2020, 3, 15)) == 1);
    CHECK(s.surges[0].factor.at(day(2020, 3, 16)) == 2.5);
    CHECK(s.surges[0].factor.at(day(2020, 4, 13)) == 1);
    CHECK(s.municipalities.at(0).number == "0301");
    CHECK(s.offices.at(0).catchments.at(0).resident_share == 1);
    CHECK(s.office_desks.at(0)[static_cast<std::size_t>(DeskKind::casework)].positions.largest() == 12);
    CHECK(s.door_hours.size() == 1);
}

TEST_CASE("What a file leaves out keeps its default: flat demand, digital forms always open, the door shut") {
    Files files = with("[demand]\n", "[verdict]\nleast_on_time = 0.9\n[demand]\nbusyness_shape = 10\n#");
    files["office.toml"] = files["office.toml"].replace(files["office.toml"].find("hour_weight"), 11, "# hour_weight");
    files["office.toml"] = files["office.toml"].replace(files["office.toml"].find("weekday_weight"), 14, "# weekday");
    REQUIRE(problems_of(files) == "");
    const Scenario s = read(files).scenario.value();
    CHECK(s.demand.hour_weight[3] == 1);
    CHECK(s.demand.weekday_weight[6] == 1);
    CHECK(s.demand.busyness_shape == 10);
    CHECK(s.verdict.least_on_time == 0.9);
    CHECK(s.verdict.access_p90_days == VerdictRules{}.access_p90_days);
    CHECK(s.channels[0].hours.on(s.start)[6]->closes_min == 1440);
    CHECK(s.channels[2].hours.periods.empty());
}

TEST_CASE("An annotated number is an assumption of the scenario, with its range and reason") {
    const Scenario s = read(mini_office()).scenario.value();
    REQUIRE(s.assumptions.size() == 1);
    CHECK(s.services[0].effort_min.largest() == 90);
    CHECK(s.assumptions[0].key == "service.ordinary.effort_min");
    CHECK(s.assumptions[0].value == 90);
    CHECK(s.assumptions[0].low == 45);
    CHECK(s.assumptions[0].high == 180);
    CHECK(s.assumptions[0].unit == "minutes");
    CHECK(s.assumptions[0].basis == "assumption");
    CHECK(s.assumptions[0].why == "no time study exists");
    CHECK(s.assumptions[0].line == 32);
}

TEST_CASE("Assumptions come in file order, those inside tables, lists and timelines too") {
    const std::string note = "basis = \"derived\", why = \"x\"}";
    Files files = with("talk_cv = 0.8", "talk_cv = {value = 0.8, range = [0.5, 1], " + note);
    std::string& text = files["office.toml"];
    text.replace(text.find("{same = 0.6"), 11, "{same = {value = 0.6, " + note);
    text.replace(text.find("2.5}, {from = 2020-04-13, value = 1}]"), 37, "2.5}], " + note.substr(0, note.size() - 1));
    text.insert(text.find("weekday_weight"), "first_attempt_delay_min = {value = 0, " + note + "\n");
    REQUIRE(problems_of(files) == "");
    std::vector<std::string> keys;
    const Scenario s = read(files).scenario.value();
    for (const Assumption& a : s.assumptions) keys.push_back(a.key);
    const std::vector<std::string> by_key{"channel.phone.after_closed.same", "channel.phone.talk_cv", "demand.first_attempt_delay_min",
                                          "service.ordinary.effort_min", "surge.calls.factor"};
    CHECK(keys == by_key);

    // And so after reading what a result keeps of it.
    files["office.toml"] = s.text;
    std::vector<std::string> again;
    const Scenario kept = read(files).scenario.value();
    for (const Assumption& a : kept.assumptions) again.push_back(a.key);
    CHECK(again == by_key);
}

TEST_CASE("A timeline may be a number, steps or a line") {
    const Scenario s = read(with("positions = 6",
                                 "positions = {line = [{from = 2020-03-02, value = 2}, "
                                 "{from = 2020-03-12, value = 12}]}"))
                           .scenario.value();
    const Timeline& positions = s.desks[static_cast<std::size_t>(DeskKind::duty_phone)].positions;
    CHECK(positions.kind == Timeline::Kind::line);
    CHECK(positions.at(day(2020, 3, 7)) == Approx(7.0));
    CHECK(positions.at(day(2020, 5, 1)) == 12);
}

TEST_CASE("Opening hours change by date, and a single day wins over a range") {
    const Scenario s = read(with("hours = [{mon-fri = \"08:00-16:00\"}]",
                                 "hours = [{thu = \"10:00-18:00\", mon-fri = \"08:00-16:00\", fri = \"closed\"},\n"
                                 "{from = 2020-03-13, closed = true}, {from = 2020-04-20, sat-sun = \"00:00-24:00\"}]"))
                           .scenario.value();
    const OpeningHours& hours = s.channels[static_cast<std::size_t>(Channel::phone)].hours;
    CHECK(hours.on(day(2020, 3, 2))[0]->opens_min == 480);
    CHECK(hours.on(day(2020, 3, 2))[3]->opens_min == 600);
    CHECK_FALSE(hours.on(day(2020, 3, 2))[4].has_value());
    CHECK_FALSE(hours.on(day(2020, 3, 13))[0].has_value());
    CHECK(hours.on(day(2020, 4, 20))[6]->closes_min == 1440);
}

TEST_CASE("One office may have other desks and doors than the rest") {
    Files files = mini_office();
    files["office.toml"] +=
        "[office.0001]\ndrop_in_hours = [{mon = \"10:00-12:00\"}]\n[office.0001.desk.casework]\nabsence = 0.1\n";
    REQUIRE(problems_of(files) == "");
    const Scenario s = read(files).scenario.value();
    const auto casework = static_cast<std::size_t>(DeskKind::casework);
    CHECK(s.office_desks[0][casework].absence.largest() == 0.1);
    CHECK(s.office_desks[0][casework].positions.largest() == 12);
    CHECK(s.desks[casework].absence.largest() == 0);
    CHECK(s.door_hours[0].on(s.start)[0]->opens_min == 600);
}

TEST_CASE("A scenario that extends another merges sections and replaces inline tables as a whole") {
    Files files = mini_office();
    files["base.toml"] = files["office.toml"];
    files["office.toml"] =
        "format = 1\nextends = \"base.toml\"\nname = \"variant\"\n[run]\nseed = 7\n"
        "[group.late]\n[service.ordinary]\ngroup_share = {everyone = 0.5, late = 0.5}\n"
        "[channel.phone]\nafter_left = {give_up = 1}\n";
    REQUIRE(problems_of(files) == "");
    const Scenario s = read(files).scenario.value();
    CHECK(s.name == "variant");
    CHECK(s.seed == 7);
    CHECK(s.replications == 30);
    REQUIRE(s.groups.size() == 2);
    CHECK(s.groups[0].key == "everyone");
    CHECK(s.services[0].group_share == std::vector<double>{0.5, 0.5});
    CHECK(s.services[1].group_share == std::vector<double>{1, 0});
    CHECK(s.channels[1].after_left.same == 0);
    CHECK(s.text.find("extends") == std::string::npos);
}

TEST_CASE("A problem stands at the file and line that wrote the value, also in a base") {
    Files files = mini_office();
    files["base.toml"] = files["office.toml"];
    files["office.toml"] = "format = 1\nextends = \"base.toml\"\n[channel.phone]\npatience_min = -1\n";
    files["base.toml"].replace(files["base.toml"].find("talk_cv = 0.8"), 13, "talk_cv = 1e9");
    CHECK(problems_of(files) ==
          "base.toml:49: channel.phone.talk_cv = 1000000000: needs a ratio from 0 to 10\n"
          "office.toml:4: channel.phone.patience_min = -1: needs a number of minutes from 0 to 1440\n");
}

TEST_CASE("A setting replaces a value and keeps an annotation") {
    const ReadResult result = read(mini_office(), {"service.ordinary.effort_min=120", "run.replications=2",
                                                   "title=\"Other\"", "channel.phone.at_closing=serve",
                                                   "surge.calls.factor=3", "office.0001.desk.casework.positions=1"});
    REQUIRE(result.problems.empty());
    const Scenario& s = *result.scenario;
    CHECK(s.replications == 2);
    CHECK(s.title.nb == "Other");
    CHECK(s.channels[1].at_closing == CloseRule::serve);
    CHECK(s.services[0].effort_min.largest() == 120);
    REQUIRE(s.assumptions.size() == 1);
    CHECK(s.assumptions[0].value == 120);
    CHECK(s.assumptions[0].low == 45);
    CHECK(s.surges[0].factor.points.size() == 1);
    CHECK(s.office_desks[0][2].positions.largest() == 1);
}

TEST_CASE("A setting may leave the range of an assumption, with a warning") {
    const ReadResult result = read(mini_office(), {"service.ordinary.effort_min=300"});
    REQUIRE(result.problems.size() == 1);
    CHECK(to_text(result.problems[0]) ==
          "--set: warning: service.ordinary.effort_min = 300: lies outside its own range [45, 180]");
    CHECK(result.scenario->services[0].effort_min.largest() == 300);
}

TEST_CASE("Equal content has equal text and hash, whatever the order, spelling and comments") {
    const Scenario one = read(mini_office()).scenario.value();
    Files files = with("replications = 30\nseed = 6", "seed = 6 # six\nreplications  =  30");
    std::string& text = files["office.toml"];
    text.replace(text.find("talk_min = 8\n"), 13, "talk_min = 8.0\n");
    text.replace(text.find("retry_min = 60\narrive"), 21, "retry_min = 6e1\narrive");
    const Scenario other = read(files).scenario.value();
    CHECK(one.text == other.text);
    CHECK(one.hash == other.hash);
}

TEST_CASE("The text of a scenario reads back as the same scenario") {
    const Scenario one = read(mini_office(), {"run.seed=9"}).scenario.value();
    Files files = mini_office();
    files["office.toml"] = one.text;
    REQUIRE(problems_of(files) == "");
    const Scenario other = read(files).scenario.value();
    CHECK(other.text == one.text);
    CHECK(other.hash == one.hash);
    CHECK(other.seed == 9);
    CHECK(other.services[0].key == "ordinary");
}

TEST_CASE("The hash moves with any value, the order of services, and the tables") {
    const std::uint64_t hash = read(mini_office()).scenario->hash;
    CHECK(read(mini_office(), {"run.seed=7"}).scenario->hash != hash);
    CHECK(read(mini_office(), {"run.replications=31"}).scenario->hash != hash);
    CHECK(read(with("600,200,10.7", "599,201,10.7", "data/municipalities.csv")).scenario->hash != hash);
    Files files = mini_office();
    std::string& text = files["office.toml"];
    const std::size_t first = text.find("[service.ordinary]");
    const std::size_t second = text.find("[service.emergency]");
    const std::size_t end = text.find("[channel.phone]");
    text = text.substr(0, first) + text.substr(second, end - second) + text.substr(first, second - first) +
           text.substr(end);
    CHECK(read(files).scenario->services[0].key == "emergency");
    CHECK(read(files).scenario->hash != hash);
}

TEST_CASE("Paths are relative to the scenario's folder, and messages show them as the caller gave them") {
    std::vector<std::string> asked;
    const Files files = mini_office();
    const auto result =
        read_scenario("some/where/office.toml", [&](const std::string& name) -> std::optional<std::string> {
            asked.push_back(name);
            const auto found = files.find(name.substr(std::string{"some/where/"}.size()));
            return found == files.end() || found->first == "data/offices.csv" ? std::nullopt
                                                                              : std::optional{found->second};
        });
    CHECK(asked == std::vector<std::string>{"some/where/office.toml", "some/where/data/municipalities.csv",
                                            "some/where/data/offices.csv"});
    REQUIRE(result.problems.size() == 1);
    CHECK(to_text(result.problems[0]) ==
          "some/where/office.toml:16: tables.offices = \"data/offices.csv\": "
          "there is no such file, or it cannot be read");
}

TEST_CASE("An ability may change by date, an office posts its own number's hours, and visits go to named groups") {
    Files files = mini_office();
    files["office.toml"] += R"(
[group.everyone.able]
drop_in = {value = 1, steps = [{from = 2020-03-12, value = 0.75}]}
[office.0001]
phone_hours = [{mon-fri = "09:00-11:00"}]
[channel.outreach]
hours = [{mon-fri = "08:00-15:00"}]
served_by = "reception"
travel_min = 20
groups = ["everyone"]
)";
    REQUIRE(problems_of(files) == "");
    const Scenario s = read(files).scenario.value();
    const auto& able = s.groups[0].able[static_cast<std::size_t>(Channel::drop_in)];
    CHECK(able.at(day(2020, 3, 11)) == 1);
    CHECK(able.at(day(2020, 3, 12)) == 0.75);
    CHECK(s.groups[0].able[static_cast<std::size_t>(Channel::phone)].at(s.start) == 1);
    CHECK(s.phone_hours.at(0).on(s.start)[0]->opens_min == 540);
    CHECK(s.outreach.served_by == DeskKind::reception);
    CHECK(s.outreach.groups == std::vector<std::size_t>{0});
}
