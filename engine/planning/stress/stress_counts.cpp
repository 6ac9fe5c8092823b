#include "engine/planning/stress/stress_counts.hpp"

#include <bit>

#include "engine/base/combine.hpp"
#include "engine/base/contract.hpp"

namespace skranke {

namespace {

constexpr std::size_t kOwnNumbers = 3;  // the contact centre's time and the fingerprint
constexpr std::size_t kNumbersPerDesk = 2;

DeskTime time_of(const RecordShape& shape, const RunRecord& record, std::size_t desk, WeekSpan weeks) {
    constexpr std::int64_t kPerMillisecond = 1000;
    DeskTime time;
    for (std::size_t w = weeks.first; w < weeks.first + weeks.count; ++w) {
        const DeskWeek& week = record.desks[desk * shape.weeks + w];
        time += {week.staffed_us / kPerMillisecond, week.busy_us / kPerMillisecond};
    }
    return time;
}

}  // namespace

DeskTime& DeskTime::operator+=(const DeskTime& other) {
    staffed_ms += other.staffed_ms;
    busy_ms += other.busy_ms;
    return *this;
}

StressCounts& StressCounts::operator+=(const StressCounts& other) {
    SKRANKE_EXPECT(places.size() == other.places.size());
    for (std::size_t p = 0; p < places.size(); ++p) {
        places[p] += other.places[p];
        for (std::size_t desk = 0; desk < kOfficeDesks; ++desk) desks[p][desk] += other.desks[p][desk];
    }
    contact_centre += other.contact_centre;
    fingerprint = combine(fingerprint, other.fingerprint);
    return *this;
}

StressCounts count_stress(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                          const std::vector<PlanningPlace>& places, WeekSpan weeks) {
    SKRANKE_EXPECT(weeks.first + weeks.count <= shape.weeks);
    StressCounts counts;
    counts.places = count_places(scenario, shape, record, places);
    counts.fingerprint = record.fingerprint;
    for (const PlanningPlace& place : places) {
        auto& desks = counts.desks.emplace_back();
        for (const std::size_t office : place.offices)
            for (std::size_t desk = 0; desk < kOfficeDesks; ++desk)
                desks[desk] += time_of(shape, record, office * kOfficeDesks + desk, weeks);
    }
    const auto shared = static_cast<std::size_t>(DeskKind::contact_centre) - kOfficeDesks;
    counts.contact_centre = time_of(shape, record, scenario.offices.size() * kOfficeDesks + shared, weeks);
    return counts;
}

std::vector<std::int64_t> to_numbers(const StressCounts& counts) {
    std::vector<std::int64_t> numbers = to_numbers(counts.places);
    for (const auto& place : counts.desks)
        for (const DeskTime& desk : place) numbers.insert(numbers.end(), {desk.staffed_ms, desk.busy_ms});
    numbers.insert(numbers.end(), {counts.contact_centre.staffed_ms, counts.contact_centre.busy_ms,
                                   std::bit_cast<std::int64_t>(counts.fingerprint)});
    return numbers;
}

StressCounts stress_counts_from(std::span<const std::int64_t> numbers, std::size_t places) {
    const std::size_t desks = places * kOfficeDesks * kNumbersPerDesk;
    SKRANKE_EXPECT(numbers.size() > desks + kOwnNumbers);
    StressCounts counts;
    counts.places = from_numbers(numbers.first(numbers.size() - desks - kOwnNumbers));
    SKRANKE_EXPECT(counts.places.size() == places);
    const auto rest = numbers.last(desks + kOwnNumbers);
    counts.desks.resize(places);
    for (std::size_t d = 0; d < places * kOfficeDesks; ++d)
        counts.desks[d / kOfficeDesks][d % kOfficeDesks] = {rest[d * kNumbersPerDesk], rest[d * kNumbersPerDesk + 1]};
    counts.contact_centre = {rest[desks], rest[desks + 1]};
    counts.fingerprint = std::bit_cast<std::uint64_t>(rest[desks + 2]);
    return counts;
}

}  // namespace skranke
