// Meetings, the door, interpreters and home visits against what can be worked out by hand.

#include "tests/theory/models/scenario_model.hpp"
#include "tests/theory/tiny_world.hpp"

namespace skranke::test {
namespace {

const ChannelCell& channel(const RunRecord& record, Channel c) { return record.channels[index_of(c)]; }

Scenario meetings(double no_show, double rebook) {
    Scenario s = tiny_world(Channel::appointment, 20, 8);
    desk_of(s, DeskKind::reception).positions = Timeline{50};
    s.appointments = {.slots_per_day = Timeline{10}, .lead_days = 1, .no_show = no_show, .rebook = rebook};
    return s;
}

/// Each booking is kept, lost, or made anew.
Model missed_meetings() {
    const double no_show = 0.4, rebook = 0.5;
    return {"missed meetings",
            Part::channels,
            "geometric number of bookings",
            {{"share of people lost"}, {"share of bookings missed", 1}},
            {"made anew 10 % more often", "missed 10 % more often"},
            40,
            [=] {
                return std::vector{no_show * (1 - rebook) / (1 - no_show * rebook), no_show};
            },
            scenario_player(
                {meetings(no_show, rebook), meetings(no_show, 1.1 * rebook), meetings(1.1 * no_show, rebook)},
                [](const World&, const RunRecord& r) {
                    const std::uint64_t gone = r.outcomes[0].unmet[static_cast<std::size_t>(Reason::left_queue)];
                    const ChannelCell& meeting = channel(r, Channel::appointment);
                    return std::vector{share(gone, gone + r.outcomes[0].met_on_time),
                                       share(meeting.left, meeting.left + meeting.reached)};
                })};
}

/// Who cannot come and takes no part by video has no meeting.
Model video_meetings() {
    const auto world = [](double remote_share) {
        Scenario s = meetings(0, 0);
        s.groups[0].can_travel = 0.5;
        s.appointments.remote_share = remote_share;
        return s;
    };
    return {"video meetings",
            Part::channels,
            "independent chances",
            {{"share barred"}},
            {"10 % more by video"},
            40,
            [] { return std::vector{0.5 * (1 - 0.4)}; },
            scenario_player({world(0.4), world(0.44)}, [](const World&, const RunRecord& r) {
                return std::vector{unmet_share(r, Reason::barrier)};
            })};
}

/// Needs at the door that an interpreter is found for.
Model interpreters() {
    const auto world = [](double delay_days, double talk_factor) {
        Scenario s = tiny_world(Channel::drop_in, 20, 8);
        desk_of(s, DeskKind::reception).positions = Timeline{50};
        s.groups[0].interpreter = 1;
        s.groups[0].interpreter_delay_days = delay_days;
        s.groups[0].interpreter_talk_factor = talk_factor;
        return s;
    };
    return {"interpreters",
            Part::channels,
            "mean of an exponential time",
            {{"days to the talk"}, {"talk, min", 1}},
            {"found 10 % later", "talks 10 % longer"},
            40,
            [] {
                return std::vector{0.05, 15 * 1.5};
            },
            scenario_player({world(0.05, 1.5), world(0.055, 1.5), world(0.05, 1.5 * 1.1)}, [](const World& w,
                                                                                              const RunRecord& r) {
                const Ratio access = minutes_of(r.outcomes[0].access);
                const DeskWeek desk = desk_total(w, r, DeskKind::reception);
                return std::vector{Ratio{access.numerator / 1440, access.denominator},
                                   Ratio{static_cast<double>(desk.busy_us) / 60e6, static_cast<double>(desk.started)}};
            })};
}

Model home_visits() {
    const auto world = [](double travel) {
        Scenario s = tiny_world(Channel::outreach, 100, 30);
        desk_of(s, DeskKind::casework).positions = Timeline{1};
        rules_of(s, Channel::outreach).talk_min = Timeline{20};
        s.outreach.travel_min = Timeline{travel};
        s.outreach.groups = {0};
        return s;
    };
    const double visit = 25 + 20 + 25, square = 20 * 20 + visit * visit;
    const double exact = square / 100 / 2 / (1 - visit / 100) + 25;
    return {"home visits",
            Part::channels,
            "Pollaczek-Khinchine, service is the visit and both ways",
            {{"minutes until somebody comes"}},
            {"ways 10 % longer"},
            40,
            [=] { return std::vector{exact}; },
            scenario_player({world(25), world(27.5)}, [](const World&, const RunRecord& r) {
                return std::vector{minutes_of(r.outcomes[0].access)};
            })};
}

}  // namespace

std::vector<Model> visit_models() { return {missed_meetings(), video_meetings(), interpreters(), home_visits()}; }

}  // namespace skranke::test
