#include "engine/office/staffing/lending.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace skranke {

Lending::Lending(const PoolPlan& plan) : plan_(plan), members_(plan.rules->offices.size()) {}

double Lending::Member::days_of_work() const {
    if (told->work <= 0) return 0;
    return heads() > 0 ? told->work / heads() : std::numeric_limits<double>::infinity();
}

/// What of earlier agreements holds on the day on which one of `day` would begin.
void Lending::look_ahead(std::int64_t day) {
    const std::int64_t first = day + rules().delay_days;
    std::erase_if(loans_, [&](const Loan& loan) { return loan.end_day <= first; });
    for (Member& member : members_) member.lent = member.borrowed = 0;
    for (const Loan& loan : loans_) {
        members_[loan.from].lent += loan.heads;
        members_[loan.to].borrowed += loan.heads;
    }
}

/// Heads more with which the member would have no more work than it asks with.
int Lending::wanted(const Member& member) const {
    if (member.lent > 0) return 0;
    constexpr double kMost = 1e6;
    const double needed = std::ceil(member.told->work / rules().ask_when_backlog_days - 1e-9);
    return std::max(0, static_cast<int>(std::min(kMost, needed)) - member.heads());
}

/// Heads that the member may lend and still has little enough to do.
int Lending::to_spare(const Member& member) const {
    if (member.borrowed > 0) return 0;
    const double limit = rules().lend_when_backlog_days, work = member.told->work;
    if (work > 0 && limit <= 0) return 0;
    const double stay = work > 0 ? std::ceil(work / limit - 1e-9) : 0.0;
    const auto most = static_cast<int>(rules().most_share * member.told->heads + 1e-9) - member.lent;
    if (stay > member.heads()) return 0;
    return std::max(0, std::min(most, member.heads() - static_cast<int>(stay)));
}

/// All members, by the days of work that wait at each.
template <class Before>
std::vector<std::size_t> Lending::by_load(Before before) const {
    std::vector<std::size_t> order(members_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return before(members_[a].days_of_work(), members_[b].days_of_work());
    });
    return order;
}

void Lending::lend_to(std::size_t borrower, std::int64_t day, std::vector<Loan>& agreed) {
    const std::int64_t first = day + rules().delay_days;
    for (const std::size_t lender : by_load(std::less<>{})) {
        const int wants = wanted(members_[borrower]);
        if (wants == 0) return;
        if (lender == borrower || !plan_.reaches[lender][borrower]) continue;
        const int heads = std::min(wants, to_spare(members_[lender]));
        if (heads == 0) continue;
        members_[lender].lent += heads;
        members_[borrower].borrowed += heads;
        agreed.push_back({lender, borrower, heads, first, first + rules().lasts_days});
    }
}

std::vector<Loan> Lending::note(const Load& load) {
    members_[load.member].told = load;
    const bool all = std::all_of(members_.begin(), members_.end(),
                                 [&](const Member& member) { return member.told && member.told->day == load.day; });
    std::vector<Loan> agreed;
    if (!all) return agreed;
    look_ahead(load.day);
    for (const std::size_t borrower : by_load(std::greater<>{})) lend_to(borrower, load.day, agreed);
    loans_.insert(loans_.end(), agreed.begin(), agreed.end());
    return agreed;
}

}  // namespace skranke
