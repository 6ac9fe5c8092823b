#include "engine/scenario/names.hpp"

#include "engine/base/contract.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

namespace {

template <class Keys, class Choice>
const char* key_in(const Keys& keys, Choice choice) {
    const auto index = static_cast<std::size_t>(choice);
    SKRANKE_EXPECT(index < keys.size());
    return keys[index];
}

}  // namespace

const char* key_of(Channel channel) { return key_in(kChannelKeys, channel); }
const char* key_of(DeskKind kind) { return key_in(kDeskKeys, kind); }
const char* key_of(SurgeKind kind) { return key_in(kSurgeKeys, kind); }
const char* key_of(System system) { return key_in(kSystemKeys, system); }
const char* key_of(ClockUnit unit) { return key_in(kClockUnitKeys, unit); }
const char* key_of(ClockBasis basis) { return key_in(kClockBasisKeys, basis); }
const char* key_of(ClockFrom from) { return key_in(kClockFromKeys, from); }
const char* key_of(CloseRule rule) { return key_in(kCloseRuleKeys, rule); }
const char* key_of(AnsweredBy who) { return key_in(kAnsweredByKeys, who); }

}  // namespace skranke
