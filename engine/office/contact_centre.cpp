#include "engine/office/contact_centre.hpp"

#include <algorithm>

namespace skranke {

namespace {

constexpr auto kPhone = static_cast<std::size_t>(Channel::phone);

}  // namespace

ContactCentre::ContactCentre(const World& world, RunIdentity run)
    : Site(world.contact_centre()), weeks(world.shape.weeks), world_(world), levers_(world, nullptr),
      view_(world, levers_), policies_(sim, world, SiteKind::contact_centre, {}, levers_), agents_(sim) {
    const bool serves_line = world.scenario.channels[kPhone].at_closing == CloseRule::serve;
    keep_hours(sim, agents_, levers_.staff(DeskKind::contact_centre), DeskKind::contact_centre,
               serves_line ? Desk::Closing::serve_line : Desk::Closing::send_home, run);
    keep_weeks(sim, agents_, world, weeks);
    view_.watch(DeskKind::contact_centre, agents_);
    policies_.keep(view_);
}

void ContactCentre::receive(const Message& message) {
    if (static_cast<PostKind>(message.kind) == PostKind::answer) return take_answer(message);
    take_call(message.get<Posted<Call>>());
}

Flow ContactCentre::take_call(Posted<Call> posted) {
    using Result = CallAnswer::Result;
    const Call call = posted.question;
    const auto day = static_cast<std::size_t>(day_of(sim.now()));
    const Instant rang = sim.now();
    const auto answer = [&](Result result, Instant reached = {}) {
        reply(*this, posted.reply_to, world_.delay_of(PostKind::answer), CallAnswer{result, sim.now() - rang, reached});
    };

    if (!levers_.hours[kPhone]->is_open(rang)) {
        answer(Result::closed);
        co_return;
    }
    const double room = (*levers_.room[kPhone])[day];
    if (room > 0 && static_cast<double>(agents_.waiting()) >= room) {
        agents_.refuse();
        answer(Result::refused);
        co_return;
    }
    const Instant leaves = call.patience.us > 0 ? rang + call.patience : kNever;
    const Turn turn = co_await agents_.seize(0, leaves);
    if (turn != Turn::started) {
        answer(turn == Turn::left ? Result::left : Result::closed);
        co_return;
    }
    const Instant started = sim.now();
    const Duration waited = started - rang;
    const DeskStaff& staff = levers_.staff(DeskKind::contact_centre);
    co_await sim.delay(staff.at_pace(call.talk), Rank::finish);
    CallAnswer outcome{Result::served, waited, started};
    if (call.needs_query) {
        const auto found = co_await ask<QueryAnswer>(*this, call.home, PostKind::query, world_.delay_of(PostKind::query),
                                                     Query{call.query_talk});
        outcome.result = found.answered ? Result::served : Result::message_taken;
        outcome.reached = found.since;
    }
    reply(*this, posted.reply_to, world_.delay_of(PostKind::answer), outcome);
    const double wrap_up = (*levers_.wrap_up_min[kPhone])[static_cast<std::size_t>(day_of(sim.now()))];
    co_await sim.delay(staff.at_pace(minutes(wrap_up)), Rank::finish);
    agents_.release();
}

}  // namespace skranke
