#include "engine/report/workbook/summary_book.hpp"

#include "engine/base/contract.hpp"
#include "engine/report/workbook/parts.hpp"
#include "engine/spreadsheet/cell_date.hpp"

namespace skranke {

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
