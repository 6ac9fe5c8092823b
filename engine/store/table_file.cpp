#include "engine/store/table_file.hpp"

#include <map>

#include "engine/base/contract.hpp"
#include "engine/store/disk/partial_file.hpp"
#include "engine/store/disk/seal.hpp"
#include "engine/store/h5.hpp"

namespace skranke {

using layout::Element;

namespace {

/// The file while it is being written.
class Writer {
  public:
    explicit Writer(const std::string& path) : file_(h5::create_file(path)), root_(h5::open_group(file_, "/")) {}
    ~Writer() {
        if (h5::can_flush(file_)) return;
        for (auto& [name, axis] : axes_) axis.scale.forget();
        root_.forget();
        file_.forget();
    }

    void write(const TableFile& content) {
        h5::set_text(root_, "Conventions", "CF-1.10");
        for (const auto& [name, value] : content.texts_of_file) h5::set_text(root_, name.c_str(), value);
        for (const auto& [name, value] : content.numbers_of_file) h5::set_number(root_, name.c_str(), value);
        for (const TableAxis& axis : content.axes) add(axis);
        for (const TableText& text : content.texts) add(text);
        for (const ResultTable& table : content.tables) add(table);
    }

    void close() {
        axes_.clear();
        root_.reset();
        h5::close_file(file_);
    }

  private:
    struct Axis {
        h5::Handle scale;
        std::size_t length = 0;
        std::string companions;  // names of the texts that describe it
    };

    h5::Handle dataset(const std::string& name, Element element, const h5::Sizes& sizes, const layout::Column& values) {
        h5::DatasetSpec spec;
        spec.name = name;
        spec.element = element;
        spec.sizes = sizes;
        h5::Handle made = h5::create_dataset(root_, spec);
        h5::write_all(made, values);
        return made;
    }

    void describe(const h5::Handle& made, const std::string& long_name, const std::string& unit) {
        h5::set_text(made, "long_name", long_name);
        h5::set_text(made, "units", unit);
    }

    void add(const TableAxis& axis) {
        const std::size_t length = std::visit([](const auto& values) { return values.size(); }, axis.labels);
        SKRANKE_EXPECT(length > 0 && !axes_.contains(axis.name));
        const bool words = std::holds_alternative<std::vector<std::string>>(axis.labels);
        Axis& made = axes_[axis.name];
        made.length = length;
        made.scale = dataset(axis.name, words ? Element::text : Element::f64, {length}, axis.labels);
        describe(made.scale, axis.long_name, "1");
        h5::make_scale(made.scale, axis.name);
    }

    void add(const TableText& text) {
        Axis& axis = axes_.at(text.axis);
        SKRANKE_EXPECT(text.texts.size() == axis.length);
        const h5::Handle made = dataset(text.name, Element::text, {axis.length}, text.texts);
        describe(made, text.long_name, "1");
        h5::attach_scale(made, axis.scale, 0);
        axis.companions += (axis.companions.empty() ? "" : " ") + text.name;
    }

    void add(const ResultTable& table) {
        h5::Sizes sizes;
        std::size_t values = 1;
        std::string companions;
        for (const std::string& name : table.axes) {
            const Axis& axis = axes_.at(name);
            sizes.push_back(axis.length);
            values *= axis.length;
            if (!axis.companions.empty()) companions += (companions.empty() ? "" : " ") + axis.companions;
        }
        SKRANKE_EXPECT(table.values.size() == values);
        const h5::Handle made = dataset(table.name, Element::f64, sizes, table.values);
        describe(made, table.long_name, table.unit);
        h5::set_fill_nan(made);
        if (!companions.empty()) h5::set_text(made, "coordinates", companions);
        for (unsigned i = 0; i < table.axes.size(); ++i) h5::attach_scale(made, axes_.at(table.axes[i]).scale, i);
    }

    h5::Handle file_, root_;
    std::map<std::string, Axis> axes_;
};

}  // namespace

void write_tables(const std::string& path, const TableFile& content) {
    PartialFile partial(path);
    const h5::QuietErrors quiet;
    try {
        Writer writer(partial.partial_path());
        writer.write(content);
        writer.close();
        seal_file(partial.partial_path());
    } catch (const StoreError& error) {
        throw StoreError(path + ": " + error.what());
    }
    partial.publish();
}

}  // namespace skranke
