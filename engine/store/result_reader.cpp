#include "engine/store/result_reader.hpp"

#include <charconv>
#include <cstring>
#include <utility>

#include "engine/base/contract.hpp"
#include "engine/store/h5.hpp"
#include "engine/store/layout.hpp"
#include "engine/store/table_file.hpp"
#include "engine/store/disk/seal.hpp"

namespace skranke {

using layout::Axis;
using layout::Element;
using layout::Variable;

namespace {

std::uint64_t from_hexadecimal(const std::string& text, const char* attribute) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc{} || end != text.data() + text.size() || text.size() != 16)
        throw StoreError(std::string("is damaged: ") + attribute + " is not sixteen hexadecimal digits");
    return value;
}

FingerprintStrength strength_from(const std::string& key) {
    for (const FingerprintStrength strength : kFingerprintStrengths)
        if (key == key_of(strength)) return strength;
    throw StoreError("is damaged: no fingerprint has the strength " + key);
}

template <class Stored>
void unpack(const std::vector<unsigned char>& bytes, layout::Values& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        Stored stored;
        std::memcpy(&stored, bytes.data() + i * sizeof stored, sizeof stored);
        values[i] = stored;
    }
}

}  // namespace

class ResultReader::File {
  public:
    explicit File(std::string path);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    RunRecord read(std::uint64_t index);
    std::vector<InputFile> inputs() const;

    Provenance provenance;
    RecordShape shape;
    std::string title;
    std::string scenario_text;
    std::uint64_t replications = 0;

  private:
    struct Column {
        const Variable* variable;
        h5::Handle dataset;
        h5::Sizes sizes;
    };

    template <class Work>
    void guarded(Work work) const;
    std::string text(const char* attribute) const;
    std::uint64_t number(const char* attribute) const;
    std::vector<std::string> labels(const char* coordinate) const;
    void check_mark() const;
    void read_head();
    void read_shape();
    void open_column(const Variable& variable);

    std::string path_;
    h5::Handle file_, root_;
    std::vector<Column> columns_;
    layout::Values values_;
    std::vector<unsigned char> bytes_;
};

template <class Work>
void ResultReader::File::guarded(Work work) const {
    const h5::QuietErrors quiet;
    try {
        work();
    } catch (const StoreError& error) {
        throw StoreError(path_ + ": " + error.what());
    }
}

ResultReader::File::File(std::string path) : path_(std::move(path)) {
    guarded([&] {
        check_seal(path_);
        file_ = h5::open_file(path_);
        root_ = h5::open_group(file_, "/");
        check_mark();
        read_head();
        read_shape();
        for (const Variable& variable : layout::variables())
            if (layout::is_stored(variable, shape)) open_column(variable);
    });
}

ResultReader::File::~File() {
    const h5::QuietErrors quiet;
    columns_.clear();
    root_.reset();
    file_.reset();
}

void ResultReader::File::check_mark() const {
    const std::optional<std::uint64_t> format = h5::number_of(root_, layout::kFormatAttribute);
    if (!format && h5::number_of(root_, kSweepFormatAttribute))
        throw StoreError("is a sweep, not the result of a run (its answer is in report.html beside it)");
    if (!format && h5::number_of(root_, kStressFormatAttribute))
        throw StoreError("is a stress test, not the result of a run (its answer is in report.html beside it)");
    if (!format) throw StoreError("is not a finished result of Skranke");
    if (*format != layout::kFormat)
        throw StoreError("has layout " + std::to_string(*format) + "; this program reads layout " +
                         std::to_string(layout::kFormat));
}

std::string ResultReader::File::text(const char* attribute) const {
    std::optional<std::string> found = h5::text_of(root_, attribute);
    if (!found) throw StoreError(std::string("is damaged: has no ") + attribute);
    return *std::move(found);
}

std::uint64_t ResultReader::File::number(const char* attribute) const {
    const std::optional<std::uint64_t> found = h5::number_of(root_, attribute);
    if (!found) throw StoreError(std::string("is damaged: has no ") + attribute);
    return *found;
}

std::vector<std::string> ResultReader::File::labels(const char* coordinate) const {
    return h5::read_texts(h5::open_dataset(root_, coordinate, Element::text));
}

void ResultReader::File::read_head() {
    title = text("title");
    scenario_text = text("scenario_text");
    replications = number("replications");
    provenance.version = text("version");
    provenance.git = text("git");
    provenance.command = text("command");
    provenance.created = text("created");
    provenance.scenario_name = text("scenario_name");
    provenance.scenario_hash = from_hexadecimal(text("scenario_hash"), "scenario_hash");
    provenance.fingerprint = from_hexadecimal(text("fingerprint"), "fingerprint");
    provenance.seed = number("seed");
    provenance.lookahead_us = number("lookahead_us");
    provenance.fingerprint_strength = strength_from(text("fingerprint_strength"));
    provenance.question = h5::text_of(root_, "question").value_or("");
    provenance.stopping = h5::text_of(root_, "stopping").value_or("");
}

void ResultReader::File::read_shape() {
    shape.municipalities = labels("municipality");
    shape.municipality_names = labels("municipality_name");
    shape.services = labels("service");
    shape.groups = labels("group");
    shape.limits = labels("limit");
    const std::vector<std::string> desks = labels("desk");
    const std::vector<std::string> sites = labels("desk_site");
    const std::vector<std::string> kinds = labels("desk_kind");
    if (shape.municipality_names.size() != shape.municipalities.size() || sites.size() != desks.size() ||
        kinds.size() != desks.size())
        throw StoreError("is damaged: coordinates of one axis differ in length");
    for (std::size_t d = 0; d < desks.size(); ++d) shape.desks.push_back({desks[d], sites[d], kinds[d]});
    if (h5::has_dataset(root_, "policy")) {
        shape.policies = labels("policy");
        shape.sites = labels("site");
    }
    const h5::Sizes weeks = h5::sizes_of(h5::open_dataset(root_, "week", Element::i32));
    constexpr hsize_t kMostWeeks = 10'000;
    if (weeks.size() != 1 || weeks[0] > kMostWeeks) throw StoreError("is damaged: week has impossible sizes");
    shape.weeks = weeks[0];
}

void ResultReader::File::open_column(const Variable& variable) {
    h5::Sizes expected{replications};
    for (const Axis axis : variable.axes) expected.push_back(layout::length_of(axis, shape));
    Column column{&variable, h5::open_dataset(root_, variable.name, variable.element), expected};
    if (h5::sizes_of(column.dataset) != expected)
        throw StoreError("is damaged: " + variable.name + " has other sizes than its axes");
    columns_.push_back(std::move(column));
}

RunRecord ResultReader::File::read(std::uint64_t index) {
    SKRANKE_EXPECT(index < replications);
    RunRecord record(shape);
    guarded([&] {
        for (const Column& column : columns_) {
            h5::Sizes start(column.sizes.size(), 0), count = column.sizes;
            start.front() = index;
            count.front() = 1;
            std::size_t length = 1;
            for (const hsize_t size : count) length *= size;
            values_.resize(length);
            bytes_.resize(length * layout::bytes_of(column.variable->element));
            h5::read_block(column.dataset, column.variable->element, start, count, bytes_.data());
            if (column.variable->element == Element::u32)
                unpack<std::uint32_t>(bytes_, values_);
            else
                unpack<std::uint64_t>(bytes_, values_);
            column.variable->access.scatter(values_, record);
        }
    });
    record.key.seed = provenance.seed;
    return record;
}

std::vector<InputFile> ResultReader::File::inputs() const {
    std::vector<InputFile> inputs;
    guarded([&] {
        const h5::Handle group = h5::open_group(root_, "inputs");
        const std::vector<std::string> names = h5::read_texts(h5::open_dataset(group, "input", Element::text));
        const std::vector<std::string> stored = h5::read_texts(h5::open_dataset(group, "input_content", Element::text));
        if (names.size() != stored.size()) throw StoreError("is damaged: inputs differ in length");
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto content = layout::content_of(stored[i]);
            if (!content) throw StoreError("is damaged: the input " + names[i] + " cannot be read");
            inputs.push_back({names[i], *content});
        }
    });
    return inputs;
}

ResultReader ResultReader::open(const std::string& path) { return ResultReader(std::make_unique<File>(path)); }

ResultReader::ResultReader(std::unique_ptr<File> file) : file_(std::move(file)) {}
ResultReader::ResultReader(ResultReader&&) noexcept = default;
ResultReader& ResultReader::operator=(ResultReader&&) noexcept = default;
ResultReader::~ResultReader() = default;

const Provenance& ResultReader::provenance() const { return file_->provenance; }
const RecordShape& ResultReader::shape() const { return file_->shape; }
const std::string& ResultReader::title() const { return file_->title; }
const std::string& ResultReader::scenario_text() const { return file_->scenario_text; }
std::uint64_t ResultReader::replications() const { return file_->replications; }
std::vector<InputFile> ResultReader::inputs() const { return file_->inputs(); }
RunRecord ResultReader::read(std::uint64_t index) { return file_->read(index); }

}  // namespace skranke
