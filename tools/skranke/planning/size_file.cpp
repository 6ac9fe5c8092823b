#include "tools/skranke/planning/size_file.hpp"

#include <fmt/format.h>

#include "engine/report/wording.hpp"
#include "tools/skranke/study/study_file.hpp"

namespace skranke {

namespace {

constexpr std::size_t kHours = 24;

/// Builds the content of size.h5.
class SizeContent {
  public:
    SizeContent(const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, const Provenance& provenance)
        : scenario_(scenario), frame_(frame), sizing_(sizing) {
        add_head(provenance);
        add_axes();
        add_staffing();
        add_played();
        add_places();
    }
    TableFile take() && { return std::move(file_); }

  private:
    void add_head(const Provenance& provenance) {
        file_ = headed_file(kSizeFormat, scenario_, provenance);
        file_.texts_of_file.push_back({"probability", fmt::format("{}", sizing_.probability)});
        file_.numbers_of_file.insert(file_.numbers_of_file.end(), {{"runs_of_a_trial", sizing_.sample.runs},
                                                                   {"allowed_failures", sizing_.sample.allowed},
                                                                   {"search_runs", sizing_.search_runs},
                                                                   {"fresh_rounds", sizing_.rounds},
                                                                   {"first_passed", sizing_.first_passed},
                                                                   {"last_short", sizing_.last_short},
                                                                   {"last_passed", sizing_.last_passed}});
    }

    void add_axes() {
        Texts offices, office_names, desks, periods, places, place_names, staffings, rules;
        for (const Office& office : scenario_.offices) {
            offices.push_back(office.id);
            office_names.push_back(office.name);
        }
        for (std::size_t d = 0; d < kOfficeDesks; ++d) desks.emplace_back(key_of(static_cast<DeskKind>(d)));
        for (const Date start : frame_.starts) periods.push_back(date_of(start));
        for (const PlanningPlace& place : sizing_.places) {
            places.push_back(place.key);
            place_names.push_back(place.name);
        }
        for (const PlayedStaffing& played : sizing_.played)
            staffings.push_back(played.kind == StaffingKind::scaled ? fmt::format("{} {:.2f}", key_of(played.kind), played.scale) : key_of(played.kind));
        for (const char* rule : kVerdictRuleKeys) rules.emplace_back(rule);
        Values hours;
        for (std::size_t h = 0; h < kHours; ++h) hours.push_back(static_cast<double>(h));
        file_.axes = {{"office", offices, "id of an office"}, {"desk", desks, "desk of an office"}, {"period", periods, "first day of a period"},
                      {"place", places, "ids of the offices of a place"}, {"staffing", staffings, "what was played; the answer first"},
                      {"rule", rules, "rule of the verdict"}, {"hour", hours, "hour of the day, from midnight"}};
        file_.texts = {{"office_name", "office", office_names, "name"}, {"place_name", "place", place_names, "names of the offices"}};
    }

    static std::string date_of(Date day) {
        const std::chrono::year_month_day ymd(day);
        return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    }

    void add(const std::string& name, const Texts& axes, Values values, const std::string& unit, const std::string& long_name) {
        file_.tables.push_back({name, axes, std::move(values), unit, long_name});
    }

    void add_staffing() {
        Values needed, written, at_work;
        for (std::size_t o = 0; o < sizing_.staffing.size(); ++o)
            for (std::size_t d = 0; d < kOfficeDesks; ++d) {
                const DeskStaffing& desk = sizing_.staffing[o][d];
                for (std::size_t p = 0; p < frame_.periods(); ++p) {
                    needed.push_back(frame_.positions(d, desk.units[p]));
                    written.push_back(frame_.as_written[o][d][p]);
                }
                for (std::size_t h = 0; h < kHours; ++h)
                    at_work.push_back(desk.at_work.empty() ? frame_.positions(d, desk.most_units()) : frame_.positions(d, desk.at_work[h]));
            }
        add("positions", {"office", "desk", "period"}, std::move(needed), "positions", "least that was found to keep the rules");
        add("positions_written", {"office", "desk", "period"}, std::move(written), "positions", "mean of the scenario");
        add("at_work", {"office", "desk", "hour"}, std::move(at_work), "positions", "at work in the fullest period, while the desk is open");
    }

    void add_played() {
        Values kept, runs, broken, unmet, late;
        for (const PlayedStaffing& played : sizing_.played)
            for (std::size_t p = 0; p < sizing_.places.size(); ++p) {
                kept.push_back(played.kept[p]);
                runs.push_back(played.runs);
                unmet.push_back(static_cast<double>(played.counts[p].unmet) / played.runs);
                late.push_back(static_cast<double>(played.counts[p].judged.late) / played.runs);
                for (const std::uint32_t of_rule : played.broken[p]) broken.push_back(of_rule);
            }
        add("kept", {"staffing", "place"}, std::move(kept), "1", "fresh runs in which all rules that can be kept were kept");
        add("runs", {"staffing", "place"}, std::move(runs), "1", "fresh runs");
        add("broken", {"staffing", "place", "rule"}, std::move(broken), "1", "fresh runs in which the rule was broken");
        add("unmet", {"staffing", "place"}, std::move(unmet), "1", "unmet local needs in a run");
        add("late", {"staffing", "place"}, std::move(late), "1", "local cases decided late or never, in a run");
    }

    void add_places() {
        Values impossible, trials, more;
        for (const SizedPlace& place : sizing_.sized) {
            for (std::size_t r = 0; r < kRules; ++r) impossible.push_back(place.impossible[r] ? 1 : 0);
            trials.push_back(static_cast<double>(place.trials));
            more.push_back(place.strengthened);
        }
        add("impossible", {"place", "rule"}, std::move(impossible), "1", "1 = broken even by ample staff");
        add("trials", {"place"}, std::move(trials), "1", "staffings that the search tried");
        add("strengthened", {"place"}, std::move(more), "1", "times that fresh runs broke a rule too often and it got more");
    }

    const Scenario& scenario_;
    const StaffingFrame& frame_;
    const Sizing& sizing_;
    TableFile file_;
};

}  // namespace

void write_size_file(const std::string& path, const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, const Provenance& provenance) {
    write_tables(path, SizeContent(scenario, frame, sizing, provenance).take());
}

}  // namespace skranke
