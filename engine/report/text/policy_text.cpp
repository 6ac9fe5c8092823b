#include "engine/report/text/policy_text.hpp"

namespace skranke {
namespace {

constexpr Phrase kFromTo{"{0} til {1}", "{0} til {1}", "{0} to {1}"};
constexpr Phrase kFrom{"fra {0}", "frå {0}", "from {0}"};
constexpr Phrase kTo{"til {0}", "til {0}", "until {0}"};
constexpr Phrase kAlways{"hele perioden", "heile perioden", "all the time"};
constexpr Phrase kIf{"når {0}", "når {0}", "when {0}"};

}  // namespace

std::string dates_text(const Policy& policy, Lang lang) {
    const std::string from = date(policy.from, lang), to = date(policy.to, lang);
    if (policy.from != Date{} && policy.to != Date{}) return fill(kFromTo.in(lang), {from, to});
    if (policy.from != Date{}) return fill(kFrom.in(lang), {from});
    return policy.to != Date{} ? fill(kTo.in(lang), {to}) : kAlways.in(lang);
}

std::string when_text(const Policy& policy, Lang lang) {
    if (!policy.is_triggered()) return dates_text(policy, lang);
    const bool dated = policy.from != Date{} || policy.to != Date{};
    return fill(kIf.in(lang), {policy.when_text}) + (dated ? " (" + dates_text(policy, lang) + ")" : "");
}

}  // namespace skranke
