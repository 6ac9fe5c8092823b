// Rework, reminders and attachments on paper: how much work they make, and how long they take.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/theory/case_desk.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

DeskWeek casework(const RunRecord& record) {
    const std::size_t weeks = record.desks.size() / kDeskKinds;
    DeskWeek all;
    for (std::size_t w = 0; w < weeks; ++w)
        all += record.desks[static_cast<std::size_t>(DeskKind::casework) * weeks + w];
    return all;
}

Scenario with_rework(double share) {
    Scenario s = case_desk(1);
    Service& service = add_cases(s, 20, 10, 3);
    service.rework_share = share;
    service.rework_effort_share = 0.5;
    service.rework_days = 1;
    return s;
}

/// Cases that lack documents, with reminders after 2, 4, 6 and 8 days if they have not come.
Scenario with_reminders(double documents_days) {
    Scenario s = case_desk(20);
    s.warm_up_weeks = 3;
    Service& service = add_cases(s, 60, 10, 3);
    service.documents_missing = Timeline{1.0};
    service.documents_days = documents_days;
    service.documents_dropout = 0.1;
    service.documents_chase_days = 9;
    service.documents_remind_days = 2;
    return s;
}

Scenario with_paper(double paper_days) {
    Scenario s = case_desk(20);
    Service& service = add_cases(s, 60, 0.01, 3);
    service.paper_attachment = 0.6;
    service.paper_days = paper_days;
    service.paper_post_days = 3 * paper_days;
    return s;
}

}  // namespace

TEST_CASE("What comes back makes its share of work again", "[theory][not_with_address]") {
    const auto occupancy = [](const RunRecord& r) {
        return static_cast<double>(casework(r).busy_us) / static_cast<double>(casework(r).staffed_us);
    };
    const double load = 10.0 / 20 * (1 + 0.8 * 0.5);
    CHECK(std::abs(replicate(with_rework(0.8), 60, occupancy).z(load)) < 5);
    CHECK(std::abs(replicate(with_rework(0.88), 60, occupancy).z(load)) > 5);
}

TEST_CASE("Reminders are sent as long as an exponential wait lasts", "[theory][not_with_address]") {
    const auto turns = [](const RunRecord& r) {
        return static_cast<double>(casework(r).started) / static_cast<double>(r.outcomes[0].born);
    };
    const double mean = 5, dropout = 0.1;
    double theory = 1 + (1 - dropout) * (1 - std::exp(-9 / mean));  // the review; the rest if they come
    for (const double day : {2, 4, 6, 8}) theory += dropout + (1 - dropout) * std::exp(-day / mean);
    CHECK(std::abs(replicate(with_reminders(mean), 60, turns).z(theory)) < 5);
    CHECK(std::abs(replicate(with_reminders(1.1 * mean), 60, turns).z(theory)) > 5);
}

TEST_CASE("Attachments on paper delay the decision by days at the door, by others by post, not the clock",
          "[theory][not_with_address]") {
    const auto total_days = [](const RunRecord& r) { return r.outcomes[0].total.mean_min() / (24 * 60); };
    Scenario s = with_paper(0.2);
    CHECK(std::abs(replicate(s, 60, total_days).z(0.6 * 3 * 0.2)) < 5);  // the door is shut
    CHECK(std::abs(replicate(with_paper(0.22), 60, total_days).z(0.6 * 3 * 0.2)) > 5);
    s.door_hours[0] = around_the_clock();
    CHECK(std::abs(replicate(s, 60, total_days).z(0.6 * 0.2)) < 5);
    CHECK(replicate(s, 2, [](const RunRecord& r) { return handling_of(r, 0); }).mean() < 1);
    s.services[0].clock.stops.documents = false;
    CHECK(replicate(s, 2, [](const RunRecord& r) { return handling_of(r, 0); }).mean() > 60);
}
