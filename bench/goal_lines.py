"""One line a goal: name, value, unit, goal, and the distance to it (1 or more = reached).

Called by bench/compare: goal_lines.py GOALS SKRANKE SCENARIO RESULT.json...
"""

import csv
import json
import resource
import statistics
import subprocess
import sys
import time

RUN_REPLICATIONS = 10


def rates(files):
    """Median of each bench's rate, and of its further counters, by name."""
    runs = {}
    for file in files:
        with open(file, encoding="utf-8") as text:
            for run in json.load(text)["benchmarks"]:
                if run["run_type"] != "iteration":
                    continue
                name = run["name"].replace("/real_time", "")
                runs.setdefault(name, []).append(run["items_per_second"])
                for counter in ("events", "events_a_cpu_second", "persons"):
                    if counter in run:
                        runs.setdefault(f"{name} {counter}", []).append(run[counter])
    return {name: statistics.median(values) for name, values in runs.items()}


def whole_run(skranke, scenario):
    """Wall time of a hundred replications with all files written, and the most memory held."""
    begin = time.monotonic()
    subprocess.run(
        [skranke, "run", scenario, "--replications", str(RUN_REPLICATIONS), "--threads", "2", "--out", "run", "--quiet"],
        check=True, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - begin
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"run/100 replications": seconds * 100 / RUN_REPLICATIONS, "run/peak memory": kilobytes * 1024 / 1e6}


def value_of(name, measured):
    if " : " in name:
        above, below = name.split(" : ")
        return measured[above] / measured[below]
    return measured[name]


def main(goals, skranke, scenario, *files):
    measured = rates(files) | whole_run(skranke, scenario)
    with open(goals, encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    without_goal = set(measured) - {row["name"] for row in rows}
    if without_goal:
        sys.exit(f"goals.csv has no line for: {', '.join(sorted(without_goal))}")

    print(f"{'bench':38} {'value':>10} {'unit':16} {'goal':>12} {'reached':>8}")
    for row in rows:
        value = value_of(row["name"], measured) / (1e6 if row["unit"].startswith("M ") else 1)
        goal, reached = "-", "-"
        if row["goal"]:
            less = row["better"] == "less"
            goal = f"{'at most ' if less else ''}{float(row['goal']):g}"
            distance = float(row["goal"]) / value if less else value / float(row["goal"])
            reached = f"{distance:.2f}"
        print(f"{row['name']:38} {value:10.4g} {row['unit']:16} {goal:>12} {reached:>8}")


main(*sys.argv[1:])
