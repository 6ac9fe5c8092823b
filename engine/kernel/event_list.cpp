#include "engine/kernel/event_list.hpp"

namespace skranke {

void EventList::become_many(const Event& one_more) {
    for (; few_size_ > 0; --few_size_) many_.push(few_[few_size_]);
    many_.push(one_more);
    if (many_.ran_out()) many_.turn();
}

void EventList::turn() {
    if (many_.size() > kFewAgain) return many_.turn();
    for (const Event& event : many_.take_all()) insert(event);
}

}  // namespace skranke
