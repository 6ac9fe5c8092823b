#include "engine/planning/sizing/place_search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace skranke {

// Trials are named before they are awaited: GCC 12 destroys aggregates twice that are made inside the
// expression (bug 104031).

namespace {

constexpr double kFirstQuality = 1;  // where a search down a ladder begins
constexpr double kReserveStep = 0.25;
constexpr std::ptrdiff_t kReserves = 24, kFirstReserve = 1;
constexpr double kLeastHourQuality = -1;
constexpr std::ptrdiff_t kHourQualities = 20, kFirstHourQuality = 6;
constexpr int kLeastShaped = 3;  // units, for different hours to be worth a search
constexpr std::ptrdiff_t kQualities = 40, kFirstStep = 20;

/// Where the least rung that holds may be: above `breaks`, and at most `holds`.
struct Bracket {
    std::ptrdiff_t breaks = -1, holds = 0;
    std::ptrdiff_t top = 0, step = 1;

    bool is_open() const { return holds - breaks > 1; }
    /// Away from the first guess in steps that double, then half way.
    std::ptrdiff_t next() {
        const std::ptrdiff_t stride = std::exchange(step, 2 * step);
        if (breaks < 0 && holds < top) return std::max<std::ptrdiff_t>(0, holds - stride);
        if (breaks >= 0 && holds == top) return std::min(top - 1, breaks + stride);
        return (breaks + holds) / 2;
    }
};

std::vector<std::size_t> by_load(const std::vector<double>& load) {
    std::vector<std::size_t> order(load.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return load[a] < load[b]; });
    return order;
}

}  // namespace

std::uint32_t allowed_failures(std::uint32_t runs, double probability) {
    const double fails = 1 - probability;
    double mass = std::pow(probability, runs), sum = 0;  // of exactly k failures, of up to k
    std::uint32_t k = 0;
    for (; k < runs && (sum += mass) <= kUndeserved; ++k) mass *= (runs - k) / (k + 1.0) * fails / probability;
    return k == 0 ? 0 : k - 1;
}

PlaceSearch::PlaceSearch(std::vector<SearchedDesk> desks, RuleSet wanted, SearchSample sample)
    : desks_(std::move(desks)), wanted_(wanted), sample_(sample), runs_(sample.scenarios), story_(search()) {
    for (const SearchedDesk& desk : desks_) ladders_.emplace_back(desk.need);
    for (const Ladder& ladder : ladders_) {
        now_.push_back({ladder.at(ladder.top()), {}});
        needed_.push_back(ladder.top());
    }
    story_.begin();
}

void PlaceSearch::add(std::span<const RuleSet> broken) {
    SKRANKE_EXPECT(broken.size() == runs_.size());
    for (std::size_t s = 0; s < runs_.size(); ++s)
        if (runs_[s].size() < sample_.runs) runs_[s].push_back(broken[s]);
}

void PlaceSearch::look() {
    if (is_done() || !is_decided()) return;
    ++trials_;
    inquiry_.answer(std::exchange(runs_, Runs(sample_.scenarios)));
}

bool PlaceSearch::is_decided() const {
    if (runs_.front().size() == sample_.runs) return true;
    return inquiry_.question().length == Length::until_decided && !holds(runs_);
}

bool PlaceSearch::holds(const Runs& runs) const { return most_failures(runs, wanted_) <= sample_.allowed; }

std::uint32_t PlaceSearch::most_failures(const Runs& runs, RuleSet rules) const {
    std::uint32_t most = 0;
    for (const std::vector<RuleSet>& of : runs)
        most = std::max(most, static_cast<std::uint32_t>(std::count_if(of.begin(), of.end(), [&](RuleSet b) { return (b & rules).any(); })));
    return most;
}

std::size_t PlaceSearch::most_broken(const Runs& runs, RuleSet rules) const {
    std::size_t worst = 0;
    std::uint32_t most = 0;
    for (std::size_t r = 0; r < kRules; ++r) {
        RuleSet alone;
        alone[r] = rules[r];
        const std::uint32_t failures = most_failures(runs, alone);
        if (failures > most) worst = r;
        most = std::max(most, failures);
    }
    return worst;
}

PlaceSearch::Trial PlaceSearch::with(std::size_t desk, DeskStaffing staffing) const {
    Trial trial{now_, Length::until_decided};
    trial.desks[desk] = std::move(staffing);
    return trial;
}

/// The rungs of all desks with that much more quality than each needs.
std::vector<std::size_t> PlaceSearch::with_reserve(double reserve) const {
    std::vector<std::size_t> rungs;
    for (std::size_t d = 0; d < desks_.size(); ++d)
        rungs.push_back(std::max(needed_[d], ladders_[d].rung_of(ladders_[d].quality_of(needed_[d]) + reserve)));
    return rungs;
}

/// The desks with most positions first.
std::vector<std::size_t> PlaceSearch::by_positions() const {
    std::vector<double> fewer;
    for (std::size_t d = 0; d < desks_.size(); ++d)
        fewer.push_back(-desks_[d].need.unit * std::accumulate(now_[d].units.begin(), now_[d].units.end(), 0));
    return by_load(fewer);
}

Story PlaceSearch::search() {
    co_await find_ceiling();
    for (std::size_t d = 0; d < desks_.size(); ++d) co_await descend_alone(d);
    co_await descend_together();
    const std::vector<std::size_t> order = by_positions();
    for (const std::size_t d : order) co_await trim(d);
    for (const std::size_t d : order) co_await shape_hours(d);
}

/// With ample staff at every desk: rules that are broken even so are not asked for.
Story PlaceSearch::find_ceiling() {
    Trial ample{now_, Length::whole};
    const Runs runs = co_await inquiry_.ask(std::move(ample));
    while (most_failures(runs, wanted_) > sample_.allowed) {
        const std::size_t rule = most_broken(runs, wanted_);
        wanted_[rule] = false;
        impossible_[rule] = true;
    }
}

/// Down the ladder of one desk, the others ample.
Story PlaceSearch::descend_alone(std::size_t desk) {
    const Ladder& ladder = ladders_[desk];
    Bracket bracket;
    bracket.top = bracket.holds = static_cast<std::ptrdiff_t>(ladder.top());
    bracket.step = static_cast<std::ptrdiff_t>(desks_[desk].need.load.size());
    std::ptrdiff_t rung = std::min(bracket.top - 1, static_cast<std::ptrdiff_t>(ladder.rung_of(kFirstQuality)));
    while (bracket.is_open()) {
        DeskStaffing staffing;
        staffing.units = ladder.at(static_cast<std::size_t>(rung));
        Trial trial = with(desk, std::move(staffing));
        const Runs runs = co_await inquiry_.ask(std::move(trial));
        (holds(runs) ? bracket.holds : bracket.breaks) = rung;
        rung = bracket.next();
    }
    needed_[desk] = static_cast<std::size_t>(bracket.holds);
}

/// Every desk with what it needs by itself, and as little reserve as holds.
Story PlaceSearch::descend_together() {
    Bracket bracket;
    bracket.top = bracket.holds = kReserves;  // all but ample
    std::ptrdiff_t step = kFirstReserve;
    while (bracket.is_open()) {
        Trial trial{now_, Length::until_decided};
        const std::vector<std::size_t> rungs = with_reserve(kReserveStep * static_cast<double>(step));
        for (std::size_t d = 0; d < desks_.size(); ++d) trial.desks[d].units = ladders_[d].at(rungs[d]);
        const Runs runs = co_await inquiry_.ask(std::move(trial));
        (holds(runs) ? bracket.holds : bracket.breaks) = step;
        step = bracket.next();
    }
    reserve_ = kReserveStep * static_cast<double>(bracket.holds);
    const std::vector<std::size_t> rungs = with_reserve(reserve_);
    for (std::size_t d = 0; d < desks_.size(); ++d) now_[d].units = ladders_[d].at(rungs[d]);
}

/// One unit after another out of periods or hours, in order, as long as it holds; on to the next of them, or not.
Story PlaceSearch::take_from(std::size_t desk, std::vector<int> DeskStaffing::*units, std::vector<std::size_t> order, int floor) {
    for (const std::size_t where : order) {
        while ((now_[desk].*units)[where] > floor) {
            DeskStaffing fewer = now_[desk];
            --(fewer.*units)[where];
            Trial trial = with(desk, fewer);
            const Runs runs = co_await inquiry_.ask(std::move(trial));
            if (!holds(runs)) {
                tight_.push_back({desk, most_broken(runs, wanted_)});
                if (sample_.effort == Effort::usual) co_return;
                break;
            }
            now_[desk] = std::move(fewer);
        }
    }
}

Story PlaceSearch::trim(std::size_t desk) {
    const DeskNeed& need = desks_[desk].need;
    std::vector<double> strain;  // load that a position has
    for (std::size_t p = 0; p < need.load.size(); ++p) strain.push_back(need.load[p] / std::max(1, now_[desk].units[p]));
    co_await take_from(desk, &DeskStaffing::units, by_load(strain), need.floor);
}

/// The desk with every hour of its busiest period served with this quality, and at least one while it is open.
DeskStaffing PlaceSearch::by_hour(std::size_t desk, double quality) const {
    const std::vector<double>& hours = desks_[desk].hour_load;
    const std::vector<double>& periods = desks_[desk].need.load;
    const double busiest = *std::max_element(hours.begin(), hours.end()), most = *std::max_element(periods.begin(), periods.end());
    DeskStaffing staffing = now_[desk];
    staffing.at_work.clear();
    for (const double hour : hours) {
        const double load = hour / busiest * most;
        staffing.at_work.push_back(hour > 0 ? std::max(1, static_cast<int>(std::ceil(load + quality * std::sqrt(load) - 1e-9))) : 0);
    }
    const int more = *std::max_element(staffing.at_work.begin(), staffing.at_work.end()) - now_[desk].most_units();
    for (int& units : staffing.units) units = std::max({units + more, desks_[desk].need.floor, 1});
    return staffing;
}

Story PlaceSearch::shape_hours(std::size_t desk) {
    const std::vector<double>& load = desks_[desk].hour_load;
    const int most = now_[desk].most_units();
    if (load.empty() || most < kLeastShaped) co_return;
    const auto quality_at = [](std::ptrdiff_t step) { return kLeastHourQuality + kReserveStep * static_cast<double>(step); };
    Bracket bracket;
    bracket.top = bracket.holds = kHourQualities;
    std::ptrdiff_t step = kFirstHourQuality;
    while (bracket.is_open()) {
        Trial trial = with(desk, by_hour(desk, quality_at(step)));
        const Runs runs = co_await inquiry_.ask(std::move(trial));
        (holds(runs) ? bracket.holds : bracket.breaks) = step;
        step = bracket.next();
    }
    DeskStaffing shaped = by_hour(desk, quality_at(bracket.holds));
    const auto open = static_cast<int>(std::count_if(load.begin(), load.end(), [](double hour) { return hour > 0; }));
    if (bracket.holds == bracket.top || std::accumulate(shaped.at_work.begin(), shaped.at_work.end(), 0) >= open * most) {
        if (sample_.effort == Effort::usual) co_return;
        shaped = now_[desk];  // everybody, always
        for (const double hour : load) shaped.at_work.push_back(hour > 0 ? most : 0);
    }
    now_[desk] = std::move(shaped);
    std::vector<double> strain;
    for (std::size_t hour = 0; hour < load.size(); ++hour) strain.push_back(load[hour] / std::max(1, now_[desk].at_work[hour]));
    co_await take_from(desk, &DeskStaffing::at_work, by_load(strain), 1);
    if (now_[desk].units.size() == 1) now_[desk].units.front() = *std::max_element(now_[desk].at_work.begin(), now_[desk].at_work.end());
}

void PlaceSearch::add_reserve(std::size_t rule) {
    std::vector<bool> blamed(desks_.size(), false);
    for (const TightUnit& unit : tight_) blamed[unit.desk] = blamed[unit.desk] || unit.rule == rule;
    if (std::find(blamed.begin(), blamed.end(), true) == blamed.end()) blamed.assign(desks_.size(), true);
    std::vector<DeskStaffing> before = now_;
    while (now_ == before && reserve_ < kReserveStep * kReserves) {
        reserve_ += kReserveStep;
        const std::vector<std::size_t> rungs = with_reserve(reserve_);
        for (std::size_t d = 0; d < desks_.size(); ++d) {
            if (!blamed[d]) continue;
            const std::vector<int> units = ladders_[d].at(rungs[d]);
            const int most = now_[d].most_units();
            for (std::size_t p = 0; p < units.size(); ++p) now_[d].units[p] = std::max(now_[d].units[p], units[p]);
            for (int& here : now_[d].at_work) here += here > 0 ? now_[d].most_units() - most : 0;
        }
    }
}

}  // namespace skranke
