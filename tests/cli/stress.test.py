"""skranke stress: how much more each office can take, from outside.

    stress.test.py PROGRAM [unittest arguments]
"""
import os
import shutil
import signal
import subprocess
import time
import unittest

import h5py
import numpy

from program import PROGRAM, Program

RESULT = ["report.html", "stress.csv", "stress.h5"]
QUICK = ["--most", "12", "--step", "50%", "--replications", "8"]
EPOCH = {**os.environ, "SOURCE_DATE_EPOCH": "1600000000"}


class Stress(Program):
    def stress(self, *arguments, status=0, **options):
        return self.skranke("stress", "small.toml", "--lang", "en", *arguments, status=status, **options)

    def result(self):
        return h5py.File(self.folder / "results/stress-small/stress.h5", "r")

    def files(self):
        return {name: (self.folder / "results/stress-small" / name).read_bytes() for name in RESULT}

    def start(self, *arguments):
        return subprocess.Popen([PROGRAM, "stress", "small.toml", "--lang", "en", *arguments], cwd=self.folder, env=EPOCH,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def wait_for_journal(self, size):
        journal = self.folder / "results/.stress-small.unfinished/journal"
        while not journal.exists() or journal.stat().st_size < size:
            time.sleep(0.002)


class GoodUse(Stress):
    def test_without_options_both_offices_are_put_under_stress_and_the_answer_is_in_words(self):
        done = self.stress()
        self.assertEqual(sorted(os.listdir(self.folder / "results")), ["stress-small"])
        self.assertEqual(sorted(os.listdir(self.folder / "results/stress-small")), RESULT)
        self.assertIn("times the usual demand", done.stdout.splitlines()[0])
        self.assertIn("the local services for 2 weeks from 9\u00a0March 2020", done.stdout)
        page = (self.folder / "results/stress-small/report.html").read_text(encoding="utf-8")
        for text in ("Who falls first?", "Hvem ryker først?", "Kven ryk først?", "All offices are under it at the same time"):
            self.assertIn(text, page)

    def test_what_breaks_lies_between_a_height_where_it_holds_and_one_where_it_is_broken(self):
        self.stress(*QUICK)
        with self.result() as file:
            heights, breaks = file["height"][:], file["breaks_at"][:]
            self.assertEqual(heights[0], 1)
            self.assertEqual(heights[-1], 12)
            held, trials = file["held"][:], file["trials"][:]
            margin = file["margin"][:]
            self.assertTrue((margin == 2).any())
            for place, rule in numpy.argwhere(margin == 2):
                estimate, low, high = breaks[place, rule]
                self.assertLessEqual(low, estimate)
                at = list(heights).index(low)
                self.assertGreater(held[place, rule, at], trials[place, rule, at] / 2)
                if not numpy.isnan(high):
                    self.assertLessEqual(estimate, high)
                    at = list(heights).index(high)
                    self.assertLess(held[place, rule, at], trials[place, rule, at] / 2)

    def test_the_map_has_a_cell_for_each_length_and_absence(self):
        self.stress(*QUICK, "--weeks", "1", "--lengths", "1,2", "--absences", "0,30%")
        with self.result() as file:
            self.assertEqual(list(zip(file["weeks"][:], file["absence"][:])), [(1, 0), (2, 0), (1, 0.3), (2, 0.3)])
            self.assertEqual(file["first_breaks_at"].shape, (2, 4, 3))
        self.assertIn("30% more away", (self.folder / "results/stress-small/report.html").read_text(encoding="utf-8"))

    def test_a_surge_of_the_scenario_can_be_scaled(self):
        with open(self.folder / "small.toml", "a", encoding="utf-8") as scenario:
            scenario.write('\n[surge.rush]\nkind = "scale"\nfactor = 3.0\nservices = ["financial"]\n')
        done = self.stress(*QUICK, "--of", "rush")
        self.assertIn("times “rush”", done.stdout)
        with self.result() as file:
            self.assertEqual(file["height"][0], 0)
            self.assertNotIn("cell", file)

    def test_the_answer_does_not_depend_on_the_threads_and_another_seed_gives_another(self):
        files, tables = [], []
        for threads in ("1", "2"):
            self.stress(*QUICK, "--quiet", "--threads", threads, env=EPOCH)
            files.append([self.files()[name].replace(b"--threads " + threads.encode(), b"") for name in ("report.html", "stress.csv")])
            with self.result() as file:
                tables.append({name: repr(file[name][()].tolist()) for name in file} | {"fingerprint": file.attrs["fingerprint"]})
        self.assertEqual(files[0], files[1])
        self.assertEqual(tables[0], tables[1])
        with self.result() as file:
            first = file.attrs["fingerprint"]
        self.stress(*QUICK, "--quiet", "--seed", "7")
        with self.result() as other:
            self.assertNotEqual(other.attrs["fingerprint"], first)


class BadUse(Stress):
    def refused(self, *arguments):
        done = self.stress(*arguments, status=2)
        self.assertEqual(done.stdout, "")
        self.assertFalse((self.folder / "results").exists())
        return done.stderr

    def test_what_would_be_right_is_said_before_anything_is_played(self):
        self.assertIn("needs more than 1, which is no stress", self.refused("--most", "1"))
        self.assertIn("not a Monday", self.refused("--from", "2020-03-10"))
        self.assertIn("not in the scenario's weeks, 2020-03-02 to 2020-03-22", self.refused("--from", "2021-03-01"))
        self.assertIn("not a date", self.refused("--from", "March"))
        self.assertIn("has 2 weeks left", self.refused("--weeks", "9"))
        self.assertIn("has 2 weeks left", self.refused("--lengths", "1,9"))
        self.assertIn("known: ", self.refused("--services", "haircut"))
        self.assertIn("unknown surge (known: ", self.refused("--of", "flood"))
        self.assertIn("not a share from 0% to 100%", self.refused("--absences", "20%,300%"))
        self.assertIn("in fewer than 7", self.refused("--replications", "3"))
        self.assertIn("--of scales a surge", self.refused("--of", "flood", "--weeks", "2"))
        self.assertIn("more than 200", self.refused("--step", "1%", "--most", "900"))

    def test_the_file_of_a_stress_test_is_not_taken_for_the_result_of_a_run(self):
        self.stress(*QUICK, "--quiet")
        done = self.skranke("info", "results/stress-small/stress.h5", status=2)
        self.assertIn("is a stress test, not the result of a run", done.stderr)


class Killed(Stress):
    def test_a_command_that_was_killed_goes_on_and_leaves_the_same_bytes(self):
        arguments = ["--most", "12", "--step", "10%", "--set", "time.weeks=8"]
        self.stress(*arguments, env=EPOCH)
        whole = self.files()
        shutil.rmtree(self.folder / "results")
        for size in (10_000, 20_000):
            process = self.start(*arguments)
            self.wait_for_journal(size)
            self.assertIsNone(process.poll(), "it was over before it could be killed")
            process.send_signal(signal.SIGKILL)
            process.communicate()
        done = self.stress(*arguments, env=EPOCH)
        self.assertIn("had been played before", done.stdout)
        self.assertEqual(os.listdir(self.folder / "results"), ["stress-small"])
        self.assertEqual(self.files(), whole)

    def test_an_interrupt_leaves_an_earlier_result_as_it_was(self):
        self.stress(*QUICK, "--quiet")
        before = self.files()
        process = self.start("--set", "time.weeks=20", "--most", "90", "--fresh")
        self.wait_for_journal(20_000)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, error)
        self.assertIn("interrupted", error)
        self.assertEqual(self.files(), before)


if __name__ == "__main__":
    unittest.main()
