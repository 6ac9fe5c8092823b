#pragma once
/// \file
/// A made-up experiment with a number of its own in every place, so that nothing can be mixed up
/// unseen on its way through a file.

#include <cstdint>
#include <random>
#include <string>

#include "engine/record/provenance.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke::sample {

struct Sizes {
    std::size_t municipalities = 3, services = 2, groups = 2, desks = 4, weeks = 5;
};

inline RecordShape shape(const Sizes& sizes = {}) {
    RecordShape made;
    for (std::size_t m = 0; m < sizes.municipalities; ++m) {
        made.municipalities.push_back((m < 9 ? "030" : "03") + std::to_string(m + 1));
        made.municipality_names.push_back("Sør-Øvre " + std::to_string(m + 1));
    }
    for (std::size_t s = 0; s < sizes.services; ++s) made.services.push_back("service_" + std::to_string(s));
    for (std::size_t g = 0; g < sizes.groups; ++g) made.groups.push_back("group_" + std::to_string(g));
    for (std::size_t d = 0; d < sizes.desks; ++d)
        made.desks.push_back({std::to_string(d) + "/casework", "NAV Værnes " + std::to_string(d), "casework"});
    made.policies = {"open_door", "duty_phone", "overtime"};
    made.sites = {"1702", "contact_centre", "benefit_office"};
    for (const std::string& service : made.services) made.limits.push_back(service + "/clock");
    made.limits.push_back("service_0/norm");
    made.weeks = sizes.weeks;
    return made;
}

inline Scenario scenario(const RecordShape& shape) {
    Scenario made;
    made.name = "made-up";
    made.title.en = "A made-up county";
    made.text = "name = \"made-up\"\n# " + std::string(100'000, 'x') + "\n";
    made.start = std::chrono::sys_days{std::chrono::year{2020} / 3 / 2};
    made.weeks = static_cast<int>(shape.weeks);
    for (std::size_t m = 0; m < shape.municipalities.size(); ++m) {
        Municipality municipality;
        municipality.number = shape.municipalities[m];
        municipality.population = 1000.0 + static_cast<double>(m);
        municipality.lon = 10.5;
        municipality.lat = 63.5;
        made.municipalities.push_back(municipality);
    }
    for (std::size_t s = 0; s < shape.services.size(); ++s) {
        Service service;
        service.key = shape.services[s];
        service.system = s % 2 == 0 ? System::local : System::state;
        made.services.push_back(service);
    }
    for (const std::string& key : shape.policies) made.policies.emplace_back().key = key;
    for (std::size_t g = 0; g < shape.groups.size(); ++g) {
        Group group;
        group.key = shape.groups[g];
        group.vulnerable = g == 1;
        made.groups.push_back(group);
    }
    for (const double value : {0.25, 15.0}) {
        Assumption assumption;
        assumption.key = value < 1 ? "phone_loop.missed" : "channels.phone.talk_min";
        assumption.value = value;
        assumption.low = value / 2;
        assumption.high = value * 2;
        assumption.unit = value < 1 ? "share" : "min";
        assumption.basis = "assumption";
        assumption.why = "nobody counts it";
        made.assumptions.push_back(assumption);
    }
    return made;
}

inline Provenance provenance() {
    return {"0.1.0",   "0123abc+changes",  "skranke run made-up.toml", "2024-05-17T12:00:00Z",
            "made-up", 0x0123456789abcdef, 0xfedcba9876543210,         0,
            60'000'000, FingerprintStrength::events};
}

/// A record that keeps invariant 1, every count drawn for itself; `most` bounds each of them.
inline RunRecord record(const RecordShape& shape, std::uint32_t replication, std::uint64_t most = 1'000'000) {
    std::mt19937_64 random(replication + 1);
    const auto count = [&] { return random() % (most + 1); };
    const auto tally = [&] { return Tally{count(), static_cast<std::int64_t>(random() >> 8)}; };
    const auto sketch = [&](QuantileSketch& into) {
        for (std::uint64_t i = random() % 30; i > 0; --i) into.add_minutes(random() >> (40 + random() % 24));
    };
    RunRecord made(shape);
    made.key = {provenance().seed, replication};
    made.fingerprint = random();
    made.events = random();
    made.persons = random();
    for (OutcomeCell& cell : made.outcomes) {
        cell = {0, count(), count(), count(), {}, count(), tally(), tally(), tally()};
        for (std::uint64_t& unmet : cell.unmet) unmet = count();
        cell.born = cell.met_on_time + cell.met_late + cell.censored + cell.unmet_total();
    }
    for (TimeSketches& times : made.times) {
        sketch(times.access);
        sketch(times.handling);
        sketch(times.total);
    }
    for (ChannelCell& cell : made.channels)
        cell = {count(), count(), count(), count(), count(), count(), count(), tally()};
    for (WeekCell& cell : made.weekly) cell = {count(), count(), count(), count(), count()};
    const auto time = [&] { return static_cast<std::int64_t>(random()) >> 8; };  // of either sign
    for (DeskWeek& cell : made.desks)
        cell = {count(), count(), count(), count(), count(), count(), time(), time(), time(), time()};
    for (PolicyCell& cell : made.policies) cell = {count(), count()};
    for (LimitCell& cell : made.limits) cell = {count(), count()};
    for (ReplyCell& cell : made.replies) cell = {count(), count(), count()};
    return made;
}

}  // namespace skranke::sample
