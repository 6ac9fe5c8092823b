#include "engine/report/comparison/path_words.hpp"

#include <algorithm>
#include <map>

#include "engine/report/screen_table.hpp"

namespace skranke {
namespace {

constexpr std::array<Phrase, kHappenings> kHappeningWords{{
    {"behovet oppstår", "behovet oppstår", "the need arises"},
    {"prøver: {0}", "prøver: {0}", "tries: {0}"},
    {"spør om saken sin", "spør om saka si", "asks about the case"},
    {"står i kø", "står i kø", "waits in line"},
    {"når fram", "når fram", "gets through"},
    {"går fra køen", "går frå køen", "leaves the line"},
    {"møter stengt dør eller telefon", "møter stengd dør eller telefon", "finds door or line closed"},
    {"møter fullt", "møter fullt", "finds it full"},
    {"blir lovet oppringing", "blir lova oppringing", "is promised a call back"},
    {"rakk ikke oppringingen", "rakk ikkje oppringinga", "misses the call back"},
    {"søknaden er registrert", "søknaden er registrert", "the application is registered"},
    {"saken får sin tur", "saka får sin tur", "the case has its turn"},
    {"dokumenter mangler", "dokument manglar", "documents are asked for"},
    {"dokumentene er ferdig ventet på", "dokumenta er ferdig venta på", "the wait for documents is over"},
    {"vedtak: {0}", "vedtak: {0}", "decision: {0}"},
    {"udekket: {0}", "udekt: {0}", "unmet: {0}"},
    {"ikke ferdig ved slutten", "ikkje ferdig ved slutten", "not finished at the end"},
}};
constexpr std::array<Phrase, kChannels> kChannelWords{{{"digital søknad", "digital søknad", "digital application"},
                                                       {"telefon", "telefon", "phone"},
                                                       {"oppmøte uten avtale", "oppmøte utan avtale", "walk-in"},
                                                       {"timeavtale", "timeavtale", "appointment"},
                                                       {"kontorets eget nummer", "kontoret sitt eige nummer", "the office's own number"},
                                                       {"oppsøkende besøk", "oppsøkjande besøk", "outreach visit"}}};
constexpr Phrase kOnTime{"i tide", "i tide", "on time"};
constexpr Phrase kLate{"for sent", "for seint", "late"};

std::string detail_words(const Step& step, Lang lang) {
    switch (step.happening) {
        case Happening::attempt: return kChannelWords[step.detail].in(lang);
        case Happening::decided: return (static_cast<Outcome>(step.detail) == Outcome::met_on_time ? kOnTime : kLate).in(lang);
        case Happening::unmet: return words_of(static_cast<Reason>(step.detail)).in(lang);
        default: return {};
    }
}

}  // namespace

std::string words_of(const Step& step, Lang lang) {
    return fill(kHappeningWords[static_cast<std::size_t>(step.happening)].in(lang), {detail_words(step, lang)});
}

std::string clock_text(int minute) {
    const auto two_digits = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return two_digits(minute / 60) + ":" + two_digits(minute % 60);
}

std::string paths_on_screen(const TwoPaths& paths, Lang lang) {
    constexpr std::size_t kHalf = 50;
    std::map<Date, std::array<std::vector<std::string>, 2>> days;
    const auto note = [&](const Step& step, std::size_t plan) {
        days[step.day][plan].push_back(clock_text(step.minute) + " " + words_of(step, lang));
    };
    for (const Step& step : paths.a) note(step, 0);
    for (const Step& step : paths.b) note(step, 1);
    std::string out;
    for (const auto& [day, steps] : days) {
        out += date(day, lang) + "\n";
        for (std::size_t i = 0; i < std::max(steps[0].size(), steps[1].size()); ++i) {
            const std::string left = i < steps[0].size() ? steps[0][i] : "", right = i < steps[1].size() ? steps[1][i] : "";
            const std::size_t used = std::min(screen_width(left), kHalf);
            out += "  " + left + (right.empty() ? "" : std::string(kHalf - used, ' ') + "| " + right) + "\n";
        }
    }
    return out;
}

}  // namespace skranke
