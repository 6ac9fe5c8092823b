#pragma once
/// \file
/// Answers are what a bench computes, held against what they must be before its clock is believed.
///
/// Order    bench_main() checks first and measures after; with `--check-only` it stops in between.
/// Errors   a wrong answer is printed with what was found and what is right; the program ends with 1.

#include <cstddef>
#include <span>
#include <string>

namespace skranke::bench {

class Answers {
  public:
    /// Holds an estimate from several replications against theory: off by more than five of its own
    /// standard errors is wrong.
    void agree(const std::string& what, std::span<const double> replications, double theory);

    void hold(const std::string& what, bool is_so);

    bool all_right() const { return wrong_ == 0; }

  private:
    std::size_t wrong_ = 0;
};

/// What every bench program's main() does. \return its exit status
int bench_main(int argc, char** argv, void (*check)(Answers&));

}  // namespace skranke::bench
