#include "engine/store/table_reader.hpp"

#include "engine/store/disk/seal.hpp"
#include "engine/store/h5.hpp"

namespace skranke {

class TableReader::File {
  public:
    File(const std::string& path, const char* mark, std::uint64_t format) : path_(path) {
        guarded([&] {
            check_seal(path_);
            file_ = h5::open_file(path_);
            root_ = h5::open_group(file_, "/");
            const auto found = h5::number_of(root_, mark);
            if (!found) throw StoreError(std::string("has no ") + mark + ": it is another kind of file");
            if (*found != format) throw StoreError("has format " + std::to_string(*found) + "; this program reads format " + std::to_string(format));
        });
    }

    ~File() {
        const h5::QuietErrors quiet;
        root_.reset();
        file_.reset();
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    /// Does `work` with HDF5 silent; its errors name the file.
    template <class Work>
    void guarded(Work work) const {
        const h5::QuietErrors quiet;
        try {
            work();
        } catch (const StoreError& error) {
            throw StoreError(path_ + ": " + error.what());
        }
    }

    const h5::Handle& root() const { return root_; }

  private:
    std::string path_;
    h5::Handle file_, root_;
};

TableReader::TableReader(const std::string& path, const char* mark, std::uint64_t format)
    : file_(std::make_unique<File>(path, mark, format)) {}
TableReader::~TableReader() = default;

std::string TableReader::text(const char* attribute) const {
    std::string found;
    file_->guarded([&] {
        const auto text = h5::text_of(file_->root(), attribute);
        if (!text) throw StoreError(std::string("is damaged: has no ") + attribute);
        found = *text;
    });
    return found;
}

std::vector<std::string> TableReader::texts(const std::string& axis) const {
    std::vector<std::string> found;
    file_->guarded([&] { found = h5::read_texts(h5::open_dataset(file_->root(), axis, layout::Element::text)); });
    return found;
}

std::vector<double> TableReader::numbers(const std::string& table, const std::vector<std::size_t>& sizes) const {
    std::vector<double> values;
    file_->guarded([&] {
        const h5::Handle dataset = h5::open_dataset(file_->root(), table, layout::Element::f64);
        const h5::Sizes expected(sizes.begin(), sizes.end());
        if (h5::sizes_of(dataset) != expected) throw StoreError("is damaged: " + table + " has other sizes than its axes");
        std::size_t total = 1;
        for (const std::size_t size : sizes) total *= size;
        values.resize(total);
        if (total > 0) h5::read_block(dataset, layout::Element::f64, h5::Sizes(sizes.size(), 0), expected, values.data());
    });
    return values;
}

}  // namespace skranke
