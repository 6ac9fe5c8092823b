#include "engine/analysis/summary_builder.hpp"

#include "engine/analysis/outcome_ratios.hpp"
#include "engine/base/contract.hpp"
#include "engine/kernel/fingerprint.hpp"

namespace skranke {
namespace {

constexpr double kUsPerMinute = 60e6;

template <class T>
void add_each(std::vector<T>& sums, const std::vector<T>& terms) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += terms[i];
}

void add_bands(std::vector<BandSketch>& sketches, const std::vector<std::uint64_t>& by_week) {
    for (std::size_t w = 0; w < sketches.size(); ++w) sketches[w].add(by_week[w]);
}

std::vector<Band> bands_of(const std::vector<BandSketch>& sketches) {
    std::vector<Band> bands;
    bands.reserve(sketches.size());
    for (const BandSketch& sketch : sketches) bands.push_back(sketch.band());
    return bands;
}

void add(RatioEstimator& estimator, const Ratio& ratio) { estimator.add(ratio.numerator, ratio.denominator); }

double mean(std::uint64_t sum, std::uint64_t n) {
    return n == 0 ? 0.0 : static_cast<double>(sum) / static_cast<double>(n);
}

// The county that all municipalities lie in, or "".
std::string common_county(const std::vector<Municipality>& municipalities) {
    if (municipalities.empty()) return {};
    for (const Municipality& m : municipalities)
        if (m.county != municipalities.front().county) return {};
    return municipalities.front().county;
}

}  // namespace

void SummaryBuilder::Sums::add(const OutcomeCell& cell) {
    born += cell.born;
    censored += cell.censored;
    for (std::size_t r = 0; r < kReasons; ++r) unmet[r] += cell.unmet[r];
    skranke::add(unmet_rate, unmet_of(cell));
    skranke::add(on_time, on_time_of(cell));
    skranke::add(access, minutes_of(cell.access));
    skranke::add(handling, minutes_of(cell.handling));
}

void SummaryBuilder::Sums::add(const TimeSketches& times) {
    access_times.add(times.access);
    handling_times.add(times.handling);
}

OutcomeSummary SummaryBuilder::Sums::summary(std::uint64_t replications) const {
    OutcomeSummary s;
    s.needs = mean(born, replications);
    s.censored = mean(censored, replications);
    for (std::size_t r = 0; r < kReasons; ++r) s.unmet[r] = mean(unmet[r], replications);
    s.unmet_rate = unmet_rate.estimate();
    s.on_time_share = on_time.estimate();
    s.access_mean_min = access.estimate();
    s.handling_mean_min = handling.estimate();
    s.access_p50_min = access_times.quantile_min(0.5);
    s.access_p90_min = access_times.quantile_min(0.9);
    s.handling_p50_min = handling_times.quantile_min(0.5);
    s.handling_p90_min = handling_times.quantile_min(0.9);
    return s;
}

void SummaryBuilder::Gaps::add(const OutcomeCell& group, const OutcomeCell& others) {
    unmet_rate.add(unmet_of(group), unmet_of(others));
    on_time.add(on_time_of(group), on_time_of(others));
    access.add(minutes_of(group.access), minutes_of(others.access));
}

GapSummary SummaryBuilder::Gaps::summary() const {
    return {unmet_rate.estimate(), on_time.estimate(), access.estimate()};
}

SummaryBuilder::Draft::Draft(const RecordShape& shape)
    : services(shape.services.size()),
      groups(shape.groups.size()),
      times(shape.services.size()),
      limits(shape.limits.size()),
      replies(shape.services.size()),
      open_local(shape.weeks),
      open_state(shape.weeks),
      unmet_local(shape.weeks) {}

SummaryBuilder::Draft& SummaryBuilder::Draft::operator+=(const Draft& other) {
    add_each(services, other.services);
    add_each(groups, other.groups);
    add_each(times, other.times);
    add_each(limits, other.limits);
    add_each(replies, other.replies);
    counts += other.counts;
    add_each(open_local, other.open_local);
    add_each(open_state, other.open_state);
    add_each(unmet_local, other.unmet_local);
    return *this;
}

SummaryBuilder::SummaryBuilder(const Scenario& scenario, const RecordShape& shape)
    : scenario_(scenario),
      shape_(shape),
      places_(shape.municipalities.size() + 1),
      desks_(shape.desks.size()),
      desk_weeks_(shape.desks.size() * shape.weeks),
      policies_(shape.policies.size()) {
    SKRANKE_EXPECT(shape.municipalities.size() == scenario.municipalities.size());
    SKRANKE_EXPECT(shape.services.size() == scenario.services.size());
    SKRANKE_EXPECT(shape.groups.size() == scenario.groups.size());
    for (Place& place : places_) {
        place.services.resize(shape.services.size());
        place.groups.resize(shape.groups.size());
        place.gaps.resize(shape.groups.size());
        place.limits.resize(shape.limits.size());
        place.replies.resize(shape.services.size());
        place.open_local.resize(shape.weeks);
        place.open_state.resize(shape.weeks);
        place.unmet_local.resize(shape.weeks);
    }
    for (Desk& desk : desks_) desk.backlog.resize(shape.weeks);
}

SummaryBuilder::Draft SummaryBuilder::draft_of(const RunRecord& record, std::size_t m) const {
    Draft draft(shape_);
    for (std::size_t s = 0; s < shape_.services.size(); ++s) {
        const bool urgent = scenario_.services[s].priority <= scenario_.verdict.urgent_priority;
        for (std::size_t g = 0; g < shape_.groups.size(); ++g) {
            const OutcomeCell& cell = record.outcomes[shape_.cell(m, s, g)];
            draft.services[s] += cell;
            if (!is_local(s)) continue;
            draft.groups[g] += cell;
            draft.counts.add(cell, urgent, scenario_.groups[g].vulnerable);
        }
        draft.times[s] = record.times[shape_.pair(m, s)];
        if (is_local(s)) draft.counts.add_access(draft.times[s].access);
    }
    for (std::size_t l = 0; l < draft.limits.size(); ++l) draft.limits[l] = record.limits[m * draft.limits.size() + l];
    for (std::size_t s = 0; s < draft.replies.size(); ++s) draft.replies[s] = record.replies[shape_.pair(m, s)];
    const WeekCell* local = &record.weekly[(m * 2 + static_cast<std::size_t>(System::local)) * shape_.weeks];
    const WeekCell* state = &record.weekly[(m * 2 + static_cast<std::size_t>(System::state)) * shape_.weeks];
    for (std::size_t w = 0; w < shape_.weeks; ++w) {
        draft.open_local[w] = local[w].open_cases;
        draft.open_state[w] = state[w].open_cases;
        draft.unmet_local[w] = local[w].unmet;
    }
    return draft;
}

void SummaryBuilder::add_place(Place& place, const Draft& draft) {
    OutcomeCell local, state;
    for (std::size_t s = 0; s < draft.services.size(); ++s) {
        place.services[s].add(draft.services[s]);
        (is_local(s) ? local : state) += draft.services[s];
    }
    for (std::size_t g = 0; g < draft.groups.size(); ++g) place.groups[g].add(draft.groups[g]);
    add_gaps(place, draft.groups);
    for (std::size_t l = 0; l < draft.limits.size(); ++l)
        place.limits[l].add(static_cast<double>(draft.limits[l].inside),
                            static_cast<double>(draft.limits[l].inside + draft.limits[l].outside));
    for (std::size_t s = 0; s < draft.replies.size(); ++s)
        place.replies[s].add(static_cast<double>(draft.replies[s].in_time), static_cast<double>(draft.replies[s].due));
    place.local.add(local);
    place.state.add(state);
    place.all.add(local += state);
    add_times(place, draft);

    const HeldRules held = judge(scenario_.verdict, draft.counts.judged(scenario_.verdict));
    for (std::size_t h = 0; h < kHeads; ++h) {
        bool all_hold = true;
        for (std::size_t r = 0; r < kRulesPerHead; ++r) {
            if (held[h][r]) continue;
            all_hold = false;
            ++place.fails[h][r];
        }
        ++place.verdict[h].holds.trials;
        if (all_hold) ++place.verdict[h].holds.hits;
    }
    add_bands(place.open_local, draft.open_local);
    add_bands(place.open_state, draft.open_state);
    add_bands(place.unmet_local, draft.unmet_local);
}

void SummaryBuilder::add_times(Place& place, const Draft& draft) {
    TimeSketches local, state;
    for (std::size_t s = 0; s < draft.times.size(); ++s) {
        place.services[s].add(draft.times[s]);
        (is_local(s) ? local : state) += draft.times[s];
    }
    place.local.add(local);
    place.state.add(state);
    place.all.add(local += state);
}

void SummaryBuilder::add_gaps(Place& place, const std::vector<OutcomeCell>& groups) {
    OutcomeCell vulnerable, sturdy;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        OutcomeCell others;
        for (std::size_t other = 0; other < groups.size(); ++other)
            if (other != g) others += groups[other];
        place.gaps[g].add(groups[g], others);
        (scenario_.groups[g].vulnerable ? vulnerable : sturdy) += groups[g];
    }
    place.vulnerable_gap.add(vulnerable, sturdy);
}

void SummaryBuilder::add_policies(const RunRecord& record) {
    const std::size_t sites = shape_.sites.size();
    for (std::size_t p = 0; p < policies_.size(); ++p) {
        PolicyCell sum;
        for (std::size_t site = 0; site < sites; ++site) {
            sum.starts += record.policies[p * sites + site].starts;
            sum.days += record.policies[p * sites + site].days;
        }
        const auto starts = static_cast<double>(sum.starts), days = static_cast<double>(sum.days);
        policies_[p].starts.add(starts);
        policies_[p].days.add(days);
        policies_[p].cost.add(starts * scenario_.policies[p].cost_start + days * scenario_.policies[p].cost_per_day);
    }
}

void SummaryBuilder::add_desks(const RunRecord& record) {
    for (std::size_t d = 0; d < desks_.size(); ++d) {
        DeskWeek sum;
        for (std::size_t w = 0; w < shape_.weeks; ++w) {
            const DeskWeek& week = record.desks[d * shape_.weeks + w];
            sum += week;
            desks_[d].backlog[w].add(week.backlog);
        }
        const auto arrived = static_cast<double>(sum.arrived);
        desks_[d].arrived += sum.arrived;
        desks_[d].occupancy.add(static_cast<double>(sum.busy_us) / kUsPerMinute,
                                static_cast<double>(sum.staffed_us) / kUsPerMinute);
        desks_[d].wait.add(static_cast<double>(sum.wait_us) / kUsPerMinute, static_cast<double>(sum.started));
        desks_[d].refused.add(static_cast<double>(sum.refused), arrived);
        desks_[d].left.add(static_cast<double>(sum.left + sum.sent_home), arrived);
    }
}

void SummaryBuilder::control_by(ExpectedNeeds expected) {
    SKRANKE_EXPECT(replications_ == 0);
    controlled_.emplace(scenario_, shape_, std::move(expected));
}

void SummaryBuilder::add(const RunRecord& record) {
    SKRANKE_EXPECT(record.outcomes.size() == shape_.cells());
    SKRANKE_EXPECT(record.times.size() == shape_.municipalities.size() * shape_.services.size());
    SKRANKE_EXPECT(record.weekly.size() == shape_.municipalities.size() * 2 * shape_.weeks);
    SKRANKE_EXPECT(record.policies.size() == policies_.size() * shape_.sites.size());
    SKRANKE_EXPECT(record.desks.size() == desks_.size() * shape_.weeks);
    ++replications_;
    persons_ += record.persons;
    events_ += record.events;
    fingerprint_ = combine(fingerprint_, record.fingerprint);
    Draft area(shape_);
    for (std::size_t m = 0; m < shape_.municipalities.size(); ++m) {
        const Draft draft = draft_of(record, m);
        add_place(places_[m + 1], draft);
        area += draft;
    }
    add_place(places_[0], area);
    add_desks(record);
    add_each(desk_weeks_, record.desks);
    add_policies(record);
    if (controlled_) controlled_->add(record);
}

PlaceSummary SummaryBuilder::summary_of(const Place& place) const {
    PlaceSummary p;
    p.local = place.local.summary(replications_);
    p.state = place.state.summary(replications_);
    p.all = place.all.summary(replications_);
    for (const Sums& sums : place.services) p.services.push_back(sums.summary(replications_));
    for (const Sums& sums : place.groups) p.groups.push_back(sums.summary(replications_));
    for (const Gaps& gaps : place.gaps) p.gaps.push_back(gaps.summary());
    for (const RatioEstimator& limit : place.limits) p.limits.push_back(limit.estimate());
    for (const RatioEstimator& reply : place.replies) p.replies.push_back(reply.estimate());
    p.vulnerable_gap = place.vulnerable_gap.summary();
    p.verdict = place.verdict;
    for (std::size_t h = 0; h < kHeads; ++h) {
        for (std::size_t r = 0; r < kRulesPerHead; ++r) {
            if (place.fails[h][r] <= p.verdict[h].worst_fails) continue;
            p.verdict[h].worst_rule = static_cast<int>(r);
            p.verdict[h].worst_fails = place.fails[h][r];
        }
    }
    p.open_local_cases = bands_of(place.open_local);
    p.open_state_cases = bands_of(place.open_state);
    p.unmet_local = bands_of(place.unmet_local);
    return p;
}

void SummaryBuilder::add_twins(Summary& summary) const {
    const std::size_t desks = scenario_.offices.size() * kOfficeDesks + kDeskKinds - kOfficeDesks;
    if (desks_.size() != desks) return;  // a record of other desks than the scenario's own has no twins
    const std::vector<DeskTwin> twins = desk_twins(scenario_, desk_weeks_, replications_);
    for (std::size_t d = 0; d < twins.size(); ++d) {
        const DeskSummary& desk = summary.desks[d];
        summary.twins.push_back(check_twin(twins[d], {desk.wait_mean_min, desk.left_share, desk.occupancy}));
    }
}

Summary SummaryBuilder::build() const {
    Summary summary;
    summary.replications = replications_;
    summary.persons = mean(persons_, replications_);
    summary.events = mean(events_, replications_);
    summary.fingerprint = fingerprint_;

    const std::size_t n = shape_.municipalities.size();
    PlaceSummary area = summary_of(places_[0]);
    area.name = common_county(scenario_.municipalities);
    for (const Municipality& m : scenario_.municipalities) area.population += m.population;
    summary.places.push_back(std::move(area));
    for (std::size_t m = 0; m < n; ++m) {
        PlaceSummary place = summary_of(places_[m + 1]);
        const Municipality& facts = scenario_.municipalities[m];
        place.number = facts.number;
        place.name = facts.name;
        place.population = facts.population;
        place.lon = facts.lon;
        place.lat = facts.lat;
        summary.places.push_back(std::move(place));
    }
    for (const Policy& p : policies_)
        summary.policies.push_back({p.starts.estimate(), p.days.estimate(), p.cost.estimate()});
    for (std::size_t d = 0; d < desks_.size(); ++d) {
        DeskSummary desk;
        desk.key = shape_.desks[d].key;
        desk.site = shape_.desks[d].site;
        desk.kind = shape_.desks[d].kind;
        desk.occupancy = desks_[d].occupancy.estimate();
        desk.wait_mean_min = desks_[d].wait.estimate();
        desk.refused_share = desks_[d].refused.estimate();
        desk.left_share = desks_[d].left.estimate();
        desk.arrived = mean(desks_[d].arrived, replications_);
        desk.backlog = bands_of(desks_[d].backlog);
        summary.desks.push_back(std::move(desk));
    }
    add_twins(summary);
    if (controlled_) summary.controlled = controlled_->outcomes();
    return summary;
}

}  // namespace skranke
