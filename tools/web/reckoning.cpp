// What queueing formulas say of a plan that nobody has played yet, from the desks of one that was: who comes and who is at
// work as they would change by the scenario alone, then the twins of both plans.
//
// Rules   by desk and week, both in proportion to what the two plans expect:
//           who comes     first contacts by what people prefer, can use and find open that week; at desks that decide, the
//                         needs of their services. A desk that nobody could come to in the week: as in its other weeks.
//           head-time     positions in the desk's hours, less absence
// Range   who tries again, helpers, documents, priorities and policies are as in the plan that was played.

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "engine/scenario/names.hpp"
#include "engine/twin/desk_twin.hpp"
#include "tools/web/what_if.hpp"

namespace skranke::what_if {

namespace {

using nlohmann::json;

constexpr std::size_t kNoDesk = static_cast<std::size_t>(-1);
constexpr double kUsPerMinute = 60e6;

/// What a plan expects at each desk and week (desk x week, week fastest); only ratios of the people are used.
class Expected {
  public:
    explicit Expected(const World& world)
        : weeks(world.shape.weeks), people(world.shape.desks.size() * weeks), head_min(people.size()), world_(world) {
        for (std::size_t office = 0; office < world.offices.size(); ++office) {
            for (const CatchmentPlan& catchment : world.offices[office].catchments)
                for (const SourcePlan& source : catchment.sources) add_people(office, catchment, source);
            for (std::size_t kind = 0; kind < kOfficeDesks; ++kind)
                add_heads(world.desk_index(office, static_cast<DeskKind>(kind)), world.offices[office].desks[kind]);
        }
        for (std::size_t kind = kOfficeDesks; kind < kDeskKinds; ++kind)
            add_heads(world.shared_desk_index(static_cast<DeskKind>(kind)), world.shared[kind]);
    }

    std::size_t weeks;
    std::vector<double> people;
    std::vector<double> head_min;

  private:
    std::size_t first_day(std::size_t week) const { return static_cast<std::size_t>(world_.first_counted_day) + 7 * week; }

    std::size_t desk_of(std::size_t office, DeskKind kind) const {
        return static_cast<std::size_t>(kind) < kOfficeDesks ? world_.desk_index(office, kind) : world_.shared_desk_index(kind);
    }

    void add_people(std::size_t office, const CatchmentPlan& catchment, const SourcePlan& source) {
        const Service& service = world_.scenario.services[source.service];
        for (std::size_t week = 0; week < weeks; ++week) {
            const auto monday = source.needs.begin() + static_cast<std::ptrdiff_t>(first_day(week));
            const double needs = std::accumulate(monday, monday + 7, 0.0);
            if (needs <= 0) continue;
            people[desk_of(office, service.decided_by) * weeks + week] += needs;
            const PerChannel<double> share = first_choices(service, office, catchment, week);
            for (std::size_t c = 0; c < kChannels; ++c) {
                const std::size_t desk = desk_at(static_cast<Channel>(c), office, service.system);
                if (desk != kNoDesk) people[desk * weeks + week] += needs * share[c];
            }
            const bool is_put_through = service.system == System::local && world_.scenario.phone_answered_by == AnsweredBy::contact_centre;
            if (is_put_through) people[world_.desk_index(office, DeskKind::duty_phone) * weeks + week] += needs * share[index_of(Channel::phone)];
        }
    }

    std::size_t desk_at(Channel channel, std::size_t office, System system) const {
        switch (channel) {
            case Channel::drop_in:
            case Channel::appointment:
                return world_.desk_index(office, DeskKind::reception);
            case Channel::office_phone:
                return world_.desk_index(office, DeskKind::duty_phone);
            case Channel::phone:
                return world_.scenario.phone_answered_by == AnsweredBy::office && system == System::local
                           ? world_.desk_index(office, DeskKind::duty_phone)
                           : world_.shared_desk_index(DeskKind::contact_centre);
            case Channel::digital:
            case Channel::outreach:
                break;
        }
        return kNoDesk;
    }

    /// Shares of the people, by channel; less than 1 together if some can use none.
    PerChannel<double> first_choices(const Service& service, std::size_t office, const CatchmentPlan& catchment, std::size_t week) const {
        PerChannel<double> shares{};
        const std::size_t day = first_day(week);
        const bool has_form = service.system == System::state || static_cast<std::int64_t>(day) >= catchment.form_from_day;
        for (std::size_t g = 0; g < world_.scenario.groups.size(); ++g) {
            PerChannel<double> weight{};
            for (std::size_t c = 0; c < kChannels; ++c)
                if (is_open(static_cast<Channel>(c), office, day) && (c != index_of(Channel::digital) || has_form))
                    weight[c] = service.prefers[c] * world_.scenario.groups[g].prefers[c] * world_.able[g][c][day];
            const double all = std::accumulate(weight.begin(), weight.end(), 0.0);
            for (std::size_t c = 0; all > 0 && c < kChannels; ++c) shares[c] += service.group_share[g] * weight[c] / all;
        }
        return shares;
    }

    bool is_open(Channel channel, std::size_t office, std::size_t monday) const {
        const OfficePlan& plan = world_.offices[office];
        const WorkingTime& hours = channel == Channel::drop_in        ? *plan.door
                                   : channel == Channel::office_phone ? *plan.phone
                                                                      : world_.channel_hours[index_of(channel)];
        for (std::size_t day = monday; day < monday + 7; ++day)
            if (const auto open = hours.on(static_cast<std::int64_t>(day)); open.opens < open.closes) return true;
        return channel == Channel::digital;
    }

    void add_heads(std::size_t desk, const DeskPlan& plan) {
        for (std::size_t week = 0; week < weeks; ++week)
            for (std::size_t day = first_day(week); day < first_day(week) + 7; ++day) {
                const WorkingTime::Interval open = plan.hours->on(static_cast<std::int64_t>(day));
                const double covered = std::min(plan.positions[day], static_cast<double>(plan.cover));
                const double present = covered + (plan.positions[day] - covered) * (1 - (*plan.absence)[day]);
                head_min[desk * weeks + week] += present * in_minutes(open.closes - open.opens);
            }
    }

    const World& world_;
};

template <class Number>
void scale(Number& number, double factor) {
    number = static_cast<Number>(std::llround(static_cast<double>(number) * factor));
}

/// All of a week but its head-time.
DeskWeek times(DeskWeek week, double factor) {
    for (std::uint64_t* count : {&week.arrived, &week.started, &week.refused, &week.left, &week.sent_home, &week.backlog}) scale(*count, factor);
    scale(week.wait_us, factor);
    scale(week.busy_us, factor);
    return week;
}

/// One desk's weeks in the plan that nobody played.
void reckon_desk(const Expected& known, const Expected& asked, std::size_t desk, std::uint64_t runs, std::vector<DeskWeek>& weeks) {
    DeskWeek all;
    double expected = 0;
    const std::size_t first = desk * known.weeks, end = first + known.weeks;
    for (std::size_t i = first; i < end; ++i) {
        all += weeks[i];
        expected += known.people[i];
    }
    for (std::size_t i = first; i < end; ++i) {
        const std::int64_t staffed = weeks[i].staffed_us;
        if (known.people[i] > 0) weeks[i] = times(weeks[i], asked.people[i] / known.people[i]);
        else if (expected > 0) weeks[i] = times(all, asked.people[i] / expected);
        weeks[i].staffed_us = std::llround(known.head_min[i] > 0 ? static_cast<double>(staffed) * asked.head_min[i] / known.head_min[i]
                                                                 : kUsPerMinute * asked.head_min[i] * static_cast<double>(runs));
    }
}

std::vector<DeskWeek> weeks_from(const json& numbers) {
    std::vector<DeskWeek> weeks;
    if (!numbers.is_array() || numbers.size() % kDeskWeekNumbers != 0) return weeks;
    for (std::size_t i = 0; i < numbers.size(); i += kDeskWeekNumbers) {
        std::array<std::int64_t, kDeskWeekNumbers> of{};
        for (std::size_t n = 0; n < kDeskWeekNumbers; ++n)
            if (numbers[i + n].is_number_integer()) of[n] = std::max<std::int64_t>(0, numbers[i + n].get<std::int64_t>());
        const auto count = [&](std::size_t n) { return static_cast<std::uint64_t>(of[n]); };
        weeks.push_back({count(0), count(1), count(2), count(3), count(4), count(5), of[6], of[7], of[8], 0});
    }
    return weeks;
}

/// The desks of one kind together.
class KindTwin {
  public:
    void add(const DeskTwin& twin, const DeskWeek& all) {
        if (all.started == 0) return;
        ++desks_;
        work_us_ += static_cast<double>(all.arrived) * static_cast<double>(all.busy_us) / static_cast<double>(all.started);
        staffed_us_ += static_cast<double>(all.staffed_us);
        if (twin.steps.empty()) return;
        ++formulas_;
        people_ += static_cast<double>(all.arrived);
        waiting_ += static_cast<double>(all.arrived) * twin.steps.back().wait_min;
    }
    json told() const {
        return {{"load", staffed_us_ > 0 ? json(work_us_ / staffed_us_) : json()},
                {"wait_min", people_ > 0 ? json(waiting_ / people_) : json()},
                {"desks", desks_},
                {"formulas", formulas_}};
    }

  private:
    double work_us_ = 0, staffed_us_ = 0, people_ = 0, waiting_ = 0;
    std::size_t desks_ = 0, formulas_ = 0;
};

json twins_of(const World& world, const std::vector<DeskWeek>& weeks, std::uint64_t runs) {
    const std::vector<DeskTwin> twins = desk_twins(world.scenario, weeks, runs);
    std::array<KindTwin, kDeskKinds> kinds;
    const std::size_t of_offices = world.offices.size() * kOfficeDesks;
    for (std::size_t desk = 0; desk < twins.size(); ++desk) {
        DeskWeek all;
        for (std::size_t w = 0; w < world.shape.weeks; ++w) all += weeks[desk * world.shape.weeks + w];
        kinds[desk < of_offices ? desk % kOfficeDesks : desk - of_offices + kOfficeDesks].add(twins[desk], all);
    }
    json told = json::object();
    for (std::size_t kind = 0; kind < kDeskKinds; ++kind) told[kDeskKeys[kind]] = kinds[kind].told();
    return told;
}

}  // namespace

struct Reckoner::Known {
    Expected expected;
    std::vector<DeskWeek> weeks;
    std::uint64_t runs;
    json twins;
};

Reckoner::Reckoner(const World& played, const std::string& simulated) {
    const json told = json::parse(simulated, nullptr, false);
    if (!told.is_object() || !told.contains("desks") || !told.contains("runs")) return;
    std::vector<DeskWeek> weeks = weeks_from(told["desks"]);
    const std::uint64_t runs = told["runs"].is_number_unsigned() ? told["runs"].get<std::uint64_t>() : 0;
    if (runs == 0 || weeks.size() != played.shape.desks.size() * played.shape.weeks) return;
    json twins = twins_of(played, weeks, runs);
    known_ = std::make_unique<Known>(Known{Expected(played), std::move(weeks), runs, std::move(twins)});
}

Reckoner::~Reckoner() = default;

json Reckoner::reckon(const World& asked) const {
    const Expected after(asked);
    if (!known_ || after.people.size() != known_->weeks.size()) return {{"problems", {"there is nothing to reckon from"}}};
    std::vector<DeskWeek> weeks = known_->weeks;
    for (std::size_t desk = 0; desk < asked.shape.desks.size(); ++desk) reckon_desk(known_->expected, after, desk, known_->runs, weeks);
    return {{"before", known_->twins}, {"after", twins_of(asked, weeks, known_->runs)}};
}

}  // namespace skranke::what_if
