#include "engine/language/toml_reader.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace skranke;

namespace {

using Files = std::map<std::string, std::string>;

struct Read {
    Document document;
    Problems problems;
};

Read read(const Files& files, const std::vector<std::string>& settings = {}) {
    Read result;
    const auto from_memory = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = files.find(name);
        return found == files.end() ? std::nullopt : std::optional{found->second};
    };
    result.document = read_document("a.toml", from_memory, settings, result.problems);
    return result;
}

std::string text_of(const Read& result) {
    REQUIRE(result.problems.empty());
    return normalised_text(result.document);
}

std::string first_problem(const Read& result) {
    REQUIRE(!result.problems.empty());
    return to_text(result.problems.front());
}

}  // namespace

TEST_CASE("Keys keep the order of the file and know their lines") {
    const Read result = read({{"a.toml", "z = 1\n\n[m.b]\nk = 'x'\n[m.a]\nd = [1,\n 2]\n"}});
    REQUIRE(result.problems.empty());
    const Node& root = result.document.root;
    CHECK(root.keys == std::vector<std::string>{"z", "m"});
    CHECK(root.find("m")->keys == std::vector<std::string>{"b", "a"});
    CHECK(result.document.where("m.b.k").line == 4);
    CHECK(result.document.where("m.b").line == 3);
    CHECK(result.document.where("m.a.d").line == 6);
    CHECK(root.find("m")->find("a")->find("d")->items[1].origin.line == 7);
}

TEST_CASE("The place of what is not there is that of the table around it") {
    const Read result = read({{"a.toml", "a = 1\n[time]\nweeks = 3\n"}});
    CHECK(result.document.where("time.start").line == 2);
    CHECK(result.document.where("nothing.at.all").line == 0);
}

TEST_CASE("Values of every kind come through") {
    CHECK(text_of(read({{"a.toml",
                         "a = true\nb = -3\nc = 0.25\nd = \"q\\\"\\n\"\ne = 2020-02-29\nf = [1, {y = 2, x = 1}]\n"
                         "g.h = {}\n"}})) ==
          "a = true\nb = -3\nc = 0.25\nd = \"q\\\"\\u000A\"\ne = 2020-02-29\nf = [1, {x = 1, y = 2}]\ng.h = {}\n");
}

TEST_CASE("Text has its keys sorted, except where their order counts") {
    CHECK(text_of(read(
              {{"a.toml", "[service.b]\nz = 1\ny = 2\n[service.a]\nx = 1\n[desk.b]\nx = 1\n[desk.a]\nx = 1\n"}})) ==
          "desk.a.x = 1\ndesk.b.x = 1\nservice.b.y = 2\nservice.b.z = 1\nservice.a.x = 1\n");
}

TEST_CASE("Numbers are written in the shortest form that reads back exactly") {
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(16.0) == "16");
    CHECK(number_text(-2.5) == "-2.5");
    CHECK(number_text(1e6) == "1000000");
    CHECK(number_text(1e300) == "1e+300");
    CHECK(number_text(1.0 / 3) == "0.3333333333333333");
    CHECK(number_text(1e-7) == "1e-07");
}

TEST_CASE("A syntax error is reported with its line") {
    const std::string text = first_problem(read({{"a.toml", "a = 1\nb = = 2\n"}}));
    CHECK(text.substr(0, 27) == "a.toml:2: is not valid TOML");
}

TEST_CASE("A file that is not there is reported") {
    CHECK(first_problem(read({})) == "a.toml: cannot be read");
    CHECK(first_problem(read({{"a.toml", "\nextends = \"b.toml\""}})) ==
          "a.toml:2: extends = \"b.toml\": there is no such file, or it cannot be read");
}

TEST_CASE("A chain of bases merges from the far end, and every value remembers its file") {
    const Read result = read({{"a.toml", "extends = \"b.toml\"\nx = 1\n[t]\nk = 1\n"},
                              {"b.toml", "extends = \"c.toml\"\nx = 2\ny = 2\n[t]\nl = 2\n"},
                              {"c.toml", "x = 3\ny = 3\nz = 3\n[t]\nk = 3\nm = 3\n"}});
    CHECK(text_of(result) == "t.k = 1\nt.l = 2\nt.m = 3\nx = 1\ny = 2\nz = 3\n");
    CHECK(result.document.file_of(result.document.where("t.l")) == "b.toml");
    CHECK(result.document.file_of(result.document.where("z")) == "c.toml");
    CHECK(result.document.root.keys == std::vector<std::string>{"x", "y", "z", "t", "extends"});
}

TEST_CASE("An inline table or list of the later file replaces the base's, a section adds to it") {
    CHECK(text_of(read({{"a.toml", "extends = \"b.toml\"\ns = {a = 1}\nl = [1]\n[t]\na = 1\n"},
                        {"b.toml", "s = {a = 2, b = 2}\nl = [2, 2]\nt = {a = 2, b = 2}\n"}})) ==
          "l = [1]\ns.a = 1\nt.a = 1\nt.b = 2\n");
}

TEST_CASE("Bases that lead in a circle or out of the folder are refused") {
    CHECK(first_problem(read({{"a.toml", "extends = \"b.toml\""}, {"b.toml", "\n\nextends = \"a.toml\""}})) ==
          "b.toml:3: extends = \"a.toml\": leads in a circle");
    CHECK(first_problem(read({{"a.toml", "extends = \"a.toml\""}})) ==
          "a.toml:1: extends = \"a.toml\": leads in a circle");
    for (const char* path : {"../b.toml", "/b.toml", "x/../../b.toml", "c:b.toml", "..\\\\b.toml", "", ".."}) {
        INFO(path);
        const std::string text = first_problem(read({{"a.toml", "extends = \"" + std::string{path} + "\""}}));
        CHECK(text.find("must lie in the scenario's own folder or below it") != std::string::npos);
    }
    CHECK(first_problem(read({{"a.toml", "extends = 3"}})) ==
          "a.toml:1: extends = 3: needs the name of a scenario file");
}

TEST_CASE("A chain of bases has an end") {
    Files files{{"a.toml", "extends = \"b0\""}};
    for (int i = 0; i < 20; ++i) files["b" + std::to_string(i)] = "extends = \"b" + std::to_string(i + 1) + "\"";
    CHECK(first_problem(read(files)) == "b7:1: extends = \"b8\": is one base too many (at most 8 in a chain)");
}

TEST_CASE("A setting is TOML, or a plain word") {
    const Files files{{"a.toml", "a = 1\n[t]\nb = 1\n"}};
    CHECK(text_of(read(files, {"t.b=2.5"})) == "a = 1\nt.b = 2.5\n");
    CHECK(text_of(read(files, {"t.b=true", "a=2020-03-16"})) == "a = 2020-03-16\nt.b = true\n");
    CHECK(text_of(read(files, {"t.b=some word"})) == "a = 1\nt.b = \"some word\"\n");
    CHECK(text_of(read(files, {"t.b=[1, 2]"})) == "a = 1\nt.b = [1, 2]\n");
    CHECK(text_of(read(files, {"u.v.w=1", "a=1", "a=3"})) == "a = 3\nt.b = 1\nu.v.w = 1\n");
    const Read result = read(files, {"t.b=2"});
    CHECK(result.document.file_of(result.document.where("t.b")) == "--set");
    CHECK(result.document.is_setting(result.document.where("t.b")));
    CHECK_FALSE(result.document.is_setting(result.document.where("a")));
}

TEST_CASE("A setting replaces the value of an annotated number or timeline and keeps the rest") {
    const Files files{
        {"a.toml",
         "a = {value = 1, range = [0, 2], why = \"w\"}\nb = {line = [{from = 2020-03-02, value = 1}], why = \"w\"}\n"}};
    CHECK(text_of(read(files, {"a=2", "b=3"})) ==
          "a.range = [0, 2]\na.value = 2\na.why = \"w\"\nb.value = 3\nb.why = \"w\"\n");
    CHECK(text_of(read(files, {"a={value = 5}", "b.why=x"})) ==
          "a.value = 5\nb.line = [{from = 2020-03-02, value = 1}]\nb.why = \"x\"\n");
}

TEST_CASE("Settings that cannot be right are reported") {
    const Files files{{"a.toml", "a = 1\n"}};
    CHECK(first_problem(read(files, {"a"})) == "--set: \"a\": needs key=value");
    CHECK(first_problem(read(files, {"=1"})) == "--set: \"=1\": needs key=value");
    CHECK(first_problem(read(files, {"a..b=1"})) ==
          "--set: \"a..b\": needs names joined by dots, as in run.replications");
    CHECK(first_problem(read(files, {"a.b=1"})) == "--set: a.b: a is a value, not a table");
    CHECK(first_problem(read(files, {"extends=x"})) == "--set: extends: cannot be set (only written in the file)");
    CHECK(first_problem(read(files, {"a=[1,"})) ==
          "--set: \"a=[1,\": is neither a TOML value nor a plain word (a text with other characters needs quotes)");
    CHECK(first_problem(read(files, {"a=1\nb = 2"})).find("neither a TOML value") != std::string::npos);
    CHECK(first_problem(read(files, {"a="})).find("neither a TOML value") != std::string::npos);
    CHECK(first_problem(read(files, {"a=\xff"})) == "--set: a setting is not UTF-8 text");
}

TEST_CASE("Messages shorten long values and show control characters by their code") {
    Node node;
    node.kind = Node::Kind::text;
    node.text = std::string(100, 'x');
    CHECK(in_short(node) == "\"" + std::string(36, 'x') + "...");
    node.text = std::string(35, 'x') + "\xc3\xb8\xc3\xb8\xc3\xb8\xc3\xb8";
    CHECK(in_short(node) == "\"" + std::string(35, 'x') + "...");
    node.text = "\x1b[31m";
    CHECK(in_short(node) == "\"\\u001B[31m\"");
}
