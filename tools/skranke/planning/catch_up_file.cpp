#include "tools/skranke/planning/catch_up_file.hpp"

#include <array>

#include "engine/report/wording.hpp"
#include "tools/skranke/study/study_file.hpp"

namespace skranke {

namespace {

constexpr std::array<double, 3> kQuantiles{0.1, 0.5, 0.9};

double number_of(const std::optional<std::size_t>& week) { return week ? static_cast<double>(*week) : kNothing; }

/// Builds the content of catch-up.h5.
class CatchUpContent {
  public:
    CatchUpContent(const Scenario& scenario, const CatchUp& study, const Provenance& provenance) : study_(study) {
        add_head(scenario, provenance);
        add_axes();
        add_courses("", "with the staff of the scenario", [](const CatchUpPlace& place) { return &place.as_it_is; });
        if (!study.goal) return;
        add_courses("with_plan_", "with the plan, among people that the search never met",
                    [](const CatchUpPlace& place) { return place.plan->units ? &place.plan->validated : nullptr; });
        add_by_place("extra_positions", "positions", "further positions that are enough; NaN = not even tried_positions are",
                     [&](const CatchUpPlace& place) { return place.plan->units ? study.goal->unit * *place.plan->units : kNothing; });
        add_by_place("tried_positions", "positions", "the most further positions that are tried",
                     [&](const CatchUpPlace& place) { return study.goal->unit * place.plan->most; });
    }
    TableFile take() && { return std::move(file_); }

  private:
    void add_head(const Scenario& scenario, const Provenance& provenance) {
        file_ = headed_file(kCatchUpFormat, scenario, provenance);
        file_.texts_of_file.push_back({"most_overdue", std::to_string(study_.rule.most_overdue)});
        file_.numbers_of_file.push_back({"replications", study_.replications});
        file_.numbers_of_file.push_back({"weeks_in_a_row", study_.rule.weeks});
        if (!study_.goal) return;
        file_.texts_of_file.push_back({"goal_probability", std::to_string(study_.goal->probability)});
        file_.numbers_of_file.push_back({"goal_week", study_.goal->week});
    }

    void add_axes() {
        std::vector<std::string> keys, names;
        for (const CatchUpPlace& place : study_.places) {
            keys.push_back(place.place.key);
            names.push_back(place.place.name);
        }
        Values weeks;
        for (std::size_t week = 0; week < study_.weeks; ++week) weeks.push_back(static_cast<double>(week));
        file_.axes = {{"place", keys, "ids of the offices of a place"},
                      {"week", weeks, "week of the run, at its end"},
                      {"quantile", Values(kQuantiles.begin(), kQuantiles.end()), "share of the replications"},
                      bound_axis()};
        file_.texts = {{"place_name", "place", names, "names of the offices"}};
        add_by_place("positions", "positions", "at the casework desk on the first day", [](const CatchUpPlace& place) { return place.positions; });
    }

    template <class Get>
    void add_by_place(const std::string& name, const std::string& unit, const std::string& long_name, Get get) {
        Values values;
        for (const CatchUpPlace& place : study_.places) values.push_back(get(place));
        file_.tables.push_back({name, {"place"}, std::move(values), unit, long_name});
    }

    /// \param get  the course of a place, or nullptr
    template <class Get>
    void add_courses(const std::string& prefix, const std::string& whose, Get get) {
        Values count, share, quantiles, overdue, open;
        for (const CatchUpPlace& place : study_.places) {
            const CatchUpCourse* course = get(place);
            for (std::size_t week = 0; week < study_.weeks; ++week) {
                const ShareEstimate back = course ? course->dates.back_by(week) : ShareEstimate{};
                count.push_back(course ? static_cast<double>(back.hits) : kNothing);
                for (const double value : {back.value(), back.low(), back.high()}) share.push_back(course ? value : kNothing);
                const Band band = course ? course->overdue[week] : Band{kNothing, kNothing, kNothing};
                for (const double value : {band.low, band.middle, band.high}) overdue.push_back(value);
                open.push_back(course ? course->mean_open[week] : kNothing);
            }
            for (const double q : kQuantiles) quantiles.push_back(course ? number_of(course->dates.quantile(q)) : kNothing);
        }
        file_.tables.push_back({prefix + "back_count", {"place", "week"}, std::move(count), "1", "replications that are back by the week's end, " + whose});
        file_.tables.push_back({prefix + "back_share", {"place", "week", "bound"}, std::move(share), "1", "share of the replications, " + whose});
        file_.tables.push_back({prefix + "back_week", {"place", "quantile"}, std::move(quantiles), "1", "week by whose end such a share is back, " + whose});
        file_.tables.push_back({prefix + "overdue", {"place", "week", "quantile"}, std::move(overdue), "1", "local cases past their limit, " + whose});
        file_.tables.push_back({prefix + "open_cases", {"place", "week"}, std::move(open), "1", "mean of the open local cases, " + whose});
    }

    const CatchUp& study_;
    TableFile file_;
};

}  // namespace

void write_catch_up_file(const std::string& path, const Scenario& scenario, const CatchUp& study, const Provenance& provenance) {
    write_tables(path, CatchUpContent(scenario, study, provenance).take());
}

}  // namespace skranke
