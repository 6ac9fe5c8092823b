#include "engine/planning/place_counts.hpp"

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

using Number = std::int64_t;

/// Calls `each` with every number of the counts, in the order that they are kept in.
template <class Counts, class Each>
void for_each_number(Counts& counts, const Each& each) {
    auto& j = counts.judged;
    for (auto* number : {&j.settled, &j.lost_before, &j.lost_after, &j.reached, &j.slow, &j.decided, &j.late, &j.urgent_decided,
                         &j.urgent_late, &j.vulnerable_settled, &j.vulnerable_unmet, &j.other_settled, &j.other_unmet})
        each(*number);
    for (auto* number : {&counts.born, &counts.met_on_time, &counts.unmet}) each(*number);
    for (auto& number : counts.lost) each(number);
    for (auto& number : counts.staffed_ms) each(number);
    for (auto& number : counts.busy_ms) each(number);
}

std::size_t numbers_of_a_place() {
    std::size_t count = 0;
    const PlaceCounts none;
    for_each_number(none, [&](const auto&) { ++count; });
    return count;
}

void add_needs(PlaceCounts& counts, VerdictCounts& verdict, const Scenario& scenario, const RecordShape& shape,
               const RunRecord& record, std::size_t municipality) {
    for (std::size_t s = 0; s < shape.services.size(); ++s) {
        if (scenario.services[s].system != System::local) continue;
        const bool urgent = scenario.services[s].priority <= scenario.verdict.urgent_priority;
        for (std::size_t g = 0; g < shape.groups.size(); ++g) {
            const OutcomeCell& cell = record.outcomes[shape.cell(municipality, s, g)];
            verdict.add(cell, urgent, scenario.groups[g].vulnerable);
            counts.born += static_cast<Number>(cell.born);
            counts.met_on_time += static_cast<Number>(cell.met_on_time);
            counts.unmet += static_cast<Number>(cell.unmet_total());
            for (std::size_t r = 0; r < kReasons; ++r) counts.lost[r] += static_cast<Number>(cell.unmet[r]);
        }
        verdict.add_access(record.times[shape.pair(municipality, s)].access);
    }
}

void add_staff(PlaceCounts& counts, const RecordShape& shape, const RunRecord& record, std::size_t office) {
    constexpr Number kPerMillisecond = 1000;
    for (std::size_t kind = 0; kind < kOfficeDesks; ++kind) {
        for (std::size_t week = 0; week < shape.weeks; ++week) {
            const DeskWeek& desk = record.desks[(office * kOfficeDesks + kind) * shape.weeks + week];
            counts.staffed_ms[kind] += desk.staffed_us / kPerMillisecond;
            counts.busy_ms[kind] += desk.busy_us / kPerMillisecond;
        }
    }
}

}  // namespace

std::int64_t PlaceCounts::reached_in_time() const { return static_cast<Number>(judged.reached) - static_cast<Number>(judged.slow); }

std::int64_t PlaceCounts::urgent_in_time() const {
    return static_cast<Number>(judged.urgent_decided) - static_cast<Number>(judged.urgent_late);
}

double PlaceCounts::vulnerable_gap() const {
    if (judged.vulnerable_settled == 0 || judged.other_settled == 0) return 0;
    return static_cast<double>(judged.vulnerable_unmet) / static_cast<double>(judged.vulnerable_settled) -
           static_cast<double>(judged.other_unmet) / static_cast<double>(judged.other_settled);
}

PlaceCounts& PlaceCounts::operator+=(const PlaceCounts& other) {
    judged += other.judged;
    born += other.born;
    met_on_time += other.met_on_time;
    unmet += other.unmet;
    for (std::size_t r = 0; r < kReasons; ++r) lost[r] += other.lost[r];
    for (std::size_t kind = 0; kind < kOfficeDesks; ++kind) {
        staffed_ms[kind] += other.staffed_ms[kind];
        busy_ms[kind] += other.busy_ms[kind];
    }
    return *this;
}

std::vector<PlaceCounts> count_places(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                                      const std::vector<PlanningPlace>& places) {
    std::vector<PlaceCounts> all;
    for (const PlanningPlace& place : places) {
        PlaceCounts& counts = all.emplace_back();
        VerdictCounts verdict;
        for (const std::size_t m : place.municipalities) add_needs(counts, verdict, scenario, shape, record, m);
        for (const std::size_t o : place.offices) add_staff(counts, shape, record, o);
        counts.judged = verdict.judged(scenario.verdict);
    }
    return all;
}

std::vector<std::int64_t> to_numbers(const std::vector<PlaceCounts>& counts) {
    std::vector<Number> numbers;
    for (const PlaceCounts& place : counts)
        for_each_number(place, [&](const auto& number) { numbers.push_back(static_cast<Number>(number)); });
    return numbers;
}

std::vector<PlaceCounts> from_numbers(std::span<const std::int64_t> numbers) {
    static const std::size_t size = numbers_of_a_place();
    SKRANKE_EXPECT(numbers.size() % size == 0);
    std::vector<PlaceCounts> counts(numbers.size() / size);
    std::size_t next = 0;
    for (PlaceCounts& place : counts)
        for_each_number(place, [&](auto& number) { number = static_cast<std::remove_reference_t<decltype(number)>>(numbers[next++]); });
    return counts;
}

}  // namespace skranke
