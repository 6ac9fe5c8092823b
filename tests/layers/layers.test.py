"""The layer checker finds what it is there to find: each test breaks a small tree in one way."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).resolve().parents[2] / "tools/dev/check_layers.py"

CLEAN = {
    "engine/CMakeLists.txt": "skranke_module(base PORTABLE)  # a comment (with brackets)\n"
                             "skranke_module(kernel PORTABLE USES base\n  SOURCES clock.cpp)\n"
                             "skranke_module(parallel USES kernel LIBRARIES TBB::tbb)\n"
                             "skranke_module(store USES base)\n",
    "engine/base/contract.hpp": "#pragma once\n",
    "engine/kernel/clock.hpp": '#include <vector>\n#include "engine/base/contract.hpp"\n// throw nothing; try\n',
    "engine/kernel/clock.cpp": '#include "engine/kernel/clock.hpp"\nconst char* a = "throw"; int b = 1\'000;\n',
    "engine/parallel/runner.hpp": '#include <tbb/task_arena.h>\n#include <mutex>\n#include "engine/base/contract.hpp"\n',
    "engine/store/file.hpp": "#include <hdf5.h>\nvoid f() { try { throw 1; } catch (int) {} }\n",
    "tools/skranke/main.cpp": "#include <CLI/CLI.hpp>\n",
    "tests/unit/store/file.test.cpp": "#include <H5Cpp.h>\n#include <catch2/catch.hpp>\n",
    "bench/desk.cpp": "#include <benchmark/benchmark.h>\n",
}


def check(**changes):
    """Runs the checker on the clean tree with files replaced or added; returns (status, output)."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**CLEAN, **changes.get("files", {})}.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, CHECKER, folder], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


class LayerChecker(unittest.TestCase):
    def finds(self, name, text, *expected):
        status, output = check(files={name: text})
        self.assertEqual(status, 1, output)
        for part in expected:
            self.assertIn(part, output)

    def test_a_clean_tree_passes(self):
        status, output = check()
        self.assertEqual(status, 0, output)
        self.assertIn("4 modules, 0 breaches, 0 warnings", output)

    def test_an_upward_include_is_reported_with_line_module_and_what_is_allowed(self):
        self.finds("engine/base/contract.hpp", '\n\n#include "engine/kernel/clock.hpp"\n',
                   'engine/base/contract.hpp:3: "engine/kernel/clock.hpp" in module base (allowed: base)')

    def test_an_include_that_the_line_does_not_reach_is_reported_though_it_lies_below(self):
        self.finds("engine/store/file.hpp", '#include "engine/kernel/clock.hpp"\n',
                   "engine/store/file.hpp:1", "(allowed: store, base)")

    def test_an_include_by_relative_path_is_reported(self):
        self.finds("engine/kernel/clock.hpp", '#include "clock.hpp"\n', "engine/kernel/clock.hpp:1")

    def test_third_party_libraries_stay_in_their_folders(self):
        for name, header, home in [
            ("engine/kernel/clock.hpp", "tbb/parallel_for.h", "engine/parallel"),
            ("engine/parallel/runner.hpp", "hdf5_hl.h", "engine/store"),
            ("engine/store/file.hpp", "CLI/CLI.hpp", "tools/skranke"),
            ("tools/skranke/main.cpp", "toml++/toml.h", "engine/language"),
            ("tests/unit/store/file.test.cpp", "mpi.h", "engine/parallel"),
            ("bench/desk.cpp", "boost/math/distributions.hpp", "engine/analysis"),
        ]:
            with self.subTest(header):
                self.finds(name, f"#include <{header}>\n", f"{name}:1: <{header}>", f"(allowed in: {home}")

    def test_portable_modules_have_no_streams_threads_files_or_exceptions(self):
        for line in ["#include <iostream>", "#include <fstream>", "#include <thread>", "#include <sys/stat.h>",
                     "void f() { throw 1; }", "void f() { try { } catch (...) { } }"]:
            with self.subTest(line):
                self.finds("engine/kernel/clock.cpp", line + "\n", "engine/kernel/clock.cpp:1", "portable module kernel")

    def test_sources_and_folders_that_no_line_names_are_reported(self):
        self.finds("engine/kernel/forgotten.cpp", "", "engine/kernel/forgotten.cpp: ", "is not among its SOURCES")
        self.finds("engine/util/misc.hpp", "", "engine/util: no skranke_module line")

    def test_a_line_may_only_use_modules_above_it(self):
        self.finds("engine/CMakeLists.txt", CLEAN["engine/CMakeLists.txt"].replace("base PORTABLE", "base USES store"),
                   "base USES store, which is not a module above it")

    def test_a_long_file_is_a_warning_only(self):
        status, output = check(files={"engine/base/contract.hpp": "\n" * 301})
        self.assertEqual(status, 0, output)
        self.assertIn("warning: engine/base/contract.hpp: 301 lines", output)


if __name__ == "__main__":
    unittest.main()
