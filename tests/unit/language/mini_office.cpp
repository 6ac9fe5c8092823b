#include "mini_office.hpp"

#include <catch2/catch.hpp>

namespace skranke::test {

namespace {

constexpr const char* kScenario = R"(format = 1
name = "mini-office"
title = "A phone desk and its caseworkers"
question = "How many get through?"

[time]
start = 2020-03-02
weeks = 26

[run]
replications = 30
seed = 6

[tables]
municipalities = "data/municipalities.csv"
offices = "data/offices.csv"

[demand]
hour_weight = [0, 0, 0, 0, 0, 0, 0, 0, 30, 50, 55, 45, 35, 40, 35, 20, 0, 0, 0, 0, 0, 0, 0, 0]
weekday_weight = [1, 1, 1, 1, 1, 0, 0]

[group.everyone]
label = {nb = "Alle", nn = "Alle", en = "Everyone"}
max_attempts = 3

[service.ordinary]
label = "Vanlig sak"
per_1000_week = 1426
group_share = {everyone = 1}
prefers = {phone = 1}
case_share = 0.35
effort_min = {value = 90, range = [45, 180], basis = "assumption", why = "no time study exists"}
priority = 1
clock = {from = "application", limit = 21, unit = "days", grace = 1000, basis = "norm", source = "a municipality's norm"}

[service.emergency]
per_1000_week = 124
group_share = {everyone = 1}
prefers = {phone = 1}
case_share = 0.35
effort_min = 90
priority = 0
clock = {limit = 24, unit = "hours", grace = 1000, basis = "assumption"}

[channel.phone]
answered_by = "office"
hours = [{mon-fri = "08:00-16:00"}]
talk_min = 8
talk_cv = 0.8
patience_min = 10
at_closing = "send_home"
after_closed = {same = 0.6, give_up = 0.4}
after_left = {same = 0.6, give_up = 0.4}
retry_min = 60
arrive_within_min = 60

[desk.duty_phone]
positions = 6
hours = [{mon-fri = "08:00-16:00"}]

[desk.casework]
positions = 12
hours = [{mon-fri = "08:00-16:00"}]

[surge.calls]
kind = "scale"
services = ["ordinary", "emergency"]
factor = {value = 1, steps = [{from = 2020-03-16, value = 2.5}, {from = 2020-04-13, value = 1}]}
)";

constexpr const char* kMunicipalities =
    "number,name,county_number,county,population,children_0_17,adults_18_66,elderly_67_plus,lon,lat,centre\n"
    "0301,Mini,03,Test,1000,200,600,200,10.7,59.9,Mini\n";

constexpr const char* kOffices =
    "office_id,office,municipality,resident_share,share_basis\n"
    "0001,NAV Mini,0301,1,only office\n";

}  // namespace

Files mini_office() {
    return {{"office.toml", kScenario}, {"data/municipalities.csv", kMunicipalities}, {"data/offices.csv", kOffices}};
}

ReadResult read(const Files& files, const std::vector<std::string>& settings) {
    const auto from_memory = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = files.find(name);
        return found == files.end() ? std::nullopt : std::optional{found->second};
    };
    return read_scenario("office.toml", from_memory, settings);
}

std::string problems_of(const Files& files, const std::vector<std::string>& settings) {
    const ReadResult result = read(files, settings);
    REQUIRE(result.scenario.has_value() == !has_errors(result.problems));
    std::string text;
    for (const Problem& problem : result.problems) text += to_text(problem) + "\n";
    return text;
}

Files with(const std::string& piece, const std::string& other, const std::string& file) {
    Files files = mini_office();
    std::string& text = files.at(file);
    const std::size_t at = text.find(piece);
    REQUIRE(at != std::string::npos);
    text.replace(at, piece.size(), other);
    return files;
}

}  // namespace skranke::test
