#include "tools/skranke/start/form/form_book.hpp"

#include <algorithm>

#include "engine/office/world.hpp"
#include "tools/skranke/start/form/form_words.hpp"
#include "tools/skranke/start/starter.hpp"

namespace skranke {

namespace {

using Row = std::vector<CellValue>;

constexpr std::size_t kSpareRows = 30, kSpareCases = 500;  // for more steps, and for the pile; more may be added below
constexpr std::size_t kLongestList = 255;                  // letters of all choices together, as Excel has it

constexpr Phrase kTitle{"{0}: egne tall til Skranke", "{0}: eigne tal til Skranke", "{0}: own figures for Skranke"};
constexpr std::array<Phrase, 4> kHowTo{{
    {"Rett tallene i de gule cellene slik det er hos dere. Det som står her nå, er antatt ut fra innbyggertallet, ikke talt.",
     "Rett tala i dei gule cellene slik det er hos dykk. Det som står her no, er anteke ut frå innbyggjartalet, ikkje talt.",
     "Correct the numbers in the yellow cells to how it is with you. What stands here now was assumed from the number of residents, not counted."},
    {"Har dere ikke et tall, la det stå. Åpne saker kan være tomt: da begynner simuleringen med vanlige uker i stedet.",
     "Har de ikkje eit tal, lat det stå. Opne saker kan vere tomt: då byrjar simuleringa med vanlege veker i staden.",
     "Where you have no number, leave it. Open cases may be empty: the simulation then begins with ordinary weeks instead."},
    {"Skriv ingen navn og ingen fødselsnummer noe sted i denne filen.", "Skriv ingen namn og ingen fødselsnummer nokon stad i denne fila.",
     "Write no names and no national identity numbers anywhere in this file."},
    {"Når den er fylt ut:  skranke new --from {0}", "Når ho er fylt ut:  skranke new --from {0}", "When it is filled in:  skranke new --from {0}"},
}};
constexpr Phrase kNumberMeaning{"Endres ikke: si i stedet skranke new --municipality NAVN --xlsx", "Blir ikkje endra: sei i staden skranke new --municipality NAMN --xlsx",
                                "Not to be changed: say skranke new --municipality NAME --xlsx instead"};
constexpr Phrase kStartMeaning{"Mandagen simuleringen begynner. Det som rammer, står i scenarioet med sine datoer; flytt den høyst et halvt år.",
                               "Måndagen simuleringa byrjar. Det som råkar, står i scenarioet med sine datoar; flytt han høgst eit halvt år.",
                               "The Monday that the simulation begins. What hits stands in the scenario with its dates; move it by half a year at most."};
constexpr Phrase kCountedMeaning{
    "Dagen dere talte åpne saker, også lenge etter første dag: sakene er like gamle på første dag som de var da.",
    "Dagen de talde opne saker, også lenge etter første dag: sakene er like gamle på første dag som dei var då.",
    "The day that you counted open cases, even long after the first day: cases are as old on the first day as they were then."};
constexpr Phrase kWeeksMeaning{"Hvor lenge det simuleres, 1 til 520.", "Kor lenge det blir simulert, 1 til 520.", "How long is simulated, 1 to 520."};
constexpr Phrase kOfficeHint{"Et av kontorene i denne kommunen.", "Eitt av kontora i denne kommunen.", "One of this municipality's offices."};
constexpr Phrase kDeskHint{"Mottak: skranken og timeavtaler. Vakttelefon: svarer kontaktsenteret og ringer tilbake. Saksbehandling: avgjør søknader.",
                           "Mottak: skranken og timeavtaler. Vakttelefon: svarar kontaktsenteret og ringjer tilbake. Saksbehandling: avgjer søknader.",
                           "Reception: the counter and appointments. Duty phone: answers the contact centre and calls back. Casework: decides applications."};
constexpr Phrase kFromHint{"Datoen tallet gjelder fra. Tomt: fra første dag.", "Datoen talet gjeld frå. Tomt: frå første dag.",
                           "The date from which it holds. Empty: from the first day."};
constexpr Phrase kPositionsHint{"Heltidsstillinger før fravær, 0 til 1000. En halv stilling er 0,5.",
                                "Heiltidsstillingar før fråvær, 0 til 1000. Ei halv stilling er 0,5.",
                                "Full-time positions before absence, 0 to 1000. Half a position is 0.5."};
constexpr Phrase kHoursHint{"Når døren er åpen for folk uten time, som 10:00-14:00. Tomt eller stengt: stengt.",
                            "Når døra er open for folk utan time, som 10:00-14:00. Tomt eller stengt: stengt.",
                            "When the door is open to people without an appointment, like 10:00-14:00. Empty or closed: closed."};
constexpr std::array<Phrase, 6> kPileHints{{
    {"Dagen søknaden kom.", "Dagen søknaden kom.", "The day that the application came."},
    {"Tjenesten det er søkt om.", "Tenesta det er søkt om.", "The service that was applied for."},
    {"Kontoret som har saken. Tomt: etter folketall.", "Kontoret som har saka. Tomt: etter folketal.", "The office that has the case. Empty: by residents."},
    {"ja eller nei; tomt: som tjenesten vanligvis.", "ja eller nei; tomt: som tenesta til vanleg.", "yes or no; empty: as the service usually is."},
    {"ja eller nei; tomt: ikke kjent.", "ja eller nei; tomt: ikkje kjent.", "yes or no; empty: not known."},
    {"For deres egen oversikt. Ikke fødselsnummer.", "For dykkar eiga oversikt. Ikkje fødselsnummer.", "For your own use. No national identity number."},
}};

/// A list to choose from, if a workbook can hold it.
std::optional<EntryRule> choice_of(const std::vector<std::string>& names) {
    std::size_t letters = 0;
    for (const std::string& name : names) {
        if (name.find(',') != std::string::npos) return {};
        letters += name.size() + 1;
    }
    if (names.empty() || letters > kLongestList) return {};
    return EntryRule{EntryRule::Kind::choice, names};
}

class FormWriter {
  public:
    FormWriter(const FormText& text, const Scenario& base, std::size_t municipality)
        : text_(text), s_(base), own_(base.municipalities[municipality]), offices_(offices_of(base, municipality)), world_(base) {
        for (const std::size_t o : offices_) names_.push_back(s_.offices[o].name);
    }

    Book write() const {
        Book book;
        book.title = fill(kTitle.in(text_.lang), {own_.name});
        book.footer = text_.footer;
        book.sheets = {settings(), staff(), hours(), pile()};
        return book;
    }

  private:
    std::string said(const Phrase& phrase) const { return phrase.in(text_.lang); }

    BookSheet settings() const {
        BookSheet sheet{.name = said(form::kSettings), .lines = {{{fill(kTitle.in(text_.lang), {own_.name}), Look::title}}}};
        for (const Phrase& line : kHowTo) sheet.lines.push_back({{fill(line.in(text_.lang), {text_.file}), Look::text}});
        BookTable table;
        table.columns = {{said(form::kWhat), Look::strong, 26}, {said(form::kValue), Look::entry_text, 16}, {said(form::kMeaning), Look::text, 90}};
        table.rows = {{said(form::kNumber), own_.number, said(kNumberMeaning)},
                      {said(form::kStart), s_.start, said(kStartMeaning)},
                      {said(form::kWeeks), static_cast<double>(s_.weeks), said(kWeeksMeaning)},
                      {said(form::kCounted), s_.start - std::chrono::days{1}, said(kCountedMeaning)}};
        sheet.table = std::move(table);
        return sheet;
    }

    BookColumn office_column() const { return {said(form::kOffice), Look::entry_text, 32, said(kOfficeHint), choice_of(names_)}; }
    BookColumn from_column() const {
        return {said(form::kFrom), Look::entry_day, 14, said(kFromHint), EntryRule{EntryRule::Kind::day}};
    }

    BookSheet staff() const {
        BookTable table;
        std::vector<std::string> desks;
        for (std::size_t d = 0; d < kOfficeDesks; ++d) desks.push_back(desk_name(key_of(static_cast<DeskKind>(d)), text_.lang));
        table.columns = {office_column(),
                         {said(form::kDesk), Look::entry_text, 20, said(kDeskHint), choice_of(desks)},
                         from_column(),
                         {said(form::kPositions), Look::entry_number, 14, said(kPositionsHint),
                          EntryRule{EntryRule::Kind::number, {}, 0, kMostPositions}},
                         {said(form::kNote), Look::entry_text, 50}};
        for (const std::size_t o : offices_)
            for (std::size_t d = 0; d < kOfficeDesks; ++d) {
                const auto points = positions_of(world_, o, d);
                for (std::size_t p = 0; p < points.size(); ++p)
                    table.rows.push_back({s_.offices[o].name, desks[d], p == 0 ? CellValue{} : CellValue{points[p].from}, points[p].value, CellValue{}});
            }
        table.spare_rows = kSpareRows;
        return {.name = said(form::kStaff), .lines = {}, .table = std::move(table)};
    }

    BookSheet hours() const {
        BookTable table;
        table.columns = {office_column(), from_column()};
        for (const Phrase& day : form::kDays) table.columns.push_back({said(day), Look::entry_text, 14, said(kHoursHint), {}});
        for (const std::size_t o : offices_)
            for (std::size_t p = 0; p < s_.door_hours[o].periods.size(); ++p) {
                const OpeningHours::Period& period = s_.door_hours[o].periods[p];
                Row row{s_.offices[o].name, p == 0 ? CellValue{} : CellValue{period.from}};
                for (const auto& day : period.week) row.emplace_back(day ? day_text(day) : said(form::kClosed));
                table.rows.push_back(std::move(row));
            }
        table.spare_rows = kSpareRows;
        return {.name = said(form::kHours), .lines = {}, .table = std::move(table)};
    }

    BookSheet pile() const {
        std::vector<std::string> services;
        for (const Service& service : s_.services)
            if (service.system == System::local) services.push_back(name_of(service.label, service.key, text_.lang));
        const auto yes_or_no = choice_of({said(form::kYes), said(form::kNo)});
        const std::array<std::optional<EntryRule>, 6> rules{EntryRule{EntryRule::Kind::day}, choice_of(services), choice_of(names_),
                                                            yes_or_no,                       yes_or_no,           std::nullopt};
        BookTable table;
        for (std::size_t c = 0; c < form::kPileColumns.size(); ++c)
            table.columns.push_back({said(form::kPileColumns[c].name), c == 0 ? Look::entry_day : Look::entry_text, c == 1 || c == 2 ? 32.0 : 16.0,
                                     said(kPileHints[c]), rules[c]});
        table.spare_rows = kSpareCases;
        return {.name = said(form::kPile), .lines = {}, .table = std::move(table)};
    }

    const FormText& text_;
    const Scenario& s_;
    const Municipality& own_;
    std::vector<std::size_t> offices_;
    std::vector<std::string> names_;
    World world_;
};

}  // namespace

Book form_book(const FormText& text, const Scenario& base, std::size_t municipality) {
    return FormWriter(text, base, municipality).write();
}

}  // namespace skranke
