#pragma once
/// \file
/// What every artefact of an experiment says about itself: program, input and seed.

#include <cstdint>
#include <string>

#include "engine/kernel/fingerprint.hpp"

namespace skranke {

struct Provenance {
    std::string version;        ///< of Skranke, e.g. "0.1.0"
    std::string git;            ///< commit, "+changes" if the tree was not clean; "" if unknown
    std::string command;        ///< as typed, without paths of this machine
    std::string created;        ///< ISO 8601, UTC
    std::string scenario_name;
    std::uint64_t scenario_hash = 0;
    std::uint64_t seed = 0;
    std::uint64_t fingerprint = 0;
    std::uint64_t lookahead_us = 0;  ///< least time of any message between sites
    FingerprintStrength fingerprint_strength = FingerprintStrength::time;
    std::string question{};  ///< results of one question have the same replications; "" if not known
    std::string stopping{};  ///< the rule that ended the replications; "" if their number was given
};

const char* key_of(FingerprintStrength strength);  ///< "time", "events" or "draws"

}  // namespace skranke
