// Who lives in the office's catchments, and when they need something.

#include <algorithm>

#include "engine/office/office.hpp"

namespace skranke {

void OfficeSite::bring_all_people() {
    for (std::uint32_t c = 0; c < plan_.catchments.size(); ++c)
        for (const SourcePlan& source : plan_.catchments[c].sources) bring_people(c, source);
    for (std::uint32_t c = 0; c < plan_.catchments.size(); ++c)
        for (const TracePlan& trace : plan_.catchments[c].traces) bring_observed(c, trace);
}

/// The day's normals of the whole area, as far as this office's municipalities need them: the same at
/// every office.
std::span<const double> OfficeSite::area_normals(std::int64_t day) {
    if (area_day_.day != day) {
        std::size_t needed = 0;
        for (const CatchmentPlan& place : plan_.catchments)
            needed = std::max(needed, world_.correlated_busyness->normals_of(place.municipality));
        NormalStream stream(
            {run_.seed, run_.replication, 0, static_cast<std::uint32_t>(day), purpose_word(0, Purpose::area_busyness)});
        area_day_ = {day, std::move(area_day_.normals)};
        area_day_.normals.resize(needed);
        for (double& normal : area_day_.normals) normal = stream.standard_normal();
    }
    return area_day_.normals;
}

double OfficeSite::busyness(std::uint32_t catchment, std::int64_t day) {
    const double shape = world_.scenario.demand.busyness_shape;
    if (shape <= 0) return 1.0;
    BusyDay& today = busy_days_[catchment];
    if (today.day == day) return today.factor;
    today.day = day;
    if (world_.correlated_busyness) {
        const std::size_t municipality = plan_.catchments[catchment].municipality;
        today.factor = world_.correlated_busyness->factor(municipality, area_normals(day));
    } else {
        RandomStream stream({run_.seed, run_.replication, plan_.catchments[catchment].address,
                             static_cast<std::uint32_t>(day), purpose_word(0, Purpose::busyness)});
        today.factor = gamma_with_mean_one(stream, shape);
    }
    return today.factor;
}

Flow OfficeSite::bring_people(std::uint32_t catchment, const SourcePlan& source) {
    const CatchmentPlan& place = plan_.catchments[catchment];
    for (std::int64_t day = 0; day < static_cast<std::int64_t>(source.needs.size()); ++day) {
        const double expected = source.needs[static_cast<std::size_t>(day)];
        if (expected <= 0) continue;
        co_await sim.until(std::max(midnight(day), sim.now()), Rank::calendar);
        DayArrivals arrivals(day, expected * busyness(catchment, day), world_.hour_profile,
                             {run_.seed, run_.replication, place.address, static_cast<std::uint32_t>(day),
                              purpose_word(source.number, Purpose::arrivals)});
        std::uint32_t number = 0;
        for (auto next = arrivals.next(); next; next = arrivals.next()) {
            co_await sim.until(std::max(*next, sim.now()), Rank::arrival);
            need(meet(catchment, source.number, source.service, sim.now(), number++));
            ++persons;
        }
    }
}

/// Brings those of the observed people who belong to this office.
Flow OfficeSite::bring_observed(std::uint32_t catchment, const TracePlan& trace) {
    const CatchmentPlan& place = plan_.catchments[catchment];
    for (const TracePlan::Need& observed : trace.needs) {
        co_await sim.until(std::max(observed.born, sim.now()), Rank::arrival);
        const std::uint32_t entity = entity_of(day_of(observed.born), observed.number);
        const double part = NumberedDraws({run_.seed, run_.replication, place.municipality_address, entity,
                                           purpose_word(trace.number, Purpose::birth)})
                                .at(draw::part_of_municipality);
        if (part < place.residents_before || part >= place.residents_upto) continue;
        Person person = meet(catchment, trace.number, observed.service, sim.now(), observed.number);
        if (observed.group) give_group(person, *observed.group);
        need(person);
        ++persons;
    }
}

/// A need that was met may arise again: a month's assistance is applied for month after month.
void OfficeSite::renew(const Person& person) {
    const Service& service = world_.scenario.services[person.service];
    if (service.renews <= 0) return;
    NumberedDraws draws = person.draws(Purpose::renewal);
    if (draws.at(draw::arises_again) >= service.renews) return;
    const double after = exponential_quantile(draws.at(draw::arises_after), service.renews_after_days);
    const Instant when = sim.now() + minutes(after * 24 * 60);
    if (when < world_.horizon) come_again(person.again(when));
}

Flow OfficeSite::come_again(Person person) {
    co_await sim.until(person.born, Rank::arrival);
    ++persons;
    need(person);
}

/// The open cases that the first counted week begins with: people whose application has been in for long.
Flow OfficeSite::take_over_pile() {
    co_await sim.until(world_.counting_from, Rank::calendar);
    for (std::uint32_t c = 0; c < plan_.catchments.size(); ++c) {
        for (const CarriedPlan& plan : plan_.catchments[c].pile) {
            Person person = meet(c, plan.service, plan.service, plan.received, plan.number);
            person.carried = true;
            person.priority = plan.priority;
            person.documents = plan.documents;
            if (plan.group) give_group(person, *plan.group);
            need(person);
            ++persons;
        }
    }
}

/// The person of this number.
Person OfficeSite::meet(std::uint32_t catchment, std::uint32_t source, std::uint32_t service, Instant born,
                        std::uint32_t number_of_day) const {
    Person person;
    person.seed = run_.seed;
    person.replication = run_.replication;
    person.site = plan_.catchments[catchment].address;
    person.entity = entity_of(day_of(born), number_of_day);
    person.source = source;
    person.office = static_cast<std::uint16_t>(sim.site());
    person.catchment = static_cast<std::uint16_t>(catchment);
    person.service = static_cast<std::uint16_t>(service);
    person.born = born;

    NumberedDraws draws = person.draws(Purpose::birth);
    const auto& share = world_.scenario.services[service].group_share;
    double left = draws.at(draw::group);
    std::size_t group = 0;
    while (group + 1 < share.size() && left >= share[group]) left -= share[group++];
    give_group(person, group);
    return person;
}

void OfficeSite::give_group(Person& person, std::size_t group) const {
    const Group& kind = world_.scenario.groups[group];
    NumberedDraws draws = person.draws(Purpose::birth);
    person.group = static_cast<std::uint16_t>(group);
    person.quarantine_draw = static_cast<float>(draws.at(draw::quarantine));
    person.children = draws.at(draw::children) < kind.children;
    person.birth_site = person.site;
    const auto has = [&](double probability, draw::Birth of) {
        return probability >= 1 || (probability > 0 && draws.at(of) < probability);
    };
    person.can_travel = has(kind.can_travel, draw::can_travel);
    person.takes_video = has(world_.scenario.appointments.remote_share, draw::takes_video);
    person.helped_at_home = has(kind.helped_at_home, draw::helped_at_home);
    person.helped_at_office = has(kind.helped_at_office, draw::helped_at_office);
    person.needs_interpreter = has(kind.interpreter, draw::interpreter);
    static_assert(kChannels <= 8, "a person has a byte for them");
    person.able = 0;
    for (std::uint32_t c = 0; c < kChannels; ++c)
        person.able |= static_cast<std::uint8_t>(draws.at(draw::able + c) < kind.able[c].largest() ? 1u << c : 0u);
}

}  // namespace skranke
