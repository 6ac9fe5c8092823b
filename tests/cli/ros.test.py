"""`skranke ros`: a document for Word, made of a result and of what other commands have found out about its scenario.

    ros.test.py PROGRAM [unittest arguments]
"""
import os
import unittest
import zipfile
from xml.etree import ElementTree

from program import Program

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Ros(Program):
    def setUp(self):
        super().setUp()
        self.skranke("run", "small.toml", "--quiet")

    def paragraphs(self, file="results/small/ros.docx"):
        with zipfile.ZipFile(self.folder / file) as document:
            self.assertIsNone(document.testzip())
            for name in document.namelist():
                ElementTree.fromstring(document.read(name))
            tree = ElementTree.fromstring(document.read("word/document.xml"))
        return ["".join(t.text or "" for t in p.iter(WORD + "t")) for p in tree.iter(WORD + "p")]

    def test_the_draft_lies_beside_the_result_tells_of_every_office_and_changes_nothing_else(self):
        before = {p.name: p.read_bytes() for p in (self.folder / "results/small").iterdir()}
        done = self.skranke("ros", "results/small")
        self.assertIn("results/small/ros.docx: a draft to correct and fill in", done.stdout)
        after = {p.name: p.read_bytes() for p in (self.folder / "results/small").iterdir() if p.name != "ros.docx"}
        self.assertEqual(before, after)
        told = self.paragraphs()
        self.assertIn("Utkast", told[0])
        self.assertIn("ikke er kontrollert mot målte ventetider", told[1])
        for text in ["NAV Vik", "NAV Ås og Nes", "Betjener Sør-Ås, =Nes."]:
            self.assertIn(text, told)
        self.assertEqual(sum("skranke measures FIL" in text for text in told), 2, "one an office")

    def test_the_same_result_gives_the_same_bytes_and_languages_differ(self):
        drafts = {}
        for out, lang in [("a", "nb"), ("b", "nb"), ("c", "nn"), ("d", "en")]:
            self.skranke("ros", "results/small/result.h5", "--lang", lang)
            drafts[out] = (self.folder / "results/small/ros.docx").read_bytes()
        self.assertEqual(drafts["a"], drafts["b"])
        self.assertEqual(len(set(drafts.values())), 3)

    def test_a_draft_that_somebody_has_filled_in_is_not_written_over(self):
        draft = self.folder / "results/small/ros.docx"
        self.skranke("ros", "results/small")
        self.assertEqual(self.skranke("ros", "results/small").stderr, "")
        fresh = draft.read_bytes()
        draft.write_bytes(b"filled in")
        self.assertIn("results/small/ros.docx was there before; it is now called ros.earlier.docx", self.skranke("ros", "results/small").stderr)
        self.assertEqual((self.folder / "results/small/ros.earlier.docx").read_bytes(), b"filled in")
        self.assertEqual(draft.read_bytes(), fresh)

    def test_what_measures_and_stress_found_stands_in_it(self):
        self.skranke("measures", "small.toml", "--quiet", "--replications", "20", "--only", "open_door")
        self.skranke("stress", "small.toml", "--quiet", "--replications", "8", "--weeks", "1", "--from", "2020-03-09")
        done = self.skranke("ros", "results/small")
        self.assertNotIn("would add", done.stdout)
        told = " ".join(self.paragraphs())
        self.assertNotIn("skranke measures FIL", told)
        self.assertNotIn("skranke stress FIL", told)
        self.assertIn("Det er prøvd med høyere etterspørsel:", told)
        self.assertIn("i 1 uke fra 9.\u00a0mars 2020", told)
        self.skranke("ros", "results/small", "--lang", "nn")
        self.assertIn("i 1 veke frå 9.\u00a0mars 2020", " ".join(self.paragraphs()))
        self.assertRegex(told, r"flere når noen i tide \([0-9,]+ til [0-9,]+\)")
        self.assertRegex(told, r"kroner i perioden; [0-9\s]+ kroner per person")

    def test_findings_of_another_scenario_or_damaged_ones_are_left_out_with_a_note(self):
        self.skranke("measures", "small.toml", "--quiet", "--replications", "5", "--only", "door_hours", "--set", "time.weeks=2")
        done = self.skranke("ros", "results/small")
        self.assertIn("results/measures-small/measures.h5: is of another scenario, or of other settings; it is left out", done.stderr)
        path = self.folder / "results/measures-small/measures.h5"
        path.write_bytes(path.read_bytes()[:-100])
        self.assertRegex(self.skranke("ros", "results/small").stderr, r"measures\.h5: .*; it is left out")
        self.assertIn("skranke measures FIL", " ".join(self.paragraphs()))

    def test_one_municipality_has_its_own_office_and_mistakes_are_told(self):
        self.skranke("ros", "results/small", "--municipality", "Vik")
        told = self.paragraphs()
        self.assertIn("NAV Vik", told)
        self.assertNotIn("NAV Ås og Nes", told)
        os.remove(self.folder / "results/small/ros.docx")
        self.assertIn("--municipality 5003: no municipality of 2020 has this number", self.skranke("ros", "results/small", "--municipality", "5003", status=2).stderr)
        self.assertIn("small.toml", self.skranke("ros", "small.toml", status=2).stderr)
        self.assertIn("results/none", self.skranke("ros", "results/none", status=2).stderr)
        self.assertFalse((self.folder / "results/small/ros.docx").exists())


if __name__ == "__main__":
    unittest.main()
