#include "engine/language/checks/surge_checks.hpp"

#include <algorithm>
#include <vector>

#include "engine/language/checks/document_checker.hpp"

namespace skranke {

namespace {

class SurgeChecker : private DocumentChecker {
  public:
    SurgeChecker(const Scenario& scenario, const Document& document, Problems& problems)
        : DocumentChecker{document, problems}, s_{scenario} {}

    void check_all() {
        for (const Surge& surge : s_.surges) {
            const std::string path = "surge." + surge.key;
            if (!has(path + ".kind")) continue;
            for (const char* key : needed_by(surge.kind))
                if (!has(path + "." + key))
                    report(path + "." + key, "",
                           std::string{"missing: a surge of kind "} + key_of(surge.kind) + " needs it");
            if (!surge.follow_on.empty() && !has_followers(surge.kind))
                report(path + ".follow_on", "",
                       std::string{"nothing follows on a surge of kind "} + key_of(surge.kind) +
                           " (on layoffs, quarantine, school_closure and curve it does)");
            check_dates(surge, path);
            if (surge.kind == SurgeKind::layoffs) check_layoffs(surge, path);
            if (surge.kind == SurgeKind::scale && !has(path + ".factor") && !has(path + ".add"))
                report(path + ".factor", "", "missing: a surge of kind scale needs it, or add");
            if (surge.kind == SurgeKind::trace) check_trace(surge, path);
            const bool no_weight = std::all_of(surge.day_weights.begin(), surge.day_weights.end(),
                                               [](const auto& day) { return day.second <= 0; });
            if (!surge.day_weights.empty() && no_weight)
                report(path + ".day_weights", "", "needs at least one day above 0");
        }
    }

  private:
    static std::vector<const char*> needed_by(SurgeKind kind) {
        switch (kind) {
            case SurgeKind::layoffs:
                return {"service"};
            case SurgeKind::quarantine:
                return {"share"};
            case SurgeKind::school_closure:
            case SurgeKind::outage:
                return {"from", "to"};
            case SurgeKind::scale:
                return {"services"};
            case SurgeKind::curve:
                return {"service", "series"};
            case SurgeKind::trace:
                return {"series"};
            case SurgeKind::suppressed:
                return {"services", "share", "from", "to"};
        }
        return {};
    }

    static bool has_followers(SurgeKind kind) {
        return kind == SurgeKind::layoffs || kind == SurgeKind::quarantine || kind == SurgeKind::school_closure ||
               kind == SurgeKind::curve;
    }

    void check_dates(const Surge& surge, const std::string& path) {
        if (!has(path + ".from") || !has(path + ".to")) return;
        const bool by_day = surge.kind == SurgeKind::school_closure || surge.kind == SurgeKind::suppressed;
        if (by_day && surge.to <= surge.from)
            report(path + ".to", date_text(surge.to), "is not after from, " + date_text(surge.from));
        if (surge.kind != SurgeKind::outage) return;
        if (surge.to < surge.from || (surge.to == surge.from && surge.to_hour <= surge.from_hour))
            report(path + ".to", date_text(surge.to),
                   "with to_hour " + number_text(surge.to_hour) + " is not after from, " + date_text(surge.from) +
                       " with from_hour " + number_text(surge.from_hour));
    }

    // Either counted week by week, or a wave with its three marks.
    void check_layoffs(const Surge& surge, const std::string& path) {
        const bool has_series = has(path + ".series");
        bool has_any = false;
        for (const char* key : {".onset", ".peak", ".per_1000_week"}) has_any |= has(path + key);
        if (!has_series && !has_any)
            report(path + ".series", "", "missing: a surge of kind layoffs needs it, or onset, peak and per_1000_week");
        for (const char* key : {".onset", ".peak", ".per_1000_week"}) {
            if (has_series && has(path + key))
                report(path + key, "", "is of no use beside series (leave one of them out)");
            if (!has_series && has_any && !has(path + key))
                report(path + key, "", "missing: layoffs without a series need onset, peak and per_1000_week");
        }
        if (surge.peak < surge.onset)
            report(path + ".peak", date_text(surge.peak), "is before onset, " + date_text(surge.onset));
    }

    void check_trace(const Surge& surge, const std::string& path) {
        const Date begin = s_.start - std::chrono::days{7 * s_.warm_up_weeks};
        const Date end = s_.start + std::chrono::days{7 * s_.weeks};
        const auto outside = std::count_if(surge.trace.begin(), surge.trace.end(),
                                           [&](const TracedNeed& n) { return n.date < begin || n.date >= end; });
        if (outside == 0) return;
        warn(path + ".series", "",
             std::to_string(outside) + " of " + std::to_string(surge.trace.size()) +
                 " needs are left out: they lie before " + date_text(begin) + " or not before " + date_text(end));
    }

    const Scenario& s_;
};

}  // namespace

void check_surges(const Scenario& scenario, const Document& document, Problems& problems) {
    SurgeChecker{scenario, document, problems}.check_all();
}

}  // namespace skranke
