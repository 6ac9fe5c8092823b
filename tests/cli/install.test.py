"""`cmake --install` puts the program and its scenarios where `skranke demo` finds them.

    install.test.py CMAKE BUILD_FOLDER [unittest arguments]
"""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CMAKE, BUILD = "", ""  # set below


class Install(unittest.TestCase):
    def test_an_installed_demo_runs_from_anywhere(self):
        with tempfile.TemporaryDirectory() as folder:
            prefix, elsewhere = Path(folder, "prefix"), Path(folder, "elsewhere")
            elsewhere.mkdir()
            subprocess.run([CMAKE, "--install", BUILD, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
            self.assertTrue((prefix / "share/skranke/scenarios/data/SOURCES.md").is_file())
            environment = {k: v for k, v in os.environ.items() if k != "SKRANKE_SCENARIOS"}
            done = subprocess.run([prefix / "bin/skranke", "demo", "--replications", "1", "--set", "time.weeks=4"],
                                  cwd=elsewhere, env=environment, capture_output=True, text=True, encoding="utf-8")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("results/trondelag-2020-demo/report.html", done.stdout)
            self.assertTrue((elsewhere / "results/trondelag-2020-demo/report.html").is_file())

    def test_a_demo_without_its_scenario_says_where_it_looked(self):
        done = subprocess.run([Path(BUILD, "skranke"), "demo"], env={**os.environ, "SKRANKE_SCENARIOS": "/nowhere"},
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot find trondelag-2020.toml in /nowhere", done.stderr)


if __name__ == "__main__":
    CMAKE, BUILD = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
