#include "engine/office/contact/contact_centre.hpp"

#include <algorithm>

namespace skranke {

namespace {

constexpr auto kPhone = static_cast<std::size_t>(Channel::phone);

}  // namespace

ContactCentre::ContactCentre(const World& world, RunIdentity run)
    : Site(world.contact_centre()), weeks(world.shape.weeks), world_(world), levers_(world, nullptr),
      view_(world, levers_), policies_(sim, world, SiteKind::contact_centre, {}, levers_), agents_(sim),
      hold_(agents_) {
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
    if (room > 0 && static_cast<double>(hold_.holding_the_line()) >= room) {
        agents_.refuse();
        answer(Result::refused);
        co_return;
    }
    const bool hangs_up = call.accepts_callback && is_offered_callback();
    if (hangs_up) hold_.hangs_up();
    const Instant leaves = hangs_up || call.patience.us == 0 ? kNever : rang + call.patience;
    const Turn turn = co_await agents_.seize(0, leaves, hangs_up ? Stay::overnight : Stay::until_closing);
    if (hangs_up) hold_.is_called_back();
    if (turn != Turn::started) {
        answer(turn == Turn::left ? Result::left : Result::closed);
        co_return;
    }
    const Instant started = sim.now();
    const DeskStaff& staff = levers_.staff(DeskKind::contact_centre);
    if (hangs_up && call.offered_callback_missed < (*levers_.missed)[static_cast<std::size_t>(day_of(started))]) {
        co_await sim.delay(staff.at_pace(minutes(world_.scenario.phone_loop.missed_call_min)), Rank::finish);
        agents_.release();
        answer(Result::missed);
        co_return;
    }
    CallAnswer outcome{Result::served, started - rang, started};
    co_await sim.delay(staff.at_pace(call.talk), Rank::finish);
    if (call.needs_query) outcome = co_await involve_office(call, outcome.waited);
    reply(*this, posted.reply_to, world_.delay_of(PostKind::answer), outcome);
    const double wrap_up = (*levers_.wrap_up_min[kPhone])[static_cast<std::size_t>(day_of(sim.now()))];
    co_await sim.delay(staff.at_pace(minutes(wrap_up)), Rank::finish);
    agents_.release();
}

bool ContactCentre::is_offered_callback() const {
    const auto day = static_cast<std::size_t>(day_of(sim.now()));
    return hold_.is_offered((*levers_.offer_callback_after_min)[day], (*levers_.talk_min[kPhone])[day]);
}

Step<CallAnswer> ContactCentre::involve_office(const Call& call, Duration waited) {
    using Result = CallAnswer::Result;
    const bool stays_on = world_.scenario.phone_loop.transfer_kind == Transfer::conference;
    if (call.is_put_through && !stays_on) co_return CallAnswer{Result::put_through, waited, {}};
    const Query query{call.is_put_through ? Query::IfBusy::wait : Query::IfBusy::give_up, call.query_talk,
                      call.office_patience};
    const auto found = co_await ask<QueryAnswer>(*this, call.home, PostKind::query, world_.delay_of(PostKind::query), query);
    switch (found.result) {
        case QueryAnswer::Result::answered: co_return CallAnswer{Result::served, waited, found.since};
        case QueryAnswer::Result::hung_up: co_return CallAnswer{Result::left, waited, {}};
        case QueryAnswer::Result::nobody: break;
    }
    co_return CallAnswer{Result::message_taken, waited, {}};
}

}  // namespace skranke
