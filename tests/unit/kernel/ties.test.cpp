// What happens in one instant: at a site, between sites, and where one window ends and the next begins.

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "engine/kernel/flow.hpp"
#include "engine/kernel/tie_order.hpp"
#include "engine/kernel/window.hpp"
#include "tests/support/chatterbox.hpp"

namespace skranke {

namespace {

/// Writes down what happens to it.
struct Diary final : Site {
    using Site::Site;
    ~Diary() override { sim.end_all(); }
    void receive(const Message& message) override { log += std::to_string(message.from); }
    std::string log;
};

Flow write_at(Diary& site, Instant when, Rank rank, char letter) {
    co_await site.sim.until(when, rank);
    site.log += letter;
}

Flow post_at(Diary& from, Instant when, std::uint32_t to, Duration delay) {
    co_await from.sim.until(when);
    from.send(to, 0, delay, 0);
}

/// Sites of a small world, run in windows of `lookahead`, or by one sequence if that is 0.
std::vector<std::string> diaries(std::size_t sites, std::int64_t lookahead, void (*begin)(std::vector<Site*>&)) {
    std::vector<std::unique_ptr<Diary>> owners;
    std::vector<Site*> all;
    for (std::uint32_t i = 0; i < sites; ++i) {
        owners.push_back(std::make_unique<Diary>(i));
        all.push_back(owners.back().get());
    }
    begin(all);
    if (lookahead > 0)
        run_windows(all, Duration{lookahead}, Instant{1000});
    else
        run_serially(all, Duration{1}, Instant{1000});
    std::vector<std::string> logs;
    for (const auto& site : owners) logs.push_back(site->log);
    return logs;
}

Diary& diary(std::vector<Site*>& sites, std::size_t i) { return static_cast<Diary&>(*sites[i]); }

}  // namespace

TEST_CASE("Simultaneous arrivals from several sites are taken by sender, whenever each was sent") {
    const auto begin = [](std::vector<Site*>& sites) {
        post_at(diary(sites, 3), Instant{10}, 0, Duration{90});
        post_at(diary(sites, 1), Instant{90}, 0, Duration{10});
        post_at(diary(sites, 2), Instant{50}, 0, Duration{50});
        post_at(diary(sites, 1), Instant{50}, 0, Duration{50});
    };
    for (const std::int64_t lookahead : {0, 1, 3, 10}) CHECK(diaries(4, lookahead, begin)[0] == "1123");
}

TEST_CASE("A message that arrives just as a window begins comes before the steps of that instant") {
    const auto begin = [](std::vector<Site*>& sites) {
        write_at(diary(sites, 0), Instant{19}, Rank::step, 'a');  // in the window before
        write_at(diary(sites, 0), Instant{20}, Rank::step, 's');  // the first instant of the next
        write_at(diary(sites, 0), Instant{20}, Rank::calendar, 'c');
        post_at(diary(sites, 1), Instant{10}, 0, Duration{10});  // the window is [10, 20)
    };
    for (const std::int64_t lookahead : {0, 1, 7, 10}) CHECK(diaries(2, lookahead, begin)[0] == "ac1s");
}

TEST_CASE("What is sent in the last instant of a window is not too early in the next") {
    const auto begin = [](std::vector<Site*>& sites) {
        post_at(diary(sites, 1), Instant{0}, 0, Duration{10});
        post_at(diary(sites, 1), Instant{9}, 0, Duration{10});
        write_at(diary(sites, 0), Instant{18}, Rank::step, 'a');
        write_at(diary(sites, 0), Instant{19}, Rank::step, 'b');
    };
    for (const std::int64_t lookahead : {0, 1, 9, 10}) CHECK(diaries(2, lookahead, begin)[0] == "1a1b");
}

TEST_CASE("Work that takes no time is done in its instant, after what was due then before it") {
    struct Clerk {
        static Flow serve(Diary& site, int customers) {
            co_await site.sim.until(Instant{10});
            for (int i = 0; i < customers; ++i) {
                site.log += 'z';
                co_await site.sim.delay(Duration{0});
            }
            site.send(1, 0, Duration{10}, 0);
        }
    };
    const auto begin = [](std::vector<Site*>& sites) {
        Clerk::serve(diary(sites, 0), 3);
        write_at(diary(sites, 0), Instant{10}, Rank::step, 'a');
        write_at(diary(sites, 0), Instant{10}, Rank::leave, 'l');
        write_at(diary(sites, 1), Instant{20}, Rank::finish, 'f');
    };
    for (const std::int64_t lookahead : {0, 1, 10})
        CHECK(diaries(2, lookahead, begin) == std::vector<std::string>{"zazzl", "0f"});
}

TEST_CASE("Salts permute the order words of a rank: none is lost, and none changes its rank") {
    for (const std::uint64_t salt : {1ull, 2ull, 77ull, ~0ull}) {
        std::set<std::uint64_t> words;
        std::size_t moved = 0;
        for (std::uint32_t origin = 0; origin < 30; ++origin)
            for (std::uint64_t ticket = 0; ticket < 30; ++ticket) {
                const EventOrder order = EventOrder::of(Rank::step, origin, ticket);
                words.insert(permuted(order, salt).word);
                moved += permuted(order, salt) != order ? 1 : 0;
                CHECK(permuted(order, salt).rank() == order.rank());
                CHECK(permuted(order, 0) == order);
            }
        CHECK(words.size() == 900);
        CHECK(moved > 890);
    }
}

TEST_CASE("Permuted ties find the model that relies on their order, and leave alone the one that does not") {
    const auto log = [](std::uint64_t salt, std::initializer_list<Rank> ranks) {
        Diary site(0);
        site.sim.permute_ties(salt);
        char letter = 'a';
        for (const Rank rank : ranks) write_at(site, Instant{5}, rank, letter++);
        site.sim.run_before(kNever);
        return site.log;
    };
    std::set<std::string> unstated, stated;
    for (std::uint64_t salt = 0; salt < 20; ++salt) {
        unstated.insert(log(salt, {Rank::step, Rank::step, Rank::step}));
        stated.insert(log(salt, {Rank::step, Rank::arrival, Rank::message}));
    }
    CHECK(unstated.size() == 6);
    CHECK(stated == std::set<std::string>{"cab"});
}

TEST_CASE("Windows and one sequence agree on permuted ties as well") {
    test::ChatModel model;
    model.sites = 8;
    model.grid_us = 10;
    model.lookahead_us = 20;
    std::set<std::uint64_t> memories;
    for (std::uint64_t salt = 0; salt < 4; ++salt) {
        const auto permute = [salt](std::span<Site* const> sites) {
            for (Site* site : sites) site->sim.permute_ties(salt);
        };
        const auto serial = test::chat_all(model, [&](auto sites, Duration lookahead, Instant horizon) {
            permute(sites);
            run_serially(sites, lookahead, horizon);
        });
        const auto windows = test::chat_all(model, [&](auto sites, Duration lookahead, Instant horizon) {
            permute(sites);
            run_windows(sites, lookahead, horizon);
        });
        CHECK(windows == serial);
        memories.insert(serial.memory);
    }
    CHECK(memories.size() == 4);  // chatter depends on every tie
}

}  // namespace skranke
