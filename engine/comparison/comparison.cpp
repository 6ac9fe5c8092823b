#include "engine/comparison/comparison.hpp"

#include "engine/analysis/outcome_ratios.hpp"
#include "engine/base/contract.hpp"

namespace skranke {

namespace {

template <class T>
void add_each(std::vector<T>& sums, const std::vector<T>& terms) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += terms[i];
}

void add_gap(RatioGapEstimator& gap, const Ratio& a, const Ratio& b) { gap.add(b, a); }

}  // namespace

std::string why_not_comparable(const RecordShape& a, const RecordShape& b) {
    if (a.municipalities != b.municipalities) return "they have different municipalities";
    if (a.services != b.services) return "they have different services";
    if (a.groups != b.groups) return "they have different groups";
    return "";
}

double cost_of_policies(const Scenario& scenario, const RecordShape& shape, const RunRecord& record) {
    double cost = 0;
    for (std::size_t p = 0; p < shape.policies.size(); ++p)
        for (std::size_t site = 0; site < shape.sites.size(); ++site) {
            const PolicyCell& cell = record.policies[p * shape.sites.size() + site];
            cost += static_cast<double>(cell.starts) * scenario.policies[p].cost_start +
                    static_cast<double>(cell.days) * scenario.policies[p].cost_per_day;
        }
    return cost;
}

ComparisonBuilder::ComparisonBuilder(const Scenario& a, const Scenario& b, const RecordShape& shape_a,
                                     const RecordShape& shape_b)
    : a_(a), b_(b), shape_a_(shape_a), shape_b_(shape_b), places_(shape_a.municipalities.size() + 1) {
    SKRANKE_EXPECT(why_not_comparable(shape_a, shape_b).empty());
    for (Place& place : places_) {
        place.services.resize(shape_a.services.size());
        place.groups.resize(shape_a.groups.size());
    }
}

void ComparisonBuilder::Part::add(const OutcomeCell& a, const OutcomeCell& b) {
    born += a.born;
    const auto lost_a = static_cast<double>(a.unmet_total()), lost_b = static_cast<double>(b.unmet_total());
    unmet_a.add(lost_a);
    unmet_b.add(lost_b);
    unmet.add(lost_b - lost_a);
    add_gap(unmet_rate, unmet_of(a), unmet_of(b));
    add_gap(on_time, on_time_of(a), on_time_of(b));
    add_gap(access, minutes_of(a.access), minutes_of(b.access));
    add_gap(handling, minutes_of(a.handling), minutes_of(b.handling));
}

Difference ComparisonBuilder::Part::difference(std::uint64_t replications) const {
    Difference d;
    d.needs = static_cast<double>(born) / static_cast<double>(replications);
    d.unmet_a = unmet_a.estimate().value;
    d.unmet_b = unmet_b.estimate().value;
    d.unmet = unmet.estimate();
    d.unmet_rate = unmet_rate.estimate();
    d.on_time_share = on_time.estimate();
    d.access_mean_min = access.estimate();
    d.handling_mean_min = handling.estimate();
    const double apart = unmet_a.variance() + unmet_b.variance();
    if (apart > 0) d.variance_ratio = unmet.variance() / apart;
    return d;
}

ComparisonBuilder::Cells& ComparisonBuilder::Cells::operator+=(const Cells& other) {
    local += other.local;
    state += other.state;
    add_each(services, other.services);
    add_each(groups, other.groups);
    return *this;
}

ComparisonBuilder::Cells ComparisonBuilder::cells_of(const RunRecord& record, std::size_t municipality) const {
    Cells cells{{}, {}, std::vector<OutcomeCell>(shape_a_.services.size()), std::vector<OutcomeCell>(shape_a_.groups.size())};
    for (std::size_t s = 0; s < shape_a_.services.size(); ++s) {
        const bool local = a_.services[s].system == System::local;
        for (std::size_t g = 0; g < shape_a_.groups.size(); ++g) {
            const OutcomeCell& cell = record.outcomes[shape_a_.cell(municipality, s, g)];
            cells.services[s] += cell;
            (local ? cells.local : cells.state) += cell;
            if (local) cells.groups[g] += cell;
        }
    }
    return cells;
}

void ComparisonBuilder::add_place(Place& place, const Cells& a, const Cells& b) {
    place.local.add(a.local, b.local);
    place.state.add(a.state, b.state);
    OutcomeCell all_a = a.local, all_b = b.local;
    place.all.add(all_a += a.state, all_b += b.state);
    for (std::size_t s = 0; s < place.services.size(); ++s) place.services[s].add(a.services[s], b.services[s]);
    for (std::size_t g = 0; g < place.groups.size(); ++g) place.groups[g].add(a.groups[g], b.groups[g]);
}

void ComparisonBuilder::add(const RunRecord& a, const RunRecord& b) {
    SKRANKE_EXPECT(a.key.seed == b.key.seed && a.key.replication == b.key.replication);
    ++replications_;
    const std::vector<OutcomeCell> services(shape_a_.services.size()), groups(shape_a_.groups.size());
    Cells area_a{{}, {}, services, groups}, area_b = area_a;
    for (std::size_t m = 0; m < shape_a_.municipalities.size(); ++m) {
        const Cells cells_a = cells_of(a, m), cells_b = cells_of(b, m);
        add_place(places_[m + 1], cells_a, cells_b);
        area_a += cells_a;
        area_b += cells_b;
    }
    add_place(places_[0], area_a, area_b);
    cost_.add(cost_of_policies(b_, shape_b_, b) - cost_of_policies(a_, shape_a_, a));
}

PlaceComparison ComparisonBuilder::comparison_of(const Place& place) const {
    PlaceComparison p;
    p.local = place.local.difference(replications_);
    p.state = place.state.difference(replications_);
    p.all = place.all.difference(replications_);
    for (const Part& part : place.services) p.services.push_back(part.difference(replications_));
    for (const Part& part : place.groups) p.groups.push_back(part.difference(replications_));
    return p;
}

Comparison ComparisonBuilder::build() const {
    SKRANKE_EXPECT(replications_ > 0);
    Comparison comparison;
    comparison.replications = replications_;
    comparison.cost = cost_.estimate();
    for (std::size_t p = 0; p < places_.size(); ++p) {
        PlaceComparison& place = comparison.places.emplace_back(comparison_of(places_[p]));
        if (p == 0) continue;
        place.number = shape_a_.municipalities[p - 1];
        place.name = shape_a_.municipality_names[p - 1];
    }
    return comparison;
}

}  // namespace skranke
