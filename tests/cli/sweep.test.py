"""skranke sweep: how the answer depends on the assumptions, from outside.

    sweep.test.py PROGRAM [unittest arguments]
"""
import os
import signal
import subprocess
import time
import unittest

import h5py
import numpy

from program import PROGRAM, Program

RESULT = ["report.html", "sweep.csv", "sweep.h5"]
SPEED = "desk.casework.per_1000_adults=0.2:1.0"
ROOM = "channel.phone.room=1:20"
MEASURES = ["unmet_rate", "unmet_rate_state", "unmet_people", "on_time_share", "access_mean", "handling_mean"]


def texts(dataset):
    return [value.decode() for value in dataset]


class Sweep(Program):
    def sweep(self, *arguments, status=0):
        return self.skranke("sweep", "small.toml", "--lang", "en", *arguments, status=status)

    def result(self, out="results"):
        return h5py.File(self.folder / out / "sweep-small/sweep.h5", "r")

    def varied(self, *keys):
        return [argument for key in keys for argument in ("--vary", key)]


class GoodUse(Sweep):
    def test_without_options_every_marked_number_is_moved_to_both_ends(self):
        done = self.sweep()
        self.assertEqual(sorted(os.listdir(self.folder / "results/sweep-small")), RESULT)
        self.assertIn("Financial assistance: needs a week per 1,000 residents", done.stdout)
        with self.result() as file:
            self.assertEqual(texts(file["factor"]), ["service.financial.per_1000_week"])
            self.assertEqual(file["value"][:, 0].tolist(), [3.6, 2, 5])
            self.assertEqual(texts(file["why"]), ["Made up for the tests."])
            self.assertEqual(file["numerator"].shape, (3, 5, 1, len(MEASURES)))

    def test_a_point_is_the_run_that_set_makes(self):
        self.sweep(*self.varied(SPEED), "--replications", "3", "--seed", "9")
        self.skranke("run", "small.toml", "--quiet", "--replications", "3", "--seed", "9", "--set", "desk.casework.per_1000_adults=0.2")
        with self.result() as file, h5py.File(self.folder / "results/small/result.h5") as run:
            part = texts(run["summary/part"]).index("local")
            alone = run["summary/unmet_rate_by_part"][0, part]
            point = file["answer"][1, 0, MEASURES.index("unmet_rate")]
            numpy.testing.assert_allclose(point, alone, rtol=1e-12)
            self.assertNotEqual(point[0], file["answer"][0, 0, 0][0])

    def test_effects_are_differences_among_the_same_people_and_named_with_units(self):
        done = self.sweep(*self.varied(SPEED, ROOM, "all"), "--outcome", "handling_mean")
        with self.result() as file:
            answer = file["answer"][:, 0, MEASURES.index("handling_mean"), 0]
            for f in range(3):
                for name, point in (("effect_low", 1 + 2 * f), ("effect_high", 2 + 2 * f)):
                    effect = file[name][0, MEASURES.index("handling_mean"), f]
                    self.assertAlmostEqual(effect[0], answer[point] - answer[0], places=6)
                    self.assertLessEqual(effect[1], effect[0])
        lines = done.stdout.splitlines()
        self.assertTrue(lines[1].startswith("The answer depends most on “Casework: staff per 1,000 adults”: between "), lines[1])
        self.assertIn("(at 0.2 positions)", lines[1])
        self.assertIn("days", lines[1])

    def test_municipalities_are_told_apart(self):
        done = self.sweep("--municipality", "5001", "--municipality", "Vik")
        with self.result() as file:
            self.assertEqual(texts(file["place"]), ["", "5001", "0301"])
            people = file["numerator"][:, :, :, MEASURES.index("unmet_people")]
            self.assertTrue((people[:, :, 0] >= people[:, :, 1] + people[:, :, 2]).all())
        self.assertIn("Vik", done.stdout)

    def test_every_design_leaves_its_points_and_what_it_makes_of_them(self):
        made = {"one-at-a-time": (5, [], ["effect_low", "effect_high"]), "grid": (10, [], ["rank_correlation"]),
                "lhs": (9, ["--points", "8"], ["rank_correlation"]), "sobol": (9, ["--points", "8"], ["rank_correlation"]),
                "morris": (13, ["--points", "4"], ["mu_star", "mu", "sigma", "noise"]),
                "saltelli": (17, ["--points", "4"], ["first_order", "total"])}
        for design, (points, more, tables) in made.items():
            self.sweep(*self.varied(SPEED, ROOM), "--design", design, "--replications", "2", *more, "--out", design)
            with self.result(design) as file:
                self.assertEqual(file["position"].shape, (points, 2), design)
                self.assertTrue(numpy.isnan(file["position"][0]).all())
                for table in tables:
                    self.assertEqual(file[table].shape[:3], (1, len(MEASURES), 2), table)
                self.assertEqual("variance" in file, design != "one-at-a-time")
                self.assertEqual(file.attrs["design"], design)
            rows = (self.folder / design / "sweep-small/sweep.csv").read_text(encoding="utf-8-sig").split("\n\n")[0].splitlines()
            self.assertEqual(len(rows), points + 1, design)

    def test_a_list_of_values_makes_a_grid(self):
        self.sweep(*self.varied("channel.phone.room=1,5,20", SPEED), "--replications", "1")
        with self.result() as file:
            self.assertEqual(file.attrs["design"], "grid")
            self.assertEqual(sorted({row[0] for row in file["value"][1:].tolist()}), [1, 5, 20])
            self.assertEqual(sorted({round(row[1], 9) for row in file["value"][1:].tolist()}), [0.2, 0.6, 1.0])

    def test_a_share_can_be_varied_though_its_table_must_add_up_to_1(self):
        self.sweep(*self.varied("service.financial.group_share.most=0.5:0.9"))
        with self.result() as file:
            self.assertEqual(file["value"][1:, 0].tolist(), [0.5, 0.9])

    def test_any_number_of_threads_gives_the_same_bytes(self):
        for threads in ["1", "2", "3"]:
            self.sweep(*self.varied(SPEED, ROOM), "--design", "morris", "--points", "3", "--replications", "2", "--threads", threads,
                       "--out", threads)
        for threads in ["2", "3"]:
            for name in ["sweep.csv", "report.html"]:
                self.assertEqual(self.without_origin("1", name), self.without_origin(threads, name), name)
            with self.result("1") as a, self.result(threads) as b:
                self.assertEqual(a.attrs["fingerprint"], b.attrs["fingerprint"])
                self.assertEqual(list(a), list(b))
                for name in a:
                    self.assertEqual(a[name][()].tobytes() if a[name].dtype != object else texts(a[name]),
                                     b[name][()].tobytes() if b[name].dtype != object else texts(b[name]), name)

    def without_origin(self, out, name):
        lines = (self.folder / out / "sweep-small" / name).read_text(encoding="utf-8").splitlines()
        return [line for line in lines if "--threads" not in line and not line.startswith("# 2") and "<dt>" not in line]

    def test_another_seed_gives_another_design(self):
        for seed in ["1", "2"]:
            self.sweep(*self.varied(SPEED), "--design", "lhs", "--points", "5", "--replications", "1", "--seed", seed, "--out", seed)
        with self.result("1") as a, self.result("2") as b:
            self.assertFalse((a["position"][1:] == b["position"][1:]).any())

    def test_results_say_where_they_come_from(self):
        self.sweep("--replications", "2", "--set", "time.weeks=2")
        with self.result() as file:
            self.assertEqual(file.attrs["command"], "skranke sweep small.toml --lang en --replications 2 --set time.weeks=2")
            self.assertEqual((file.attrs["seed"], file.attrs["replications"]), (42, 2))
            self.assertIn("time.weeks = 2", file.attrs["scenario_text"])
            self.assertRegex(file.attrs["scenario_hash"], "^[0-9a-f]{16}$")
            self.assertIn("tables/municipalities.csv", texts(file["input"]))
        self.assertIn("# Seed: 42, replications: 2", (self.folder / "results/sweep-small/sweep.csv").read_text(encoding="utf-8"))

    def test_what_cannot_be_varied_is_named(self):
        text = (self.folder / "small.toml").read_text(encoding="utf-8")
        text = text.replace("absence = 0.07", 'absence = {value = 0.07, basis = "sourced", why = "counted"}')
        (self.folder / "small.toml").write_text(text, encoding="utf-8")
        self.sweep()
        with self.result() as file:
            self.assertEqual(list(zip(texts(file["left_out"]), texts(file["left_out_why"]))), [("desk.casework.absence", "has no range")])


class BadUse(Sweep):
    def refused(self, *arguments):
        done = self.sweep(*arguments, status=2)
        self.assertFalse((self.folder / "results").exists())
        return done.stderr

    def test_every_mistake_is_told_at_once_with_what_would_be_right(self):
        told = self.refused(*self.varied("desk.caswork.absence=0:0.1", "desk.casework.absence=0.1:1.5", "channel.phone.room=20:2",
                                         "channel.phone.room=few", "channel.phone.hours=1:2", "service.emergency", "run.seed=1:3",
                                         "=4", "service.finansial"))
        for line in ["--vary: desk.caswork.absence: unknown key (nearest: desk.casework.absence)",
                     "--vary: desk.casework.absence=1.5: needs a probability from 0 to 1",
                     "--vary: channel.phone.room=20:2: needs the lower end first, LOW:HIGH",
                     "--vary: channel.phone.room=few: \"few\" is not a number",
                     "--vary: channel.phone.hours: is not a number",
                     "--vary: run.seed: is the same at every point (--seed)",
                     "9 errors; nothing was run or written"]:
            self.assertIn(line, told)
        self.assertEqual(told.count("nearest"), 2, told)

    def test_a_number_without_a_range_asks_for_one_and_says_what_it_is(self):
        told = self.refused(*self.varied("desk.casework.absence"))
        self.assertIn("needs one, as in desk.casework.absence=LOW:HIGH (it is 0.07)", told)

    def test_options_that_do_not_fit_the_design_are_refused(self):
        for arguments, expected in [
                (["--design", "moris"], "not one of grid, lhs, morris, one-at-a-time, saltelli, sobol"),
                (["--points", "5"], "follows from the factors"),
                (["--levels", "4"], "for grid and morris"),
                (["--design", "morris", "--levels", "3"], "even number"),
                (["--design", "lhs", *self.varied("channel.phone.room=1,2")], "a list of values is for --design grid"),
                (["--design", "grid", "--levels", "1000", *self.varied(SPEED, ROOM, "time.weeks=1:3")], "more than 1000000 points"),
                (["--municipality", "Nowhere"], "--municipality Nowhere"),
                (["--outcome", "unmet"], "unmet_rate")]:
            self.assertIn(expected, self.refused(*arguments))

    def test_a_point_that_is_no_scenario_is_found_before_anything_runs(self):
        told = self.refused("--design", "grid", "--levels", "2", *self.varied("appointments.lead_days=1:9", "appointments.longest_lead_days=5:12"))
        self.assertRegex(told, "point [0-9]+ of the design is no scenario: appointments")

    def test_a_scenario_that_marks_nothing_says_what_to_do(self):
        text = (self.folder / "small.toml").read_text(encoding="utf-8")
        (self.folder / "small.toml").write_text(
            text.replace('{value = 3.6, range = [2.0, 5.0], basis = "assumption", why = "Made up for the tests."}', "3.6"), encoding="utf-8")
        self.assertIn("--vary KEY=LOW:HIGH names one", self.refused())

    def test_a_missing_or_broken_scenario_is_reported_as_by_check(self):
        self.assertIn("cannot be read", self.skranke("sweep", "none.toml", status=2).stderr)
        self.assertIn("time.weeks", self.skranke("sweep", "small.toml", "--set", "time.weeks=0", status=2).stderr)


    def test_a_sweep_is_not_taken_for_the_result_of_a_run(self):
        self.sweep("--replications", "1")
        told = self.skranke("info", "results/sweep-small/sweep.h5", status=2).stderr
        self.assertIn("is a sweep, not the result of a run", told)


class Failures(Sweep):
    def test_interrupted_it_leaves_nothing_and_an_earlier_result_as_it_was(self):
        self.sweep("--replications", "2")
        before = (self.folder / "results/sweep-small/sweep.h5").read_bytes()
        process = subprocess.Popen([PROGRAM, "sweep", "small.toml", "--replications", "100000", "--threads", "2"], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        while not (self.folder / "results/.sweep-small.unfinished").exists():
            self.assertIsNone(process.poll())
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, told)
        self.assertIn("nothing was changed", told)
        self.assertEqual(os.listdir(self.folder / "results"), ["sweep-small"])
        self.assertEqual((self.folder / "results/sweep-small/sweep.h5").read_bytes(), before)

    def test_a_place_that_cannot_be_written_is_found_before_the_work(self):
        (self.folder / "file").write_text("")
        told = self.sweep("--out", "file", status=1).stderr
        self.assertIn("cannot write", told)


if __name__ == "__main__":
    unittest.main()
