"""skranke lend: who should lend caseworkers to whom, from outside.

    lend.test.py PROGRAM [unittest arguments]
"""
import os
import signal
import subprocess
import time
import unittest

import h5py
import numpy

from program import PROGRAM, Program

RESULT = ["agreement.toml", "lend.csv", "lend.h5", "report.html"]

# Of the two offices one has staff to spare, and the other hardly any.
UNEVEN = """
[policy.plenty]
offices = ["0001"]
levers = [{lever = "desk.casework.positions", set = 20}]

[policy.scarce]
offices = ["0002"]
levers = [{lever = "desk.casework.positions", set = 0.2}]
"""


class Lend(Program):
    def setUp(self):
        super().setUp()
        text = (self.folder / "small.toml").read_text(encoding="utf-8").replace("weeks = 3", "weeks = 10").replace('name = "small"', 'name = "uneven"')
        first, second = self.offices()
        (self.folder / "uneven.toml").write_text(text + UNEVEN.replace("0001", first).replace("0002", second), encoding="utf-8")

    def offices(self):
        rows = (self.folder / "tables/offices.csv").read_text(encoding="utf-8").splitlines()
        column = rows[0].replace(";", ",").split(",").index("office_id")
        ids = [row.replace(";", ",").split(",")[column] for row in rows[1:] if row and not row.startswith("#")]
        return sorted(set(ids))[:2]

    def lend(self, *arguments, status=0):
        return self.skranke("lend", "uneven.toml", "--lang", "en", "--longest-km", "100", *arguments, status=status, env={**os.environ, "SOURCE_DATE_EPOCH": "1000000000"})

    def file(self, out="results"):
        return h5py.File(self.folder / out / "lend-uneven/lend.h5", "r")

    def files(self, out="results"):
        return {p.name: p.read_bytes() for p in sorted((self.folder / out / "lend-uneven").iterdir())}


class GoodUse(Lend):
    def test_who_has_lends_to_who_has_not_and_nobody_is_worse_off(self):
        done = self.lend("--replications", "16")
        self.assertEqual(sorted(os.listdir(self.folder / "results/lend-uneven")), RESULT)
        self.assertIn("1 FTE in casework, lent by 1 of the 2 offices to 1 of them", done.stdout)
        with self.file() as file:
            self.assertEqual(file["lent"][()].tolist(), [[0, 1], [0, 0]])
            self.assertLessEqual(file["change"][0, 0, 2], file["tolerance"][0])
            self.assertLess(file["change"][0, 1, 2], 0)
            numpy.testing.assert_allclose(file["change_in_all"][0, 0], file["change"][0, :, 0].sum())

    def test_the_agreement_runs_as_a_scenario_and_does_what_was_told(self):
        self.lend("--replications", "8")
        (self.folder / "agreement.toml").write_bytes((self.folder / "results/lend-uneven/agreement.toml").read_bytes())
        self.skranke("check", "agreement.toml")
        told = self.skranke("compare", "uneven.toml", "agreement.toml", "--replications", "8", "--lang", "en").stdout
        self.assertIn("B: uneven-agreement", told)
        self.assertRegex(told, "Local services .* −[0-9]+ \\(−")

    def test_where_it_is_too_far_or_nobody_has_enough_there_are_no_loans_and_it_is_said_why(self):
        for arguments in (["--longest-km", "1"], ["--most-share", "0"]):
            done = self.lend("--replications", "8", *arguments, "--out", arguments[0][2:])
            self.assertIn("No loans: 1 of 2 offices would gain from more caseworkers", done.stdout)

    def test_any_number_of_threads_gives_the_same_bytes(self):
        for threads in ["1", "2"]:
            self.lend("--replications", "6", "--threads", threads, "--out", "results" + threads)
        one, two = self.files("results1"), self.files("results2")
        self.assertEqual(list(one), list(two))
        for name in ["agreement.toml", "lend.csv", "report.html"]:
            same = one[name].replace(b"results1", b"").replace(b"--threads 1", b"")
            self.assertEqual(same, two[name].replace(b"results2", b"").replace(b"--threads 2", b""), name)
        with self.file("results1") as a, self.file("results2") as b:
            self.assertEqual(a.attrs["fingerprint"], b.attrs["fingerprint"])
            for name in ["response", "change", "lent"]:
                self.assertEqual(a[name][()].tobytes(), b[name][()].tobytes(), name)

    def test_killed_and_begun_again_the_files_are_those_of_one_that_was_not(self):
        asked = ["--replications", "16"]
        self.lend(*asked)
        whole = self.files()
        (self.folder / "results").rename(self.folder / "whole")
        journal = self.folder / "results/.lend-uneven.unfinished/journal"
        process = subprocess.Popen([PROGRAM, "lend", "uneven.toml", "--lang", "en", "--longest-km", "100", *asked], cwd=self.folder, stdout=subprocess.DEVNULL)
        while not journal.exists() or journal.stat().st_size < 12_000:
            self.assertIsNone(process.poll(), "it was over before it could be killed")
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.lend(*asked)
        self.assertEqual(self.files(), whole)
        self.assertEqual(os.listdir(self.folder / "results"), ["lend-uneven"])


class BadUse(Lend):
    def test_every_mistake_says_what_would_be_right(self):
        for arguments, expected in [
                (["--pace", "2"], "--pace 2: not a number from 0.05 to 1"),
                (["--most-share", "half"], "--most-share half: not a number from 0 to 1, e.g. 0.05 or 5%"),
                (["--longest-km", "-1"], "--longest-km"),
                (["--set", "time.weeks=0"], "time.weeks"),
                (["--set", 'area.municipalities=["0301"]'], "there is nobody to lend to")]:
            told = self.lend(*arguments, status=2).stderr
            self.assertIn(expected, told)
            self.assertFalse((self.folder / "results").exists())


if __name__ == "__main__":
    unittest.main()
