// What the fields are called that scenarios mark most often; see sweep_words.hpp.

#include <algorithm>
#include <cstdlib>

#include "engine/report/sweep/sweep_words.hpp"
#include "engine/scenario/names.hpp"

namespace skranke {
namespace {

struct Named {
    const char* key;
    Phrase words;
};

constexpr Named kFields[] = {
    {"absence", {"fravær blant ansatte", "fråvær blant tilsette", "staff absence"}},
    {"amount", {"hvor mange behov som følger etter", "kor mange behov som følgjer etter", "how many needs follow"}},
    {"arrive_within_min", {"hvor fort folk kommer når det åpner", "kor fort folk kjem når det opnar", "how fast people come when it opens"}},
    {"barrier_retry_days", {"dager før den som ikke fant en vei, prøver igjen", "dagar før den som ikkje fann ein veg, prøver igjen", "days until who found no way in looks again"}},
    {"busyness_shape", {"hvor jevne dagene er", "kor jamne dagane er", "how even the days are"}},
    {"callback_delay_hours", {"timer før kontoret ringer tilbake", "timar før kontoret ringjer tilbake", "hours until the office calls back"}},
    {"callback_talk_min", {"lengde på tilbakeringing", "lengda på tilbakeringing", "length of a call back"}},
    {"case_share", {"andel henvendelser som blir sak", "del av førespurnader som blir sak", "share of contacts that become cases"}},
    {"children", {"andel med barn", "del med barn", "share with children"}},
    {"documents_chase_days", {"hvor lenge kontoret etterlyser dokumenter", "kor lenge kontoret etterlyser dokument", "how long the office asks for documents"}},
    {"documents_days", {"tid før manglende dokumenter kommer", "tid før manglande dokument kjem", "time until missing documents come"}},
    {"documents_dropout", {"andel som aldri sender dokumentene", "del som aldri sender dokumenta", "share who never send the documents"}},
    {"documents_missing", {"andel søknader uten alle dokumenter", "del av søknader utan alle dokument", "share of applications lacking documents"}},
    {"effort_cv", {"spredning i arbeidstid per sak", "spreiing i arbeidstid per sak", "spread of working time per case"}},
    {"effort_min", {"arbeidstid per sak", "arbeidstid per sak", "working time per case"}},
    {"enquiries_per_week", {"spørsmål om egen sak i uka", "spørsmål om eiga sak i veka", "questions about one's case a week"}},
    {"factor", {"styrke", "styrke", "strength"}},
    {"first_attempt_delay_min", {"tid fra behov til første forsøk", "tid frå behov til første forsøk", "time from need to first attempt"}},
    {"follow_recipients", {"hvor tett det følger antall sosialhjelpsmottakere", "kor tett det følgjer talet på sosialhjelpsmottakarar", "how closely it follows the number of recipients"}},
    {"home_pace", {"tempo på hjemmekontor", "tempo på heimekontor", "pace of work at home"}},
    {"home_work", {"andel arbeid som kan gjøres hjemme", "del av arbeidet som kan gjerast heime", "share of work that can be done at home"}},
    {"lead_days", {"dager til første ledige time", "dagar til første ledige time", "days to the first free appointment"}},
    {"longest_lead_days", {"lengste ventetid på time", "lengste ventetid på time", "longest wait for an appointment"}},
    {"longest_wait_days", {"hvor lenge folk venter på at det åpner", "kor lenge folk ventar på at det opnar", "how long people wait for it to open"}},
    {"minimum", {"minste bemanning", "minste bemanning", "least staff"}},
    {"missed", {"andel tilbakeringinger som ikke blir besvart", "del av tilbakeringingar som ikkje blir svara på", "share of calls back that are missed"}},
    {"missed_call_min", {"tid på en ubesvart tilbakeringing", "tid på ei tilbakeringing utan svar", "time spent on a missed call back"}},
    {"more", {"stillinger mer eller færre", "stillingar meir eller færre", "positions more or fewer"}},
    {"news_days", {"dager før folk vet at det er stengt", "dagar før folk veit at det er stengt", "days until people know that it is closed"}},
    {"no_show", {"andel som ikke møter til timen", "del som ikkje møter til timen", "share who miss their appointment"}},
    {"pace", {"tempo", "tempo", "pace"}},
    {"parents", {"andel ansatte med små barn", "del av tilsette med små barn", "share of staff with small children"}},
    {"patience_factor", {"tålmodighet i kø", "tolmod i kø", "patience in lines"}},
    {"patience_min", {"hvor lenge folk orker å vente i kø", "kor lenge folk orkar å vente i kø", "how long people stand a line"}},
    {"per_1000_adults", {"ansatte per 1000 voksne", "tilsette per 1000 vaksne", "staff per 1,000 adults"}},
    {"per_1000_week", {"behov i uka per 1000 innbyggere", "behov i veka per 1000 innbyggjarar", "needs a week per 1,000 residents"}},
    {"positions", {"stillinger", "stillingar", "positions"}},
    {"query_share", {"andel samtaler der kontoret blir spurt", "del av samtalar der kontoret blir spurt", "share of calls that ask the office"}},
    {"query_talk_min", {"lengde på et spørsmål til kontoret", "lengda på eit spørsmål til kontoret", "length of a query to the office"}},
    {"retry_min", {"tid før nytt forsøk", "tid før nytt forsøk", "time until the next try"}},
    {"review_share", {"andel av arbeidet før mangler oppdages", "del av arbeidet før manglar blir oppdaga", "share of the work before gaps are found"}},
    {"room", {"plass i køen", "plass i køen", "room in the line"}},
    {"same", {"andel som prøver samme vei igjen", "del som prøver same veg igjen", "share who try the same way again"}},
    {"share", {"andel som er rammet", "del som er råka", "share that is struck"}},
    {"slots_per_day", {"timer per dag og ansatt i mottaket", "timar per dag og tilsett i mottaket", "appointments a day and clerk"}},
    {"speed", {"arbeidstempo", "arbeidstempo", "working speed"}},
    {"staff_absence", {"fravær blant ansatte", "fråvær blant tilsette", "staff absence"}},
    {"suppressed_count", {"søknader der tallet er skjult fordi det er lite", "søknader der talet er skjult fordi det er lite", "applications where a small count is hidden"}},
    {"talk_cv", {"spredning i samtaletid", "spreiing i samtaletid", "spread of talking time"}},
    {"talk_min", {"lengde på en samtale", "lengda på ein samtale", "length of a talk"}},
    {"third_party", {"andel saker som venter på andre", "del av saker som ventar på andre", "share of cases that wait for others"}},
    {"third_party_days", {"ventetid på andre", "ventetid på andre", "wait for others"}},
    {"weekly_decay", {"hva som er igjen av bølgen uke for uke", "kva som er att av bølgja veke for veke", "what is left of the surge week by week"}},
    {"withdraw_days", {"tid før folk gir opp en sak", "tid før folk gir opp ei sak", "time until people give up a case"}},
    {"wrap_up_min", {"etterarbeid", "etterarbeid", "work after a talk"}},
};

constexpr Phrase kChannels[] = {{"digital søknad", "digital søknad", "digital form"},
                                {"telefon", "telefon", "phone"},
                                {"døra", "døra", "door"},
                                {"timeavtale", "timeavtale", "appointment"},
                                {"kontorets telefon", "telefonen til kontoret", "office's own number"},
                                {"hjemmebesøk", "heimebesøk", "home visit"}};

constexpr Named kSections[] = {
    {"appointments", {"Timeavtaler", "Timeavtalar", "Appointments"}},
    {"assisted", {"Hjelp med digital søknad", "Hjelp med digital søknad", "Help with the digital form"}},
    {"demand", {"Folk", "Folk", "People"}},
    {"outreach", {"Hjemmebesøk", "Heimebesøk", "Home visits"}},
    {"phone_loop", {"Telefon mellom kontaktsenter og kontor", "Telefon mellom kontaktsenter og kontor", "Phone between contact centre and office"}},
};

/// After what somebody tries again.
constexpr Named kAfter[] = {
    {"after_blocked", {"møtt fullt", "møtt fullt", "finding it full"}},
    {"after_closed", {"møtt stengt", "møtt stengt", "finding it closed"}},
    {"after_left", {"gått fra køen", "gått frå køen", "leaving the line"}},
};
constexpr Phrase kAfterWhat{"{0} etter å ha {1}", "{0} etter å ha {1}", "{0} after {1}"};
constexpr Phrase kFromGroup{"andel fra gruppen «{0}»", "del frå gruppa «{0}»", "share from the group “{0}”"};
constexpr Phrase kFollows{"hvor mye som følger etter av {0}", "kor mykje som følgjer etter av {0}", "how much follows of {0}"};
constexpr Phrase kTriesFirst{"hvor mange som først prøver {0}", "kor mange som først prøver {0}", "how many first try: {0}"};
constexpr Phrase kCanUse{"hvor mange som kan bruke {0}", "kor mange som kan bruke {0}", "how many can use: {0}"};

std::vector<std::string> parts_of(const std::string& key) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= key.size();) {
        const std::size_t end = std::min(key.find('.', begin), key.size());
        const std::string part = key.substr(begin, end - begin);
        parts.push_back(part.substr(0, part.find('[')));
        begin = end + 1;
    }
    return parts;
}

template <class Table>
const Phrase* look_up(const Table& table, const std::string& key) {
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const Named& n) { return key == n.key; });
    return found == std::end(table) ? nullptr : &found->words;
}

std::string channel_name(const std::string& key, Lang lang) {
    const auto found = std::find(kChannelKeys.begin(), kChannelKeys.end(), key);
    return found == kChannelKeys.end() ? key : kChannels[found - kChannelKeys.begin()].in(lang);
}

template <class Item>
std::string label_of(const std::vector<Item>& items, const std::string& key, Lang lang) {
    for (const Item& item : items)
        if (item.key == key) return name_of(item.label, item.key, lang);
    return key;
}

std::string office_name(const Scenario& scenario, const std::string& id) {
    for (const Office& office : scenario.offices)
        if (office.id == id) return office.name;
    return id;
}

std::string capitalised(std::string text) {
    if (text.starts_with("\xC3\xB8")) return "\xC3\x98" + text.substr(2);  // ø
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// Whom or what the number is about; "" if there are no words for it.
std::string subject_of(const Scenario& scenario, const std::vector<std::string>& parts, Lang lang) {
    const std::string& section = parts[0];
    if (section == "service") return label_of(scenario.services, parts[1], lang);
    if (section == "group") return label_of(scenario.groups, parts[1], lang);
    if (section == "surge") return label_of(scenario.surges, parts[1], lang);
    if (section == "policy") return label_of(scenario.policies, parts[1], lang);
    if (section == "desk") return desk_name(parts[1], lang);
    if (section == "channel") return capitalised(channel_name(parts[1], lang));
    if (section == "office") return office_name(scenario, parts[1]);
    const Phrase* words = look_up(kSections, section);
    return words == nullptr ? "" : words->in(lang);
}

/// "surge.layoffs.follow_on[2].amount": the service that follows; "" for other keys.
std::string following_service(const Scenario& scenario, const std::string& key, Lang lang) {
    const std::size_t at = key.find(".follow_on[");
    if (!key.starts_with("surge.") || at == std::string::npos) return "";
    const std::string surge = key.substr(6, at - 6);
    const std::size_t number = std::strtoul(key.c_str() + at + std::string_view(".follow_on[").size(), nullptr, 10);
    for (const Surge& s : scenario.surges) {
        if (s.key != surge || number < 1 || number > s.follow_on.size()) continue;
        const Service& service = scenario.services[s.follow_on[number - 1].service];
        return name_of(service.label, service.key, lang);
    }
    return "";
}

/// What about it.
std::string matter_of(const Scenario& scenario, const std::vector<std::string>& parts, Lang lang) {
    const std::string& last = parts.back();
    const std::string& before = parts[parts.size() - 2];
    if (before == "group_share") return fill(kFromGroup.in(lang), {label_of(scenario.groups, last, lang)});
    if (before == "prefers") return fill(kTriesFirst.in(lang), {channel_name(last, lang)});
    if (before == "able") return fill(kCanUse.in(lang), {channel_name(last, lang)});
    const Phrase* words = look_up(kFields, last);
    if (words == nullptr) return last;
    const Phrase* after = look_up(kAfter, before);
    return after == nullptr ? words->in(lang) : fill(kAfterWhat.in(lang), {words->in(lang), after->in(lang)});
}

}  // namespace

Text factor_name(const Scenario& scenario, const Factor& factor) {
    const std::vector<std::string> parts = parts_of(factor.key);
    if (parts.size() < 2) return Text::same(factor.key);
    return Text::of([&](Lang lang) {
        const std::string subject = subject_of(scenario, parts, lang);
        const std::string follows = parts.back() == "amount" ? following_service(scenario, factor.key, lang) : "";
        const std::string matter = follows.empty() ? matter_of(scenario, parts, lang) : fill(kFollows.in(lang), {follows});
        return subject.empty() ? factor.key : subject + ": " + matter;
    });
}

}  // namespace skranke
