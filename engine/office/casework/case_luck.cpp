#include "engine/office/casework/case_luck.hpp"

namespace skranke {

namespace {

Duration in_days_of(double days_wanted) { return minutes(days_wanted * 24 * 60); }

Duration exponential_days(NumberedDraws& draws, std::uint32_t number, double mean_days) {
    return in_days_of(exponential_quantile(draws.at(number), mean_days));
}

void draw_documents(CaseLuck& luck, NumberedDraws& draws, const Service& service) {
    const double delay = exponential_quantile(draws.at(draw::documents_delay), service.documents_days);
    luck.never_complete =
        draws.at(draw::documents_dropout) < service.documents_dropout || delay > service.documents_chase_days;
    luck.documents_delay = in_days_of(luck.never_complete ? service.documents_chase_days : delay);
}

}  // namespace

CaseLuck draw_luck(const Levers& levers, const World& world, const CaseFile& file, Instant now) {
    const Person& person = file.person;
    const Service& service = world.scenario.services[person.service];
    NumberedDraws draws = person.draws(Purpose::casework);
    const auto today = static_cast<std::size_t>(day_of(now));
    CaseLuck luck;
    luck.effort_over_mean = world.unit_effort[person.service].quantile(draws.at(draw::effort));
    luck.lacks_documents = draws.at(draw::documents_missing) < (*levers.documents_missing[person.service])[today];
    if (person.documents != Documents::by_chance) luck.lacks_documents = person.documents == Documents::missing;
    if (service.withdraw_days > 0)
        luck.withdraws = now + exponential_days(draws, draw::withdrawal, service.withdraw_days);
    if (luck.lacks_documents) draw_documents(luck, draws, service);
    luck.waits_for_others = draws.at(draw::third_party) < service.third_party;
    if (luck.waits_for_others)
        luck.third_party_delay = exponential_days(draws, draw::third_party_delay, service.third_party_days);
    if (file.paper != Paper::none)
        luck.paper_delay = exponential_days(
            draws, draw::paper_delay, file.paper == Paper::by_hand ? service.paper_days : service.paper_post_days);
    luck.comes_back = service.rework_share > 0 && draws.at(draw::rework) < service.rework_share;
    if (luck.comes_back) luck.rework_delay = exponential_days(draws, draw::rework_delay, service.rework_days);
    return luck;
}

bool is_acute(const Scenario& scenario, const Person& person) {
    const double probability = scenario.services[person.service].acute * scenario.groups[person.group].acute_factor;
    return probability > 0 && person.draws(Purpose::casework).at(draw::acute) < probability;
}

bool needs_paper(const Scenario& scenario, const Person& person) {
    const double probability = scenario.services[person.service].paper_attachment;
    return probability > 0 && person.draws(Purpose::casework).at(draw::paper) < probability;
}

}  // namespace skranke
