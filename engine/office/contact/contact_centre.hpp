#pragma once
/// \file
/// The contact centre: one phone line for all offices. An agent answers, and when a caller's
/// matter is local and cannot be settled there, tries the caller's office (the query call) with
/// the caller on hold; if nobody there is free, takes a message and the office calls back. Or the
/// agent puts her through to the office's duty phone, where she waits again.
///
/// Order    one line, first come first served, with patience.
/// Units    minutes since the call reached the line.

#include "engine/desk/post.hpp"
#include "engine/office/policies/policy_keeper.hpp"
#include "engine/office/roster.hpp"
#include "engine/office/contact/virtual_hold.hpp"

namespace skranke {

/// What the contact centre is told about a call: all chance is drawn where the person lives.
struct Call {
    std::uint32_t home = 0;       ///< site of the office to query
    bool needs_query = false;     ///< cannot be settled without the local office
    bool is_put_through = false;  ///< if so, by a transfer instead of a query call
    bool accepts_callback = false;       ///< if she is offered to be called back
    double offered_callback_missed = 1;  ///< draw: she misses that call if it is below the probability
    Duration patience{};          ///< 0 = endless
    Duration talk{};              ///< with the agent
    Duration query_talk{};        ///< with the local office
    Duration office_patience{};   ///< in its line after a transfer; 0 = endless
};

struct CallAnswer {
    enum class Result : std::uint8_t { served, message_taken, put_through, closed, refused, left, missed };
    Result result = Result::closed;
    Duration waited{};
    Instant reached{};            ///< start of the talk with someone competent
};

/// The query call to an office and what comes of it.
struct Query {
    enum class IfBusy : std::uint8_t { give_up, wait };
    IfBusy if_busy = IfBusy::give_up;
    Duration talk{};
    Duration patience{};  ///< of who waits; 0 = endless
};
struct QueryAnswer {
    enum class Result : std::uint8_t { answered, nobody, hung_up };
    Result result = Result::nobody;
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
    bool is_offered_callback() const;
    /// What the local office can do for a caller whose talk with the agent is over.
    Step<CallAnswer> involve_office(const Call& call, Duration waited);

    const World& world_;
    Levers levers_;
    SiteView view_;
    PolicyKeeper policies_;
    Desk agents_;
    VirtualHold hold_;
};

}  // namespace skranke
