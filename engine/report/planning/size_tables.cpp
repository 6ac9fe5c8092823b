#include "engine/report/planning/size_tables.hpp"

#include <cmath>

#include "engine/report/columns.hpp"
#include "engine/report/csv_table.hpp"
#include "engine/report/planning/size_words.hpp"

namespace skranke {
namespace {

using namespace size_words;

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";
constexpr std::size_t kMostNameWidth = 34;

constexpr Phrase kOffice{"Kontor", "Kontor", "Office"};
constexpr Phrase kKeeps{"Holder", "Held", "Keeps"};
constexpr Phrase kSeeReport{"Regler som ingen bemanning holder: se rapporten.", "Reglar som inga bemanning held: sjå rapporten.",
                        "Rules that no staffing keeps: see the report."};
constexpr Phrase kDesk{"Disk", "Disk", "Desk"};
constexpr Phrase kFrom{"Fra dato", "Frå dato", "From date"};
constexpr Phrase kWeeks{"Uker", "Veker", "Weeks"};
constexpr Phrase kWritten{"Stillinger i scenarioet", "Stillingar i scenarioet", "Positions in the scenario"};
constexpr Phrase kNeeded{"Stillinger som trengs", "Stillingar som trengst", "Positions needed"};
constexpr Phrase kPeople{"Folk", "Folk", "People"};
constexpr Phrase kByHour{"På jobb time for time", "På jobb time for time", "At work hour by hour"};
constexpr Phrase kKept{"Andel nye forløp der alle regler holdt", "Del av nye forløp der alle reglar heldt", "Share of fresh runs in which all rules held"};
constexpr Phrase kCaveat{"Modellresultat, ikke kontrollert mot målte ventetider.", "Modellresultat, ikkje kontrollert mot målte ventetider.",
                         "Model output, not checked against measured waiting times."};

std::string desk(std::size_t d, Lang lang) { return desk_name(key_of(static_cast<DeskKind>(d)), lang); }

/// "0 0 2 3": from midnight.
std::string hours_of(const std::vector<int>& at_work) {
    std::string text;
    for (const int here : at_work) text += (text.empty() ? "" : " ") + std::to_string(here);
    return text;
}

void add_desk(const Input& in, std::size_t p, std::size_t office, std::size_t d, Lang lang, std::string& out) {
    const DeskStaffing& staffing = in.sizing.staffing[office][d];
    const PlayedStaffing& fresh = in.sizing.played.front();
    for (std::size_t period = 0; period < in.frame.periods(); ++period) {
        const double needed = in.frame.positions(d, staffing.units[period]);
        out += kept_as_text(in.scenario.offices[office].id) + ";" + csv_field(in.scenario.offices[office].name) + ";" + csv_field(desk(d, lang)) + ";" +
               csv_field(date(in.frame.starts[period], lang)) + ";" + std::to_string(in.frame.weeks_of(period)) + ";" +
               csv_number(in.frame.as_written[office][d][period], 2) + ";" + csv_number(needed, 2) + ";" + csv_number(std::ceil(needed - 1e-9), 0) + ";" +
               csv_field(hours_of(staffing.at_work)) + ";" + csv_number(kept_share(fresh, p).value(), 3) + kLineEnd;
    }
}

}  // namespace

std::string size_screen(const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, Lang lang) {
    const Input in{scenario, frame, sizing};
    const std::vector<std::size_t> order = by_change(in);
    std::vector<std::string> names{kOffice.in(lang)}, kept{kKeeps.in(lang)};
    std::array<std::vector<std::string>, kOfficeDesks> desks;
    for (std::size_t d = 0; d < kOfficeDesks; ++d) desks[d].push_back(desk(d, lang));
    bool never = false;
    for (const std::size_t p : order) {
        names.push_back(shortened(sizing.places[p].name, kMostNameWidth) + (sizing.sized[p].impossible.any() ? " *" : ""));
        never |= sizing.sized[p].impossible.any();
        for (std::size_t d = 0; d < kOfficeDesks; ++d)
            desks[d].push_back(positions_text(mean_positions(frame, sizing.places[p], d, {}), lang) + " → " +
                               positions_text(mean_positions(frame, sizing.places[p], d, sizing.staffing), lang));
        kept.push_back(percent(kept_share(sizing.played.front(), p).value(), 0, lang));
    }
    std::vector<std::string> lines(names.size());
    append_column(lines, names, Side::left);
    for (const auto& column : desks) append_column(lines, column, Side::right);
    append_column(lines, kept, Side::right);
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out + (never ? std::string("* ") + kSeeReport.in(lang) + "\n" : "") + "\n" + lead(in, lang) + "\n" + certainty(in, lang) + "\n" + erlang_sentence(in, lang) + "\n";
}

std::string size_csv(const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, const Provenance& provenance, Lang lang) {
    const Input in{scenario, frame, sizing};
    std::string out = kByteOrderMark;
    for (const Phrase& name : {kOffice, kOffice, kDesk, kFrom, kWeeks, kWritten, kNeeded, kPeople, kByHour, kKept})
        out += (out == kByteOrderMark ? "" : ";") + csv_field(name.in(lang));
    out += kLineEnd;
    for (std::size_t p = 0; p < sizing.places.size(); ++p)
        for (const std::size_t office : sizing.places[p].offices)
            for (std::size_t d = 0; d < kOfficeDesks; ++d) add_desk(in, p, office, d, lang, out);
    return out + csv_closing(kCaveat.in(lang), "runs: " + std::to_string(sizing.search_runs), provenance);
}

}  // namespace skranke
