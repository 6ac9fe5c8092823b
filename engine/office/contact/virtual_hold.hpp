#pragma once
/// \file
/// Virtual hold at a phone line: when the line is long, who rings is offered to hang up, keep her
/// place, and be called back when it is her turn.
///
/// Order    who has hung up keeps her place among those who hold the line, overnight if need be.
/// Units    expected wait = people in line x mean talk / heads present, in minutes.

#include <cstddef>

#include "engine/desk/desk.hpp"

namespace skranke {

class VirtualHold {
  public:
    explicit VirtualHold(const Desk& desk) : desk_(desk) {}

    /// \param after_min  0 = never
    bool is_offered(double after_min, double talk_min) const {
        return after_min > 0 && !desk_.has_free_head() &&
               static_cast<double>(desk_.waiting()) * talk_min > after_min * desk_.heads();
    }

    void hangs_up() { ++away_; }
    void is_called_back() { --away_; }
    /// At the instant when somebody is called back she may be missed in this number.
    std::size_t holding_the_line() const { return desk_.waiting() > away_ ? desk_.waiting() - away_ : 0; }

  private:
    const Desk& desk_;
    std::size_t away_ = 0;
};

}  // namespace skranke
