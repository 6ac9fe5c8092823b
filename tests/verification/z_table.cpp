#include "tests/verification/z_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace skranke::test {
namespace {

std::string page_head(const std::vector<Row>& rows, Seeds seeds, const std::string& command) {
    std::set<const Model*> models;
    for (const Row& row : rows) models.insert(row.model);
    return fmt::format(R"(# Models with exact answers

{} models that somebody has solved, with {} quantities, each played with {} fresh seeds and held against the exact
answer. All is made again, in a few minutes, by

```
{}
```

A seed gives an estimate and its standard error from independent replications, and z = (estimate - exact) / standard
error, taken from Student's t to the normal law. If the engine and its standard errors are right, every z is a
standard normal number: |z| > 1.96 in 5 % of the seeds.

- **told to**: half width of a 95 % interval of the mean of all seeds, relative to the exact value: so small an error
  of the engine would show.
- **pooled z**: over all seeds; beyond 5 something is wrong with the mean.
- **outside**: share of the seeds with |z| > 1.96. **p of scatter**: chi-square of the sum of z^2; near 0 the standard
  errors are too small.
- **twin**: a model of the same name with one parameter slightly off, held against the same exact answer with the
  first seed alone. It has to be noticed, or the row would prove nothing.

)",
                       models.size(), rows.size(), seeds.count, command);
}

std::string alarm_text(const std::vector<Row>& rows, const Alarm& alarm) {
    const std::vector<const Row*> unnoticed = unnoticed_twins(rows);
    return fmt::format(R"(## The alarm on the set

It rings for a right engine once in {:.0f} times that the set is played; each of four questions has a quarter of that.

| question | p | rings below |
|---|---|---|
| is any quantity off on average? (Bonferroni) | {:.3g} | {:.3g} |
| does any scatter more than its standard errors say? (Bonferroni) | {:.3g} | {:.3g} |
| do the first quantities of all models scatter as they should? (chi-square, both sides) | {:.3g} | {:.3g} |
| are these normal? (Kolmogorov-Smirnov) | {:.3g} | {:.3g} |

**{}.** Farthest off: {}, {}, pooled z = {:.2f}. {} of {} quantities notice their broken twin with one seed.

)",
                       1 / kFalseAlarm, alarm.mean_p, kFalseAlarm / 4, alarm.scatter_p, kFalseAlarm / 4, alarm.all_p,
                       kFalseAlarm / 4, alarm.normal_p, kFalseAlarm / 4,
                       alarm.rings() ? "The alarm rings" : "The alarm is quiet", alarm.farthest->model->name,
                       alarm.farthest->model->quantities[alarm.farthest->quantity].name, alarm.farthest->pooled_z(),
                       rows.size() - unnoticed.size(), rows.size());
}

std::string row_text(const Row& row) {
    const Quantity& quantity = row.model->quantities[row.quantity];
    const std::string told_to = row.exact == 0 ? "-" : fmt::format("{:.2f} %", 100 * row.told_to());
    const auto [least, most] = std::minmax_element(row.z.begin(), row.z.end());
    return fmt::format(
        "| {} | {} | {} | {} | {:.5g} | {:.5g} | {} | {:.2f} | {:.1f} to {:.1f} | {:.0f} % | {:.3f} | {:.2f} | "
        "{}: {:.1f} "
        "|\n",
        row.quantity == 0 ? row.model->name : "", row.quantity == 0 ? name_of(row.model->part) : "",
        row.quantity == 0 ? row.model->source : "", quantity.name, row.exact, row.mean_estimate(), told_to,
        row.pooled_z(), *least, *most, 100 * row.outside(), row.scatter_p(), normality_p(row.z),
        row.model->twins[quantity.twin], row.twin_z);
}

}  // namespace

std::string z_table(const std::vector<Row>& rows, const Alarm& alarm, Seeds seeds, const std::string& command) {
    std::string page = page_head(rows, seeds, command) + alarm_text(rows, alarm);
    page += "## Model by model\n\n";
    page +=
        "| model | part | exact answer from | quantity | exact | mean of estimates | told to | pooled z | z of the "
        "seeds "
        "| outside | p of scatter | KS p | twin: its z |\n";
    page += "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for (const Row& row : rows) page += row_text(row);
    return page;
}

}  // namespace skranke::test
