// Calls that are put through, and people who are called back.

#include "tests/theory/models/scenario_model.hpp"
#include "tests/theory/tiny_world.hpp"

namespace skranke::test {
namespace {

Ratio wait_at(const World& world, const RunRecord& record, DeskKind kind) {
    const DeskWeek desk = desk_total(world, record, kind);
    return {static_cast<double>(desk.wait_us) / 60e6, static_cast<double>(desk.started)};
}

/// Every call needs the office and is put through to it.
Scenario tandem(double between_calls, double agent_talk, double office_talk, Transfer kind) {
    Scenario s = tiny_world(Channel::phone, between_calls, 10);
    desk_of(s, DeskKind::contact_centre).positions = Timeline{1};
    desk_of(s, DeskKind::duty_phone).positions = Timeline{1};
    rules_of(s, Channel::phone).talk_min = Timeline{agent_talk};
    s.phone_loop.query_share = s.phone_loop.transfer = 1;
    s.phone_loop.query_talk_min = office_talk;
    s.phone_loop.transfer_kind = kind;
    return s;
}

/// Messages are taken before noon and answered after it, by as many clerks as it takes.
Scenario afternoons_of_callbacks(double missed, int attempts) {
    Scenario s = tiny_world(Channel::phone, 10, 8);
    s.warm_up_weeks = 0;
    rules_of(s, Channel::phone).hours.periods[0].week.fill(DailyHours{0, 660});
    rules_of(s, Channel::phone).talk_min = Timeline{0.5};
    desk_of(s, DeskKind::contact_centre).positions = Timeline{50};
    desk_of(s, DeskKind::duty_phone).positions = Timeline{200};
    desk_of(s, DeskKind::duty_phone).hours.periods[0].week.fill(DailyHours{720, 1440});
    s.phone_loop.query_share = 1;
    s.phone_loop.callback_delay_hours = s.phone_loop.callback_again_hours = 0.2;
    s.phone_loop.missed = missed;
    s.phone_loop.callback_attempts = attempts;
    return s;
}

Model put_through() {
    const double exact = 4.5 / 6 / (1 / 4.5 - 1 / 6.0);
    return {"calls put through",
            Part::channels,
            "Burke: M/M/1 behind M/M/1",
            {{"wait at the office, min"}},
            {"office talks 10 % longer"},
            40,
            [=] { return std::vector{exact}; },
            scenario_player({tandem(6, 4, 4.5, Transfer::hand_over), tandem(6, 4, 4.5 * 1.1, Transfer::hand_over)},
                            [](const World& world, const RunRecord& record) {
                                return std::vector{wait_at(world, record, DeskKind::duty_phone)};
                            })};
}

Model conference() {
    const double talks = 2 + 2.2 + 2 * 0.1, variance = 2 * 2 + 2.2 * 2.2;  // the line takes 0.1 minutes each way
    const double exact = (variance + talks * talks) / 6 / 2 / (1 - talks / 6);
    return {"conference with the office",
            Part::channels,
            "Pollaczek-Khinchine, service is both talks",
            {{"wait for an agent, min"}},
            {"office talks 10 % longer"},
            40,
            [=] { return std::vector{exact}; },
            scenario_player({tandem(6, 2, 2.2, Transfer::conference), tandem(6, 2, 2.2 * 1.1, Transfer::conference)},
                            [](const World& world, const RunRecord& record) {
                                return std::vector{wait_at(world, record, DeskKind::contact_centre)};
                            })};
}

Model callbacks() {
    const double m = 0.6;
    return {"calls back",
            Part::channels,
            "absorbing chain",
            {{"share missed"}, {"calls a message"}},
            {"missed 5 % more often"},
            30,
            [=] {
                return std::vector{m * m * m, 1 + m + m * m};
            },
            scenario_player({afternoons_of_callbacks(m, 3), afternoons_of_callbacks(1.05 * m, 3)},
                            [](const World& world, const RunRecord& record) {
                                const ChannelCell& phone = record.channels[index_of(Channel::phone)];
                                const std::uint64_t messages = phone.reached + phone.missed;
                                const DeskWeek desk = desk_total(world, record, DeskKind::duty_phone);
                                return std::vector{share(phone.missed, messages), share(desk.started, messages)};
                            })};
}

}  // namespace

std::vector<Model> phone_models() { return {put_through(), conference(), callbacks()}; }

}  // namespace skranke::test
