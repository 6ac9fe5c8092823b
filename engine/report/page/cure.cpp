#include "engine/planning/place.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/planning/price_list/price_words.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kCure{"Billigste hjelp som virker: {0}. Om lag {1} flere når fram i tide, til {2} kr per person.",
                       "Billegaste hjelp som verkar: {0}. Om lag {1} fleire når fram i tide, til {2} kr per person.",
                       "Cheapest help that works: {0}. About {1} more reach someone in time, at NOK {2} each."};
constexpr Phrase kCureOfOffices{"Billigste hjelp som virker ved kontoret: {0}. Om lag {1} flere når fram i tide, til {2} kr per person.",
                                "Billegaste hjelp som verkar ved kontoret: {0}. Om lag {1} fleire når fram i tide, til {2} kr per person.",
                                "Cheapest help that works at the office: {0}. About {1} more reach someone in time, at NOK {2} each."};
constexpr Phrase kNothing{"Ingen av tiltakene i prislisten hjelper sikkert her.", "Ingen av tiltaka i prislista hjelper sikkert her.",
                          "None of the measures in the price list surely helps here."};
constexpr Phrase kNotAsked{"Hva som hjelper, og hva det koster: skranke measures.", "Kva som hjelper, og kva det kostar: skranke measures.",
                           "What would help, and what it costs: skranke measures."};

/// Of planning; "" for the whole area, nothing for a municipality without an office.
std::string key_of_place(const Input& in, std::size_t place) {
    if (place == 0) return "";
    for (const PlanningPlace& planned : planning_places(in.scenario))
        for (const std::size_t m : planned.municipalities)
            if (m + 1 == place) return planned.key;
    return "none";
}

}  // namespace

std::string cure_of(const Input& in, std::size_t place) {
    if (in.cures == nullptr) return place == 0 ? element("p", "soft", spans(kNotAsked)) : "";
    const auto found = in.cures->find(key_of_place(in, place));
    if (found == in.cures->end()) return element("p", "soft", spans(kNothing));
    const Cure& cure = found->second;
    return element("p", "cure", spans_of([&](Lang l) {
                       return fill((place == 0 ? kCure : kCureOfOffices).in(l),
                                   {cure.name.in(l), people_of(cure.reached, l), money_of(cure.per_person, l)});
                   }));
}

}  // namespace skranke::page
