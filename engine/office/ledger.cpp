#include "engine/office/ledger.hpp"

#include <algorithm>

#include "engine/office/casework/time_limit.hpp"

namespace skranke {

Ledger::Ledger(const World& w, const OfficePlan& plan) : world(w), plan_(plan) {
    const std::size_t n = plan.catchments.size();
    const std::size_t pairs = n * w.scenario.services.size();
    cells_.resize(pairs * w.scenario.groups.size());
    times_.resize(pairs);
    channels_.resize(n * kChannels);
    weeks_.resize(n * 2 * static_cast<std::size_t>(w.scenario.weeks));
    open_cases_.resize(n * 2);
    limits_.resize(n * w.shape.limits.size());
    replies_.resize(pairs);
}

void Ledger::end_week(std::size_t week) {
    const auto weeks = static_cast<std::size_t>(world.scenario.weeks);
    for (std::size_t side = 0; side < open_cases_.size(); ++side)
        weeks_[side * weeks + week].open_cases = open_cases_[side];
    for (const OpenNeed* one : cases_)
        if (one->is_late(one->sim_.now(), one->service_->clock.limit)) ++weeks_[side(one->person_) * weeks + week].overdue;
}

void Ledger::begin_counting() { std::fill(channels_.begin(), channels_.end(), ChannelCell{}); }

std::uint64_t Ledger::open_cases(System system) const {
    std::uint64_t open = 0;
    for (std::size_t c = 0; c < plan_.catchments.size(); ++c) open += open_cases_[c * 2 + static_cast<std::size_t>(system)];
    return open;
}

void Ledger::add_to(RunRecord& record) const {
    const std::size_t services = world.scenario.services.size(), groups = world.scenario.groups.size();
    const auto weeks = static_cast<std::size_t>(world.scenario.weeks);
    const std::size_t limits = world.shape.limits.size();
    for (std::size_t c = 0; c < plan_.catchments.size(); ++c) {
        const std::size_t m = plan_.catchments[c].municipality;
        for (std::size_t i = 0; i < services * groups; ++i)
            record.outcomes[m * services * groups + i] += cells_[c * services * groups + i];
        for (std::size_t s = 0; s < services; ++s) record.times[m * services + s] += times_[c * services + s];
        for (std::size_t s = 0; s < services; ++s) record.replies[m * services + s] += replies_[c * services + s];
        for (std::size_t l = 0; l < limits; ++l) record.limits[m * limits + l] += limits_[c * limits + l];
        for (std::size_t k = 0; k < kChannels; ++k) record.channels[m * kChannels + k] += channels_[c * kChannels + k];
        for (std::size_t i = 0; i < 2 * weeks; ++i) record.weekly[m * 2 * weeks + i] += weeks_[c * 2 * weeks + i];
    }
}

OpenNeed::OpenNeed(Ledger& ledger, const Person& person, const Simulator& sim)
    : ledger_(ledger),
      person_(person),
      sim_(sim),
      service_(&ledger.world.scenario.services[person.service]),
      counted_(person.carried || ledger.world.is_counted(person.born)) {
    ledger_.note(person_, person_.born, Happening::born);
    if (!counted_) return;
    ++ledger_.cell(person_).born;
    if (person_.carried) ++ledger_.cell(person_).carried.total;
    else ++ledger_.week(person_, person_.born).born;
}

OpenNeed::~OpenNeed() {
    if (!settled_ && counted_) settle_at_the_end();
    close_case();
}

void OpenNeed::settle_at_the_end() {
    count_limits(ledger_.world.horizon, Fate::still_open);
    // The run ended first. A need whose limit and grace have passed already is unmet; for the
    // others nobody can tell.
    if (is_late(ledger_.world.horizon, service_->clock.limit + service_->clock.grace)) {
        const Reason reason = is_case_ ? Reason::never_decided : last_failure_;
        count(Outcome::unmet);
        ledger_.note(person_, ledger_.world.horizon, Happening::unmet, reason);
        ++ledger_.cell(person_).unmet[static_cast<std::size_t>(reason)];
    } else {
        count(Outcome::censored);
        ledger_.note(person_, ledger_.world.horizon, Happening::censored);
        ++ledger_.cell(person_).censored;
    }
}

/// A carried case is counted once more among those of the pile.
void OpenNeed::count(Outcome outcome) {
    if (person_.carried) ++ledger_.cell(person_).carried.ended[static_cast<std::size_t>(outcome)];
}

void OpenNeed::attempt() {
    if (counted_) ++ledger_.cell(person_).attempts;
}

void OpenNeed::reached(Duration waited) {
    if (!counted_) return;
    ledger_.cell(person_).access.add(waited);
    ledger_.times_[ledger_.pair(person_)].access.add(waited);
}

void OpenNeed::register_case(Instant when, const Service& handled_as) {
    service_ = &handled_as;
    is_case_ = true;
    registered_ = when;
    ledger_.note(person_, when, Happening::registered);
    open_case();
}

void OpenNeed::open_case() {
    ++ledger_.open_cases_[ledger_.side(person_)];
    slot_ = static_cast<std::uint32_t>(ledger_.cases_.size());
    ledger_.cases_.push_back(this);
}

void OpenNeed::close_case() {
    if (!is_case_) return;
    --ledger_.open_cases_[ledger_.side(person_)];
    OpenNeed* const last = ledger_.cases_.back();
    ledger_.cases_[last->slot_ = slot_] = last;
    ledger_.cases_.pop_back();
    is_case_ = false;
}

bool OpenNeed::is_late(Instant when, ClockFrom from, double limit, ClockUnit unit) const {
    const bool from_application = from == ClockFrom::application && is_case_;
    const Instant start = from_application ? registered_ : person_.born;
    const Instant used_until = std::min(when, stopped_since_) - stopped_;
    return used_until > last_in_time(ledger_.world.calendar, start, limit, unit);
}

void OpenNeed::count_limits(Instant when, Fate fate) {
    if (!counted_) return;
    const auto service = static_cast<std::size_t>(service_ - ledger_.world.scenario.services.data());
    LimitCell* cell = ledger_.limits(person_, service);
    for (const Limit& limit : ledger_.world.limits[service]) {
        const bool counts = limit.from == ClockFrom::need || is_case_;
        if (counts && is_late(when, limit.from, limit.limit, limit.unit)) {
            ++cell->outside;
        } else if (counts && fate == Fate::decided) {
            ++cell->inside;
        }
        ++cell;
    }
}

void OpenNeed::settle() {
    SKRANKE_ASSERT(!settled_);
    settled_ = true;
    // A decision may reach the journey a message later than it was made, never outside the horizon.
    if (counted_) ++ledger_.week(person_, sim_.now()).settled;
}

bool OpenNeed::decided(Instant when) {
    count_limits(when, Fate::decided);
    if (is_late(when, service_->clock.limit + service_->clock.grace)) {
        unmet(Reason::never_decided);
        return false;
    }
    settle();
    const Outcome outcome = is_late(when, service_->clock.limit) ? Outcome::met_late : Outcome::met_on_time;
    ledger_.note(person_, when, Happening::decided, outcome);
    if (counted_) {
        OutcomeCell& cell = ledger_.cell(person_);
        TimeSketches& times = ledger_.times_[ledger_.pair(person_)];
        ++(outcome == Outcome::met_late ? cell.met_late : cell.met_on_time);
        count(outcome);
        cell.total.add(when - person_.born);
        times.total.add(when - person_.born);
        if (is_case_) {
            cell.handling.add(when - registered_ - stopped_);
            times.handling.add(when - registered_ - stopped_);
        }
    }
    close_case();
    return true;
}

void OpenNeed::unmet(Reason reason) {
    settle();
    ledger_.note(person_, sim_.now(), Happening::unmet, reason);
    if (counted_) {
        count(Outcome::unmet);
        ++ledger_.cell(person_).unmet[static_cast<std::size_t>(reason)];
        ++ledger_.week(person_, sim_.now()).unmet;
    }
    close_case();
}

}  // namespace skranke
