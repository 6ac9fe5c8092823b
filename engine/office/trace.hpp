#pragma once
/// \file
/// A trace is what happened to each person in one replication, for those who want to see it: rows in
/// memory, one list a site, so that sites share nothing.
///
/// Order    within a site as noted; merged_rows() by time, then site, then as noted: the same on any threads.
/// Cost     nothing is noted, and one pointer is looked at, where there is no trace. The trajectory and
///          its fingerprint do not depend on it.
/// Memory   56 bytes a row, about ten rows a need: 100 MB for the spring of a county.
/// Threads  each site writes its own list.

#include <vector>

#include "engine/office/person.hpp"
#include "engine/office/world.hpp"

namespace skranke {

enum class Happening : std::uint8_t {
    born,             ///< a need arises, or a case of the pile is taken over
    attempt,          ///< tries a channel
    enquiry,          ///< rings about an open case; the attempt follows
    in_line,          ///< stands in line
    served,           ///< someone competent is reached, or a digital form accepted
    left,             ///< hung up, left, or did not turn up
    closed,           ///< door or line shut
    blocked,          ///< line, room or calendar full
    callback,         ///< the office has a message and will call back
    missed,           ///< was called back in vain
    registered,       ///< an application is in: a case
    turn,             ///< a case has had its turn at a desk: a review, or the rest of the work
    documents_asked,  ///< something is missing; the clock stands still
    documents_came,   ///< it came, or the office gave up asking
    decided,          ///< met; detail: on_time or late
    unmet,            ///< detail: the reason
    censored          ///< the run ended first
};
inline constexpr std::size_t kHappenings = 17;
const char* key_of(Happening happening);

struct TraceRow {
    Instant when;
    std::uint32_t site = 0;         ///< where it happened
    std::uint32_t address = 0;      ///< with source and entity: who
    std::uint32_t source = 0, entity = 0;
    std::uint32_t office = 0, municipality = 0;  ///< hers
    std::uint16_t service = 0, group = 0;
    Happening happening = Happening::born;
    std::uint8_t detail = 0;        ///< Channel, Outcome or Reason, as the happening has it
    bool counted = false;           ///< in the record: not of the warm-up
};

/// The list of one site.
class SiteTrace {
  public:
    void note(const World& world, std::uint32_t site, const Person& person, Instant when, Happening happening,
              std::uint8_t detail);
    const std::vector<TraceRow>& rows() const { return rows_; }

  private:
    std::vector<TraceRow> rows_;
};

/// What a site needs to note things; does nothing without a list.
struct Notes {
    SiteTrace* trace = nullptr;
    const World* world = nullptr;
    std::uint32_t site = 0;

    template <class Detail = std::uint8_t>
    void operator()(const Person& person, Instant when, Happening happening, Detail detail = {}) const {
        if (trace != nullptr) trace->note(*world, site, person, when, happening, static_cast<std::uint8_t>(detail));
    }
};

struct Trace {
    std::vector<SiteTrace> sites;
};

/// All rows in their order.
std::vector<TraceRow> merged_rows(const Trace& trace);

/// Who it happened to: municipality-office-source-day-number, and one number more for a need that arose
/// again; unique in a replication and the same in every scenario that meets the same people.
std::string person_id(const TraceRow& row, const World& world);

/// What stands in a row's detail, as the record names it; "" if nothing.
std::string detail_text(const TraceRow& row);

}  // namespace skranke
