#include "tools/skranke/planning/stress_question.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "engine/base/problem.hpp"
#include "engine/language/tables/csv_table.hpp"
#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace {

constexpr int kWeeks = 4;
constexpr double kAbsence = 0.2;                 // of the map, besides the one asked for
constexpr double kStep = 0.15, kMapStep = 0.25, kMost = 5;
constexpr std::uint32_t kMostReplications = 12;  // of a height
constexpr std::size_t kMostHeights = 200;

std::string text_of(Date day) { return fmt::format("{:%Y-%m-%d}", day); }

bool is_monday(Date day) { return std::chrono::weekday{day} == std::chrono::Monday; }

Date end_of(const Scenario& scenario) { return scenario.start + std::chrono::days{7 * scenario.weeks}; }

Date first_day(const Scenario& scenario, const StressOptions& options) {
    if (options.from.empty()) return scenario.start + std::chrono::days{7 * (scenario.weeks / 3)};
    const std::optional<Date> day = parse_date(options.from);
    if (!day) throw bad_usage(fmt::format("--from {}: not a date, e.g. {}", options.from, text_of(scenario.start)));
    if (!is_monday(*day)) throw bad_usage(fmt::format("--from {}: not a Monday", options.from));
    if (*day < scenario.start || *day >= end_of(scenario))
        throw bad_usage(fmt::format("--from {}: not in the scenario's weeks, {} to {}", options.from, text_of(scenario.start),
                                    text_of(end_of(scenario) - std::chrono::days{1})));
    return *day;
}

/// How many weeks are left from a day on.
int weeks_from(const Scenario& scenario, Date day) { return static_cast<int>((end_of(scenario) - day).count() / 7); }

void check_length(const Scenario& scenario, Date from, const std::string& option, int weeks) {
    const int left = weeks_from(scenario, from);
    if (weeks > left)
        throw bad_usage(fmt::format("{} {}: from {} the scenario has {} {} left", option, weeks, text_of(from), left, left == 1 ? "week" : "weeks"));
}

template <class Item>
std::size_t index_of_key(const std::vector<Item>& items, const std::string& option, const std::string& key, const char* what) {
    std::vector<std::string> keys;
    for (const Item& item : items) keys.push_back(item.key);
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found != keys.end()) return static_cast<std::size_t>(found - keys.begin());
    throw bad_usage(fmt::format("{} {}: unknown {} (known: {})", option, key, what, keys.empty() ? "none" : fmt::format("{}", fmt::join(keys, ", "))));
}

std::vector<std::size_t> services_of(const Scenario& scenario, const std::vector<std::string>& wanted) {
    std::vector<std::size_t> services;
    for (const std::string& key : wanted.empty() ? std::vector<std::string>{"local"} : wanted) {
        if (key != "all" && key != "local") {
            services.push_back(index_of_key(scenario.services, "--services", key, "service, nor local nor all"));
            continue;
        }
        for (std::size_t s = 0; s < scenario.services.size(); ++s)
            if (key == "all" || scenario.services[s].system == System::local) services.push_back(s);
    }
    std::sort(services.begin(), services.end());
    services.erase(std::unique(services.begin(), services.end()), services.end());
    if (services.empty()) throw bad_usage("--services: the scenario has no local service to put under stress");
    return services;
}

StressLoad surge_load(const Scenario& scenario, const StressOptions& options) {
    if (!options.from.empty() || options.weeks || options.absence || !options.services.empty() || !options.lengths.empty() || !options.absences.empty())
        throw bad_usage("--of scales a surge that the scenario has: --from, --weeks, --services, --absence, --lengths and --absences are not for it");
    StressLoad load;
    load.surge = index_of_key(scenario.surges, "--of", options.of, "surge");
    const Surge& surge = scenario.surges[*load.surge];
    if (!surge.enabled) throw bad_usage(fmt::format("--of {}: is switched off in this scenario (surge.{}.enabled)", options.of, options.of));
    load.from = scenario.start;
    load.weeks = scenario.weeks;
    return load;
}

StressLoad added_load(const Scenario& scenario, const StressOptions& options) {
    if (scenario.surges.size() >= kMostSurges)
        throw bad_usage(fmt::format("the scenario has {} surges and room for no more: name one of them with --of", scenario.surges.size()));
    StressLoad load;
    load.services = services_of(scenario, options.services);
    load.from = first_day(scenario, options);
    load.weeks = options.weeks.value_or(std::min(kWeeks, weeks_from(scenario, load.from)));
    check_length(scenario, load.from, "--weeks", load.weeks);
    load.absence = options.absence.value_or(0);
    return load;
}

int length_from(const std::string& text) {
    constexpr int kMostWeeks = 520;
    int weeks = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weeks);
    if (error != std::errc{} || end != text.data() + text.size() || weeks < 1 || weeks > kMostWeeks)
        throw bad_usage(fmt::format("--lengths {}: not a whole number from 1 to {}", text, kMostWeeks));
    return weeks;
}

double absence_from(const std::string& text) {
    const bool in_percent = text.ends_with('%');
    double share = 0;
    const char* const last = text.data() + text.size() - (in_percent ? 1 : 0);
    const auto [end, error] = std::from_chars(text.data(), last, share);
    if (in_percent) share /= 100;
    if (error != std::errc{} || end != last || !(share >= 0 && share <= 1))
        throw bad_usage(fmt::format("--absences {}: not a share from 0% to 100%, e.g. 20% or 0.2", text));
    return share;
}

std::vector<int> lengths_of(const Scenario& scenario, const StressOptions& options, const StressLoad& load) {
    std::vector<int> lengths;
    for (const std::string& text : options.lengths) {
        lengths.push_back(length_from(text));
        check_length(scenario, load.from, "--lengths", lengths.back());
    }
    if (lengths.empty() && 2 * load.weeks <= weeks_from(scenario, load.from)) lengths.push_back(2 * load.weeks);
    lengths.push_back(load.weeks);
    std::sort(lengths.begin(), lengths.end());
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
    return lengths;
}

std::vector<double> absences_of(const StressOptions& options, const StressLoad& load) {
    std::vector<double> absences;
    for (const std::string& text : options.absences) absences.push_back(absence_from(text));
    if (absences.empty()) absences = {kAbsence};
    absences.push_back(load.absence);
    std::sort(absences.begin(), absences.end());
    absences.erase(std::unique(absences.begin(), absences.end()), absences.end());
    return absences;
}

void add_map(const Scenario& scenario, const StressOptions& options, StressQuestion& question) {
    for (const double absence : absences_of(options, question.load))
        for (const int weeks : lengths_of(scenario, options, question.load)) {
            StressLoad& load = question.map.emplace_back(question.load);
            load.absence = absence;
            load.weeks = weeks;
        }
}

BreakingPlan plan_of(const StressOptions& options, double least) {
    BreakingPlan plan;
    const double step = options.step.value_or(kStep), most = options.most.value_or(kMost);
    if (most <= least) throw bad_usage(fmt::format("--most {:g}: needs more than {:g}, which is no stress", most, least));
    plan.heights = ladder(least, step, most);
    if (plan.heights.size() > kMostHeights)
        throw bad_usage(fmt::format("--step {:g} up to --most {:g} are {} heights: more than {}", step, most, plan.heights.size(), kMostHeights));
    plan.limit = options.probability.value_or(plan.limit);
    const std::uint32_t needed = least_trials(plan.limit, plan.error);
    plan.most = options.run.replications.value_or(std::max(kMostReplications, needed + needed / 2));
    if (plan.most < needed)
        throw bad_usage(fmt::format("--replications {}: no rule can be found to hold with a probability of {:g} in fewer than {}", plan.most,
                                    plan.limit, needed));
    plan.first = std::min(plan.first, plan.most);
    return plan;
}

}  // namespace

StressQuestion stress_question(const Scenario& scenario, const StressOptions& options) {
    StressQuestion question;
    question.load = options.of.empty() ? added_load(scenario, options) : surge_load(scenario, options);
    question.plan = plan_of(options, question.load.least());
    question.weeks = {static_cast<std::size_t>((question.load.from - scenario.start).count() / 7), static_cast<std::size_t>(question.load.weeks)};
    if (question.load.surge) return question;
    add_map(scenario, options, question);
    question.map_heights = ladder(question.load.least(), std::max(options.step.value_or(kStep), kMapStep), question.plan.heights.back());
    return question;
}

}  // namespace skranke
