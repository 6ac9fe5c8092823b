#pragma once
/// \file
/// A ladder is a chain of staffings of one desk, each a unit more than the one before, so that a search for the least
/// that does has one dimension. The next unit goes to the period that is served worst.
///
/// Shape   rung 0 has the floor everywhere, rung k has k units more.
/// Rules   a period with load a and s positions is served with quality (s - a) / sqrt(a), the square-root rule's beta.
/// Source  square-root staffing: S. Halfin & W. Whitt, Operations Research 29 (1981), pp. 567-588; for loads that vary:
///         O. B. Jennings, A. Mandelbaum, W. A. Massey & W. Whitt, Management Science 42 (1996), pp. 1383-1394.

#include <cstddef>
#include <vector>

namespace skranke {

inline constexpr double kTopQuality = 6;  ///< hardly anybody waits

struct DeskNeed {
    std::vector<double> load;  ///< by period: positions that the work takes
    double unit = 1;           ///< positions
    int floor = 0;             ///< units, in every period
};

class Ladder {
  public:
    explicit Ladder(const DeskNeed& need);

    std::size_t top() const { return steps_.size(); }
    /// Units by period.
    std::vector<int> at(std::size_t rung) const;
    /// The lowest rung on which every period is served with this quality, the top if none is.
    std::size_t rung_of(double quality) const;
    /// With which the worst served period is served; endless at the top.
    double quality_of(std::size_t rung) const;

  private:
    struct Step {
        double quality;  // of the period before it
        std::size_t period;
    };
    std::vector<int> floor_;
    std::vector<Step> steps_;  // ascending by quality
};

}  // namespace skranke
