"""The scenarios that are shipped: each is good, and the tables of the whole country hold together.

    scenarios.test.py PROGRAM [unittest arguments]
"""
import csv
import subprocess
import sys
import tempfile
import unittest
from collections import Counter, defaultdict
from pathlib import Path

import h5py

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
PROGRAM = ""  # set below


def skranke(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=300)


def table(name):
    with open(SCENARIOS / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Shipped(unittest.TestCase):
    def test_every_scenario_is_good(self):
        names = sorted(path.name for path in SCENARIOS.glob("*.toml"))
        self.assertIn("norway-2020.toml", names)
        for name in names:
            with self.subTest(name):
                done = skranke("check", str(SCENARIOS / name))
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                self.assertNotIn("warning", done.stdout + done.stderr)


    def test_every_scenario_is_played_and_accounts_for_every_need(self):
        for path in sorted(SCENARIOS.glob("*.toml")):
            if path.name == "norway-2020.toml":
                continue  # below, as it takes longest
            with self.subTest(path.name), tempfile.TemporaryDirectory() as folder:
                done = skranke("run", str(path), "--quiet", "--out", folder, "--replications", "1", "--set", "time.weeks=3",
                               "--set", "name=short")
                self.assertEqual(done.returncode, 0, done.stderr)
                with h5py.File(Path(folder, "short/result.h5"), "r") as file:
                    born, ended = file["born"][()], file["unmet"][()].sum(axis=-1)
                    for name in ["met_on_time", "met_late", "censored"]:
                        ended = ended + file[name][()]
                self.assertGreater(born.sum(), 0)
                self.assertTrue((born == ended).all())


class Norway(unittest.TestCase):
    def test_the_country_has_each_of_its_356_municipalities_once(self):
        numbers = [row["number"] for row in table("municipalities-norway.csv")]
        self.assertEqual((len(numbers), len(set(numbers))), (356, 356))
        people = sum(int(row["population"]) for row in table("municipalities-norway.csv"))
        self.assertEqual(people, 5_367_580)

    def test_the_county_s_table_and_the_country_s_say_the_same(self):
        country = {row["number"]: row for row in table("municipalities-norway.csv")}
        for row in table("municipalities-trondelag.csv"):
            same = row.keys() & country[row["number"]].keys()
            self.assertGreater(len(same), 14)
            self.assertEqual({key: row[key] for key in same}, {key: country[row["number"]][key] for key in same})

    def test_every_resident_belongs_to_offices_and_equal_splits_are_marked(self):
        shares, bases = defaultdict(float), defaultdict(set)
        for row in table("offices-norway.csv"):
            shares[row["municipality"]] += float(row["resident_share"])
            bases[row["municipality"]].add(row["share_basis"])
        self.assertEqual(shares.keys(), {row["number"] for row in table("municipalities-norway.csv")})
        for number, share in shares.items():
            self.assertAlmostEqual(share, 1, places=9, msg=number)
        split = {number for number, basis in bases.items() if basis == {"assumption: equal split"}}
        self.assertEqual(split, {"0301", "1103", "4601"})

    def test_layoff_applications_add_up_to_what_was_published(self):
        rows = table("layoff-applications-2020-norway.csv")
        weeks = Counter((row["municipality"], row["iso_week"]) for row in rows)
        self.assertEqual((len(weeks), set(weeks.values())), (4 * 356, {1}))
        known, hidden = Counter(), Counter()
        for row in rows:
            known[row["iso_week"]] += int(row["applications"] or 0)
            hidden[row["iso_week"]] += int(row["suppressed"])
        unplaced = {"2020-W11": 329, "2020-W12": 4946, "2020-W13": 5685, "2020-W14": 3492}
        published = {"2020-W11": 20678, "2020-W12": 185959, "2020-W13": 72637, "2020-W14": 31576}
        for week, total in published.items():
            self.assertLessEqual(known[week] + unplaced[week], total)
            self.assertGreaterEqual(known[week] + unplaced[week] + 3 * hidden[week], total)

    def test_the_first_weeks_of_the_county_are_those_of_its_own_table(self):
        country = {(row["municipality"], row["iso_week"]): row for row in table("layoff-applications-2020-norway.csv")}
        rows = [row for row in table("layoff-applications-2020.csv") if row["iso_week"] < "2020-W14"]
        self.assertEqual(len(rows), 3 * 38)
        for row in rows:
            self.assertEqual(row, country[row["municipality"], row["iso_week"]])

    def test_a_week_of_the_country_accounts_for_every_need(self):
        with tempfile.TemporaryDirectory() as folder:
            done = skranke("run", str(SCENARIOS / "norway-2020.toml"), "--quiet", "--out", folder, "--replications", "1",
                           "--set", "time.weeks=1", "--set", "time.warm_up_weeks=0")
            self.assertEqual(done.returncode, 0, done.stderr)
            with h5py.File(Path(folder, "norway-2020/result.h5"), "r") as file:
                born, ended = file["born"][()], file["unmet"][()].sum(axis=-1)
                for name in ["met_on_time", "met_late", "censored"]:
                    ended = ended + file[name][()]
            self.assertEqual(born.shape[:2], (1, 356))
            self.assertTrue((born.sum(axis=(0, 2, 3)) > 0).all(), "somebody needs something everywhere")
            self.assertTrue((born == ended).all())


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
