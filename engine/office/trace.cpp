#include "engine/office/trace.hpp"

#include <algorithm>

namespace skranke {

const char* key_of(Happening happening) {
    static constexpr const char* kKeys[kHappenings] = {
        "born",   "attempt", "enquiry",    "in_line", "served",          "left",           "closed",  "blocked", "callback",
        "missed", "registered", "turn", "documents_asked", "documents_came", "decided", "unmet",   "censored"};
    return kKeys[static_cast<std::size_t>(happening)];
}

void SiteTrace::note(const World& world, std::uint32_t site, const Person& person, Instant when, Happening happening,
                     std::uint8_t detail) {
    const CatchmentPlan& home = world.offices[person.office].catchments[person.catchment];
    rows_.push_back({when, site, person.site, person.source, person.entity, person.office,
                     static_cast<std::uint32_t>(home.municipality), person.service, person.group, happening, detail,
                     person.carried || world.is_counted(person.born)});
}

std::vector<TraceRow> merged_rows(const Trace& trace) {
    std::vector<TraceRow> rows;
    for (const SiteTrace& site : trace.sites) rows.insert(rows.end(), site.rows().begin(), site.rows().end());
    std::stable_sort(rows.begin(), rows.end(), [](const TraceRow& a, const TraceRow& b) { return a.when < b.when; });
    return rows;
}

std::string person_id(const TraceRow& row, const World& world) {
    const Scenario& s = world.scenario;
    const auto& catchments = world.offices[row.office].catchments;
    const bool is_first = std::any_of(catchments.begin(), catchments.end(),
                                      [&](const CatchmentPlan& home) { return home.address == row.address; });
    return s.municipalities[row.municipality].number + "-" + s.offices[row.office].id + "-" + std::to_string(row.source) +
           "-" + std::to_string(row.entity >> 20) + "-" + std::to_string(row.entity & 0xfffff) + (is_first ? "" : "-" + std::to_string(row.address));
}

std::string detail_text(const TraceRow& row) {
    switch (row.happening) {
        case Happening::attempt: return key_of(static_cast<Channel>(row.detail));
        case Happening::decided: return key_of(static_cast<Outcome>(row.detail));
        case Happening::unmet: return key_of(static_cast<Reason>(row.detail));
        default: return "";
    }
}

}  // namespace skranke
