#include "engine/report/comparison/change_words.hpp"

#include <cmath>

namespace skranke {

std::string signed_number(double value, int decimals, Lang lang) {
    return (value > 0 ? "+" : "") + number(value, decimals, lang);
}

bool has_interval(const Estimate& e) { return e.valid && std::isfinite(e.half_width()) && e.half_width() > 0; }

bool is_certain(const Estimate& e) { return e.valid && (e.low > 0 || e.high < 0); }

std::string interval_words(const Estimate& e, double unit, int decimals, Lang lang) {
    return number(e.low / unit, decimals, lang) + (lang == Lang::en ? " to " : " til ") + number(e.high / unit, decimals, lang);
}

std::string with_interval(const Estimate& e, double unit, int decimals, Lang lang) {
    if (!e.valid) return kUnknown;
    const std::string value = signed_number(e.value / unit, decimals, lang);
    return has_interval(e) ? value + " (" + interval_words(e, unit, decimals, lang) + ")" : value;
}

}  // namespace skranke
