#include "engine/language/variable_numbers.hpp"

#include <catch2/catch.hpp>

using namespace skranke;

namespace {

constexpr const char* kText = R"(
[time]
weeks = 4
[service.money]
per_1000_week = {value = 2, steps = [{from = 2020-04-01, value = 3}], range = [1, 4], basis = "assumption", why = "w"}
effort_min = {value = 90, range = [60, 120], basis = "assumption", why = "no \"study\""}
case_share = 0.9
documents_missing = {value = 0.5, steps = [{from = 2020-04-01, value = 0.8}]}
[service.money.group_share]
most = 0.7
few = {value = 0.2, range = [0.1, 0.9], basis = "assumption", why = "w"}
none = {value = 0.1, range = [0, 0.2], basis = "assumption", why = "w"}
[service.money.prefers]
phone = 5
[channel.drop_in.able]
[group.most]
max_attempts = 3
[desk.casework]
speed = {line = [{from = 2020-03-01, value = 0.5}, {from = 2020-04-01, value = 1}], range = [0.4, 1], basis = "assumption", why = "w"}
absence = {value = 0, steps = [{from = 2020-03-12, value = 0.1}]}
[surge.schools]
kind = "school_closure"
follow_on = [{service = "money", amount = {value = 0.5, range = [0, 1], basis = "assumption", why = "w"}}, {service = "money", amount = 0.1}]
)";

struct Written {
    Problems problems;
    Document document = read_document("s.toml", [](const std::string&) { return std::optional<std::string>(kText); }, {}, problems);
    VariableNumbers numbers{document};

    std::vector<std::string> settings(std::vector<NumberChange> changes) const { return numbers.settings(changes); }
    std::string why_not(const std::string& key) const {
        const auto found = numbers.find(key);
        const auto* why = std::get_if<std::string>(&found);
        return why == nullptr ? "" : *why;
    }
    VariableNumber number(const std::string& key) const { return std::get<VariableNumber>(numbers.find(key)); }

    /// What the number is after the settings, as the reader of settings takes them.
    double after(const std::vector<NumberChange>& changes, const std::string& key) const {
        Problems none;
        const Document changed =
            read_document("s.toml", [](const std::string&) { return std::optional<std::string>(kText); }, settings(changes), none);
        CHECK(none.empty());
        return std::get<VariableNumber>(VariableNumbers(changed).find(key)).value.value();
    }
};

using Settings = std::vector<std::string>;

}  // namespace

TEST_CASE("A plain number is changed as by --set, and knows its unit, limits and value") {
    const Written w;
    CHECK(w.settings({{"service.money.case_share", 0.5}}) == Settings{"service.money.case_share=0.5"});
    CHECK(w.settings({{"time.weeks", 2.6}}) == Settings{"time.weeks=3"});
    CHECK(w.number("time.weeks").whole);
    CHECK(w.number("service.money.case_share").value == 0.9);
    CHECK(w.number("service.money.case_share").high == 1);
    CHECK(w.number("service.money.effort_min").unit == "minutes");
    CHECK(w.number("service.money.prefers.phone").value == 5);
}

TEST_CASE("A marked number keeps what is said of it") {
    const Written w;
    const Settings settings = w.settings({{"service.money.effort_min", 75.5}});
    REQUIRE(settings.size() == 1);
    CHECK(settings[0] == "service.money.effort_min={basis = \"assumption\", range = [60, 120], value = 75.5, why = \"no \\\"study\\\"\"}");
    CHECK(w.after({{"service.money.effort_min", 75.5}}, "service.money.effort_min") == 75.5);
}

TEST_CASE("A course over dates is scaled as a whole, inside the limits of its field") {
    const Written w;
    CHECK(w.number("service.money.per_1000_week").value == 2);
    CHECK(w.settings({{"service.money.per_1000_week", 4}})[0].find("{from = 2020-04-01, value = 6}") != std::string::npos);
    CHECK(w.number("desk.casework.speed").value == 1);  // its largest, as it has no value of its own
    CHECK(w.settings({{"desk.casework.speed", 0.8}})[0].find("value = 0.4}, {from = 2020-04-01, value = 0.8}") != std::string::npos);
    CHECK(w.settings({{"service.money.documents_missing", 0.75}})[0].find("{from = 2020-04-01, value = 1}") != std::string::npos);
    CHECK(w.why_not("desk.casework.absence").find("begins with 0") != std::string::npos);
}

TEST_CASE("A share of a whole is made up for by unmarked parts, or by all others where these have no room") {
    const Written w;
    const std::string few = "service.money.group_share.few", most = "service.money.group_share.most", none = "service.money.group_share.none";
    CHECK(w.after({{few, 0.3}}, most) == Approx(0.6));
    CHECK(w.after({{few, 0.3}}, none) == Approx(0.1));
    CHECK(w.after({{few, 0.95}}, most) == Approx(0.05 * 0.7 / 0.8));
    CHECK(w.after({{few, 0.95}}, none) == Approx(0.05 * 0.1 / 0.8));
    CHECK(w.after({{few, 0.9}, {none, 0.2}}, most) == Approx(0.7 / 1.8));
    CHECK(w.after({{few, 0.9}, {none, 0.2}}, few) == Approx(0.9 / 1.8));
}

TEST_CASE("Weights that need not add up to 1 are left alone") {
    CHECK(Written().settings({{"service.money.prefers.phone", 2}}) == Settings{"service.money.prefers.phone=2"});
}

TEST_CASE("Numbers inside a list are set with their list, together") {
    const Written w;
    const Settings settings = w.settings({{"surge.schools.follow_on[1].amount", 0.25}, {"surge.schools.follow_on[2].amount", 2}});
    REQUIRE(settings.size() == 1);
    CHECK(settings[0].starts_with("surge.schools.follow_on=[{amount = {"));
    CHECK(settings[0].find("value = 0.25") != std::string::npos);
    CHECK(settings[0].find("{amount = 2, service = \"money\"}") != std::string::npos);
}

TEST_CASE("A number that the file leaves out has its default, and can be set") {
    const Written w;
    CHECK(w.number("demand.barrier_retry_days").value == 7);
    CHECK(w.settings({{"demand.barrier_retry_days", 3}}) == Settings{"demand.barrier_retry_days=3"});
}

TEST_CASE("What cannot be varied says why, with the nearest key") {
    const Written w;
    CHECK(w.why_not("service.money.efort_min") == "unknown key (nearest: service.money.effort_min)");
    CHECK(w.why_not("service.mony.effort_min") == "unknown key (nearest: service.money.effort_min)");
    CHECK(w.why_not("desk.caswork.speed") == "unknown key (nearest: desk.casework.speed)");
    CHECK(w.why_not("surge.schools.kind") == "is not a number");
    CHECK(w.why_not("surge.schools.follow_on[3].amount").starts_with("unknown key"));
    for (const char* key : {"", ".", "a..b", "x[", "x[]", "x[y]", "surge.schools.follow_on[99999999999].amount"})
        CHECK(w.why_not(key).starts_with("unknown key"));
}

TEST_CASE("The keys of a file's numbers are those that can be found") {
    const Written w;
    for (const std::string& key : w.numbers.known_keys())
        if (key != "desk.casework.absence") CHECK(w.why_not(key) == "");
}
