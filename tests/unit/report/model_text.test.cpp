#include "engine/report/text/model_text.hpp"

#include <catch2/catch.hpp>

namespace skranke {

namespace {

Scenario small_scenario() {
    Scenario scenario;
    scenario.name = "small";
    scenario.title.en = "A | small *county*";
    scenario.question.en = "Who\n# waits?";
    scenario.start = std::chrono::sys_days{std::chrono::year{2020} / 3 / 2};
    scenario.weeks = 7;
    scenario.warm_up_weeks = 3;
    scenario.text = "name = \"small\"\nwhy = \"```` fenced\"\n";
    scenario.services.emplace_back().key = "financial";
    scenario.groups.emplace_back().key = "most";
    scenario.surges.emplace_back().key = "shut_schools";
    scenario.surges.emplace_back().key = "left_out";
    scenario.surges.back().enabled = false;
    Assumption assumption;
    assumption.key = "phone_loop.missed";
    assumption.value = 0.25;
    assumption.why = "nobody <b>counts</b> | it";
    scenario.assumptions.push_back(assumption);
    return scenario;
}

Summary small_summary() {
    Summary summary;
    summary.replications = 12;
    summary.places.resize(1);
    return summary;
}

Provenance provenance() {
    Provenance made;
    made.version = "0.1.0";
    made.git = "abc+changes";
    made.command = "skranke run `x` a|b";
    made.seed = 4711;
    made.scenario_hash = 0x1234;
    made.fingerprint = 0xfeed;
    return made;
}

}  // namespace

TEST_CASE("A model description has the parts of the STRESS-DES checklist in their order") {
    const std::string text = model_description(small_scenario(), small_summary(), provenance());
    std::size_t at = 0;
    for (const char* part : {"## 1 Objectives", "### 1.1 Purpose", "### 1.2 Model outputs", "### 1.3 Aims", "## 2 Logic", "### 2.1 Overview",
                             "### 2.2 Base model", "### 2.3 Scenario logic", "### 2.4 Algorithms", "### 2.5 Components", "## 3 Data",
                             "### 3.1 Data sources", "### 3.2 Preprocessing", "### 3.3 Input parameters", "### 3.4 Assumptions",
                             "## 4 Experimentation", "### 4.1 Initialisation", "### 4.2 Run length", "### 4.3 Estimation", "## 5 Implementation",
                             "### 5.1 Software", "### 5.2 Random sampling", "### 5.3 Model execution", "### 5.4 System", "## 6 Code access",
                             "### 6.1 Computer model sharing"}) {
        INFO(part);
        const std::size_t next = text.find(std::string("\n") + part, at);
        REQUIRE(next != std::string::npos);
        at = next;
    }
}

TEST_CASE("A model description says what was run and with what, and nothing that was switched off") {
    const std::string text = model_description(small_scenario(), small_summary(), provenance());
    for (const char* fact : {"7 weeks from 2", "3 weeks are simulated before", "12 independent replications", "seed 4711",
                             "0.1.0 (abc+changes)", "0000000000001234", "000000000000feed", "`phone_loop.missed` | 0.25", "| shut\\_schools |"}) {
        INFO(fact);
        CHECK(text.find(fact) != std::string::npos);
    }
    CHECK(text.find("left_out") == std::string::npos);
    CHECK(text.find("left\\_out") == std::string::npos);
}

TEST_CASE("No text of a scenario becomes Markdown") {
    CHECK(plain_markdown("a|b*c_d`e<f>\n#g[h]") == "a\\|b\\*c\\_d\\`e\\<f\\> \\#g\\[h\\]");
    const std::string text = model_description(small_scenario(), small_summary(), provenance());
    CHECK(text.starts_with("# A \\| small \\*county\\*: the model\n"));
    CHECK(text.find("Who \\# waits?") != std::string::npos);
    CHECK(text.find("nobody \\<b\\>counts\\</b\\> \\| it") != std::string::npos);
    CHECK(text.find("`skranke run 'x' a\\|b`") != std::string::npos);
    CHECK(text.find("\n`````toml\nname = ") != std::string::npos);  // a longer fence than any in the text
}

}  // namespace skranke
