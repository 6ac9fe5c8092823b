#!/usr/bin/env python3
"""A made-up country of any size, to see how the engine scales. Nothing in it is anybody's.

    synthetic_country.py FOLDER [MUNICIPALITIES]     10,000 without a number

Writes FOLDER/synthetic-N.toml and its tables: municipalities Place-00001 ... with one office each, their sizes and
layoffs drawn from Norway's below 20,000 residents, laid out in a square. The scenario is that of trondelag-2020.toml, copied beside it
without what is said of single offices, for four weeks from 2 March; shared desks grow with the residents. The same
number writes the same bytes.
"""
import csv
import random
import re
import shutil
import sys
from pathlib import Path

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
COUNTY_RESIDENTS = 468_702  # of trondelag-2020.toml, whose shared desks and lines are scaled
COUNTY_SHARED = {"contact_centre": 17, "unemployment_office": 16, "sickness_office": 7}
COUNTY_ROOM = 102
MOST_RESIDENTS = 20_000  # so that one replication of 10,000 municipalities takes minutes


def table(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def read(name):
    with open(SCENARIOS / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def models():
    """Of each municipality drawn from: residents by age, and rows of layoff applications."""
    layoffs = {}
    for row in read("layoff-applications-2020-norway.csv"):
        layoffs.setdefault(row["municipality"], []).append([row["monday"], row["applications"], row["suppressed"]])
    return [([int(row[key]) for key in ("children_0_17", "adults_18_66", "elderly_67_plus")], layoffs[row["number"]])
            for row in read("municipalities-norway.csv") if int(row["population"]) < MOST_RESIDENTS]


def municipality(i, side, ages):
    return [f"{i:04d}", f"Place-{i + 1:05d}", "00", "Synthetic", sum(ages), *ages,
            round(5 + 20 * (i % side) / side, 5), round(58 + 12 * (i // side) / side, 5)]


def base():
    """trondelag-2020.toml without the offices that differ."""
    text = (SCENARIOS / "trondelag-2020.toml").read_text(encoding="utf-8")
    return re.sub(r"# -+ offices that differ\n.*?(?=# ---)", "", text, flags=re.S)


def scenario(name, residents):
    scale = residents / COUNTY_RESIDENTS
    shared = "\n".join(f"[desk.{desk}]\npositions = {round(positions * scale)}" for desk, positions in COUNTY_SHARED.items())
    return f"""# Synthetic: made by tools/dev/synthetic_country.py to measure the engine. No place in it exists.
extends = "synthetic-base.toml"
format = 1
name = "{name}"
title = "A synthetic country"
question = "How does the engine scale?"
[time]
weeks = 4
warm_up_weeks = 0
[run]
replications = 1
[area]
county = "all"
[tables]
municipalities = "{name}-municipalities.csv"
offices = "{name}-offices.csv"
[channel.phone]
room = {round(COUNTY_ROOM * scale)}
{shared}
[surge.layoffs]
series = "{name}-layoffs.csv"
to = 2020-03-30
"""


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder, count = Path(sys.argv[1]), int((sys.argv + ["10000"])[2])
    if not 1 <= count <= 10_000:
        sys.exit("a municipality's number has four digits: 1 to 10000 municipalities")
    folder.mkdir(parents=True, exist_ok=True)
    name = f"synthetic-{count}"
    chosen = random.Random(count).choices(models(), k=count)
    rows = [municipality(i, int(count ** 0.5) + 1, ages) for i, (ages, _) in enumerate(chosen)]
    table(folder / f"{name}-municipalities.csv",
          ["number", "name", "county_number", "county", "population", "children_0_17", "adults_18_66", "elderly_67_plus",
           "lon", "lat"], rows)
    table(folder / f"{name}-offices.csv", ["office_id", "office", "municipality", "resident_share"],
          ([f"S{number}", f"Office of {place}", number, 1] for number, place, *_ in rows))
    table(folder / f"{name}-layoffs.csv", ["municipality", "monday", "applications", "suppressed"],
          ([row[0], *week] for row, (_, weeks) in zip(rows, chosen) for week in weeks))
    (folder / f"{name}.toml").write_text(scenario(name, sum(row[4] for row in rows)), encoding="utf-8")
    (folder / "synthetic-base.toml").write_text(base(), encoding="utf-8")
    (folder / "data").mkdir(exist_ok=True)
    shutil.copy(SCENARIOS / "data/holidays-norway.csv", folder / "data")
    print(folder / f"{name}.toml")


if __name__ == "__main__":
    main()
