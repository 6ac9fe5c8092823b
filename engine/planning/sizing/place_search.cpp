#include "engine/planning/sizing/place_search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace skranke {

// Trials are named before they are awaited: GCC 12 destroys aggregates twice that are made inside the
// expression (bug 104031).

namespace {

constexpr double kFirstQuality = 1;  // where a search down a ladder begins
constexpr double kQualityStep = 0.5, kReserveStep = 0.25;
constexpr std::ptrdiff_t kQualitySteps = 12, kReserves = 24;
constexpr double kLeastHourQuality = -1;
constexpr std::ptrdiff_t kHourQualities = 20, kFirstHourQuality = 6;
constexpr int kLeastShaped = 3;  // units, for different hours to be worth a search

/// Where the least link that holds may be: above `breaks`, and at most `holds`.
struct Bracket {
    std::ptrdiff_t breaks = -1, holds = 0;
    std::ptrdiff_t top = 0, step = 1;  // 0 = halves from the beginning

    bool is_open() const { return holds - breaks > 1; }
    /// Away from the first guess in steps that double, then half way.
    std::ptrdiff_t next() {
        if (step == 0) return (breaks + holds) / 2;
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

std::uint32_t least_sample(double probability) {
    std::uint32_t runs = kSizingBatch;
    while (std::pow(probability, runs) > kUndeserved && runs < kMostSample) runs += kSizingBatch;
    return runs;
}

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
        needed_.push_back(kTopQuality);
        too_little_.push_back(0);
    }
    story_.begin();
}

void PlaceSearch::add(std::span<const RuleSet> broken) {
    SKRANKE_EXPECT(broken.size() == runs_.size());
    for (std::size_t s = 0; s < runs_.size(); ++s)
        if (runs_[s].size() < inquiry_.question().runs) runs_[s].push_back(broken[s]);
}

void PlaceSearch::look() {
    if (is_done() || !is_decided()) return;
    ++trials_;
    inquiry_.answer(std::exchange(runs_, Runs(sample_.scenarios)));
}

bool PlaceSearch::is_decided() const {
    const Trial& trial = inquiry_.question();
    if (runs_.front().size() == trial.runs) return true;
    return trial.ends == Ends::when_decided && !holds(runs_, trial.allowed);
}

bool PlaceSearch::holds(const Runs& runs, std::uint32_t allowed) const { return most_failures(runs, wanted_) <= allowed; }

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

/// So much of it that a desk is left with too little more seldom than by the whole sample.
PlaceSearch::Precision PlaceSearch::rough() const { return {std::min(sample_.runs, kSizingBatch), 0}; }

/// Every desk as it is, but this one.
PlaceSearch::Desks PlaceSearch::with(std::size_t desk, DeskStaffing staffing) const {
    Desks desks = now_;
    desks[desk] = std::move(staffing);
    return desks;
}

/// Every desk with that much more quality than it needs by itself.
PlaceSearch::Desks PlaceSearch::with_reserve(double reserve) const {
    Desks desks = now_;
    for (std::size_t d = 0; d < desks.size(); ++d) desks[d].units = ladders_[d].at(ladders_[d].rung_of(needed_[d] + reserve));
    return desks;
}

/// Each kind of desk once, in the order of the desks.
std::vector<std::size_t> PlaceSearch::kinds() const {
    std::vector<std::size_t> all;
    for (const SearchedDesk& desk : desks_)
        if (std::find(all.begin(), all.end(), desk.kind) == all.end()) all.push_back(desk.kind);
    return all;
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
    for (const std::size_t kind : kinds()) co_await descend_alone(kind);
    co_await descend_together();
    const std::vector<std::size_t> order = by_positions();
    for (const std::size_t d : order) co_await trim(d);
    reserve_ = 0;
    for (const std::size_t d : order) co_await shape_hours(d);
}

/// With ample staff at every desk: rules that are broken even so are not asked for.
Story PlaceSearch::find_ceiling() {
    Trial ample{now_, sample_.runs, sample_.allowed, Ends::with_its_runs};
    const Runs runs = co_await inquiry_.ask(std::move(ample));
    while (most_failures(runs, wanted_) > sample_.allowed) {
        const std::size_t rule = most_broken(runs, wanted_);
        wanted_[rule] = false;
        impossible_[rule] = true;
    }
}

/// The first link that holds. \param chain  each with more than the one before; the last is known to hold
Story PlaceSearch::find_least(const std::vector<Desks>& chain, Guess guess, Precision precision, std::size_t& least) {
    in_the_way_.reset();
    Bracket bracket;
    bracket.top = bracket.holds = std::ssize(chain) - 1;
    bracket.step = guess.step;
    for (std::ptrdiff_t link = std::min(guess.first, bracket.top - 1); bracket.is_open(); link = bracket.next()) {
        Trial trial{chain[static_cast<std::size_t>(link)], precision.runs, precision.allowed, Ends::when_decided};
        const Runs runs = co_await inquiry_.ask(std::move(trial));
        const bool does = holds(runs, precision.allowed);
        (does ? bracket.holds : bracket.breaks) = link;
        if (!does) in_the_way_ = most_broken(runs, wanted_);
    }
    least = static_cast<std::size_t>(bracket.holds);
}

/// Down the ladders of one kind of desk with the same quality for each, the others ample.
Story PlaceSearch::descend_alone(std::size_t kind) {
    std::vector<Desks> chain;
    std::vector<double> qualities;
    std::ptrdiff_t first = 0;
    for (std::ptrdiff_t step = -kQualitySteps; step <= kQualitySteps; ++step) {
        const double quality = kQualityStep * static_cast<double>(step);
        Desks desks = now_;
        for (std::size_t d = 0; d < desks.size(); ++d)
            if (desks_[d].kind == kind) desks[d].units = ladders_[d].at(step == -kQualitySteps ? 0 : ladders_[d].rung_of(quality));
        if (!chain.empty() && desks == chain.back()) {
            qualities.back() = quality;
            continue;
        }
        if (quality <= kFirstQuality) first = std::ssize(chain);
        chain.push_back(std::move(desks));
        qualities.push_back(quality);
    }
    if (chain.back() != now_) {
        chain.push_back(now_);
        qualities.push_back(kTopQuality + kQualityStep);
    }
    std::size_t least = 0;
    co_await find_least(chain, {first, 1}, rough(), least);
    const bool is_single = std::count_if(desks_.begin(), desks_.end(), [&](const SearchedDesk& desk) { return desk.kind == kind; }) == 1;
    for (std::size_t d = 0; d < desks_.size(); ++d) {
        if (desks_[d].kind != kind) continue;
        needed_[d] = qualities[least];
        if (is_single && least > 0) too_little_[d] = ladders_[d].rung_of(qualities[least - 1]);
    }
}

/// Every desk with what it needs by itself, and as little reserve as holds.
Story PlaceSearch::descend_together() {
    std::vector<Desks> chain;
    std::vector<double> reserves;
    for (std::ptrdiff_t step = 0; step <= kReserves; ++step) {
        const double reserve = kReserveStep * static_cast<double>(step);
        Desks desks = with_reserve(reserve);
        if (!chain.empty() && desks == chain.back()) continue;
        chain.push_back(std::move(desks));
        reserves.push_back(reserve);
    }
    if (chain.back() != now_) {
        chain.push_back(now_);
        reserves.push_back(kReserveStep * kReserves);
    }
    std::size_t least = 0;
    co_await find_least(chain, {0, 1}, whole(), least);
    reserve_ = reserves[least];
    now_ = chain[least];
}

/// One unit after another out of periods or hours, in order, as long as it holds; on to the next of them, or not.
Story PlaceSearch::take_from(std::size_t desk, std::vector<int> DeskStaffing::*units, std::vector<std::size_t> order, int floor) {
    for (const std::size_t where : order) {
        while ((now_[desk].*units)[where] > floor) {
            DeskStaffing fewer = now_[desk];
            --(fewer.*units)[where];
            Trial trial{with(desk, fewer), sample_.runs, sample_.allowed, Ends::when_decided};
            const Runs runs = co_await inquiry_.ask(std::move(trial));
            if (!holds(runs, sample_.allowed)) {
                tight_.push_back({desk, most_broken(runs, wanted_)});
                if (sample_.effort == Effort::usual) co_return;
                break;
            }
            now_[desk] = std::move(fewer);
        }
    }
}

/// Down the ladder of one desk, the others as they are.
Story PlaceSearch::trim(std::size_t desk) {
    std::vector<Desks> chain;
    for (std::size_t rung = too_little_[desk]; chain.empty() || chain.back()[desk].units != now_[desk].units; ++rung) {
        DeskStaffing staffing;
        staffing.units = ladders_[desk].at(rung);
        chain.push_back(with(desk, std::move(staffing)));
    }
    std::size_t least = 0;
    co_await find_least(chain, {std::ssize(chain) - 2, 0}, whole(), least);
    now_ = chain[least];
    needed_[desk] = ladders_[desk].quality_of(too_little_[desk] + least);
    if (in_the_way_) tight_.push_back({desk, *in_the_way_});
    if (sample_.effort == Effort::usual) co_return;
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
    const auto open = static_cast<int>(std::count_if(load.begin(), load.end(), [](double hour) { return hour > 0; }));
    std::vector<Desks> chain;
    std::ptrdiff_t first = 0;
    for (std::ptrdiff_t step = 0; step < kHourQualities; ++step) {
        const DeskStaffing shaped = by_hour(desk, kLeastHourQuality + kReserveStep * static_cast<double>(step));
        if (std::accumulate(shaped.at_work.begin(), shaped.at_work.end(), 0) >= open * most) break;
        if (!chain.empty() && chain.back()[desk] == shaped) continue;
        if (step <= kFirstHourQuality) first = std::ssize(chain);
        chain.push_back(with(desk, shaped));
    }
    chain.push_back(now_);
    if (sample_.effort == Effort::thorough)
        for (const double hour : load) chain.back()[desk].at_work.push_back(hour > 0 ? most : 0);  // everybody, always
    std::size_t least = 0;
    co_await find_least(chain, {first, 1}, whole(), least);
    now_ = chain[least];
    if (now_[desk].at_work.empty()) co_return;
    std::vector<double> strain;
    for (std::size_t hour = 0; hour < load.size(); ++hour) strain.push_back(load[hour] / std::max(1, now_[desk].at_work[hour]));
    co_await take_from(desk, &DeskStaffing::at_work, by_load(strain), 1);
    if (now_[desk].units.size() == 1) now_[desk].units.front() = *std::max_element(now_[desk].at_work.begin(), now_[desk].at_work.end());
}

void PlaceSearch::add_reserve(std::size_t rule) {
    std::vector<bool> blamed(desks_.size(), false);
    for (const TightUnit& unit : tight_) blamed[unit.desk] = blamed[unit.desk] || unit.rule == rule;
    if (std::find(blamed.begin(), blamed.end(), true) == blamed.end()) blamed.assign(desks_.size(), true);
    const Desks before = now_;
    while (now_ == before && reserve_ < kReserveStep * kReserves) {
        reserve_ += kReserveStep;
        const Desks more = with_reserve(reserve_);
        for (std::size_t d = 0; d < desks_.size(); ++d) {
            if (!blamed[d]) continue;
            const std::vector<int>& units = more[d].units;
            const int most = now_[d].most_units();
            for (std::size_t p = 0; p < units.size(); ++p) now_[d].units[p] = std::max(now_[d].units[p], units[p]);
            for (int& here : now_[d].at_work) here += here > 0 ? now_[d].most_units() - most : 0;
        }
    }
}

}  // namespace skranke
