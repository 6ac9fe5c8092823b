#include "engine/office/staffing/duty.hpp"

#include <algorithm>

namespace skranke {

namespace {

/// Marks the heads whom the parts of one list take at `minute`.
std::vector<char> taken(const std::vector<RotaPart>& parts, std::size_t weekday, int minute, std::size_t heads) {
    std::vector<char> marked(heads, 0);
    const auto nearest = [&](double share) {
        return static_cast<std::size_t>(share * static_cast<double>(heads) + 0.5);
    };
    double before = 0;  // share of the heads whom earlier parts of this day take
    for (const RotaPart& part : parts) {
        if (!part.days.has(weekday)) continue;
        if (part.from_min <= minute && minute < part.to_min)
            for (std::size_t head = nearest(before); head < nearest(before + part.share); ++head)
                marked[head % heads] = 1;
        before += part.share;
    }
    return marked;
}

}  // namespace

std::vector<int> duty_changes(const Rota& rota, std::size_t weekday, int after_min, int before_min) {
    std::vector<int> changes;
    for (const auto* parts : {&rota.shifts, &rota.breaks, &rota.meetings}) {
        for (const RotaPart& part : *parts) {
            if (!part.days.has(weekday)) continue;
            for (const int minute : {part.from_min, part.to_min})
                if (after_min < minute && minute < before_min) changes.push_back(minute);
        }
    }
    std::sort(changes.begin(), changes.end());
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
    return changes;
}

int heads_on_duty(const Rota& rota, std::size_t weekday, int minute, const Crew& crew) {
    const auto in_shift = taken(rota.shifts, weekday, minute, crew.size());
    const auto in_break = taken(rota.breaks, weekday, minute, crew.size());
    const auto in_meeting = taken(rota.meetings, weekday, minute, crew.size());
    int heads = 0;
    for (std::size_t head = 0; head < crew.size(); ++head) {
        const bool works_now = rota.shifts.empty() || in_shift[head] != 0;
        heads += crew[head] != Whereabouts::away && works_now && in_break[head] == 0 && in_meeting[head] == 0 ? 1 : 0;
    }
    return heads;
}

}  // namespace skranke
