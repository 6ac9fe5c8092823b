"""`skranke new`: a folder with a municipality's scenario that is good where it lies and runs at once.

    new.test.py PROGRAM [unittest arguments]
"""
import csv
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import h5py

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
PROGRAM = ""  # set below
ONE_EACH = ["0301", "1103", "1507", "1804", "3005", "3405", "3807", "4204", "4601", "5001", "5401"]


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


class New(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="skranke-test-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def skranke(self, *arguments, status=0, **options):
        done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, capture_output=True, text=True, encoding="utf-8",
                              timeout=300, **options)
        self.assertEqual(done.returncode, status, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def check(self, file):
        answer = json.loads(self.skranke("check", file, "--format", "json").stdout)[0]
        self.assertEqual((answer["good"], answer["problems"]), (True, []), file)
        return answer["scenario"]

    def test_a_number_makes_a_folder_with_a_good_scenario_and_all_that_it_is_read_with(self):
        self.skranke("new", "--municipality", "5014")
        self.assertEqual(os.listdir(self.folder), ["froya-5014"])
        self.assertEqual(self.check("froya-5014/froya-5014.toml")["municipalities"], 38)
        text = (self.folder / "froya-5014/froya-5014.toml").read_text(encoding="utf-8")
        with open(SCENARIOS / "data/municipalities-trondelag.csv", encoding="utf-8", newline="") as table:
            known = {row["number"]: row for row in csv.DictReader(table)}
        for column in ["population", "children_0_17", "adults_18_66", "elderly_67_plus", "labour_force"]:
            self.assertIn(f"{int(known['5014'][column]):,}", text)
        self.assertIn(known["5014"]["digital_form_from"], text)
        self.assertIn(f"NAV Hitra Frøya (1620), shared with Hitra ({int(known['5056']['population']):,} residents)", text)
        for knob in ["drop_in_hours", "[office.1620.desk.casework]", "room =", "[surge.our_own]"]:
            self.assertIn(knob, text)

    def test_it_lies_anywhere_without_the_program_s_own_scenarios_and_runs(self):
        self.skranke("new", "--municipality", "5014", "--neighbours", "office")
        shutil.move(self.folder / "froya-5014", self.folder / "elsewhere")
        nowhere = {**os.environ, "SKRANKE_SCENARIOS": "/nowhere"}
        self.skranke("run", "elsewhere/froya-5014.toml", "--replications", "2", "--quiet", "--set", "time.weeks=4", env=nowhere)
        with h5py.File(self.folder / "results/froya-5014/result.h5", "r") as file:
            self.assertEqual([n.decode() if isinstance(n, bytes) else n for n in file["municipality"][()]], ["5014", "5056"])
            self.assertGreater(file["born"][()].sum(), 100)

    def test_as_written_its_people_fare_as_in_the_shipped_scenario(self):
        # Positions are written with two decimals, so a county's 26 weeks are not the same to the bit.
        short = ["--replications", "2", "--quiet", "--set", "time.weeks=5", "--set", "time.warm_up_weeks=0"]
        self.skranke("new", "--municipality", "5014")
        self.skranke("run", "froya-5014/froya-5014.toml", *short)
        self.skranke("run", str(SCENARIOS / "trondelag-2020.toml"), *short)
        counts = []
        for name in ["froya-5014", "trondelag-2020"]:
            with h5py.File(self.folder / "results" / name / "result.h5", "r") as file:
                counts.append((file["born"][()].sum(), file["unmet"][()].sum()))
        self.assertEqual(counts[0][0], counts[1][0], "the same people")
        self.assertLess(abs(int(counts[0][1]) - int(counts[1][1])), 0.01 * counts[1][1])

    def test_every_county_s_municipalities_have_one(self):
        for number in ONE_EACH:
            with self.subTest(number):
                self.skranke("new", "--municipality", number, "--out", number)
                file = next(path for path in (self.folder / number).glob("*.toml") if path.stem.endswith(number))
                scenario = self.check(f"{number}/{file.name}")
                self.assertGreater(scenario["staff"]["contact_centre"], 6, "shared lines have whole people")

    def test_shared_desks_have_the_county_s_share(self):
        self.skranke("new", "--municipality", "1103", "-o", "s/plan.toml")
        with open(SCENARIOS / "data/municipalities-norway.csv", encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table))
        people = sum(int(row["population"]) for row in rows)
        own = sum(int(row["population"]) for row in rows if row["county_number"] == "11")
        self.assertEqual(self.check("s/plan.toml")["staff"]["unemployment_office"], -(-200 * own // people))

    def test_a_municipality_may_be_named_without_capitals_and_norwegian_letters(self):
        for typed in ["Frøya", "froya", "FRØYA", "05014"[1:]]:
            self.skranke("new", "--municipality", typed, "--force")
        self.assertEqual(os.listdir(self.folder), ["froya-5014"])
        self.skranke("new", "--municipality", "301")
        self.assertIn("oslo-0301", os.listdir(self.folder))

    def test_mistakes_are_told_with_the_nearest_and_write_nothing(self):
        for arguments, said in [
            (["--municipality", "Fryøa"], "no municipality of 2020 has this name (nearest: 5014 Frøya)"),
            (["--municipality", "5015"], "no municipality of 2020 has this number (nearest: "),
            (["--municipality", "Herøy"], "2 are called so; give the number: 1515 in Møre og Romsdal, 1818 in Nordland"),
            (["--municipality", "Xyzzyxyzzy"], "has this name\n"),
            (["--municipality", ""], "--municipality"),
            ([], "--municipality is required"),
            (["--municipality", "5014", "-o", "Vår plan.toml"], "(e.g. var-plan.toml)"),
            (["--municipality", "5014", "-o", "trondelag-2020.toml"], "take another name"),
            (["--municipality", "5014", "--neighbours", "all"], "not one of county, office"),
        ]:
            with self.subTest(arguments):
                done = self.skranke("new", *arguments, status=2)
                self.assertIn(said, done.stderr)
                self.assertEqual((done.stderr.count("\n"), done.stdout, os.listdir(self.folder)), (1, "", []))

    def test_what_is_there_is_replaced_only_when_told_to(self):
        self.skranke("new", "--municipality", "5014", "--force")
        file = self.folder / "froya-5014/froya-5014.toml"
        written = contents(self.folder)
        file.write_text("mine")
        (self.folder / "froya-5014/note.txt").write_text("mine too")
        before = contents(self.folder)
        self.assertIn("--force", self.skranke("new", "--municipality", "5014", status=2).stderr)
        self.assertEqual(contents(self.folder), before)
        self.skranke("new", "--municipality", "5014", "--force")
        self.assertEqual(contents(self.folder), {**written, "froya-5014/note.txt": b"mine too"})

    def test_a_full_disk_leaves_nothing_behind(self):
        done = self.skranke("new", "--municipality", "5014", status=1,
                            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)))
        self.assertRegex(done.stderr, "cannot write .*; nothing was changed")
        self.assertEqual(os.listdir(self.folder), [])


if __name__ == "__main__":
    PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
