#include "engine/report/html_page.hpp"

#include "engine/base/contract.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/frame.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke {

namespace {

/// Puts into every picture that stands for itself where it comes from.
std::string with_origin(const std::string& page, const Provenance& p) {
    const std::string program = "Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")");
    const std::string origin =
        element("metadata", "", escaped(program + "; scenario " + p.scenario_name + " " + hexadecimal(p.scenario_hash) + "; seed " +
                                        std::to_string(p.seed) + "; fingerprint " + hexadecimal(p.fingerprint)));
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = page.find("<svg "); at != std::string::npos; at = page.find("<svg ", done)) {
        const std::size_t end = page.find('>', at) + 1;
        out.append(page, done, end - done);
        done = end;
        if (page.substr(at, end - at).find("role=\"img\"") != std::string::npos) out += origin;
    }
    return out.append(page, done);
}

}  // namespace

std::string html_report(const Scenario& scenario, const Summary& summary, const Provenance& provenance, Lang lang,
                        const ReportExtras& extras) {
    SKRANKE_EXPECT(!summary.places.empty());
    const bool can_be_played = scenario.pile.empty() || (extras.open_cases == OpenCases::carried && !page::begins_with_workbook(scenario));
    const page::WhatIf what_if = can_be_played && extras.live ? page::WhatIf::answered : page::WhatIf::left_out;
    const page::Input in{scenario, summary, provenance, lang, extras.borders, extras.cures, extras.live, what_if};
    const std::string main = page::answer_part(in) + page::what_if_part(in) + page::map_part(in) + page::groups_part(in) + page::limits_part(in) +
                             page::policies_part(in) + page::backlog_part(in) + page::places_part(in) +
                             page::desks_part(in) + page::twin_part(in) + page::definitions_part(in) + page::assumptions_part(in);
    return page::framed({name_of(scenario.title, scenario.name, lang), provenance.version, lang, "answer", extras.live ? std::string(extras.live->script_hash) : ""},
                        page::title_part(in), with_origin(main, provenance),
                        page::accessibility_part(in) + page::provenance_part(in) + extras.attachment + page::live_markup(in));
}

}  // namespace skranke
