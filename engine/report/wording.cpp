#include "engine/report/wording.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace skranke {
namespace {

constexpr const char* kNoBreakSpace = "\u00a0";
constexpr double kMinutesPerHour = 60;
constexpr double kMinutesPerDay = 24 * kMinutesPerHour;

constexpr std::array<Phrase, 12> kMonths{{{"januar", "januar", "January"},
                                          {"februar", "februar", "February"},
                                          {"mars", "mars", "March"},
                                          {"april", "april", "April"},
                                          {"mai", "mai", "May"},
                                          {"juni", "juni", "June"},
                                          {"juli", "juli", "July"},
                                          {"august", "august", "August"},
                                          {"september", "september", "September"},
                                          {"oktober", "oktober", "October"},
                                          {"november", "november", "November"},
                                          {"desember", "desember", "December"}}};

std::size_t month_index(Date day) { return static_cast<unsigned>(std::chrono::year_month_day(day).month()) - 1; }

// Digits with a point, rounded; never "-0".
std::string plain(double value, int decimals) {
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
    std::string digits(buffer.data(), end);
    if (digits.find_first_not_of("-0.") == std::string::npos && digits.front() == '-') digits.erase(0, 1);
    return digits;
}

bool is_whole(double value) { return std::abs(value - std::round(value)) < 1e-9; }

// A limit as its author wrote it: with a decimal only where it has one.
std::string limit(double value, Lang lang) { return number(value, is_whole(value) ? 0 : 1, lang); }

std::string percent_limit(double share, Lang lang) { return percent(share, is_whole(100 * share) ? 0 : 1, lang); }

// A duration in the unit that fits, with one decimal below ten.
struct Scaled {
    double value;
    int decimals;
    enum class Unit { minutes, hours, days } unit;
};

Scaled scaled(double minutes) {
    if (minutes < 90) return {minutes, 0, Scaled::Unit::minutes};
    const bool in_hours = minutes < 1.5 * kMinutesPerDay;
    const double value = minutes / (in_hours ? kMinutesPerHour : kMinutesPerDay);
    return {value, value < 9.95 && !is_whole(value) ? 1 : 0, in_hours ? Scaled::Unit::hours : Scaled::Unit::days};
}

bool is_one(const Scaled& d) { return std::lround(d.value) == 1 && d.decimals == 0; }

}  // namespace

const char* key_of(Lang lang) { return lang == Lang::nb ? "nb" : lang == Lang::nn ? "nn" : "en"; }

Lang lang_of(const std::string& key) {
    for (const Lang lang : kLangs)
        if (key == key_of(lang)) return lang;
    return Lang::nb;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string> parts) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!is_place) {
            out += pattern[i];
            continue;
        }
        const auto part = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (part < parts.size()) out += *(parts.begin() + part);
        i += 2;
    }
    return out;
}

std::string number(double value, int decimals, Lang lang) {
    if (!std::isfinite(value)) return kUnknown;
    const std::string digits = plain(std::abs(value), decimals);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string out;
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) out += lang == Lang::en ? "," : kNoBreakSpace;
        out += digits[i];
    }
    if (point < digits.size()) out += (lang == Lang::en ? "." : ",") + digits.substr(point + 1);
    const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !is_zero ? "−" + out : out;
}

std::string percent(double share, int decimals, Lang lang) {
    if (!std::isfinite(share)) return kUnknown;
    return number(100 * share, decimals, lang) + (lang == Lang::en ? "%" : std::string(kNoBreakSpace) + "%");
}

std::string percent_interval(double low, double high, int decimals, Lang lang) {
    if (!std::isfinite(low) || !std::isfinite(high)) return kUnknown;
    return number(100 * std::clamp(low, 0.0, 1.0), decimals, lang) + "–" +
           percent(std::clamp(high, 0.0, 1.0), decimals, lang);
}

std::string percent_of(const Estimate& share, Lang lang) {
    return share.valid ? percent(share.value, 1, lang) : kUnknown;
}

std::string interval_of(const Estimate& share, Lang lang) {
    return share.valid ? percent_interval(share.low, share.high, 1, lang) : kUnknown;
}

std::string duration(double minutes, Lang lang) {
    static constexpr std::array<Phrase, 3> kMany{
        {{"minutter", "minutt", "minutes"}, {"timer", "timar", "hours"}, {"dager", "dagar", "days"}}};
    static constexpr std::array<Phrase, 3> kOne{
        {{"minutt", "minutt", "minute"}, {"time", "time", "hour"}, {"dag", "dag", "day"}}};
    if (!std::isfinite(minutes)) return kUnknown;
    const Scaled d = scaled(minutes);
    const Phrase& unit = (is_one(d) ? kOne : kMany)[static_cast<std::size_t>(d.unit)];
    return number(d.value, d.decimals, lang) + kNoBreakSpace + unit.in(lang);
}

std::string short_duration(double minutes, Lang lang) {
    static constexpr std::array<Phrase, 3> kUnits{{{"min", "min", "min"}, {"t", "t", "h"}, {"d", "d", "d"}}};
    if (!std::isfinite(minutes)) return kUnknown;
    const Scaled d = scaled(minutes);
    return number(d.value, d.decimals, lang) + kNoBreakSpace + kUnits[static_cast<std::size_t>(d.unit)].in(lang);
}

std::string duration_of(const Estimate& minutes, Lang lang) {
    if (!minutes.valid) return kUnknown;
    const std::string value = duration(minutes.value, lang);
    if (!std::isfinite(minutes.low) || !std::isfinite(minutes.high)) return value;
    return value + " (" + short_duration(minutes.low, lang) + "–" + short_duration(minutes.high, lang) + ")";
}

std::string month(Date day, Lang lang) { return kMonths[month_index(day)].in(lang); }

std::string date(Date day, Lang lang) {
    const std::chrono::year_month_day ymd(day);
    const std::string number_of_day = std::to_string(static_cast<unsigned>(ymd.day()));
    return number_of_day + (lang == Lang::en ? "" : ".") + kNoBreakSpace + month(day, lang) + " " +
           std::to_string(static_cast<int>(ymd.year()));
}

int week_number(Date day) {
    // The week belongs to the year that its Thursday lies in.
    const unsigned from_monday = std::chrono::weekday(day).iso_encoding() - 1;
    const Date thursday = day + std::chrono::days(3 - static_cast<int>(from_monday));
    const Date new_year{std::chrono::year_month_day(thursday).year() / std::chrono::January / 1};
    return static_cast<int>((thursday - new_year).count() / 7) + 1;
}

std::string hexadecimal(std::uint64_t value) {
    std::array<char, 16> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, 16).ptr;
    const std::string digits(buffer.data(), end);
    return std::string(16 - digits.size(), '0') + digits;
}

std::string name_of(const Label& label, const std::string& key, Lang lang) {
    const std::string& wanted = lang == Lang::nb ? label.nb : lang == Lang::nn ? label.nn : label.en;
    if (!wanted.empty()) return wanted;
    return label.nb.empty() ? key : label.nb;
}

std::string name_of(const PlaceSummary& place, Lang lang) {
    return place.name.empty() ? words::kWholeArea.in(lang) : place.name;
}

std::string needs_of(const OutcomeSummary& outcome, Lang lang) {
    return is_shown(outcome) ? number(outcome.needs, 0, lang) : "<" + number(kLeastShown, 0, lang);
}

Certainty certainty_of(const ShareEstimate& holds) {
    const double p = holds.value();
    if (p >= 0.90) return Certainty::yes;
    if (p >= 0.67) return Certainty::likely;
    if (p >= 0.33) return Certainty::uncertain;
    return p >= 0.10 ? Certainty::unlikely : Certainty::no;
}

const char* symbol_of(Certainty certainty) {
    static constexpr std::array<const char*, kCertainties> kDiscs{"●", "◕", "◑", "◔", "○"};
    return kDiscs[static_cast<std::size_t>(certainty)];
}

Phrase words_of(Certainty certainty) {
    static constexpr std::array<Phrase, kCertainties> kWords{{{"Ja", "Ja", "Yes"},
                                                              {"Trolig", "Truleg", "Likely"},
                                                              {"Usikkert", "Usikkert", "Uncertain"},
                                                              {"Neppe", "Neppe", "Unlikely"},
                                                              {"Nei", "Nei", "No"}}};
    return kWords[static_cast<std::size_t>(certainty)];
}

Phrase words_of(Reason reason) {
    static constexpr std::array<Phrase, kReasons> kWords{{
        {"ingen kanal personen kan bruke", "ingen kanal personen kan bruke", "no channel the person can use"},
        {"stengt dør eller telefon", "stengd dør eller telefon", "door or phone line closed"},
        {"fullt: kø, venterom eller timebok", "fullt: kø, venterom eller timebok", "queue, room or calendar full"},
        {"ga opp i kø", "gav opp i kø", "gave up in the queue"},
        {"rakk ikke å ta oppringingen", "rakk ikkje å ta oppringinga", "missed the call back"},
        {"dokumenter kom aldri", "dokument kom aldri", "documents never came"},
        {"trakk søknaden mens den lå", "trekte søknaden medan han låg", "withdrew while waiting"},
        {"ble aldri avgjort", "vart aldri avgjort", "never decided"},
    }};
    return kWords[static_cast<std::size_t>(reason)];
}

Phrase words_of(Head head) {
    static constexpr std::array<Phrase, kHeads> kWords{
        {{"Tilgjengelighet", "Tilgjenge", "Availability"},
         {"Saksbehandling", "Saksbehandling", "Case handling"},
         {"Innhold og omfang", "Innhald og omfang", "Content and extent"}}};
    return kWords[static_cast<std::size_t>(head)];
}

Phrase meaning_of(Head head) {
    static constexpr std::array<Phrase, kHeads> kWords{{
        {"Når alle med et behov fram til noen?", "Når alle med eit behov fram til nokon?",
         "Does everyone with a need reach someone?"},
        {"Blir sakene avgjort i tide, også de som haster?", "Blir sakene avgjorde i tide, også dei som hastar?",
         "Are cases decided in time, urgent ones too?"},
        {"Får folk det de har rett til, også de sårbare?", "Får folk det dei har rett til, også dei sårbare?",
         "Do people get what they are entitled to, the vulnerable too?"},
    }};
    return kWords[static_cast<std::size_t>(head)];
}

std::string rule_text(Head head, int rule, const VerdictRules& rules, Lang lang) {
    static constexpr std::array<std::array<Phrase, kRulesPerHead>, kHeads> kRules{{
        {{{"høyst {0} av behovene går tapt før kontakt", "høgst {0} av behova går tapt før kontakt",
           "at most {0} of needs are lost before contact"},
          {"9 av 10 når fram til noen innen {0}", "9 av 10 når fram til nokon innan {0}",
           "9 in 10 reach someone within {0}"}}},
        {{{"minst {0} av sakene blir avgjort innen fristen", "minst {0} av sakene blir avgjorde innan fristen",
           "at least {0} of cases are decided inside the time limit"},
          {"minst {0} av hastesakene blir avgjort innen fristen",
           "minst {0} av hastesakene blir avgjorde innan fristen",
           "at least {0} of urgent cases are decided inside the time limit"}}},
        {{{"høyst {0} av behovene går tapt etter kontakt", "høgst {0} av behova går tapt etter kontakt",
           "at most {0} of needs are lost after contact"},
          {"udekte behov er høyst {0} prosentpoeng vanligere blant sårbare enn blant andre",
           "udekte behov er høgst {0} prosentpoeng vanlegare blant sårbare enn blant andre",
           "needs of vulnerable people go unmet at most {0} percentage points more often than those of others"}}},
    }};
    const std::array<std::array<std::string, kRulesPerHead>, kHeads> limits{{
        {percent_limit(rules.most_lost_before_contact, lang), duration(rules.access_p90_days * kMinutesPerDay, lang)},
        {percent_limit(rules.least_on_time, lang), percent_limit(rules.least_urgent_on_time, lang)},
        {percent_limit(rules.most_lost_after_contact, lang), limit(100 * rules.most_vulnerable_gap, lang)},
    }};
    const auto h = static_cast<std::size_t>(head);
    const auto r = static_cast<std::size_t>(rule);
    return fill(kRules[h][r].in(lang), {limits[h][r]});
}

std::string desk_name(const std::string& kind, Lang lang) {
    static constexpr std::array<Phrase, kDeskKinds> kWords{{
        {"Mottak", "Mottak", "Reception"},
        {"Vakttelefon", "Vakttelefon", "Duty phone"},
        {"Saksbehandling", "Saksbehandling", "Casework"},
        {"Kontaktsenter", "Kontaktsenter", "Contact centre"},
        {"Dagpenger", "Dagpengar", "Unemployment benefit"},
        {"Sykepenger og omsorgspenger", "Sjukepengar og omsorgspengar", "Sickness and care benefits"},
    }};
    for (std::size_t k = 0; k < kDeskKinds; ++k)
        if (kind == key_of(static_cast<DeskKind>(k))) return kWords[k].in(lang);
    return kind;
}

}  // namespace skranke
