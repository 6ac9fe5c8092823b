#include "engine/parallel/threads.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/task_arena.h>

namespace skranke {

unsigned all_processors() { return static_cast<unsigned>(tbb::info::default_concurrency()); }

void with_threads(unsigned threads, const std::function<void()>& action) {
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(static_cast<int>(threads));
    arena.execute(action);
}

}  // namespace skranke
