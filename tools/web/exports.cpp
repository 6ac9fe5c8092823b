// The C interface that JavaScript calls. Texts cross in linear memory as UTF-8: two requests in, one answer out.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <nlohmann/json.hpp>

#include "tools/web/what_if.hpp"

namespace skranke::what_if {

namespace {

/// What an instance of the module keeps between calls.
struct Session {
    std::array<std::string, 2> requests;
    std::array<std::unique_ptr<Plan>, 2> plans;  // A and B
    std::unique_ptr<Reckoner> reckoner;          // from plan A
    std::string answer;

    Session() {
        std::set_new_handler([] {
            std::fputs("skranke: the scenario does not fit into the memory that a page may use (choose one municipality)\n", stderr);
            std::abort();
        });
    }
};

Session& session() {
    static Session one;
    return one;
}

void answer(const nlohmann::json& with) { session().answer = with.dump(); }

}  // namespace

extern "C" {

/// Room for a request of so many bytes. \param which  0 or 1
[[clang::export_name("skranke_request")]] char* skranke_request(std::uint32_t which, std::uint32_t size) {
    std::string& request = session().requests[which & 1];
    request.resize(size);
    return request.data();
}

[[clang::export_name("skranke_answer")]] const char* skranke_answer() { return session().answer.data(); }
[[clang::export_name("skranke_answer_size")]] std::uint32_t skranke_answer_size() {
    return static_cast<std::uint32_t>(session().answer.size());
}

/// Request 0: the stored scenario; request 1: the settings. \return 1 if the plan is ready to be played
[[clang::export_name("skranke_open")]] int skranke_open(std::uint32_t which) {
    std::unique_ptr<Plan>& plan = session().plans[which & 1];
    if ((which & 1) == 0) session().reckoner.reset();
    plan.reset();
    Opened opened = open(session().requests[0], session().requests[1]);
    plan = std::move(opened.plan);
    nlohmann::json told = plan ? plan->facts() : nlohmann::json::object();
    told["problems"] = opened.problems;
    answer(told);
    return plan ? 1 : 0;
}

/// \return 1 if there is a plan, and its replication's answer
[[clang::export_name("skranke_play")]] int skranke_play(std::uint32_t which, std::uint32_t number) {
    const std::unique_ptr<Plan>& plan = session().plans[which & 1];
    if (!plan) return 0;
    answer(plan->play(number));
    return 1;
}

/// Request 0: what was played of plan 0. \return 1 if there is that plan
[[clang::export_name("skranke_know")]] int skranke_know() {
    Session& s = session();
    s.reckoner = s.plans[0] ? std::make_unique<Reckoner>(s.plans[0]->world(), s.requests[0]) : nullptr;
    return s.reckoner ? 1 : 0;
}

/// \return 1 if there are plan 1 and what was played of plan 0, and what formulas say of both
[[clang::export_name("skranke_reckon")]] int skranke_reckon() {
    const Session& s = session();
    if (!s.reckoner || !s.plans[1]) return 0;
    answer(s.reckoner->reckon(s.plans[1]->world()));
    return 1;
}

/// Request 0: the pairs.
[[clang::export_name("skranke_compare")]] void skranke_compare() { answer(compare(session().requests[0])); }
}

}  // namespace skranke::what_if
