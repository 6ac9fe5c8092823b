#include "engine/kernel/window.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "engine/kernel/flow.hpp"
#include "tests/support/broken_contract.hpp"
#include "tests/support/chatterbox.hpp"

namespace skranke {

namespace {

using Model = test::ChatModel;
using Result = test::ChatResult;

Result in_windows(const Model& model, std::int64_t length_us) {
    return test::chat_all(
        model, [&](auto sites, Duration, Instant horizon) { run_windows(sites, Duration{length_us}, horizon); });
}

Result serially(const Model& model) { return test::chat_all(model, run_serially); }

/// One message from site 0 to site 1, taking as long as asked.
struct OneLetter {
    class Quiet final : public Site {
      public:
        using Site::Site;
        void receive(const Message& message) override { heard.push_back(message.time); }
        std::vector<Instant> heard;
    };
    static Flow post(Quiet& from, Instant when, Duration delay) {
        co_await from.sim.until(when);
        from.send(1, 0, delay, 0);
    }
    static std::vector<Instant> arrivals(Instant when, Duration delay, Duration lookahead, Instant horizon) {
        Quiet sender(0), receiver(1);
        const std::vector<Site*> sites{&sender, &receiver};
        post(sender, when, delay);
        run_windows(sites, lookahead, horizon);
        return receiver.heard;
    }
};

}  // namespace

TEST_CASE("Windows of any length up to the lookahead give the trajectory of one global sequence") {
    Model model;
    for (const std::uint32_t sites : {1u, 2u, 3u, 8u, 20u}) {
        for (const std::int64_t lookahead : {1, 2, 5}) {
            for (model.seed = 0; model.seed < 5; ++model.seed) {
                model.sites = sites;
                model.grid_us = 10;
                model.lookahead_us = 10 * lookahead;
                const Result oracle = serially(model);
                REQUIRE(oracle.received > 100);
                REQUIRE(in_windows(model, model.lookahead_us) == oracle);
                REQUIRE(in_windows(model, 10) == oracle);  // windows end where other events lie
                REQUIRE(in_windows(model, 7) == oracle);   // and where none do
            }
        }
    }
}

TEST_CASE("Two models that differ in one seed do not have the same trajectory") {
    Model model;
    const Result first = serially(model);
    model.seed = 1;
    const Result second = serially(model);
    CHECK(first.fingerprint != second.fingerprint);
    CHECK(first.memory != second.memory);
}

TEST_CASE("Equal times across sites are ordered by sender, not by delivery") {
    struct Listener final : Site {
        using Site::Site;
        void receive(const Message& message) override { heard.push_back(message.from); }
        std::vector<std::uint32_t> heard;
    };
    // Site 2 sends early, site 0 late; both letters arrive in the same instant.
    Listener a(0), b(1), c(2);
    const std::vector<Site*> sites{&a, &b, &c};
    struct Post {
        static Flow send(Site& from, Instant when, Duration delay) {
            co_await from.sim.until(when);
            from.send(1, 0, delay, 0);
        }
    };
    Post::send(c, Instant{0}, Duration{100});
    Post::send(a, Instant{90}, Duration{10});
    run_windows(sites, Duration{10}, Instant{1000});
    CHECK(b.heard == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("What happens at the horizon is left out, what happens just before is not") {
    const Duration lookahead{10};
    CHECK(OneLetter::arrivals(Instant{85}, Duration{14}, lookahead, Instant{100}).size() == 1);
    CHECK(OneLetter::arrivals(Instant{85}, Duration{15}, lookahead, Instant{100}).empty());
}

TEST_CASE("A message exactly as fast as the lookahead arrives on time, across idle years") {
    const Instant when = midnight(3650);
    CHECK(OneLetter::arrivals(when, Duration{1}, Duration{1}, when + days(1)) ==
          std::vector<Instant>{when + Duration{1}});
}

TEST_CASE("A message faster than the lookahead breaks a contract") {
    CHECK(test::breaks_a_contract([] { OneLetter::arrivals(Instant{50}, Duration{9}, Duration{10}, Instant{100}); }));
    CHECK_FALSE(
        test::breaks_a_contract([] { OneLetter::arrivals(Instant{50}, Duration{10}, Duration{10}, Instant{100}); }));

    Model model;
    CHECK(test::breaks_a_contract([&] { in_windows(model, model.lookahead_us + 1); }));
}

TEST_CASE("A message to a site that does not exist, and a window without length, break contracts") {
    CHECK(test::breaks_a_contract([] {
        OneLetter::Quiet alone(0);
        const std::vector<Site*> sites{&alone};
        alone.send(1, 0, Duration{10}, 0);
        run_windows(sites, Duration{10}, Instant{100});
    }));
    CHECK(test::breaks_a_contract([] { OneLetter::arrivals(Instant{50}, Duration{10}, Duration{0}, Instant{100}); }));
}

}  // namespace skranke
