#include "engine/planning/sizing/staffing_search.hpp"

#include <algorithm>

namespace skranke {

StaffingSearch::StaffingSearch(const std::vector<PlanningPlace>& places,
                               const std::vector<std::array<SearchedDesk, kOfficeDesks>>& needs, RuleSet wanted, SearchSample sample)
    : places_(places), offices_(needs.size()), sample_(sample) {
    SKRANKE_EXPECT(sample.runs % kSizingBatch == 0 && sample.runs > 0);
    for (const PlanningPlace& place : places) {
        std::vector<SearchedDesk> desks;
        for (const std::size_t office : place.offices) desks.insert(desks.end(), needs[office].begin(), needs[office].end());
        searches_.push_back(std::make_unique<PlaceSearch>(std::move(desks), wanted, sample));
    }
}

bool StaffingSearch::is_done() const { return done() == searches_.size(); }

std::size_t StaffingSearch::done() const {
    return static_cast<std::size_t>(std::count_if(searches_.begin(), searches_.end(), [](const auto& search) { return search->is_done(); }));
}

SizingBatch StaffingSearch::next() const { return {staffing(), next_run_, kSizingBatch}; }

void StaffingSearch::tell(const std::vector<std::vector<std::vector<RuleSet>>>& broken) {
    std::vector<RuleSet> run(broken.size());
    for (std::size_t p = 0; p < searches_.size(); ++p) {
        if (searches_[p]->is_done()) continue;
        for (std::size_t r = 0; r < kSizingBatch; ++r) {
            for (std::size_t s = 0; s < broken.size(); ++s) run[s] = broken[s][r][p];
            searches_[p]->add(run);
        }
        searches_[p]->look();
    }
    next_run_ = (next_run_ + kSizingBatch) % sample_.runs;
}

Staffing StaffingSearch::staffing() const {
    Staffing all(offices_);
    for (std::size_t p = 0; p < searches_.size(); ++p) {
        const std::vector<DeskStaffing>& desks = searches_[p]->staffing();
        for (std::size_t i = 0; i < desks.size(); ++i) all[places_[p].offices[i / kOfficeDesks]][i % kOfficeDesks] = desks[i];
    }
    return all;
}

}  // namespace skranke
