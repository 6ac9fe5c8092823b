"""A result, and a report alone, are played again from what they carry, and every change in them is found.

    reproduce.test.py PROGRAM [unittest arguments]
"""
import csv
import html
import json
import re
import shutil
import struct
import unittest

import h5py

from program import Program


def seal_again(path):
    """Puts a right seal behind a file that was changed (engine/store/disk/seal.hpp)."""
    raw = path.read_bytes()
    raw = raw[:raw.rindex(b"\nskranke-result-seal ")] if b"\nskranke-result-seal " in raw[-64:] else raw
    total = 0xcbf29ce484222325
    for (word,) in struct.iter_unpack("<Q", raw + bytes(-len(raw) % 8)):
        total = (total ^ word) * 0x100000001b3 & 0xffffffffffffffff
    path.write_bytes(raw + f"\nskranke-result-seal {total:016x}\n".encode())


class Reproduce(Program):
    def sent_away(self, *options):
        """A result whose scenario and tables are gone; returns its report, moved out of it."""
        self.skranke("run", "small.toml", "--quiet", *options)
        shutil.move(self.folder / "results/small/report.html", self.folder / "sent.html")
        (self.folder / "small.toml").unlink()
        shutil.rmtree(self.folder / "tables")
        return self.folder / "sent.html"

    def test_both_are_played_again_from_themselves_alone(self):
        for options in [[], ["--seed", "9", "--fingerprint", "draws", "--lang", "en", "--set", "time.weeks=2"], ["--precision", "15%"]]:
            with self.subTest(options):
                self.sent_away(*options)
                for threads in ["1", "2"]:
                    self.assertRegex(self.skranke("reproduce", "results/small", "--threads", threads).stdout,
                                     r"^\d+ replications of small: every number as stored, fingerprint [0-9a-f]{16}; made by this skranke")
                self.assertIn("every byte of the report as stored", self.skranke("reproduce", "sent.html").stdout)
                self.doCleanups()
                self.setUp()

    def test_a_report_carries_the_borders_of_its_map(self):
        ring = [[10, 63], [11, 63], [11, 64], [10, 64], [10, 63]]
        with open(self.folder / "tables/municipalities.csv", encoding="utf-8") as table:
            number = next(csv.DictReader(table))["number"]
        feature = {"type": "Feature", "properties": {"kommunenummer": number}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        (self.folder / "borders.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
        report = self.sent_away("--borders", "borders.geojson")
        (self.folder / "borders.geojson").unlink()
        self.assertIn("border-caption", report.read_text(encoding="utf-8"))
        self.assertIn("every byte of the report as stored", self.skranke("reproduce", "sent.html").stdout)

    def test_a_report_carries_what_a_price_list_found(self):
        self.skranke("measures", "small.toml", "--quiet", "--replications", "2", "--only", "more_casework")
        report = self.sent_away()
        shutil.rmtree(self.folder / "results/measures-small")
        self.assertNotIn("skranke measures.", report.read_text(encoding="utf-8"))
        self.assertIn("every byte of the report as stored", self.skranke("reproduce", "sent.html").stdout)

    def test_a_changed_number_of_a_result_is_found_and_named(self):
        self.sent_away()
        result = self.folder / "results/small/result.h5"
        with h5py.File(result, "r+") as file:
            before = int(file["desk_started"][3, 2, 1])
            file["desk_started"][3, 2, 1] = before + 1
        seal_again(result)
        told = self.skranke("reproduce", "results/small", status=1).stderr
        self.assertIn(f"replication 3: desk_started is {before} now, {before + 1} is stored; made by this skranke", told)

    def test_a_changed_report_is_found(self):
        report = self.sent_away()
        page = report.read_text(encoding="utf-8")
        at = re.search(r"\d,\d\N{NO-BREAK SPACE}%", page).start()
        report.write_text(page[:at] + str((int(page[at]) + 1) % 10) + page[at + 1:], encoding="utf-8")
        line = page[:at].count("\n") + 1
        self.assertIn(f"line {line} of the report is not what they give", self.skranke("reproduce", "sent.html", status=1).stderr)
        fingerprint = re.search(r"fingerprint&quot;:&quot;([0-9a-f]{16})", page)[1]
        report.write_text(page.replace(fingerprint, "0" * 16), encoding="utf-8")
        self.assertIn("0000000000000000 is in the report", self.skranke("reproduce", "sent.html", status=1).stderr)

    def test_what_cannot_be_played_is_told(self):
        report = self.sent_away()
        page = report.read_text(encoding="utf-8")
        attached = re.search(r'<template id="skranke-attachment">(.*?)</template>', page, re.S)[1]
        self.assertIn("scenario", json.loads(html.unescape(attached)))
        for changed, status, said in [
            (page.replace("&quot;version&quot;:&quot;0", "&quot;version&quot;:&quot;9"), 2, "only the same version plays it again"),
            (page.replace(attached, attached[:200]), 2, "its attachment is damaged"),
            (page.replace(attached, ""), 2, "its attachment is damaged"),
            (page.replace("skranke-attachment", "other"), 2, "it has no attachment"),
            (page.replace("run.replications", "run.repetitions"), 1, "cannot be read by this build"),
            (page.replace("demand.busyness_shape = 20", "demand.busyness_shape = 21"), 1, "not the one that its hash was made of"),
        ]:
            with self.subTest(said):
                self.assertNotEqual(changed, page)
                report.write_text(changed, encoding="utf-8")
                self.assertIn(said, self.skranke("reproduce", "sent.html", status=status).stderr)
        for missing in ["nothing.html", "nothing.h5", "results"]:
            self.assertIn(missing, self.skranke("reproduce", missing, status=2).stderr)

    def pile(self):
        text = (self.folder / "small.toml").read_text(encoding="utf-8").replace("warm_up_weeks = 1", "warm_up_weeks = 0")
        (self.folder / "small.toml").write_text(text + '\n[start]\nopen_cases = "pile.csv"\n', encoding="utf-8")
        (self.folder / "pile.csv").write_text("received;service;municipality\n2020-02-17;financial;5001\n", encoding="utf-8")

    def test_a_report_does_not_carry_the_cases_of_a_pile_unless_its_maker_says_so(self):
        self.pile()
        report = self.sent_away()
        page = report.read_text(encoding="utf-8")
        for secret in ["2020-02-17", "received;service", "pile.csv"]:
            self.assertNotIn(secret, page)
        self.assertIn("the run began with open cases, which a report carries only if it was made with --carry-cases; give its result.h5 instead",
                      self.skranke("reproduce", "sent.html", status=2).stderr)
        self.assertIn("every number as stored", self.skranke("reproduce", "results/small/result.h5").stdout)

    def test_a_report_that_carries_the_cases_is_played_again_from_it_alone(self):
        self.pile()
        page = self.sent_away("--carry-cases").read_text(encoding="utf-8")
        self.assertIn("2020-02-17;financial;5001", page)
        (self.folder / "pile.csv").unlink()
        self.skranke("reproduce", "sent.html")

    def test_every_picture_and_file_says_where_it_comes_from(self):
        self.skranke("run", "small.toml", "--quiet", "--event-log")
        told = json.loads(self.skranke("info", "results/small", "--format", "json").stdout)
        page = (self.folder / "results/small/report.html").read_text(encoding="utf-8")
        pictures = re.findall(r'<svg[^>]*role="img"[^>]*>(<metadata>[^<]*</metadata>)?', page)
        self.assertGreater(len(pictures), 3)
        for told_in in [*pictures, *(self.folder / "results/small" / name for name in ["summary.csv", "model.md", "report.html"])]:
            told_in = told_in if isinstance(told_in, str) else told_in.read_text(encoding="utf-8")
            for part in [told["version"], told["git"], told["scenario_hash"], str(told["seed"]), told["fingerprint"]]:
                self.assertIn(part, told_in)


if __name__ == "__main__":
    unittest.main()
