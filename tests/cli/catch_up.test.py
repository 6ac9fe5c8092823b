"""skranke catch-up: when offices are inside their clocks again, from outside.

    catch_up.test.py PROGRAM [unittest arguments]
"""
import os
import signal
import subprocess
import time
import unittest

import h5py
import numpy

from program import PROGRAM, Program

RESULT = ["catch-up.csv", "catch-up.h5", "report.html"]


class CatchUp(Program):
    """Two offices; the first has a pile of old cases that takes it some weeks, the second has none."""

    def setUp(self):
        super().setUp()
        text = (self.folder / "small.toml").read_text(encoding="utf-8")
        for old, new in [("warm_up_weeks = 1", "warm_up_weeks = 0"), ("weeks = 3", "weeks = 14"), ('name = "small"', 'name = "piled"')]:
            text = text.replace(old, new)
        (self.folder / "piled.toml").write_text(text + '\n[start]\nopen_cases = "pile.csv"\n', encoding="utf-8")
        (self.folder / "pile.csv").write_text("received;service;municipality\n" + "2020-01-20;financial;0301\n" * 300)

    def catch_up(self, *arguments, status=0, epoch=0):
        return self.skranke("catch-up", "piled.toml", "--lang", "en", *arguments, status=status,
                            env={**os.environ, "SOURCE_DATE_EPOCH": str(10**9 + epoch)})

    def file(self, out="results"):
        return h5py.File(self.folder / out / "catch-up-piled/catch-up.h5", "r")

    def files(self, out="results"):
        return {p.name: p.read_bytes() for p in sorted((self.folder / out / "catch-up-piled").iterdir())}


class GoodUse(CatchUp):
    def test_it_says_when_and_how_surely_and_how_many_are_not_back(self):
        done = self.catch_up("--replications", "30")
        self.assertEqual(sorted(os.listdir(self.folder / "results/catch-up-piled")), RESULT)
        self.assertIn("back inside its clocks", done.stdout)
        with self.file() as file:
            share, count, week = file["back_share"][0, :, 0], file["back_count"][0], file["back_week"][0]
            numpy.testing.assert_allclose(share, count / 30)
            self.assertTrue((numpy.diff(share) >= 0).all())
            middle = int(week[1])
            self.assertGreaterEqual(share[middle], 0.5)
            self.assertLess(share[middle - 1], 0.5)
            self.assertTrue((file["overdue"][:, :, 2] <= 300 + 14 * 60).all())
            self.assertGreater(file["overdue"][0, 0, 1], 100)
            self.assertEqual(file["back_week"][1, 1], 0)
        report = (self.folder / "results/catch-up-piled/report.html").read_text(encoding="utf-8")
        self.assertNotIn("<script", report)

    def test_overdue_cases_are_those_of_the_run(self):
        self.catch_up("--replications", "4")
        self.skranke("run", "piled.toml", "--replications", "4", "--quiet")
        with self.file() as file, h5py.File(self.folder / "results/piled/result.h5") as run:
            opened = run["weekly_open_cases"][:, :, 0, :].sum(axis=1).mean(axis=0)
            numpy.testing.assert_allclose(file["open_cases"][()].sum(axis=0), opened)
            self.assertTrue((run["weekly_overdue"][()] <= run["weekly_open_cases"][()]).all())

    def test_the_plan_brings_the_office_back_and_runs_as_a_scenario(self):
        self.catch_up("--replications", "20", "--by", "2020-04-05", "--unit", "1")
        with self.file() as file:
            extra, tried = file["extra_positions"][()], file["tried_positions"][()]
            self.assertTrue((extra[0] > 0) and (extra[0] < tried[0]) and extra[1] == 0)
            self.assertGreaterEqual(file["with_plan_back_share"][0, 4, 0], 0.9)
            self.assertLess(file["back_share"][0, 4, 0], 0.9)
        plan = (self.folder / "results/catch-up-piled/plan.toml").read_text(encoding="utf-8")
        (self.folder / "plan.toml").write_text(plan, encoding="utf-8")
        self.skranke("check", "plan.toml")
        # With the plan in force from the start, it needs nothing more.
        done = self.skranke("catch-up", "plan.toml", "--lang", "en", "--replications", "20", "--by", "2020-04-05")
        self.assertIn("it takes 0 more FTE", done.stdout)

    def test_a_plan_of_an_earlier_question_is_not_taken_for_an_answer_to_this_one(self):
        self.catch_up("--replications", "5", "--by", "2020-04-05")
        plan = self.files()["plan.toml"]
        self.assertIn("plan.toml was there before; it is now called plan.earlier.toml", self.catch_up("--replications", "5").stderr)
        self.assertNotIn("plan.toml", self.files())
        self.assertEqual(self.files()["plan.earlier.toml"], plan)

    def test_what_staff_cannot_cure_is_said(self):
        done = self.catch_up("--replications", "5", "--by", "2020-03-08", "--set", "service.financial.third_party=1",
                             "--set", "service.financial.third_party_days=40", "--weeks-inside", "2")
        self.assertIn("More caseworkers are not enough", done.stdout)
        self.assertIn("wait for something else", done.stdout)
        with self.file() as file:
            self.assertTrue(numpy.isnan(file["extra_positions"][0]))

    def test_any_number_of_threads_gives_the_same_bytes(self):
        asked = ["--replications", "6", "--by", "2020-04-05"]
        for threads in ["1", "2"]:
            self.catch_up(*asked, "--threads", threads, "--out", "results" + threads)
        one, two = self.files("results1"), self.files("results2")
        self.assertEqual(list(one), list(two))
        for name in one:
            if name.endswith(".h5"):
                continue
            same = [line for line in one[name].replace(b"results1", b"").replace(b"--threads 1", b"").splitlines()]
            self.assertEqual(same, two[name].replace(b"results2", b"").replace(b"--threads 2", b"").splitlines(), name)
        with self.file("results1") as a, self.file("results2") as b:
            self.assertEqual(a.attrs["fingerprint"], b.attrs["fingerprint"])
            for name in a:
                self.assertEqual(a[name][()].tobytes() if a[name].dtype != object else list(a[name]),
                                 b[name][()].tobytes() if b[name].dtype != object else list(b[name]), name)

    def test_killed_and_begun_again_the_files_are_those_of_one_that_was_not(self):
        asked = ["--replications", "16", "--by", "2020-04-05"]
        self.catch_up(*asked)
        whole = self.files()
        (self.folder / "results").rename(self.folder / "whole")
        journal = self.folder / "results/.catch-up-piled.unfinished/journal"
        process = subprocess.Popen([PROGRAM, "catch-up", "piled.toml", "--lang", "en", *asked], cwd=self.folder, stdout=subprocess.DEVNULL)
        while not journal.exists() or journal.stat().st_size < 12_000:
            self.assertIsNone(process.poll(), "it was over before it could be killed")
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.catch_up(*asked)
        self.assertEqual(self.files(), whole)
        self.assertEqual(os.listdir(self.folder / "results"), ["catch-up-piled"])


class BadUse(CatchUp):
    def test_every_mistake_says_what_would_be_right(self):
        for arguments, expected in [
                (["--by", "tomorrow"], "--by tomorrow: not a date, e.g. 2020-"),
                (["--by", "2021-01-01"], "not in the scenario's weeks, 2020-03-02 to 2020-06-07"),
                (["--by", "2020-06-01"], "make it longer with --set time.weeks=17"),
                (["--probability", "0.8"], "they need --by DATE"),
                (["--by", "2020-04-05", "--probability", "1.5"], "--probability 1.5: not a number from 0.01 to 0.999"),
                (["--most-overdue", "five"], "e.g. 0.05 or 5%"),
                (["--weeks-inside", "20"], "--weeks-inside 20: the scenario has 14 weeks"),
                (["--replications", "0"], "--replications 0: not a whole number"),
                (["--set", "time.weeks=0"], "time.weeks")]:
            told = self.catch_up(*arguments, status=2).stderr
            self.assertIn(expected, told)
            self.assertFalse((self.folder / "results").exists())


if __name__ == "__main__":
    unittest.main()
