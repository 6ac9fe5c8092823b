// The engine in WebAssembly plays what the program plays: the same fingerprints, whatever the scenario.
//   node engine.test.mjs SKRANKE WHAT_IF.WASM ENGINE.JS SCENARIOS
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const [program, wasm, script, scenarios] = process.argv.slice(2);
const Engine = new Function(`${readFileSync(script, "utf8")}; return Engine;`)();
const module = await WebAssembly.compile(readFileSync(wasm));
const folder = mkdtempSync(join(tmpdir(), "skranke-web-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

const small = join(dirname(fileURLToPath(import.meta.url)), "../cli/small.toml");

/** A scenario file as a stored one: its text, and every file beside it and below that it may name. */
function stored(file) {
  const inputs = [];
  const add = (below) => {
    for (const name of readdirSync(join(dirname(file), below)))
      if (/\.(toml|csv)$/.test(name))
        inputs.push({ name: below + name, content: readFileSync(join(dirname(file), below, name), "utf8") });
  };
  for (const below of ["", "data/", "tables/"])
    try {
      add(below);
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  return { scenario: readFileSync(file, "utf8"), inputs };
}

/** Fingerprints of the program's replications, in order. */
function fingerprints(file, replications, settings, seed) {
  const chosen = settings.flatMap((setting) => ["--set", setting]);
  execFileSync(program, ["run", file, "--quiet", "--fresh", "--replications", replications, "--seed", seed, "--out", folder, ...chosen,
    "--set", "name=native"], { stdio: ["ignore", "ignore", "inherit"] });
  const dumped = execFileSync("h5dump", ["-y", "-w", "0", "-d", "trajectory", join(folder, "native/result.h5")], { encoding: "utf8" });
  return dumped.match(/DATA \{([^}]*)\}/)[1].trim().split(/[\s,]+/).map((number) => BigInt(number).toString(16).padStart(16, "0"));
}

async function opened(question, settings = []) {
  const engine = await Engine.start(module);
  const facts = engine.open(0, JSON.stringify(question), settings);
  assert.ok(facts.ready, facts.problems.join("\n"));
  return engine;
}

async function same(file, settings, seed = 7) {
  const engine = await opened({ ...stored(file), seed }, settings);
  const native = fingerprints(file, 2, settings, seed);
  assert.equal(native.length, 2);
  native.forEach((fingerprint, replication) => assert.equal(engine.play(0, replication).fingerprint, fingerprint));
}

test("a small scenario", () => same(small, []));
test("a small scenario with a setting, and the setting matters", async () => {
  const setting = "desk.casework.per_1000_adults=0.2";
  await same(small, [setting]);
  const [plain, changed] = [await opened({ ...stored(small), seed: 7 }), await opened({ ...stored(small), seed: 7 }, [setting])];
  assert.notEqual(plain.play(0, 0).fingerprint, changed.play(0, 0).fingerprint);
});
test("a seed above what a JavaScript number holds", async () => {
  const question = JSON.stringify({ ...stored(small), seed: 0 }).replace('"seed":0', '"seed":18446744073709551615');
  const engine = await Engine.start(module);
  assert.ok(engine.open(0, question, []).ready);
  assert.equal(engine.play(0, 0).fingerprint, fingerprints(small, 1, [], "18446744073709551615")[0]);
});
test("Skaun in the spring of 2020", () =>
  same(join(scenarios, "trondelag-2020.toml"), ['area.municipalities=["5029"]', 'area.shared_desks="scale"', "channel.digital.form_from=2020-03-02"]));
test("Skaun from the pile that lies there, with help", () => same(join(scenarios, "from-today.toml"), ["policy.borrowed.enabled=true"]));
test("policies of a scenario's own", () =>
  same(join(scenarios, "open-doors.toml"), ['area.municipalities=["5014", "5056"]', 'area.shared_desks="scale"']));

test("surges moved by whole weeks, tables and all", () =>
  same(join(scenarios, "trondelag-2020.toml"), ['area.municipalities=["5029"]', 'area.shared_desks="scale"',
    "surge.layoffs.weeks_later=-1", "surge.schools.weeks_later=3", "surge.quarantine.weeks_later=3"]));

test("positions more and fewer, whatever they are counted from", () => same(small, ["desk.casework.more=-0.4", "desk.reception.more=1"]));

test("what a replication tells is what the program writes of it", async () => {
  const places = (await opened({ ...stored(small), seed: 7 })).play(0, 0).places;
  fingerprints(small, 1, [], 7);
  const [head, ...rows] = readFileSync(join(folder, "native/summary.csv"), "utf8").replace(/^\ufeff/, "").trim().split("\r\n")
    .map((row) => row.split(";").map((cell) => cell.replace(",", ".")));
  const [needs, unmet, onTime, access, handled] = ["Lokale behov", "Udekket. lokale (%)", "I tide. lokale (%)", "Når noen. 9 av 10 innen (timer)",
    "Avgjort. 9 av 10 innen (dager)"].map((name) => head.indexOf(name));
  const hold = head.findIndex((name) => name.startsWith("Tilgjengelighet holder"));
  assert.equal(places.length, 4);
  places.forEach((place, i) => {
    const lost = Object.values(place.unmet).reduce((a, b) => a + b, 0), met = place.met_on_time + place.met_late;
    assert.equal(place.born, lost + met + place.censored);
    assert.equal(rows[i][needs], place.born.toFixed(1));
    assert.equal(rows[i][unmet], ((100 * lost) / (lost + met)).toFixed(2));
    assert.equal(rows[i][onTime], ((100 * place.met_on_time) / (met + place.unmet.never_decided)).toFixed(2));
    assert.equal(rows[i][access], (place.access_p90_min / 60).toFixed(2));
    assert.equal(rows[i][handled], (place.handling_p90_min / 1440).toFixed(2));
    Object.values(place.holds).forEach((rules, h) => assert.equal(rows[i][hold + h], Object.values(rules).every(Boolean) ? "100.0" : "0.0"));
  });
});

test("a mistake in a setting is told in the program's words", async () => {
  const engine = await Engine.start(module);
  const facts = engine.open(0, JSON.stringify(stored(small)), ["desk.casework.sped=2"]);
  assert.equal(facts.ready, false);
  assert.match(facts.problems.join("\n"), /desk\.casework\.sped.*speed/);
  let words = "";
  try {
    execFileSync(program, ["run", small, "--set", "desk.casework.sped=2", "--out", folder], { stdio: "pipe", encoding: "utf8" });
  } catch (error) {
    words = error.stderr;
  }
  assert.ok(words.includes(facts.problems[0]), words);
});

test("a damaged stored scenario is refused, and a page without one", async () => {
  const engine = await Engine.start(module);
  for (const damaged of ["", "{", "[]", '{"scenario":3}', '{"scenario":"a=","inputs":7}', '{"scenario":"format=1","inputs":[3,{"name":4}]}'])
    assert.equal(engine.open(0, damaged, []).ready, false);
  assert.match(engine.open(0, '{"version":"1"}', []).problems[0], /open cases/);
  assert.throws(() => engine.play(0, 0), /no plan/);
});

test("a scenario that does not fit into memory is refused in words", async () => {
  const engine = await Engine.start(module);
  assert.throws(() => engine.open(0, `{"scenario":"${"x".repeat(100e6)}"}`, []), /does not fit into the memory/);
});

/** Both plans' formulas from `runs` replications of the first, each a list of settings. */
async function reckoned(file, runs, planA, planB) {
  const engine = await Engine.start(module), question = JSON.stringify({ ...stored(file), seed: 7 });
  for (const [plan, settings] of [planA, planB].entries()) assert.ok(engine.open(plan, question, settings).ready);
  let desks;
  for (let k = 0; k < runs; ++k) {
    const played = engine.play(0, k).desks;
    desks = desks ? desks.map((number, i) => number + played[i]) : played;
  }
  engine.know({ desks, runs });
  return engine.reckon();
}

test("what formulas say of a plan that was played is what the program's twin says", async () => {
  const file = join(scenarios, "trondelag-2020.toml"), settings = ['area.municipalities=["5029"]', 'area.shared_desks="scale"'];
  const { before, after } = await reckoned(file, 2, settings, settings);
  assert.deepEqual(after, before);
  fingerprints(file, 2, settings, 7);
  const rows = readFileSync(join(folder, "native/report.html"), "utf8").split("\n").filter((row) => row.includes("Fluid, without chance"));
  for (const [desk, name] of [["unemployment_office", "Unemployment benefit"], ["sickness_office", "Sickness and care benefits"]]) {
    const cells = rows.find((row) => row.includes(name)).split("<td").map((cell) => cell.replace(/<span lang="(no|nb|nn)">.*?<\/span>/g, "").replace(/^[^>]*>|<[^>]*>/g, ""));
    const [, days, decimals = ""] = /^(\d+)(?:\.(\d+))?\u00a0d$/.exec(cells[3]);
    assert.equal((before[desk].wait_min / 1440).toFixed(decimals.length), decimals ? `${days}.${decimals}` : days);
    assert.equal(before[desk].formulas, 1);
  }
});

test("formulas follow who comes and who is at work, before anybody has played that", async () => {
  const quiet = ["layoffs", "quarantine", "schools"].map((surge) => `surge.${surge}.enabled=false`);
  const absent = await reckoned(small, 1, [...quiet, "desk.casework.absence=0"], [...quiet, "desk.casework.absence=0.5"]);
  assert.ok(Math.abs(absent.after.casework.load / absent.before.casework.load - 2) < 1e-6);
  assert.deepEqual(absent.after.reception, absent.before.reception);
  const doubled = await reckoned(small, 1, quiet, [...quiet, "service.financial.per_1000_week=7.2", "service.emergency.per_1000_week=0.8"]);
  assert.ok(Math.abs(doubled.after.casework.load / doubled.before.casework.load - 2) < 0.02);
  const shut = await reckoned(small, 1, [], ["channel.drop_in.hours=[{closed = true}]"]);
  assert.ok(shut.after.reception.load < shut.before.reception.load && shut.after.contact_centre.load > shut.before.contact_centre.load);
  const opened = await reckoned(small, 1, ["channel.drop_in.hours=[{closed = true}]"], []);
  assert.ok(opened.after.contact_centre.load < opened.before.contact_centre.load);
});

test("nothing is reckoned from what does not fit", async () => {
  const engine = await Engine.start(module), question = JSON.stringify(stored(small));
  assert.throws(() => engine.know({ desks: [], runs: 1 }), /no plan/);
  assert.ok(engine.open(0, question, []).ready && engine.open(1, question, []).ready);
  assert.throws(() => engine.reckon(), /no two plans/);
  for (const damaged of [{}, [], { desks: 3, runs: 1 }, { desks: [1, 2], runs: 1 }, { desks: [], runs: 0 }, { desks: ["x"], runs: -1 }]) {
    engine.know(damaged);
    assert.ok(engine.reckon().problems);
  }
});

test("open cases of two plans are told by week as the middle run and those that 8 in 10 lie between", async () => {
  const engine = await Engine.start(module);
  const place = (open_cases) => ({ met_on_time: 1, met_late: 0, unmet: {}, holds: {}, open_cases });
  const pairs = Array.from({ length: 10 }, (_, k) => ({ before: place([5, k + 1]), after: place([0, 2 * k]) }));
  assert.deepEqual(engine.compare(pairs).open_cases, { before: [[5, 5, 5], [1, 5, 9]], after: [[0, 0, 0], [0, 8, 16]] });
});

test("two plans are compared as pairs", async () => {
  const engine = await Engine.start(module);
  const place = (met, unmet) => ({ met_on_time: met, met_late: 0, unmet: { closed: unmet },
    holds: { available: { a: unmet < 20 }, handled: {}, sufficient: {} } });
  const pairs = [[90, 10], [80, 20], [70, 30]].map(([met, unmet]) => ({ before: place(met, unmet), after: place(met + 5, unmet - 5) }));
  const answer = engine.compare(pairs);
  assert.equal(answer.replications, 3);
  assert.ok(Math.abs(answer.unmet.before.value - 0.2) < 1e-12 && Math.abs(answer.unmet.after.value - 0.15) < 1e-12);
  assert.ok(Math.abs(answer.unmet.change.high - answer.unmet.change.low) < 1e-9, "each pair differs by as much");
  assert.ok(answer.unmet.before.high > 0.3, "three replications as different as these leave it open");
  assert.equal(answer.heads.available.before.value, 1 / 3);
  assert.equal(answer.heads.available.after.value, 2 / 3);
});
