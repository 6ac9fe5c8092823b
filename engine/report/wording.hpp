#pragma once
/// \file
/// The words and number formats of everything that people read, in the three languages that
/// Skranke speaks: bokmål, nynorsk and English.
///
/// Units    minutes in, the unit that reads best out; shares in, per cent out.
/// Forms    nb, nn: 12 345,6 with no-break spaces, 12,3 %, 12. mars 2020;
///          en: 12,345.6, 12.3%, 12 March 2020.
/// Range    what is not known (an estimate that is not valid, an infinite interval) reads kUnknown.
/// Source   number and date forms: Språkrådet, "Tall, tid, dato", sprakradet.no.

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/analysis/summary.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

enum class Lang : std::uint8_t { nb, nn, en };
inline constexpr std::array<Lang, 3> kLangs{Lang::nb, Lang::nn, Lang::en};
inline constexpr const char* kUnknown = "–";

/// "nb", "nn" or "en".
const char* key_of(Lang lang);
/// The language of that key, bokmål for any other.
Lang lang_of(const std::string& key);

/// A fixed text in three languages. May hold places {0}, {1} ... for fill().
struct Phrase {
    const char* nb;
    const char* nn;
    const char* en;
    const char* in(Lang lang) const { return lang == Lang::nb ? nb : lang == Lang::nn ? nn : en; }
};

/// A text made for this report, in three languages.
class Text {
  public:
    Text(const Phrase& p) : in_{p.nb, p.nn, p.en} {}  // NOLINT: a phrase is a text
    /// \param make  called with each language
    template <class Make>
    static Text of(Make make) {
        return Text({make(Lang::nb), make(Lang::nn), make(Lang::en)});
    }
    /// The same in all languages: names, numbers without decimals.
    static Text same(const std::string& s) { return Text({s, s, s}); }
    const std::string& in(Lang lang) const { return in_[static_cast<std::size_t>(lang)]; }

  private:
    explicit Text(std::array<std::string, 3> in) : in_(std::move(in)) {}
    std::array<std::string, 3> in_;
};

/// `pattern` with {0}, {1} ... replaced by `parts`.
std::string fill(std::string_view pattern, std::initializer_list<std::string> parts);

std::string number(double value, int decimals, Lang lang);
std::string percent(double share, int decimals, Lang lang);
/// E.g. "9,1–12,4 %", cut off at 0 and 100 %; kUnknown if it is infinite.
std::string percent_interval(double low, double high, int decimals, Lang lang);
std::string percent_of(const Estimate& share, Lang lang);
std::string interval_of(const Estimate& share, Lang lang);
/// The unit that fits: "45 minutter", "5,2 timer", "12 dager".
std::string duration(double minutes, Lang lang);
/// The same for narrow columns: "45 min", "5,2 t", "12 d".
std::string short_duration(double minutes, Lang lang);
/// With its interval, if that is known: "5,2 timer (4,9 t–5,5 t)".
std::string duration_of(const Estimate& minutes, Lang lang);
std::string date(Date day, Lang lang);
std::string month(Date day, Lang lang);
/// ISO 8601 week, as Norwegian calendars count.
int week_number(Date day);
/// Sixteen hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

/// A label in the wanted language, else in bokmål, else `key`.
std::string name_of(const Label& label, const std::string& key, Lang lang);
/// A municipality's name, or what the whole area is called.
std::string name_of(const PlaceSummary& place, Lang lang);

/// Needs are shown as "<4" where fewer than this are born in an average run, and rates not at all.
inline constexpr double kLeastShown = 4;
inline bool is_shown(const OutcomeSummary& outcome) { return outcome.needs >= kLeastShown; }
std::string needs_of(const OutcomeSummary& outcome, Lang lang);

/// How sure a verdict is, from the probability that it holds.
enum class Certainty : std::uint8_t { yes, likely, uncertain, unlikely, no };
inline constexpr std::size_t kCertainties = 5;
/// Limits are our own choice: 90, 67, 33 and 10 %.
Certainty certainty_of(const ShareEstimate& holds);
/// A disc that is full for yes and empty for no.
const char* symbol_of(Certainty certainty);

Phrase words_of(Certainty certainty);
Phrase words_of(Reason reason);
/// As the county governor's letter calls them.
Phrase words_of(Head head);
/// What the head asks, in half a sentence.
Phrase meaning_of(Head head);
/// A rule of a head with its limit, as a sentence without full stop.
std::string rule_text(Head head, int rule, const VerdictRules& rules, Lang lang);
/// What a desk of this kind is called; `kind` itself if it is not known.
std::string desk_name(const std::string& kind, Lang lang);

namespace words {
inline constexpr Phrase kWholeArea{"Hele området", "Heile området", "The whole area"};
inline constexpr Phrase kMunicipality{"Kommune", "Kommune", "Municipality"};
inline constexpr Phrase kNeeds{"Behov", "Behov", "Needs"};
inline constexpr Phrase kUnmet{"Udekket", "Udekt", "Unmet"};
inline constexpr Phrase kInterval{"95 % intervall", "95 % intervall", "95% interval"};
inline constexpr Phrase kOnTime{"I tide", "I tide", "On time"};
inline constexpr Phrase kWorstReason{"Vanligste grunn", "Vanlegaste grunn", "Most common reason"};
inline constexpr Phrase kNoReason{"ingen", "ingen", "none"};
}  // namespace words

}  // namespace skranke
