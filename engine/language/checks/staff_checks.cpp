#include "engine/language/checks/staff_checks.hpp"

#include <array>
#include <vector>

#include "engine/language/checks/document_checker.hpp"
#include "engine/scenario/names.hpp"

namespace skranke {

namespace {

class StaffChecker : private DocumentChecker {
  public:
    StaffChecker(const Scenario& scenario, const Document& document, Problems& problems)
        : DocumentChecker{document, problems}, s_{scenario} {}

    void check_desks() {
        for (std::size_t d = 0; d < kDeskKinds; ++d) {
            const std::string desk = key_of(static_cast<DeskKind>(d));
            check_desk(s_.desks, d, "desk." + desk);
            for (std::size_t o = 0; o < s_.office_desks.size(); ++o) {
                const std::string path = "office." + s_.offices[o].id + ".desk." + desk;
                if (has(path)) check_desk(s_.office_desks[o], d, path);
            }
        }
    }

    void check_pools() {
        std::vector<std::array<std::string, kOfficeDesks>> pool_of(s_.offices.size());
        for (const Pool& pool : s_.pools) {
            const std::string path = "pool." + pool.key;
            check_pool(pool, path);
            for (const std::size_t office : pool.offices) {
                std::string& other = pool_of[office][static_cast<std::size_t>(pool.desk)];
                if (!other.empty())
                    report(path + ".offices", "\"" + s_.offices[office].id + "\"",
                           "is in pool." + other + " for the same desk (needs to be in one)");
                other = pool.key;
            }
        }
        if (!s_.pools.empty() && s_.message_delay_min >= 24 * 60)
            report("run.message_delay_min", number_text(s_.message_delay_min),
                   "the offices of a pool tell each other once a day (must be below 1440)");
    }

  private:
    void check_desk(const std::array<DeskRules, kDeskKinds>& desks, std::size_t d, const std::string& path) {
        const DeskRules& desk = desks[d];
        check_rota(desk.hours, desk.rota.shifts, path + ".shifts");
        check_rota(desk.hours, desk.rota.breaks, path + ".breaks");
        check_rota(desk.hours, desk.rota.meetings, path + ".meetings");
        check_home_work(static_cast<DeskKind>(d), desk, path);
        check_overtime(static_cast<DeskKind>(d), desk, path);
        check_help(desks, d, path);
    }

    void check_rota(const OpeningHours& hours, const std::vector<RotaPart>& parts, const std::string& path) {
        if (!has(path)) return;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::string entry = "entry " + std::to_string(i + 1);
            if (parts[i].from_min >= parts[i].to_min) {
                report(path, "", entry + " ends before it begins (from must be before to)");
            } else if (!is_ever_inside(hours, parts[i])) {
                report(path, "", entry + " lies outside the desk's working hours");
            }
        }
    }

    static bool is_ever_inside(const OpeningHours& hours, const RotaPart& part) {
        for (const OpeningHours::Period& period : hours.periods)
            for (std::size_t day = 0; day < period.week.size(); ++day) {
                const auto& open = period.week[day];
                if (part.days.has(day) && open && open->opens_min < part.to_min && part.from_min < open->closes_min)
                    return true;
            }
        return false;
    }

    void check_home_work(DeskKind kind, const DeskRules& desk, const std::string& path) {
        if (kind == DeskKind::reception && desk.home_work > 0)
            report(path + ".home_work", number_text(desk.home_work), "the door cannot be served from home (must be 0)");
        for (const Surge& surge : s_.surges) {
            if (surge.kind != SurgeKind::school_closure || !has(path + ".parents")) continue;
            const double absence = surge.height * surge.staff_absence.largest();
            if (surge.enabled && absence > desk.parents)
                report(path + ".parents", number_text(desk.parents),
                       "surge." + surge.key + ".staff_absence takes " + number_text(absence) +
                           " of the heads, more than are parents");
        }
    }

    void check_overtime(DeskKind kind, const DeskRules& desk, const std::string& path) {
        if (desk.overtime.hours_per_day <= 0) return;
        const std::string hours = number_text(desk.overtime.hours_per_day);
        if (kind == DeskKind::reception || kind == DeskKind::duty_phone || kind == DeskKind::contact_centre)
            report(path + ".overtime.hours_per_day", hours,
                   "overtime is for casework and benefit offices: here nothing waits for the morning (must be 0)");
        for (const OpeningHours::Period& period : desk.hours.periods)
            for (const auto& open : period.week)
                if (open && open->closes_min + 60 * desk.overtime.hours_per_day > 1440)
                    return report(path + ".overtime.hours_per_day", hours, "would last beyond midnight");
    }

    void check_help(const std::array<DeskRules, kDeskKinds>& desks, std::size_t d, const std::string& path) {
        const HelpedBy by = desks[d].helped_by;
        if (by == HelpedBy::nobody) return;
        const std::size_t helper = static_cast<std::size_t>(by) - 1;
        const std::string value = std::string{"\""} + kHelpedByKeys[helper + 1] + "\"";
        if (d == static_cast<std::size_t>(DeskKind::casework)) {
            report(path + ".helped_by", value, "only reception and duty_phone are helped (must be nobody)");
        } else if (helper == d) {
            report(path + ".helped_by", value, "a desk does not help itself");
        } else if (desks[helper].helped_by != HelpedBy::nobody) {
            report(path + ".helped_by", value, "is itself helped by another desk");
        }
    }

    void check_pool(const Pool& pool, const std::string& path) {
        if (pool.desk == DeskKind::reception)
            report(path + ".desk", "\"reception\"", "nobody waits at a door overnight (needs casework or duty_phone)");
        if (pool.ask_when_backlog_days <= pool.lend_when_backlog_days)
            report(path + ".ask_when_backlog_days", number_text(pool.ask_when_backlog_days),
                   "is not more than lend_when_backlog_days, " + number_text(pool.lend_when_backlog_days));
        if (pool.work == LentWork::remote && pool.longest_km > 0)
            report(path + ".longest_km", number_text(pool.longest_km),
                   "does not matter to who works remotely (must be 0)");
    }

    const Scenario& s_;
};

}  // namespace

void check_staff_rules(const Scenario& scenario, const Document& document, Problems& problems) {
    StaffChecker checker{scenario, document, problems};
    checker.check_desks();
    checker.check_pools();
}

}  // namespace skranke
