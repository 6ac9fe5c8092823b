"""skranke measures: what each thing an office could do buys, and what it costs, from outside.

    measures.test.py PROGRAM [unittest arguments]
"""
import os
import signal
import subprocess
import time
import unittest

import h5py
import numpy

from program import PROGRAM, Program

RESULT = ["measures.csv", "measures.h5", "report.html"]
HELP = """
[measure.helpers]
label = { nb = "Hjelpere", nn = "Hjelparar", en = "Helpers" }
doses = 3
cost_per_day = 1000
levers = [{ lever = "desk.casework.positions", add = 1 }]
[policy.kept]
label = "Kept"
levers = [{ lever = "desk.casework.positions", add = 1 }]
cost_per_day = 500
"""


class Measures(Program):
    def measures(self, *arguments, status=0, epoch=0):
        return self.skranke("measures", "small.toml", "--lang", "en", *arguments, status=status,
                            env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)})

    def result(self, out="results"):
        return h5py.File(self.folder / out / "measures-small/measures.h5", "r")

    def files(self, out):
        return {name: (self.folder / out / "measures-small" / name).read_bytes() for name in RESULT}

    def write(self, text):
        file = self.folder / "small.toml"
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def texts(dataset):
    return [value.decode() for value in dataset]


class GoodUse(Measures):
    def test_without_options_every_measure_is_priced_and_the_answer_stands_in_words_first(self):
        done = self.measures("--replications", "4")
        self.assertEqual(sorted(os.listdir(self.folder / "results/measures-small")), RESULT)
        self.assertRegex(done.stdout, r"^The whole area: (Cheapest: |None of the measures)")
        with self.result() as file:
            picks = texts(file["pick"])
            self.assertIn("more_casework/3", picks)
            self.assertIn("door_hours/1", picks)
            self.assertEqual(file["alone"].shape, (len(file["place"]), len(picks), 7, 3))
            self.assertEqual(texts(file["place"])[0], "")
            cost = file["alone"][:, picks.index("more_casework/1"), texts(file["number"]).index("cost"), 0]
            numpy.testing.assert_allclose(cost[0], cost[1:].sum())
            self.assertGreater(cost[0], 0)
        page = (self.folder / "results/measures-small/report.html").read_text(encoding="utf-8")
        self.assertIn("assumptions", page)
        self.assertIn("Only 4 runs", page)

    def test_measures_and_policies_of_the_scenario_are_priced_and_a_policy_in_force_by_what_would_be_lost(self):
        self.write(HELP)
        self.measures("--replications", "3", "--only", "measure.helpers", "--only", "policy.kept", "--steps", "1")
        with self.result() as file:
            self.assertEqual(texts(file["pick"]), ["measure.helpers/1", "measure.helpers/2", "measure.helpers/3", "policy.kept/1"])
            cost = file["alone"][0, :, 4, 0]
            self.assertEqual((cost[1:3] / cost[0]).tolist(), [2, 3])
            self.assertEqual(cost[3], cost[0] / 2)
            numpy.testing.assert_allclose(file["last_dose"][0, :3, 4, 0], cost[0])

    def test_a_measure_s_effect_is_the_difference_of_two_runs_of_the_same_people(self):
        self.write(HELP)
        self.measures("--replications", "3", "--seed", "5", "--only", "policy.kept")
        for name, enabled in (("with", "true"), ("without", "false")):
            self.skranke("run", "small.toml", "--quiet", "--replications", "3", "--seed", "5", "--set", f"name={name}",
                         "--set", f"policy.kept.enabled={enabled}")
        unmet = []
        for name in ("with", "without"):
            with h5py.File(self.folder / "results" / name / "result.h5") as run:
                local = [i for i, s in enumerate(texts(run["service_system"])) if s == "local"]
                unmet.append(run["unmet"][:, :, local].sum() / 3)
        with self.result() as file:
            self.assertAlmostEqual(file["alone"][0, 0, 2, 0], unmet[0] - unmet[1])

    def test_prices_are_assumptions_that_can_be_set(self):
        costs = []
        for price in (1000, 3000):
            self.measures("--replications", "2", "--only", "more_casework", "--steps", "1", "--set", f"price_list.position_day={price}")
            with self.result() as file:
                costs.append(file["alone"][0, 0, 4, 0])
        self.assertAlmostEqual(costs[1], 3 * costs[0])

    def test_one_thread_and_two_write_the_same_bytes(self):
        for threads in ("1", "2"):
            self.measures("--replications", "3", "--threads", threads, "--out", threads)
        one, two = self.files("1"), self.files("2")
        for name in ("measures.csv", "report.html"):  # which hold the command
            self.assertEqual(one[name], two[name].replace(b"--threads 2 --out 2", b"--threads 1 --out 1"), name)
        with self.result("1") as one, self.result("2") as two:
            for table in ("alone", "last_dose", "all_rules_kept", "on_top", "in_all"):
                self.assertEqual(one[table][()].tobytes(), two[table][()].tobytes(), table)
            self.assertEqual(one.attrs["fingerprint"], two.attrs["fingerprint"])

    def test_killed_and_begun_again_it_writes_the_same_bytes_and_plays_only_what_is_missing(self):
        whole = self.measures("--replications", "20", "--out", "results")
        files = self.files("results")
        subprocess.run(["rm", "-r", "results"], cwd=self.folder, check=True)
        journal = self.folder / "results/.measures-small.unfinished"
        process = subprocess.Popen([PROGRAM, "measures", "small.toml", "--lang", "en", "--replications", "20", "--out", "results"], cwd=self.folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": "0"})
        while not any(file.stat().st_size > 20000 for file in journal.glob("*")):
            self.assertIsNone(process.poll(), "it ended before it was killed")
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
        again = self.measures("--replications", "20", "--out", "results")
        played = [int(done.stdout.splitlines()[-1].split(" runs")[0].replace(",", "")) for done in (whole, again)]
        self.assertLess(played[1], played[0])
        self.assertEqual(self.files("results"), files)


class BadUse(Measures):
    def test_a_measure_that_is_not_there_is_told_with_those_that_are(self):
        told = self.measures("--only", "more_casewrok", status=2).stderr
        self.assertIn("did you mean more_casework?", told)
        self.assertIn("own_number", told)
        self.assertFalse((self.folder / "results").exists())

    def test_numbers_out_of_range_are_told(self):
        self.assertIn("--steps 0", self.measures("--steps", "0", status=2).stderr)
        self.assertIn("--replications 1", self.measures("--replications", "1", status=2).stderr)

    def test_a_measure_of_the_author_s_is_checked_as_a_policy_is(self):
        self.write('[measure.wrong]\nlevers = [{ lever = "desk.casework.positions", set = 1, add = 1 }]\n')
        self.assertIn("measure.wrong.levers", self.measures(status=2).stderr)

    def test_a_missing_file_is_told(self):
        self.assertIn("none.toml", self.skranke("measures", "none.toml", status=2).stderr)


if __name__ == "__main__":
    unittest.main()
