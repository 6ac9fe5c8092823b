#include "engine/record/outcome.hpp"
#include "engine/record/provenance.hpp"

namespace skranke {

const char* key_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::met_on_time:
            return "met_on_time";
        case Outcome::met_late:
            return "met_late";
        case Outcome::unmet:
            return "unmet";
        case Outcome::censored:
            return "censored";
    }
    return "";
}

const char* key_of(Reason reason) {
    switch (reason) {
        case Reason::barrier:
            return "barrier";
        case Reason::closed:
            return "closed";
        case Reason::blocked:
            return "blocked";
        case Reason::left_queue:
            return "left_queue";
        case Reason::missed_callback:
            return "missed_callback";
        case Reason::incomplete:
            return "incomplete";
        case Reason::gave_up_waiting:
            return "gave_up_waiting";
        case Reason::never_decided:
            return "never_decided";
    }
    return "";
}

const char* key_of(FingerprintStrength strength) {
    switch (strength) {
        case FingerprintStrength::time:
            return "time";
        case FingerprintStrength::events:
            return "events";
        case FingerprintStrength::draws:
            return "draws";
    }
    return "";
}

}  // namespace skranke
