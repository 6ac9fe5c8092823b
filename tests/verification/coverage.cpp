#include "tests/verification/coverage.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "engine/base/combine.hpp"

namespace skranke::test {
namespace {

constexpr std::array<std::size_t, 5> kReplications{5, 10, 20, 50, 100};

std::uint64_t seed_of(const Claim& claim, std::uint64_t seed) {
    for (const std::string& part : {claim.interval, claim.of})
        for (const char c : part) seed = combine(seed, static_cast<unsigned char>(c));
    return seed;
}

std::string cell(const Coverage& c) {
    const double off = (c.share() - 0.95) / c.standard_error();
    const char* mark = off < -3 && c.share() < 0.93 ? "**" : "";
    return fmt::format(" {}{:.1f}{} +- {:.1f} ({:.2g}) |", mark, 100 * c.share(), mark, 196 * c.standard_error(),
                       c.mean_half_width);
}

std::string table(const std::vector<Claim>& claims, Use use, const std::vector<std::vector<Coverage>>& all) {
    std::string text = "| interval | of | truth |";
    for (const std::size_t n : kReplications) text += fmt::format(" n = {} |", n);
    text += "\n|---|---|---|" + std::string("---|---|---|---|---|\n");
    for (std::size_t c = 0; c < claims.size(); ++c) {
        if (claims[c].use != use) continue;
        text += fmt::format("| {} | {} | {:.4g} |", claims[c].interval, claims[c].of, claims[c].truth);
        for (const Coverage& coverage : all[c]) text += cell(coverage);
        text += "\n";
    }
    return text;
}

constexpr const char* kHead = R"(# Intervals that cover

How often a nominal 95 % interval holds the truth, with n replications and {} repeats of the whole experiment for every
number. All is made again, in a minute, by

```
{}
```

A cell is the share of the repeats whose interval held the truth, in per cent, with its own 95 % margin, and in brackets
the mean half width in the unit of the truth. Bold: below 93 %, and not by chance.

## Intervals that the program gives

{}
## Intervals that it does not give, and why

{}
)";

constexpr const char* kWords = R"(## What this says

- **Means and paired differences** cover as they should where a replication sums over many people. Where it does not, as in
  twenty customers of a line near its limit, the values are skewed: five or ten replications cover 88 to 91 %, fifty do.
- **Ratios** cover too little with few replications, the more so the more numerator and denominator swing together. The
  jackknife covers at most three points more at n = 5 and about one more or less at n = 50, and would keep the values of all
  replications: it does not pay, and the program stays with the delta method.
- **The sequential rule** (`--precision`) looks after every replication and stops when the interval happens to be narrow, which
  it is more often when the value is low: a column is the goal that so many replications reach on average, ten are the
  least it takes. It covers as a fixed number does, or one to two points less where values are skewed.
- **Shares of replications** (the verdict): Wilson's interval covers 95 % on average over probabilities, not for each;
  91 % at a probability of 0.01 is what the binomial law makes of it.
- **Quantiles** are those of the people of all replications together. Their interval comes from how far the share of people
  below the quantile varies (Woodruff), never from quantiles of single replications: the mean of those is off
  wherever replications are short, and covers the less the more of them there are. With many replications
  the interval covers more than it claims, because its ends are edges of the bins that times are counted in.
- **What to do**: take at least 50 replications where the answer hangs on a few people or on a line near its limit; an
  interval from fewer than 20 is a sketch.
)";

}  // namespace

double Coverage::standard_error() const {
    // Agresti and Coull: not 0 where every interval held.
    const double n = static_cast<double>(repeats) + 4, p = (static_cast<double>(held) + 2) / n;
    return std::sqrt(p * (1 - p) / n);
}

Coverage cover(const Claim& claim, std::size_t replications, std::size_t repeats, std::uint64_t seed) {
    const std::uint64_t own_seed = seed_of(claim, seed);
    std::vector<Interval> drawn(repeats);
    oneapi::tbb::parallel_for(std::size_t{0}, repeats, [&](std::size_t r) {
        RandomStream luck({own_seed, static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(replications), 0, 0});
        drawn[r] = claim.draw(luck, replications);
    });
    Coverage coverage{repeats, 0, 0};
    for (const Interval& i : drawn) {
        coverage.held += i.low <= claim.truth && claim.truth <= i.high ? 1 : 0;
        coverage.mean_half_width += (i.high - i.low) / 2 / static_cast<double>(repeats);
    }
    return coverage;
}

std::string coverage_page(std::size_t repeats, std::uint64_t seed, const std::string& command,
                          const std::function<void(std::size_t, std::size_t)>& done) {
    const std::vector<Claim> claims = all_claims();
    std::vector<std::vector<Coverage>> all(claims.size());
    for (std::size_t c = 0; c < claims.size(); ++c) {
        for (const std::size_t n : kReplications) all[c].push_back(cover(claims[c], n, repeats, seed));
        if (done) done(c + 1, claims.size());
    }
    return fmt::format(kHead, repeats, command, table(claims, Use::in_use, all), table(claims, Use::not_in_use, all)) +
           kWords;
}

}  // namespace skranke::test
