#include "engine/office/staffing/attendance.hpp"

#include <algorithm>

#include "engine/office/person.hpp"

namespace skranke {

namespace {

// Streams of heads: by day with a draw a head, and by head with what is hers for the whole run.
constexpr std::uint32_t kByDay = 0, kByHead = 1;
enum Trait : std::uint32_t { is_parent, can_work_at_home };

}  // namespace

double Attendance::draw_of(std::size_t head, std::int64_t day) const {
    NumberedDraws draws({run_.seed, run_.replication, staff_.address, static_cast<std::uint32_t>(day),
                         purpose_word(kByDay, Purpose::absence, static_cast<std::uint32_t>(kind_))});
    return draws.at(static_cast<std::uint32_t>(head));
}

double Attendance::trait_of(std::size_t head, std::uint32_t which) const {
    NumberedDraws draws({run_.seed, run_.replication, staff_.address, static_cast<std::uint32_t>(head),
                         purpose_word(kByHead, Purpose::absence, static_cast<std::uint32_t>(kind_))});
    return draws.at(which);
}

/// Whether all causes are one: nobody's absence depends on who she is or was.
bool Attendance::is_plain() const {
    const DeskRules& rules = *staff_.rules;
    return rules.absence_spell_days <= 0 && rules.parents >= 1 && rules.home_work <= 0;
}

double Attendance::normal_absence(std::int64_t day) const {
    const auto today = static_cast<std::size_t>(day);
    return std::max(0.0, (*staff_.absence)[today] - (*staff_.quarantine)[today] - (*staff_.school)[today]);
}

/// One day more of a head's sickness. \return the draw below which she is sick
double Attendance::step_sickness(std::size_t head, double draw, std::int64_t day) {
    Sickness& sickness = sickness_[head];
    const double share = normal_absence(day);
    // A spell is no shorter than luck from day to day would make it.
    const double stays = std::max(share, 1 - 1 / std::max(1.0, staff_.rules->absence_spell_days));
    double limit = share;
    if (day > 0 && share < 1) limit = sickness.is_sick ? stays : share * (1 - stays) / (1 - share);
    sickness = {draw < limit, day};
    return limit;
}

double Attendance::catch_up(std::size_t head, std::int64_t day) {
    if (head >= sickness_.size()) sickness_.resize(head + 1);
    double limit = 0;
    for (std::int64_t d = sickness_[head].known_to + 1; d <= day; ++d) limit = step_sickness(head, draw_of(head, d), d);
    return limit;
}

Whereabouts Attendance::where(std::size_t head, double draw, std::int64_t day) {
    const DeskRules& rules = *staff_.rules;
    const auto today = static_cast<std::size_t>(day);
    const double sick = rules.absence_spell_days > 0 ? catch_up(head, day) : normal_absence(day);
    if (draw < sick) return Whereabouts::away;
    const bool parent = rules.parents >= 1 || trait_of(head, is_parent) < rules.parents;
    const double school = parent ? std::min(1.0, (*staff_.school)[today] / rules.parents) : 0.0;
    if (draw >= sick + (*staff_.quarantine)[today] + school) return Whereabouts::at_work;
    return trait_of(head, can_work_at_home) < rules.home_work ? Whereabouts::at_home : Whereabouts::away;
}

Crew Attendance::on(std::int64_t day) {
    const auto today = static_cast<std::size_t>(day);
    const int heads = staff_.heads(today);
    Crew crew(static_cast<std::size_t>(heads), Whereabouts::at_work);
    const double absence = (*staff_.absence)[today];
    const bool plain = is_plain();
    if (absence <= 0 && staff_.rules->absence_spell_days <= 0) return crew;
    BasicStream<2> draws({run_.seed, run_.replication, staff_.address, static_cast<std::uint32_t>(day),
                          purpose_word(kByDay, Purpose::absence, static_cast<std::uint32_t>(kind_))});
    int away = 0;
    for (std::size_t head = 0; head < crew.size(); ++head) {
        const double draw = draws.uniform();
        if (plain) {
            crew[head] = draw >= absence ? Whereabouts::at_work : Whereabouts::away;
        } else {
            crew[head] = where(head, draw, day);
        }
        away += crew[head] == Whereabouts::away ? 1 : 0;
    }
    // The first who are away are replaced.
    for (std::size_t head = 0; heads - away < std::min(staff_.cover, heads); ++head) {
        if (crew[head] != Whereabouts::away) continue;
        crew[head] = Whereabouts::at_work;
        --away;
    }
    return crew;
}

double pace_at_home_and_work(const Crew& crew, double home_pace) {
    const auto at_home = static_cast<double>(std::count(crew.begin(), crew.end(), Whereabouts::at_home));
    const auto at_work = static_cast<double>(std::count(crew.begin(), crew.end(), Whereabouts::at_work));
    return at_home == 0 ? 1.0 : (at_work + at_home * home_pace) / (at_work + at_home);
}

}  // namespace skranke
