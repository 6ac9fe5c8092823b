#pragma once
/// \file
/// Lending: how the offices of a pool share their staff. Each working day at midnight every member tells
/// the others how much waits at its desk; from the same loads each works out by itself who lends how many
/// heads to whom, and changes its own roster from the agreed day on.
///
/// Order    who drowns most borrows first, from whoever has least to do and is near enough; equals in the
///          order of the pool. A member that lends does not borrow, and the other way round.
/// Units    work in days of one full position; loads in days' work of a member's present heads.
/// Cost     members x members a round.
/// Threads  none inside: each member keeps its own account.
/// Invariant 1. On every day the members lend as many heads as they borrow.
///           2. Lending leaves nobody with more days' work than lend_when_backlog_days.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/scenario/pool.hpp"

namespace skranke {

/// A pool as the world has worked it out.
struct PoolPlan {
    const Pool* rules = nullptr;
    std::vector<std::vector<bool>> reaches;  ///< by member and member: near enough to lend to
};

/// What a member tells the others.
struct Load {
    std::uint32_t pool = 0;
    std::uint32_t member = 0;  ///< index within the pool
    std::int64_t day = 0;
    double work = 0;         ///< that waits, in days of a full position
    std::int32_t heads = 0;  ///< full positions of its own, on the day an agreement of today would begin
};

/// So many heads of one member work for another.
struct Loan {
    std::size_t from = 0, to = 0;
    int heads = 0;
    std::int64_t first_day = 0, end_day = 0;  ///< [first, end)
};

class Lending {
  public:
    explicit Lending(const PoolPlan& plan);

    /// Takes in what a member tells of a day.
    /// \return the loans agreed on, once all have told; nothing before
    std::vector<Loan> note(const Load& load);

    const Pool& rules() const { return *plan_.rules; }

  private:
    struct Member {
        std::optional<Load> told;
        int lent = 0, borrowed = 0;  ///< on the first day of what is agreed on today
        int heads() const { return told->heads + borrowed - lent; }
        double days_of_work() const;
    };

    void look_ahead(std::int64_t day);
    int wanted(const Member& member) const;
    int to_spare(const Member& member) const;
    void lend_to(std::size_t borrower, std::int64_t day, std::vector<Loan>& agreed);
    template <class Before>
    std::vector<std::size_t> by_load(Before before) const;

    const PoolPlan& plan_;
    std::vector<Member> members_;
    std::vector<Loan> loans_;  // that have not ended
};

}  // namespace skranke
