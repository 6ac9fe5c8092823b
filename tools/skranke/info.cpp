#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/analysis/estimate.hpp"
#include "engine/report/wording.hpp"
#include "engine/store/result_reader.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

/// One service in the whole area.
struct ServiceRates {
    MeanEstimator needs;
    RatioEstimator unmet;
    MeanEstimator carried;     ///< open cases that the run began with
    RatioEstimator unmet_new;  ///< without these
};

/// What the replications of a result add up to.
struct Contents {
    std::vector<ServiceRates> services;
    ServiceRates all;
    MeanEstimator persons, events;
};

void add(ServiceRates& rates, const OutcomeCell& cell) {
    const auto ended = [&](Outcome outcome) { return cell.carried.ended[static_cast<std::size_t>(outcome)]; };
    rates.needs.add(static_cast<double>(cell.born));
    rates.unmet.add(static_cast<double>(cell.unmet_total()), static_cast<double>(cell.born - cell.censored));
    rates.carried.add(static_cast<double>(cell.carried.total));
    rates.unmet_new.add(static_cast<double>(cell.unmet_total() - ended(Outcome::unmet)),
                        static_cast<double>(cell.born - cell.censored - cell.carried.total + ended(Outcome::censored)));
}

Contents contents_of(ResultReader& reader) {
    const RecordShape& shape = reader.shape();
    Contents contents;
    contents.services.resize(shape.services.size());
    for (std::uint64_t i = 0; i < reader.replications(); ++i) {
        const RunRecord record = reader.read(i);
        OutcomeCell all;
        for (std::size_t s = 0; s < shape.services.size(); ++s) {
            OutcomeCell sum;
            for (std::size_t m = 0; m < shape.municipalities.size(); ++m)
                for (std::size_t g = 0; g < shape.groups.size(); ++g) sum += record.outcomes[shape.cell(m, s, g)];
            add(contents.services[s], sum);
            all += sum;
        }
        add(contents.all, all);
        contents.persons.add(static_cast<double>(record.persons));
        contents.events.add(static_cast<double>(record.events));
    }
    return contents;
}

double lookahead_min(const Provenance& p) { return static_cast<double>(p.lookahead_us) / 60e6; }

void print_text(const ResultReader& reader, const Contents& contents) {
    const Provenance& p = reader.provenance();
    const RecordShape& shape = reader.shape();
    std::cout << fmt::format("scenario      {} ({})\n", p.scenario_name, reader.title())
              << fmt::format("scenario hash {}\nseed          {}\nreplications  {}\nfingerprint   {} ({})\n",
                             hexadecimal(p.scenario_hash), p.seed, reader.replications(), hexadecimal(p.fingerprint),
                             key_of(p.fingerprint_strength))
              << fmt::format("made by       skranke {}{}, {}\ncommand       {}\n", p.version,
                             p.git.empty() ? "" : " (" + p.git + ")", p.created, p.command)
              << fmt::format("shape         {}, {} services, {} groups, {} desks, {} weeks\n",
                             count_of(shape.municipalities.size(), "municipality", "municipalities"), shape.services.size(), shape.groups.size(),
                             shape.desks.size(), shape.weeks)
              << fmt::format("lookahead     {:g} min: the least time that a message between offices takes, of those\n"
                             "              that run.message_delay_min gives to every kind of message\n",
                             lookahead_min(p))
              << fmt::format("per run       {} persons, {} events\n\n",
                             number(contents.persons.estimate().value, 0, Lang::en),
                             number(contents.events.estimate().value, 0, Lang::en))
              << fmt::format("{:<28} {:>12} {:>10}  {}\n", "whole area", "needs a run", "unmet", "95% interval");
    const auto print = [](const std::string& name, const ServiceRates& rates) {
        const Estimate unmet = rates.unmet.estimate();
        std::cout << fmt::format("{:<28} {:>12} {:>10}  {}\n", name, number(rates.needs.estimate().value, 1, Lang::en),
                                 percent_of(unmet, Lang::en), interval_of(unmet, Lang::en));
    };
    for (std::size_t s = 0; s < shape.services.size(); ++s) print(shape.services[s], contents.services[s]);
    print("all services", contents.all);
    const double carried = contents.all.carried.estimate().value;
    if (carried > 0)
        std::cout << fmt::format("{:<28} {:>12} {:>10}  {}\n", "of these new, not carried over",
                                 number(contents.all.needs.estimate().value - carried, 1, Lang::en),
                                 percent_of(contents.all.unmet_new.estimate(), Lang::en),
                                 interval_of(contents.all.unmet_new.estimate(), Lang::en));
}

nlohmann::json to_json(const Estimate& estimate) {  // an infinite bound becomes null
    if (!estimate.valid) return nullptr;
    return {{"estimate", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

nlohmann::json to_json(const ServiceRates& rates) {
    return {{"needs", rates.needs.estimate().value},
            {"unmet_rate", to_json(rates.unmet.estimate())},
            {"carried_over", rates.carried.estimate().value},
            {"unmet_rate_of_new", to_json(rates.unmet_new.estimate())}};
}

nlohmann::json to_json(const ResultReader& reader, const Contents& contents) {
    const Provenance& p = reader.provenance();
    const RecordShape& shape = reader.shape();
    nlohmann::json json{{"scenario", p.scenario_name},
                        {"title", reader.title()},
                        {"scenario_hash", hexadecimal(p.scenario_hash)},
                        {"seed", p.seed},
                        {"replications", reader.replications()},
                        {"fingerprint", hexadecimal(p.fingerprint)},
                        {"fingerprint_strength", key_of(p.fingerprint_strength)},
                        {"version", p.version},
                        {"git", p.git},
                        {"created", p.created},
                        {"command", p.command},
                        {"shape",
                         {{"municipalities", shape.municipalities},
                          {"municipality_names", shape.municipality_names},
                          {"services", shape.services},
                          {"groups", shape.groups},
                          {"desks", shape.desks.size()},
                          {"weeks", shape.weeks}}},
                        {"lookahead_min", lookahead_min(p)},
                        {"persons", contents.persons.estimate().value},
                        {"events", contents.events.estimate().value},
                        {"whole_area", to_json(contents.all)}};
    for (std::size_t s = 0; s < shape.services.size(); ++s)
        json["whole_area"]["services"][shape.services[s]] = to_json(contents.services[s]);
    return json;
}

}  // namespace

int info(const InfoOptions& options) {
    std::filesystem::path path(options.result);
    if (std::filesystem::is_directory(path)) path /= "result.h5";
    try {
        ResultReader reader = ResultReader::open(path.string());
        const Contents contents = contents_of(reader);
        if (options.format == Format::json)
            std::cout << to_json(reader, contents).dump(2) << "\n";
        else
            print_text(reader, contents);
    } catch (const StoreError& error) {
        throw bad_usage(error.what());
    }
    return 0;
}

}  // namespace skranke
