#pragma once
/// \file
/// A sequential test says whether something holds with at least a given probability, as soon as trials have shown it, and
/// admits that it does not know yet where they have not.
///
/// Range   decides wrongly with at most the stated error on either side, whatever the true probability is and however often
///         one looks; a probability near the limit stays unknown for long, the limit itself most likely for ever.
/// Source  likelihood ratio mixed over one side's probabilities by Jeffreys' weights: a test of power one, H. Robbins, Annals of
///         Mathematical Statistics 41 (1970), pp. 1397-1409, after the weight functions of A. Wald, Sequential Analysis (1947),
///         sec. 4.1.3; it exceeds 1/error with at most that probability by J. Ville's inequality (1939).

#include <cstdint>

namespace skranke {

enum class Finding : std::uint8_t { unknown, holds, broken };

class SequentialTest {
  public:
    /// \param limit  probability that it must at least hold with, between 0 and 1
    /// \param error  of finding `holds` where it does not, and the same the other way; between 0 and 0.5
    SequentialTest(double limit, double error);

    /// What a trial showed. A finding stays, whatever comes after it.
    void add(bool held);

    Finding finding() const { return finding_; }
    std::uint32_t held() const { return held_; }
    std::uint32_t trials() const { return trials_; }

  private:
    double limit_, log_needed_;
    std::uint32_t held_ = 0, trials_ = 0;
    Finding finding_ = Finding::unknown;
};

/// Trials that a finding of either kind takes where all of them show the same.
std::uint32_t least_trials(double limit, double error);

}  // namespace skranke
