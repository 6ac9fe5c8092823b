#include "engine/office/desk.hpp"

namespace skranke {

void Desk::account() {
    const std::int64_t passed = (sim.now() - counted_until_).us;
    counted_until_ = sim.now();
    if (!in_hours_ || passed == 0) return;
    week_->busy_us += busy_ * passed;
    week_->staffed_us += (heads_ > busy_ ? heads_ : busy_) * passed;
}

bool Desk::start_at_once() {
    ++week_->arrived;
    if (!has_free_head()) return false;
    account();
    ++busy_;
    ++week_->started;
    return true;
}

void Desk::join(WaitingLine::Node& node) {
    node.joined = sim.now();
    if (node.since == kNever) node.since = sim.now();
    line_.join(node);
    if (node.leave_at != kNever) arm_patience();
}

void Desk::resume(WaitingLine::Node& node, Turn turn) {
    line_.remove(node);
    node.turn = turn;
    sim.resume_soon(node.journey);
}

void Desk::serve_line() {
    while (serves_ && busy_ < heads_) {
        WaitingLine::Node* next = line_.first();
        if (next == nullptr) {
            if (until_line_is_empty_) serves_ = until_line_is_empty_ = false;
            return;
        }
        account();
        ++busy_;
        ++week_->started;
        week_->wait_us += (sim.now() - next->joined).us;
        resume(*next, Turn::started);
    }
}

void Desk::release() {
    SKRANKE_ASSERT(busy_ > 0);
    account();
    --busy_;
    serve_line();
}

void Desk::set_heads(int heads) {
    SKRANKE_EXPECT(heads >= 0);
    account();
    heads_ = heads;
    serve_line();
}

void Desk::open() {
    account();
    in_hours_ = serves_ = true;
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
    account();
    in_hours_ = false;
    if (how == Closing::work_on) return;
    if (how == Closing::send_home) send_home();
    serves_ = how == Closing::serve_line && !line_.empty();
    until_line_is_empty_ = serves_;
}

void Desk::count_in(DeskWeek& week) {
    account();
    week_ = &week;
}

void Desk::patience_ended() {
    if (sim.now() != patience_.armed_for) return;  // an earlier deadline had taken its place
    patience_.armed_for = kNever;
    for (WaitingLine::Node* node = line_.most_impatient(); node != nullptr && node->leave_at <= sim.now();
         node = line_.most_impatient()) {
        ++week_->left;
        resume(*node, Turn::left);
    }
    arm_patience();
}

void Desk::arm_patience() {
    const WaitingLine::Node* node = line_.most_impatient();
    if (node == nullptr || node->leave_at >= patience_.armed_for) return;
    patience_.armed_for = node->leave_at;
    sim.schedule(node->leave_at, Rank::leave, patience_);
}

}  // namespace skranke
