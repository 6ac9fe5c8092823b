#pragma once
/// \file
/// The contact centre: one phone line for all offices. An agent answers, and when a caller's
/// matter is local and cannot be settled there, tries the caller's office (the query call) with
/// the caller on hold; if nobody there is free, takes a message and the office calls back.
///
/// Order    one line, first come first served, with patience.
/// Units    minutes since the call reached the line.

#include "engine/desk/post.hpp"
#include "engine/office/policy_keeper.hpp"
#include "engine/office/roster.hpp"

namespace skranke {

/// What the contact centre is told about a call: all chance is drawn where the person lives.
struct Call {
    std::uint32_t home = 0;       ///< site of the office to query
    bool needs_query = false;     ///< cannot be settled without the local office
    Duration patience{};          ///< 0 = endless
    Duration talk{};              ///< with the agent
    Duration query_talk{};        ///< with the local office
};

struct CallAnswer {
    enum class Result : std::uint8_t { served, message_taken, closed, refused, left };
    Result result = Result::closed;
    Duration waited{};
    Instant reached{};            ///< start of the talk with someone competent
};

/// The query call to an office and what comes of it.
struct Query {
    Duration talk{};
};
struct QueryAnswer {
    bool answered = false;
    Instant since{};
};

class ContactCentre final : public Site {
  public:
    ContactCentre(const World& world, RunIdentity run);
    ~ContactCentre() override { sim.end_all(); }

    void receive(const Message& message) override;
    const std::vector<PolicyCell>& policies() const { return policies_.cells; }

    std::vector<DeskWeek> weeks;

  private:
    Flow take_call(Posted<Call> posted);

    const World& world_;
    Levers levers_;
    SiteView view_;
    PolicyKeeper policies_;
    Desk agents_;
};

}  // namespace skranke
