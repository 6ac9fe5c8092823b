#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "engine/office/world.hpp"
#include "engine/report/wording.hpp"
#include "engine/language/checks/scenario_checks.hpp"
#include "engine/spreadsheet/workbook.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

/// What a good scenario amounts to, before anything is simulated.
struct Amounts {
    double residents = 0;
    std::vector<double> needs_by_week;    ///< expected, all services
    std::array<int, kDeskKinds> heads{};  ///< on the first counted day, before absence
    double lookahead_min = 0;
    double memory_mb = 0;  ///< from above
};

void add_needs(std::vector<double>& by_week, const DailyValues& by_day, std::int64_t first_day) {
    for (std::size_t week = 0; week < by_week.size(); ++week)
        for (std::size_t day = 0; day < 7; ++day) {
            const std::size_t at = static_cast<std::size_t>(first_day) + 7 * week + day;
            if (at < by_day.size()) by_week[week] += by_day[at];
        }
}

Amounts amounts_of(const Scenario& scenario) {
    const World world(scenario);
    Amounts amounts;
    for (const Municipality& m : scenario.municipalities) amounts.residents += m.population;
    amounts.needs_by_week.resize(static_cast<std::size_t>(scenario.weeks));
    const auto first = static_cast<std::size_t>(world.first_counted_day);
    const auto add_heads = [&](std::size_t kind, const DeskPlan& desk) {
        if (first < desk.positions.size()) amounts.heads[kind] += DeskStaff(desk).heads(first);
    };
    for (const OfficePlan& office : world.offices) {
        for (const CatchmentPlan& catchment : office.catchments)
            for (const SourcePlan& source : catchment.sources)
                add_needs(amounts.needs_by_week, source.needs, world.first_counted_day);
        for (std::size_t kind = 0; kind < kOfficeDesks; ++kind) add_heads(kind, office.desks[kind]);
    }
    for (std::size_t kind = kOfficeDesks; kind < kDeskKinds; ++kind) add_heads(kind, world.shared[kind]);
    amounts.lookahead_min = in_minutes(world.lookahead);
    amounts.memory_mb = most_bytes(scenario) / 1e6;
    return amounts;
}

void print_amounts(const std::string& file, const Scenario& scenario, const Amounts& amounts) {
    const auto count = [](double value) { return number(value, 0, Lang::en); };
    const auto& weeks = amounts.needs_by_week;
    const auto busiest = std::max_element(weeks.begin(), weeks.end());
    const Date busiest_monday = scenario.start + std::chrono::days(7 * (busiest - weeks.begin()));
    const double mean = std::accumulate(weeks.begin(), weeks.end(), 0.0) / static_cast<double>(weeks.size());

    std::cout << fmt::format("{}: good\n  {}\n", file, scenario.title.english(scenario.name))
              << fmt::format("  places     {}, {} residents, {}\n",
                             count_of(scenario.municipalities.size(), "municipality", "municipalities"),
                             count(amounts.residents), count_of(scenario.offices.size(), "office", "offices"))
              << fmt::format("  time       {} weeks from {}, after {} to warm up; {} replications\n", scenario.weeks,
                             date(scenario.start, Lang::en), scenario.warm_up_weeks, scenario.replications)
              << fmt::format("  people     {} services, {} groups, {} surges\n", scenario.services.size(),
                             scenario.groups.size(), scenario.surges.size())
              << fmt::format("  needs      {} expected in an average week, {} in the busiest (from {})\n", count(mean),
                             count(*busiest), date(busiest_monday, Lang::en))
              << "  staff     ";
    for (std::size_t kind = 0; kind < kDeskKinds; ++kind)
        std::cout << fmt::format("{} {} {}", kind == 0 ? "" : ",", count(amounts.heads[kind]),
                                 key_of(static_cast<DeskKind>(kind)));
    std::cout << fmt::format("\n  lookahead  {:g} min\n  memory     at most {} MB for results\n", amounts.lookahead_min,
                             count(std::max(1.0, amounts.memory_mb)))
              << fmt::format("  sources    {} numbers say where they come from\n", scenario.assumptions.size());
}

nlohmann::json to_json(const std::string& file, const ReadResult& result) {
    nlohmann::json json{{"file", file}, {"good", result.scenario.has_value()}, {"problems", nlohmann::json::array()}};
    for (const Problem& p : result.problems)
        json["problems"].push_back({{"file", p.source},
                                    {"line", p.line},
                                    {"key", p.key},
                                    {"severity", p.severity == Problem::Severity::error ? "error" : "warning"},
                                    {"message", p.message}});
    if (!result.scenario) return json;
    const Amounts amounts = amounts_of(*result.scenario);
    json["scenario"] = {{"name", result.scenario->name},
                        {"hash", hexadecimal(result.scenario->hash)},
                        {"municipalities", result.scenario->municipalities.size()},
                        {"offices", result.scenario->offices.size()},
                        {"weeks", result.scenario->weeks},
                        {"needs_by_week", amounts.needs_by_week},
                        {"lookahead_min", amounts.lookahead_min},
                        {"memory_mb", amounts.memory_mb}};
    for (std::size_t kind = 0; kind < kDeskKinds; ++kind)
        json["scenario"]["staff"][key_of(static_cast<DeskKind>(kind))] = amounts.heads[kind];
    return json;
}

}  // namespace

int check(const CheckOptions& options) {
    bool all_good = true;
    nlohmann::json json = nlohmann::json::array();
    for (const std::string& file : options.scenario_files) {
        const ReadResult result = read_scenario(file, read_text_file, options.settings, read_sheet);
        all_good = all_good && result.scenario.has_value();
        if (options.format == Format::json) {
            json.push_back(to_json(file, result));
            continue;
        }
        for (const Problem& problem : result.problems) std::cerr << to_text(problem) << "\n";
        if (result.scenario)
            print_amounts(file, *result.scenario, amounts_of(*result.scenario));
        else
            std::cerr << file << ": " << count_text(result.problems) << "\n";
    }
    if (options.format == Format::json)
        std::cout << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    return all_good ? 0 : 2;
}

}  // namespace skranke
