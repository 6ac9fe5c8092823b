/// \file
/// Writes the made-up experiment to the file named on the command line, for labels_test.py.

#include <iostream>
#include <limits>

#include "engine/store/result_writer.hpp"
#include "tests/unit/store/sample_result.hpp"

int main(int argc, char** argv) {
    using namespace skranke;
    if (argc != 2) {
        std::cerr << "usage: make_result FILE\n";
        return 2;
    }
    const RecordShape shape = sample::shape();
    ResultWriter writer = ResultWriter::open(argv[1], shape, sample::scenario(shape), sample::provenance());
    for (std::uint32_t r = 0; r < 3; ++r) {
        RunRecord record = sample::record(shape, r);
        record.outcomes[shape.cell(2, 1, 0)].unmet[static_cast<std::size_t>(Reason::left_queue)] = 1000 + r;
        record.weekly[(1 * kRecordSystems + 1) * shape.weeks + 4].open_cases = 77;
        record.desks[3 * shape.weeks + 2].busy_us = -5'000'000'000;
        record.times[shape.pair(0, 1)].handling = {};
        record.times[shape.pair(0, 1)].handling.add_minutes(40);
        writer.append(record);
    }
    const double none = std::numeric_limits<double>::quiet_NaN();
    writer.add_axis("head", {"available", "handled", "sufficient"}, "head of the verdict");
    writer.add_table({"unmet_rate", {"place"}, {0.25, 0.5, none, 0.75}, "1", "unmet needs of all settled ones"});
    writer.add_table(
        {"holds", {"place", "head"}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, "1", "share of replications"});
    writer.add_table({"open_cases", {"place", "week"}, std::vector<double>(20, 2.5), "1", "open cases"});
    writer.finish(0x0123456789abcdef);
    return 0;
}
