#pragma once
/// \file
/// A seal is a line of text behind the last byte of a finished result, with a checksum of all
/// before it. HDF5 does not look there. It is checked before HDF5 is let at a file, because HDF5
/// may crash on one that is cut short or damaged.
///
/// Form    a newline, "skranke-result-seal ", sixteen hexadecimal digits, a newline.
/// Cost    reads the whole file once: about 1 s per GB, from memory. Memory 1 MiB.
/// Errors  StoreError, without the file's name.

#include <string>

namespace skranke {

/// Appends the seal. \param path  a file without one
void seal_file(const std::string& path);

/// \throws StoreError  no HDF5 file, no seal (foreign, unfinished, cut short), or a wrong one (damaged)
void check_seal(const std::string& path);

}  // namespace skranke
