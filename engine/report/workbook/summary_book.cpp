#include "engine/report/workbook/summary_book.hpp"

#include <charconv>
#include <chrono>

#include "engine/base/contract.hpp"
#include "engine/report/workbook/parts.hpp"

namespace skranke {

namespace {

/// A number of a text at a place; 0 where there is none.
int number_at(const std::string& text, std::size_t at, std::size_t length) {
    int number = 0;
    if (at + length <= text.size()) std::from_chars(text.data() + at, text.data() + at + length, number);
    return number;
}

/// "2026-01-02T03:04:05Z" as seconds since 1970.
std::time_t seconds_of(const std::string& t) {
    namespace chrono = std::chrono;
    const auto part = [&](std::size_t at) { return static_cast<unsigned>(number_at(t, at, 2)); };
    const chrono::year_month_day day{chrono::year{number_at(t, 0, 4)}, chrono::month{part(5)}, chrono::day{part(8)}};
    if (!day.ok()) return 0;
    const auto time = chrono::sys_days{day} + chrono::hours{part(11)} + chrono::minutes{part(14)} + chrono::seconds{part(17)};
    return static_cast<std::time_t>(time.time_since_epoch().count());
}

}  // namespace

Book summary_book(const Scenario& scenario, const Summary& summary, const Provenance& p, Lang lang) {
    SKRANKE_EXPECT(!summary.places.empty());
    const workbook::Input in{scenario, summary, p, lang};
    const bool several = scenario.municipalities.size() > 1;
    std::vector<workbook::Described> sheets{places_sheet(in), weeks_sheet(in)};
    if (several) sheets.push_back(place_weeks_sheet(in));
    if (scenario.groups.size() > 1) sheets.push_back(groups_sheet(in));
    sheets.push_back(reasons_sheet(in));
    if (several) sheets.push_back(place_reasons_sheet(in));
    sheets.push_back(services_sheet(in));
    sheets.push_back(desks_sheet(in));
    if (!summary.policies.empty()) sheets.push_back(policies_sheet(in));
    if (!scenario.assumptions.empty()) sheets.push_back(assumptions_sheet(in));
    sheets.push_back(definitions_sheet(in));
    sheets.push_back(provenance_sheet(in));
    Book book;
    book.title = name_of(scenario.title, scenario.name, lang);
    book.subject = name_of(scenario.question, "", lang);
    book.footer = "Skranke " + p.version + " · " + p.scenario_name + " · " + hexadecimal(p.fingerprint);
    book.made = seconds_of(p.created);
    book.sheets.push_back(answer_sheet(in, sheets));
    for (workbook::Described& described : sheets) book.sheets.push_back(std::move(described.sheet));
    return book;
}

}  // namespace skranke
