"""The program from outside: what it prints, writes and returns, and what it leaves behind when it fails.

    cli.test.py PROGRAM [unittest arguments]
"""
import json
import os
import pty
import re
import resource
import signal
import subprocess
import unittest
from pathlib import Path

import h5py
import numpy

from program import HERE, PROGRAM, Program

RESULT = ["model.md", "report.html", "result.h5", "summary.csv", "summary.xlsx"]


def contents(folder):
    """Every path below a folder, with the bytes of files."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() if p.is_file() else None
            for p in sorted(Path(folder).rglob("*"))}


class CommandLine(Program):
    def info(self, result):
        return json.loads(self.skranke("info", result, "--format", "json").stdout)

    def change(self, file, old, new):
        """Replaces the only occurrence of a text; returns the number of its line."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        self.assertEqual(text.count(old), 1, f"{old!r} in {file}")
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[:text.index(old)].count("\n") + 1


class GoodUse(CommandLine):
    def test_run_writes_its_files_and_says_where_the_report_is(self):
        done = self.skranke("run", "small.toml")
        self.assertEqual(sorted(os.listdir(self.folder / "results")), ["small"])
        self.assertEqual(sorted(os.listdir(self.folder / "results/small")), RESULT)
        self.assertIn("results/small/report.html", done.stdout.splitlines()[-1])
        for name in ["Vik", "Sør-Ås", "=Nes"]:
            self.assertIn(name, done.stdout)
        self.assertEqual(done.stderr, "", "no progress bar unless stderr is a terminal")

    def test_quiet_prints_nothing(self):
        done = self.skranke("run", "small.toml", "--quiet")
        self.assertEqual((done.stdout, done.stderr), ("", ""))

    def test_any_number_of_threads_gives_the_same_result(self):
        for threads in ["1", "2", "7"]:
            self.skranke("run", "small.toml", "--quiet", "--replications", "9", "--threads", threads, "--out", threads)
        first = self.info("1/small")
        self.assertEqual(first["replications"], 9)
        self.assertRegex(first["fingerprint"], "^[0-9a-f]{16}$")
        for threads in ["2", "7"]:
            self.assertEqual(self.info(f"{threads}/small")["fingerprint"], first["fingerprint"])
            self.assert_same_h5(self.folder / "1/small/result.h5", self.folder / threads / "small/result.h5")

    def assert_same_h5(self, left, right, but=None):
        def collect(path):
            found = {}
            with h5py.File(path, "r") as file:
                file.visititems(lambda name, item: found.update({name: item[()]}) if hasattr(item, "dtype") else None)
            return found
        a, b = collect(left), collect(right)
        self.assertEqual(list(a), list(b))
        self.assertGreater(len(a), 20)
        for name, values in a.items():
            if name == but:
                continue
            numpy.testing.assert_array_equal(values, b[name], err_msg=name)

    def test_another_seed_gives_other_people(self):
        self.skranke("run", "small.toml", "--quiet", "--out", "a")
        self.skranke("run", "small.toml", "--quiet", "--out", "b", "--seed", "43")
        a, b = self.info("a/small"), self.info("b/small")
        self.assertNotEqual(a["fingerprint"], b["fingerprint"])
        self.assertEqual((a["seed"], b["seed"]), (42, 43))

    def test_set_changes_any_key(self):
        self.skranke("run", "small.toml", "--quiet", "--set", "time.weeks=2", "--set", "desk.casework.minimum=3")
        self.assertEqual(self.info("results/small")["shape"]["weeks"], 2)

    def test_processors_may_be_used_in_any_way(self):
        for how in ["replications", "windows", "auto"]:
            self.skranke("run", "small.toml", "--quiet", "--replications", "3", "--threads", "2", "--parallel", how,
                         "--out", how)
            self.assert_same_h5(self.folder / "replications/small/result.h5", self.folder / how / "small/result.h5")

    def test_a_result_says_how_strong_its_fingerprint_is_and_depends_on_it_in_nothing_else(self):
        fingerprints = {}
        for strength in ["time", "events", "draws"]:
            for threads in ["1", "2"]:
                out = strength + threads
                self.skranke("run", "small.toml", "--quiet", "--replications", "3", "--threads", threads,
                             "--fingerprint", strength, "--out", out)
                told = self.info(f"{out}/small")
                self.assertEqual(told["fingerprint_strength"], strength)
                self.assertEqual(fingerprints.setdefault(strength, told["fingerprint"]), told["fingerprint"])
                self.assertIn(f"{told['fingerprint']} ({strength})", self.skranke("info", f"{out}/small").stdout)
                for file in ["report.html", "summary.csv"]:
                    self.assertIn(f"({strength})", (self.folder / out / "small" / file).read_text(encoding="utf-8"))
            self.assert_same_h5(self.folder / "time1/small/result.h5", self.folder / f"{strength}1/small/result.h5",
                                but="trajectory")
        self.assertEqual(len(set(fingerprints.values())), 3)
        self.skranke("run", "small.toml", "--quiet", "--replications", "3", "--out", "default")
        self.assertEqual(self.info("default/small")["fingerprint"], fingerprints["time"])

    def test_info_tells_where_a_result_comes_from(self):
        self.skranke("run", str(self.folder / "small.toml"), "--quiet", "--replications", "2")
        told = self.info("results/small/result.h5")
        self.assertEqual((told["scenario"], told["seed"], told["replications"]), ("small", 42, 2))
        self.assertEqual(told["command"], "skranke run small.toml --quiet --replications 2")
        self.assertEqual(told["shape"]["municipalities"], ["0301", "5001", "5002"])
        self.assertEqual(told["lookahead_min"], 15)
        rate = told["whole_area"]["unmet_rate"]
        self.assertTrue(0 < rate["low"] < rate["estimate"] < rate["high"] < 1, rate)
        text = self.skranke("info", "results/small").stdout
        self.assertIn(told["fingerprint"], text)
        self.assertIn("15 min: the least time that a message between offices takes", text)

    def test_the_summary_opens_in_a_norwegian_excel(self):
        self.skranke("run", "small.toml", "--quiet")
        raw = (self.folder / "results/small/summary.csv").read_bytes()
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"), "byte-order mark")
        lines = raw.decode("utf-8-sig").split("\r\n")
        self.assertGreater(lines[0].count(";"), 10)
        row = next(line for line in lines if ";Vik;" in line)
        self.assertIn("0301", row.split(";")[0])
        self.assertRegex(row, r";\d+,\d")
        self.assertNotRegex(row, r"\d\.\d")
        self.assertFalse(any(re.search(r"(^|;)=Nes", line) for line in lines), "a name must not become a formula")

    def test_the_summary_in_the_file_agrees_with_its_replications(self):
        self.skranke("run", "small.toml", "--quiet")
        with h5py.File(self.folder / "results/small/result.h5", "r") as file:
            born = file["born"][()].astype(float)  # replication, municipality, service, group
            of_summary = file["summary/needs_by_service"][()]  # place, service
        numpy.testing.assert_allclose(of_summary[1:], born.sum(axis=3).mean(axis=0), rtol=1e-12)
        numpy.testing.assert_allclose(of_summary[0], of_summary[1:].sum(axis=0), rtol=1e-12)

    def test_compare_takes_the_difference_of_two_plans_run_by_run(self):
        self.skranke("run", "small.toml", "--quiet", "--set", "name=a")
        self.skranke("run", "small.toml", "--quiet", "--set", "name=b", "--set", "channel.phone.patience_min=1")
        lost = []
        for name in "ab":
            with h5py.File(self.folder / f"results/{name}/result.h5", "r") as file:
                local = [s.decode() == "local" for s in file["service_system"][()]]
                lost.append(file["unmet"][()][:, :, local].sum(axis=(1, 2, 3, 4)))
        shown = self.skranke("compare", "results/a", "results/b", "--lang", "en").stdout
        row = next(line for line in shown.splitlines() if line.startswith("Local services"))
        mean = numpy.mean(lost[1].astype(float) - lost[0])
        self.assertGreater(mean, 0.5)
        change = row.split()[4].replace("\u2212", "-")
        self.assertAlmostEqual(float(change), mean, delta=0.51, msg=row)
        same = self.skranke("compare", "results/a", "results/a", "--lang", "en").stdout
        self.assertEqual(next(line for line in same.splitlines() if line.startswith("Local services")).split()[4], "0")

    def test_compare_plays_scenario_files_and_writes_a_page_and_a_table(self):
        text = (self.folder / "small.toml").read_text()
        for name in ["first", "second", "third"]:
            changed = re.sub(r'(?m)^name *=.*$', f'name = "{name}"', text)
            (self.folder / f"{name}.toml").write_text(changed)
        plans = ["first.toml", "second.toml", "third.toml"]
        told = self.skranke("compare", *plans, "--lang", "en", "--people", "1", "--replications", "3").stdout
        self.assertIn("May be the best", told)
        folder = self.folder / "results/compare-first-second-third"
        self.assertEqual(sorted(p.name for p in folder.iterdir()), ["comparison.csv", "report.html"])
        page = (folder / "report.html").read_text()
        self.assertIn("The same people under A and C", page)
        self.assertIn("skranke compare first.toml second.toml third.toml", page)
        rows = (folder / "comparison.csv").read_text(encoding="utf-8-sig").splitlines()
        local = [row for row in rows if row.startswith("B;;The whole area;system;local;unmet;")]
        self.assertEqual(len(local), 1)
        self.assertEqual(float(local[0].split(";")[9].replace(",", ".")), 0, "nothing but the name is different")

    def test_the_files_of_a_comparison_depend_on_no_clock_but_the_one_that_is_set(self):
        self.skranke("run", "small.toml", "--quiet")
        env = {**os.environ, "SOURCE_DATE_EPOCH": "1000000000"}
        self.skranke("compare", "results/small", "results/small", "--quiet", env=env)
        page = (self.folder / "results/compare-small-small/report.html").read_text(encoding="utf-8")
        self.assertIn("2001-09-09T01:46:40Z", page)

    def test_compare_shows_one_person_day_by_day_under_two_plans(self):
        self.skranke("run", "small.toml", "--quiet", "--set", "name=a", "--event-log", "1")
        self.skranke("run", "small.toml", "--quiet", "--set", "name=b", "--set", "channel.phone.patience_min=1")
        rows = (self.folder / "results/a/events.csv").read_text(encoding="utf-8-sig").splitlines()
        person = next(row.split(";")[1] for row in rows if ";attempt;phone;" in row and row.endswith(";1"))
        steps = [row for row in rows if row.split(";")[1:2] == [person]]
        shown = self.skranke("compare", "results/a", "results/b", "--lang", "en", "--people", "1", "--person", person).stdout
        after = shown[shown.index(person + ": a | b"):]
        self.assertIn("the need arises", after)
        for step in steps:
            self.assertIn(step.split(";")[0][11:16], after)
        self.assertIn("nobody of that number", self.skranke("compare", "results/a", "results/b", "--person", "x", status=2).stderr)

    def test_best_finds_the_better_of_plans_and_says_with_what_certainty(self):
        text = re.sub(r'(?m)^name *=.*$', 'name = "worse"', (self.folder / "small.toml").read_text())
        (self.folder / "worse.toml").write_text(text)
        told = self.skranke("best", "small.toml", "worse.toml", "--within", "1000").stdout
        self.assertRegex(told, "With 95% certainty .* has the fewest unmet local needs, or within 1000 of the fewest")
        short = self.skranke("best", "small.toml", "worse.toml", "--within", "0.001", "--first", "5", "--most", "5", "--seed", "9").stdout
        self.assertRegex(short, "small +5 +")
        self.assertIn("not a number of people above 0", self.skranke("best", "small.toml", "worse.toml", "--within", "-1", status=2).stderr)
        self.assertIn("fewer than --first", self.skranke("best", "small.toml", "worse.toml", "--within", "1", "--most", "6", status=2).stderr)

    def test_compare_refuses_other_people_and_other_places(self):
        self.skranke("run", "small.toml", "--quiet", "--set", "name=a")
        self.skranke("run", "small.toml", "--quiet", "--set", "name=b", "--seed", "5")
        told = self.skranke("compare", "results/a", "results/b", status=2).stderr
        self.assertIn("other people: seed", told)
        self.assertIn("no such file", self.skranke("compare", "results/a", "results/none", status=2).stderr)

    def test_check_says_what_a_good_scenario_is(self):
        told = self.skranke("check", "small.toml").stdout
        for part in ["small.toml: good", "3 municipalities, 19,500 residents, 2 offices", r"3 weeks from 2\sMarch\s2020"]:
            self.assertRegex(told, part)
        answer = json.loads(self.skranke("check", "small.toml", "--format", "json").stdout)[0]
        self.assertTrue(answer["good"])
        self.assertEqual(len(answer["scenario"]["needs_by_week"]), 3)
        self.assertEqual(os.listdir(self.folder / "tables"), os.listdir(HERE / "tables"))

    def test_schema_is_json_that_names_the_keys(self):
        schema = json.loads(self.skranke("schema").stdout)
        self.assertIn("replications", schema["properties"]["run"]["properties"])
        self.assertIn("message_delay_min", self.skranke("schema", "--format", "markdown").stdout)

    def test_files_of_the_users_own_in_a_result_folder_stay(self):
        self.skranke("run", "small.toml", "--quiet", "--replications", "2")
        note = self.folder / "results/small/note.txt"
        note.write_text("mine")
        self.skranke("run", "small.toml", "--quiet", "--replications", "3")
        self.assertEqual(note.read_text(), "mine")
        self.assertEqual(self.info("results/small")["replications"], 3)

    def test_help_and_version(self):
        self.assertRegex(self.skranke("--version").stdout, r"^skranke \d+\.\d+\.\d+( \(.+\))?\n$")
        self.assertIn("skranke demo", self.skranke("--help").stdout)
        for verb in ["run", "check", "new", "info", "demo", "schema"]:
            self.assertIn("Usage: skranke " + verb, self.skranke(verb, "--help").stdout)


class BadUse(CommandLine):
    def test_bad_usage_is_told_in_one_line_and_is_status_2(self):
        for arguments, said in [
            (["rum", "small.toml"], "did you mean run?"),
            (["run"], "FILE is required"),
            (["run", "small.toml", "--replication", "3"], "did you mean --replications?"),
            (["run", "small.toml", "--replications", "0"], "--replications 0: not a whole number from 1 to"),
            (["run", "small.toml", "--replications", "-3"], "--replications -3: not a whole number"),
            (["run", "small.toml", "--replications", "9" * 30], "not a whole number from 1 to"),
            (["run", "small.toml", "--replications", "2.5"], "not a whole number"),
            (["run", "small.toml", "--threads", "0"], "--threads 0: not a whole number from 1 to"),
            (["run", "small.toml", "--parallel", "both"], "--parallel both: not one of auto, replications, windows"),
            (["run", "small.toml", "--fingerprint", "weak"], "--fingerprint weak: not one of draws, events, time"),
            (["run", "small.toml", "--seed", "x"], "--seed x: not a whole number from 0 to"),
            (["run", "small.toml", "--lang", "de"], "--lang de: not one of en, nb, nn"),
            (["run", "small.toml", "--set", "time.weeks"], "not of the form key=value"),
            (["info", "."], "result.h5"),
            (["info", "small.toml"], "small.toml"),
        ]:
            with self.subTest(arguments):
                before = contents(self.folder)
                done = self.skranke(*arguments, status=2)
                self.assertIn(said, done.stderr)
                self.assertEqual((done.stderr.count("\n"), done.stdout), (1, ""))
                self.assertEqual(contents(self.folder), before)

    def test_no_command_prints_the_help_to_stderr(self):
        self.assertIn("Usage: skranke", self.skranke(status=2).stderr)

    def test_a_file_that_is_not_there_or_no_file_is_named(self):
        for name in ["nothing.toml", "tables"]:
            self.assertIn(name, self.skranke("run", name, status=2).stderr)

    def test_output_that_cannot_be_printed_is_a_failure(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "schema"], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual((done.returncode, done.stderr), (1, "skranke: cannot write to the standard output\n"))


class BadInput(CommandLine):
    # file, what stands there, what is put instead, key as reported, words of the message
    CASES = [
        ("small.toml", "warm_up_weeks = 1", "warm_up_week = 1", "time.warm_up_week", "nearest: warm_up_weeks"),
        ("small.toml", "[desk.duty_phone]", "[desk.duty_fone]", "desk.duty_fone", "nearest: duty_phone"),
        ("small.toml", "replications = 6", 'replications = "six"', 'run.replications = "six"', "whole number"),
        ("small.toml", "per_1000_week = 0.4", "per_1000_week = -0.4", "service.emergency.per_1000_week = -0.4", "from 0"),
        ("small.toml", "per_1000_week = 0.6", "per_1000_week = nan", "service.unemployment.per_1000_week = nan", "from 0"),
        ("small.toml", "{most = 0.7, offline = 0.3}", "{most = 0.7, offline = 0.2}",
         "service.financial.group_share", "must be 1"),
        ("small.toml", "{from = 2020-03-12, value = 0.0}, {from = 2020-03-16", "{from = 2020-03-12, value = 0.0}, {from = 2020-03-10",
         "surge.quarantine.share.line[2].from = 2020-03-10", "dates must ascend"),
        ("small.toml", "to = 2020-04-27", "to = 2020-03-01", "surge.schools.to = 2020-03-01", "is not after from"),
        ("small.toml", "start = 2020-03-02", "start = 2020-03-03", "time.start = 2020-03-03", "not a Monday"),
        ("small.toml", "talk_min = 30\n", 'talk_min = "long"\n', 'channel.appointment.talk_min = "long"', "minutes"),
        ("tables/municipalities.csv", "number,name", "nummer,name", "number", "column"),
        ("tables/municipalities.csv", "5001,Sør-Ås", "0301,Sør-Ås", 'number = "0301"', ""),
        ("tables/municipalities.csv", "5002,=Nes,50,Prøve,2500", "5002,=Nes,50,Prøve,many", "population", "many"),
        ("tables/offices.csv", "5000,NAV Ås og Nes,5002,1,only office", "5000,NAV Ås og Nes,5003,1,only office", 'municipality = "5003"', ""),
        ("tables/offices.csv", "5000,NAV Ås og Nes,5001,1", "5000,NAV Ås og Nes,5001,0.8", "resident_share", ""),
        ("tables/holidays.csv", "easter,,,1", "easter,,,one", "offset_days", "one"),
        ("tables/applications.csv", "0301,2020-W12,2020-03-16,160,0", "0301,2020-W12,2020-03-16,-160,0", "applications", "-160"),
    ]

    def test_every_kind_of_mistake_is_told_with_file_line_and_key_and_nothing_is_written(self):
        for file, old, new, key, words in self.CASES:
            with self.subTest(key):
                original = (self.folder / file).read_bytes()
                line = self.change(file, old, new)
                before = contents(self.folder)
                for verb in ["run", "check"]:
                    done = self.skranke(verb, "small.toml", status=2)
                    told = [t for t in done.stderr.splitlines() if t.startswith(f"{file}:{line}: ") and key in t]
                    self.assertEqual(len(told), 1, done.stderr)
                    self.assertIn(words, told[0])
                    self.assertEqual(done.stdout, "")
                self.assertEqual(contents(self.folder), before)
                (self.folder / file).write_bytes(original)

    def test_all_mistakes_of_a_file_are_told_at_once_in_file_order(self):
        cases = [case for case in self.CASES if case[0] == "small.toml" and case[2].count("\n") == 0]
        lines = sorted(self.change(file, old, new) for file, old, new, _, _ in cases)
        done = self.skranke("run", "small.toml", status=2)
        told = [int(n) for n in re.findall(r"^small\.toml:(\d+): ", done.stderr, re.M)]
        self.assertEqual(told, sorted(told))
        self.assertLessEqual(set(lines), set(told), done.stderr)
        self.assertIn("nothing was run or written", done.stderr.splitlines()[-1])

    def test_a_setting_is_checked_like_the_file(self):
        done = self.skranke("run", "small.toml", "--set", "desk.casework.minimun=3", status=2)
        self.assertIn("--set: desk.casework.minimun: unknown key (nearest: minimum)", done.stderr)

    def test_a_scenario_that_would_need_absurd_memory_is_refused(self):
        done = self.skranke("run", "small.toml", "--set", "time.weeks=520", "--set", "service.financial.per_1000_week=100000",
                            status=2)
        self.assertIn("needs a replication", done.stderr)

    def test_syntax_errors_and_bytes_that_are_no_text_are_told(self):
        line = self.change("small.toml", "replications = 6", "replications = = 6")
        self.assertIn(f"small.toml:{line}", self.skranke("run", "small.toml", status=2).stderr)
        (self.folder / "small.toml").write_bytes(b"\x00\xff\xfe\n" * 1000)
        self.assertIn("small.toml", self.skranke("run", "small.toml", status=2).stderr)


class Failures(CommandLine):
    """Whatever happens to a run, the earlier result stays as it was, and nothing is left but a journal to go on from."""

    def setUp(self):
        super().setUp()
        self.skranke("run", "small.toml", "--quiet", "--replications", "2")
        self.before = contents(self.folder)

    def assert_nothing_changed(self):
        now = {name: content for name, content in contents(self.folder).items()
               if not re.search(r"/\.small\.unfinished(/journal)?$", name)}
        self.assertEqual(list(now), list(self.before))
        self.assertEqual(now, self.before)

    def test_a_full_disk(self):
        def small_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
        done = self.skranke("run", "small.toml", "--quiet", status=1, preexec_fn=small_files)
        self.assertRegex(done.stderr, r"^skranke: .*results/small/result\.h5.*nothing was changed\n$")
        self.assertNotIn("unfinished", done.stderr)
        self.assert_nothing_changed()

    def test_a_folder_that_cannot_be_made(self):
        for out in ["small.toml", "small.toml/deeper", "/proc/skranke"]:
            done = self.skranke("run", "small.toml", "--quiet", "--out", out, status=1)
            self.assertRegex(done.stderr, r"^skranke: cannot write .*: .*; nothing was changed\n$")
            self.assert_nothing_changed()

    def test_a_file_where_the_result_folder_should_be(self):
        (self.folder / "other").mkdir()
        (self.folder / "other/small").write_text("a file")
        self.before = contents(self.folder)
        done = self.skranke("run", "small.toml", "--quiet", "--out", "other", status=1)
        self.assertIn("is not a folder", done.stderr)
        self.assert_nothing_changed()

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_without_write_permission(self):
        for folder in ["results", "results/small"]:
            (self.folder / folder).chmod(0o555)
            self.addCleanup((self.folder / folder).chmod, 0o755)
            done = self.skranke("run", "small.toml", "--quiet", status=1)
            self.assertIn("Permission denied", done.stderr)
            self.assert_nothing_changed()

    def test_if_one_file_cannot_be_put_in_place_the_others_go_back(self):
        (self.folder / "other/small/summary.csv/inside").mkdir(parents=True)
        (self.folder / "other/small/result.h5").write_text("earlier")
        self.before = contents(self.folder)
        done = self.skranke("run", "small.toml", "--quiet", "--out", "other", "--replications", "2", status=1)
        self.assertIn("cannot write other/small/summary.csv: Is a directory; nothing was changed", done.stderr)
        self.assert_nothing_changed()

    def test_an_interrupt_while_the_progress_bar_runs(self):
        for number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]:
            with self.subTest(number.name):
                told = self.interrupt_a_long_run(number)
                self.assertRegex(told, r"\[#*\.*\] \d+/1000000, \d+ .* left, unmet \d+\.\d+ % \+- \d+\.\d+")
                self.assertRegex(told, r"skranke: interrupted after \d+ of 1000000 replications; \d+ finished replications are kept, and the "
                                       r"same command goes on with the next; nothing else was changed")
                self.assert_nothing_changed()

    def interrupt_a_long_run(self, number):
        """Starts a run on a terminal, sends the signal once the bar has moved; returns what was shown."""
        terminal, other_end = pty.openpty()
        process = subprocess.Popen(
            [PROGRAM, "run", "small.toml", "--replications", "1000000"], cwd=self.folder, stderr=other_end,
            env={**os.environ, "TERM": "xterm"}, preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
        os.close(other_end)
        told = b""
        try:
            while b"unmet" not in told:
                told += os.read(terminal, 4096)
            process.send_signal(number)
            while True:
                try:
                    told += os.read(terminal, 4096)
                except OSError:  # the program has closed its end
                    break
            self.assertEqual(process.wait(timeout=60), 1)
        finally:
            process.kill()
            process.wait()
            os.close(terminal)
        return told.decode("utf-8")


if __name__ == "__main__":
    unittest.main()
