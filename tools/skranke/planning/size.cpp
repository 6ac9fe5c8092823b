// skranke size: the least staffing that keeps the rules.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "engine/base/combine.hpp"
#include "engine/comparison/comparison.hpp"
#include "engine/planning/sizing/erlang_staffing.hpp"
#include "engine/planning/sizing/sizing.hpp"
#include "engine/report/planning/size_page.hpp"
#include "engine/report/planning/size_tables.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/notes.hpp"
#include "tools/skranke/planning/overlay.hpp"
#include "tools/skranke/planning/size_file.hpp"
#include "tools/skranke/planning/trials.hpp"
#include "tools/skranke/resume/question.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/study/study.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

constexpr Phrase kStaffingLine{"Bemanningen som scenario: {0}; legg den ved siden av {1}\n", "Bemanninga som scenario: {0}; legg ho ved sida av {1}\n",
                           "The staffing as a scenario: {0}; lay it beside {1}\n"};
constexpr std::uint32_t kAmpleRuns = 8;
constexpr std::uint32_t kRoundRuns = 16, kMostRounds = 6, kLastRuns = 40, kOtherRuns = 16;
constexpr double kFarShort = 0.1;  // of the probability: takes two reserves at once
constexpr std::array<double, 2> kScales{0.9, 1.1};

/// A scenario that the staffing has to do for.
struct SizedScenario {
    Scenario scenario;
    World world{scenario};
    StaffingFrame frame{world};

    explicit SizedScenario(Scenario s) : scenario(std::move(s)) {}
};

/// What a run of one scenario says.
struct SizingRun {
    std::vector<PlaceCounts> places;
    std::vector<DeskPeriod> desks;
};

class Sizer {
  public:
    Sizer(const SizeOptions& options, const ResultFolder& folder, std::vector<std::unique_ptr<SizedScenario>> scenarios)
        : scenarios_(std::move(scenarios)),
          places_(planning_places(first().scenario)),
          sample_{sample_of(options)},
          progress_(!options.run.quiet, 1),
          trials_(folder, plan_of(options)) {
        tell(trials_.notes());
    }

    Sizing size() {
        const std::vector<DeskPeriod> ample = play_ample();
        StaffingSearch search(places_, needs_, wanted_rules(), sample_);
        look_for(search);
        Sizing sizing = described(search);
        validate(search, sizing);
        compare_with_others(sizing, ample);
        return sizing;
    }
    const Trials& trials() const { return trials_; }
    const StaffingFrame& frame() const { return first().frame; }
    std::uint64_t fingerprint() const { return fingerprint_; }  ///< of all runs, in the order asked for
    double elapsed_s() const { return progress_.elapsed_s(); }
    void drop_journal() { trials_.drop_journal(); }

  private:
    const SizedScenario& first() const { return *scenarios_.front(); }

    SearchSample sample_of(const SizeOptions& options) const {
        const double probability = first().scenario.sizing.probability;
        SearchSample sample;
        sample.runs = options.run.replications.value_or(least_sample(probability));
        sample.runs = (sample.runs + kSizingBatch - 1) / kSizingBatch * kSizingBatch;
        sample.allowed = allowed_failures(sample.runs, probability);
        sample.scenarios = scenarios_.size();
        sample.effort = options.effort;
        return sample;
    }

    TrialPlan plan_of(const SizeOptions& options) {
        TrialPlan plan;
        for (const auto& s : scenarios_) plan.question += question_of(s->scenario, FingerprintStrength::time);
        plan.question += fmt::format("verb size\nruns {}\neffort {}\n", sample_.runs, static_cast<int>(sample_.effort));
        plan.extract = [this](const World& world, const RunRecord& record) { return numbers_of(world, record); };
        plan.threads = options.run.threads;
        plan.reuse = options.run.reuse;
        plan.progress = [this](std::uint64_t done) { progress_.show(done, std::max(expected_, done + 1), stage_); };
        return plan;
    }

    Numbers numbers_of(const World& world, const RunRecord& record) const {
        Numbers numbers = to_numbers(count_places(world.scenario, world.shape, record, places_));
        const Numbers desks = to_numbers(desk_periods(first().frame, world.shape, record));
        numbers.insert(numbers.end(), desks.begin(), desks.end());
        numbers.push_back(static_cast<std::int64_t>(record.fingerprint));
        return numbers;
    }

    SizingRun run_from(const Numbers& numbers) const {
        const std::size_t desks = first().frame.periods() * first().scenario.offices.size() * kOfficeDesks * kDeskPeriodNumbers;
        const std::span<const std::int64_t> all(numbers.data(), numbers.size() - 1);
        return {from_numbers(all.first(all.size() - desks)), desk_periods_from(all.last(desks))};
    }

    /// By scenario and run. \param staffing  empty = as written
    std::vector<std::vector<SizingRun>> play(const Staffing& staffing, std::uint32_t from, std::uint32_t runs) {
        std::vector<Trial> trials;
        for (std::size_t s = 0; s < scenarios_.size(); ++s) {
            const SizedScenario& of = *scenarios_[s];
            const auto make = [&of, &staffing] {
                Scenario scenario = of.scenario;
                give(scenario, of.frame, staffing);
                return scenario;
            };
            const std::string key = staffing.empty() ? "as written" : hexadecimal(digest_of(staffing));
            trials.push_back({fmt::format("{} {}", s, key), make, from, runs});
        }
        std::vector<std::vector<SizingRun>> answers;
        for (const std::vector<Numbers>& of : trials_.play(trials)) {
            std::vector<SizingRun>& here = answers.emplace_back();
            for (const Numbers& numbers : of) {
                here.push_back(run_from(numbers));
                fingerprint_ = combine(fingerprint_, static_cast<std::uint64_t>(numbers.back()));
            }
        }
        return answers;
    }

    /// What every desk has to do when nobody waits; the largest load of the scenarios.
    std::vector<DeskPeriod> play_ample() {
        stage_ = "loads";
        expected_ = kAmpleRuns * scenarios_.size();
        const auto answers = play(ample_staffing(first().frame), 0, kAmpleRuns);
        std::vector<DeskPeriod> of_first;
        for (std::size_t s = 0; s < answers.size(); ++s) {
            std::vector<DeskPeriod> sum(answers[s].front().desks.size());
            for (const SizingRun& run : answers[s])
                for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += run.desks[i];
            const auto here = searched_desks(scenarios_[s]->scenario, first().frame, sum);
            if (s == 0) {
                needs_ = here;
                of_first = sum;
                continue;
            }
            for (std::size_t o = 0; o < here.size(); ++o)
                for (std::size_t d = 0; d < kOfficeDesks; ++d)
                    for (std::size_t p = 0; p < here[o][d].need.load.size(); ++p)
                        needs_[o][d].need.load[p] = std::max(needs_[o][d].need.load[p], here[o][d].need.load[p]);
        }
        return of_first;
    }

    RuleSet wanted_rules() const {
        RuleSet wanted;
        for (std::size_t r = 0; r < kRules; ++r) wanted[r] = first().scenario.sizing.rules[r];
        return wanted;
    }

    void look_for(StaffingSearch& search) {
        while (!search.is_done()) {
            const SizingBatch batch = search.next();
            stage_ = fmt::format("{} of {} offices found", search.done(), places_.size());
            expected_ = trials_.played() + batch.runs * scenarios_.size() + 1;
            const auto answers = play(batch.staffing, batch.first, batch.runs);
            std::vector<std::vector<std::vector<RuleSet>>> broken;
            for (std::size_t s = 0; s < answers.size(); ++s) {
                auto& of_scenario = broken.emplace_back();
                for (const SizingRun& run : answers[s]) {
                    std::vector<RuleSet>& of_run = of_scenario.emplace_back();
                    for (const PlaceCounts& place : run.places)
                        of_run.push_back(broken_rules(scenarios_[s]->scenario.verdict, place.judged));
                }
            }
            search.tell(broken);
        }
    }

    Sizing described(const StaffingSearch& search) const {
        Sizing sizing;
        sizing.places = places_;
        sizing.probability = first().scenario.sizing.probability;
        sizing.sample = sample_;
        sizing.search_runs = trials_.played() + trials_.reused();
        for (std::size_t p = 0; p < places_.size(); ++p) {
            const PlaceSearch& of = search.of(p);
            sizing.sized.push_back({of.wanted(), of.impossible(), of.tight(), of.trials(), 0});
        }
        return sizing;
    }

    PlayedStaffing played(StaffingKind kind, const Staffing& staffing, const Sizing& sizing, std::uint32_t from, std::uint32_t runs) {
        const auto answers = play(staffing, from, runs);
        PlayedStaffing result{kind, 1, staffing, runs, {}, {}, {}, {}};
        for (std::size_t p = 0; p < places_.size(); ++p) {
            std::uint32_t least = runs;
            auto& broken = result.broken.emplace_back();
            for (std::size_t s = 0; s < answers.size(); ++s) {
                std::uint32_t kept = 0;
                std::array<std::uint32_t, kRules> here{};
                for (const SizingRun& run : answers[s]) {
                    const RuleSet rules = broken_rules(scenarios_[s]->scenario.verdict, run.places[p].judged);
                    kept += (rules & sizing.sized[p].wanted).none() ? 1 : 0;
                    for (std::size_t r = 0; r < kRules; ++r) here[r] += rules[r] ? 1 : 0;
                }
                least = std::min(least, kept);
                for (std::size_t r = 0; r < kRules; ++r) broken[r] = std::max(broken[r], here[r]);
            }
            result.kept.push_back(least);
        }
        result.counts.resize(places_.size());
        result.desks.resize(answers[0].front().desks.size());
        for (const SizingRun& run : answers[0]) {
            for (std::size_t p = 0; p < places_.size(); ++p) result.counts[p] += run.places[p];
            for (std::size_t i = 0; i < result.desks.size(); ++i) result.desks[i] += run.desks[i];
        }
        return result;
    }

    /// What fresh runs say of a place with the staffing that it has now.
    struct FreshPool {
        std::uint32_t kept = 0, runs = 0;
        std::array<std::uint32_t, kRules> broken{};
    };

    /// Fresh runs for every round: places that fall short get more, and begin again with none. The last round, of new
    /// runs once more, only looks.
    void validate(StaffingSearch& search, Sizing& sizing) {
        std::vector<FreshPool> pools(places_.size());
        fresh_from_ = sample_.runs;
        for (bool is_changed = true; is_changed && sizing.rounds < kMostRounds; fresh_from_ += kRoundRuns) {
            stage_ = fmt::format("checking with fresh runs, round {}", sizing.rounds + 1);
            expected_ = trials_.played() + (kRoundRuns + kLastRuns) * scenarios_.size();
            const PlayedStaffing fresh = played(StaffingKind::found, search.staffing(), sizing, fresh_from_, kRoundRuns);
            if (sizing.rounds++ == 0) sizing.first_passed = passed_of(fresh, sizing);
            is_changed = give_more(search, sizing, fresh, pools);
        }
        stage_ = "last check, with fresh runs";
        expected_ = trials_.played() + kLastRuns * scenarios_.size();
        sizing.staffing = search.staffing();
        sizing.played = {played(StaffingKind::found, sizing.staffing, sizing, fresh_from_, kLastRuns)};
        const PlayedStaffing& last = sizing.played.front();
        sizing.last_passed = passed_of(last, sizing);
        sizing.last_short = static_cast<std::uint32_t>(std::count_if(last.kept.begin(), last.kept.end(), [&](std::uint32_t kept) {
            return is_short_beyond_chance(kept, last.runs, sizing.probability);
        }));
    }

    std::uint32_t passed_of(const PlayedStaffing& fresh, const Sizing& sizing) const {
        return static_cast<std::uint32_t>(std::count_if(fresh.kept.begin(), fresh.kept.end(), [&](std::uint32_t kept) {
            return is_often_enough(kept, fresh.runs, sizing.probability);
        }));
    }

    /// \return whether any place got more
    bool give_more(StaffingSearch& search, Sizing& sizing, const PlayedStaffing& fresh, std::vector<FreshPool>& pools) const {
        bool is_changed = false;
        for (std::size_t p = 0; p < places_.size(); ++p) {
            FreshPool& pool = pools[p];
            pool.kept += fresh.kept[p];
            pool.runs += fresh.runs;
            for (std::size_t r = 0; r < kRules; ++r) pool.broken[r] += fresh.broken[p][r];
            if (is_often_enough(pool.kept, pool.runs, sizing.probability)) continue;
            const RuleSet wanted = sizing.sized[p].wanted;
            std::size_t worst = kRules;
            for (std::size_t r = 0; r < kRules; ++r)
                if (wanted[r] && (worst == kRules || pool.broken[r] > pool.broken[worst])) worst = r;
            const bool is_far_short = pool.kept < (sizing.probability - kFarShort) * pool.runs;
            for (int times = is_far_short ? 2 : 1; times > 0; --times) search.of(p).add_reserve(worst);
            ++sizing.sized[p].strengthened;
            pool = {};
            is_changed = true;
        }
        return is_changed;
    }

    void compare_with_others(Sizing& sizing, const std::vector<DeskPeriod>& ample) {
        stage_ = "holding it against other staffings";
        const auto others = static_cast<std::uint32_t>(kScales.size() + 2);
        expected_ = trials_.played() + others * kOtherRuns * scenarios_.size();
        const auto add = [&](StaffingKind kind, const Staffing& staffing) {
            sizing.played.push_back(played(kind, staffing, sizing, fresh_from_, kOtherRuns));
        };
        add(StaffingKind::as_written, {});
        add(StaffingKind::erlang, erlang_staffing(first().scenario, first().frame, ample, kAmpleRuns));
        for (const double scale : kScales) {
            add(StaffingKind::scaled, scaled(first().frame, sizing.staffing, scale));
            sizing.played.back().scale = scale;
        }
    }

    std::vector<std::unique_ptr<SizedScenario>> scenarios_;
    std::vector<PlanningPlace> places_;
    SearchSample sample_;
    Progress progress_;
    std::uint64_t expected_ = 1;
    std::string stage_;
    std::uint32_t fresh_from_ = 0;
    std::uint64_t fingerprint_ = 0;
    std::vector<std::array<SearchedDesk, kOfficeDesks>> needs_;
    Trials trials_;
};

}  // namespace

namespace {

std::vector<std::unique_ptr<SizedScenario>> load_all(const SizeOptions& options) {
    std::vector<std::unique_ptr<SizedScenario>> all;
    for (const std::string& file : options.scenario_files) {
        Scenario scenario = load_scenario(file, options.run.settings);
        if (options.run.seed) scenario.seed = *options.run.seed;
        all.push_back(std::make_unique<SizedScenario>(std::move(scenario)));
        const Scenario &first = all.front()->scenario, &here = all.back()->scenario;
        const std::string why = why_not_comparable(all.front()->world.shape, all.back()->world.shape);
        if (!why.empty() || here.offices.size() != first.offices.size())
            throw bad_usage(fmt::format("{} and {} cannot have one staffing: {}; nothing was run or written", options.scenario_files.front(), file,
                                        why.empty() ? "other offices" : why));
        if (here.weeks != first.weeks || here.start != first.start)
            throw bad_usage(fmt::format("{} and {} cannot have one staffing: other weeks ([time] start and weeks); nothing was run or written",
                                        options.scenario_files.front(), file));
    }
    return all;
}

std::string plan_text(const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, const SizeOptions& options) {
    const auto title = [&](Lang lang, const char* words) { return name_of(scenario.title, scenario.name, lang) + words; };
    return overlay_text(scenario, frame, sizing.staffing,
                        {options.scenario_files.front(), options.run.settings, scenario.name + "-sized",
                         {title(Lang::nb, ": minste bemanning"), title(Lang::nn, ": minste bemanning"), title(Lang::en, ": least staffing")},
                         options.run.command});
}

}  // namespace

int size(const SizeOptions& options) {
    const InterruptWatch watch;
    std::vector<std::unique_ptr<SizedScenario>> scenarios = load_all(options);
    const Scenario scenario = scenarios.front()->scenario;
    ResultFolder folder(options.run.out, "size-" + scenario.name);
    Sizer sizer(options, folder, std::move(scenarios));
    const Sizing sizing = sizer.size();
    const StaffingFrame& frame = sizer.frame();
    const Lang lang = lang_of(options.run.language);
    const Provenance provenance = provenance_of(scenario, options.run, sizer.fingerprint());
    write_tables_to(folder, "size.h5", [&](const std::string& path) { write_size_file(path, scenario, frame, sizing, provenance); });
    folder.write("size.csv", size_csv(scenario, frame, sizing, provenance, lang));
    folder.write("report.html", size_page(scenario, frame, sizing, provenance, lang));
    folder.write("plan.toml", plan_text(scenario, frame, sizing, options));
    put_study_in_place(folder);
    sizer.drop_journal();
    if (options.run.quiet) return 0;
    std::cout << size_screen(scenario, frame, sizing, lang)
              << fill(kStaffingLine.in(lang), {(folder.path() / "plan.toml").string(), options.scenario_files.front()})
              << closing_line(sizer.trials().played(), sizer.elapsed_s(), folder, lang);
    return 0;
}

}  // namespace skranke
