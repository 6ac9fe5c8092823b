// The same people under two plans, one by one: where they ended, and some of them day by day.

#include <cmath>
#include <map>

#include "engine/report/comparison/path_words.hpp"
#include "engine/report/comparison/parts.hpp"
#include "engine/report/markup.hpp"

namespace skranke::comparison {
namespace {

constexpr Phrase kHead{"De samme menneskene under {0} og {1}", "Dei same menneska under {0} og {1}", "The same people under {0} and {1}"};
constexpr Phrase kLead{"I forløp {0} får {1} hjelp under {2} som ikke fikk det under {3}, og {4} mister hjelpen de fikk.",
                       "I forløp {0} får {1} hjelp under {2} som ikkje fekk det under {3}, og {4} mistar hjelpa dei fekk.",
                       "In run {0}, {1} get help under {2} who did not under {3}, and {4} lose the help they got."};
constexpr Phrase kDays{"Av dem som får hjelp under begge, får {0} svar en tidligere dag og {1} en senere: i snitt {2}.",
                       "Av dei som får hjelp under begge, får {0} svar ein tidlegare dag og {1} ein seinare: i snitt {2}.",
                       "Of those who get help under both, {0} are answered on an earlier day and {1} on a later one: on average {2}."};
constexpr Phrase kEarlier{"{0} dager tidligere", "{0} dagar tidlegare", "{0} days earlier"};
constexpr Phrase kLater{"{0} dager senere", "{0} dagar seinare", "{0} days later"};
constexpr Phrase kMoves{"Behov etter hvordan de endte under {0} (rad) og {1} (kolonne), alle tjenester",
                        "Behov etter korleis dei enda under {0} (rad) og {1} (kolonne), alle tenester",
                        "Needs by how they ended under {0} (row) and {1} (column), all services"};
constexpr Phrase kExamples{"Noen av dem, dag for dag", "Nokre av dei, dag for dag", "Some of them, day by day"};
constexpr Phrase kDay{"Dag", "Dag", "Day"};
constexpr std::array<Phrase, kFates> kFateWords{{{"dekket i tide", "dekt i tide", "met on time"},
                                                 {"dekket for sent", "dekt for seint", "met late"},
                                                 {"udekket", "udekt", "unmet"},
                                                 {"ikke ferdig ved slutten", "ikkje ferdig ved slutten", "not finished at the end"},
                                                 {"oppsto ikke", "oppsto ikkje", "did not arise"}}};

std::string counted(std::uint64_t n, Lang lang) { return number(static_cast<double>(n), 0, lang); }

std::string lead(const SamePeople& people, std::uint32_t replication, const std::string& a, const std::string& b) {
    return element("p", "", spans_of([&](Lang l) {
                       return fill(kLead.in(l), {std::to_string(replication), counted(people.gained(), l), b, a, counted(people.lost(), l)}) +
                              " " + fill(kDays.in(l), {counted(people.sooner, l), counted(people.later, l),
                                                fill((people.days_saved < 0 ? kLater : kEarlier).in(l),
                                                     {number(std::abs(people.days_saved), 1, l)})});
                   }));
}

std::string moves_table(const SamePeople& people, const std::string& a, const std::string& b) {
    std::array<bool, kFates> seen{};
    for (std::size_t i = 0; i < kFates; ++i)
        for (std::size_t j = 0; j < kFates; ++j)
            if (people.moves[i][j] > 0) seen[i] = seen[j] = true;
    std::string head = element("th", "", ""), rows;
    for (std::size_t to = 0; to < kFates; ++to)
        if (seen[to]) head += "<th scope=\"col\" class=\"n\">" + b + ": " + spans(kFateWords[to]) + "</th>";
    for (std::size_t from = 0; from < kFates; ++from) {
        if (!seen[from]) continue;
        std::string cells = "<th scope=\"row\">" + a + ": " + spans(kFateWords[from]) + "</th>";
        for (std::size_t to = 0; to < kFates; ++to)
            if (seen[to]) cells += number_cell(spans_of([&](Lang l) { return counted(people.moves[from][to], l); }));
        rows += element("tr", "", cells);
    }
    return table("moves-" + b, spans_of([&](Lang l) { return fill(kMoves.in(l), {a, b}); }), element("tr", "", head), rows);
}

std::string happenings(const std::vector<const Step*>& steps) {
    std::string out;
    for (const Step* step : steps)
        out += (out.empty() ? "" : "<br>") + clock_text(step->minute) + " " +
               spans_of([&](Lang l) { return words_of(*step, l); });
    return out;
}

std::string example(const Scenario& s, const TwoPaths& paths, const std::string& a, const std::string& b) {
    std::map<Date, std::array<std::vector<const Step*>, 2>> days;
    for (const Step& step : paths.a) days[step.day][0].push_back(&step);
    for (const Step& step : paths.b) days[step.day][1].push_back(&step);
    std::string rows;
    for (const auto& [day, steps] : days)
        rows += element("tr", "",
                        "<th scope=\"row\">" + spans_of([&, d = day](Lang l) { return date(d, l); }) + "</th>" +
                            element("td", "long", happenings(steps[0])) + element("td", "long", happenings(steps[1])));
    const auto& service = s.services[paths.service];
    const auto& group = s.groups[paths.group];
    const std::string who = escaped(s.municipalities[paths.municipality].name) + ", " +
                            spans_of([&](Lang l) { return name_of(group.label, group.key, l); }) + ": " +
                            spans_of([&](Lang l) { return name_of(service.label, service.key, l); });
    const std::string ends = a + ": " + spans_of([&](Lang l) { return words_of(end_of(paths.a), l); }) + " · " + b + ": " +
                             spans_of([&](Lang l) { return words_of(end_of(paths.b), l); });
    return "<details><summary>" + who + " <span class=\"soft\">" + ends + "</span></summary>" +
           table("person-" + b + "-" + escaped(paths.id), element("code", "", escaped(paths.id)),
                 header_row({{kDay}, {Text::same(a)}, {Text::same(b)}}), rows) +
           "</details>\n";
}

}  // namespace

std::string people_part(const ComparedPlans& compared, std::size_t plan) {
    const std::optional<SamePeople>& people = compared.changes[plan - 1].people;
    if (!people) return {};
    const std::string a = letter_of(0), b = letter_of(plan);
    std::string out = "<h2 id=\"people-" + b + "\">" + spans_of([&](Lang l) { return fill(kHead.in(l), {a, b}); }) + "</h2>\n" +
                      lead(*people, compared.people_replication, a, b) + moves_table(*people, a, b);
    if (people->examples.empty()) return out;
    out += element("h3", "", spans(kExamples));
    for (const TwoPaths& paths : people->examples) out += example(compared.plans[0].scenario, paths, a, b);
    return out;
}

}  // namespace skranke::comparison
