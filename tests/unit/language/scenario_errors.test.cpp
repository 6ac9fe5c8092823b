#include <catch2/catch.hpp>

#include "engine/language/checks/scenario_checks.hpp"
#include "mini_office.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

// Problems after `piece` of the scenario has become `other`.
std::string after(const std::string& piece, const std::string& other) { return problems_of(with(piece, other)); }

// Problems after lines have been added at the end.
std::string after_adding(const std::string& lines) {
    Files files = mini_office();
    files["office.toml"] += lines;
    return problems_of(files);
}

}  // namespace

TEST_CASE("A misspelt key is reported with the nearest valid one") {
    CHECK(after("per_1000_week = 1426", "per_1000_wek = 1426") ==
          "office.toml:26: service.ordinary.per_1000_week: missing: needs a number of needs from 0 to 100000\n"
          "office.toml:28: service.ordinary.per_1000_wek: unknown key (nearest: per_1000_week)\n");
    CHECK(after("[desk.casework]", "[desk.caseworkers]") ==
          "office.toml:61: desk.caseworkers: unknown key (nearest: casework)\n");
    CHECK(after("[run]", "[runs]") == "office.toml:10: runs: unknown key (nearest: run)\n");
    CHECK(after("{same = 0.6, give_up = 0.4}", "{sane = 0.6, give_up = 0.4}") ==
          "office.toml:52: channel.phone.after_closed.sane: unknown key (nearest: same)\n");
    CHECK(after("why = \"no", "because = \"no") ==
          "office.toml:32: service.ordinary.effort_min.because: unknown key (known: value, range, basis, why)\n"
          "office.toml:32: service.ordinary.effort_min.why: missing: needs a text that says where the number comes "
          "from\n");
}

TEST_CASE("A key that resembles none is reported with those that are known") {
    CHECK(after("seed = 6", "quxotic = 6") ==
          "office.toml:12: run.quxotic: unknown key (known: replications, seed, message_delay_min)\n");
}

TEST_CASE("A number says what it needs when it is a text, negative, too large, not finite or not whole") {
    const std::string needs = ": needs a number of minutes from 0 to 1440\n";
    const std::string key = "office.toml:50: channel.phone.patience_min = ";
    CHECK(after("patience_min = 10", "patience_min = \"ten\"") == key + "\"ten\"" + needs);
    CHECK(after("patience_min = 10", "patience_min = -1") == key + "-1" + needs);
    CHECK(after("patience_min = 10", "patience_min = 1e308") == key + "1e+308" + needs);
    CHECK(after("patience_min = 10", "patience_min = nan") == key + "nan" + needs);
    CHECK(after("patience_min = 10", "patience_min = inf") == key + "inf" + needs);
    CHECK(after("patience_min = 10", "patience_min = true") == key + "true" + needs);
    CHECK(after("patience_min = 10", "patience_min = [10]") == key + "[10]" + needs);
    CHECK(after("patience_min = 10", "patience_min = 2020-03-02") == key + "2020-03-02" + needs);
    CHECK(after("patience_min = 10", "patience_min = {minutes = 10}") == key + "{minutes = 10}" + needs);
    CHECK(after("weeks = 26", "weeks = 26.5") ==
          "office.toml:8: time.weeks = 26.5: needs a whole number of weeks from 1 to 520\n");
    CHECK(after("weeks = 26", "weeks = 0") ==
          "office.toml:8: time.weeks = 0: needs a whole number of weeks from 1 to 520\n");
    CHECK(after("priority = 1", "priority = 8") ==
          "office.toml:33: service.ordinary.priority = 8: needs a whole number from 0 to 7\n");
    CHECK(after("per_1000_week = 124", "per_1000_week = -3") ==
          "office.toml:37: service.emergency.per_1000_week = -3: needs a number of needs from 0 to 100000\n");
}

TEST_CASE("Lists of numbers need their length") {
    CHECK(after("[1, 1, 1, 1, 1, 0, 0]", "[1, 1, 1, 1, 1]") ==
          "office.toml:20: demand.weekday_weight = [1, 1, 1, 1, 1]: needs 7 numbers, [..., ...]\n");
    CHECK(after("[1, 1, 1, 1, 1, 0, 0]", "[1, 1, -1, 1, 1, 0, 0]") ==
          "office.toml:20: demand.weekday_weight[3] = -1: needs a weight from 0 to 1000000\n");
    CHECK(after("[1, 1, 1, 1, 1, 0, 0]", "[0, 0, 0, 0, 0, 0, 0]") ==
          "office.toml:20: demand.weekday_weight: needs at least one day above 0\n");
}

TEST_CASE("What is required and missing is reported at its table") {
    CHECK(after("start = 2020-03-02\n", "") == "office.toml:6: time.start: missing: needs a date like 2020-03-16\n");
    CHECK(after("name = \"mini-office\"\n", "") ==
          "office.toml: name: missing: needs letters, digits, '-', '_' and '.', at most 64, not beginning with '.'\n");
    CHECK(after("limit = 24, unit = \"hours\", ", "") ==
          "office.toml:43: service.emergency.clock.limit: missing: needs a number of clock units from 0 to 10000\n"
          "office.toml:43: service.emergency.clock.unit: missing: needs one of hours, days, working_days\n");
    CHECK(after("offices = \"data/offices.csv\"\n", "") ==
          "office.toml:14: tables.offices: missing: needs a file in the scenario's folder or below it\n");
}

TEST_CASE("Texts, choices, names, flags and files say what they need") {
    CHECK(after("title = \"A phone desk and its caseworkers\"", "title = 3") ==
          "office.toml:3: title = 3: needs a text, or {nb = \"\", nn = \"\", en = \"\"}\n");
    CHECK(after("at_closing = \"send_home\"", "at_closing = \"sendhome\"") ==
          "office.toml:51: channel.phone.at_closing = \"sendhome\": needs one of send_home, serve, carry_over\n");
    CHECK(after("name = \"mini-office\"", "name = \"../x\"") ==
          "office.toml:2: name = \"../x\": needs letters, digits, '-', '_' and '.', at most 64, not beginning with "
          "'.'\n");
    CHECK(after("max_attempts = 3", "vulnerable = 1") ==
          "office.toml:24: group.everyone.vulnerable = 1: needs true or false\n");
    CHECK(after("data/offices.csv", "../offices.csv") ==
          "office.toml:16: tables.offices = \"../offices.csv\": needs a file in the scenario's folder or below it\n");
    CHECK(after("label = \"Vanlig sak\"", "label = 7") ==
          "office.toml:27: service.ordinary.label = 7: needs a text, or {nb = \"\", nn = \"\", en = \"\"}\n");
    CHECK(
        after("[group.everyone]", "[group.\"every one\"]")
            .find("office.toml:22: group.\"every one\": needs a name of letters, digits, '-' and '_', at most 64\n") ==
        0);
}

TEST_CASE("Shares that do not add up to 1 are reported with their sum") {
    CHECK(after("after_left = {same = 0.6, give_up = 0.4}", "after_left = {same = 0.6, give_up = 0.3}") ==
          "office.toml:53: channel.phone.after_left = {give_up = 0.3, same = 0.6}: adds up to 0.9 (must be 1)\n");
    CHECK(after("group_share = {everyone = 1}", "group_share = {everyone = 0.7}") ==
          "office.toml:29: service.ordinary.group_share = {everyone = 0.7}: adds up to 0.7 (must be 1)\n");
    CHECK(after("group_share = {everyone = 1}", "group_share = {everone = 1}") ==
          "office.toml:29: service.ordinary.group_share.everone: unknown key (nearest: everyone)\n");
    CHECK(after("prefers = {phone = 1}", "prefers = {phone = 0}") ==
          "office.toml:30: service.ordinary.prefers: needs at least one channel above 0\n");
}

TEST_CASE("Names of services are looked up, and the nearest is offered") {
    CHECK(after("[\"ordinary\", \"emergency\"]", "[\"ordinary\", \"emergncy\"]") ==
          "office.toml:67: surge.calls.services = \"emergncy\": unknown service (nearest: emergency)\n");
    CHECK(after("[\"ordinary\", \"emergency\"]", "[\"pension\"]") ==
          "office.toml:67: surge.calls.services = \"pension\": unknown service (known: ordinary, emergency)\n");
    CHECK(after_adding("follow_on = [{service = \"ordinari\", amount = 1}, {amount = 2, delay_dais = 1}]\n") ==
          "office.toml:69: surge.calls.follow_on[1].service = \"ordinari\": unknown service (nearest: ordinary)\n"
          "office.toml:69: surge.calls.follow_on[2].service: missing: needs the name of a service\n"
          "office.toml:69: surge.calls.follow_on[2].delay_dais: unknown key (nearest: delay_days)\n"
          "office.toml:69: surge.calls.follow_on: nothing follows on a surge of kind scale (on layoffs, quarantine, "
          "school_closure and curve it does)\n");
}

TEST_CASE("Dates must be dates, ascend, and lie near the scenario's weeks") {
    CHECK(after("start = 2020-03-02", "start = \"2020-03-02\"") ==
          "office.toml:7: time.start = \"2020-03-02\": needs a date like 2020-03-16, without quotes\n");
    CHECK(after("start = 2020-03-02", "start = 2020-03-04") ==
          "office.toml:7: time.start = 2020-03-04: is not a Monday (2020-03-02 and 2020-03-09 are)\n");
    CHECK(after("{from = 2020-04-13, value = 1}", "{from = 2020-03-13, value = 1}") ==
          "office.toml:68: surge.calls.factor.steps[2].from = 2020-03-13: is not after 2020-03-16, the date before it "
          "(dates must ascend)\n");
    CHECK(after("{from = 2020-04-13, value = 1}", "{from = 2002-04-13, value = 1}") ==
          "office.toml:68: surge.calls.factor.steps[2].from = 2002-04-13: is not after 2020-03-16, the date before it "
          "(dates must ascend)\n"
          "office.toml:68: warning: surge.calls.factor.steps[2].from = 2002-04-13: lies more than a year outside the "
          "scenario's weeks (2020-03-02 to 2020-08-30)\n");
    CHECK(after("{from = 2020-04-13, value = 1}", "{from = 2020-04-13}") ==
          "office.toml:68: surge.calls.factor.steps[2] = {from = 2020-04-13}: needs from and value, as in {from = "
          "2020-03-16, value = 2}\n");
    CHECK(after("factor = {value = 1, steps", "factor = {value = 1, line")
              .find("needs either value and steps, or line alone") != std::string::npos);
}

TEST_CASE("Opening hours say what they need") {
    const auto hours = [](const std::string& list) {
        return after("hours = [{mon-fri = \"08:00-16:00\"}]", "hours = " + list);
    };
    const std::string at = "office.toml:47: channel.phone.hours";
    CHECK(hours("[{mon-fri = \"8-16\"}]") ==
          at + "[1].mon-fri = \"8-16\": needs hours like \"09:00-15:00\", or \"closed\"\n");
    CHECK(hours("[{mon-fri = \"16:00-08:00\"}]") ==
          at + "[1].mon-fri = \"16:00-08:00\": needs hours like \"09:00-15:00\", or \"closed\"\n");
    CHECK(hours("[{mon-fri = \"08:00-24:01\"}]") ==
          at + "[1].mon-fri = \"08:00-24:01\": needs hours like \"09:00-15:00\", or \"closed\"\n");
    CHECK(hours("[{man = \"08:00-16:00\"}]") == at + "[1].man = \"08:00-16:00\": unknown key (known: from, closed, "
                                                     "mon, tue, wed, thu, fri, sat, sun, and ranges like mon-fri)\n");
    CHECK(hours("[{mon-fri = \"08:00-16:00\", thu-sat = \"10:00-12:00\"}]") ==
          at + "[1].thu-sat = \"10:00-12:00\": names thu a second time\n" + at +
              "[1].thu-sat = \"10:00-12:00\": names fri a second time\n");
    CHECK(hours("[{closed = true, mon = \"08:00-16:00\"}]") ==
          at + "[1].closed = true: needs true, and no weekdays beside it\n");
    CHECK(hours("[{mon = \"08:00-16:00\"}, {tue = \"08:00-16:00\"}]") ==
          at + "[2] = {tue = \"08:00-16:00\"}: needs from (only the first period may leave it out)\n");
    CHECK(hours("[{from = 2020-04-01, mon = \"08:00-16:00\"}, {from = 2020-03-01, closed = true}]") ==
          at + "[2].from = 2020-03-01: is not after the period before it (dates must ascend)\n");
    CHECK(hours("\"always\"") ==
          at + " = \"always\": needs a list like [{mon-fri = \"09:00-15:00\"}, {from = 2020-03-13, closed = true}]\n");
}

TEST_CASE("An annotation needs a basis, a reason and a range that holds the value") {
    const auto note = [](const std::string& text) {
        return after("range = [45, 180], basis = \"assumption\", why = \"no time study exists\"}", text + "}");
    };
    const std::string at = "office.toml:32: service.ordinary.effort_min";
    CHECK(note("range = [100, 180], basis = \"derived\", why = \"x\"") ==
          at + " = 90: lies outside its own range [100, 180]\n");
    CHECK(note("range = [180, 45], basis = \"derived\", why = \"x\"") ==
          at + ".range = [180, 45]: needs [lowest, highest] plausible value\n");
    CHECK(note("range = [45, -1], basis = \"derived\", why = \"x\"") ==
          at + ".range = -1: needs a number of minutes from 0 to 100000\n");
    CHECK(note("basis = \"guess\", why = \"x\"") ==
          at + ".basis = \"guess\": needs one of sourced, derived, assumption\n");
    CHECK(note("why = \"x\"") == at + ".basis: missing: needs one of sourced, derived, assumption\n");
    CHECK(note("basis = \"assumption\", why = \"x\"") ==
          at + ".range: missing: needs [lowest, highest] plausible value\n");
    CHECK(note("basis = \"sourced\", why = \"\"") ==
          at + ".why = \"\": needs a text that says where the number comes from\n");
    CHECK(note("basis = \"sourced\", why = \"SSB table 07459\"") == "");
}

TEST_CASE("A clock that claims law or norm names its source") {
    CHECK(after(", source = \"a municipality's norm\"", "") ==
          "office.toml:34: service.ordinary.clock.source: missing: a clock on the basis of norm needs its paragraph or "
          "document\n");
}

TEST_CASE("People are not sent to a channel without hours, nor staff to a desk without") {
    CHECK(after("prefers = {phone = 1}", "prefers = {phone = 1, drop_in = 1}") ==
          "office.toml:45: channel.drop_in.hours: missing: service.ordinary sends people there (to shut it for good: "
          "hours = "
          "[{closed = true}])\n");
    CHECK(after("positions = 12\nhours = [{mon-fri = \"08:00-16:00\"}]", "positions = 12") ==
          "office.toml:61: desk.casework.hours: missing: the desk has staff, but no working hours\n");
    CHECK(after_adding("[appointments]\nlead_days = 40\n") ==
          "office.toml:70: appointments.lead_days = 40: is more than longest_lead_days, 30\n");
}

TEST_CASE("A season needs a month in which there are needs") {
    const std::string none = "season = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]";
    CHECK(after("priority = 0", "priority = 0\n" + none) ==
          "office.toml:43: service.emergency.season: needs at least one month above 0\n");
    CHECK(after("[group.everyone]", none + "\n\n[group.everyone]") ==
          "office.toml:22: demand.season: needs at least one month above 0\n");
}

TEST_CASE("Busy days go together only where days differ") {
    const auto demand = [](const std::string& lines) {
        return after("[group.everyone]", lines + "\n[group.everyone]");
    };
    CHECK(demand("busyness_correlation = 0.5\n") ==
          "office.toml:22: demand.busyness_correlation = 0.5: needs days that differ: demand.busyness_shape above 0\n");
    CHECK(demand("busyness_shape = 9\nbusyness_range_km = 80\n") ==
          "office.toml:23: demand.busyness_range_km = 80: needs demand.busyness_correlation above 0\n");
    CHECK(demand("busyness_shape = 9\nbusyness_range_km = 80\nbusyness_correlation = 0.99\n") == "");
}

TEST_CASE("A surge needs the fields of its kind") {
    CHECK(after_adding("[surge.s]\nkind = \"school_closure\"\nfrom = 2020-04-20\nto = 2020-03-12\n") ==
          "office.toml:72: surge.s.to = 2020-03-12: is not after from, 2020-04-20\n");
    CHECK(after_adding("[surge.s]\nkind = \"layoffs\"\n") ==
          "office.toml:69: surge.s.service: missing: a surge of kind layoffs needs it\n"
          "office.toml:69: surge.s.series: missing: a surge of kind layoffs needs it, or onset, peak and "
          "per_1000_week\n");
    CHECK(after_adding("[surge.s]\nkind = \"quarantine\"\n") ==
          "office.toml:69: surge.s.share: missing: a surge of kind quarantine needs it\n");
    CHECK(after_adding("[surge.s]\n") ==
          "office.toml:69: surge.s.kind: missing: needs one of layoffs, quarantine, school_closure, scale, outage, "
          "curve, trace, suppressed\n");
    CHECK(after_adding("[surge.s]\nkind = \"layoffs\"\nservice = \"ordinary\"\nseries = \"x.csv\"\nday_weights = "
                       "{2020-03-16 = 0, monday = 2}\n") ==
          "office.toml:72: surge.s.series = \"x.csv\": there is no such file, or it cannot be read\n"
          "office.toml:73: surge.s.day_weights.monday = 2: needs a date like 2020-03-16 as its key\n"
          "office.toml:73: surge.s.day_weights: needs at least one day above 0\n");
}

TEST_CASE("A service is decided by a desk of its own system") {
    CHECK(after("priority = 0", "priority = 0\nsystem = \"state\"") ==
          "office.toml:36: service.emergency.decided_by = casework: a state service is decided by unemployment_office "
          "or sickness_office\n");
    CHECK(after("priority = 0", "priority = 0\ndecided_by = \"reception\"") ==
          "office.toml:43: service.emergency.decided_by = reception: a local service is decided by casework\n");
    CHECK(after("priority = 0", "priority = 0\nsystem = \"state\"\ndecided_by = \"sickness_office\"") == "");
}

TEST_CASE("An area names municipalities of the table, or a county of it") {
    CHECK(after_adding("[area]\nmunicipalities = [\"0302\"]\n") ==
          "office.toml:70: area.municipalities = \"0302\": is not in the table of municipalities (nearest: 0301)\n");
    CHECK(after_adding("[area]\ncounty = \"50\"\n") ==
          "office.toml:70: area.county = \"50\": is not in the table of municipalities (nearest: 03)\n");
    CHECK(after_adding("[area]\ncounty = \"50\"\nmunicipalities = [\"0301\"]\n") == "");  // a list goes before a county
    CHECK(after_adding("[area]\nmunicipalities = [301]\n") ==
          "office.toml:70: area.municipalities = 301: needs a list of municipality numbers, [\"...\"]\n");
}

TEST_CASE("A municipality without an office and an override without one are reported") {
    CHECK(problems_of(
              with("0001,NAV Mini,0301,1,only office\n", "0001,NAV Mini,0302,1,only office\n", "data/offices.csv")) ==
          "data/offices.csv: municipality = \"0301\": Mini has no office\n"
          "data/offices.csv:2: municipality = \"0302\": is not in the table of municipalities (nearest: 0301)\n");
    CHECK(after_adding("[office.0002]\n") ==
          "office.toml:69: office.0002: is not in the table of offices (nearest: 0001)\n");
    CHECK(after_adding("[office.0001.desk.contact_centre]\n").find("office.0001.desk.contact_centre: unknown key") !=
          std::string::npos);
}

TEST_CASE("A setting with a misspelt name makes no new group, service or surge") {
    CHECK(problems_of(mini_office(), {"group.evryone.children=0.5"}) ==
          "--set: group.evryone: unknown group (nearest: everyone)\n");
    CHECK(problems_of(mini_office(), {"service.ordinary.per_1000_wek=1"}) ==
          "--set: service.ordinary.per_1000_wek: unknown key (nearest: per_1000_week)\n");
    CHECK(problems_of(mini_office(), {"channel.phone.patience_min=ten"}) ==
          "--set: channel.phone.patience_min = \"ten\": needs a number of minutes from 0 to 1440\n");
}

TEST_CASE("A scenario of another format is told in one line") {
    CHECK(after("format = 1\n", "format = 2\nnew_thing = 3\n") ==
          "office.toml:1: format = 2: was written for a newer Skranke; this one reads format 1 (take the version that the "
          "scenario was written with, or begin anew with skranke new)\n");
    CHECK(after("format = 1\n", "format = 0\nold_thing = 3\n") ==
          "office.toml:1: format = 0: there was no format 0 (the first and present one is format = 1)\n");
    CHECK(after("format = 1\n", "format = \"1\"\n") ==
          "office.toml:1: format = \"1\": needs a whole number from 1 to 1\n");
}

TEST_CASE("A scenario that would not fit is refused before it runs") {
    CHECK(problems_of(with("1000,200,600,200", "100000000,20000000,60000000,20000000", "data/municipalities.csv")) ==
          "office.toml: could create 10000000000 needs a replication (at most 200000000: lower population, rates, "
          "heights or weeks)\n");
    Scenario scenario = read(mini_office()).scenario.value();
    CHECK(most_needs(scenario) == Approx(1550.0 * 26 * 2.5));
    scenario.groups.resize(1000);
    scenario.services.resize(1000);
    scenario.municipalities.resize(356);
    CHECK(most_bytes(scenario) > 4e9);
    Problems problems;
    check_scenario(scenario, Document{{"x.toml"}, {}}, problems);
    REQUIRE(!problems.empty());
    CHECK(to_text(problems.back()) ==
          "x.toml: would need about 740 GB of memory (at most 4: fewer municipalities, services, groups or weeks)");
}

TEST_CASE("All problems are reported at once, in file order") {
    Files files = with("weeks = 26", "weeks = 2600");
    std::string& text = files["office.toml"];
    text.replace(text.find("talk_cv = 0.8"), 13, "talk_vc = 0.8");
    text.replace(text.find("after_left = {same = 0.6"), 24, "after_left = {same = 0.5");
    text.replace(text.find("seed = 6"), 8, "seed = -6");
    files["data/municipalities.csv"] += "301,Two,03,Test,x,0,0,0,10,59,\n";
    CHECK(problems_of(files) ==
          "office.toml:8: time.weeks = 2600: needs a whole number of weeks from 1 to 520\n"
          "office.toml:12: run.seed = -6: needs a whole number from 0 to 999999999999999\n"
          "office.toml:49: channel.phone.talk_vc: unknown key (nearest: talk_cv)\n"
          "office.toml:53: channel.phone.after_left = {give_up = 0.4, same = 0.5}: adds up to 0.9 (must be 1)\n"
          "data/municipalities.csv:3: number = \"301\": needs four digits, a leading zero kept\n"
          "data/municipalities.csv:3: population = \"x\": needs a number from 1 to 1000000000\n"
          "data/offices.csv: municipality = \"301\": Two has no office\n");
}

TEST_CASE("More surges than people can be told apart by are refused, not run") {
    std::string many;
    for (int i = 0; i < 49; ++i)
        many += "[surge.s" + std::to_string(i) + "]\nkind = \"scale\"\nservices = [\"emergency\"]\n";
    CHECK(after_adding(many).find(" of them: needs at most 48") != std::string::npos);
}

TEST_CASE("Rules of cases that contradict each other or would never be used are reported") {
    const auto service = [](const std::string& lines) { return after("priority = 1\n", "priority = 1\n" + lines + "\n"); };
    const auto desk = [](const std::string& lines) {
        return after("[desk.casework]\n", "[desk.casework]\n" + lines + "\n");
    };
    CHECK(service("priority_acute = 0").find("priority_acute: is never used: acute is 0") != std::string::npos);
    CHECK(service("acute = 0.1\npriority_acute = 0").empty());
    CHECK(service("acute = 0.1\nacute_becomes = \"ordinary\"").find("is the service itself") != std::string::npos);
    CHECK(service("acute = 0.1\nacute_becomes = \"emergency\"").empty());
    CHECK(service("remind_effort_min = 3").find("documents_remind_days is 0") != std::string::npos);
    CHECK(service("documents_remind_days = 30").find("sends no reminder") != std::string::npos);
    CHECK(service("paper_days = 3").find("paper_attachment is 0") != std::string::npos);
    CHECK(service("rework_days = 3").find("rework_share is 0") != std::string::npos);
    CHECK(service("provisional = {after_days = 10, ahead_days = 11}").find("at most after_days, 10") !=
          std::string::npos);
    CHECK(service("provisional = {after_days = 30, basis = \"law\"}").find("a provisional reply on the basis of law") !=
          std::string::npos);
    const std::string limit = "limit = 1, unit = \"days\", basis = \"assumption\"}";
    CHECK(service("limits = [{name = \"a\", " + limit + ", {name = \"b\", " + limit + "]").empty());
    CHECK(service("limits = [{name = \"a\", " + limit + ", {name = \"a\", " + limit + "]").find("two limits called a") !=
          std::string::npos);
    CHECK(service("limits = [{name = \"a\", limit = 1, unit = \"days\", basis = \"norm\"}]")
              .find("limit a on the basis of norm needs") != std::string::npos);
    CHECK(after("limit = 24, unit", "stops = [\"documents\", \"weather\"], limit = 24, unit")
              .find("needs one of documents, third_party") != std::string::npos);
    CHECK(after("limit = 24, unit", "stops = [], limit = 24, unit").empty());
    CHECK(desk("most_cases = 0.5").find("lets a head begin no case") != std::string::npos);
    CHECK(desk("discipline = \"earliest_due\"\nurgent_priority = 7").find("at most 6 with discipline earliest_due") !=
          std::string::npos);
    CHECK(after("[desk.duty_phone]\n", "[desk.duty_phone]\nmost_cases = 5\n").find("unknown key") != std::string::npos);
}

TEST_CASE("Services of one priority must grow alike where priorities grow") {
    Files files = with("[desk.casework]\n", "[desk.casework]\ndiscipline = \"growing\"\n");
    CHECK(problems_of(files, {"service.ordinary.priority_growth=2"}).empty());
    CHECK(problems_of(files, {"service.ordinary.priority_growth=2", "service.emergency.priority=1"})
              .find("differs from service.ordinary, 2") != std::string::npos);
}

TEST_CASE("Visits that nobody is offered, and a number without hours, are reported where people are sent there") {
    CHECK(after("prefers = {phone = 1}\ncase_share = 0.35\neffort_min = {", "prefers = {phone = 1, outreach = 1}\neffort_min = {") ==
          "office.toml:30: service.ordinary.prefers.outreach = 1: nobody is offered it (channel.outreach.groups or "
          "in_quarantine says who is)\n"
          "office.toml:44: channel.outreach.hours: missing: service.ordinary sends people there (to shut it for good: "
          "hours = [{closed = true}])\n");
    CHECK(after("prefers = {phone = 1}\ncase_share = 0.35\neffort_min = {", "prefers = {office_phone = 1}\neffort_min = {") ==
          "office.toml:44: channel.office_phone.hours: missing: service.ordinary sends people there (to shut it for "
          "good: hours = [{closed = true}])\n");
}

TEST_CASE("What contradicts itself on the phone, at the door or between people is reported") {
    CHECK(after_adding("[phone_loop]\ntransfer = 0.2\naccepts_callback = 0.5\n") ==
          "office.toml:70: phone_loop.transfer = 0.2: has no calls to put through: query_share, the share that needs "
          "the office, is 0\n"
          "office.toml:71: phone_loop.accepts_callback = 0.5: is never asked: offer_callback_after_min is 0\n");
    CHECK(after("at_closing = \"send_home\"", "at_closing = \"carry_over\"") ==
          "office.toml:51: channel.phone.at_closing = carry_over: is for drop_in only (send_home or serve)\n");
    CHECK(after("max_attempts = 3", "interpreter_delay_days = 2") ==
          "office.toml:22: group.everyone.interpreter = 0: nobody needs an interpreter (above 0, or leave out "
          "interpreter_delay_days and interpreter_talk_factor)\n");
}
