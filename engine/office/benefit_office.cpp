#include "engine/office/benefit_office.hpp"

namespace skranke {

BenefitOffice::BenefitOffice(const World& world, RunIdentity run)
    : Site(world.benefit_office()),
      unemployment_weeks(world.shape.weeks),
      sickness_weeks(world.shape.weeks),
      world_(world),
      levers_(world, nullptr),
      view_(world, levers_),
      policies_(sim, world, SiteKind::benefit_office, {}, levers_),
      unemployment_(sim, levers_, DeskKind::unemployment_office),
      sickness_(sim, levers_, DeskKind::sickness_office) {
    keep_hours(sim, unemployment_.desk, unemployment_.staff, DeskKind::unemployment_office, Desk::Closing::work_on, run);
    keep_hours(sim, sickness_.desk, sickness_.staff, DeskKind::sickness_office, Desk::Closing::work_on, run);
    keep_weeks(sim, unemployment_.desk, world, unemployment_weeks);
    keep_weeks(sim, sickness_.desk, world, sickness_weeks);
    view_.watch(DeskKind::unemployment_office, unemployment_.desk);
    view_.watch(DeskKind::sickness_office, sickness_.desk);
    policies_.keep(view_);
}

void BenefitOffice::receive(const Message& message) { decide(message.get<Posted<CaseFile>>()); }

Flow BenefitOffice::decide(Posted<CaseFile> application) {
    const bool sickness =
        world_.scenario.services[application.question.person.service].decided_by == DeskKind::sickness_office;
    reply(*this, application.reply_to, world_.delay_of(PostKind::answer),
          co_await work_on_case(sickness ? sickness_ : unemployment_, world_, application.question, nullptr));
}

}  // namespace skranke
