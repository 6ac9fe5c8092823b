#include "engine/report/text/answer_text.hpp"
#include "engine/report/text/stopping_text.hpp"
#include "engine/report/workbook/parts.hpp"

namespace skranke::workbook {

namespace {

constexpr std::size_t kLineLength = 118;  // letters that fit across the columns

constexpr Phrase kVerdict{"Holder det?", "Held det?", "Does it hold?"};
constexpr Phrase kHead{"Krav", "Krav", "Head"};
constexpr Phrase kJudged{"Svar", "Svar", "Answer"};
constexpr Phrase kProbability{"Sannsynlighet", "Sannsyn", "Probability"};
constexpr Phrase kLow{"Lav", "Låg", "Low"};
constexpr Phrase kHigh{"Høy", "Høg", "High"};
constexpr Phrase kKeep{"Kommuner: ja eller trolig", "Kommunar: ja eller truleg", "Municipalities: yes or likely"};
constexpr Phrase kUnsure{"Usikkert", "Usikkert", "Uncertain"};
constexpr Phrase kDoNot{"Neppe eller nei", "Neppe eller nei", "Unlikely or no"};
constexpr Phrase kQuestion{"Spørsmålet", "Spørsmålet", "What it asks"};
constexpr Phrase kBroken{"Oftest brutt", "Oftast brote", "Broken most often"};
constexpr Phrase kSheets{"Arkene", "Arka", "The sheets"};

/// Lines on their way into a sheet.
class Lines {
  public:
    void skip() { lines_.emplace_back(); }
    void say(const std::string& text, Look look) {
        for (std::string& part : wrapped(text)) lines_.push_back({{std::move(part), look}});
    }
    void row(std::vector<BookCell> cells) { lines_.push_back(std::move(cells)); }
    std::vector<std::vector<BookCell>> take() && { return std::move(lines_); }

  private:
    /// In pieces that fit, broken between words.
    static std::vector<std::string> wrapped(std::string text) {
        std::vector<std::string> parts;
        while (text.size() > kLineLength) {
            const std::size_t space = text.rfind(' ', kLineLength);
            if (space == std::string::npos || space == 0) break;
            parts.push_back(text.substr(0, space));
            text.erase(0, space + 1);
        }
        if (!text.empty()) parts.push_back(std::move(text));
        return parts;
    }

    std::vector<std::vector<BookCell>> lines_;
};

void add_opening(const Input& in, Lines& lines) {
    lines.say(name_of(in.scenario.title, in.scenario.name, in.lang), Look::title);
    lines.say(name_of(in.scenario.question, "", in.lang), Look::strong);
    lines.say(facts_text(in.scenario, in.summary, in.lang), Look::soft);
    lines.say(words::kModelCaveat.in(in.lang), Look::caveat);
    lines.say(few_runs_text(in.summary, in.lang), Look::caveat);
    if (in.summary.stopping)
        lines.say(stopping_text(*in.summary.stopping, in.summary.replications, in.lang),
                  in.summary.stopping->reached() ? Look::soft : Look::caveat);
    lines.skip();
}

void add_answer(const Input& in, Lines& lines) {
    const PlaceSummary& area = in.summary.places.front();
    lines.say(words::kAnswer.in(in.lang), Look::heading);
    lines.say(unmet_text(area, in.lang), Look::strong);
    lines.say(reason_text(area, in.lang), Look::text);
    lines.say(times_text(area, in.lang), Look::text);
    lines.say(controlled_text(in.summary, in.lang), Look::soft);
    lines.skip();
}

std::vector<BookCell> head_row(const Input& in, Head head) {
    const HeadVerdict& area = in.summary.places.front().verdict[static_cast<std::size_t>(head)];
    const CertaintyCounts counts = counts_of(in.summary, head);
    const auto number = [](std::size_t n) { return BookCell{static_cast<double>(n), Look::whole}; };
    const std::string broken = area.worst_fails > 0 ? rule_text(head, area.worst_rule, in.scenario.verdict, in.lang) : "";
    return {{words_of(head).in(in.lang), Look::strong},
            {words_of(certainty_of(area.holds)).in(in.lang), Look::strong},
            {area.holds.value(), Look::percent},
            {area.holds.low(), Look::percent},
            {area.holds.high(), Look::percent},
            number(counts[0] + counts[1]),
            number(counts[2]),
            number(counts[3] + counts[4]),
            {meaning_of(head).in(in.lang), Look::long_text},
            {broken, Look::long_text}};
}

void add_verdict(const Input& in, Lines& lines) {
    lines.say(kVerdict.in(in.lang), Look::heading);
    std::vector<BookCell> names;
    for (const Phrase& name : {kHead, kJudged, kProbability, kLow, kHigh, kKeep, kUnsure, kDoNot, kQuestion, kBroken})
        names.push_back({name.in(in.lang), Look::column_name});
    lines.row(std::move(names));
    for (const Head head : {Head::available, Head::handled, Head::sufficient}) lines.row(head_row(in, head));
    lines.say(words::kRulesNote.in(in.lang), Look::soft);
    lines.skip();
}

}  // namespace

BookSheet answer_sheet(const Input& in, const std::vector<Described>& others) {
    Lines lines;
    add_opening(in, lines);
    add_answer(in, lines);
    add_verdict(in, lines);
    lines.say(kSheets.in(in.lang), Look::heading);
    for (const Described& other : others)
        lines.row({{other.sheet.name, Look::text, other.sheet.name}, {other.about.in(in.lang), Look::text}});
    return {.name = words::kAnswer.in(in.lang),
            .lines = std::move(lines).take(),
            .widths = {28, 13, 15, 9, 9, 16, 11, 13, 32, 36}};
}

}  // namespace skranke::workbook
