#include "engine/language/expression_reader.hpp"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <limits>

#include "engine/base/problem.hpp"
#include "engine/scenario/policy.hpp"

namespace skranke {

namespace {

using Do = Expression::Do;

constexpr std::size_t kMostCharacters = 2000;
constexpr int kMostBrackets = 20;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> known_names() {
    std::vector<std::string> names;
    for (const Observable& variable : all_observables()) names.push_back(name_of(variable));
    return names;
}

// Recursive descent; the first mistake stops it.
class Parser {
  public:
    explicit Parser(const std::string& text) : text_{text} {}

    std::variant<Expression, std::string> parse() {
        if (text_.size() > kMostCharacters) return "is too long (at most 2000 characters)";
        either();
        if (wrong_.empty() && !at_end()) fail("did not expect \"" + next_word() + "\"");
        if (wrong_.empty() && expression_.steps.size() > Expression::kMostSteps) fail("has too many parts (at most 256)");
        if (!wrong_.empty()) return wrong_;
        return expression_;
    }

  private:
    void either() {
        both();
        while (takes_word("or")) both(), add(Do::either);
    }
    void both() {
        inverted();
        while (takes_word("and")) inverted(), add(Do::both);
    }
    void inverted() {
        bool odd = false;
        while (takes_word("not")) odd = !odd;
        comparison();
        if (odd) add(Do::invert);
    }
    void comparison() {
        sum();
        static constexpr std::array<std::pair<const char*, Do>, 6> kSigns{
            {{"<=", Do::at_most}, {">=", Do::at_least}, {"==", Do::equal}, {"!=", Do::unequal}, {"<", Do::less}, {">", Do::more}}};
        for (const auto& [sign, what] : kSigns) {
            if (!takes(sign)) continue;
            sum();
            return add(what);
        }
        if (peek() == '=') fail("needs == to compare");
    }
    void sum() {
        product();
        while (wrong_.empty()) {
            const Do what = peek() == '-' ? Do::subtract : Do::add;
            if (!takes("+") && !takes("-")) return;
            product();
            add(what);
        }
    }
    void product() {
        signed_value();
        while (wrong_.empty()) {
            const Do what = peek() == '/' ? Do::divide : Do::multiply;
            if (!takes("*") && !takes("/")) return;
            signed_value();
            add(what);
        }
    }
    void signed_value() {
        bool odd = false;
        while (takes("-")) odd = !odd;
        value();
        if (odd) add(Do::negate);
    }
    void value() {
        if (!wrong_.empty()) return;
        const char c = peek();
        if (is_digit(c) || c == '.') return number();
        if (is_letter(c)) return name();
        if (!takes("(")) return fail(at_end() ? "ends too early" : "did not expect \"" + next_word() + "\"");
        bracket([&] { either(); });
    }
    template <class Inside>
    void bracket(Inside inside) {
        if (++brackets_ > kMostBrackets) return fail("has too many brackets inside one another (at most 20)");
        inside();
        --brackets_;
        if (wrong_.empty() && !takes(")")) fail(at_end() ? "needs a closing bracket" : "did not expect \"" + next_word() + "\"");
    }
    void number() {
        Expression::Step step;
        const auto [end, error] = fast_float::from_chars(text_.data() + at_, text_.data() + text_.size(), step.number);
        if (error != std::errc{}) return fail("needs a number instead of \"" + next_word() + "\"");
        at_ = static_cast<std::size_t>(end - text_.data());
        expression_.steps.push_back(step);
        deepen();
    }
    void name() {
        const std::string word = next_word();
        at_ += word.size();
        if (word == "min" || word == "max") return function(word == "min" ? Do::least : Do::most);
        for (const Observable& variable : all_observables()) {
            if (name_of(variable) != word) continue;
            expression_.steps.push_back({Do::variable, 0, variable});
            return deepen();
        }
        const std::string nearest = nearest_name(word, known_names());
        fail("does not know \"" + word + "\"" + (nearest.empty() ? " (known: waiting.casework, heads.casework, day, ...)"
                                                                  : " (nearest: " + nearest + ")"));
    }
    void function(Do what) {
        if (!takes("(")) return fail("needs brackets after min and max");
        bracket([&] {
            either();
            if (wrong_.empty() && !takes(",")) return fail("needs two values in min(a, b) and max(a, b)");
            either();
        });
        add(what);
    }

    void add(Do what) {
        if (!wrong_.empty()) return;
        expression_.steps.push_back({what, 0, {}});
        if (!Expression::takes_one(what)) --depth_;
    }
    void deepen() {
        if (++depth_ > static_cast<int>(Expression::kDeepest)) fail("has too many parts in one another");
    }
    void fail(const std::string& why) {
        if (wrong_.empty()) wrong_ = why + " (at character " + std::to_string(at_ + 1) + ")";
    }

    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
    }
    char peek() {
        skip_blanks();
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    bool at_end() { return peek() == '\0' && at_ >= text_.size(); }
    /// A name as far as it goes, or the one character that stands here.
    std::string next_word() {
        skip_blanks();
        std::size_t end = at_;
        while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || (text_[end] == '.' && end > at_))) ++end;
        return text_.substr(at_, std::max<std::size_t>(1, std::min<std::size_t>(end - at_, 40)));
    }
    bool takes(const std::string& sign) {
        skip_blanks();
        if (!wrong_.empty() || text_.compare(at_, sign.size(), sign) != 0) return false;
        at_ += sign.size();
        return true;
    }
    bool takes_word(const std::string& word) {
        if (!wrong_.empty() || !is_letter(peek()) || next_word() != word) return false;
        at_ += word.size();
        return true;
    }

    const std::string& text_;
    std::size_t at_ = 0;
    int brackets_ = 0;
    int depth_ = 0;
    Expression expression_;
    std::string wrong_;
};

constexpr double kEndless = std::numeric_limits<double>::infinity();

Bounds yes_or_no(bool never, bool always) { return {always ? 1.0 : 0.0, never ? 0.0 : 1.0}; }

// 0 x infinity is 0 here: an endless bound only means that nobody knows.
double times(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

Bounds product_of(Bounds a, Bounds b) {
    const auto [low, high] = std::minmax({times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)});
    return {low, high};
}

Bounds quotient_of(Bounds a, Bounds b) {
    if (b.low <= 0 && b.high >= 0) return {-kEndless, kEndless};
    return product_of(a, {1 / b.high, 1 / b.low});
}

bool is_never_zero(Bounds a) { return a.low > 0 || a.high < 0; }
bool is_zero(Bounds a) { return a.low == 0 && a.high == 0; }

Bounds bounds_after(Do what, Bounds a, Bounds b) {
    switch (what) {
        case Do::negate: return {-a.high, -a.low};
        case Do::add: return {a.low + b.low, a.high + b.high};
        case Do::subtract: return {a.low - b.high, a.high - b.low};
        case Do::multiply: return product_of(a, b);
        case Do::divide: return quotient_of(a, b);
        case Do::less: return yes_or_no(a.low >= b.high, a.high < b.low);
        case Do::at_most: return yes_or_no(a.low > b.high, a.high <= b.low);
        case Do::more: return yes_or_no(a.high <= b.low, a.low > b.high);
        case Do::at_least: return yes_or_no(a.high < b.low, a.low >= b.high);
        case Do::equal: return yes_or_no(a.high < b.low || b.high < a.low, a.low == a.high && b.low == b.high && a.low == b.low);
        case Do::unequal: return yes_or_no(a.low == a.high && b.low == b.high && a.low == b.low, a.high < b.low || b.high < a.low);
        case Do::both: return yes_or_no(is_zero(a) || is_zero(b), is_never_zero(a) && is_never_zero(b));
        case Do::either: return yes_or_no(is_zero(a) && is_zero(b), is_never_zero(a) || is_never_zero(b));
        case Do::invert: return yes_or_no(is_never_zero(a), is_zero(a));
        case Do::least: return {std::min(a.low, b.low), std::min(a.high, b.high)};
        case Do::most: return {std::max(a.low, b.low), std::max(a.high, b.high)};
        case Do::number:
        case Do::variable: break;
    }
    return {};
}

}  // namespace

std::variant<Expression, std::string> read_expression(const std::string& text) { return Parser{text}.parse(); }

Bounds bounds_of(const Expression& expression, const std::function<Bounds(const Observable&)>& bounds) {
    return expression.evaluate<Bounds>(bounds, bounds_after);
}

}  // namespace skranke
