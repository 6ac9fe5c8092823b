"""What a run writes for those who read rather than compute: the workbook, the printed report, the map with borders.

    papers.test.py PROGRAM [unittest arguments]
"""
import os
import re
import unittest
import xml.dom.minidom
import zipfile

from program import Program


class Workbook(Program):
    def workbook_parts(self, folder):
        """Every part of a summary.xlsx, none of them damaged."""
        with zipfile.ZipFile(self.folder / folder / "small/summary.xlsx") as book:
            self.assertIsNone(book.testzip())
            return {name: book.read(name) for name in book.namelist()}

    def test_the_workbook_has_every_sheet_and_no_formula_or_way_out(self):
        for lang, first in [("nb", "Svaret"), ("en", "The answer")]:
            self.skranke("run", "small.toml", "--quiet", "--lang", lang, "--out", lang)
            parts = self.workbook_parts(lang)
            sheets = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"].decode())
            self.assertEqual(sheets[0], first)
            self.assertEqual(len(sheets), 12)
            self.assertEqual(len([name for name in parts if name.startswith("xl/charts/")]), 3)
            for name, part in parts.items():
                xml.dom.minidom.parseString(part)
                self.assertNotIn(b"<f>", part, name)
                self.assertNotIn(b'TargetMode="External"', part, name)
            strings = parts["xl/sharedStrings.xml"].decode()
            for text in ["<t>=Nes</t>", "<t>0301</t>", "skranke run small.toml"]:
                self.assertIn(text, strings)

    def test_the_workbook_is_the_same_on_any_threads_and_whenever_it_is_written(self):
        when = {**os.environ, "SOURCE_DATE_EPOCH": "1600000000"}
        one_processor = lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        books = []
        for start in [None, one_processor, None]:
            self.skranke("run", "small.toml", "--quiet", "--fresh", env=when, preexec_fn=start)
            books.append((self.folder / "results/small/summary.xlsx").read_bytes())
        self.assertEqual(len(set(books)), 1)
        parts = []
        for threads in ["1", "2"]:
            self.skranke("run", "small.toml", "--quiet", "--fresh", "--threads", threads, env=when)
            parts.append({name: part.replace(b"--threads 2", b"--threads 1") for name, part in self.workbook_parts("results").items()})
        self.assertEqual(*parts)


class Print(Program):
    def with_browser(self, script):
        """A program called chromium, the only one in PATH."""
        (self.folder / "bin").mkdir(exist_ok=True)
        browser = self.folder / "bin/chromium"
        browser.write_text("#!/bin/sh\n" + script, encoding="utf-8")
        browser.chmod(0o755)
        return {**os.environ, "PATH": str(self.folder / "bin")}

    def test_a_report_is_printed_by_the_browser_of_the_machine(self):
        prints = r'''for word; do case $word in --print-to-pdf=*) pdf=${word#*=};; file:*) page=$word;; esac; done
            echo "%PDF $page" > "$pdf"'''
        self.skranke("run", "small.toml", "--quiet", "--pdf", env=self.with_browser(prints))
        self.assertRegex((self.folder / "results/small/report.pdf").read_text(encoding="utf-8"), r"^%PDF file:///\S+/report\.html$")
        (self.folder / "results/small/report.pdf").unlink()
        self.skranke("run", "small.toml", "--quiet", "--pdf", env=self.with_browser(prints))  # an answer that was there
        self.assertTrue((self.folder / "results/small/report.pdf").is_file())
        self.assertEqual(sorted(path.name for path in (self.folder / "results").iterdir()), ["small"])

    def test_a_browser_that_cannot_print(self):
        told = self.skranke("run", "small.toml", "--pdf", status=1, env=self.with_browser("exit 3")).stderr
        self.assertIn("could not print the report", told)
        self.assertIn("the same command goes on", told)
        self.assertEqual(list((self.folder / "results").glob("small/*")), [])

    def test_printing_needs_a_browser(self):
        told = self.skranke("run", "small.toml", "--pdf", status=2, env={**os.environ, "PATH": str(self.folder)}).stderr
        self.assertIn("--pdf needs a browser that prints: chromium", told)
        self.assertFalse((self.folder / "results").exists())


class Map(Program):
    def test_borders_that_are_none_are_told_before_anything_is_played(self):
        for content, told in [("[1]", "is no GeoJSON FeatureCollection"), ("no", "is no JSON")]:
            (self.folder / "borders.geojson").write_text(content, encoding="utf-8")
            self.assertIn(f"borders.geojson: {told}", self.skranke("run", "small.toml", "--borders", "borders.geojson", status=2).stderr)
        self.assertIn("none.geojson: no such file", self.skranke("run", "small.toml", "--borders", "none.geojson", status=2).stderr)
        self.assertFalse((self.folder / "results").exists())


class Earlier(Program):
    """What an earlier run left in the folder is not taken for the new one's, and nothing that may have been worked on is lost."""

    def run_small(self, *more, **options):
        return self.skranke("run", "small.toml", "--quiet", *more, **options).stderr

    def left(self):
        return {path.name: path.read_bytes() for path in (self.folder / "results/small").iterdir() if path.suffix in [".pdf", ".docx"] or "events" in path.name}

    def test_papers_of_an_earlier_run_get_another_name_and_it_is_told(self):
        self.run_small("--event-log", "0")
        self.skranke("ros", "results/small")
        (self.folder / "results/small/report.pdf").write_bytes(b"printed")
        (self.folder / "results/small/plan.pdf").write_bytes(b"mine")
        first = self.left()
        self.assertEqual(set(first), {"events.csv", "ros.docx", "report.pdf", "plan.pdf"})
        self.assertEqual(self.run_small(), "", "the same question: they are its own")
        self.assertEqual(self.left(), first)

        told = self.run_small("--set", "run.seed=7")
        self.assertIn("skranke: results/small/ros.docx was there before; it is now called ros.earlier.docx\n", told)
        self.assertEqual(told.count("\n"), 3)
        aside = {"events.earlier.csv": first["events.csv"], "ros.earlier.docx": first["ros.docx"], "report.earlier.pdf": b"printed", "plan.pdf": b"mine"}
        self.assertEqual(self.left(), aside)

        self.skranke("ros", "results/small")
        second = (self.folder / "results/small/ros.docx").read_bytes()
        told = self.run_small("--set", "run.seed=8", "--event-log", "0")
        self.assertEqual(told.count("\n"), 1)
        self.assertEqual(self.left()["ros.earlier-2.docx"], second)
        self.assertEqual({name: self.left()[name] for name in aside}, aside)
        self.assertNotEqual(self.left()["events.csv"], first["events.csv"])

    def test_they_keep_their_name_if_the_new_result_cannot_be_put_in_place(self):
        self.run_small()
        self.skranke("ros", "results/small")
        (self.folder / "results/small/summary.csv").unlink()
        (self.folder / "results/small/summary.csv/inside").mkdir(parents=True)
        before = self.left()
        self.assertIn("nothing was changed", self.run_small("--set", "run.seed=7", status=1))
        self.assertEqual(self.left(), before)


if __name__ == "__main__":
    unittest.main()
