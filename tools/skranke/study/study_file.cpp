#include "tools/skranke/study/study_file.hpp"

#include "engine/report/wording.hpp"

namespace skranke {

TableFile headed_file(const StudyFormat& format, const Scenario& scenario, const Provenance& provenance) {
    TableFile file;
    file.texts_of_file = {{"title", scenario.title.english(scenario.name)},
                          {"source", "Skranke " + provenance.version},
                          {"version", provenance.version},
                          {"git", provenance.git},
                          {"command", provenance.command},
                          {"created", provenance.created},
                          {"scenario_name", provenance.scenario_name},
                          {"scenario_hash", hexadecimal(provenance.scenario_hash)},
                          {"scenario_text", scenario.text},
                          {"fingerprint", hexadecimal(provenance.fingerprint)}};
    file.numbers_of_file = {{"seed", provenance.seed}, {format.attribute, format.number}};
    return file;
}

TableAxis bound_axis() { return {"bound", Texts{"estimate", "low", "high"}, "estimate and its 95 % interval"}; }

}  // namespace skranke
