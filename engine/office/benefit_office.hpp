#pragma once
/// \file
/// The benefit offices: shared desks that decide state benefits. They know nothing of local social
/// assistance, and local offices nothing of their queue.

#include "engine/desk/post.hpp"
#include "engine/office/case_flow.hpp"
#include "engine/office/policies/policy_keeper.hpp"
#include "engine/office/roster.hpp"

namespace skranke {

class BenefitOffice final : public Site {
  public:
    BenefitOffice(const World& world, RunIdentity run);
    ~BenefitOffice() override { sim.end_all(); }

    void receive(const Message& message) override;
    const std::vector<PolicyCell>& policies() const { return policies_.cells; }

    /// Notes what happens here from now on; to be called before the run begins.
    void keep_notes(SiteTrace& trace) { unemployment_.note = sickness_.note = {&trace, &world_, sim.site()}; }

    std::vector<DeskWeek> unemployment_weeks, sickness_weeks;

  private:
    CaseDesk& desk_of(const CaseFile& file);
    Flow decide(Posted<CaseFile> application);
    Flow write_provisional(Posted<CaseFile> application);

    const World& world_;
    Levers levers_;
    SiteView view_;
    PolicyKeeper policies_;
    CaseDesk unemployment_, sickness_;
};

}  // namespace skranke
