#include "bench/kernel/phold.hpp"

#include "engine/random/distribution.hpp"
#include "engine/random/random_stream.hpp"

namespace skranke::bench {

namespace {

/// Where processes are: part and place in it follow from the number.
struct Layout {
    std::uint32_t processes, per_part;
    std::uint32_t part_of(std::uint32_t process) const { return process / per_part; }
    std::uint32_t first_of(std::uint32_t part) const { return part * per_part; }
    std::uint32_t size_of(std::uint32_t part) const { return std::min(per_part, processes - first_of(part)); }
};

/// What an event of any process needs to know, worked out once.
struct Rules {
    explicit Rules(const PholdModel& m, Layout where)
        : layout(where),
          seed(m.seed),
          remote_below(static_cast<std::uint64_t>(m.remote * 0x1p32)),
          lookahead_ticks(m.lookahead * static_cast<double>(m.ticks)),
          mean_beyond_ticks((m.mean - m.lookahead) * static_cast<double>(m.ticks)) {}
    Layout layout;
    std::uint64_t seed, remote_below;
    double lookahead_ticks, mean_beyond_ticks;
};

}  // namespace

/// A range of processes.
class PholdPart final : public Site {
  public:
    PholdPart(const Rules& rules, std::uint32_t number, std::uint32_t start_events)
        : Site(number), rules_(rules), first_(rules.layout.first_of(number)) {
        const std::uint32_t size = rules.layout.size_of(number);
        processes_.reserve(size);
        for (std::uint32_t i = 0; i < size; ++i) processes_.emplace_back(*this);
        for (Process& process : processes_)
            process.start(start_events);
    }

    void deliver(const Message& message) override {
        sim.schedule(message.time, message.order, processes_[message.get<std::uint32_t>() - first_]);
    }
    void receive(const Message&) override {}  // delivery has scheduled it

    template <class Visit>
    void visit_fingerprints(Visit visit) const {
        for (const Process& process : processes_) visit(process.fingerprint());
    }

  private:
    class Process final : public Trigger {
      public:
        explicit Process(PholdPart& part) : part_(part) {}

        /// The first events: at the process itself, an increment after the start.
        void start(std::uint32_t events) {
            for (draw(); events > 0; --events, draw()) schedule(number(), increment_);
        }
        void fire() override {
            trajectory_.fold(part_.sim.now().us, 0);
            schedule(destination_, increment_);
            draw();  // now, so that nothing waits for it when the next event comes
        }
        std::uint64_t fingerprint() const { return combine(trajectory_.value(), drawn_); }

      private:
        std::uint32_t number() const {
            return part_.first_ + static_cast<std::uint32_t>(this - part_.processes_.data());
        }
        /// What the next event will do. One block: two words for the increment, one for whether it is
        /// remote and one for where to.
        void draw() {
            const Rules& rules = part_.rules_;
            const PhiloxBlock block = block_of({rules.seed, 0, number(), 0, 0}, drawn_++);
            const std::uint64_t any = (std::uint64_t{block[3]} * rules.layout.processes) >> 32;
            destination_ = block[2] < rules.remote_below ? static_cast<std::uint32_t>(any) : number();
            increment_ = {static_cast<std::int64_t>(
                rules.lookahead_ticks + exponential_quantile(unit_uniform(block[0], block[1]), rules.mean_beyond_ticks))};
        }
        void schedule(std::uint32_t process, Duration delay) {
            const Instant time = part_.sim.now() + delay;
            const EventOrder order = EventOrder::of(Rank::step, number(), scheduled_++);
            const std::uint32_t at = process - part_.first_;
            if (at < part_.processes_.size()) {
                part_.sim.schedule(time, order, part_.processes_[at]);
            } else {
                part_.send(part_.rules_.layout.part_of(process), 0, time, order, process);
            }
        }

        PholdPart& part_;
        Fingerprint trajectory_;
        Duration increment_;
        std::uint32_t destination_ = 0;
        std::uint32_t drawn_ = 0, scheduled_ = 0;
    };

    const Rules rules_;
    const std::uint32_t first_;
    std::vector<Process> processes_;
};

Phold::Phold(const PholdModel& model, std::uint32_t parts) : model_(model) {
    const Layout layout{model.processes, (model.processes + parts - 1) / parts};
    for (std::uint32_t part = 0; layout.first_of(part) < model.processes; ++part) {
        parts_.push_back(std::make_unique<PholdPart>(Rules(model, layout), part, model.start_events));
        sites_.push_back(parts_.back().get());
    }
}

Phold::~Phold() = default;

Duration Phold::lookahead() const {
    return {static_cast<std::int64_t>(model_.lookahead * static_cast<double>(model_.ticks))};
}

Instant Phold::horizon(double time) const {
    return {static_cast<std::int64_t>(time * static_cast<double>(model_.ticks))};
}

std::uint64_t Phold::fingerprint() const {
    std::uint64_t all = 0;
    for (const auto& part : parts_)
        part->visit_fingerprints([&](std::uint64_t process) { all = combine(all, process); });
    return all;
}

std::uint64_t Phold::events() const {
    std::uint64_t all = 0;
    for (const auto& part : parts_) all += part->sim.executed();
    return all;
}

}  // namespace skranke::bench
