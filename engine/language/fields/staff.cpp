#include "engine/language/fields/parts.hpp"

namespace skranke::fields {

namespace {

void describe_desk(V& v, DeskRules& d) {
    v.timeline({"per_1000_adults", "positions", 0, 1000, "Positions per 1,000 residents aged 18 or more.", kStatistics},
               d.per_1000_adults);
    v.timeline({"positions", "positions", 0, 1e5, "Added to the above; alone for shared desks.", kRecords},
               d.positions);
    v.number({"minimum", "positions", 0, 1e5, "At least these, however small the population.", kRecords}, d.minimum);
    v.number({"more", "positions", -1e5, 1e5, "Added to all of the above; below 0: fewer, but none at least.", kChoice}, d.more);
    v.number({"follow_recipients", "exponent", 0, 2,
              "Positions per adult follow (recipients per 1,000 / table's mean) to this power.", kAssumed},
             d.follow_recipients);
    v.number({"cover", "heads", 0, 1e5, "Heads who are always replaced when absent.", kRecords}, d.cover);
    v.hours(words("hours", "opening hours", "Working hours; required if anybody works here.", kRecords), d.hours);
    v.timeline(probability("absence", "Probability that a head is absent on a day.", kStatistics), d.absence);
    v.timeline({"speed", "factor", 0, 100, "Working minutes done in a minute.", kAssumed}, d.speed);
    describe_attendance(v, d);
    describe_learning(v, d);
    describe_overtime(v, d.overtime);
    v.number({"hour_cost", "NOK", 0, 1e5, "Of an hour that a head is present, employer's share included.", kStatistics},
             d.hour_cost);
    describe_rota(v, d.rota);
}

void describe_cases(V& v, CaseRules& c) {
    choose(v,
           words("discipline", "discipline",
                 "casework and benefit offices: which case is next; priority = lowest priority number, first come "
                 "first served within one; growing = "
                 "most points, points_per_class x (7 - priority) at first and the service's priority_growth for each "
                 "day since the application; earliest_due = whose clock runs out first."),
           kDisciplineKeys, c.discipline);
    v.number({"points_per_class", "points", 0, 1e6, "growing: start of a priority over that of the next higher number.",
              kChoice},
             c.points_per_class);
    count(v,
          {"urgent_priority", "rank", -1, 7,
           "This priority and lower numbers are begun however many cases there are, and go before all others by due "
           "date; -1 = none.",
           kChoice},
          c.urgent_priority);
    v.number({"most_cases", "cases", 0, 1e4,
              "That each head on the roster may have begun and not closed, waits for documents included; no other is "
              "begun before one is closed; 0 = no limit.",
              kRecords},
             c.most_cases);
}

void describe_local_desk(V& v, DeskRules& d, DeskKind kind) {
    describe_desk(v, d);
    if (decides_cases(kind)) describe_cases(v, d.cases);
    describe_help(v, d);
    v.table({"small_office", "What offices with few residents have instead."}, [&] {
        DeskRules::SmallOffice& small = d.small_office;
        v.number({"residents", "persons", 0, 1e9, "Offices with fewer are small; 0 = none is.", kChoice},
                 small.residents);
        v.timeline(probability("absence", "Probability that a head is absent on a day.", kAssumed), small.absence);
        v.number({"cover", "heads", 0, 1e5, "Heads who are always replaced when absent.", kAssumed}, small.cover);
    });
}

}  // namespace

void describe_desks(V& v, Scenario& s) {
    v.named({"desk", "Staff: three desks in every office, three shared."}, kDeskKeys, [&](std::size_t i) {
        const auto kind = static_cast<DeskKind>(i);
        if (i < kOfficeDesks) return describe_local_desk(v, s.desks[i], kind);
        describe_desk(v, s.desks[i]);
        if (decides_cases(kind)) describe_cases(v, s.desks[i].cases);
    });
}

void describe_offices(V& v, ScenarioDraft& draft) {
    const auto hours_of = [&draft](Channel channel) -> const OpeningHours& {
        return draft.scenario.channels[static_cast<std::size_t>(channel)].hours;
    };
    const auto local_desks = std::span<const char* const>{kDeskKeys}.first(kOfficeDesks);
    v.keyed({"office", "What differs at one office, by its id."}, Names::defined_elsewhere, [&](const std::string& id) {
        draft.offices.push_back(
            {id, hours_of(Channel::drop_in), hours_of(Channel::office_phone), draft.scenario.desks});
        ScenarioDraft::OfficeOverride& office = draft.offices.back();
        v.hours(words("drop_in_hours", "opening hours", "When the door is open, instead of channel.drop_in.hours.",
                      kRecords),
                office.drop_in_hours);
        v.hours(words("phone_hours", "opening hours",
                      "When its own number is answered, by its duty phone; instead of channel.office_phone.hours.", kRecords),
                office.phone_hours);
        v.named({"desk", "Its desks; keys left out are those of [desk.*]."}, local_desks,
                [&](std::size_t i) { describe_local_desk(v, office.desks[i], static_cast<DeskKind>(i)); });
    });
}

}  // namespace skranke::fields
