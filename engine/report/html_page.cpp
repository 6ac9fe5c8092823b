#include "engine/report/html_page.hpp"

#include "engine/base/contract.hpp"
#include "engine/report/page/frame.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke {

std::string html_report(const Scenario& scenario, const Summary& summary, const Provenance& provenance, Lang lang) {
    SKRANKE_EXPECT(!summary.places.empty());
    const page::Input in{scenario, summary, provenance, lang};
    const std::string main = page::answer_part(in) + page::map_part(in) + page::groups_part(in) + page::limits_part(in) +
                             page::policies_part(in) + page::backlog_part(in) + page::places_part(in) +
                             page::desks_part(in) + page::twin_part(in) + page::definitions_part(in) + page::assumptions_part(in);
    return page::framed({name_of(scenario.title, scenario.name, lang), provenance.version, lang, "answer"},
                        page::title_part(in), main, page::provenance_part(in));
}

}  // namespace skranke
