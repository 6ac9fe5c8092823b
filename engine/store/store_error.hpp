#pragma once
/// \file
/// A store error is a result that could not be written or read, said in one line for the user:
/// `path: what could not be done: why`.

#include <stdexcept>

namespace skranke {

class StoreError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

}  // namespace skranke
