#pragma once
/// \file
/// Everything that a record holds, drawn together into 64 bits: records with equal digests hold
/// the same counts.

#include <type_traits>

#include "engine/kernel/fingerprint.hpp"
#include "engine/record/run_record.hpp"

namespace skranke::test {

class RecordDigest {
  public:
    template <class Count>
    requires std::is_integral_v<Count> RecordDigest& add(Count count) {
        value_ = combine(value_, static_cast<std::uint64_t>(count));
        return *this;
    }
    RecordDigest& add(const Tally& tally) { return add(tally.count).add(tally.sum_us); }
    RecordDigest& add(const QuantileSketch& sketch) {
        for (const std::uint32_t n : sketch.bins()) add(n);
        return add(sketch.bins().size());
    }
    RecordDigest& add(const OutcomeCell& c) {
        add(c.born).add(c.met_on_time).add(c.met_late).add(c.censored).add(c.attempts);
        for (const std::uint64_t n : c.unmet) add(n);
        return add(c.access).add(c.handling).add(c.total);
    }
    RecordDigest& add(const TimeSketches& t) { return add(t.access).add(t.handling).add(t.total); }
    RecordDigest& add(const ChannelCell& c) {
        add(c.attempts).add(c.reached).add(c.closed).add(c.blocked).add(c.left).add(c.missed);
        return add(c.enquiries).add(c.wait);
    }
    RecordDigest& add(const WeekCell& w) { return add(w.born).add(w.settled).add(w.unmet).add(w.open_cases).add(w.overdue); }
    RecordDigest& add(const DeskWeek& w) {
        add(w.arrived).add(w.started).add(w.refused).add(w.left).add(w.sent_home).add(w.backlog);
        return add(w.wait_us).add(w.busy_us).add(w.staffed_us).add(w.overtime_us);
    }
    RecordDigest& add(const PolicyCell& p) { return add(p.starts).add(p.days); }
    RecordDigest& add(const LimitCell& c) { return add(c.inside).add(c.outside); }
    RecordDigest& add(const ReplyCell& c) { return add(c.due).add(c.in_time).add(c.late); }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0;
};

inline std::uint64_t digest(const RunRecord& r) {
    RecordDigest d;
    d.add(r.key.seed).add(r.key.replication).add(r.fingerprint).add(r.events).add(r.persons);
    for (const auto& cell : r.outcomes) d.add(cell);
    for (const auto& cell : r.times) d.add(cell);
    for (const auto& cell : r.channels) d.add(cell);
    for (const auto& cell : r.weekly) d.add(cell);
    for (const auto& cell : r.desks) d.add(cell);
    for (const auto& cell : r.policies) d.add(cell);
    for (const auto& cell : r.limits) d.add(cell);
    for (const auto& cell : r.replies) d.add(cell);
    return d.value();
}

/// What one municipality and its office have in a record, all sites and services together.
/// \param municipality  and \param office  by their index in this record's scenario
inline std::uint64_t digest_of_place(const RunRecord& r, const RecordShape& shape, std::size_t municipality,
                                     std::size_t office, std::size_t desks_of_office) {
    RecordDigest d;
    for (std::size_t s = 0; s < shape.services.size(); ++s) {
        for (std::size_t g = 0; g < shape.groups.size(); ++g) d.add(r.outcomes[shape.cell(municipality, s, g)]);
        d.add(r.times[shape.pair(municipality, s)]);
    }
    for (std::size_t l = 0; l < shape.limits.size(); ++l) d.add(r.limits[municipality * shape.limits.size() + l]);
    for (std::size_t s = 0; s < shape.services.size(); ++s) d.add(r.replies[shape.pair(municipality, s)]);
    for (std::size_t c = 0; c < kRecordChannels; ++c) d.add(r.channels[municipality * kRecordChannels + c]);
    for (std::size_t w = 0; w < kRecordSystems * shape.weeks; ++w)
        d.add(r.weekly[municipality * kRecordSystems * shape.weeks + w]);
    for (std::size_t w = 0; w < desks_of_office * shape.weeks; ++w)
        d.add(r.desks[office * desks_of_office * shape.weeks + w]);
    return d.value();
}

}  // namespace skranke::test
