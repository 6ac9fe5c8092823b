#include "engine/record/run_record.hpp"

#include <numeric>

namespace skranke {

std::uint64_t OutcomeCell::unmet_total() const { return std::accumulate(unmet.begin(), unmet.end(), std::uint64_t{0}); }

CarriedCases& CarriedCases::operator+=(const CarriedCases& other) {
    total += other.total;
    for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) ended[outcome] += other.ended[outcome];
    return *this;
}

OutcomeCell& OutcomeCell::operator+=(const OutcomeCell& other) {
    born += other.born;
    met_on_time += other.met_on_time;
    met_late += other.met_late;
    censored += other.censored;
    for (std::size_t reason = 0; reason < kReasons; ++reason) unmet[reason] += other.unmet[reason];
    attempts += other.attempts;
    access += other.access;
    handling += other.handling;
    total += other.total;
    carried += other.carried;
    return *this;
}

TimeSketches& TimeSketches::operator+=(const TimeSketches& other) {
    access += other.access;
    handling += other.handling;
    total += other.total;
    return *this;
}

ChannelCell& ChannelCell::operator+=(const ChannelCell& other) {
    attempts += other.attempts;
    reached += other.reached;
    closed += other.closed;
    blocked += other.blocked;
    left += other.left;
    missed += other.missed;
    enquiries += other.enquiries;
    wait += other.wait;
    return *this;
}

WeekCell& WeekCell::operator+=(const WeekCell& other) {
    born += other.born;
    settled += other.settled;
    unmet += other.unmet;
    open_cases += other.open_cases;
    overdue += other.overdue;
    return *this;
}

DeskWeek& DeskWeek::operator+=(const DeskWeek& other) {
    arrived += other.arrived;
    started += other.started;
    refused += other.refused;
    left += other.left;
    sent_home += other.sent_home;
    backlog += other.backlog;
    wait_us += other.wait_us;
    busy_us += other.busy_us;
    staffed_us += other.staffed_us;
    overtime_us += other.overtime_us;
    return *this;
}

LimitCell& LimitCell::operator+=(const LimitCell& other) {
    inside += other.inside;
    outside += other.outside;
    return *this;
}

ReplyCell& ReplyCell::operator+=(const ReplyCell& other) {
    due += other.due;
    in_time += other.in_time;
    late += other.late;
    return *this;
}

RunRecord::RunRecord(const RecordShape& shape)
    : outcomes(shape.cells()),
      times(shape.municipalities.size() * shape.services.size()),
      channels(shape.municipalities.size() * kRecordChannels),
      weekly(shape.municipalities.size() * kRecordSystems * shape.weeks),
      desks(shape.desks.size() * shape.weeks),
      policies(shape.policies.size() * shape.sites.size()),
      limits(shape.municipalities.size() * shape.limits.size()),
      replies(shape.municipalities.size() * shape.services.size()) {}

std::int64_t check_conservation(const RunRecord& record) {
    for (std::size_t i = 0; i < record.outcomes.size(); ++i) {
        const OutcomeCell& cell = record.outcomes[i];
        if (cell.born != cell.met_on_time + cell.met_late + cell.censored + cell.unmet_total())
            return static_cast<std::int64_t>(i);
        const auto& ended = cell.carried.ended;
        if (cell.carried.total > cell.born || cell.carried.total != std::accumulate(ended.begin(), ended.end(), std::uint64_t{0}))
            return static_cast<std::int64_t>(i);
    }
    return -1;
}

}  // namespace skranke
