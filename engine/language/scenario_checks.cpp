#include "engine/language/scenario_checks.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace skranke {

namespace {

constexpr double kMostNeeds = 200e6;
constexpr double kMostBytes = 4e9;

// Sizes of what one replication leaves behind, rounded up, and how many of them are held at once
// (finished ones that wait for their turn included). Chosen, not measured.
constexpr double kBytesPerCell = 256;   // municipality x service x group
constexpr double kBytesPerPair = 4200;  // municipality x service: three quantile sketches
constexpr double kBytesPerWeek = 128;   // municipality or desk x week
constexpr double kRecordsAtOnce = 8;

class Checker {
  public:
    Checker(const Scenario& scenario, const Document& document, Problems& problems)
        : s_{scenario}, document_{document}, problems_{problems} {}

    void check_time() {
        const Node* time = document_.root.find("time");
        const Node* start = time == nullptr ? nullptr : time->find("start");
        if (start == nullptr || start->kind != Node::Kind::date) return;
        const Date monday = s_.start - (std::chrono::weekday{s_.start} - std::chrono::Monday);
        if (s_.start != monday)
            report(
                "time.start", date_text(s_.start),
                "is not a Monday (" + date_text(monday) + " and " + date_text(monday + std::chrono::days{7}) + " are)");
        if (sum(s_.demand.hour_weight) <= 0) report("demand.hour_weight", "", "needs at least one hour above 0");
        if (sum(s_.demand.weekday_weight) <= 0) report("demand.weekday_weight", "", "needs at least one day above 0");
    }

    void check_names() {
        if (s_.groups.empty()) report("group", "", "missing: needs at least one table [group.name]");
        if (s_.services.empty()) report("service", "", "missing: needs at least one table [service.name]");
        at_most("service", s_.services.size(), kMostServices);
        at_most("surge", s_.surges.size(), kMostSurges);
        for (const Surge& surge : s_.surges)
            at_most("surge." + surge.key + ".follow_on", surge.follow_on.size(), kMostFollowOns);
    }

    void check_services() {
        for (const Service& service : s_.services) {
            const std::string path = "service." + service.key;
            if (has(path + ".prefers") && sum(service.prefers) <= 0)
                report(path + ".prefers", "", "needs at least one channel above 0");
            if (has(path + ".clock.basis") && service.clock.basis != ClockBasis::assumption &&
                service.clock.source.empty())
                report(path + ".clock.source", "",
                       std::string{"missing: a clock on the basis of "} + key_of(service.clock.basis) +
                           " needs its paragraph or document");
        }
    }

    void check_channels() {
        for (std::size_t c = 0; c < kChannels; ++c) {
            const std::string hours = std::string{"channel."} + key_of(static_cast<Channel>(c)) + ".hours";
            if (!s_.channels[c].hours.periods.empty() || has(hours)) continue;
            const auto user = std::find_if(s_.services.begin(), s_.services.end(),
                                           [&](const Service& service) { return service.prefers[c] > 0; });
            if (user != s_.services.end())
                report(hours, "",
                       "missing: service." + user->key +
                           " sends people there (to shut it for good: hours = [{closed = true}])");
        }
    }

    // State services are decided by a shared benefit office, local ones by the office's caseworkers.
    void check_deciders() {
        for (const Service& service : s_.services) {
            const std::string path = "service." + service.key + ".decided_by";
            const auto desk = static_cast<std::size_t>(service.decided_by);
            const bool local = service.system == System::local;
            const bool fits = local ? service.decided_by == DeskKind::casework
                                    : desk >= kOfficeDesks && service.decided_by != DeskKind::contact_centre;
            if (!fits && service.case_share > 0)
                report(path, key_of(service.decided_by),
                       local ? "a local service is decided by casework"
                             : "a state service is decided by unemployment_office or sickness_office");
        }
    }

    void check_staff() {
        for (std::size_t d = 0; d < kDeskKinds; ++d) {
            const std::string desk = key_of(static_cast<DeskKind>(d));
            check_desk(s_.desks[d], "desk." + desk);
            for (std::size_t o = 0; o < s_.office_desks.size(); ++o) {
                const std::string path = "office." + s_.offices[o].id + ".desk." + desk;
                if (has(path)) check_desk(s_.office_desks[o][d], path);
            }
        }
        if (s_.appointments.lead_days > s_.appointments.longest_lead_days)
            report("appointments.lead_days", number_text(s_.appointments.lead_days),
                   "is more than longest_lead_days, " + number_text(s_.appointments.longest_lead_days));
    }

    void check_surges() {
        for (const Surge& surge : s_.surges) {
            const std::string path = "surge." + surge.key;
            if (!has(path + ".kind")) continue;
            for (const char* key : needed_by(surge.kind))
                if (!has(path + "." + key))
                    report(path + "." + key, "",
                           std::string{"missing: a surge of kind "} + key_of(surge.kind) + " needs it");
            if (surge.kind == SurgeKind::school_closure && has(path + ".from") && has(path + ".to") &&
                surge.to <= surge.from)
                report(path + ".to", date_text(surge.to), "is not after from, " + date_text(surge.from));
            const bool no_weight = std::all_of(surge.day_weights.begin(), surge.day_weights.end(),
                                               [](const auto& day) { return day.second <= 0; });
            if (!surge.day_weights.empty() && no_weight)
                report(path + ".day_weights", "", "needs at least one day above 0");
        }
    }

    void check_size() {
        const double needs = most_needs(s_);
        if (!(needs <= kMostNeeds))
            report("", "",
                   "could create " + number_text(rounded(needs)) +
                       " needs a replication (at most 200000000: lower population, rates, heights or weeks)");
        const double bytes = most_bytes(s_);
        if (!(bytes <= kMostBytes))
            report("", "",
                   "would need about " + number_text(rounded(bytes / 1e9)) +
                       " GB of memory (at most 4: fewer municipalities, services, groups or weeks)");
    }

  private:
    static std::vector<const char*> needed_by(SurgeKind kind) {
        switch (kind) {
            case SurgeKind::layoffs:
                return {"service", "series"};
            case SurgeKind::quarantine:
                return {"share"};
            case SurgeKind::school_closure:
                return {"from", "to"};
            case SurgeKind::scale:
                return {"services", "factor"};
        }
        return {};
    }

    template <class Values>
    static double sum(const Values& values) {
        return std::accumulate(values.begin(), values.end(), 0.0);
    }

    // Two digits are enough for a number that is far too large.
    static double rounded(double value) {
        double scale = 1;
        while (value / scale >= 100 && scale < 1e300) scale *= 10;
        return std::min(value,
                        std::max(1.0, static_cast<double>(static_cast<std::int64_t>(value / scale + 0.5)) * scale));
    }

    bool has(const std::string& path) const {
        const Node* node = &document_.root;
        for (std::size_t begin = 0; node != nullptr && begin < path.size();) {
            const std::size_t end = std::min(path.find('.', begin), path.size());
            node = node->find(path.substr(begin, end - begin));
            begin = end + 1;
        }
        return node != nullptr;
    }

    void report(const std::string& path, const std::string& value, const std::string& message) {
        const Origin origin = document_.where(path);
        problems_.push_back(
            {document_.file_of(origin), origin.line, value.empty() ? path : path + " = " + value, message});
    }

    void at_most(const std::string& path, std::size_t count, std::size_t most) {
        if (count > most)
            report(path, "", std::to_string(count) + " of them: needs at most " + std::to_string(most));
    }

    void check_desk(const DeskRules& desk, const std::string& path) {
        const bool staffed = desk.per_1000_adults.largest() > 0 || desk.positions.largest() > 0 || desk.minimum > 0;
        if (staffed && desk.hours.periods.empty() && !has(path + ".hours"))
            report(path + ".hours", "", "missing: the desk has staff, but no working hours");
    }

    const Scenario& s_;
    const Document& document_;
    Problems& problems_;
};

double population_of(const Scenario& s) {
    double population = 0;
    for (const Municipality& m : s.municipalities) population += m.population;
    return population;
}

// Needs of the service that people laid off apply for, the tail after the series included.
double layoff_needs(const Surge& surge) {
    const double decay = surge.weekly_decay.largest();
    double needs = 0;
    for (const WeeklySeries& series : surge.series) {
        double last = 0;
        for (const WeeklySeries::Week& week : series.weeks) needs += last = week.count.value_or(surge.suppressed_count);
        needs += last * std::min(520.0, decay < 1 ? 1 / (1 - decay) : 520.0);
    }
    return needs * surge.height;
}

}  // namespace

double most_needs(const Scenario& s) {
    const double thousand_weeks = population_of(s) / 1000 * (s.weeks + s.warm_up_weeks);
    std::vector<double> needs;
    for (const Service& service : s.services) needs.push_back(service.per_1000_week.largest() * thousand_weeks);
    for (const Surge& surge : s.surges) {
        if (surge.kind != SurgeKind::scale || !surge.enabled) continue;
        for (const std::size_t service : surge.services)
            needs[service] *= std::max(1.0, surge.height) * std::max(1.0, surge.factor.largest());
    }
    double total = std::accumulate(needs.begin(), needs.end(), 0.0);
    for (const Surge& surge : s.surges) {
        if (surge.kind == SurgeKind::scale || !surge.enabled) continue;
        const bool layoffs = surge.kind == SurgeKind::layoffs;
        const double share = surge.kind == SurgeKind::quarantine ? surge.share.largest() : 1.0;
        const double each = layoffs ? layoff_needs(surge) : share * surge.height * thousand_weeks;
        if (layoffs) total += each;
        for (const Surge::FollowOn& follow : surge.follow_on) total += follow.amount * each;
    }
    return total;
}

double most_bytes(const Scenario& s) {
    const auto municipalities = static_cast<double>(s.municipalities.size());
    const double pairs = municipalities * static_cast<double>(s.services.size());
    const double cells = pairs * static_cast<double>(s.groups.size());
    const double rows = 2 * municipalities + 3 * static_cast<double>(s.offices.size()) + 2;
    return kRecordsAtOnce * (cells * kBytesPerCell + pairs * kBytesPerPair + rows * s.weeks * kBytesPerWeek);
}

void check_scenario(const Scenario& scenario, const Document& document, Problems& problems) {
    Checker checker{scenario, document, problems};
    checker.check_time();
    checker.check_names();
    checker.check_services();
    checker.check_channels();
    checker.check_deciders();
    checker.check_staff();
    checker.check_surges();
    checker.check_size();
}

}  // namespace skranke
