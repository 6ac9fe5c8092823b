"""Runs that begin with a real pile, and results that are played again: event log and replay.

    start.test.py PROGRAM [unittest arguments]
"""
import csv
import io
import json
import os
import shutil
import unittest
import zipfile
from collections import Counter

import h5py

from program import HERE, Program

REASONS = ["barrier", "closed", "blocked", "left_queue", "missed_callback", "incomplete", "gave_up_waiting", "never_decided"]


class Start(Program):
    def piled(self, start):
        text = (self.folder / "small.toml").read_text(encoding="utf-8").replace("warm_up_weeks = 1", "warm_up_weeks = 0")
        (self.folder / "piled.toml").write_text(text.replace('name = "small"', 'name = "piled"') + "\n[start]\n" + start,
                                                encoding="utf-8")

    def workbook(self, name, rows, sheets=("Saker",)):
        """A real .xlsx: texts as shared strings, (n,) as a date cell, numbers as they are; rows on the last sheet."""
        strings, body = [], ""
        for r, row in enumerate(rows, start=1):
            cells = ""
            for c, value in enumerate(row):
                at = f'{chr(65 + c)}{r}'
                if isinstance(value, str):
                    strings.append(value)
                    cells += f'<c r="{at}" t="s"><v>{len(strings) - 1}</v></c>'
                elif isinstance(value, tuple):
                    cells += f'<c r="{at}" s="1"><v>{value[0]}</v></c>'
                elif value is not None:
                    cells += f'<c r="{at}"><v>{value}</v></c>'
            body += f'<row r="{r}">{cells}</row>'
        main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        with zipfile.ZipFile(self.folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            listed = "".join(f'<sheet name="{s}" sheetId="{i}" r:id="rId{i}"/>' for i, s in enumerate(sheets, 1))
            links = "".join(f'<Relationship Id="rId{i}" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
            archive.writestr("xl/workbook.xml", f'<workbook {main} xmlns:r="r"><sheets>{listed}</sheets></workbook>')
            archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{links}</Relationships>")
            archive.writestr("xl/sharedStrings.xml",
                             f"<sst {main}>" + "".join(f"<si><t>{s}</t></si>" for s in strings) + "</sst>")
            archive.writestr("xl/styles.xml", f'<styleSheet {main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
            for i in range(1, len(sheets) + 1):
                content = body if i == len(sheets) else ""
                archive.writestr(f"xl/worksheets/sheet{i}.xml", f"<worksheet {main}><sheetData>{content}</sheetData></worksheet>")


class Pile(Start):
    HEADER = ["received", "service", "municipality"]

    def test_a_table_and_a_workbook_of_the_same_cases_give_the_same_run(self):
        # 43864 is 3 February 2020; municipality 301 has lost its zero, as spreadsheets have it.
        self.workbook("pile.xlsx", [["Restanse"], self.HEADER] + [[(43864 + i % 20,), "financial", 301 if i % 2 else "5001"]
                                                                 for i in range(40)], sheets=("Forside", "Saker"))
        days = [f"2020-02-{3 + i % 20:02}" for i in range(40)]
        (self.folder / "pile.csv").write_text("received;service;municipality\n" + "".join(
            f"{day};financial;{'0301' if i % 2 else '5001'}\n" for i, day in enumerate(days)))
        fingerprints = []
        for start in ['open_cases = "pile.xlsx"\nsheet = "Saker"\n', 'open_cases = "pile.csv"\n']:
            self.piled(start)
            self.skranke("run", "piled.toml", "--quiet", "--replications", "3")
            told = json.loads(self.skranke("info", "results/piled", "--format", "json").stdout)
            fingerprints.append(told["fingerprint"])
            self.assertEqual(told["whole_area"]["carried_over"], 40)
            self.assertNotEqual(told["whole_area"]["unmet_rate"], told["whole_area"]["unmet_rate_of_new"])
            self.assertIn("of these new, not carried over", self.skranke("info", "results/piled").stdout)
        self.assertEqual(*fingerprints)
        with h5py.File(self.folder / "results/piled/result.h5", "r") as file:
            ended = file["met_on_time"][()] + file["met_late"][()] + file["unmet"][()].sum(axis=-1) + file["censored"][()]
            self.assertTrue((file["born"][()] == ended).all())
            self.assertTrue((file["carried_over"][()] == file["carried_over_ended"][()].sum(axis=-1)).all())
            self.assertEqual(file["carried_over"][()].sum(), 3 * 40)

    def test_mistakes_of_a_workbook_are_told_by_cell_and_nothing_is_written(self):
        self.workbook("pile.xlsx", [self.HEADER, ["3.2.20", "financial", 301], [43864, "financal", 302]])
        self.piled('open_cases = "pile.xlsx"\n')
        said = self.skranke("run", "piled.toml", status=2).stderr
        for line in ['pile.xlsx:2: Saker!A2: received = "3.2.20": needs a date like',
                     'pile.xlsx:3: Saker!A3: received = "43864": is a plain number (needs a cell with a date format',
                     'pile.xlsx:3: Saker!B3: service = "financal": unknown service (nearest: financial)',
                     'pile.xlsx:3: Saker!C3: municipality = "302": is not in the table']:
            self.assertIn(line, said)
        self.assertFalse((self.folder / "results").exists())
        self.piled('open_cases = "pile.xlsx"\nsheet = "Ark1"\n')
        self.assertIn('pile.xlsx: has no sheet "Ark1" (it has: Saker)', self.skranke("check", "piled.toml", status=2).stderr)

    def test_what_another_program_wrote_is_read_too(self):
        try:
            import openpyxl
        except ImportError:
            self.skipTest("python3-openpyxl is not here")
        import datetime
        book = openpyxl.Workbook()
        book.active.title = "Saker"
        book.active.append(self.HEADER)
        book.active.append([datetime.datetime(2020, 2, 3, 9, 30), "financial", "0301"])
        book.active.append([datetime.date(2020, 2, 4), "emergency", 5001])
        book.save(self.folder / "pile.xlsx")
        self.piled('open_cases = "pile.xlsx"\n')
        self.skranke("run", "piled.toml", "--quiet", "--event-log")
        text = (self.folder / "results/piled/events.csv").read_text(encoding="utf-8-sig")
        self.assertIn("2020-02-03T09:30:00.000000;", text)
        self.assertIn("2020-02-04T00:00:00.000000;", text)


class Events(Start):
    def events(self, folder="results/small"):
        text = (self.folder / folder / "events.csv").read_bytes().decode("utf-8-sig")
        log, origin = text.split("\r\n\r\n")
        self.assertRegex(origin, r"Scenario: \w+ [0-9a-f]{16}\r\n# Seed: \d+, replication \d+\r\n# Fingerprint")
        return list(csv.DictReader(io.StringIO(log), delimiter=";"))

    def test_the_log_has_the_record_s_counts_and_is_the_same_on_any_threads(self):
        logs = set()
        for out, more in [("1", []), ("7", ["--threads", "7"]), ("w", ["--threads", "2", "--parallel", "windows"])]:
            self.skranke("run", "small.toml", "--quiet", "--event-log", "2", "--out", out, *more)
            logs.add((self.folder / out / "small/events.csv").read_bytes())
        self.assertEqual(len(logs), 1)
        rows = self.events("1/small")
        with h5py.File(self.folder / "1/small/result.h5", "r") as file:
            at = [int(x) for x in file["replication"][()]].index(2)
            expected = {"born": file["born"][at].sum(), "met_on_time": file["met_on_time"][at].sum(),
                        "met_late": file["met_late"][at].sum(), "censored": file["censored"][at].sum()}
            reasons = dict(zip(REASONS, file["unmet"][at].sum(axis=(0, 1, 2))))
            channels = [c.decode() if isinstance(c, bytes) else c for c in file["channel"][()]]
            attempts = dict(zip(channels, file["channel_attempts"][at].sum(axis=0)))
        counted = Counter((row["event"], row["detail"]) for row in rows if row["counted"] == "1")
        self.assertEqual(counted["born", ""], expected["born"])
        self.assertEqual(counted["censored", ""], expected["censored"])
        for key in ["met_on_time", "met_late"]:
            self.assertEqual(counted["decided", key], expected[key])
        for reason in REASONS:
            self.assertEqual(counted["unmet", reason], reasons[reason], reason)
        tried = Counter(row["detail"] for row in rows if row["event"] == "attempt" and row["time"] >= "2020-03-02")
        for channel in channels:
            self.assertEqual(tried[channel], attempts[channel], channel)
        self.assertEqual([row["time"] for row in rows], sorted(row["time"] for row in rows))

    def test_a_log_changes_no_fingerprint_and_names_become_no_formulas(self):
        self.skranke("run", "small.toml", "--quiet", "--out", "without")
        self.skranke("run", "small.toml", "--quiet", "--out", "with", "--event-log")
        told = [json.loads(self.skranke("info", f"{out}/small", "--format", "json").stdout)["fingerprint"] for out in ["without", "with"]]
        self.assertEqual(*told)
        self.assertFalse((self.folder / "without/small/events.csv").exists())
        offices = (self.folder / "tables/offices.csv").read_text(encoding="utf-8")
        (self.folder / "tables/offices.csv").write_text(offices.replace("NAV Ås og Nes", "=1+1"), encoding="utf-8")
        self.skranke("run", "small.toml", "--quiet", "--event-log")
        self.assertIn("'=1+1", {row["office"] for row in self.events()})

    def test_a_replication_that_is_not_there_is_told(self):
        self.assertIn("--event-log 6: the run has replications 0 to 5", self.skranke("run", "small.toml", "--event-log", "6", status=2).stderr)
        self.assertIn("not the number of a replication", self.skranke("run", "--event-log", "x", "small.toml", status=2).stderr)


class Replay(Start):
    def setUp(self):
        super().setUp()
        self.skranke("run", "small.toml", "--quiet", "--event-log", "3", "--set", "time.weeks=2", "--seed", "9", "--fingerprint", "events")

    def test_a_replication_is_played_again_from_the_result_alone(self):
        log = (self.folder / "results/small/events.csv").read_bytes()
        shutil.move(self.folder / "results/small", self.folder / "elsewhere")
        (self.folder / "elsewhere/events.csv").unlink()
        for name in ["small.toml", "tables"]:
            shutil.rmtree(self.folder / name) if (self.folder / name).is_dir() else (self.folder / name).unlink()
        for k in ["0", "3", "5"]:
            done = self.skranke("replay", "elsewhere", "--replication", k)
            self.assertRegex(done.stdout, rf"^replication {k} of small: fingerprint [0-9a-f]{{16}} as stored; ")
        self.assertFalse((self.folder / "elsewhere/events.csv").exists())
        self.skranke("replay", "elsewhere/result.h5", "--replication", "3", "--event-log")
        self.assertEqual((self.folder / "elsewhere/events.csv").read_bytes(), log)
        self.assertEqual(sorted(os.listdir(self.folder / "elsewhere")), ["events.csv", "model.md", "report.html", "result.h5", "summary.csv",
                                                                   "summary.xlsx"])

    def test_a_run_that_began_with_a_workbook_is_played_again_too(self):
        maker = Pile.workbook
        maker(self, "pile.xlsx", [Pile.HEADER, [(43864,), "financial", 301]])
        self.piled('open_cases = "pile.xlsx"\n')
        self.skranke("run", "piled.toml", "--quiet")
        (self.folder / "pile.xlsx").unlink()
        self.assertIn("as stored", self.skranke("replay", "results/piled", "--replication", "1").stdout)

    def test_a_wrong_number_and_foreign_files_are_told(self):
        self.assertIn("--replication 6: the result has 0 to 5", self.skranke("replay", "results/small", "--replication", "6", status=2).stderr)
        for file in ["small.toml", "nothing.h5", "tables"]:
            self.assertIn(file, self.skranke("replay", file, status=2).stderr)


class Language(Start):
    def test_bases_in_a_circle_or_out_of_the_folder_are_told(self):
        for base, said in [("small.toml", "leads in a circle"), ("a.toml", "leads in a circle"),
                           ("../small.toml", "must lie in the scenario's own folder or below it"),
                           ("/etc/passwd", "must lie in the scenario's own folder or below it"),
                           ("missing.toml", "there is no such file")]:
            with self.subTest(base):
                shutil.copy(HERE / "small.toml", self.folder / "small.toml")
                text = (self.folder / "small.toml").read_text(encoding="utf-8")
                (self.folder / "a.toml").write_text('extends = "small.toml"\n')
                (self.folder / "small.toml").write_text(f'extends = "{base}"\n' + text, encoding="utf-8")
                done = self.skranke("check", "small.toml", status=2)
                self.assertRegex(done.stderr, r'(small|a)\.toml:1: extends = "[^"]+": ' + said)

    def test_another_format_is_told_with_what_to_do_and_hides_other_complaints(self):
        text = (HERE / "small.toml").read_text(encoding="utf-8")
        for version, said in [("2", "written for a newer Skranke; this one reads format 1"), ("0", "there was no format 0")]:
            (self.folder / "small.toml").write_text(text.replace("format = 1", f"format = {version}\nnew_key = 1"), encoding="utf-8")
            done = self.skranke("check", "small.toml", status=2)
            self.assertIn(f"small.toml:3: format = {version}: ", done.stderr)
            self.assertIn(said, done.stderr)
            self.assertEqual(done.stderr.count("small.toml:"), 2, done.stderr)  # the complaint and the count

    def test_tables_out_of_the_folder_are_told(self):
        text = (HERE / "small.toml").read_text(encoding="utf-8")
        (self.folder / "small.toml").write_text(text.replace("tables/offices.csv", "../offices.csv"), encoding="utf-8")
        self.assertIn("needs a file in the scenario's folder or below it", self.skranke("check", "small.toml", status=2).stderr)


if __name__ == "__main__":
    unittest.main()
