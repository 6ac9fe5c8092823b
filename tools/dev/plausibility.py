#!/usr/bin/python3
"""Prints what a run means in the figures that offices know, as Markdown: volumes, occupancy, waits, unmet needs.

    tools/dev/plausibility.py county RESULT.h5     the whole area, by service, channel and desk
    tools/dev/plausibility.py offices RESULT.h5    a row per office
    tools/dev/plausibility.py weeks RESULT.h5      a row per week
    tools/dev/plausibility.py worst RESULT.h5      the ten municipalities with the most unmet local need, the groups, and why
    tools/dev/plausibility.py facts NORMAL.h5 SPRING.h5 DECISIONS.h5   the model beside what is known
    tools/dev/plausibility.py fill NOTE.md         makes every table of a note again, in place

Everything is a mean over the replications of the file. In a note, a table stands between a line
`<!-- VIEW RESULT.h5 ... -->`, which is the command that makes it, and a line `<!-- end -->`. Needs Debian's python3-h5py.
"""
import contextlib
import datetime
import io
import re
import sys

import h5py
import numpy as np

HOUR_US = 3600e6
DAY_US = 24 * HOUR_US
DURATIONS = {"access": 0, "handling": 1, "total": 2}


class Result:
    """A result file: its variables as means over replications, its labels as lists."""

    def __init__(self, path):
        self.file = h5py.File(path, "r")
        self.weeks = len(self.file["week"])

    def monday(self, week):
        unit = self.file["week"].attrs["units"]
        start = (unit.decode() if isinstance(unit, bytes) else str(unit)).split()[2]
        return (datetime.date.fromisoformat(start) + datetime.timedelta(days=7 * int(week))).strftime("%-d %B")

    def mean(self, name):
        return np.asarray(self.file[name]).astype(float).mean(axis=0)

    def labels(self, name):
        return [value.decode() if isinstance(value, bytes) else str(value) for value in self.file[name][()]]

    def quantile_days(self, counts, part):
        """Of a row of duration bins: the upper end of the bin that holds the quantile, in days."""
        if counts.sum() == 0:
            return float("nan")
        ends = np.append(self.file["duration_bin"][1:], self.file["duration_bin"][-1])
        return ends[np.searchsorted(np.cumsum(counts), part * counts.sum())] / 1440


def ratio(above, below):
    return np.divide(above, below, out=np.full(np.shape(below), np.nan), where=np.asarray(below) > 0)


def table(heads, rows):
    print("| " + " | ".join(heads) + " |\n|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(cell if isinstance(cell, str) else f"{cell:.3g}" if cell < 100 else f"{cell:.0f}" for cell in row) + " |")
    print()


def local_services(result):
    return np.array([system == "local" for system in result.labels("service_system")])


def unmet_by_service(result):
    unmet = result.mean("unmet").sum(axis=(0, 2))  # service x reason
    settled = (result.mean("met_on_time") + result.mean("met_late")).sum(axis=(0, 2)) + unmet.sum(axis=1)
    return unmet, settled


def print_services(result):
    unmet, settled = unmet_by_service(result)
    reasons = result.labels("reason")
    bins = result.mean("duration_count").sum(axis=0)
    sums = {name: result.mean(name + "_sum").sum(axis=(0, 2)) for name in DURATIONS}
    counts = {name: result.mean(name + "_count").sum(axis=(0, 2)) for name in DURATIONS}
    on_time, late = (result.mean(name).sum(axis=(0, 2)) for name in ("met_on_time", "met_late"))
    rows = []
    for s, service in enumerate(result.labels("service")):
        first = np.argsort(-unmet[s])[:2]
        rows.append([service, result.mean("born").sum(axis=(0, 2))[s] / result.weeks,
                     1440 * result.quantile_days(bins[s, DURATIONS["access"]], 0.5), 24 * result.quantile_days(bins[s, DURATIONS["access"]], 0.9),
                     ratio(sums["handling"], counts["handling"])[s] / DAY_US, ratio(sums["total"], counts["total"])[s] / DAY_US,
                     result.quantile_days(bins[s, DURATIONS["total"]], 0.9), 100 * ratio(on_time, on_time + late)[s],
                     100 * ratio(unmet.sum(axis=1), settled)[s],
                     ", ".join(f"{reasons[r]} {100 * unmet[s, r] / settled[s]:.1f}" for r in first if unmet[s, r] > 0)])
    table(["service", "needs a week", "access p50, min", "p90, hours", "handling mean, days", "total mean, days", "total p90",
           "of the met, on time %", "unmet %", "main reasons, %"], rows)


def print_channels(result):
    rows = []
    for c, channel in enumerate(result.labels("channel")):
        of = {name: result.mean("channel_" + name)[:, c].sum() for name in
              ("attempts", "reached", "closed", "blocked", "left", "missed", "enquiries", "wait_count", "wait_sum")}
        if of["attempts"] == 0:
            continue
        rows.append([channel, of["attempts"] / result.weeks, of["enquiries"] / result.weeks] +
                    [100 * of[name] / of["attempts"] for name in ("reached", "closed", "blocked", "left", "missed")] +
                    [of["wait_sum"] / max(of["wait_count"], 1) / 60e6])
    table(["channel", "attempts a week", "of them enquiries", "reached %", "closed %", "full %", "left %", "callback missed %", "wait, min"], rows)


def desk_rows(result, pick):
    of = {name: result.mean("desk_" + name)[pick].sum(axis=-1) for name in ("arrived", "started", "left", "wait", "busy", "staffed")}
    return of


def print_desks(result):
    rows = []
    kinds = np.array(result.labels("desk_kind"))
    for kind in dict.fromkeys(kinds):
        of = desk_rows(result, kinds == kind)
        each = ratio(of["busy"], of["staffed"])
        rows.append([kind, float((kinds == kind).sum()), of["started"].sum() / result.weeks,
                     of["staffed"].sum() / result.weeks / HOUR_US, of["busy"].sum() / of["staffed"].sum(),
                     np.nanmin(each), np.nanmax(each), of["wait"].sum() / of["started"].sum() / HOUR_US])
    table(["desk", "how many", "served a week", "staff hours a week", "occupancy", "least", "most", "mean wait, hours"], rows)


def print_offices(result):
    kinds, sites = np.array(result.labels("desk_kind")), np.array(result.labels("desk_site"))
    rows = []
    for site in dict.fromkeys(sites[kinds == "casework"]):
        row = [site]
        for kind in ("reception", "duty_phone", "casework"):
            of = desk_rows(result, (sites == site) & (kinds == kind))
            row += [of["started"].sum() / result.weeks, ratio(of["busy"], of["staffed"]).item()]
        row += [of["wait"].sum() / of["started"].sum() / HOUR_US, result.mean("desk_backlog")[(sites == site) & (kinds == "casework")].max()]
        rows.append(row)
    table(["office", "at the reception a week", "occupancy", "duty phone a week", "occupancy", "casework turns a week", "occupancy",
           "wait for a caseworker, hours incl. nights", "most cases in line at a week's end"], rows)


def print_weeks(result):
    kinds = np.array(result.labels("desk_kind"))
    desk = {name: result.mean("desk_" + name) for name in ("arrived", "started", "left", "refused", "wait", "busy", "staffed", "backlog")}
    pick = {kind: kinds == kind for kind in dict.fromkeys(kinds)}
    of = lambda name, kind: desk[name][pick[kind]].sum(axis=0)
    open_cases, unmet, settled, born = (result.mean("weekly_" + name).sum(axis=0) for name in ("open_cases", "unmet", "settled", "born"))
    calls = of("arrived", "contact_centre") + of("refused", "contact_centre")
    rows = [[result.monday(w), calls[w], of("started", "contact_centre")[w], 100 * (of("left", "contact_centre") + of("refused", "contact_centre"))[w] / calls[w],
             (of("wait", "contact_centre") / of("started", "contact_centre"))[w] / 60e6, (of("busy", "contact_centre") / of("staffed", "contact_centre"))[w],
             born[1, w], settled[1, w] - unmet[1, w], (of("busy", "unemployment_office") / of("staffed", "unemployment_office"))[w],
             open_cases[1, w], of("started", "reception")[w],
             (of("busy", "casework") / of("staffed", "casework"))[w], open_cases[0, w], 100 * unmet[0, w] / max(settled[0, w], 1)]
            for w in range(result.weeks)]
    table(["week from", "calls", "answered", "lost %", "wait, min", "agents busy", "state needs", "met", "benefit caseworkers busy", "open state cases",
           "at receptions", "caseworkers busy", "open local cases", "of the local needs that ended, unmet %"], rows)


def print_worst(result):
    local = local_services(result)
    unmet = result.mean("unmet")[:, local].sum(axis=(1, 2))  # municipality x reason
    settled = (result.mean("met_on_time") + result.mean("met_late"))[:, local].sum(axis=(1, 2)) + unmet.sum(axis=1)
    names, people = result.labels("municipality_name"), np.asarray(result.file["municipality_population"])
    reasons = result.labels("reason")
    rate = ratio(unmet.sum(axis=1), settled)
    rows = [[names[m], people[m], settled[m], 100 * rate[m]] + [f"{100 * value:.2f}" for value in unmet[m] / settled[m]] for m in np.argsort(-rate)[:10]]
    table(["municipality", "residents", "local needs settled", "unmet %"] + reasons, rows)
    groups = result.labels("group")
    by_group = result.mean("unmet")[:, local].sum(axis=(0, 1))
    met = (result.mean("met_on_time") + result.mean("met_late"))[:, local].sum(axis=(0, 1))
    table(["group", "local needs settled", "unmet %"] + reasons,
          [[groups[g], met[g] + by_group[g].sum(), 100 * by_group[g].sum() / (met[g] + by_group[g].sum())] +
           [f"{100 * value:.2f}" for value in by_group[g] / (met[g] + by_group[g].sum())] for g in range(len(groups))])


def facts_rows(normal, spring, decisions):
    """Rows of: what, the model, what is known, whether the model was fitted to it."""
    services, channels, kinds = normal.labels("service"), normal.labels("channel"), np.array(normal.labels("desk_kind"))
    county_share = 0.078  # of the nation's applications, dp-county-share-2020-03
    people = np.asarray(normal.file["municipality_population"]).sum()

    def needs(service):
        return normal.mean("born").sum(axis=(0, 2))[services.index(service)] / normal.weeks

    def attempts(channel):
        return normal.mean("channel_attempts")[:, channels.index(channel)].sum() / normal.weeks

    def days(service, name, result=normal):
        s = services.index(service)
        return result.mean(name + "_sum").sum(axis=(0, 2))[s] / result.mean(name + "_count").sum(axis=(0, 2))[s] / DAY_US

    def busy(kind):
        of = desk_rows(normal, kinds == kind)
        return of["busy"].sum() / of["staffed"].sum()

    def weekly(result, name, system):
        return result.mean("weekly_" + name).sum(axis=0)[system]

    def at_desk(result, name, kind):
        return result.mean("desk_" + name)[kinds == kind].sum(axis=0)

    calls = at_desk(spring, "arrived", "contact_centre") + at_desk(spring, "refused", "contact_centre")
    answered = at_desk(spring, "started", "contact_centre")
    # Duplicates, a tenth of the applications, are settled at the contact and are no decisions.
    decided = (weekly(decisions, "settled", 1) - weekly(decisions, "unmet", 1) - 0.1 * weekly(decisions, "born", 1)) / county_share
    open_cases = weekly(decisions, "open_cases", 1)
    usual = open_cases[0]
    back = next((w for w in range(10, spring.weeks) if open_cases[w] < 2.5 * usual), None)
    local_cases = weekly(spring, "open_cases", 0)
    thousand = lambda value: f"{1000 * round(value / 1000):.0f}"
    return [
        ["**An ordinary year**", "", "", ""],
        ["unemployment-benefit applications a week", f"{needs('unemployment_benefit'):.0f}", "256 (dp-county-year-2019); from March to August with its holidays a little less", "input"],
        ["social-assistance applications a week, emergencies included", f"{needs('financial_assistance') + needs('emergency_assistance'):.0f}", "1,700 (1,200-2,300), from recipients", "input"],
        ["calls offered a week, redials included", f"{attempts('phone'):.0f}", "3,000 (2,200-4,300), half or less of spring", "fitted"],
        ["visits at the door a week and 1,000 residents", f"{attempts('drop_in') / people * 1000:.1f}", "no count", "-"],
        ["financial assistance, application to decision, days", f"{days('financial_assistance', 'total'):.1f}", "7.4-10.2 (ht-stavanger-mean-*)", "fitted"],
        ["unemployment benefit, days", f"{days('unemployment_benefit', 'total'):.1f}", "17 (15-19, bl-no-handling-days-normal)", "fitted"],
        ["unemployment cases open", f"{weekly(decisions, 'open_cases', 1)[0]:.0f}", "975 (780-1,170) in the wide sense, all parked cases in (bl-no-stock-normal x 7.8 %); 620 by 17 days x applications", "partly fitted"],
        ["local caseworkers busy, share of net hours", f"{busy('casework'):.2f}", "no count; neither idle nor drowning", "fitted"],
        ["agents busy", f"{busy('contact_centre'):.2f}", "no count", "fitted"],
        ["**Spring 2020**", "", "", ""],
        ["applications for unemployment benefit, 16-22 March", f"{weekly(decisions, 'born', 1)[2]:.0f}", "15,600 (dp-no-2020-w12 x 7.8 %)", "input"],
        ["calls offered and answered a week, 16 March - 31 May", f"{calls[2:13].mean():.0f} and {answered[2:13].mean():.0f}", "6,500 (5,500-8,500); whether offered or answered is not said (cc-no-calls-day-2020)", "partly fitted"],
        ["calls offered 16-22 March over those of 2-8 March", f"{calls[2] / calls[0]:.1f}", "more than doubled (cc-no-volume-ratio-2020-03); redials probably not counted", "free"],
        ["calls answered, the same", f"{answered[2] / answered[0]:.1f}", "the same fact", "free"],
        ["decisions on unemployment benefit a week, mid April, as of the nation", thousand(decided[7]), "15,000 (bl-no-decisions-day-2020-04)", "fitted"],
        ["the same, best week of June", thousand(decided[13:18].max()), "25,900 (bl-no-decisions-week-record)", "fitted"],
        ["unemployment queue at its longest, county", f"{open_cases.max():.0f} in the week from {spring.monday(open_cases.argmax())}", "no count in the county", "-"],
        ["fewer than 2.5 times the first week's unemployment cases open again", "after August" if back is None else f"week from {spring.monday(back)}", "August to September (forecast of April: July; bl-no-forecast-2020-04-25)", "free"],
        ["open local cases, highest week over the first", f"{local_cases.max() / local_cases[0]:.2f}", "social assistance did not surge (SOURCES.md)", "free"],
    ]


def print_facts(*results):
    table(["quantity", "model", "known", "the model was"], facts_rows(*results))


VIEWS = {
    "county": (print_services, print_channels, print_desks),
    "offices": (print_offices,),
    "weeks": (print_weeks,),
    "worst": (print_worst,),
    "facts": (print_facts,),
}


def show(view, paths):
    results = [Result(path) for path in paths]
    print("Replications: " + ", ".join(str(len(result.file["replication"])) for result in results) + ".\n")
    for part in VIEWS[view]:
        part(*results)


def fill(path):
    """Replaces what stands between the comments of a note."""

    def again(match):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            show(match["view"], match["paths"].split())
        return f"{match['head']}\n{printed.getvalue()}<!-- end -->"

    with open(path, encoding="utf-8") as note:
        text = note.read()
    text = re.sub(r"(?P<head><!-- (?P<view>%s) (?P<paths>\S+\.h5(?: \S+\.h5)*) -->)\n.*?<!-- end -->" % "|".join(VIEWS), again, text, flags=re.S)
    with open(path, "w", encoding="utf-8") as note:
        note.write(text)


def main():
    arguments = sys.argv[1:]
    if len(arguments) == 2 and arguments[0] == "fill":
        fill(arguments[1])
    elif len(arguments) == (4 if arguments[:1] == ["facts"] else 2) and arguments[0] in VIEWS:
        show(arguments[0], arguments[1:])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
