#include "engine/language/checks/scenario_checks.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

#include "engine/language/checks/document_checker.hpp"
#include "engine/language/checks/policy_checks.hpp"
#include "engine/language/checks/staff_checks.hpp"
#include "engine/language/checks/surge_checks.hpp"
#include "engine/scenario/names.hpp"

namespace skranke {

namespace {

constexpr double kMostNeeds = 200e6;
constexpr int kLastPriority = 7;
constexpr double kMostMemoryBytes = 4e9;

// Sizes of what one replication leaves behind, rounded up, and how many of them are held at once
// (finished ones that wait for their turn included). Chosen, not measured.
constexpr double kBytesPerCell = 256;   // municipality x service x group
constexpr double kBytesPerPair = 4200;  // municipality x service: three quantile sketches
constexpr double kBytesPerWeek = 128;   // municipality or desk x week
constexpr double kRecordsAtOnce = 8;

class Checker : private DocumentChecker {
  public:
    Checker(const Scenario& scenario, const Document& document, Problems& problems)
        : DocumentChecker{document, problems}, s_{scenario} {}

    void check_time() {
        const Node* time = document_.root.find("time");
        const Node* start = time == nullptr ? nullptr : time->find("start");
        if (start == nullptr || start->kind != Node::Kind::date) return;
        const Date monday = s_.start - (std::chrono::weekday{s_.start} - std::chrono::Monday);
        if (s_.start != monday)
            report(
                "time.start", date_text(s_.start),
                "is not a Monday (" + date_text(monday) + " and " + date_text(monday + std::chrono::days{7}) + " are)");
        if (sum(s_.demand.hour_weight) <= 0) report("demand.hour_weight", "", "needs at least one hour above 0");
        if (sum(s_.demand.weekday_weight) <= 0) report("demand.weekday_weight", "", "needs at least one day above 0");
        if (sum(s_.demand.season) <= 0) report("demand.season", "", "needs at least one month above 0");
    }

    void check_busyness() {
        if (s_.demand.busyness_correlation > 0 && s_.demand.busyness_shape <= 0)
            report("demand.busyness_correlation", number_text(s_.demand.busyness_correlation),
                   "needs days that differ: demand.busyness_shape above 0");
        if (s_.demand.busyness_range_km > 0 && s_.demand.busyness_correlation <= 0)
            report("demand.busyness_range_km", number_text(s_.demand.busyness_range_km),
                   "needs demand.busyness_correlation above 0");
    }

    void check_pile() {
        if (!has("start.open_cases")) return;
        if (s_.warm_up_weeks > 0)
            report("time.warm_up_weeks", std::to_string(s_.warm_up_weeks),
                   "stands beside start.open_cases (choose one: a warm-up makes a pile, open_cases brings the real one; "
                   "warm_up_weeks = 0)");
        constexpr int kMostWeeks = 480;  // days of birth, the pile's included, are part of 12 bits of an address
        if (s_.weeks > kMostWeeks)
            report("time.weeks", std::to_string(s_.weeks), "with open_cases at most " + std::to_string(kMostWeeks));
    }

    void check_names() {
        if (s_.groups.empty()) report("group", "", "missing: needs at least one table [group.name]");
        if (s_.services.empty()) report("service", "", "missing: needs at least one table [service.name]");
        at_most("service", s_.services.size(), kMostServices);
        at_most("surge", s_.surges.size(), kMostSurges);
        at_most("policy", s_.policies.size(), kMostPolicies);
        at_most("measure", s_.measures.size(), kMostMeasures);
        for (const Surge& surge : s_.surges)
            at_most("surge." + surge.key + ".follow_on", surge.follow_on.size(), kMostFollowOns);
    }

    void check_services() {
        for (const Service& service : s_.services) {
            const std::string path = "service." + service.key;
            if (has(path + ".prefers") && sum(service.prefers) <= 0)
                report(path + ".prefers", "", "needs at least one channel above 0");
            if (has(path + ".season") && sum(service.season) <= 0)
                report(path + ".season", "", "needs at least one month above 0");
            if (has(path + ".clock.basis")) needs_source(path + ".clock.source", "a clock", service.clock);
            check_limits(service, path);
            check_reminders(service, path);
            const ProvisionalReply& reply = service.provisional;
            if (reply.after_days > 0) needs_source(path + ".provisional.source", "a provisional reply", reply);
            if (reply.ahead_days > reply.after_days)
                report(path + ".provisional.ahead_days", number_text(reply.ahead_days),
                       "is before the application (at most after_days, " + number_text(reply.after_days) + ")");
        }
    }

    void check_triage() {
        for (const Service& service : s_.services) {
            const std::string path = "service." + service.key;
            for (const char* key : {".priority_acute", ".acute_becomes"})
                if (has(path + key) && service.acute <= 0)
                    report(path + key, "", "is never used: acute is 0 (needs a probability above 0)");
            if (service.acute_becomes >= s_.services.size()) continue;  // itself
            const Service& other = s_.services[service.acute_becomes];
            if (&other == &service)
                report(path + ".acute_becomes", other.key, "is the service itself: needs another one");
            if (other.decided_by != service.decided_by)
                report(path + ".acute_becomes", other.key,
                       std::string{"is decided by "} + key_of(other.decided_by) + ": needs a service decided by " +
                           key_of(service.decided_by));
        }
    }

    void check_channels() {
        for (std::size_t c = 0; c < kChannels; ++c) {
            const std::string hours = std::string{"channel."} + key_of(static_cast<Channel>(c)) + ".hours";
            if (!s_.channels[c].hours.periods.empty() || has(hours)) continue;
            if (static_cast<Channel>(c) == Channel::office_phone && some_office_has("phone_hours")) continue;
            const auto user = std::find_if(s_.services.begin(), s_.services.end(),
                                           [&](const Service& service) { return service.prefers[c] > 0; });
            if (user != s_.services.end())
                report(hours, "",
                       "missing: service." + user->key +
                           " sends people there (to shut it for good: hours = [{closed = true}])");
        }
    }

    void check_outreach() {
        constexpr auto kOutreach = static_cast<std::size_t>(Channel::outreach);
        if (!s_.outreach.groups.empty() || s_.outreach.in_quarantine) return;
        for (const Service& service : s_.services)
            if (service.prefers[kOutreach] > 0)
                report("service." + service.key + ".prefers.outreach", number_text(service.prefers[kOutreach]),
                       "nobody is offered it (channel.outreach.groups or in_quarantine says who is)");
    }

    void check_phone_loop() {
        const PhoneLoop& loop = s_.phone_loop;
        if (loop.transfer > 0 && loop.query_share == 0)
            report("phone_loop.transfer", number_text(loop.transfer),
                   "has no calls to put through: query_share, the share that needs the office, is 0");
        if (loop.accepts_callback > 0 && loop.offer_callback_after_min.largest() == 0)
            report("phone_loop.accepts_callback", number_text(loop.accepts_callback),
                   "is never asked: offer_callback_after_min is 0");
    }

    void check_closing() {
        for (std::size_t c = 0; c < kChannels; ++c)
            if (s_.channels[c].at_closing == CloseRule::carry_over && static_cast<Channel>(c) != Channel::drop_in)
                report(std::string{"channel."} + key_of(static_cast<Channel>(c)) + ".at_closing", "carry_over",
                       "is for drop_in only (send_home or serve)");
    }

    void check_groups() {
        for (const Group& group : s_.groups)
            if (group.interpreter == 0 && (group.interpreter_delay_days > 0 || group.interpreter_talk_factor != 1))
                report("group." + group.key + ".interpreter", "0",
                       "nobody needs an interpreter (above 0, or leave out interpreter_delay_days and "
                       "interpreter_talk_factor)");
    }

    // State services are decided by a shared benefit office, local ones by the office's caseworkers.
    void check_deciders() {
        for (const Service& service : s_.services) {
            const std::string path = "service." + service.key + ".decided_by";
            const auto desk = static_cast<std::size_t>(service.decided_by);
            const bool local = service.system == System::local;
            const bool fits = local ? service.decided_by == DeskKind::casework
                                    : desk >= kOfficeDesks && service.decided_by != DeskKind::contact_centre;
            if (!fits && service.case_share > 0)
                report(path, key_of(service.decided_by),
                       local ? "a local service is decided by casework"
                             : "a state service is decided by unemployment_office or sickness_office");
        }
    }

    // Only the first of each priority are compared, so within one all must grow alike.
    void check_growth() {
        for (std::size_t d = 0; d < kDeskKinds; ++d) {
            if (!uses(static_cast<DeskKind>(d), Discipline::growing)) continue;
            for (const Service& service : s_.services) {
                const auto same = std::find_if(s_.services.begin(), s_.services.end(), [&](const Service& other) {
                    return other.decided_by == service.decided_by && other.priority == service.priority;
                });
                if (service.decided_by == static_cast<DeskKind>(d) && same->priority_growth != service.priority_growth)
                    report("service." + service.key + ".priority_growth", number_text(service.priority_growth),
                           "differs from service." + same->key + ", " + number_text(same->priority_growth) +
                               ", which has the same priority: needs the same growth or another priority");
            }
        }
    }

    void check_staff() {
        for (std::size_t d = 0; d < kDeskKinds; ++d) {
            const std::string desk = key_of(static_cast<DeskKind>(d));
            check_desk(s_.desks[d], "desk." + desk);
            for (std::size_t o = 0; o < s_.office_desks.size(); ++o) {
                const std::string path = "office." + s_.offices[o].id + ".desk." + desk;
                if (has(path)) check_desk(s_.office_desks[o][d], path);
            }
        }
        if (s_.appointments.lead_days > s_.appointments.longest_lead_days)
            report("appointments.lead_days", number_text(s_.appointments.lead_days),
                   "is more than longest_lead_days, " + number_text(s_.appointments.longest_lead_days));
    }

    void check_size() {
        const double needs = most_needs(s_);
        if (!(needs <= kMostNeeds))
            report("", "",
                   "could create " + number_text(rounded(needs)) +
                       " needs a replication (at most 200000000: lower population, rates, heights or weeks)");
        const double bytes = most_bytes(s_);
        if (!(bytes <= kMostMemoryBytes))
            report("", "",
                   "would need about " + number_text(rounded(bytes / 1e9)) +
                       " GB of memory (at most 4: fewer municipalities, services, groups or weeks)");
    }

  private:
    template <class Values>
    static double sum(const Values& values) {
        return std::accumulate(values.begin(), values.end(), 0.0);
    }

    // Two digits are enough for a number that is far too large.
    static double rounded(double value) {
        double scale = 1;
        while (value / scale >= 100 && scale < 1e300) scale *= 10;
        return std::min(value,
                        std::max(1.0, static_cast<double>(static_cast<std::int64_t>(value / scale + 0.5)) * scale));
    }

    /// Whether any office's desk of this kind has the discipline.
    bool uses(DeskKind kind, Discipline discipline) const {
        const auto d = static_cast<std::size_t>(kind);
        return s_.desks[d].cases.discipline == discipline ||
               std::any_of(s_.office_desks.begin(), s_.office_desks.end(),
                           [&](const auto& desks) { return desks[d].cases.discipline == discipline; });
    }

    bool some_office_has(const std::string& key) const {
        return std::any_of(s_.offices.begin(), s_.offices.end(),
                           [&](const Office& office) { return has("office." + office.id + "." + key); });
    }


    /// \param rule  a clock, a limit or a provisional reply
    template <class Rule>
    void needs_source(const std::string& path, const std::string& what, const Rule& rule) {
        if (rule.basis != ClockBasis::assumption && rule.source.empty())
            report(path, "", "missing: " + what + " on the basis of " + key_of(rule.basis) +
                                 " needs its paragraph or document");
    }

    void check_reminders(const Service& service, const std::string& path) {
        if (has(path + ".remind_effort_min") && service.documents_remind_days <= 0)
            report(path + ".remind_effort_min", number_text(service.remind_effort_min),
                   "is never used: documents_remind_days is 0 (needs a number above 0)");
        if (service.documents_remind_days > 0 && service.documents_remind_days >= service.documents_chase_days)
            report(path + ".documents_remind_days", number_text(service.documents_remind_days),
                   "sends no reminder: needs less than documents_chase_days, " +
                       number_text(service.documents_chase_days));
        for (const char* key : {".paper_days", ".paper_post_days"})
            if (has(path + key) && service.paper_attachment <= 0)
                report(path + key, "", "is never used: paper_attachment is 0 (needs a probability above 0)");
        for (const char* key : {".rework_days", ".rework_effort_share"})
            if (has(path + key) && service.rework_share <= 0)
                report(path + key, "", "is never used: rework_share is 0 (needs a probability above 0)");
    }

    void check_limits(const Service& service, const std::string& path) {
        std::vector<std::string> names{kMainClock};
        for (const Limit& limit : service.limits) {
            needs_source(path + ".limits", "limit " + limit.name, limit);
            if (std::find(names.begin(), names.end(), limit.name) != names.end())
                report(path + ".limits", "", "has two limits called " + limit.name + ": needs another name (" +
                                                 kMainClock + " is the service's own clock)");
            names.push_back(limit.name);
        }
    }

    void at_most(const std::string& path, std::size_t count, std::size_t most) {
        if (count > most) report(path, "", std::to_string(count) + " of them: needs at most " + std::to_string(most));
    }

    void check_desk(const DeskRules& desk, const std::string& path) {
        const bool staffed = desk.per_1000_adults.largest() > 0 || desk.positions.largest() > 0 || desk.minimum > 0 || desk.more > 0;
        if (staffed && desk.hours.periods.empty() && !has(path + ".hours"))
            report(path + ".hours", "", "missing: the desk has staff, but no working hours");
        if (desk.cases.most_cases > 0 && desk.cases.most_cases < 1)
            report(path + ".most_cases", number_text(desk.cases.most_cases),
                   "lets a head begin no case (0 = no limit, or at least 1)");
        if (desk.cases.discipline == Discipline::earliest_due && desk.cases.urgent_priority >= kLastPriority)
            report(path + ".urgent_priority", number_text(desk.cases.urgent_priority),
                   "leaves no case whose due date counts (at most 6 with discipline earliest_due)");
    }

    const Scenario& s_;
};

double population_of(const Scenario& s) {
    double population = 0;
    for (const Municipality& m : s.municipalities) population += m.population;
    return population;
}

// How many weeks' worth of needs a weekly decay leaves.
double decay_weeks(double decay) { return std::min(520.0, decay < 1 ? 1 / (1 - decay) : 520.0); }

// Needs of the service that people laid off apply for, the tail after series or peak included.
double layoff_needs(const Scenario& s, const Surge& surge) {
    const double tail = decay_weeks(surge.weekly_decay.largest());
    if (surge.series.empty()) {
        const double rise = static_cast<double>((surge.peak - surge.onset).count()) / 7;
        return surge.per_1000_week * population_of(s) / 1000 * (rise + tail) * surge.height;
    }
    double needs = 0;
    for (const WeeklySeries& series : surge.series) {
        double last = 0;
        for (const WeeklySeries::Week& week : series.weeks) needs += last = week.count.value_or(surge.suppressed_count);
        needs += last * tail;
    }
    return needs * surge.height;
}

double curve_needs(const Scenario& s, const Surge& surge) {
    double needs = 0;
    for (const DailyCurve& curve : surge.curve) {
        const double people = curve.municipality ? s.municipalities[*curve.municipality].population : population_of(s);
        const double unit = surge.unit == CurveUnit::per_1000 ? people / 1000 : 1.0;
        for (const auto& [date, value] : curve.days) needs += value * unit;
    }
    return needs * surge.amount * surge.height;
}

// Needs that a surge brings itself (`own`), and what its follow-ons are counted by.
struct SurgeNeeds {
    double own = 0, causes = 0;
};

SurgeNeeds needs_of(const Scenario& s, const Surge& surge, double thousand_weeks) {
    switch (surge.kind) {
        case SurgeKind::layoffs:
            return {layoff_needs(s, surge), layoff_needs(s, surge)};
        case SurgeKind::curve:
            return {curve_needs(s, surge), curve_needs(s, surge)};
        case SurgeKind::trace:
            return {static_cast<double>(surge.trace.size()), 0};
        case SurgeKind::quarantine:
            return {0, surge.share.largest() * surge.height * thousand_weeks};
        case SurgeKind::school_closure:
            return {0, surge.height * thousand_weeks};
        case SurgeKind::scale:
        case SurgeKind::outage:
        case SurgeKind::suppressed:
            break;
    }
    return {};
}

// Months taken as equally long.
double highest_season(const Scenario& s, const Service& service) {
    const Season& own = service.season;
    const Season& season = std::any_of(own.begin(), own.end(), [](double w) { return w > 0; }) ? own : s.demand.season;
    const double mean = std::accumulate(season.begin(), season.end(), 0.0) / 12;
    return mean > 0 ? *std::max_element(season.begin(), season.end()) / mean : 1.0;
}

// How many needs come of one that renews itself.
double times_needed(const Scenario& s, const Service& service) {
    const double in_time = 1 + 7.0 * (s.weeks + s.warm_up_weeks) / service.renews_after_days;
    return service.renews < 1 ? std::min(in_time, 1 / (1 - service.renews)) : in_time;
}

}  // namespace

double most_needs(const Scenario& s) {
    const double thousand_weeks = population_of(s) / 1000 * (s.weeks + s.warm_up_weeks);
    std::vector<double> needs;
    for (const Service& service : s.services)
        needs.push_back(service.per_1000_week.largest() * thousand_weeks * highest_season(s, service));
    double most_again = 1;
    for (const Service& service : s.services) most_again = std::max(most_again, times_needed(s, service));
    for (const Surge& surge : s.surges) {
        if (surge.kind != SurgeKind::scale || !surge.enabled) continue;
        for (const std::size_t service : surge.services)
            needs[service] = needs[service] * std::max(1.0, surge.height) * std::max(1.0, surge.factor.largest()) +
                             surge.height * surge.add.largest() * thousand_weeks;
    }
    for (std::size_t i = 0; i < needs.size(); ++i) needs[i] *= times_needed(s, s.services[i]) / most_again;
    double total = std::accumulate(needs.begin(), needs.end(), 0.0);
    for (const Surge& surge : s.surges) {
        if (!surge.enabled) continue;
        const SurgeNeeds brought = needs_of(s, surge, thousand_weeks);
        total += brought.own;
        for (const Surge::FollowOn& follow : surge.follow_on) total += follow.amount * brought.causes;
    }
    return total * most_again;
}

double most_bytes(const Scenario& s) {
    const auto municipalities = static_cast<double>(s.municipalities.size());
    const double pairs = municipalities * static_cast<double>(s.services.size());
    const double cells = pairs * static_cast<double>(s.groups.size());
    const double rows = 2 * municipalities + 3 * static_cast<double>(s.offices.size()) + 2;
    return kRecordsAtOnce * (cells * kBytesPerCell + pairs * kBytesPerPair + rows * s.weeks * kBytesPerWeek);
}

void check_scenario(const Scenario& scenario, const Document& document, Problems& problems) {
    Checker checker{scenario, document, problems};
    checker.check_time();
    checker.check_busyness();
    checker.check_pile();
    checker.check_names();
    checker.check_services();
    checker.check_triage();
    checker.check_channels();
    checker.check_outreach();
    checker.check_phone_loop();
    checker.check_closing();
    checker.check_groups();
    checker.check_deciders();
    checker.check_growth();
    checker.check_staff();
    check_surges(scenario, document, problems);
    check_policies(scenario, document, problems);
    checker.check_size();
    check_staff_rules(scenario, document, problems);
}

}  // namespace skranke
