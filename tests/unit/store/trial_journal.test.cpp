// The journal of a search.

#include "engine/store/trial_journal.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/unit/store/scratch_folder.hpp"

using namespace skranke;

namespace {

const KeptTrial kFirst{"desk/casework+1", 7, {1, -2, INT64_MAX, INT64_MIN}};
const KeptTrial kSecond{"", 0, {}};

void same(const std::optional<KeptTrial>& read, const KeptTrial& written) {
    REQUIRE(read);
    CHECK(read->key == written.key);
    CHECK(read->replication == written.replication);
    CHECK(read->numbers == written.numbers);
}

void write_two(const std::string& file) {
    TrialJournal journal(file);
    journal.begin("what if?");
    journal.append(kFirst);
    journal.append(kSecond);
}

}  // namespace

TEST_CASE("A trial journal gives back its question and its answers") {
    const sample::ScratchFolder folder;
    const std::string file = folder.file("journal");
    CHECK_FALSE(TrialJournal(file).was_there());
    write_two(file);
    TrialJournal journal(file);
    CHECK(journal.question() == "what if?");
    same(journal.next(), kFirst);
    same(journal.next(), kSecond);
    CHECK_FALSE(journal.next());
}

TEST_CASE("Cut short at any byte, a trial journal keeps the whole answers and takes the next behind them") {
    const sample::ScratchFolder folder;
    const std::string file = folder.file("journal");
    write_two(file);
    const auto size = std::filesystem::file_size(file);
    std::size_t kept = 0;
    for (std::uintmax_t cut = 0; cut < size; ++cut) {
        write_two(file);
        std::filesystem::resize_file(file, cut);
        TrialJournal journal(file);
        std::size_t answers = 0;
        while (const auto trial = journal.next()) same(trial, answers++ == 0 ? kFirst : kSecond);
        CHECK(answers <= 1);
        kept += answers;
        if (!journal.question()) continue;
        journal.append(kSecond);
        TrialJournal again(file);
        for (std::size_t i = 0; i < answers; ++i) same(again.next(), kFirst);
        same(again.next(), kSecond);
        CHECK_FALSE(again.next());
    }
    CHECK(kept > 0);
}

TEST_CASE("A file that is no trial journal has no question, and can be begun anew") {
    const sample::ScratchFolder folder;
    const std::string file = folder.file("journal");
    std::ofstream(file) << "skranke-journal 1\nsomething else";
    TrialJournal journal(file);
    CHECK(journal.was_there());
    CHECK_FALSE(journal.question());
    journal.begin("why?");
    journal.append(kFirst);
    TrialJournal again(file);
    CHECK(again.question() == "why?");
    same(again.next(), kFirst);
}
