#include "engine/office/casework/work_in_hand.hpp"

#include <algorithm>

namespace skranke {

WorkInHand::Bell& WorkInHand::take_bell() {
    if (silent_.empty()) return bells_.emplace_back(*this);
    Bell& bell = *silent_.back();
    silent_.pop_back();
    return bell;
}

void WorkInHand::begin(Work& work) {
    work.begun_as_ = begun_++;
    work.at_ = works_.size();
    works_.push_back(&work);
    work.bell_ = &take_bell();
    work.bell_->rings_for = &work;
    sim_.schedule(work.finish_, Rank::finish, *work.bell_);
}

void WorkInHand::take_out(Work& work) {
    works_[work.at_] = works_.back();
    works_[work.at_]->at_ = work.at_;
    works_.pop_back();
    work.bell_->rings_for = nullptr;
    work.bell_ = nullptr;
}

void WorkInHand::ring(Bell& bell) {
    Work* work = bell.rings_for;
    silent_.push_back(&bell);
    if (work == nullptr) return;
    take_out(*work);
    work->finished_ = true;
    work->journey_.resume();
}

bool WorkInHand::put_one_aside() {
    if (works_.empty()) return false;
    const auto can_worse_wait = [](const Work* a, const Work* b) {
        return a->priority_ != b->priority_ ? a->priority_ < b->priority_ : a->begun_as_ < b->begun_as_;
    };
    Work& work = **std::max_element(works_.begin(), works_.end(), can_worse_wait);
    take_out(work);
    sim_.resume_soon(work.journey_);
    return true;
}

}  // namespace skranke
