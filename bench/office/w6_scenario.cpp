#include "bench/office/w6_scenario.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

#include "engine/language/scenario_reader.hpp"

namespace skranke::bench {

namespace {

constexpr const char* kScenario = SKRANKE_SOURCE_DIR "/scenarios/w6.toml";

std::optional<std::string> read_text(const std::string& name) {
    std::ifstream stream(name, std::ios::binary);
    if (!stream) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

DeskWeek all_weeks(const World& world, const RunRecord& record, DeskKind kind) {
    const std::size_t weeks = world.shape.weeks;
    DeskWeek sum;
    for (std::size_t w = 0; w < weeks; ++w) sum += record.desks[world.desk_index(0, kind) * weeks + w];
    return sum;
}

}  // namespace

Scenario read_w6(const std::vector<std::string>& settings) {
    ReadResult result = read_scenario(kScenario, read_text, settings);
    if (result.scenario) return *std::move(result.scenario);
    for (const Problem& problem : result.problems) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
    std::exit(1);
}

MiniOfficeFigures figures_of(const World& world, const RunRecord& record) {
    const ChannelCell& calls = record.channels[static_cast<std::size_t>(Channel::phone)];
    const DeskWeek phone = all_weeks(world, record, DeskKind::duty_phone);
    const OutcomeCell& ordinary = record.outcomes[0];
    const OutcomeCell& emergency = record.outcomes[1];
    OutcomeCell all = ordinary;
    all += emergency;
    MiniOfficeFigures f;
    f.persons = static_cast<double>(record.persons);
    f.attempts = static_cast<double>(calls.attempts);
    f.served = static_cast<double>(calls.reached);
    f.abandoned = static_cast<double>(calls.left);
    f.closed = static_cast<double>(calls.closed);
    f.gave_up = static_cast<double>(all.unmet_total());
    f.wait_served = calls.wait.mean_min();
    f.cases_opened = static_cast<double>(all_weeks(world, record, DeskKind::casework).arrived);
    f.cases_decided = static_cast<double>(all.handling.count);
    f.cases_open_end = static_cast<double>(record.weekly[world.shape.weeks - 1].open_cases);
    f.tdec_ordinary = ordinary.handling.mean_min();
    f.tdec_emergency = emergency.handling.mean_min();
    f.agent_occupancy = static_cast<double>(phone.busy_us) / static_cast<double>(phone.staffed_us);
    f.events = record.events;
    return f;
}

}  // namespace skranke::bench
