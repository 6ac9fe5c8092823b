#include "tools/skranke/planning/trials.hpp"

#include <fmt/format.h>

#include "engine/parallel/point_runner.hpp"
#include "engine/store/store_error.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/resume/question.hpp"

namespace skranke {

Trials::Trials(const ResultFolder& folder, TrialPlan plan) : plan_(std::move(plan)), journal_(folder.journal().string()) {
    const std::string file = folder.journal().string();
    const bool fits = journal_.question() == plan_.question && plan_.reuse == Reuse::wanted;
    if (!fits) {
        if (journal_.was_there() && plan_.reuse == Reuse::wanted)
            notes_.push_back(journal_.question() ? "unfinished work of " + difference_of(plan_.question, *journal_.question()) +
                                                       " was here: its runs cannot be used"
                                                 : file + " is damaged: it is not used");
        journal_.begin(plan_.question);
        return;
    }
    while (auto kept = journal_.next()) answers_.emplace(Question{std::move(kept->key), kept->replication}, std::move(kept->numbers));
}

std::vector<std::vector<Numbers>> Trials::play(const std::vector<Trial>& trials) {
    std::vector<PlayedPoint> missing;
    for (std::size_t t = 0; t < trials.size(); ++t)
        for (std::uint32_t r = 0; r < trials[t].replications; ++r)
            if (!answers_.contains({trials[t].key, trials[t].first + r})) missing.push_back({t, trials[t].first + r});
    std::size_t next = 0;
    const auto keep = [&](std::size_t t, const World& world, const RunRecord& record) {
        const PlayedPoint& played = missing[next++];
        Numbers numbers = plan_.extract(world, record);
        journal_.append({trials[t].key, played.replication, numbers});
        answers_.emplace(Question{trials[t].key, played.replication}, std::move(numbers));
        ++played_;
        if (plan_.progress) plan_.progress(played_);
    };
    const PointPlan plan{.threads = plan_.threads, .cancelled = interrupted};
    bool complete = false;
    try {
        complete = run_chosen(missing, plan, [&](std::size_t t) { return trials[t].scenario(); }, keep);
    } catch (const StoreError& error) {
        throw run_failed(std::string(error.what()) + "; nothing was changed");
    }
    if (!complete)
        throw run_failed(fmt::format("interrupted after {} runs; they are kept, and the same command goes on from there", played_));
    std::vector<std::vector<Numbers>> answers;
    for (const Trial& trial : trials) {
        std::vector<Numbers>& of = answers.emplace_back();
        for (std::uint32_t r = 0; r < trial.replications; ++r) of.push_back(answers_.at({trial.key, trial.first + r}));
    }
    for (const std::vector<Numbers>& of : answers) reused_ += of.size();
    reused_ -= missing.size();
    return answers;
}

void Trials::drop_journal() { journal_.remove(); }

}  // namespace skranke
