#pragma once
/// \file
/// The names that stand in a form: written in one language, understood in all three.

#include <array>

#include "engine/report/wording.hpp"

namespace skranke::form {

inline constexpr Phrase kSettings{"Kommune", "Kommune", "Municipality"};
inline constexpr Phrase kStaff{"Bemanning", "Bemanning", "Staff"};
inline constexpr Phrase kHours{"Åpningstider", "Opningstider", "Opening hours"};
inline constexpr Phrase kPile{"Åpne saker", "Opne saker", "Open cases"};

// Of the settings.
inline constexpr Phrase kWhat{"Hva", "Kva", "What"};
inline constexpr Phrase kValue{"Verdi", "Verdi", "Value"};
inline constexpr Phrase kMeaning{"Forklaring", "Forklaring", "Meaning"};
inline constexpr Phrase kNumber{"Kommunenummer", "Kommunenummer", "Municipality number"};
inline constexpr Phrase kStart{"Første dag", "Første dag", "First day"};
inline constexpr Phrase kWeeks{"Antall uker", "Tal veker", "Number of weeks"};
inline constexpr Phrase kCounted{"Åpne saker talt den", "Opne saker talde den", "Open cases counted on"};

// Of staff and hours.
inline constexpr Phrase kOffice{"Kontor", "Kontor", "Office"};
inline constexpr Phrase kDesk{"Funksjon", "Funksjon", "Desk"};
inline constexpr Phrase kFrom{"Fra dato", "Frå dato", "From date"};
inline constexpr Phrase kPositions{"Stillinger", "Stillingar", "Positions"};
inline constexpr Phrase kNote{"Merknad", "Merknad", "Note"};
inline constexpr Phrase kClosed{"stengt", "stengt", "closed"};
inline constexpr std::array<Phrase, 7> kDays{{{"Mandag", "Måndag", "Monday"},
                                              {"Tirsdag", "Tysdag", "Tuesday"},
                                              {"Onsdag", "Onsdag", "Wednesday"},
                                              {"Torsdag", "Torsdag", "Thursday"},
                                              {"Fredag", "Fredag", "Friday"},
                                              {"Lørdag", "Laurdag", "Saturday"},
                                              {"Søndag", "Søndag", "Sunday"}}};

// Of the pile, with the key that tables of open cases have for each.
struct PileColumn {
    const char* key;
    Phrase name;
};
inline constexpr std::array<PileColumn, 6> kPileColumns{{{"received", {"Mottatt", "Motteken", "Received"}},
                                                         {"service", {"Tjeneste", "Teneste", "Service"}},
                                                         {"office", kOffice},
                                                         {"urgent", {"Haster", "Hastar", "Urgent"}},
                                                         {"documents_missing", {"Mangler dokumenter", "Manglar dokument", "Documents missing"}},
                                                         {"case_id", {"Saksnummer", "Saksnummer", "Case number"}}}};
inline constexpr Phrase kYes{"ja", "ja", "yes"};
inline constexpr Phrase kNo{"nei", "nei", "no"};

}  // namespace skranke::form
