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
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import h5py

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
PROGRAM = ""  # set below
ONE_EACH = ["0301", "1103", "1507", "1804", "3005", "3405", "3807", "4204", "4601", "5001", "5401"]


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


class Program(unittest.TestCase):
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


class New(Program):
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


class Form(Program):
    """A form as an office fills it in: written, changed cell by cell, read back."""
    SETTINGS, STAFF, HOURS, PILE = 1, 2, 3, 4
    FORM = "froya-5014/froya-5014.xlsx"

    def form(self, *more):
        self.skranke("new", "--municipality", "5014", "--xlsx", *more)

    def fill_in(self, sheet, cells):
        """Texts, numbers and (days since 1900,) into cells of a sheet."""
        path, main = self.folder / self.FORM, "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        with zipfile.ZipFile(path) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        part = f"xl/worksheets/sheet{sheet}.xml"
        tree = ElementTree.fromstring(parts[part])
        for cell in tree.iter(main + "c"):
            if cell.get("r") not in cells:
                continue
            value = cells.pop(cell.get("r"))
            for child in list(cell):
                cell.remove(child)
            cell.attrib.pop("t", None)
            if isinstance(value, str):
                cell.set("t", "inlineStr")
                ElementTree.SubElement(ElementTree.SubElement(cell, main + "is"), main + "t").text = value
            elif value is not None:
                ElementTree.SubElement(cell, main + "v").text = str(value[0] if isinstance(value, tuple) else value)
        self.assertEqual(cells, {}, "cells that the form does not have")
        parts[part] = ElementTree.tostring(tree, xml_declaration=True, encoding="UTF-8")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for name, content in parts.items():
                book.writestr(name, content)

    def own_lines(self, file="froya-5014/froya-5014.toml"):
        return [line for line in (self.folder / file).read_text(encoding="utf-8").splitlines() if not line.startswith("# Frøya: ")]

    def test_a_form_that_nobody_changed_gives_the_scenario_that_the_municipality_would_have_had(self):
        for lang in ["nb", "nn", "en"]:
            self.form("--lang", lang, "--force")
            self.skranke("new", "--from", self.FORM, "--force")
            told = self.own_lines()
            self.skranke("new", "--municipality", "5014", "--force")
            self.assertEqual(told, self.own_lines(), lang)

    def test_what_is_filled_in_stands_in_the_scenario_and_says_who_told_it(self):
        self.form()
        self.fill_in(self.STAFF, {"D5": 4.5, "A6": "NAV Hitra Frøya", "B6": "Saksbehandling", "C6": (43983,), "D6": 2})
        self.fill_in(self.HOURS, {"C3": "9-15.30", "D2": "stengt"})
        self.fill_in(self.SETTINGS, {"B10": 13})
        self.skranke("new", "--from", self.FORM)
        text = (self.folder / "froya-5014/froya-5014.toml").read_text(encoding="utf-8")
        self.assertIn('positions = { value = 4.5, range = [1, 6.75], basis = "sourced", why = "told by the municipality: froya-5014.xlsx", '
                      "steps = [{from = 2020-06-01, value = 2}] }", text)
        self.assertEqual(text.count('basis = "sourced"'), 1, "what was left as it was is still an assumption")
        self.assertIn('{mon = "10:00-14:00", wed-fri = "10:00-14:00"},\n  {from = 2020-03-13, mon = "09:00-15:30"},', text)
        self.assertIn("weeks = 13\n", text)
        self.check("froya-5014/froya-5014.toml")

    def test_open_cases_take_the_place_of_the_weeks_that_warm_up_and_the_scenario_runs(self):
        self.form("--neighbours", "office")
        self.fill_in(self.PILE, {"A2": (43864,), "B2": "Økonomisk stønad", "D2": "ja", "F2": '=1+"1"',
                                 "A3": (43865,), "B3": "financial_assistance", "C3": "NAV Hitra Frøya", "E3": "nei"})
        self.skranke("new", "--from", self.FORM, "--neighbours", "office")
        rows = list(csv.DictReader((self.folder / "froya-5014/open-cases.csv").read_text(encoding="utf-8").splitlines()))
        self.assertEqual([(r["received"], r["municipality"], r["office"], r["urgent"]) for r in rows],
                         [("2020-02-03", "5014", "", "ja"), ("2020-02-04", "", "NAV Hitra Frøya", "")])
        self.assertEqual(rows[0]["case_id"], '=1+"1"')
        text = (self.folder / "froya-5014/froya-5014.toml").read_text(encoding="utf-8")
        self.assertIn('open_cases = "open-cases.csv"', text)
        self.assertIn("warm_up_weeks = 0 ", text)
        self.skranke("run", "froya-5014/froya-5014.toml", "--quiet", "--replications", "2", "--set", "time.weeks=3")
        told = json.loads(self.skranke("info", "results/froya-5014", "--format", "json").stdout)
        self.assertEqual(told["whole_area"]["carried_over"], 2)

    def test_every_mistake_is_told_at_once_with_its_cell_and_what_would_be_right(self):
        self.form()
        self.fill_in(self.SETTINGS, {"B9": (43893,), "B10": 2.5})
        self.fill_in(self.STAFF, {"A2": "NAV Hitra Froya", "B4": "Sakbehandling", "D5": "tre", "A6": "NAV Hitra Frøya", "B6": "Mottak", "D6": -1,
                                  "A7": "NAV Hitra Frøya", "B7": "Saksbehandling", "D7": 3, "A8": "NAV Hitra Frøya", "B8": "Saksbehandling", "D8": 3})
        self.fill_in(self.HOURS, {"E2": "15:00-10:00", "B3": "13. mars"})
        self.fill_in(self.PILE, {"A2": (43893,), "B2": "Økonomisk stønd", "C2": "NAV Oslo", "A3": "i går", "B3": "Økonomisk stønad", "D3": "kanskje"})
        done = self.skranke("new", "--from", self.FORM, status=2)
        for said in ['froya-5014.xlsx:9: Kommune!B9: Verdi = "2020-03-03": is no Monday (nearest before: 2020-03-02)',
                     'froya-5014.xlsx:10: Kommune!B10: Verdi = "2.5": needs a whole number of weeks',
                     'Bemanning!A2: Kontor = "NAV Hitra Froya": is not known (nearest: NAV Hitra Frøya)',
                     'Bemanning!B4: Funksjon = "Sakbehandling": is not known (nearest: Saksbehandling)',
                     'Bemanning!D5: Stillinger = "tre": needs a number from 0 to 1000',
                     'Bemanning!D6: Stillinger = "-1": needs a number from 0 to 1000',
                     'Bemanning!C8: Fra dato = "": stands twice',
                     'Åpningstider!E2: Onsdag = "15:00-10:00": needs hours like 10:00-14:00, or stengt',
                     'Åpningstider!B3: Fra dato = "13. mars": needs a date like 2020-03-16',
                     'Åpne saker!A2: received = "2020-03-03": is after the day that the cases were counted, 2020-03-01',
                     'Åpne saker!B2: service = "Økonomisk stønd": unknown service',
                     'Åpne saker!C2: office = "NAV Oslo": is not among the offices',
                     'Åpne saker!A3: received = "i går": needs a date like',
                     'Åpne saker!D3: urgent = "kanskje": needs yes or no']:
            self.assertIn(said, done.stderr)
        self.assertIn("14 errors; nothing was written", done.stderr)
        self.assertEqual(os.listdir(self.folder / "froya-5014"), ["froya-5014.xlsx"])

    def test_what_is_no_form_and_what_does_not_go_together_is_told(self):
        self.form()
        (self.folder / "note.xlsx").write_text("no workbook")
        with zipfile.ZipFile(self.folder / "other.xlsx", "w") as book:
            book.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="Ark1" sheetId="1"/></sheets></workbook>')
        for arguments, said in [
            (["--from", "note.xlsx"], "note.xlsx: is no Excel workbook"),
            (["--from", "other.xlsx"], "other.xlsx: is no form of skranke new --xlsx (needs the sheets Kommune, Bemanning, Åpningstider and Åpne saker; "
                                       "it has: Ark1)"),
            (["--from", "nothing.xlsx"], "nothing.xlsx: no such file"),
            (["--from", self.FORM, "--municipality", "5014"], "the form says which"),
            (["--from", self.FORM, "--xlsx"], "take one of the two"),
            (["--municipality", "5014", "--xlsx"], "--force replaces what is there"),
            (["--municipality", "5015", "--xlsx"], "no municipality of 2020 has this number"),
        ]:
            with self.subTest(arguments):
                self.assertIn(said, self.skranke("new", *arguments, status=2).stderr)
        self.fill_in(self.SETTINGS, {"B8": "5015"})
        self.assertIn("Kommune!B8: Verdi = \"5015\": is no municipality of 2020 (nearest: ", self.skranke("new", "--from", self.FORM, status=2).stderr)

    def test_cases_counted_at_another_time_are_as_old_on_the_first_day_as_they_were_then(self):
        self.form("--neighbours", "office")
        self.fill_in(self.SETTINGS, {"B11": (46036,)})  # 14 January 2026
        self.fill_in(self.PILE, {"A2": (46036,), "B2": "Økonomisk stønad", "A3": (46026.5,), "B3": "Økonomisk stønad"})
        self.skranke("new", "--from", self.FORM, "--neighbours", "office")
        lines = (self.folder / "froya-5014/open-cases.csv").read_text(encoding="utf-8").splitlines()
        self.assertTrue(lines[1].startswith('"2020-03-01",'), "counted on the day that it came: the day before the first")
        self.assertTrue(lines[2].startswith('"2020-02-20 12:00",'), lines[2])
        self.check("froya-5014/froya-5014.toml")
        self.fill_in(self.SETTINGS, {"B9": (46034,), "B11": (46035,)})
        said = self.skranke("new", "--from", self.FORM, "--force", status=2).stderr
        self.assertIn('Kommune!B9: Verdi = "2026-01-12": is too far from what the scenario tells of (needs a Monday from 2019-09-02 to 2020-08-31', said)
        self.assertIn('Åpne saker!A2: received = "2026-01-14": is after the day that the cases were counted, 2026-01-13', said)

    def test_a_city_of_many_offices_has_a_form_too(self):
        self.skranke("new", "--municipality", "0301", "--xlsx", "--lang", "en", "-o", "o/oslo.xlsx")
        self.skranke("new", "--from", "o/oslo.xlsx")
        self.check("oslo-0301/oslo-0301.toml")


if __name__ == "__main__":
    PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
