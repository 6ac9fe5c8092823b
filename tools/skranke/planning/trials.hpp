#pragma once
/// \file
/// Trials play variants of a scenario and keep of each replication a few numbers, in a journal beside the result: a
/// search that is killed and begun again asks the same questions, finds the answers that are there, and goes on.
///
/// Order    answers by trial and replication, whatever the number of threads.
/// Memory   the numbers of every replication played.
/// Errors   CommandError with status 1: interrupted, or the journal cannot be written.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/office/world.hpp"
#include "engine/store/trial_journal.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/resume/kept_runs.hpp"

namespace skranke {

/// A variant of the scenario, and which of its replications are wanted.
struct Trial {
    std::string key;                     ///< what it changes: equal keys of one question are the same variant
    std::function<Scenario()> scenario;  ///< called once or not at all, by any thread
    std::uint32_t first = 0, replications = 1;
};

/// What is kept of a replication, always as many numbers.
using Extract = std::function<Numbers(const World& world, const RunRecord& record)>;

struct TrialPlan {
    std::string question;    ///< what all trials have in common: program, scenarios, seed, verb (resume/question.hpp)
    Extract extract;
    unsigned threads = 0;    ///< 0 = one per core
    Reuse reuse = Reuse::wanted;
    std::function<void(std::uint64_t done)> progress{};  ///< after each replication: how many since the start
};

class Trials {
  public:
    /// \param folder  has the journal, and must outlive this
    Trials(const ResultFolder& folder, TrialPlan plan);

    /// \return the kept numbers, by trial and replication from its first
    std::vector<std::vector<Numbers>> play(const std::vector<Trial>& trials);

    std::uint64_t played() const { return played_; }  ///< replications that were simulated
    std::uint64_t reused() const { return reused_; }  ///< answered from the journal or an earlier trial
    const std::vector<std::string>& notes() const { return notes_; }  ///< sentences for the user
    /// The result has all that matters: the journal is removed.
    void drop_journal();

  private:
    using Question = std::pair<std::string, std::uint32_t>;  // trial's key, replication

    TrialPlan plan_;
    TrialJournal journal_;
    std::map<Question, Numbers> answers_;
    std::uint64_t played_ = 0, reused_ = 0;
    std::vector<std::string> notes_;
};

}  // namespace skranke
