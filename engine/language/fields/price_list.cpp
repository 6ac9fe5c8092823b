#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

namespace {

void describe_costs(V& v, PriceAssumptions& p) {
    v.number({"position_day", "NOK", 0, 1e6, "A full position's working day, at desks without an hour_cost.", kAssumed},
             p.position_day);
    v.number({"own_number_day", "NOK", 0, 1e6, "Lines and numbers of an office's own phone, a working day.", kAssumed},
             p.own_number_day);
    v.number({"simplify_start", "NOK", 0, 1e9, "Simplified documents at an office, each step: new forms, training.", kAssumed},
             p.simplify_start);
    v.number({"form_start", "NOK", 0, 1e9, "Taking the digital form into use at an office.", kAssumed}, p.form_start);
}

}  // namespace

void describe_price_list(V& v, PriceAssumptions& p) {
    v.table({"price_list", "How `skranke measures` tries its own measures and what they cost; no run looks at it."}, [&] {
        describe_costs(v, p);
        v.number({"door_clerks", "positions", 0, 100, "Taken from other work while the door is open longer.", kAssumed},
                 p.door_clerks);
        v.number({"door_room", "people", 1, kMostPeople, "Who may wait behind a door that is opened where it was shut.", kAssumed},
                 p.door_room);
        v.number({"own_number_share", "share", 0, 1,
                  "Of callers about local services, those who ring an office's own number once it has one.", kAssumed},
                 p.own_number_share);
        v.number({"own_number_lines", "people", 0, kMostPeople, "Who may wait on that number; 0 = no limit.", kAssumed},
                 p.own_number_lines);
        v.number({"documents_factor", "factor", 0, 1,
                  "Simplified documents, each of two steps: cases that lack something, over those before.", kAssumed},
                 p.documents_factor);
        v.number({"effort_factor", "factor", 0, 1, "The same of the work of a case.", kAssumed}, p.effort_factor);
        v.date(words("borrow_from", "date", "First day of a borrowed caseworker; without it four weeks after the start."),
               p.borrow_from);
        v.number({"borrow_weeks", "weeks", 1, 520, "How long she stays.", kChoice}, p.borrow_weeks);
        v.number({"borrow_pace", "factor", 0.05, 2, "Her work over that of one's own.", kAssumed}, p.borrow_pace);
    });
}

}  // namespace skranke::fields
