#include "tools/skranke/sweep/factors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iostream>

#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/scenario_file.hpp"

namespace skranke {

namespace {

constexpr const char* kForms = "needs KEY, KEY=LOW:HIGH or KEY=A,B,C, e.g. desk.casework.speed=0.6:0.9";

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::optional<double> read_number(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

/// What the reader says of the first error; where it stands only if that is elsewhere.
std::string message_of(const Problems& problems, const std::string& key) {
    const auto error = std::find_if(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Problem::Severity::error; });
    return error->key.starts_with(key) ? error->message : first_error(problems);
}

/// Collects factors and what is wrong with what was asked for.
class Chooser {
  public:
    explicit Chooser(const SweptScenario& scenario) : scenario_(scenario) {}

    void choose(const std::string& wanted) {
        const std::size_t equals = wanted.find('=');
        if (equals == std::string::npos)
            take_marked(wanted);
        else
            take_typed(wanted.substr(0, equals), wanted.substr(equals + 1));
    }

    FactorChoice finish() && {
        std::erase_if(choice_.factors, [&](Factor& factor) { return !is_readable(factor); });
        for (const Problem& problem : problems_) std::cerr << to_text(problem) << "\n";
        if (!problems_.empty()) throw bad_usage(count_text(problems_) + "; nothing was run or written");
        if (choice_.factors.empty())
            throw bad_usage("there is nothing to vary: the scenario marks no number with a range (--vary KEY=LOW:HIGH names one)");
        return std::move(choice_);
    }

  private:
    void report(const std::string& key, const std::string& message) { problems_.push_back({"--vary", 0, key, message}); }

    void take_marked(const std::string& wanted) {
        const auto& marked = scenario_.as_written().assumptions;
        std::size_t met = 0;
        std::vector<std::string> keys;
        for (const Assumption& assumption : marked) {
            keys.push_back(assumption.key);
            const bool below = assumption.key.starts_with(wanted + ".") || assumption.key.starts_with(wanted + "[");
            if (wanted != "all" && assumption.key != wanted && !below) continue;
            ++met;
            add_marked(assumption);
        }
        if (met > 0 || wanted == "all") return;
        if (std::get_if<VariableNumber>(&found(wanted)) != nullptr) {
            const std::string value = std::get<VariableNumber>(found_).value ? " (it is " + number_text(*std::get<VariableNumber>(found_).value) + ")" : "";
            return report(wanted, "is not marked with a range: needs one, as in " + wanted + "=LOW:HIGH" + value);
        }
        const std::string nearest = nearest_name(wanted, keys);
        report(wanted, nearest.empty() ? std::get<std::string>(found_) : "nothing is marked there (nearest: " + nearest + ")");
    }

    const std::variant<VariableNumber, std::string>& found(const std::string& key) {
        found_ = scenario_.numbers().find(key);
        if (key == "run.seed" || key == "run.replications") found_ = "is the same at every point (--" + key.substr(4) + ")";
        return found_;
    }

    void add_marked(const Assumption& a) {
        if (std::any_of(choice_.left_out.begin(), choice_.left_out.end(), [&](const LeftOut& l) { return l.key == a.key; })) return;
        if (!(a.low < a.high)) return choice_.left_out.push_back({a.key, "has no range"});
        if (const auto* why = std::get_if<std::string>(&found(a.key))) return choice_.left_out.push_back({a.key, *why});
        Factor factor = factor_of(std::get<VariableNumber>(found_));
        factor.low = a.low;
        factor.high = a.high;
        add(std::move(factor));
    }

    void take_typed(const std::string& key, const std::string& values) {
        if (key.empty() || values.empty()) return report(key.empty() ? "=" + values : key, kForms);
        if (const auto* why = std::get_if<std::string>(&found(key))) return report(key, *why);
        Factor factor = factor_of(std::get<VariableNumber>(found_));
        const bool is_list = values.find(':') == std::string::npos;
        for (const std::string& text : split(values, is_list ? ',' : ':')) {
            const auto value = read_number(text);
            if (!value) return report(key + "=" + values, "\"" + text + "\" is not a number");
            factor.levels.push_back(*value);
        }
        std::vector<double>& levels = factor.levels;
        if (!is_list && (levels.size() != 2 || !(levels[0] < levels[1])))
            return report(key + "=" + values, "needs the lower end first, LOW:HIGH");
        factor.low = *std::min_element(levels.begin(), levels.end());
        factor.high = *std::max_element(levels.begin(), levels.end());
        if (!is_list) levels.clear();
        typed_.push_back(key);
        add(std::move(factor));
    }

    Factor factor_of(const VariableNumber& number) const {
        Factor factor{.key = number.key, .whole = number.whole, .value = number.value, .unit = number.unit, .meaning = number.meaning};
        for (const Assumption& a : scenario_.as_written().assumptions)
            if (a.key == number.key) {
                factor.basis = a.basis;
                factor.why = a.why;
            }
        return factor;
    }

    /// What was asked for last stands.
    void add(Factor factor) {
        const auto same = std::find_if(choice_.factors.begin(), choice_.factors.end(), [&](const Factor& f) { return f.key == factor.key; });
        if (same == choice_.factors.end())
            choice_.factors.push_back(std::move(factor));
        else
            *same = std::move(factor);
    }

    /// Whether the reader takes every level or both ends; if not, says so where it was asked for, or leaves it out.
    bool is_readable(const Factor& factor) {
        const std::vector<double> values = factor.levels.empty() ? std::vector{factor.low, factor.high} : factor.levels;
        for (const double value : values) {
            if (interrupted()) throw run_failed("interrupted before the first run; nothing was changed");
            const NumberChange change{factor.key, value};
            const ReadResult read = scenario_.read({&change, 1});
            if (read.scenario) continue;
            if (std::find(typed_.begin(), typed_.end(), factor.key) != typed_.end())
                report(factor.key + "=" + number_text(value), message_of(read.problems, factor.key));
            else
                choice_.left_out.push_back({factor.key, "is refused at " + number_text(value) + ": " + message_of(read.problems, factor.key)});
            return false;
        }
        return true;
    }

    const SweptScenario& scenario_;
    FactorChoice choice_;
    Problems problems_;
    std::vector<std::string> typed_;
    std::variant<VariableNumber, std::string> found_;
};

}  // namespace

FactorChoice choose_factors(const SweptScenario& scenario, const std::vector<std::string>& vary) {
    Chooser chooser(scenario);
    if (vary.empty()) chooser.choose("all");
    for (const std::string& wanted : vary) chooser.choose(wanted);
    return std::move(chooser).finish();
}

std::vector<NumberChange> changes_at(const std::vector<Factor>& factors, std::span<const double> point) {
    std::vector<NumberChange> changes;
    for (std::size_t f = 0; f < factors.size(); ++f)
        if (point[f] != kAsWritten) changes.push_back({factors[f].key, factors[f].at(point[f])});
    return changes;
}

}  // namespace skranke
