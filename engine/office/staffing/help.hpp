#pragma once
/// \file
/// Help: heads of one desk, mostly caseworkers, who serve at another when so many people wait there, and
/// go back when there are fewer.
///
/// Order    a head goes when she is free: at once if she has nothing to do, else when she has finished.
///          She goes back when a service at the other desk ends and fewer wait. Nobody goes outside the
///          hours of either desk.
/// Units    heads; their time is counted where they are.
/// Cost     nothing for desks that neither help nor are helped; else a look at each release.
/// Threads  none inside: an office's.
/// Invariant 1. Heads who are away from one desk are at the other.

#include <vector>

#include "engine/desk/desk.hpp"
#include "engine/office/policies/levers.hpp"

namespace skranke {

class Help final : public Desk::Watch {
  public:
    /// The desk whose heads go elsewhere. Both must outlive this.
    Help(Desk& desk, DeskStaff& staff);

    /// From now on they also go to `desk`, by the rules of its staff.
    void go_to(Desk& desk, DeskStaff& staff);

    void before_release(Desk& desk) override;
    void someone_waits(Desk& desk) override;
    void heads_are_free(Desk& desk) override;

  private:
    struct Helped {
        Desk* desk;
        DeskStaff* staff;
    };

    bool is_wanted(const Helped& there) const;
    bool may_go(const Helped& there) const;
    void send(Helped& there, int heads);

    Desk& home_;
    DeskStaff& home_staff_;
    std::vector<Helped> helped_;
};

}  // namespace skranke
