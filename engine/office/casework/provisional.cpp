// Provisional replies: a case that takes long gets a letter. The office turns to it some time before it is
// due, and writes it before the cases of its priority, or it would wait behind its own case. A letter that
// waits in line when its case is decided is written none the less.

#include <algorithm>

#include "engine/office/office.hpp"

namespace skranke {

Instant provisional_due(const World& world, const CaseFile& file) {
    return file.received + minutes(world.scenario.services[file.person.service].provisional.after_days * 24 * 60);
}

Task provisional_task(const CaseDesk& at, const World& world, const CaseFile& file) {
    const Service& service = world.scenario.services[file.person.service];
    return {place_of(at, service, file.person, Instant{}, Instant{}),
            {service.provisional.effort_min, nullptr},
            kNever,
            Manner::waits};
}

Flow OfficeSite::send_provisional(CaseFile file, CaseRegister::Entry entry) {
    const Service& service = world_.scenario.services[file.person.service];
    const Instant due = provisional_due(world_, file);
    co_await sim.until(std::max(due - minutes(service.provisional.ahead_days * 24 * 60), sim.now()));
    if (!cases_.is_open(entry)) co_return;
    Instant sent;
    if (service.system == System::local) {
        co_await have_turn(casework_, provisional_task(casework_, world_, file));
        sent = sim.now();
    } else {
        sent = co_await ask<Instant>(*this, world_.benefit_office(), PostKind::provisional,
                                     world_.delay_of(PostKind::provisional), file);
    }
    if (!cases_.is_open(entry)) co_return;
    cases_.note_reply(entry);
    if (sim.now() <= due || !world_.is_counted(file.person.born)) co_return;  // count_provisional sees it
    ReplyCell& counts = ledger.reply(file.person);
    ++(sent <= due ? counts.in_time : counts.late);
}

Flow OfficeSite::count_provisional(CaseFile file, CaseRegister::Entry entry) {
    co_await sim.until(std::max(provisional_due(world_, file), sim.now()), Rank::leave);
    if (!cases_.is_open(entry) || !world_.is_counted(file.person.born)) co_return;
    ReplyCell& counts = ledger.reply(file.person);
    ++counts.due;
    if (cases_.has_reply(entry)) ++counts.in_time;
}

}  // namespace skranke
