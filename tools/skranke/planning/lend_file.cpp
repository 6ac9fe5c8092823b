#include "tools/skranke/planning/lend_file.hpp"


#include "engine/report/wording.hpp"
#include "tools/skranke/study/study_file.hpp"

namespace skranke {

namespace {

using Values = std::vector<double>;


void add_head(TableFile& file, const Scenario& scenario, const Agreement& agreement, const Provenance& provenance) {
    const LendingRules& rules = agreement.rules;
    file = headed_file(kLendFormat, scenario, provenance);
    file.texts_of_file.insert(file.texts_of_file.end(), {{"most_share", std::to_string(rules.most_share)},
                                                         {"longest_km", std::to_string(rules.longest_km)},
                                                         {"pace", std::to_string(rules.pace)},
                                                         {"tolerance", std::to_string(rules.tolerance)}});
    file.numbers_of_file.push_back({"replications", agreement.replications});
    file.numbers_of_file.push_back({"rounds", agreement.rounds});
}

void add_axes(TableFile& file, const Agreement& agreement) {
    std::vector<std::string> keys, names, plans;
    for (const PlanningPlace& place : agreement.places) {
        keys.push_back(place.key);
        names.push_back(place.name);
    }
    for (const SharingPlan& plan : agreement.plans) plans.push_back(plan.key);
    Values steps;
    for (int step = agreement.rules.most_units; step > 0; --step) steps.push_back(-agreement.rules.unit * step);
    for (int step = 1; step <= agreement.rules.most_units; ++step) steps.push_back(agreement.rules.unit * step);
    file.axes = {{"place", keys, "ids of the offices of a place"},
                 {"borrower", keys, "the same, as who borrows"},
                 {"step", steps, "positions more, or fewer if below 0"},
                 bound_axis()};
    if (!plans.empty()) file.axes.push_back({"plan", plans, "a way to share"});
    file.texts = {{"place_name", "place", names, "names of the offices"}};
}

void add_responses(TableFile& file, const Agreement& agreement) {
    Values responses;
    for (const StaffResponse& response : agreement.responses) {
        for (auto step = response.fewer.rbegin(); step != response.fewer.rend(); ++step) put(responses, *step);
        for (const Estimate& step : response.more) put(responses, step);
    }
    file.tables.push_back({"positions", {"place"}, agreement.positions, "positions", "at the casework desk on the first day"});
    file.tables.push_back({"tolerance", {"place"}, agreement.tolerances, "1", "people that a place may lose"});
    file.tables.push_back({"response", {"place", "step", "bound"}, std::move(responses), "1", "people more unmet or late, every office at the same time"});
}

void add_loans(TableFile& file, const Agreement& agreement) {
    const std::size_t places = agreement.places.size();
    Values lent(places * places, 0.0), km;
    for (const StaffLoan& loan : agreement.loans) lent[loan.lender * places + loan.borrower] = agreement.rules.unit * loan.units;
    for (const std::vector<double>& row : agreement.km) km.insert(km.end(), row.begin(), row.end());
    file.tables.push_back({"lent", {"place", "borrower"}, std::move(lent), "positions", "that the place lends to the borrower"});
    file.tables.push_back({"distance", {"place", "borrower"}, std::move(km), "km", "as the crow flies; infinite = too far to lend"});
}

void add_plans(TableFile& file, const Agreement& agreement) {
    if (agreement.plans.empty()) return;
    Values changes, all;
    for (const SharingPlan& plan : agreement.plans) {
        for (const PlaceChange& change : plan.places) put(changes, change.further);
        put(all, plan.all);
    }
    file.tables.push_back({"change", {"plan", "place", "bound"}, std::move(changes), "1", "people more unmet or late than without any sharing"});
    file.tables.push_back({"change_in_all", {"plan", "bound"}, std::move(all), "1", "the same, all places together"});
}

}  // namespace

void write_lend_file(const std::string& path, const Scenario& scenario, const Agreement& agreement, const Provenance& provenance) {
    TableFile file;
    add_head(file, scenario, agreement, provenance);
    add_axes(file, agreement);
    add_responses(file, agreement);
    add_loans(file, agreement);
    add_plans(file, agreement);
    write_tables(path, file);
}

}  // namespace skranke
