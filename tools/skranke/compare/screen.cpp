#include "tools/skranke/compare/screen.hpp"

#include <algorithm>
#include <numeric>

#include "engine/report/comparison/change_words.hpp"
#include "engine/report/screen_table.hpp"

namespace skranke {

namespace {

constexpr Phrase kHead{"A: {0}\nB: {1}\nDe samme menneskene i {2} simulerte forløp. Endring: B minus A, med 95 % intervall.",
                       "A: {0}\nB: {1}\nDei same menneska i {2} simulerte forløp. Endring: B minus A, med 95 % intervall.",
                       "A: {0}\nB: {1}\nThe same people in {2} simulated runs. Change: B less A, with 95% intervals."};
constexpr Phrase kUnmetPeople{"Udekket", "Udekt", "Unmet"};
constexpr Phrase kChange{"Endring, personer", "Endring, personar", "Change, people"};
constexpr Phrase kPoints{"Prosentpoeng", "Prosentpoeng", "Per cent points"};
constexpr Phrase kOnTime{"I tide, pp", "I tide, pp", "On time, pp"};
constexpr Phrase kAccess{"Når noen, timer", "Når nokon, timar", "Access, hours"};

constexpr Phrase kPlans{"Plan", "Plan", "Plan"};

std::string cell(const std::string& text, std::size_t width, bool left = false) {
    const std::size_t used = screen_width(text);
    const std::string space(used < width ? width - used : 0, ' ');
    return left ? text + space : space + text;
}

class Table {
  public:
    explicit Table(Lang lang) : lang_(lang) {}

    void head(const Phrase& title) {
        text += "\n" + cell(title.in(lang_), 44, true) + cell("A", 8) + cell("B", 8) + cell(kChange.in(lang_), 26)
                  + cell(kPoints.in(lang_), 24) + cell(kOnTime.in(lang_), 12) + cell(kAccess.in(lang_), 17) + "\n";
    }
    void row(const std::string& name, const Difference& d) {
        text += cell(name, 44, true) + cell(number(d.unmet_a, 0, lang_), 8) + cell(number(d.unmet_b, 0, lang_), 8)
                  + cell(with_interval(d.unmet, 1, 0, lang_), 26) + cell(with_interval(d.unmet_rate, 0.01, 1, lang_), 24)
                  + cell(d.on_time_share.valid ? signed_number(100 * d.on_time_share.value, 1, lang_) : kUnknown, 12)
                  + cell(d.access_mean_min.valid ? signed_number(d.access_mean_min.value / 60, 1, lang_) : kUnknown, 17) + "\n";
    }

    std::string text;

  private:
    Lang lang_;
};

std::string cost_text(const Comparison& c, Lang lang) {
    if (c.cost.value == 0) return {};
    std::string text = fill(words::kMeasuresCost.in(lang), {with_interval(c.cost, 1, 0, lang)});
    const Estimate& unmet = c.places[0].all.unmet;
    if (c.cost.value > 0 && unmet.high < 0) text += " " + fill(words::kCostEach.in(lang), {number(-c.cost.value / unmet.value, 0, lang)});
    return "\n" + text + "\n";
}

std::vector<std::size_t> helped_most_first(const Comparison& c) {
    std::vector<std::size_t> order(c.places.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{1});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return c.places[x].local.unmet_rate.value < c.places[y].local.unmet_rate.value;
    });
    return order;
}

std::string change_text(const ComparedPlans& compared, std::size_t plan, Lang lang) {
    const Comparison& c = compared.changes[plan - 1].change;
    const Scenario& s = compared.plans[0].scenario;
    const PlaceComparison& area = c.places[0];
    Table table(lang);
    table.text = fill(kHead.in(lang), {s.name, compared.plans[plan].scenario.name, std::to_string(c.replications)}) + "\n";
    table.head(kUnmetPeople);
    table.row(words::kLocal.in(lang), area.local);
    table.row(words::kState.in(lang), area.state);
    table.row(words::kAll.in(lang), area.all);
    table.head(words::kByGroup);
    for (std::size_t g = 0; g < area.groups.size(); ++g) table.row(name_of(s.groups[g].label, s.groups[g].key, lang), area.groups[g]);
    table.head(words::kByService);
    for (std::size_t i = 0; i < area.services.size(); ++i)
        table.row(name_of(s.services[i].label, s.services[i].key, lang), area.services[i]);
    table.head(words::kByMunicipality);
    for (const std::size_t p : helped_most_first(c)) table.row(c.places[p].name, c.places[p].local);
    return table.text + cost_text(c, lang) + "\n" + fill(words::kSamePeople.in(lang), {percent(area.local.variance_ratio, 0, lang)}) + "\n";
}

std::string ranking_text(const ComparedPlans& compared, Lang lang) {
    std::string text = "\n" + cell(kPlans.in(lang), 44, true) + cell(kUnmetPeople.in(lang), 10) + cell(kChange.in(lang), 28) +
                       cell(words::kMayBeBest.in(lang), 20) + "\n";
    for (std::size_t plan = 0; plan < compared.plans.size(); ++plan) {
        const Difference& local = compared.changes[plan == 0 ? 0 : plan - 1].change.places[0].local;
        text += cell(letter_of(plan) + " " + compared.plans[plan].scenario.name, 44, true) +
                cell(number(plan == 0 ? local.unmet_a : local.unmet_b, 0, lang), 10) +
                cell(plan == 0 ? "" : with_interval(local.unmet, 1, 0, lang), 28) +
                cell((compared.plans[plan].may_be_best ? words::kYes : words::kNo).in(lang), 20) + "\n";
    }
    return text + words::kBestGuarantee.in(lang) + "\n";
}

}  // namespace

std::string comparison_on_screen(const ComparedPlans& compared, Lang lang) {
    std::string text;
    for (std::size_t plan = 1; plan < compared.plans.size(); ++plan) text += (plan == 1 ? "" : "\n") + change_text(compared, plan, lang);
    return compared.plans.size() == 2 ? text : text + ranking_text(compared, lang);
}

}  // namespace skranke
