"""Replications that are finished are never played again: whatever ends the program, the same command goes on.

    resume.test.py PROGRAM [unittest arguments]
"""
import os
import random
import re
import shutil
import signal
import struct
import subprocess
import sys
import time
import unittest

import h5py

from program import PROGRAM, Program

REPLICATIONS = 60
STARTS = int(os.environ.get("SKRANKE_STARTS", 100))  # of runs that are killed
DAMAGES = 3 * STARTS // 10  # of journals, of each kind


class Kept(Program):
    def setUp(self):
        super().setUp()
        self.hidden = self.folder / "results/.small.unfinished"
        self.journal = self.hidden / "journal"

    def start(self, *arguments, epoch=0):
        return subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                encoding="utf-8", env={**os.environ, "SOURCE_DATE_EPOCH": str(10**9 + epoch)})

    def skranke(self, *arguments, status=0, epoch=0):
        process = self.start(*arguments, epoch=epoch)
        out, told = process.communicate(timeout=300)
        self.assertEqual(process.returncode, status, f"{arguments}\n{out}\n{told}")
        self.assertNotIn("terminate called", told)
        return subprocess.CompletedProcess(arguments, status, out, told)

    def run_small(self, *more, replications=REPLICATIONS, **options):
        return self.skranke("run", "small.toml", "--replications", str(replications), *more, **options)

    def result(self, out="results"):
        return {p.name: p.read_bytes() for p in sorted((self.folder / out / "small").iterdir())}

    def from_nothing(self, *more, **options):
        """The files of a run in an empty folder, which is emptied again."""
        shutil.rmtree(self.folder / "results", ignore_errors=True)
        self.run_small(*more, **options)
        files = self.result()
        shutil.rmtree(self.folder / "results")
        return files

    def frames(self):
        """Where each frame of the journal ends, the two of its head first."""
        raw = self.journal.read_bytes() if self.journal.exists() else b""
        at, ends = len(b"skranke-journal 1\n"), []
        while at + 16 <= len(raw):
            at += struct.unpack_from("<Q", raw, at)[0] + 16
            if at <= len(raw):
                ends.append(at)
        return ends

    def unfinished(self, least=10, *more):
        """A run that is killed once its journal has some replications."""
        process = self.start("run", "small.toml", "--replications", "100000", *more)
        deadline = time.monotonic() + 60
        while len(self.frames()) < least + 2 and time.monotonic() < deadline:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return len(self.frames()) - 2


class Killed(Kept):
    def test_a_run_killed_at_any_moment_goes_on_and_its_files_are_those_of_one_that_was_not(self):
        chance, starts, results = random.Random(5), 0, 0
        began = time.monotonic()
        self.from_nothing()
        whole_s = time.monotonic() - began
        while starts < STARTS:
            shutil.rmtree(self.folder / "results", ignore_errors=True)
            epoch, begun, kept = 0, None, 0
            while not self.killed(epoch, chance.random() * whole_s):
                ends = self.frames()
                is_placed = (self.folder / "results/small/result.h5").exists()
                if begun is None and (len(ends) >= 2 or is_placed):
                    begun = epoch  # what says when the question was begun is in the journal, then in the result
                if not is_placed:
                    self.assertGreaterEqual(len(ends), kept, "a finished replication was lost")
                kept = len(ends)
                epoch += 1
            starts, results = starts + epoch + 1, results + 1
            self.assertEqual(os.listdir(self.folder / "results"), ["small"])
            self.assertEqual(self.result(), self.from_nothing(epoch=epoch if begun is None else begun))
        print(f"{starts} starts, {starts - results} of them killed, {results} results compared", file=sys.stderr)

    def killed(self, epoch, after_s):
        """Starts the run and kills it; returns whether its result was in place by then, for good."""
        process = self.start("run", "small.toml", "--replications", str(REPLICATIONS), epoch=epoch)
        try:
            process.wait(timeout=after_s)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.communicate()
        return process.returncode == 0

    def test_a_journal_cut_or_changed_at_any_byte_gives_the_same_files(self):
        chance, cases = random.Random(7), 0
        wanted = self.from_nothing()
        self.unfinished(25)
        journal = self.journal.read_bytes()
        for damage in [lambda raw: raw[:chance.randrange(len(raw))]] * DAMAGES + [lambda raw: self.changed(raw, chance)] * DAMAGES:
            shutil.rmtree(self.folder / "results")
            self.hidden.mkdir(parents=True)
            self.journal.write_bytes(damage(journal))
            whole = self.journal.stat().st_size in [0, *self.frames()]
            told = self.run_small().stderr
            self.assertEqual(self.result(), wanted)
            if not whole:
                self.assertRegex(told, r"were no whole replication: that is played again|is damaged: it is not used")
            cases += 1
        print(f"{cases} damaged journals", file=sys.stderr)

    @staticmethod
    def changed(raw, chance):
        at = chance.randrange(len(raw))
        return raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(8))]) + raw[at + 1:]

    def test_a_result_killed_between_two_of_its_files_is_completed(self):
        self.run_small(replications=20)
        earlier = self.result()
        wanted = self.from_nothing()
        self.run_small()
        self.assertEqual(self.result(), wanted)
        for file in ["report.html", "summary.csv"]:
            (self.folder / "results/small" / file).write_bytes(earlier[file])
        self.hidden.mkdir()
        (self.hidden / "summary.csv").write_bytes(wanted["summary.csv"])
        self.run_small(epoch=7)
        self.assertEqual(self.result(), wanted)
        self.assertEqual(os.listdir(self.folder / "results"), ["small"])


class Interrupted(Kept):
    def test_the_user_s_interrupt_keeps_what_is_finished_and_says_how_to_go_on(self):
        process = self.start("run", "small.toml", "--replications", "100000")
        while len(self.frames()) < 7:
            time.sleep(0.002)
        process.send_signal(signal.SIGINT)
        told = process.communicate()[1]
        self.assertEqual(process.returncode, 1)
        kept = int(re.search(r"interrupted after (\d+) of 100000 replications; \1 finished replications are kept, and the same "
                             r"command goes on with the next; nothing else was changed\n$", told)[1])
        self.assertEqual(len(self.frames()), kept + 2)
        self.assertEqual(os.listdir(self.hidden), ["journal"])
        out = self.run_small("--lang", "en", replications=kept + 5).stdout
        self.assertIn(f"{kept} of them had been played before", out)

    def test_two_at_once_is_refused_and_the_first_is_not_disturbed(self):
        first = self.start("run", "small.toml", "--replications", "400")
        while not self.journal.exists():
            time.sleep(0.002)
        told = self.run_small(status=1).stderr
        self.assertEqual(told, "skranke: cannot write results/small: another run of skranke is writing it; nothing was changed\n")
        self.assertEqual(first.communicate()[1], "")
        self.assertEqual(first.returncode, 0)

    def test_a_journal_of_another_question_is_told_and_not_trusted(self):
        cases = [("seed", ["--seed", "5"]), ("scenario", ["--set", "desk.casework.minimum=2"]), ("fingerprint", ["--fingerprint", "draws"])]
        for what, asked in cases:
            with self.subTest(what):
                wanted = self.from_nothing(*asked)
                self.unfinished()
                told = self.run_small(*asked).stderr
                self.assertEqual(told, f"skranke: an unfinished run of another {what} was here: its replications cannot be used\n")
                self.assertEqual(self.result(), wanted)

    def test_a_journal_of_another_program_or_no_journal_at_all_is_told_and_not_trusted(self):
        wanted = self.from_nothing()
        self.unfinished()
        raw = self.journal.read_bytes()
        other = self.folder / "other"
        shutil.copy(PROGRAM, other)
        with other.open("ab") as file:
            file.write(b"\0")
        done = subprocess.run([other, "run", "small.toml", "--replications", "9", "--quiet"], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr),
                         (0, "skranke: an unfinished run of another program was here: its replications cannot be used\n"))
        self.assertIn("60", self.run_small("--lang", "en").stdout.splitlines()[-1], "nor is a result of another program")
        for bytes_there in [b"", b"x", b"skranke-journal 2\n" + raw[18:], os.urandom(1000)]:
            shutil.rmtree(self.folder / "results")
            self.hidden.mkdir(parents=True)
            self.journal.write_bytes(bytes_there)
            self.assertEqual(self.run_small().stderr, "skranke: results/.small.unfinished/journal is damaged: it is not used\n")
            self.assertEqual(self.result(), wanted)

    def test_what_a_journal_goes_on_from_may_be_gone(self):
        self.run_small(replications=20)
        self.assertGreater(self.unfinished(), 0)  # begins with replication 20
        shutil.rmtree(self.folder / "results/small")
        told = self.run_small(epoch=1).stderr
        self.assertIn("goes on with replication 20, but 0 is missing: it is not used", told)
        self.assertEqual(self.result(), self.from_nothing())


class Answered(Kept):
    def test_the_same_question_is_answered_at_once_and_nothing_is_touched(self):
        first = self.run_small("--lang", "en")
        times = {p: p.stat().st_mtime_ns for p in (self.folder / "results/small").iterdir()}
        again = self.run_small("--lang", "en", "--threads", "1", epoch=99)
        self.assertIn("The question was answered before: 60 replications, made 2001-09-09T01:46:40Z. Nothing was played again", again.stdout)
        self.assertEqual(again.stdout.splitlines()[:-1], first.stdout.splitlines()[:-1])
        self.assertEqual({p: p.stat().st_mtime_ns for p in (self.folder / "results/small").iterdir()}, times)
        fresh = self.run_small("--lang", "en", "--fresh", epoch=99)
        self.assertNotIn("answered before", fresh.stdout)
        self.assertEqual(h5py.File(self.folder / "results/small/result.h5", "r").attrs["created"], "2001-09-09T01:48:19Z")

    def test_an_answer_is_told_in_the_language_that_is_asked_for(self):
        self.run_small()
        before = self.result()
        self.run_small("--lang", "en", epoch=5)
        after = self.result()
        self.assertEqual(after["result.h5"], before["result.h5"])
        self.assertIn(b'<html lang="en">', after["report.html"])
        self.run_small("--lang", "nb", epoch=6)
        self.assertEqual(self.result(), before)

    def test_more_replications_play_only_what_is_missing_and_fewer_keep_the_first(self):
        for first, then in [(20, 60), (60, 20), (60, 59), (59, 60)]:
            with self.subTest(f"{first}, then {then}"):
                wanted = self.from_nothing(replications=then)
                self.run_small(replications=first)
                out = self.run_small(replications=then).stdout
                self.assertIn(f"{min(first, then)} av dem var spilt fra før.", out)
                self.assertEqual(self.result(), wanted)

    def test_it_does_not_matter_where_the_number_of_replications_was_written(self):
        text = (self.folder / "small.toml").read_text(encoding="utf-8")
        self.skranke("run", "small.toml")  # 6
        (self.folder / "small.toml").write_text(text.replace("replications = 6", "replications = 9").replace("seed = 42", "seed = 1"), encoding="utf-8")
        out = self.skranke("run", "small.toml", "--seed", "42").stdout
        self.assertIn("6 av dem var spilt fra før.", out)
        files = self.result()
        shutil.rmtree(self.folder / "results")
        self.skranke("run", "small.toml", "--seed", "42")
        self.assertEqual(self.result(), files)

    def test_anything_else_that_differs_is_another_question(self):
        for more in [["--seed", "5"], ["--set", "desk.casework.minimum=2"], ["--fingerprint", "draws"], ["--set", "name=small"]]:
            with self.subTest(more):
                self.run_small(replications=3)
                out = self.run_small(*more, replications=3).stdout
                self.assertEqual("var besvart fra før" in out, more[-1] == "name=small")
        shutil.rmtree(self.folder / "results")
        self.run_small(replications=3)
        table = self.folder / "tables/municipalities.csv"
        table.write_text(table.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        self.assertNotIn("var besvart fra før", self.run_small(replications=3).stdout)

    def test_a_damaged_result_is_played_again(self):
        self.run_small(replications=5)
        wanted = self.result()
        file = self.folder / "results/small/result.h5"
        raw = bytearray(file.read_bytes())
        raw[len(raw) // 2] ^= 1
        file.write_bytes(raw)
        self.assertNotIn("var besvart", self.run_small(replications=5).stdout)
        self.assertEqual(self.result(), wanted)

    def test_an_answer_can_have_its_event_log(self):
        self.run_small("--event-log", "2", replications=5)
        log = self.result()["events.csv"]
        (self.folder / "results/small/events.csv").unlink()
        self.assertIn("var besvart fra før", self.run_small("--event-log", "2", replications=5).stdout)
        self.assertEqual(self.result()["events.csv"], log)


class Precise(Kept):
    ASKED = ["run", "small.toml", "--precision", "6%", "--lang", "en"]

    def attributes(self):
        with h5py.File(self.folder / "results/small/result.h5", "r") as file:
            return file.attrs["stopping"], file.attrs["replications"], file["summary/watched_precision"][()], file["summary/watched_reached"][()]

    def test_it_stops_at_the_same_replication_on_any_threads_and_after_a_kill(self):
        whole = self.skranke(*self.ASKED).stdout
        rule, replications, precision, reached = self.attributes()
        self.assertEqual(rule, "95 % half-width at most 0.06 of the value of unmet_local; 10 to 1000 replications")
        self.assertTrue(20 < replications < 1000 and reached[0] == 1 and precision[0] <= 0.06 / 1.06, (replications, precision))
        self.assertIn(f"Stopped after {replications} runs, because they were enough: unmet, local services", whole)
        files = self.result()
        self.assertIn(f"Stopped after {replications} runs", files["report.html"].decode())
        self.assertIn(f"Stopped after {replications} runs", files["summary.csv"].decode())
        self.assertIn("answered before", self.skranke(*self.ASKED, epoch=9).stdout)
        self.assertEqual(self.result(), files)
        for threads in ["1", "7"]:
            shutil.rmtree(self.folder / "results")
            self.skranke(*self.ASKED, "--threads", threads)
            self.assertEqual(self.attributes()[1], replications)
        shutil.rmtree(self.folder / "results")
        process = self.start(*self.ASKED)
        while len(self.frames()) < 12 and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.skranke(*self.ASKED, epoch=3)
        self.assertEqual(self.result(), files)

    def test_more_precision_plays_only_what_is_missing_and_a_limit_is_told_plainly(self):
        self.skranke(*self.ASKED)
        first = self.attributes()[1]
        out = self.skranke("run", "small.toml", "--precision", "0.05", "--lang", "en").stdout
        self.assertIn(f"{first} of them had been played before.", out)
        out = self.skranke("run", "small.toml", "--precision", "0.1pp", "--precision-of", "unmet_local,unmet_all@5001", "--max-replications", "30",
                           "--lang", "en").stdout
        self.assertIn("Not as precise as asked for. Stopped at the limit of 30 runs: unmet, local services is known to within", out)
        self.assertIn("asked for: 0.10 percentage points", out)
        self.assertEqual((self.attributes()[1], list(self.attributes()[3])), (30, [0, 0]))

    def test_what_cannot_be_meant_is_told_with_what_would_be_right(self):
        for asked, said in [(["--precision", "5"], "not a half-width such as 5% or 0.05"), (["--precision", "-1%"], "not a half-width"),
                            (["--precision", "5%", "--replications", "3"], "one or the other"),
                            (["--max-replications", "40"], "only with --precision"), (["--precision-of", "unmet_local"], "only with --precision"),
                            (["--precision", "5%", "--precision-of", "unmet_locl"], "did you mean unmet_local?"),
                            (["--precision", "5%", "--precision-of", "unmet_local@99"], "of one municipality, as in unmet_local@0301"),
                            (["--precision", "2h"], "is a share"), (["--precision", "1pp", "--precision-of", "access_local"], "is a time"),
                            (["--precision", "5%", "--max-replications", "3"], "from 10 to")]:
            with self.subTest(asked):
                told = self.skranke("run", "small.toml", *asked, status=2).stderr
                self.assertIn(said, told)
                self.assertFalse((self.folder / "results").exists())


if __name__ == "__main__":
    unittest.main()
