#pragma once
/// \file
/// A command error ends the program with one clear sentence and an exit status.
///
/// Errors  status 1: the run failed; 2: bad usage or bad input. main() alone catches it.

#include <stdexcept>
#include <string>

namespace skranke {

class CommandError : public std::runtime_error {
  public:
    CommandError(int status, const std::string& sentence) : std::runtime_error(sentence), status_(status) {}
    int status() const { return status_; }

  private:
    int status_;
};

inline CommandError run_failed(const std::string& sentence) { return {1, sentence}; }
inline CommandError bad_usage(const std::string& sentence) { return {2, sentence}; }

}  // namespace skranke
