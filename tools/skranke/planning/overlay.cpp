#include "tools/skranke/planning/overlay.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "engine/language/toml_reader.hpp"

namespace skranke {

namespace {

std::string in_quotes(const std::string& text) {
    Node node;
    node.kind = Node::Kind::text;
    node.text = text;
    return as_written(node);
}

std::string label_text(const Label& label) {
    return fmt::format("{{nb = {}, nn = {}, en = {}}}", in_quotes(label.nb), in_quotes(label.nn), in_quotes(label.en));
}

std::string policy_text(const Scenario& scenario, const Policy& policy) {
    std::vector<std::string> offices, levers;
    for (const std::size_t office : policy.offices) offices.push_back(in_quotes(scenario.offices[office].id));
    for (const LeverMove& move : policy.levers)
        levers.push_back(fmt::format("{{lever = {}, add = {}}}", in_quotes(name_of(scenario, move.lever)), number_text(*move.add)));
    std::string text = fmt::format("\n[policy.{}]\nlabel = {}\n", policy.key, label_text(policy.label));
    if (policy.from != Date{}) text += "from = " + date_text(policy.from) + "\n";
    if (policy.to != Date{}) text += "to = " + date_text(policy.to) + "\n";
    return text + fmt::format("offices = [{}]\nlevers = [{}]\n", fmt::join(offices, ", "), fmt::join(levers, ", "));
}

}  // namespace

std::string overlay_text(const Scenario& scenario, const StaffPlan& plan, const Overlay& overlay) {
    const std::string base = std::filesystem::path(overlay.scenario_file).filename().string();
    std::string settings;
    for (const std::string& setting : overlay.settings) settings += " --set " + setting;
    std::string text = fmt::format(
        "# Made by: {}\n# Lay it beside {}, then: skranke run plan.toml{}\n\nextends = {}\nformat = 1\nname = {}\n"
        "[title]\nnb = {}\nnn = {}\nen = {}\n",
        overlay.command, base, settings, in_quotes(base), in_quotes(overlay.name), in_quotes(overlay.title.nb), in_quotes(overlay.title.nn),
        in_quotes(overlay.title.en));
    for (const Policy& policy : policies_of(plan)) text += policy_text(scenario, policy);
    return text;
}

}  // namespace skranke
