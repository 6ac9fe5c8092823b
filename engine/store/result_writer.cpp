#include "engine/store/result_writer.hpp"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <map>
#include <utility>

#include "engine/base/contract.hpp"
#include "engine/store/h5.hpp"
#include "engine/store/layout.hpp"
#include "engine/store/disk/partial_file.hpp"
#include "engine/store/disk/seal.hpp"

namespace skranke {

using layout::Axis;
using layout::Coordinate;
using layout::Element;
using layout::Variable;

namespace {

std::string hexadecimal(std::uint64_t value) {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
    return text;
}

/// Several replications share a chunk if they are small, and one is cut along its first axis if it
/// is large.
h5::Sizes chunk_of(h5::Sizes row, std::size_t element_bytes) {
    constexpr hsize_t kWanted = 64 * 1024;
    constexpr hsize_t kMost = 4 * kWanted;
    hsize_t bytes = element_bytes;
    for (const hsize_t size : row) bytes *= size;
    const hsize_t rows = std::clamp<hsize_t>(kWanted / bytes, 1, 1024);
    while (bytes > kMost && row.front() > 1) {
        bytes /= row.front();
        row.front() = (row.front() + 1) / 2;
        bytes *= row.front();
    }
    row.insert(row.begin(), rows);
    return row;
}

/// \throws StoreError  a value does not fit
template <class Narrow>
void pack(const Variable& variable, const layout::Values& values, std::vector<unsigned char>& bytes) {
    bytes.resize(values.size() * sizeof(Narrow));
    auto* out = reinterpret_cast<Narrow*>(bytes.data());  // vector storage suits every fundamental type
    for (const std::uint64_t value : values) {
        if (value > std::numeric_limits<Narrow>::max())
            throw StoreError(variable.name + " = " + std::to_string(value) + " is more than the file can hold (" +
                             std::to_string(std::numeric_limits<Narrow>::max()) + ")");
        *out++ = static_cast<Narrow>(value);
    }
}

}  // namespace

/// The file while it is open. Whatever goes wrong, the destructor leaves no part of it behind.
class ResultWriter::File {
  public:
    File(std::string path, const RecordShape& shape, const Scenario& scenario, const Provenance& provenance);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void append(const RunRecord& record);
    void add_axis(const std::string& name, const std::vector<std::string>& labels, const std::string& long_name);
    void add_table(const ResultTable& table);
    void finish(std::uint64_t fingerprint);

  private:
    struct Scale {
        h5::Handle dataset;
        hsize_t length = 0;
        std::string companions;  // names of the coordinates that describe it further
    };
    struct Group {
        h5::Handle handle;
        std::map<std::string, Scale> scales;
    };
    struct Column {
        const Variable* variable;
        h5::Handle dataset;
        h5::Sizes sizes;  // as in the file; the first is the number of replications
    };

    template <class Work>
    void guarded(Work work);
    void abandon() noexcept;
    void close_datasets() noexcept;
    void forget_datasets() noexcept;
    void describe(const h5::Handle& dataset, const std::string& unit, const std::string& long_name);
    h5::Handle write_coordinate(const Group& group, const Coordinate& coordinate, const layout::Column& column);
    Scale& scale(Group& group, Axis axis);
    void attach(const h5::Handle& dataset, const std::vector<const Scale*>& scales, unsigned first);
    void write_head(const Provenance& provenance);
    void make_column(const Variable& variable);
    void append_row(Column& column, const RunRecord& record);

    PartialFile partial_;
    RecordShape shape_;
    Scenario scenario_;
    std::uint64_t seed_;
    h5::Handle file_;
    Group root_, summary_;
    std::vector<Column> columns_;
    std::uint64_t replications_ = 0;
    std::uint32_t last_replication_ = 0;
    layout::Values values_;             // one row before packing
    std::vector<unsigned char> bytes_;  // and after
};

/// Runs `work`; if it fails, gives the file up and says which file it was.
template <class Work>
void ResultWriter::File::guarded(Work work) {
    const h5::QuietErrors quiet;
    try {
        work();
    } catch (const StoreError& error) {
        abandon();
        throw StoreError(partial_.path() + ": " + error.what());
    }
}

void ResultWriter::File::abandon() noexcept {
    const h5::QuietErrors quiet;
    if (!h5::can_flush(file_)) forget_datasets();
    close_datasets();
    file_.reset();
}

void ResultWriter::File::forget_datasets() noexcept {
    for (Column& column : columns_) column.dataset.forget();
    for (Group* group : {&root_, &summary_}) {
        for (auto& [name, scale] : group->scales) scale.dataset.forget();
        group->handle.forget();
    }
    file_.forget();
}

void ResultWriter::File::close_datasets() noexcept {
    columns_.clear();
    summary_ = {};
    root_ = {};
}

ResultWriter::File::File(std::string path, const RecordShape& shape, const Scenario& scenario,
                         const Provenance& provenance)
    : partial_(std::move(path)), shape_(shape), scenario_(scenario), seed_(provenance.seed) {
    SKRANKE_EXPECT(scenario.municipalities.size() == shape.municipalities.size());
    SKRANKE_EXPECT(scenario.services.size() == shape.services.size());
    SKRANKE_EXPECT(scenario.groups.size() == shape.groups.size());
    guarded([&] {
        file_ = h5::create_file(partial_.partial_path());
        root_.handle = h5::open_group(file_, "/");
        write_head(provenance);
        for (const Variable& variable : layout::variables())
            if (layout::is_stored(variable, shape_)) make_column(variable);
        summary_.handle = h5::create_group(root_.handle, "summary");
        Group assumptions{h5::create_group(root_.handle, "assumptions"), {}};
        if (!scenario_.assumptions.empty()) scale(assumptions, Axis::key);
        Group inputs{h5::create_group(root_.handle, "inputs"), {}};
        if (!scenario_.inputs.empty()) scale(inputs, Axis::input);
    });
}

ResultWriter::File::~File() { abandon(); }

void ResultWriter::File::describe(const h5::Handle& dataset, const std::string& unit, const std::string& long_name) {
    h5::set_text(dataset, "long_name", long_name);
    h5::set_text(dataset, "units", unit);
}

h5::Handle ResultWriter::File::write_coordinate(const Group& group, const Coordinate& coordinate,
                                                const layout::Column& column) {
    const std::size_t length = std::visit([](const auto& values) { return values.size(); }, column);
    SKRANKE_EXPECT(length > 0);
    h5::DatasetSpec spec;
    spec.name = coordinate.name;
    spec.element = coordinate.element;
    spec.sizes = {length};
    h5::Handle dataset = h5::create_dataset(group.handle, spec);
    h5::write_all(dataset, column);
    describe(dataset, layout::unit_of(coordinate, scenario_), coordinate.long_name);
    if (coordinate.axis == Axis::week) h5::set_text(dataset, "calendar", "standard");
    return dataset;
}

/// The dimension scale of an axis in a group, made with its companions when it is first asked for.
ResultWriter::File::Scale& ResultWriter::File::scale(Group& group, Axis axis) {
    const std::string name = layout::name_of(axis);
    if (const auto found = group.scales.find(name); found != group.scales.end()) return found->second;
    Scale& made = group.scales[name];
    for (const Coordinate& coordinate : layout::coordinates()) {
        if (coordinate.axis != axis) continue;
        const layout::Column column = coordinate.fill(shape_, scenario_);
        h5::Handle dataset = write_coordinate(group, coordinate, column);
        if (coordinate.name == name) {
            h5::make_scale(dataset, name);
            made.dataset = std::move(dataset);
            made.length = h5::sizes_of(made.dataset).front();
        } else {
            attach(dataset, {&made}, 0);
            made.companions += (made.companions.empty() ? "" : " ") + coordinate.name;
        }
    }
    return made;
}

/// Ties a dataset's dimensions, from the `first`, to their scales.
void ResultWriter::File::attach(const h5::Handle& dataset, const std::vector<const Scale*>& scales, unsigned first) {
    for (unsigned i = 0; i < scales.size(); ++i) h5::attach_scale(dataset, scales[i]->dataset, first + i);
}

void ResultWriter::File::write_head(const Provenance& provenance) {
    h5::set_text(root_.handle, "Conventions", "CF-1.10");
    h5::set_text(root_.handle, "title", scenario_.title.english(scenario_.name));
    h5::set_text(root_.handle, "source", "Skranke " + provenance.version);
    h5::set_text(root_.handle, "version", provenance.version);
    h5::set_text(root_.handle, "git", provenance.git);
    h5::set_text(root_.handle, "command", provenance.command);
    h5::set_text(root_.handle, "created", provenance.created);
    h5::set_text(root_.handle, "scenario_name", provenance.scenario_name);
    h5::set_text(root_.handle, "scenario_hash", hexadecimal(provenance.scenario_hash));
    h5::set_text(root_.handle, "scenario_text", scenario_.text);
    h5::set_text(root_.handle, "question", provenance.question);
    h5::set_text(root_.handle, "stopping", provenance.stopping);
    h5::set_number(root_.handle, "seed", provenance.seed);
    h5::set_number(root_.handle, "lookahead_us", provenance.lookahead_us);
    h5::set_text(root_.handle, "fingerprint_strength", key_of(provenance.fingerprint_strength));
}

void ResultWriter::File::make_column(const Variable& variable) {
    std::vector<const Scale*> scales;
    h5::Sizes row;
    std::string companions;
    for (const Axis axis : variable.axes) {
        const Scale& along = scale(root_, axis);
        scales.push_back(&along);
        row.push_back(along.length);
        if (!along.companions.empty()) companions += (companions.empty() ? "" : " ") + along.companions;
    }
    h5::DatasetSpec spec;
    spec.name = variable.name;
    spec.element = variable.element;
    spec.sizes = row;
    spec.sizes.insert(spec.sizes.begin(), 0);
    spec.chunk = chunk_of(row, layout::bytes_of(variable.element));
    spec.grows = true;
    spec.cache_bytes = layout::bytes_of(variable.element);
    for (const hsize_t size : spec.chunk) spec.cache_bytes *= size;

    Column column{&variable, h5::create_dataset(root_.handle, spec), spec.sizes};
    describe(column.dataset, variable.unit, variable.long_name);
    if (!companions.empty()) h5::set_text(column.dataset, "coordinates", companions);
    if (columns_.empty()) {
        h5::make_scale(column.dataset, layout::name_of(Axis::replication));
    } else {
        h5::attach_scale(column.dataset, columns_.front().dataset, 0);
        attach(column.dataset, scales, 1);
    }
    columns_.push_back(std::move(column));
}

void ResultWriter::File::append_row(Column& column, const RunRecord& record) {
    const Variable& variable = *column.variable;
    values_.clear();
    variable.access.gather(record, values_);
    if (variable.element == Element::u32)
        pack<std::uint32_t>(variable, values_, bytes_);
    else
        pack<std::uint64_t>(variable, values_, bytes_);  // signed ones too: the same bits

    h5::Sizes start(column.sizes.size(), 0);
    start.front() = column.sizes.front()++;
    h5::Sizes count = column.sizes;
    count.front() = 1;
    h5::grow(column.dataset, column.sizes);
    h5::write_block(column.dataset, variable.element, start, count, bytes_.data());
}

void ResultWriter::File::append(const RunRecord& record) {
    SKRANKE_EXPECT(record.key.seed == seed_);
    SKRANKE_EXPECT(replications_ == 0 || record.key.replication > last_replication_);
    const RunRecord expected(shape_);
    SKRANKE_EXPECT(record.outcomes.size() == expected.outcomes.size() && record.times.size() == expected.times.size() &&
                   record.channels.size() == expected.channels.size() &&
                   record.weekly.size() == expected.weekly.size() && record.desks.size() == expected.desks.size());
    guarded([&] {
        for (Column& column : columns_) append_row(column, record);
    });
    last_replication_ = record.key.replication;
    ++replications_;
}

void ResultWriter::File::add_axis(const std::string& name, const std::vector<std::string>& labels,
                                  const std::string& long_name) {
    SKRANKE_EXPECT(!summary_.scales.contains(name));
    guarded([&] {
        const Coordinate coordinate{name, Axis::key, Element::text, "1", long_name, nullptr};
        Scale& made = summary_.scales[name];
        made.dataset = write_coordinate(summary_, coordinate, labels);
        made.length = labels.size();
        h5::make_scale(made.dataset, name);
    });
}

void ResultWriter::File::add_table(const ResultTable& table) {
    guarded([&] {
        std::vector<const Scale*> scales;
        h5::DatasetSpec spec;
        std::string companions;
        std::size_t values = 1;
        for (const std::string& name : table.axes) {
            for (std::size_t axis = 0; axis < layout::kAxes; ++axis)
                if (layout::length_of(static_cast<Axis>(axis), shape_) > 0 &&
                    name == layout::name_of(static_cast<Axis>(axis)))
                    scale(summary_, static_cast<Axis>(axis));
            const auto along = summary_.scales.find(name);
            SKRANKE_EXPECT(along != summary_.scales.end());
            scales.push_back(&along->second);
            spec.sizes.push_back(along->second.length);
            values *= along->second.length;
            if (!along->second.companions.empty())
                companions += (companions.empty() ? "" : " ") + along->second.companions;
        }
        SKRANKE_EXPECT(table.values.size() == values);
        spec.name = table.name;
        spec.element = Element::f64;
        const h5::Handle dataset = h5::create_dataset(summary_.handle, spec);
        h5::write_all(dataset, table.values);
        describe(dataset, table.unit, table.long_name);
        h5::set_fill_nan(dataset);
        if (!companions.empty()) h5::set_text(dataset, "coordinates", companions);
        attach(dataset, scales, 0);
    });
}

void ResultWriter::File::finish(std::uint64_t fingerprint) {
    guarded([&] {
        h5::set_text(root_.handle, "fingerprint", hexadecimal(fingerprint));
        h5::set_number(root_.handle, "replications", replications_);
        h5::set_number(root_.handle, layout::kFormatAttribute, layout::kFormat);
        close_datasets();
        h5::close_file(file_);
        seal_file(partial_.partial_path());
    });
    partial_.publish();
}

ResultWriter ResultWriter::open(std::string path, const RecordShape& shape, const Scenario& scenario,
                                const Provenance& provenance) {
    return ResultWriter(std::make_unique<File>(std::move(path), shape, scenario, provenance));
}

ResultWriter::ResultWriter(std::unique_ptr<File> file) : file_(std::move(file)) {}
ResultWriter::ResultWriter(ResultWriter&&) noexcept = default;
ResultWriter& ResultWriter::operator=(ResultWriter&&) noexcept = default;
ResultWriter::~ResultWriter() = default;

void ResultWriter::append(const RunRecord& record) { file_->append(record); }
void ResultWriter::add_axis(const std::string& name, const std::vector<std::string>& labels,
                            const std::string& long_name) {
    file_->add_axis(name, labels, long_name);
}
void ResultWriter::add_table(const ResultTable& table) { file_->add_table(table); }
void ResultWriter::finish(std::uint64_t fingerprint) { file_->finish(fingerprint); }

}  // namespace skranke
