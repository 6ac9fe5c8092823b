#pragma once
/// \file
/// A result writer puts one experiment into one HDF5 file, replication by replication, so that
/// other programs read it with its names and units and we read it back without loss.
///
/// Shape    the root holds a row per replication (layout.hpp); group `summary` what the caller
///          adds; groups `assumptions` and `inputs` the scenario's assumptions and tables.
/// Order    replications ascend. Summary tables come after the last of them.
/// Memory   does not grow with the number of replications.
/// Threads  HDF5 is entered by one thread at a time, whatever the number of writers.
/// Errors   StoreError, one line with the file's name. After one the writer is of no further use.
///          Until finish() the final name is untouched, and without it nothing is left behind.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/record/provenance.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/store/store_error.hpp"

namespace skranke {

/// Numbers over named axes, in row-major order; NaN where there is no value.
struct ResultTable {
    std::string name;
    std::vector<std::string> axes;  ///< of layout.hpp (but replication and key), or of add_axis()
    std::vector<double> values;
    std::string unit;
    std::string long_name;
};

class ResultWriter {
  public:
    /// \param shape       the same for every record; no axis is empty, and municipalities, services and
    ///                    groups are the scenario's
    /// \param provenance  its fingerprint is ignored; finish() takes it
    static ResultWriter open(std::string path, const RecordShape& shape, const Scenario& scenario,
                             const Provenance& provenance);
    ResultWriter(ResultWriter&&) noexcept;
    ResultWriter& operator=(ResultWriter&&) noexcept;
    ~ResultWriter();

    /// \param record  of the provenance's seed, and of a later replication than the one before
    void append(const RunRecord& record);

    /// Names an axis of the summary that the layout does not know, such as the heads of a verdict.
    void add_axis(const std::string& name, const std::vector<std::string>& labels, const std::string& long_name);
    void add_table(const ResultTable& table);

    /// Completes the file and gives it its name. \param fingerprint  of all replications, in order
    void finish(std::uint64_t fingerprint);

  private:
    class File;
    explicit ResultWriter(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

}  // namespace skranke
