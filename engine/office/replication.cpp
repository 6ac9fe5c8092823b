#include "engine/office/replication.hpp"

#include <memory>
#include <vector>

#include "engine/kernel/fingerprint.hpp"
#include "engine/office/benefit_office.hpp"
#include "engine/office/contact/contact_centre.hpp"
#include "engine/office/office.hpp"

namespace skranke {

namespace {

void add_weeks(RunRecord& record, const World& world, std::size_t desk, const std::vector<DeskWeek>& weeks) {
    for (std::size_t w = 0; w < weeks.size(); ++w) record.desks[desk * world.shape.weeks + w] += weeks[w];
}

void add_policies(RunRecord& record, const World& world, std::size_t site, const std::vector<PolicyCell>& cells) {
    for (std::size_t p = 0; p < cells.size(); ++p) record.policies[p * world.sites() + site] = cells[p];
}

}  // namespace

RunRecord run_replication(const World& world, std::uint32_t replication, const TakeTurns& take_turns,
                          FingerprintStrength strength, Trace* trace) {
    const RunIdentity run{world.scenario.seed, replication};
    std::vector<std::unique_ptr<OfficeSite>> offices;
    for (std::uint32_t o = 0; o < world.offices.size(); ++o)
        offices.push_back(std::make_unique<OfficeSite>(world, o, run));
    ContactCentre centre(world, run);
    BenefitOffice benefits(world, run);

    std::vector<Site*> sites;
    for (const auto& office : offices) sites.push_back(office.get());
    sites.push_back(&centre);
    sites.push_back(&benefits);
    if (trace != nullptr) {
        trace->sites.assign(sites.size(), {});
        for (std::size_t o = 0; o < offices.size(); ++o) offices[o]->keep_notes(trace->sites[o]);
        benefits.keep_notes(trace->sites[world.benefit_office()]);
    }
    for (Site* site : sites) site->sim.set_fingerprint_strength(strength);
    take_turns(sites, world.lookahead, world.horizon);
    for (Site* site : sites) site->sim.end_all();  // needs still open settle themselves

    RunRecord record(world.shape);
    record.key = {run.seed, replication};
    for (const Site* site : sites) {
        record.fingerprint = combine(record.fingerprint, site->sim.fingerprint());
        record.events += site->sim.executed();
    }
    for (std::size_t o = 0; o < offices.size(); ++o) {
        offices[o]->ledger.add_to(record);
        record.persons += offices[o]->persons;
        add_policies(record, world, o, offices[o]->policies());
        for (std::size_t d = 0; d < kOfficeDesks; ++d)
            add_weeks(record, world, world.desk_index(o, static_cast<DeskKind>(d)), offices[o]->weeks[d]);
    }
    add_weeks(record, world, world.shared_desk_index(DeskKind::contact_centre), centre.weeks);
    add_weeks(record, world, world.shared_desk_index(DeskKind::unemployment_office), benefits.unemployment_weeks);
    add_weeks(record, world, world.shared_desk_index(DeskKind::sickness_office), benefits.sickness_weeks);
    add_policies(record, world, world.contact_centre(), centre.policies());
    add_policies(record, world, world.benefit_office(), benefits.policies());
    SKRANKE_ENSURE(check_conservation(record) < 0);
    return record;
}

}  // namespace skranke
