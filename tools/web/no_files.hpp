#pragma once
/// \file
/// std::ifstream where the C++ library has none: a stream that opens no file. toml++ compiles a function that reads files
/// whether or not anybody calls it; here nobody does.

#include <istream>

template <>
class std::basic_ifstream<char> : public std::istream {
  public:
    basic_ifstream() : std::istream(nullptr) {}
    void open(const std::string&, openmode) {}
    bool is_open() const { return false; }
    void close() {}
};
