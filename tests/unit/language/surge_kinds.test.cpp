// Surges of every kind as users write them: what is read, and what they are told when it cannot be right.

#include <catch2/catch.hpp>

#include "mini_office.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

using Rows = std::string;

/// The mini office with a surge of a kind, its other lines, and the file that it names.
Files with_surge(const std::string& lines, const Rows& series = "") {
    Files files = mini_office();
    files["office.toml"] += "[surge.s]\n" + lines;
    if (!series.empty()) files["series.csv"] = series;
    return files;
}

std::string told(const std::string& lines, const Rows& series = "") { return problems_of(with_surge(lines, series)); }

Surge read_surge(const std::string& lines, const Rows& series = "") {
    const ReadResult result = read(with_surge(lines, series));
    REQUIRE(result.scenario);
    return result.scenario->surges.back();
}

Date date(int month, unsigned day) { return Date{std::chrono::year{2020} / month / static_cast<int>(day)}; }

const std::string kTrace = "kind = \"trace\"\nseries = \"series.csv\"\n";
const std::string kCurve = "kind = \"curve\"\nservice = \"ordinary\"\nseries = \"series.csv\"\n";
const std::string kWave =
    "kind = \"layoffs\"\nservice = \"ordinary\"\nonset = 2020-03-12\npeak = 2020-03-17\nper_1000_week = 20\n";

}  // namespace

TEST_CASE("A trace is read in the order of its times, with groups where they are known") {
    const Surge surge = read_surge(kTrace,
                                   "municipality,service,time,group\n"
                                   "0301,emergency,2020-03-03T00:05,everyone\n"
                                   "0301,ordinary,2020-03-02T23:59,\n");
    REQUIRE(surge.trace.size() == 2);
    CHECK(surge.trace[0].date == date(3, 2));
    CHECK(surge.trace[0].minute == 1439);
    CHECK(surge.trace[0].service == 0);
    CHECK_FALSE(surge.trace[0].group);
    CHECK(surge.trace[1].minute == 5);
    CHECK(surge.trace[1].service == 1);
    CHECK(surge.trace[1].group == 0u);
    CHECK(read_surge(kTrace, "municipality,service,time\n0301,ordinary,2020-03-02T08:00\n").trace.size() == 1);
}

TEST_CASE("A row of a trace that cannot be right is reported with its line") {
    CHECK(told(kTrace,
               "municipality,service,time,group\n"
               "0302,ordinary,2020-03-02T08:00,\n"
               "0301,ordinari,2020-03-02T08:00,\n"
               "0301,ordinary,2020-03-02 08:00,\n"
               "0301,ordinary,2020-03-02T24:00,\n"
               "0301,ordinary,2020-03-02T08:00,everyon\n") ==
          "series.csv:2: municipality = \"0302\": is not in the table of municipalities (nearest: 0301)\n"
          "series.csv:3: service = \"ordinari\": unknown service (nearest: ordinary)\n"
          "series.csv:4: time = \"2020-03-02 08:00\": needs a date and time like 2020-03-16T09:30\n"
          "series.csv:5: time = \"2020-03-02T24:00\": needs a date and time like 2020-03-16T09:30\n"
          "series.csv:6: group = \"everyon\": unknown group (nearest: everyone)\n");
    CHECK(
        told(kTrace, "municipality,service,time\n0301,ordinary,2020-03-01T08:00\n0301,ordinary,2020-03-02T08:00\n") ==
        "office.toml:71: warning: surge.s.series: 1 of 2 needs are left out: they lie before 2020-03-02 or not before "
        "2020-08-31\n");
}

TEST_CASE("A curve is the whole area's, or a municipality's where its table has that column") {
    const Surge area = read_surge(kCurve, "date,value\n2020-03-16,4.5\n2020-03-14,1\n");
    REQUIRE(area.curve.size() == 1);
    CHECK_FALSE(area.curve[0].municipality);
    CHECK(area.curve[0].days == std::vector<std::pair<Date, double>>{{date(3, 14), 1}, {date(3, 16), 4.5}});
    CHECK(read_surge(kCurve, "date,value,municipality\n2020-03-16,4.5,0301\n").curve.at(0).municipality == 0u);
    CHECK(told(kCurve, "date,value\n2020-03-16,-1\n2020-03-17,2\n2020-03-17,3\nsoon,3\n") ==
          "series.csv:2: value = \"-1\": needs a number from 0 to 1000000000\n"
          "series.csv:4: date = \"2020-03-17\": is there twice\n"
          "series.csv:5: date = \"soon\": needs a date like 2020-03-16\n");
}

TEST_CASE("Layoffs are counted week by week, or a wave with all its marks") {
    const Surge wave = read_surge(kWave + "rise = 0.3\nexposure = 0.5\n");
    CHECK(wave.onset == date(3, 12));
    CHECK(wave.peak == date(3, 17));
    CHECK(wave.rise == 0.3);
    CHECK(wave.exposure == 0.5);
    CHECK(told("kind = \"layoffs\"\nservice = \"ordinary\"\npeak = 2020-03-17\n") ==
          "office.toml:69: surge.s.onset: missing: layoffs without a series need onset, peak and per_1000_week\n"
          "office.toml:69: surge.s.per_1000_week: missing: layoffs without a series need onset, peak and "
          "per_1000_week\n");
    CHECK(told(kWave + "series = \"series.csv\"\n", "municipality,monday,applications\n0301,2020-03-16,9\n") ==
          "office.toml:72: surge.s.onset: is of no use beside series (leave one of them out)\n"
          "office.toml:73: surge.s.peak: is of no use beside series (leave one of them out)\n"
          "office.toml:74: surge.s.per_1000_week: is of no use beside series (leave one of them out)\n");
    CHECK(told("kind = \"layoffs\"\nservice = \"ordinary\"\nonset = 2020-03-20\npeak = 2020-03-17\n"
               "per_1000_week = 20\n") == "office.toml:73: surge.s.peak = 2020-03-17: is before onset, 2020-03-20\n");
}

TEST_CASE("A surge is moved with every date that it has, and with its table") {
    const Surge wave = read_surge(kWave + "weeks_later = -1\nweekly_decay = {value = 0.9, steps = [{from = 2020-04-06, value = 0.5}]}\n");
    CHECK(wave.onset == date(3, 5));
    CHECK(wave.peak == date(3, 10));
    CHECK(wave.weekly_decay.at(date(3, 29)) == 0.9);
    CHECK(wave.weekly_decay.at(date(3, 30)) == 0.5);
    CHECK(wave.from == Date{});
    const Surge outage = read_surge("kind = \"outage\"\nfrom = 2020-03-16\nto = 2020-03-18\nweeks_later = 2\n");
    CHECK(outage.from == date(3, 30));
    CHECK(outage.to == date(4, 1));
    CHECK(read_surge(kCurve + "weeks_later = 1\n", "date,value\n2020-03-16,4.5\n").curve.at(0).days.at(0).first == date(3, 23));
    CHECK(read_surge(kTrace + "weeks_later = 1\n", "municipality,service,time\n0301,ordinary,2020-03-02T08:00\n").trace.at(0).date == date(3, 9));
    const Surge counted = read_surge("kind = \"layoffs\"\nservice = \"ordinary\"\nseries = \"series.csv\"\nweeks_later = 1\n"
                                     "day_weights = {2020-03-16 = 2}\n", "municipality,monday,applications\n0301,2020-03-16,9\n");
    CHECK(counted.series.at(0).weeks.at(0).monday == date(3, 23));
    CHECK(counted.day_weights.at(0).first == date(3, 23));
    CHECK(told(kWave + "weeks_later = 1.5\n") == "office.toml:75: surge.s.weeks_later = 1.5: needs a whole number of weeks from -104 to 104\n");
}

TEST_CASE("An outage ends after it begins, to the hour") {
    const std::string day = "kind = \"outage\"\nfrom = 2020-03-16\nto = 2020-03-16\n";
    const Surge surge = read_surge(day + "from_hour = 9\nto_hour = 15.5\naffects = \"state\"\nchannel = \"phone\"\n");
    CHECK(surge.channel == Channel::phone);
    CHECK(surge.affects == Affects::state);
    CHECK(surge.to_hour == 15.5);
    CHECK(told(day + "from_hour = 15\nto_hour = 9\n") ==
          "office.toml:72: surge.s.to = 2020-03-16: with to_hour 9 is not after from, 2020-03-16 with from_hour 15\n");
    CHECK(told(day) ==
          "office.toml:72: surge.s.to = 2020-03-16: with to_hour 0 is not after from, 2020-03-16 with from_hour 0\n");
    CHECK(told("kind = \"outage\"\nfrom = 2020-03-16\n") ==
          "office.toml:69: surge.s.to: missing: a surge of kind outage needs it\n");
}

TEST_CASE("Scale needs a factor or what it adds; suppressed demand needs dates, services and a share") {
    CHECK(told("kind = \"scale\"\nservices = [\"ordinary\"]\n") ==
          "office.toml:69: surge.s.factor: missing: a surge of kind scale needs it, or add\n");
    CHECK(told("kind = \"scale\"\nservices = [\"ordinary\"]\nadd = 3\n") == "");
    CHECK(told("kind = \"suppressed\"\nservices = [\"ordinary\"]\nshare = 0.2\nfrom = 2020-03-16\n") ==
          "office.toml:69: surge.s.to: missing: a surge of kind suppressed needs it\n");
    CHECK(told("kind = \"suppressed\"\nservices = [\"ordinary\"]\nshare = 0.2\nfrom = 2020-03-16\nto = 2020-03-16\n") ==
          "office.toml:74: surge.s.to = 2020-03-16: is not after from, 2020-03-16\n");
}

TEST_CASE("What follows on a surge is refused where nothing would follow") {
    const std::string follow = "follow_on = [{service = \"ordinary\", amount = 1}]\n";
    CHECK(told("kind = \"scale\"\nservices = [\"ordinary\"]\nfactor = 2\n" + follow)
              .find("surge.s.follow_on: nothing follows on a surge of kind scale") != std::string::npos);
    CHECK(told(kWave + follow).empty());
}

TEST_CASE("Needs that renew themselves count towards the most a run may create") {
    const auto renewing = [](const std::string& renews) {
        return problems_of(
            with("per_1000_week = 1426", "per_1000_week = 100000\nrenews_after_days = 1\nrenews = " + renews));
    };
    CHECK(renewing("0.9") == "");
    Files files = with("per_1000_week = 1426", "per_1000_week = 100000\nrenews_after_days = 1\nrenews = 1");
    files["office.toml"].replace(files["office.toml"].find("weeks = 26"), 10, "weeks = 520");
    CHECK(problems_of(files).find("needs a replication (at most 200000000") != std::string::npos);
}
