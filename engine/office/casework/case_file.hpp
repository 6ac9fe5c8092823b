#pragma once
/// \file
/// What the office hands to whoever decides a case, and what comes back.

#include "engine/office/person.hpp"

namespace skranke {

/// How the attachments come that a digital application must have on paper.
enum class Paper : std::uint8_t { none, by_hand, by_post };

struct CaseFile {
    Person person;  ///< with the service that she is handled as
    Instant received;
    Paper paper = Paper::none;
};

struct CaseEnd {
    enum class How : std::uint8_t { decided, incomplete, withdrawn };
    How how = How::decided;
    Instant when;
    Duration stopped;  ///< time that the clock stood still
};

}  // namespace skranke
