// Estimates of two plans from what was told of each replication, paired by it.

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "engine/analysis/band_sketch.hpp"
#include "engine/analysis/estimate.hpp"
#include "engine/analysis/summary.hpp"
#include "engine/base/combine.hpp"
#include "tools/web/what_if.hpp"

namespace skranke::what_if {

namespace {

using nlohmann::json;
using Ratio = RatioGapEstimator::Ratio;

double number_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>() : 0;
}

double unmet_total(const json& place) {
    double sum = 0;
    if (const auto unmet = place.find("unmet"); unmet != place.end())
        for (const json& count : *unmet) sum += count.is_number() ? count.get<double>() : 0;
    return sum;
}

Ratio unmet_of(const json& place) {
    const double unmet = unmet_total(place);
    return {unmet, unmet + number_of(place, "met_on_time") + number_of(place, "met_late")};
}

Ratio on_time_of(const json& place) {
    const auto unmet = place.find("unmet");
    const double never = unmet == place.end() ? 0 : number_of(*unmet, key_of(Reason::never_decided));
    const double on_time = number_of(place, "met_on_time");
    return {on_time, on_time + number_of(place, "met_late") + never};
}

bool all_hold(const json& place, Head head) {
    const auto holds = place.find("holds");
    if (holds == place.end() || !holds->contains(key_of(head))) return false;
    for (const json& rule : (*holds)[key_of(head)])
        if (rule != true) return false;
    return true;
}

/// null for what is not known.
json told(const Estimate& estimate) {
    if (!estimate.valid) return nullptr;
    if (!(estimate.half_width() < 1e300)) return {{"value", estimate.value}};
    return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

json told(const ShareEstimate& share) { return {{"value", share.value()}, {"low", share.low()}, {"high", share.high()}}; }

/// A ratio in both plans, and how much it differs.
class ComparedRatio {
  public:
    void add(const Ratio& before, const Ratio& after) {
        before_.add(before.numerator, before.denominator);
        after_.add(after.numerator, after.denominator);
        change_.add(after, before);
    }
    json answer() const {
        return {{"before", told(before_.estimate())}, {"after", told(after_.estimate())}, {"change", told(change_.estimate())}};
    }

  private:
    RatioEstimator before_, after_;
    RatioGapEstimator change_;
};

json compared_head(const json& pairs, Head head) {
    ShareEstimate before, after;
    for (const json& pair : pairs) {
        before.hits += all_hold(pair["before"], head) ? 1 : 0;
        after.hits += all_hold(pair["after"], head) ? 1 : 0;
    }
    before.trials = after.trials = pairs.size();
    return {{"before", told(before)}, {"after", told(after)}};
}

/// Open cases at each week's end, of one plan. \param plan  "before" or "after"
json open_cases_of(const json& pairs, const char* plan) {
    std::vector<BandSketch> weeks;
    for (const json& pair : pairs) {
        const auto open = pair[plan].find("open_cases");
        if (open == pair[plan].end() || !open->is_array()) continue;
        weeks.resize(std::max(weeks.size(), open->size()));
        for (std::size_t w = 0; w < open->size(); ++w)
            if ((*open)[w].is_number_unsigned()) weeks[w].add((*open)[w].get<std::uint64_t>());
    }
    json bands = json::array();
    for (const BandSketch& week : weeks) {
        const Band band = week.band();
        bands.push_back({band.low, band.middle, band.high});
    }
    return bands;
}

std::uint64_t fingerprint_of(const json& pair) {
    const auto found = pair.find("fingerprint");
    std::uint64_t value = 0;
    if (found == pair.end() || !found->is_string()) return value;
    const std::string& text = found->get_ref<const std::string&>();
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

bool is_pair(const json& pair) {
    return pair.is_object() && pair.contains("before") && pair.contains("after") && pair["before"].is_object() && pair["after"].is_object();
}

}  // namespace

json compare(const std::string& text) {
    const json pairs = json::parse(text, nullptr, false);
    if (!pairs.is_array() || !std::all_of(pairs.begin(), pairs.end(), is_pair))
        return {{"problems", {"there is nothing to compare"}}};
    ComparedRatio unmet, on_time;
    std::uint64_t fingerprint = 0;
    for (const json& pair : pairs) {
        fingerprint = combine(fingerprint, fingerprint_of(pair));
        unmet.add(unmet_of(pair["before"]), unmet_of(pair["after"]));
        on_time.add(on_time_of(pair["before"]), on_time_of(pair["after"]));
    }
    json heads = json::object();
    for (const Head head : {Head::available, Head::handled, Head::sufficient}) heads[key_of(head)] = compared_head(pairs, head);
    return {{"replications", pairs.size()},
            {"fingerprint", hexadecimal(fingerprint)},
            {"unmet", unmet.answer()},
            {"on_time", on_time.answer()},
            {"heads", heads},
            {"open_cases", {{"before", open_cases_of(pairs, "before")}, {"after", open_cases_of(pairs, "after")}}}};
}

}  // namespace skranke::what_if
