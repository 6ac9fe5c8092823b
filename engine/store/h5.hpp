#pragma once
/// \file
/// A thin owner of HDF5: handles that close themselves, errors as StoreError, and the few calls
/// that a result needs. Only the sources of this folder include it; no HDF5 type leaves it.
///
/// Order    groups and attributes keep the order in which they were made, as netCDF-4 asks. The same calls
///          give the same bytes: objects carry no times.
/// Units    Element names the type on disk, always little-endian.
/// Threads  none inside: HDF5 is entered by one thread at a time.
/// Errors   StoreError, `what could not be done: why`, without the file's name.
/// Source   HDF5 1.10 reference manual; dimension scales: HDF5 Dimension Scale specification.

#include <hdf5.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/store/layout.hpp"

namespace skranke::h5 {

/// Keeps HDF5 from printing for as long as it lives. Stands before every use of HDF5.
class QuietErrors {
  public:
    QuietErrors();
    ~QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

  private:
    H5E_auto2_t print_ = nullptr;
    void* data_ = nullptr;
};

/// Owns one HDF5 identifier.
class Handle {
  public:
    using Closer = herr_t (*)(hid_t);

    Handle() = default;
    /// \throws StoreError  `id` is negative: the call that made it failed
    Handle(hid_t id, Closer closer, const std::string& doing);
    ~Handle() { reset(); }
    Handle(Handle&& other) noexcept;
    Handle& operator=(Handle&& other) noexcept;

    hid_t get() const { return id_; }
    void close(const std::string& doing);  ///< like reset(), but a failure is an error
    void reset() noexcept;
    void forget() noexcept { id_ = -1; }  ///< leaves it open for good

  private:
    hid_t id_ = -1;
    Closer closer_ = nullptr;
};

using Sizes = std::vector<hsize_t>;

struct DatasetSpec {
    std::string name;
    layout::Element element = layout::Element::u32;
    Sizes sizes;
    Sizes chunk;                  ///< empty: in one piece, neither packed nor growing
    bool grows = false;           ///< along the first dimension
    std::size_t cache_bytes = 0;  ///< for its chunks; 0 = HDF5's own choice
};

Handle create_file(const std::string& path);
Handle open_file(const std::string& path);
void close_file(Handle& file);
/// False if HDF5 cannot get rid of what it holds for the file, as on a full disk. It cannot then
/// close the file or its datasets either: forget() their handles.
bool can_flush(const Handle& file) noexcept;

Handle create_group(const Handle& parent, const std::string& name);
Handle open_group(const Handle& parent, const std::string& name);
Handle create_dataset(const Handle& parent, const DatasetSpec& spec);
bool has_dataset(const Handle& parent, const std::string& name);
/// \throws StoreError  missing, not in this file (link, external, virtual), or of another type
Handle open_dataset(const Handle& parent, const std::string& name, layout::Element element);

Sizes sizes_of(const Handle& dataset);
void grow(const Handle& dataset, const Sizes& sizes);

/// Writes or reads the block that begins at `start`. `values` are in the dataset's own type.
void write_block(const Handle& dataset, layout::Element element, const Sizes& start, const Sizes& count,
                 const void* values);
void read_block(const Handle& dataset, layout::Element element, const Sizes& start, const Sizes& count, void* values);

void write_all(const Handle& dataset, const layout::Column& column);
std::vector<std::string> read_texts(const Handle& dataset);

void set_text(const Handle& object, const char* attribute, const std::string& value);
void set_number(const Handle& object, const char* attribute, std::uint64_t value);
void set_fill_nan(const Handle& dataset);  ///< netCDF's mark for "no value"
std::optional<std::string> text_of(const Handle& object, const char* attribute);
std::optional<std::uint64_t> number_of(const Handle& object, const char* attribute);

void make_scale(const Handle& dataset, const std::string& dimension);
void attach_scale(const Handle& dataset, const Handle& scale, unsigned dimension);

}  // namespace skranke::h5
