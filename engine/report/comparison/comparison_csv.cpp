// The comparison as a table for spreadsheets and programs.

#include <cmath>

#include "engine/report/comparison/comparison_page.hpp"
#include "engine/report/csv_table.hpp"

namespace skranke {
namespace {

constexpr const char* kLineEnd = "\r\n";

struct Subject {
    std::string plan, number, place, kind, key;
};

class Rows {
  public:
    void add(const Subject& subject, const Difference& d) {
        if (d.needs < kLeastShown) return;
        row(subject, "unmet", "persons", d.unmet, 1, csv_number(d.unmet_a, 2), csv_number(d.unmet_b, 2));
        row(subject, "unmet_rate", "percentage points", d.unmet_rate, 0.01);
        row(subject, "on_time_share", "percentage points", d.on_time_share, 0.01);
        row(subject, "access_mean", "hours", d.access_mean_min, 60);
        row(subject, "handling_mean", "days", d.handling_mean_min, 24 * 60);
    }
    void row(const Subject& s, const char* measure, const char* unit, const Estimate& e, double scale, const std::string& a = "",
             const std::string& b = "") {
        text += s.plan + ";" + kept_as_text(s.number) + ";" + csv_field(s.place) + ";" + s.kind + ";" + csv_field(s.key) + ";" +
                measure + ";" + unit + ";" + a + ";" + b;
        for (const double value : {e.value, e.low, e.high}) text += ";" + (e.valid ? csv_number(value / scale, 4) : "");
        text += kLineEnd;
    }
    std::string text = std::string("\xEF\xBB\xBF") +
                       "plan;municipality_number;municipality;part;key;measure;unit;unmet_a;unmet_b;change;low;high" + kLineEnd;
};

void add_plan(Rows& rows, const std::string& plan, const Comparison& change, const Scenario& s) {
    for (const PlaceComparison& place : change.places) {
        const auto subject = [&](const char* kind, const std::string& key) { return Subject{plan, place.number, place.number.empty() ? words::kWholeArea.en : place.name, kind, key}; };
        rows.add(subject("system", "local"), place.local);
        rows.add(subject("system", "state"), place.state);
        rows.add(subject("system", "all"), place.all);
        for (std::size_t i = 0; i < place.services.size(); ++i) rows.add(subject("service", s.services[i].key), place.services[i]);
        for (std::size_t i = 0; i < place.groups.size(); ++i) rows.add(subject("group_local", s.groups[i].key), place.groups[i]);
    }
    rows.row({plan, "", "", "measures", ""}, "cost", "NOK", change.cost, 1);
}

}  // namespace

std::string csv_comparison(const ComparedPlans& compared) {
    Rows rows;
    for (std::size_t plan = 1; plan < compared.plans.size(); ++plan)
        add_plan(rows, letter_of(plan), compared.changes[plan - 1].change, compared.plans[0].scenario);
    rows.text += kLineEnd;
    const auto note = [&](const std::string& text) { rows.text += csv_field("# " + text) + kLineEnd; };
    note("Model output, not checked against measured waiting times. Change: the plan less plan A, per simulated run, with 95 % interval.");
    note("Simulated runs: " + std::to_string(compared.changes.front().change.replications));
    for (std::size_t plan = 0; plan < compared.plans.size(); ++plan) {
        const Provenance& p = compared.plans[plan].provenance;
        note(letter_of(plan) + ": " + p.scenario_name + " " + hexadecimal(p.scenario_hash) + ", seed " + std::to_string(p.seed) +
             ", fingerprint " + hexadecimal(p.fingerprint) + ", Skranke " + p.version + " " + p.git + ", " + p.created + ", " + p.command);
    }
    note("Skranke " + compared.version + ", " + compared.created + ", " + compared.command);
    return rows.text;
}

}  // namespace skranke
