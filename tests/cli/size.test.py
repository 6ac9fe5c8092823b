"""skranke size: the least staffing that keeps the rules, from outside.

    size.test.py PROGRAM [unittest arguments]
"""
import os
import signal
import subprocess
import time
import unittest

import h5py
import numpy

from program import PROGRAM, Program

RESULT = ["plan.toml", "report.html", "size.csv", "size.h5"]


class Size(Program):
    def size(self, *arguments, status=0, out="results"):
        return self.skranke("size", "small.toml", "--lang", "en", "--replications", "16", "--out", out, *arguments, status=status,
                            env={**os.environ, "SOURCE_DATE_EPOCH": "1000000000"})

    def file(self, out="results"):
        return h5py.File(self.folder / out / "size-small/size.h5", "r")

    def files(self, out="results"):
        files = {p.name: p.read_bytes() for p in sorted((self.folder / out / "size-small").iterdir())}
        return {name: content for name, content in files.items() if name != "size.h5"}


class GoodUse(Size):
    def test_it_says_how_many_where_and_how_surely(self):
        done = self.size()
        self.assertEqual(sorted(os.listdir(self.folder / "results/size-small")), RESULT)
        self.assertIn("positions in reception, duty phone and casework", done.stdout)
        with self.file() as file:
            offices, desks, periods = file["positions"].shape
            self.assertEqual(desks, 3)
            self.assertTrue((file["positions"][()] >= 0).all())
            self.assertTrue((file["kept"][()] <= file["runs"][()]).all())
            found = [s.decode() for s in file["staffing"][()]].index("found")
            self.assertEqual(found, 0)
            self.assertEqual(int((file["kept"][0] >= 0.9 * file["runs"][0]).sum()), file.attrs["last_passed"])
            table = (self.folder / "results/size-small/size.csv").read_bytes().decode("utf-8-sig").split("\r\n\r\n")[0].split("\r\n")
            self.assertEqual(len(table), 1 + offices * desks * periods)
        report = (self.folder / "results/size-small/report.html").read_text(encoding="utf-8")
        self.assertNotIn("<script", report)
        self.assertFalse((self.folder / "results/.size-small.unfinished").exists())

    def test_the_plan_is_a_scenario_with_that_staffing_and_the_same_people(self):
        self.size()
        plan = (self.folder / "results/size-small/plan.toml").read_text(encoding="utf-8")
        (self.folder / "plan.toml").write_text(plan, encoding="utf-8")
        self.skranke("check", "plan.toml")
        for name in "small", "plan":
            self.skranke("run", f"{name}.toml", "--replications", "2", "--quiet")
        with h5py.File(self.folder / "results/small/result.h5") as a, h5py.File(self.folder / "results/small-sized/result.h5") as b:
            numpy.testing.assert_array_equal(a["born"][()], b["born"][()])
            self.assertFalse(numpy.array_equal(a["desk_staffed"][()], b["desk_staffed"][()]))

    def test_several_scenarios_take_at_least_the_staff_of_each(self):
        text = (self.folder / "small.toml").read_text(encoding="utf-8").replace('name = "small"', 'name = "busy"')
        (self.folder / "busy.toml").write_text(text + '\n[surge.twice]\nkind = "scale"\nservices = ["financial"]\nfactor = 2\n', encoding="utf-8")
        self.size(out="one")
        self.size("busy.toml", out="both")
        with self.file("one") as one, self.file("both") as both:
            self.assertGreater(both["positions"][()].sum(), one["positions"][()].sum())


class SameBytes(Size):
    def test_any_number_of_threads_and_any_number_of_deaths_give_the_same_files(self):
        self.size("--threads", "1", out="one")
        self.size("--threads", "2", out="two")
        journal = self.folder / "killed/.size-small.unfinished/journal"
        deaths = 0
        for size in (10_000, 60_000, 120_000):
            process = subprocess.Popen([PROGRAM, "size", "small.toml", "--lang", "en", "--replications", "16", "--out", "killed", "--quiet"],
                                       cwd=self.folder, stderr=subprocess.DEVNULL)
            while process.poll() is None and (not journal.exists() or journal.stat().st_size < size):
                time.sleep(0.002)
            deaths += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.communicate()
        self.assertGreater(deaths, 0, "it was always over before it could be killed")
        done = self.size(out="killed")
        self.assertNotIn("cannot be used", done.stderr)
        one, two, killed = (self.without_command(out) for out in ("one", "two", "killed"))
        self.assertEqual(one, two)
        self.assertEqual(one, killed)
        with self.file("one") as a, self.file("killed") as b:
            self.assertEqual(a.attrs["fingerprint"], b.attrs["fingerprint"])

    def without_command(self, out):
        return {name: [line for line in content.split(b"\n") if b"skranke size" not in line] for name, content in self.files(out).items()}


class BadUse(Size):
    def test_what_is_wrong_is_said_before_anything_is_made(self):
        for arguments, words in [(["--replications", "0"], "--replications"), (["--set", "size.probability=2"], "size.probability"),
                                 (["--set", 'size.rules=["least_on_tiem"]'], "least_on_time"), (["--thorogh"], "--thorough"), (["nothing.toml"], "nothing.toml")]:
            done = self.size(*arguments, status=2)
            self.assertIn(words, done.stderr)
            self.assertFalse((self.folder / "results").exists())

    def test_scenarios_of_other_weeks_cannot_have_one_staffing(self):
        text = (self.folder / "small.toml").read_text(encoding="utf-8").replace('name = "small"', 'name = "long"').replace("\nweeks = 3", "\nweeks = 4")
        (self.folder / "long.toml").write_text(text, encoding="utf-8")
        self.assertIn("other weeks", self.size("long.toml", status=2).stderr)


if __name__ == "__main__":
    unittest.main()
