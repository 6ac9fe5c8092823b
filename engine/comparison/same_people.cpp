#include "engine/comparison/same_people.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "engine/base/contract.hpp"

namespace skranke {
namespace {

using Who = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;  // address, office, source, entity

Who who(const TraceRow& row) { return {row.address, row.office, row.source, row.entity}; }

struct Ended {
    Who who;
    TraceRow last;
};

Fate fate_of(const TraceRow& row) {
    if (row.happening == Happening::censored) return Fate::censored;
    if (row.happening == Happening::unmet) return Fate::unmet;
    return static_cast<Outcome>(row.detail) == Outcome::met_on_time ? Fate::on_time : Fate::late;
}

bool is_end(Happening happening) {
    return happening == Happening::decided || happening == Happening::unmet || happening == Happening::censored;
}

std::vector<Ended> ends_of(const Trace& trace) {
    std::vector<Ended> ends;
    for (const SiteTrace& site : trace.sites)
        for (const TraceRow& row : site.rows())
            if (row.counted && is_end(row.happening)) ends.push_back({who(row), row});
    std::sort(ends.begin(), ends.end(), [](const Ended& a, const Ended& b) { return a.who < b.who; });
    return ends;
}

bool is_met(Fate fate) { return fate == Fate::on_time || fate == Fate::late; }

/// Who serves as an example: people with needs for local services, the first of each municipality, reason and group.
class Examples {
  public:
    Examples(const Scenario& scenario, std::size_t most) : scenario_(scenario), most_gained_(most), most_lost_(most / 2) {}

    void offer(const TraceRow& a, const TraceRow& b) {
        if (scenario_.services[a.service].system != System::local) return;
        const Fate from = fate_of(a), to = fate_of(b);
        if (from == Fate::unmet && is_met(to)) keep(gained_, most_gained_, a, a);
        if (is_met(from) && to == Fate::unmet) keep(lost_, most_lost_, a, b);
    }
    std::vector<TraceRow> chosen() const {
        std::vector<TraceRow> all = gained_;
        all.insert(all.end(), lost_.begin(), lost_.end());
        return all;
    }

  private:
    void keep(std::vector<TraceRow>& list, std::size_t most, const TraceRow& person, const TraceRow& unmet) {
        const bool gains = &list == &gained_;
        const std::tuple kind{gains, unmet.detail, person.group};
        const std::pair place{gains, person.municipality};
        if (list.size() == most || kinds_.contains(kind) || places_.contains(place)) return;
        kinds_.insert(kind);
        places_.insert(place);
        list.push_back(person);
    }

    const Scenario& scenario_;
    std::size_t most_gained_, most_lost_;
    std::vector<TraceRow> gained_, lost_;
    std::set<std::tuple<bool, std::uint8_t, std::uint16_t>> kinds_;
    std::set<std::pair<bool, std::uint32_t>> places_;
};

void add_met_twice(SamePeople& people, double& days, const TraceRow& a, const TraceRow& b) {
    const std::int64_t saved = day_of(a.when) - day_of(b.when);
    people.sooner += saved > 0 ? 1 : 0;
    people.later += saved < 0 ? 1 : 0;
    days += static_cast<double>(saved);
}

Step step_of(const TraceRow& row, const World& world) {
    constexpr std::int64_t kMinute = 60'000'000;
    const std::int64_t day = day_of(row.when);
    return {world.calendar.date(day), static_cast<int>((row.when - midnight(day)).us / kMinute), row.happening, row.detail};
}

std::vector<Step> steps_of(const Trace& trace, const Who& wanted, const World& world) {
    std::vector<TraceRow> rows;
    for (const SiteTrace& site : trace.sites)
        std::copy_if(site.rows().begin(), site.rows().end(), std::back_inserter(rows),
                     [&](const TraceRow& row) { return who(row) == wanted; });
    std::stable_sort(rows.begin(), rows.end(), [](const TraceRow& a, const TraceRow& b) { return a.when < b.when; });
    std::vector<Step> steps;
    for (const TraceRow& row : rows) steps.push_back(step_of(row, world));
    return steps;
}

TwoPaths paths_of(const TraceRow& person, const std::string& id, const Trace& a, const Trace& b, const World& world_a,
                  const World& world_b) {
    return {id, person.municipality, person.service, person.group, steps_of(a, who(person), world_a), steps_of(b, who(person), world_b)};
}

/// Calls `both` with the ends of those who are in both lists and counts the others' moves.
template <class Both>
void walk(const std::vector<Ended>& a, const std::vector<Ended>& b, SamePeople& people, Both both) {
    const auto count = [&](Fate from, Fate to) { ++people.moves[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)]; };
    auto i = a.begin(), j = b.begin();
    while (i != a.end() || j != b.end()) {
        if (j == b.end() || (i != a.end() && i->who < j->who)) count(fate_of((i++)->last), Fate::absent);
        else if (i == a.end() || j->who < i->who) count(Fate::absent, fate_of((j++)->last));
        else {
            count(fate_of(i->last), fate_of(j->last));
            both((i++)->last, (j++)->last);
        }
    }
}

std::uint64_t met_and_unmet(const SamePeople& people, bool gained) {
    std::uint64_t sum = 0;
    for (const Fate met : {Fate::on_time, Fate::late}) {
        const auto m = static_cast<std::size_t>(met), u = static_cast<std::size_t>(Fate::unmet);
        sum += gained ? people.moves[u][m] : people.moves[m][u];
    }
    return sum;
}

}  // namespace

std::uint64_t SamePeople::gained() const { return met_and_unmet(*this, true); }
std::uint64_t SamePeople::lost() const { return met_and_unmet(*this, false); }

std::string why_not_same_people(const Scenario& a, const Scenario& b) {
    if (a.seed != b.seed) return "they have other seeds";
    const auto same_office = [](const Office& x, const Office& y) { return x.id == y.id; };
    if (!std::equal(a.offices.begin(), a.offices.end(), b.offices.begin(), b.offices.end(), same_office))
        return "they have other offices";
    return "";
}

SamePeople compare_people(const Trace& a, const Trace& b, const World& world_a, const World& world_b,
                          std::size_t most_examples) {
    SamePeople people;
    Examples examples(world_a.scenario, most_examples);
    double days = 0;
    std::uint64_t met = 0;
    walk(ends_of(a), ends_of(b), people, [&](const TraceRow& end_a, const TraceRow& end_b) {
        examples.offer(end_a, end_b);
        if (!is_met(fate_of(end_a)) || !is_met(fate_of(end_b))) return;
        ++met;
        add_met_twice(people, days, end_a, end_b);
    });
    if (met > 0) people.days_saved = days / static_cast<double>(met);
    for (const TraceRow& row : examples.chosen())
        people.examples.push_back(paths_of(row, person_id(row, world_a), a, b, world_a, world_b));
    return people;
}

const Step& end_of(const std::vector<Step>& path) {
    SKRANKE_EXPECT(!path.empty());
    const auto end = std::find_if(path.begin(), path.end(), [](const Step& step) { return is_end(step.happening); });
    return end == path.end() ? path.back() : *end;
}

std::optional<TwoPaths> paths_of(const std::string& id, const Trace& a, const Trace& b, const World& world_a,
                                 const World& world_b) {
    for (const auto& [trace, world] : {std::pair{&a, &world_a}, std::pair{&b, &world_b}})
        for (const SiteTrace& site : trace->sites)
            for (const TraceRow& row : site.rows())
                if (row.happening == Happening::born && person_id(row, *world) == id)
                    return paths_of(row, id, a, b, world_a, world_b);
    return std::nullopt;
}

}  // namespace skranke
