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
    keep_hours(sim, unemployment_.desk, unemployment_.staff, DeskKind::unemployment_office, Desk::Closing::work_on,
               run);
    keep_hours(sim, sickness_.desk, sickness_.staff, DeskKind::sickness_office, Desk::Closing::work_on, run);
    keep_weeks(sim, unemployment_.desk, world, unemployment_weeks);
    keep_weeks(sim, sickness_.desk, world, sickness_weeks);
    view_.watch(DeskKind::unemployment_office, unemployment_.desk);
    view_.watch(DeskKind::sickness_office, sickness_.desk);
    policies_.keep(view_);
}

void BenefitOffice::receive(const Message& message) {
    const auto posted = message.get<Posted<CaseFile>>();
    static_cast<PostKind>(message.kind) == PostKind::provisional ? write_provisional(posted) : decide(posted);
}

CaseDesk& BenefitOffice::desk_of(const CaseFile& file) {
    const bool sickness = world_.scenario.services[file.person.service].decided_by == DeskKind::sickness_office;
    return sickness ? sickness_ : unemployment_;
}

Flow BenefitOffice::decide(Posted<CaseFile> application) {
    reply(*this, application.reply_to, world_.delay_of(PostKind::answer),
          co_await work_on_case(desk_of(application.question), world_, application.question, nullptr));
}

Flow BenefitOffice::write_provisional(Posted<CaseFile> application) {
    co_await have_turn(desk_of(application.question),
                       provisional_task(desk_of(application.question), world_, application.question));
    reply(*this, application.reply_to, world_.delay_of(PostKind::answer), sim.now());
}

}  // namespace skranke
