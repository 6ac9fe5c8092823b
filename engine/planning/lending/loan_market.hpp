#pragma once
/// \file
/// A market of loans: what each further unit of staff costs who lends it and is worth to who borrows it, and the loans that
/// gain most together.
///
/// Method   flow of least cost from lenders to borrowers, by shortest augmenting paths until none gains: exact, since each
///          further unit costs no less and is worth no more than the one before. Where a place would both lend and borrow,
///          it is tried as a lender alone and as a borrower alone, and the better is taken.
/// Order    of equally good loans, those over the shorter way.
/// Cost     units x edges x places, doubled by each place that would do both.
/// Source   R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows (1993), sec. 9.7.

#include <cstddef>
#include <vector>

namespace skranke {

struct LoanMarket {
    std::vector<std::vector<double>> losses;  ///< by place: of each further unit that it lends; empty = lends nothing
    std::vector<std::vector<double>> gains;   ///< by place: of each further unit that it borrows; empty = borrows nothing
    std::vector<std::vector<double>> km;      ///< by lender and borrower; infinite = out of reach
};

struct StaffLoan {
    std::size_t lender = 0, borrower = 0;
    int units = 0;
    friend bool operator==(const StaffLoan&, const StaffLoan&) = default;
};

/// \param market  losses do not fall, gains do not rise; \return by lender, then borrower
std::vector<StaffLoan> best_loans(const LoanMarket& market);

/// The nearest values, in squares, that do not fall: what noisy measurements of such values most likely are.
std::vector<double> not_falling(std::vector<double> values);

}  // namespace skranke
