#include "engine/language/fields/fields.hpp"

#include "engine/language/fields/parts.hpp"

namespace skranke {

using namespace fields;

namespace {

constexpr std::array<const char*, kOfficeDesks> kUnitKeys{"reception_unit", "duty_phone_unit", "casework_unit"};

void describe_run(V& v, ScenarioDraft& draft) {
    Scenario& s = draft.scenario;
    count(v, {"format", "format", 1, 1, "Version of the scenario language.", kChoice, kRequired}, draft.format);
    v.file(words("extends", "file", "A scenario that this one changes; sections merge key by key, this file wins."),
           draft.extends);
    v.name(words("name", "name", "Names the result folder; letters, digits, '-', '_' and '.'.", kChoice, kRequired),
           s.name);
    v.label(words("title", "text", "One line for people, as one text or in the three languages."), s.title);
    v.label(words("question", "text", "What the scenario is to answer; likewise."), s.question);
    v.table({"time", "The weeks that are simulated."}, [&] {
        v.date(words("start", "date", "First day, a Monday.", kChoice, kRequired), s.start);
        count(v, {"weeks", "weeks", 1, 520, "Length of the horizon.", kChoice}, s.weeks);
        count(v,
              {"warm_up_weeks", "weeks", 0, 52,
               "Simulated before the start so that the offices are not empty; not counted.", kChoice},
              s.warm_up_weeks);
    });
    v.table({"run", "How often and with which random numbers."}, [&] {
        count(v, {"replications", "replications", 1, 1e6, "Independent repetitions.", kChoice}, s.replications);
        count(v, {"seed", "seed", 0, 1e15 - 1, "Equal seeds give equal people and luck.", kChoice}, s.seed);
        v.number(
            {"message_delay_min", "minutes", 0.1, kMostMinutes, "Least time a message between offices takes.", kChoice},
            s.message_delay_min);
    });
    v.table({"area", "Which municipalities of the table take part; without it all."}, [&] {
        v.text(words("county", "county number", "A county's two digits, or \"all\"."), draft.area.county);
        v.texts(words("municipalities", "municipality numbers", "Goes before county: four digits each, in quotes."),
                draft.area.municipalities);
        choose(v,
               words("shared_desks", "choice",
                     "keep: shared desks have the staff that is written; scale: of their positions, and of the room in "
                     "the contact centre's line, they get the share that the area has of the table's residents."),
               kSharedDesksKeys, draft.area.shared_desks);
    });
    v.table({"tables", "The tables of places, as files beside or below the scenario."}, [&] {
        v.file(words("municipalities", "file", "Municipalities with their population.", kStatistics, kRequired),
               draft.municipality_file);
        v.file(words("offices", "file", "Offices and the municipalities they serve.", kStatistics, kRequired),
               draft.office_file);
        v.file(words("holidays", "file", "Public holidays; without it there are none.", kLaw), draft.holiday_file);
    });
}

void describe_start(V& v, ScenarioDraft& draft) {
    v.table({"start", "What lies in the offices when the first counted week begins; without it nothing but the warm-up's."}, [&] {
        v.file(words("open_cases", "file",
                     "The open cases of that day, .csv or .xlsx, one a row: received, service, office or municipality; "
                     "optional group, priority, urgent, documents_missing, case_id. Takes the place of a warm-up.",
                     kRecords),
               draft.pile_file);
        v.text(words("sheet", "sheet", "Which sheet of the workbook; without it the first."), draft.pile_sheet);
    });
}

void describe_demand(V& v, DemandRules& d) {
    v.table({"demand", "When needs arise, for all services alike."}, [&] {
        v.numbers({"hour_weight", "weight", 0, 1e6,
                   "Relative number of needs born in each hour of the day, from midnight.", kRecords},
                  d.hour_weight);
        v.numbers({"weekday_weight", "weight", 0, 1e6, "Relative number of needs by weekday, Monday first.", kRecords},
                  d.weekday_weight);
        v.numbers({"season", "weight", 0, 1e6,
                   "Relative number of needs a day in each month, January first; its mean over a year's days counts "
                   "as 1.",
                   kStatistics},
                  d.season);
        v.number({"busyness_shape", "shape", 0, 1e6,
                  "Gamma shape of the day-to-day factor: the smaller, the more days differ; 0 = none.", kRecords},
                 d.busyness_shape);
        v.number(
            {"busyness_correlation", "correlation", 0, 0.99,
             "Of the normal scores behind the factors of two municipalities on one day; 0 = independent.", kAssumed},
            d.busyness_correlation);
        v.number({"busyness_range_km", "km", 0, 1e6,
                  "That correlation is multiplied by exp(-distance / this); 0 = the same at any distance.", kAssumed},
                 d.busyness_range_km);
        v.number(
            {"first_attempt_delay_min", "minutes", 0, 1e5, "Mean time from a need to the first attempt.", kAssumed},
            d.first_attempt_delay_min);
        v.number({"barrier_retry_days", "days", 0.1, kMostDays,
                  "Who finds no open channel that she can use looks again after this.", kAssumed},
                 d.barrier_retry_days);
        v.number(
            {"news_days", "days", 0, kMostDays, "A channel shut for longer than this is no longer tried.", kAssumed},
            d.news_days);
        v.number({"longest_wait_days", "working days", 0, kMostDays,
                  "A channel that opens after more working days than this is shut; else people wait for it.", kAssumed},
                 d.longest_wait_days);
        v.number({"follow_recipients", "exponent", 0, 2,
                  "Local demand follows (recipients per 1,000 / table's mean) to this power; 0 = not at all.", kAssumed},
                 d.follow_recipients);
    });
}

void describe_verdict(V& v, VerdictRules& r) {
    v.table({"verdict", "Limits the verdict is judged by: chosen norms, not law."}, [&] {
        v.number(
            {"most_lost_before_contact", "share", 0, 1, "available: of local needs, lost before any contact.", kLaw},
            r.most_lost_before_contact);
        v.number({"access_p90_days", "days", 0, kMostDays, "available: nine in ten reach someone within this.", kLaw},
                 r.access_p90_days);
        v.number({"least_on_time", "share", 0, 1, "handled: of decided local cases, inside their clock.", kLaw},
                 r.least_on_time);
        v.number({"least_urgent_on_time", "share", 0, 1, "handled: the same for urgent services.", kLaw},
                 r.least_urgent_on_time);
        count(
            v,
            {"urgent_priority", "rank", 0, 7, "handled: services of this priority or lower rank are urgent.", kChoice},
            r.urgent_priority);
        v.number({"most_lost_after_contact", "share", 0, 1, "sufficient: of local needs, lost after contact.", kLaw},
                 r.most_lost_after_contact);
        v.number({"most_vulnerable_gap", "share", 0, 1,
                  "sufficient: unmet rate of vulnerable people minus that of others.", kLaw},
                 r.most_vulnerable_gap);
    });
}

void describe_sizing(V& v, SizingRules& r) {
    v.table({"size", "What `skranke size` looks for: the least staffing that keeps the rules of [verdict]."}, [&] {
        v.number({"probability", "probability", 0.5, 0.999, "That all its rules hold at an office in a run.", kChoice}, r.probability);
        v.choices(words("rules", "rules", "Which rules of [verdict] the staffing has to keep.", kChoice), kVerdictRuleKeys, r.rules);
        count(v, {"period_weeks", "weeks", 1, 520, "Staffing stays the same for so long.", kChoice}, r.period_weeks);
        for (std::size_t d = 0; d < kOfficeDesks; ++d)
            v.number({kUnitKeys[d], "positions", 0.1, 100, "Steps in which positions are given to the desk.", kChoice}, r.unit[d]);
    });
}

}  // namespace

ScenarioDraft::ScenarioDraft() {
    scenario.demand.hour_weight.fill(1);
    scenario.demand.weekday_weight.fill(1);
    OpeningHours::Period always{};
    always.week.fill(DailyHours{0, 1440});
    scenario.channels[static_cast<std::size_t>(Channel::digital)].hours.periods = {always};
}

void describe(FieldVisitor& v, ScenarioDraft& draft) {
    Scenario& s = draft.scenario;
    describe_run(v, draft);
    describe_start(v, draft);
    describe_demand(v, s.demand);
    v.keyed({"group", "Residents with the same abilities."}, Names::defined_here, [&](const std::string& key) {
        s.groups.emplace_back().key = key;
        describe_group(v, s.groups.back());
    });
    v.keyed({"service", "What people need."}, Names::defined_here, [&](const std::string& key) {
        s.services.emplace_back().key = key;
        describe_service(v, s.services.back());
    });
    describe_contact(v, draft);
    describe_desks(v, s);
    describe_offices(v, draft);
    v.keyed({"pool", "An agreement between offices to lend each other staff."}, Names::defined_here,
            [&](const std::string& key) {
                s.pools.emplace_back().key = key;
                draft.pool_offices.emplace_back();
                describe_pool(v, s.pools.back(), draft.pool_offices.back());
            });
    v.keyed({"surge", "A named, dated disturbance; surges add up."}, Names::defined_here, [&](const std::string& key) {
        s.surges.emplace_back().key = key;
        draft.series_files.emplace_back();
        describe_surge(v, s.surges.back(), draft.series_files.back());
    });
    v.keyed({"policy", "A measure taken on a date or when a condition holds; measures add up in file order."},
            Names::defined_here, [&](const std::string& key) {
                s.policies.emplace_back().key = key;
                draft.policy_offices.emplace_back();
                describe_policy(v, s, s.policies.back(), draft.policy_offices.back());
            });
    v.keyed({"measure", "A measure that `skranke measures` offers besides its own; no run takes it."}, Names::defined_here,
            [&](const std::string& key) {
                s.measures.emplace_back().policy.key = key;
                draft.measure_offices.emplace_back();
                describe_measure(v, s, s.measures.back(), draft.measure_offices.back());
            });
    describe_price_list(v, s.prices);
    describe_verdict(v, s.verdict);
    describe_sizing(v, s.sizing);
}

}  // namespace skranke
