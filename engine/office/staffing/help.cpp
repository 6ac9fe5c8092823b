#include "engine/office/staffing/help.hpp"

namespace skranke {

Help::Help(Desk& desk, DeskStaff& staff) : home_(desk), home_staff_(staff) { home_.set_watch(*this); }

void Help::go_to(Desk& desk, DeskStaff& staff) {
    helped_.push_back({&desk, &staff});
    desk.set_watch(*this);
}

bool Help::is_wanted(const Helped& there) const {
    return there.desk->in_hours() && home_.in_hours() &&
           static_cast<double>(there.desk->waiting()) >= there.staff->rules->help_when_waiting;
}

bool Help::may_go(const Helped& there) const {
    const auto skilled = static_cast<int>(there.staff->rules->skills * home_staff_.on_duty + 0.5);
    return home_.heads() > 0 && home_.busy() <= home_.heads() && there.staff->helpers < skilled;
}

/// \param heads  +1 = a head goes there, -1 = she goes home
void Help::send(Helped& there, int heads) {
    there.staff->helpers += heads;
    home_staff_.helpers -= heads;
    // First where there is one fewer, so that nobody is at two desks.
    if (heads > 0) home_.set_heads(home_staff_.heads_at_desk());
    there.desk->set_heads(there.staff->heads_at_desk());
    if (heads < 0) home_.set_heads(home_staff_.heads_at_desk());
}

void Help::before_release(Desk& desk) {
    for (Helped& there : helped_) {
        if (&desk == &home_) {
            if (is_wanted(there) && may_go(there)) return send(there, 1);
        } else if (&desk == there.desk && there.staff->helpers > 0 && !is_wanted(there)) {
            return send(there, -1);
        }
    }
}

void Help::someone_waits(Desk& desk) {
    for (Helped& there : helped_)
        if (&desk == there.desk && home_.has_free_head() && is_wanted(there) && may_go(there)) return send(there, 1);
}

void Help::heads_are_free(Desk& desk) {
    if (&desk != &home_) return;
    for (Helped& there : helped_)
        if (home_.has_free_head() && is_wanted(there) && may_go(there)) return send(there, 1);
}

}  // namespace skranke
