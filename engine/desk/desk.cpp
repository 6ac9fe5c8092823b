#include "engine/desk/desk.hpp"

namespace skranke {

// Head-time is the sum of the instants at which heads became free or left, less those at which they
// became busy or came. In between, those who are busy or present now are missing.
void Desk::begin_counting() {
    in_hours_ = true;
    week_->busy_us -= busy_ * sim.now().us;
    week_->staffed_us -= staffed() * sim.now().us;
}

void Desk::stop_counting() {
    week_->busy_us += busy_ * sim.now().us;
    week_->staffed_us += staffed() * sim.now().us;
    in_hours_ = false;
}

void Desk::serve_line() {
    while (serves_ && busy_ < heads_) {
        WaitingLine::Node* next = line_.first();
        if (next == nullptr) {
            if (until_line_is_empty_) serve(until_line_is_empty_ = false);
            if (watch_ != nullptr) watch_->heads_are_free(*this);
            return;
        }
        if (growth_ != nullptr) next = line_.first(*growth_, sim.now());
        take_head();
        start(*next);
    }
}

void Desk::give_back() {
    if (in_hours_) {
        week_->busy_us += sim.now().us;
        if (busy_ > heads_) week_->staffed_us += sim.now().us;
    }
    --busy_;
    serve_line();
}

void Desk::set_heads(int heads) {
    SKRANKE_EXPECT(heads >= 0);
    const bool counted = in_hours_;
    if (counted) stop_counting();
    heads_ = heads;
    if (counted) begin_counting();
    serve_line();
}

void Desk::open() {
    if (!in_hours_) begin_counting();
    serve(true);
    until_line_is_empty_ = false;
    serve_line();
}

void Desk::send_home() {
    line_.for_each_leaving_at_closing([this](WaitingLine::Node& node) {
        ++week_->sent_home;
        resume(node, Turn::sent_home);
    });
}

void Desk::close(Closing how) {
    if (in_hours_) stop_counting();
    if (how == Closing::work_on) return;
    if (how == Closing::send_home) send_home();
    serve(how == Closing::serve_line && !line_.empty());
    until_line_is_empty_ = serves_;
}

void Desk::count_in(DeskWeek& week) {
    const bool counted = in_hours_;
    if (counted) stop_counting();
    week_ = &week;
    if (counted) begin_counting();
}

DeskWeek Desk::counts() const {
    DeskWeek week = *week_;
    if (in_hours_) {
        week.busy_us += busy_ * sim.now().us;
        week.staffed_us += staffed() * sim.now().us;
    }
    return week;
}

void Desk::patience_ended() {
    if (sim.now() != patience_.armed_for) return;  // an earlier deadline had taken its place
    patience_.armed_for = kNever;
    for (WaitingLine::Node* node = line_.most_impatient(); node != nullptr && node->leave_at <= sim.now();
         node = line_.most_impatient()) {
        ++week_->left;
        resume(*node, Turn::left);
    }
    if (const WaitingLine::Node* node = line_.most_impatient()) arm_patience(node->leave_at);
}

}  // namespace skranke
