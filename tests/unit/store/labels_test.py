"""A result opens with its labels, units and dimensions in h5py, xarray, netCDF4 and h5dump.

usage: labels_test.py MAKE_RESULT    (the program that writes the made-up experiment)
"""

import math
import os
import subprocess
import sys
import tempfile
import unittest

import h5py
import netCDF4
import numpy
import xarray

MAKE_RESULT = sys.argv.pop(1)


class Labels(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = os.path.join(cls.folder.name, "result.h5")
        subprocess.run([MAKE_RESULT, cls.path], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def datasets(self, file):
        found = []
        file.visititems(lambda _, item: found.append(item) if isinstance(item, h5py.Dataset) else None)
        return found

    def test_every_dataset_has_units_a_long_name_and_labelled_dimensions(self):
        with h5py.File(self.path) as file:
            found = self.datasets(file)
            self.assertGreater(len(found), 60)
            for dataset in found:
                with self.subTest(dataset.name):
                    self.assertTrue(dataset.attrs["units"])
                    self.assertGreater(len(dataset.attrs["long_name"]), 3)
                    if h5py.h5ds.is_scale(dataset.id):
                        continue
                    for dimension, size in zip(dataset.dims, dataset.shape):
                        self.assertEqual(len(dimension), 1)
                        self.assertEqual(dimension[0].shape, (size,))

    def test_the_file_says_where_it_comes_from(self):
        with h5py.File(self.path) as file:
            self.assertEqual(file.attrs["Conventions"], "CF-1.10")
            self.assertEqual(file.attrs["title"], "A made-up county")
            self.assertEqual(file.attrs["scenario_name"], "made-up")
            self.assertTrue(file.attrs["scenario_text"].startswith('name = "made-up"\n'))
            self.assertGreater(len(file.attrs["scenario_text"]), 100_000)
            self.assertEqual(file.attrs["scenario_hash"], "0123456789abcdef")
            self.assertEqual(file.attrs["fingerprint"], "0123456789abcdef")
            self.assertEqual(file.attrs["fingerprint_strength"], "events")
            self.assertEqual(file.attrs["seed"], 0xFEDCBA9876543210)
            self.assertEqual(file.attrs["replications"], 3)
            for name in ("version", "git", "command", "created"):
                self.assertTrue(file.attrs[name])

    def test_order_of_creation_is_kept(self):
        tracked = h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED
        with h5py.File(self.path) as file:
            for group in (h5py.Group(h5py.h5g.open(file.id, b"/")), file["summary"], file["assumptions"]):
                self.assertEqual(group.id.get_create_plist().get_link_creation_order(), tracked)
                self.assertEqual(group.id.get_create_plist().get_attr_creation_order(), tracked)
            self.assertEqual(file["born"].id.get_create_plist().get_attr_creation_order(), tracked)

    def check_replications(self, engine):
        with xarray.open_dataset(self.path, engine=engine) as data:
            cell = data.unmet.sel(municipality="0303", service="service_1", group="group_0", reason="left_queue")
            self.assertEqual(cell.dims, ("replication",))
            self.assertEqual(cell.values.tolist(), [1000, 1001, 1002])
            self.assertEqual(str(data.municipality_name.sel(municipality="0302").values), "Sør-Øvre 2")
            self.assertIn("municipality_name", data.born.coords)
            self.assertEqual(data.week.values[1], numpy.datetime64("2020-03-09"))
            week = data.weekly_open_cases.sel(municipality="0302", system="state", week="2020-03-30")
            self.assertEqual(week.values.ravel().tolist(), [77, 77, 77])
            busy = data.desk_busy.sel(desk="3/casework", week="2020-03-16")
            self.assertEqual(busy.attrs["units"], "us")
            self.assertEqual(busy.values.ravel().tolist(), [-5_000_000_000] * 3)
            self.assertEqual(str(busy.desk_site.values), "NAV Værnes 3")
            bins = data.duration_count.sel(municipality="0301", service="service_1", duration="handling", replication=1)
            self.assertEqual(int(bins.sel(duration_bin=40)), 1)
            self.assertEqual(int(bins.sum()), 1)
            self.assertEqual(data.duration_bin.attrs["units"], "min")
            self.assertEqual(data.channel.values.tolist(), [
                "digital", "phone", "drop_in", "appointment", "office_phone", "outreach"])

    def test_xarray_selects_by_label_through_h5netcdf(self):
        self.check_replications("h5netcdf")

    def test_xarray_selects_by_label_through_netcdf4(self):
        self.check_replications("netcdf4")

    def test_the_summary_is_labelled_and_has_gaps_where_there_is_no_value(self):
        for engine in ("h5netcdf", "netcdf4"):
            with self.subTest(engine), xarray.open_dataset(self.path, engine=engine, group="summary") as data:
                self.assertEqual(float(data.unmet_rate.sel(place="all")), 0.25)
                self.assertTrue(math.isnan(float(data.unmet_rate.sel(place="0302"))))
                self.assertEqual(float(data.holds.sel(place="0303", head="sufficient")), 11)
                self.assertEqual(str(data.place_name.sel(place="0301").values), "Sør-Øvre 1")
                self.assertEqual(data.open_cases.sel(week="2020-03-30", place="all").values.ravel().tolist(), [2.5])

    def test_assumptions_are_found_by_key(self):
        for engine in ("h5netcdf", "netcdf4"):
            with self.subTest(engine), xarray.open_dataset(self.path, engine=engine, group="assumptions") as data:
                row = data.sel(key="channels.phone.talk_min")
                self.assertEqual((float(row.value), float(row.low), float(row.high)), (15, 7.5, 30))
                self.assertEqual((str(row.unit.values), str(row.basis.values)), ("min", "assumption"))
                self.assertEqual(str(row.why.values), "nobody counts it")

    def test_netcdf4_sees_named_dimensions_of_which_replication_grows(self):
        with netCDF4.Dataset(self.path) as data:
            self.assertEqual(data["born"].dimensions, ("replication", "municipality", "service", "group"))
            self.assertTrue(data.dimensions["replication"].isunlimited())
            self.assertFalse(data.dimensions["week"].isunlimited())

    def test_h5dump_lists_the_file(self):
        listed = subprocess.run(["h5dump", "-H", self.path], check=True, capture_output=True, text=True)
        self.assertIn('DATASET "born"', listed.stdout)
        self.assertIn('GROUP "assumptions"', listed.stdout)
        self.assertEqual(listed.stderr, "")


if __name__ == "__main__":
    unittest.main()
