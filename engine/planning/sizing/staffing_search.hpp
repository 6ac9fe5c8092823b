#pragma once
/// \file
/// A staffing search finds the least staffing of all places at once: every simulated run tries each place's own next
/// question, and a place whose question is decided goes on while others still wait.
///
/// Order    batches of a fixed size, whatever the number of threads, so that the answer does not depend on it. Runs are
///          taken round and round: a trial sees every run of the sample once, beginning with whichever is next.
/// Range    places are taken to touch each other little: they share only the lines of the state.

#include <memory>

#include "engine/planning/place.hpp"
#include "engine/planning/sizing/place_search.hpp"

namespace skranke {

/// Runs to be played of each scenario.
struct SizingBatch {
    Staffing staffing;
    std::uint32_t first = 0, runs = 0;
};

class StaffingSearch {
  public:
    /// \param places  must outlive this \param needs  by office and desk \param sample  its runs a multiple of kSizingBatch
    StaffingSearch(const std::vector<PlanningPlace>& places, const std::vector<std::array<SearchedDesk, kOfficeDesks>>& needs,
                   RuleSet wanted, SearchSample sample);

    bool is_done() const;
    SizingBatch next() const;
    /// \param broken  by scenario, run of the batch and place
    void tell(const std::vector<std::vector<std::vector<RuleSet>>>& broken);

    Staffing staffing() const;  ///< what is tried now, or the answer
    PlaceSearch& of(std::size_t place) { return *searches_[place]; }
    const PlaceSearch& of(std::size_t place) const { return *searches_[place]; }
    std::size_t done() const;  ///< how many places

  private:
    const std::vector<PlanningPlace>& places_;
    std::size_t offices_;
    SearchSample sample_;
    std::vector<std::unique_ptr<PlaceSearch>> searches_;
    std::uint32_t next_run_ = 0;
};

}  // namespace skranke
