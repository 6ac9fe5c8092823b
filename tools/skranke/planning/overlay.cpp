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

std::string head_text(const Overlay& overlay) {
    const std::string base = std::filesystem::path(overlay.scenario_file).filename().string();
    std::string settings;
    for (const std::string& setting : overlay.settings) settings += " --set " + setting;
    return fmt::format(
        "# Made by: {}\n# Lay it beside {}, then: skranke run plan.toml{}\n\nextends = {}\nformat = 1\nname = {}\n"
        "[title]\nnb = {}\nnn = {}\nen = {}\n",
        overlay.command, base, settings, in_quotes(base), in_quotes(overlay.name), in_quotes(overlay.title.nb), in_quotes(overlay.title.nn),
        in_quotes(overlay.title.en));
}

std::string time_text(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

/// As give() sets them.
std::string positions_text(const std::vector<Timeline::Point>& points) {
    std::vector<std::string> steps;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i].value != points[i - 1].value)
            steps.push_back(fmt::format("{{from = {}, value = {}}}", date_text(points[i].from), number_text(points[i].value)));
    if (steps.empty()) return number_text(points.front().value);
    return fmt::format("{{value = {}, steps = [{}]}}", number_text(points.front().value), fmt::join(steps, ", "));
}

std::string desk_text(const Scenario& staffed, std::size_t office, std::size_t desk, const DeskStaffing& staffing) {
    const DeskRules& rules = staffed.office_desks[office][desk];
    std::string text = fmt::format("\n[office.{}.desk.{}]\nper_1000_adults = 0\nminimum = 0\nmore = 0\npositions = {}\n", staffed.offices[office].id,
                                   key_of(static_cast<DeskKind>(desk)), positions_text(rules.positions.points));
    if (staffing.at_work.empty()) return text;
    std::vector<std::string> shifts;
    for (const RotaPart& part : rules.rota.shifts)
        shifts.push_back(fmt::format("{{days = \"mon-sun\", from = \"{}\", to = \"{}\", share = {}}}", time_text(part.from_min), time_text(part.to_min), number_text(part.share)));
    return text + fmt::format("shifts = [{}]\n", fmt::join(shifts, ", "));
}

}  // namespace

std::string overlay_text(const Scenario& scenario, const StaffPlan& plan, const Overlay& overlay) {
    std::string text = head_text(overlay);
    for (const Policy& policy : policies_of(plan)) text += policy_text(scenario, policy);
    return text;
}

std::string overlay_text(const Scenario& scenario, const StaffingFrame& frame, const Staffing& staffing, const Overlay& overlay) {
    Scenario staffed = scenario;
    give(staffed, frame, staffing);
    std::string text = head_text(overlay);
    for (std::size_t o = 0; o < staffing.size(); ++o)
        for (std::size_t d = 0; d < kOfficeDesks; ++d) text += desk_text(staffed, o, d, staffing[o][d]);
    return text;
}

}  // namespace skranke
