#include "engine/office/world.hpp"

#include <algorithm>
#include <string>

#include "engine/demand/distance.hpp"
#include "engine/scenario/names.hpp"

namespace skranke {

namespace {

// Cases that are open at the end may be given work beyond it; effort is looked up a year ahead.
constexpr std::int64_t kDaysAhead = 366;

/// FNV-1a, 32 bits: the stream site of an office is a function of its id alone.
std::uint32_t address_of(const std::string& id) {
    std::uint32_t hash = 2166136261u;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

/// Weeks before the first counted one: of warming up, or so that the pile's days have their place.
int weeks_before(const Scenario& scenario) { return scenario.pile.empty() ? scenario.warm_up_weeks : kHistoryWeeks; }

Date first_simulated_date(const Scenario& scenario) {
    return scenario.start - std::chrono::days{7 * weeks_before(scenario)};
}

/// Every kind of message takes the same, as long as no source tells them apart.
std::array<Duration, kPostKinds> post_delays(const Scenario& scenario) {
    std::array<Duration, kPostKinds> delays;
    delays.fill(minutes(scenario.message_delay_min));
    return delays;
}

UnitTime unit_time(TimeLaw law, double cv) {
    return law == TimeLaw::exponential ? UnitTime::exponential() : UnitTime::lognormal(cv);
}

/// A desk's rules, with what an office of so few residents has instead.
DeskRules rules_for(DeskRules rules, double residents) {
    if (residents >= rules.small_office.residents) return rules;
    rules.absence = rules.small_office.absence;
    rules.cover = rules.small_office.cover;
    return rules;
}

bool same(const DailyHours& a, const DailyHours& b) {
    return a.opens_min == b.opens_min && a.closes_min == b.closes_min;
}

bool same(const OpeningHours& a, const OpeningHours& b) {
    const auto same_day = [](const auto& x, const auto& y) {
        return x.has_value() == y.has_value() && (!x || same(*x, *y));
    };
    const auto same_period = [&](const OpeningHours::Period& x, const OpeningHours::Period& y) {
        return x.from == y.from && std::equal(x.week.begin(), x.week.end(), y.week.begin(), same_day);
    };
    return std::equal(a.periods.begin(), a.periods.end(), b.periods.begin(), b.periods.end(), same_period);
}

bool same(const Timeline& a, const Timeline& b) {
    const auto same_point = [](const Timeline::Point& x, const Timeline::Point& y) {
        return x.from == y.from && x.value == y.value;
    };
    return a.kind == b.kind &&
           std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(), same_point);
}

/// What any reader of records sees as a desk's key, e.g. "1702/casework".
RecordShape::Desk desk_name(const std::string& site_key, const std::string& site, DeskKind kind) {
    const std::string kind_key = key_of(kind);
    return {site_key.empty() ? kind_key : site_key + "/" + kind_key, site, kind_key};
}

}  // namespace

World::World(const Scenario& s)
    : scenario(s),
      calendar(first_simulated_date(s), 7 * (weeks_before(s) + s.weeks) + kDaysAhead, s.holidays),
      first_counted_day(7 * weeks_before(s)),
      counting_from(midnight(first_counted_day)),
      horizon(midnight(first_counted_day + 7 * s.weeks)),
      post_delay(post_delays(s)),
      lookahead(*std::min_element(post_delay.begin(), post_delay.end())),
      hour_profile(s.demand.hour_weight) {
    if (s.demand.busyness_shape > 0 && s.demand.busyness_correlation > 0) correlated_busyness.emplace(s);
    for (std::size_t c = 0; c < kChannels; ++c) {
        channel_hours[c] = WorkingTime(calendar, s.channels[c].hours);
        talk_min[c] = by_day(s.channels[c].talk_min);
        wrap_up_min[c] = by_day(s.channels[c].wrap_up_min);
        room[c] = by_day(s.channels[c].room);
        unit_talk.push_back(unit_time(s.channels[c].talk_law, s.channels[c].talk_cv));
    }
    for (const Group& group : s.groups) {
        PerChannel<DailyValues>& of = able.emplace_back();
        for (std::size_t c = 0; c < kChannels; ++c) of[c] = by_day(group.able[c]);
    }
    travel_min = by_day(s.outreach.travel_min);
    slots_per_day = by_day(s.appointments.slots_per_day);
    missed = by_day(Timeline{s.phone_loop.missed});
    offer_callback_after_min = by_day(s.phone_loop.offer_callback_after_min);
    assisted_min = by_day(s.assisted.minutes);
    callback_delay_hours = by_day(Timeline{s.phone_loop.callback_delay_hours});
    for (std::int64_t day = 0; day < calendar.days(); ++day) {
        quarantine.push_back(quarantine_share(s, calendar.date(day)));
        extra_absence.push_back(crisis_absence(s, calendar.date(day)));
        quarantine_absence.push_back(crisis_absence(s, calendar.date(day), SurgeKind::quarantine));
        school_absence.push_back(crisis_absence(s, calendar.date(day), SurgeKind::school_closure));
    }
    for (const Service& service : s.services) {
        effort_min.push_back(by_day(service.effort_min));
        documents_missing.push_back(by_day(service.documents_missing));
        unit_effort.push_back(unit_time(service.effort_law, service.effort_cv));
    }
    plan_outages();
    plan_offices();
    plan_pools();
    double adults = 0;
    for (const Municipality& m : s.municipalities) adults += m.adults + m.elderly;
    for (std::size_t kind = kOfficeDesks; kind < kDeskKinds; ++kind)
        shared[kind] = plan_desk(static_cast<DeskKind>(kind), s.desks[kind], adults, 1.0,
                                 address_of(key_of(static_cast<DeskKind>(kind))));
    for (std::size_t kind = kOfficeDesks; kind < kDeskKinds; ++kind) shared[kind].rules = &s.desks[kind];
    plan_pile();
    name_axes();
}

DailyValues World::by_day(const Timeline& timeline) const {
    DailyValues values;
    values.reserve(static_cast<std::size_t>(calendar.days()));
    for (std::int64_t day = 0; day < calendar.days(); ++day) values.push_back(timeline.at(calendar.date(day)));
    return values;
}

const WorkingTime* World::working_time(const OpeningHours& hours) {
    for (const auto& [known, time] : working_times_)
        if (same(known, hours)) return &time;
    return &working_times_.emplace_back(hours, WorkingTime(calendar, hours)).second;
}

const DailyValues* World::absence(const Timeline& timeline) {
    for (const auto& [known, values] : absences_)
        if (same(known, timeline)) return &values;
    DailyValues values = by_day(timeline);
    for (std::size_t day = 0; day < values.size(); ++day) values[day] = std::min(1.0, values[day] + extra_absence[day]);
    return &absences_.emplace_back(timeline, std::move(values)).second;
}

const DailyValues* World::pace(const Timeline& timeline) {
    for (const auto& [known, values] : paces_)
        if (same(known, timeline)) return &values;
    return &paces_.emplace_back(timeline, by_day(timeline)).second;
}

DeskPlan World::plan_desk(DeskKind kind, const DeskRules& rules, double adults, double factor, std::uint32_t address) {
    DeskPlan plan;
    plan.cases = plan_cases(scenario, kind, rules.cases);
    plan.hours = working_time(rules.hours);
    plan.absence = absence(rules.absence);
    plan.pace = pace(rules.speed);
    plan.cover = static_cast<int>(rules.cover);
    plan.address = address;
    plan.quarantine = &quarantine_absence;
    plan.school = &school_absence;
    for (std::int64_t day = 0; day < calendar.days(); ++day) {
        const Date date = calendar.date(day);
        const double wanted = rules.per_1000_adults.at(date) * adults / 1000 * factor + rules.positions.at(date);
        const bool is_history = !scenario.pile.empty() && day < first_counted_day;
        plan.positions.push_back(is_history ? 0 : std::max(0.0, std::max(rules.minimum, wanted) + rules.more));
    }
    return plan;
}

void World::plan_offices() {
    const DemandModel demand(scenario, calendar, first_counted_day + 7 * scenario.weeks);
    std::vector<std::uint32_t> parts(scenario.municipalities.size(), 0);
    std::vector<double> placed(scenario.municipalities.size(), 0.0);  // share of the residents with an office
    offices.reserve(scenario.offices.size());
    for (std::size_t office = 0; office < scenario.offices.size(); ++office) {
        OfficePlan& plan = offices.emplace_back();
        // The municipality's number keeps its people the same in any selection; the slot tells apart
        // the parts of one that several offices share.
        for (const Catchment& catchment : scenario.offices[office].catchments) {
            plan.catchments.push_back(plan_catchment(demand, catchment, parts[catchment.municipality]++));
            CatchmentPlan& planned = plan.catchments.back();
            planned.residents_before = placed[catchment.municipality];
            placed[catchment.municipality] += catchment.resident_share;
            const bool is_last = placed[catchment.municipality] > 1 - 1e-6;  // shares may be rounded
            planned.residents_upto = is_last ? 1.0 : placed[catchment.municipality];
        }
        plan_desks(demand, office);
        plan.door = working_time(scenario.door_hours[office]);
        plan.phone = scenario.phone_hours.empty()
                         ? &channel_hours[static_cast<std::size_t>(Channel::office_phone)]
                         : working_time(scenario.phone_hours[office]);
    }
}

void World::plan_pools() {
    // An office is where most of its residents live.
    const auto place_of = [&](std::size_t office) -> const Municipality& {
        const auto residents = [&](const Catchment& c) {
            return scenario.municipalities[c.municipality].population * c.resident_share;
        };
        const auto& catchments = scenario.offices[office].catchments;
        const auto most = std::max_element(catchments.begin(), catchments.end(), [&](const auto& a, const auto& b) {
            return residents(a) < residents(b);
        });
        return scenario.municipalities[most->municipality];
    };
    for (const Pool& pool : scenario.pools) {
        PoolPlan& plan = pools.emplace_back();
        plan.rules = &pool;
        for (const std::size_t a : pool.offices) {
            std::vector<bool>& reaches = plan.reaches.emplace_back();
            for (const std::size_t b : pool.offices)
                reaches.push_back(pool.work == LentWork::remote || pool.longest_km <= 0 ||
                                  distance_km(place_of(a), place_of(b)) <= pool.longest_km);
        }
    }
}

CatchmentPlan World::plan_catchment(const DemandModel& demand, const Catchment& catchment, std::uint32_t slot) const {
    const Municipality& m = scenario.municipalities[catchment.municipality];
    CatchmentPlan plan;
    plan.municipality = catchment.municipality;
    plan.municipality_address = address_of(m.number);
    plan.address = address_of(m.number + "/" + std::to_string(slot));
    plan.form_from_day = m.digital_form_from ? (*m.digital_form_from - calendar.date(0)).count() : calendar.days();
    for (const DemandSource& source : demand_sources(scenario)) {
        SourcePlan planned{static_cast<std::uint32_t>(source.service), source.number,
                           demand.expected_needs(source, catchment.municipality)};
        if (!scenario.pile.empty()) std::fill_n(planned.needs.begin(), first_counted_day, 0.0);
        bool ever = false;
        for (double& n : planned.needs) ever |= (n *= catchment.resident_share) > 0;
        if (ever) plan.sources.push_back(std::move(planned));
    }
    for (std::size_t j = 0; j < scenario.surges.size(); ++j)
        if (scenario.surges[j].enabled && scenario.surges[j].kind == SurgeKind::trace)
            plan.traces.push_back(plan_trace(j, catchment.municipality));
    return plan;
}

TracePlan World::plan_trace(std::size_t surge, std::size_t municipality) const {
    TracePlan plan;
    plan.number = source_number(surge);
    const std::int64_t first_day = scenario.pile.empty() ? 0 : first_counted_day;
    std::int64_t last_day = -1;
    std::uint32_t number = 0;
    for (const TracedNeed& need : scenario.surges[surge].trace) {
        const std::int64_t day = (need.date - calendar.date(0)).count();
        if (need.municipality != municipality || day < first_day || midnight(day) >= horizon) continue;
        number = day == last_day ? number + 1 : 0;
        last_day = day;
        plan.needs.push_back(
            {midnight(day) + minutes(need.minute), number, static_cast<std::uint32_t>(need.service), need.group});
    }
    return plan;
}

void World::plan_outages() {
    const auto at = [&](Date date, double hour) { return midnight((date - calendar.date(0)).count()) + hours(hour); };
    for (const Surge& surge : scenario.surges)
        if (surge.enabled && surge.kind == SurgeKind::outage)
            outages.push_back({surge.channel, surge.affects, at(surge.from, surge.from_hour), at(surge.to, surge.to_hour)});
}

const Outage* World::outage_at(Instant t, Channel channel, System system) const {
    const Affects own = system == System::local ? Affects::local : Affects::state;
    for (const Outage& outage : outages)
        if (outage.channel == channel && (outage.affects == Affects::all || outage.affects == own) &&
            t >= outage.from && t < outage.to)
            return &outage;
    return nullptr;
}

void World::plan_desks(const DemandModel& demand, std::size_t index) {
    const Office& office = scenario.offices[index];
    double adults = 0, residents = 0;
    std::array<double, kOfficeDesks> factor{};
    for (const Catchment& catchment : office.catchments) {
        const Municipality& m = scenario.municipalities[catchment.municipality];
        adults += (m.adults + m.elderly) * catchment.resident_share;
        const double weighted = m.population * catchment.resident_share;
        residents += weighted;
        for (std::size_t d = 0; d < kOfficeDesks; ++d)
            factor[d] += weighted * demand.recipients_factor(catchment.municipality,
                                                             scenario.office_desks[index][d].follow_recipients);
    }
    for (std::size_t d = 0; d < kOfficeDesks; ++d) {
        offices[index].desks[d] =
            plan_desk(static_cast<DeskKind>(d), rules_for(scenario.office_desks[index][d], residents), adults,
                      residents > 0 ? factor[d] / residents : 1.0, address_of(office.id));
        offices[index].desks[d].rules = &scenario.office_desks[index][d];
    }
}

void World::plan_pile() {
    for (const OpenCase& one : scenario.pile) {
        auto& catchments = offices[one.office].catchments;
        const auto catchment = std::find_if(catchments.begin(), catchments.end(),
                                            [&](const CatchmentPlan& c) { return c.municipality == one.municipality; });
        SKRANKE_EXPECT(catchment != catchments.end());
        CarriedPlan plan;
        plan.service = static_cast<std::uint32_t>(one.service);
        if (one.group) plan.group = *one.group;
        plan.received = counting_from - minutes(static_cast<double>((scenario.start - one.received).count()));
        plan.priority = static_cast<std::int8_t>(one.priority);
        plan.documents = one.documents;
        plan.number = static_cast<std::uint32_t>(
            std::count_if(catchment->pile.begin(), catchment->pile.end(), [&](const CarriedPlan& earlier) {
                return earlier.service == plan.service && day_of(earlier.received) == day_of(plan.received);
            }));
        catchment->pile.push_back(plan);
    }
}

void World::name_axes() {
    for (const Municipality& m : scenario.municipalities) {
        shape.municipalities.push_back(m.number);
        shape.municipality_names.push_back(m.name);
    }
    for (const Service& service : scenario.services) {
        shape.services.push_back(service.key);
        first_limit.push_back(shape.limits.size());
        const Clock& clock = service.clock;
        limits.push_back({{kMainClock, clock.from, clock.limit, clock.unit, clock.basis, clock.source}});
        limits.back().insert(limits.back().end(), service.limits.begin(), service.limits.end());
        for (const Limit& limit : limits.back()) shape.limits.push_back(service.key + "/" + limit.name);
    }
    for (const Group& group : scenario.groups) shape.groups.push_back(group.key);
    for (const Office& office : scenario.offices)
        for (std::size_t d = 0; d < kOfficeDesks; ++d)
            shape.desks.push_back(desk_name(office.id, office.name, static_cast<DeskKind>(d)));
    for (const Policy& policy : scenario.policies) shape.policies.push_back(policy.key);
    for (const Office& office : scenario.offices) shape.sites.push_back(office.id);
    shape.sites.insert(shape.sites.end(), {"contact_centre", "benefit_office"});
    for (std::size_t d = kOfficeDesks; d < kDeskKinds; ++d)
        shape.desks.push_back(desk_name("", key_of(static_cast<DeskKind>(d)), static_cast<DeskKind>(d)));
    shape.weeks = static_cast<std::size_t>(scenario.weeks);
}

RecordShape record_shape(const Scenario& scenario) { return World(scenario).shape; }

}  // namespace skranke
