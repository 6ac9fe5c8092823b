#!/usr/bin/env python3
"""Checks that the sources obey the layers that engine/CMakeLists.txt states.

A module is a folder of engine/ with one skranke_module line. It may include its own headers, those of
the modules its line USES and of what these use, the standard library, and a third-party library only
where HOMES says.
PORTABLE modules also become WebAssembly: no files, no threads, no exceptions. Sizes are warnings.

    tools/dev/check_layers.py [ROOT]      status 1 and one line a breach: file:line: what (what is allowed)
"""
import re
import sys
from pathlib import Path

# First part of an include path -> where it may be included (folders, from the root).
HOMES = {
    "tbb": ["engine/parallel", "tests/verification"],
    "oneapi": ["engine/parallel", "tests/verification"],
    "mpi.h": ["engine/parallel"],
    "hdf5": ["engine/store"],
    "H5": ["engine/store"],
    "CLI": ["tools/skranke", "tests/verification"],
    "toml++": ["engine/language"],
    "boost": ["engine/analysis", "engine/comparison", "engine/planning", "engine/sensitivity", "tests"],
    "nlopt": ["engine/analysis"],
    "Eigen": ["engine/analysis", "engine/demand"],
    "Random123": ["engine/random", "bench", "tests"],
    "fast_float": ["engine/language"],
    "immintrin.h": ["engine/random"],
    "zip.h": ["engine/document", "engine/spreadsheet", "tests"],
    "pugixml.hpp": ["engine/document", "engine/spreadsheet", "tests"],
    "xlsxwriter.h": ["engine/spreadsheet"],
    "fmt": ["engine", "tools", "bench", "tests"],
    "nlohmann": ["engine/language", "engine/report", "engine/store", "tools", "tests"],
    "catch2": ["tests"],
    "benchmark": ["bench"],
}
NOT_PORTABLE_HEADERS = {"iostream", "fstream", "filesystem", "thread", "mutex", "shared_mutex", "future",
                        "condition_variable", "stop_token"}
LONGEST = {".hpp": 300, ".cpp": 500}
MOST_FILES = 15


class Module:
    def __init__(self, name, words):
        self.name = name
        self.portable = False
        self.uses, self.sources = [], []
        self.allowed = [name]  # whose headers it may include; completed by Checker
        into = None
        for word in words:
            if word == "PORTABLE":
                self.portable = True
            elif word in ("TOGETHER", "HOT", "QUICK"):
                continue
            elif word in ("USES", "LIBRARIES", "SOURCES"):
                into = {"USES": self.uses, "SOURCES": self.sources}.get(word, [])
            else:
                into.append(word)


def read_modules(cmake):
    text = re.sub(r"#.*", "", cmake.read_text(encoding="utf-8"))
    return [Module(words[0], words[1:]) for words in map(str.split, re.findall(r"skranke_module\(([^)]*)\)", text))]


def without_comments_and_strings(text):
    """The code alone, line for line; include lines keep their file name."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group())
    raw_string = r'R"(?P<mark>[^()\s]{0,16})\(.*?\)(?P=mark)"'
    token = raw_string + r'|//[^\n]*|/\*.*?\*/|(?<!#include )"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\''
    return re.sub(token, blank, text, flags=re.S)


class Checker:
    def __init__(self, root):
        self.root = root
        self.breaches, self.warnings = [], []
        self.modules = {}
        for module in read_modules(root / "engine/CMakeLists.txt"):
            for used in module.uses:
                if used not in self.modules:
                    self.breaches.append(f"engine/CMakeLists.txt: {module.name} USES {used}, which is not a module above it")
                else:
                    module.allowed += [m for m in self.modules[used].allowed if m not in module.allowed]
            self.modules[module.name] = module

    def check(self):
        for folder in sorted(p for p in (self.root / "engine").iterdir() if p.is_dir()):
            if list(self.sources_in(folder)):
                self.check_module_folder(folder)
        for top in ("engine", "tools", "bench", "tests"):
            for path in self.sources_in(self.root / top):
                self.check_file(path)

    @staticmethod
    def sources_in(folder):
        return sorted(p for p in folder.rglob("*") if p.suffix in LONGEST)

    def check_module_folder(self, folder):
        where = f"engine/{folder.name}"
        module = self.modules.get(folder.name)
        if module is None:
            self.breaches.append(f"{where}: no skranke_module line (allowed: {', '.join(self.modules)})")
            return
        present = {p.relative_to(folder).as_posix() for p in folder.rglob("*.cpp")}
        for name in sorted(present.symmetric_difference(module.sources)):
            problem = "is not among its SOURCES" if name in present else "is among its SOURCES but does not exist"
            self.breaches.append(f"{where}/{name}: skranke_module({module.name}): {problem}")
        if len(list(folder.glob("*.?pp"))) > MOST_FILES:
            self.warnings.append(f"{where}: more than {MOST_FILES} files")

    def check_file(self, path):
        name = path.relative_to(self.root).as_posix()
        parts = name.split("/")
        module = self.modules.get(parts[1]) if parts[0] == "engine" else None
        code = without_comments_and_strings(path.read_text(encoding="utf-8")).split("\n")
        for number, line in enumerate(code, start=1):
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            problem = None
            if found:
                problem = self.problem_of_include(name, module, *found.groups())
            elif module and module.portable:
                word = re.search(r"\b(throw|try|catch)\b", line)
                if word:
                    problem = f"'{word.group()}' in portable module {module.name} (allowed: SKRANKE_EXPECT, or a list of problems)"
            if problem:
                self.breaches.append(f"{name}:{number}: {problem}")
        if len(code) - 1 > LONGEST[path.suffix]:
            self.warnings.append(f"{name}: {len(code) - 1} lines (look again above {LONGEST[path.suffix]})")

    def problem_of_include(self, name, module, bracket, include):
        if bracket == '"':
            return self.problem_of_own_include(name, module, include)
        library = include.split("/")[0] if "/" in include or include.endswith((".h", ".hpp")) else ""
        library = re.sub(r"^(H5|hdf5).*", r"\1", library)
        if library in HOMES:
            if any(name.startswith(home + "/") for home in HOMES[library]):
                return None
            if name.startswith("tests/") and any(f"/{home.split('/')[-1]}/" in name for home in HOMES[library]):
                return None  # the tests of a module may see its library
            return f"<{include}> in {self.place(name, module)} (allowed in: {', '.join(HOMES[library])})"
        if module and module.portable and (library or include in NOT_PORTABLE_HEADERS):
            return f"<{include}> in portable module {module.name} (allowed: standard headers without files, threads and streams)"
        return None

    def problem_of_own_include(self, name, module, include):
        if module is None:
            return None
        parts = include.split("/")
        if parts[0] != "engine" or len(parts) < 3:
            return f'"{include}" in module {module.name} (allowed: "engine/<module>/<header>.hpp")'
        if parts[1] in module.allowed:
            return None
        return f'"{include}" in module {module.name} (allowed: {", ".join(module.allowed)})'

    @staticmethod
    def place(name, module):
        return f"module {module.name}" if module else name.rsplit("/", 1)[0]


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2])
    checker = Checker(root)
    checker.check()
    for line in checker.breaches:
        print(line)
    for line in checker.warnings:
        print("warning:", line)
    print(f"layers: {len(checker.modules)} modules, {len(checker.breaches)} breaches, {len(checker.warnings)} warnings")
    return 1 if checker.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
