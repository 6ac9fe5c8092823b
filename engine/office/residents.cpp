// Who lives in the office's catchments, and when they need something.

#include <algorithm>

#include "engine/office/office.hpp"

namespace skranke {

void OfficeSite::bring_all_people() {
    for (std::uint32_t c = 0; c < plan_.catchments.size(); ++c)
        for (const SourcePlan& source : plan_.catchments[c].sources) bring_people(c, source);
}

/// The day's normals of the whole area, as far as this office's municipalities need them: the same at
/// every office.
std::span<const double> OfficeSite::area_normals(std::int64_t day) {
    if (area_day_.day != day) {
        std::size_t needed = 0;
        for (const CatchmentPlan& place : plan_.catchments)
            needed = std::max(needed, world_.correlated_busyness->normals_of(place.municipality));
        NormalStream stream({run_.seed, run_.replication, 0, static_cast<std::uint32_t>(day),
                             purpose_word(0, Purpose::area_busyness)});
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
            need(meet(catchment, source, sim.now(), number++));
            ++persons;
        }
    }
}

Person OfficeSite::meet(std::uint32_t catchment, const SourcePlan& source, Instant born, std::uint32_t number) const {
    Person person;
    person.seed = run_.seed;
    person.replication = run_.replication;
    person.site = plan_.catchments[catchment].address;
    person.entity = (static_cast<std::uint32_t>(day_of(born)) << 20) | (number & 0xfffff);
    person.source = source.number;
    person.catchment = catchment;
    person.service = static_cast<std::uint16_t>(source.service);
    person.born = born;

    NumberedDraws draws = person.draws(Purpose::birth);
    const auto& share = world_.scenario.services[source.service].group_share;
    double left = draws.at(draw::group);
    std::uint16_t group = 0;
    while (group + 1u < share.size() && left >= share[group]) left -= share[group++];
    person.group = group;
    const Group& kind = world_.scenario.groups[group];
    person.quarantine_draw = static_cast<float>(draws.at(draw::quarantine));
    person.children = draws.at(draw::children) < kind.children;
    for (std::uint32_t c = 0; c < kChannels; ++c) person.able[c] = draws.at(draw::able + c) < kind.able[c];
    return person;
}

}  // namespace skranke
