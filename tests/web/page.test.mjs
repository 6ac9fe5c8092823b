// The report in a real browser, opened as a file with the network off: the what-if plays what the program plays.
//   node page.test.mjs SKRANKE CHROMIUM SCENARIOS
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { county, folder, opened, scenarios, skranke, small, written } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const played = (page) => page.locator("#w-state", { hasText: /^$/ }).waitFor({ state: "attached", timeout: 120_000 });

/** The fingerprint that the page shows is the one that its command gives. @returns it */
async function sameAsItsCommand(page, scenario, replications) {
  const command = await page.locator("#w-command").textContent(), fingerprint = await page.locator("#w-fingerprint").textContent();
  const settings = [...command.matchAll(/--set '([^']*)'/g)].flatMap(([, setting]) => ["--set", setting]);
  const count = replications ?? /--replications (\d+)/.exec(command)[1];
  assert.ok(settings.length >= 2 && count > 0, command);
  skranke("run", join(scenarios, `${scenario}.toml`), "--replications", count, "--quiet", "--fresh", "--out", folder, ...settings);
  const info = skranke("info", join(folder, `${scenario}-what-if/result.h5`));
  assert.match(fingerprint, /^[0-9a-f]{16}$/);
  assert.ok(info.includes(fingerprint), info);
  return fingerprint;
}

test("Skaun with a change has the fingerprint that its own command gives, and what is said changes with it", async () => {
  const { page, close } = await opened();
  await page.locator("#w-place").selectOption({ label: "Skaun" });
  await page.locator("#w-reception").fill("1.5");
  await page.locator("#w-door-4").check();
  await page.locator("#w-form-now").check();
  await page.locator("#w-when").fill("2");
  await page.locator("#w-said", { hasText: "with the change" }).waitFor({ timeout: 60_000 });
  assert.match(await page.locator("#w-said").textContent(), /^Skaun, with the change: [\d.]+% of the needs go unmet, against [\d.]+% as it is/);
  await played(page);
  const command = await page.locator("#w-command").textContent();
  assert.ok(command.includes("surge.layoffs.weeks_later=2") && command.includes("desk.reception.more=1.5"), command);
  const fingerprint = await sameAsItsCommand(page, "trondelag-2020");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the command" }).click();
  await page.locator("#w-said", { hasText: "Copied." }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), command);
  await page.getByRole("button", { name: "Back to how it is" }).click();
  await page.locator("#w-said", { hasText: "Skaun, as it is" }).waitFor({ timeout: 60_000 });
  assert.notEqual(await page.locator("#w-fingerprint").textContent(), fingerprint);
  await close();
});

test("a run that began with open cases answers what-if if its maker lets the report carry them, and says so if not", async () => {
  const run = (...options) => skranke("run", join(scenarios, "from-today.toml"), "--replications", "1", "--quiet", "--lang", "en", "--out", folder, ...options);
  run();
  const without = await opened(written("from-today"));
  assert.equal(await without.page.locator("#what-if").count(), 0);
  await without.page.getByText("can if it is made with --carry-cases").waitFor();
  await without.page.locator("details.place summary").first().click();
  await without.page.getByRole("button", { name: "Print this municipality" }).waitFor();
  assert.notEqual(await without.page.locator("figure button[data-kind=svg]").count(), 0);
  await without.close();
  run("--carry-cases");
  const { page, close } = await opened(written("from-today"));
  await page.locator("#w-casework").fill("1");
  await page.locator("#w-said", { hasText: "with the change" }).waitFor({ timeout: 60_000 });
  await played(page);
  await sameAsItsCommand(page, "from-today");
  await close();
});

test("a whole county whose lever is moved again while it is played answers what was chosen last", async () => {
  const { page, close } = await opened();
  await page.locator("#w-place").selectOption({ index: 0 });
  await page.locator("#w-said", { hasText: /^Trøndelag, as it is/ }).waitFor({ timeout: 60_000 });
  await page.locator("#w-casework").fill("1");
  await page.waitForTimeout(400); // so that it is being played
  await page.locator("#w-casework").fill("-0.5");
  await page.locator("#w-said", { hasText: /^Trøndelag, with the change/ }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const [, runs] = /runs: (\d+)/.exec(await page.locator("#w-said").textContent());
  await sameAsItsCommand(page, "trondelag-2020", runs);
  await close();
});

test("both plans are drawn week by week beside each other, with a table of the same numbers", async () => {
  const { page, close } = await opened(small);
  await page.locator("label[for=en]").click();
  const box = page.locator("#w-weeks"), letters = () => box.locator("svg text.name").allTextContents();
  await page.locator("#what-if").scrollIntoViewIfNeeded();
  await played(page);
  assert.deepEqual(await letters(), ["A"]);
  await page.locator("#w-absence").fill("90");
  await page.locator("#w-said", { hasText: "with the change" }).waitFor({ timeout: 60_000 });
  await played(page);
  assert.deepEqual((await letters()).sort(), ["A", "B"]);
  for (const name of ["Plan A: as it is", "Plan B: with the change"]) assert.equal(await box.locator("svg text", { hasText: name }).count(), 1);
  assert.notEqual(await strokes(box, "plan-a"), await strokes(box, "plan-b"));
  const rows = await numbersOf(box);
  assert.equal(rows.length, 3);
  for (const row of rows) assert.ok(row.length === 6 && row[0] <= row[1] && row[1] <= row[2] && row[3] <= row[4] && row[4] <= row[5], row);
  assert.ok(rows[2][4] > rows[2][1], `absent caseworkers leave more cases open: ${rows}`);
  const heights = await box.locator("svg polyline.plan-b").first().evaluate((line) => [...line.points].map(({ y }) => y));
  assert.equal(heights.length, 3);
  assert.ok(heights[2] < (await box.locator("svg polyline.plan-a").first().evaluate((line) => [...line.points].at(-1).y)), "more is higher up");
  await close();
});

const strokes = (box, css) => box.locator(`svg polyline.${css}`).first().evaluate((line) => getComputedStyle(line).strokeDasharray);
const numbersOf = (box) => box.locator("tbody").evaluate((body) => [...body.rows].map((row) => [...row.cells].slice(1).map((cell) => Number(cell.textContent.replaceAll(",", "")))));

test("formulas answer at once, marked as reckoned, until the simulated answer is there", async () => {
  const { page, close } = await opened();
  await page.locator("#w-place").selectOption({ label: "Skaun" });
  await page.locator("#w-said", { hasText: "Skaun, as it is" }).waitFor({ timeout: 60_000 });
  await played(page);
  const seen = await page.evaluate(() => {
    const slider = document.getElementById("w-casework"), text = (id) => (document.getElementById(id).hidden ? "" : document.getElementById(id).textContent);
    slider.value = "1";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    return { reckoned: text("w-reckoned"), said: text("w-said"), unmet: document.querySelector("#what-if tr[data-row=unmet]").cells[2].textContent };
  });
  assert.match(seen.reckoned, /^Reckoned, not simulated: Casework has work for \d+% of its time, against \d+% in plan A\.$/i);
  assert.deepEqual([seen.said, seen.unmet], ["", "…"]);
  await page.locator("#w-said", { hasText: "Skaun, with the change" }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator("#w-reckoned").isVisible(), false);
  await page.locator("#w-formulas summary").click();
  const cells = await page.locator("#w-formulas tr[data-row=casework] td").allInnerTexts();
  assert.ok(parseFloat(cells[1]) < parseFloat(cells[0]), cells);
  await page.getByRole("button", { name: "Back to how it is" }).click();
  await page.locator("#w-said", { hasText: "Skaun, as it is" }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator("#w-formulas").isVisible(), false);
  await close();
});

test("a plan that is kept is what the next one is held against", async () => {
  const { page, close } = await opened(small);
  await page.locator("label[for=en]").click();
  await page.locator("#w-absence").fill("90");
  await page.locator("#w-said", { hasText: "with the change" }).waitFor({ timeout: 60_000 });
  await played(page);
  const unmet = page.locator("#what-if tr[data-row=unmet] td"), fewer = await unmet.nth(1).innerText();
  await page.getByRole("button", { name: "Keep this as plan A" }).click();
  await page.locator("#w-said", { hasText: "plan A that you kept" }).waitFor({ timeout: 60_000 });
  await page.locator("#w-absence").fill("0");
  await page.locator("#w-said", { hasText: "in plan A" }).waitFor({ timeout: 60_000 });
  await played(page);
  assert.equal(await unmet.nth(0).innerText(), fewer);
  assert.match(await unmet.nth(2).innerText(), /^−/);
  await page.getByRole("button", { name: "Back to how it is" }).click();
  await page.locator("#w-said", { hasText: "as it is" }).waitFor({ timeout: 60_000 });
  await close();
});

test("what the engine refuses is told in its own words", async () => {
  const { page, close } = await opened();
  await page.locator("#w-place").selectOption({ label: "Skaun" });
  await page.locator("#w-room").fill("-3");
  await page.locator("#w-said", { hasText: "channel.drop_in.room" }).waitFor({ timeout: 60_000 });
  await close();
});

test("everything can be reached and moved by keyboard", async () => {
  const { page, close } = await opened(small);
  await page.locator("#w-place").focus();
  for (const id of ["w-reception", "w-duty_phone", "w-casework", "w-door-now", "w-room", "w-form-now", "w-absence", "w-height", "w-when", "w-keep", "w-reset"]) {
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(":focus").getAttribute("id"), id);
  }
  await page.locator("#w-casework").focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await page.locator("#w-command").textContent(), /casework\.more/);
  await close();
});

test("axe finds nothing wrong with the section, in any language, wide or narrow", async () => {
  for (const width of [1200, 390]) {
    const { page, close } = await opened(small, { viewport: { width, height: 900 }, bypassCSP: true }); // axe is a script, too
    await page.locator("#what-if").scrollIntoViewIfNeeded();
    for (const language of ["nb", "nn", "en"]) {
      await page.locator(`label[for=${language}]`).click();
      await page.locator("#w-said", { hasText: /./ }).waitFor({ timeout: 60_000 });
      const found = await page.evaluate(`${axe}; axe.run("#what-if").then((found) => found.violations.map((v) => v.id + ": " + v.nodes[0].html))`);
      assert.deepEqual(found, []);
    }
    await close();
  }
});

test("a picture is saved as it is shown: by itself, in one language, as SVG and as PNG", async () => {
  const { page, close } = await opened(county);
  const map = page.locator("figure.map").first();
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), map.getByRole("button", { name }).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await saved("Save the picture as SVG");
  assert.equal(svg.name, "skranke-2.svg");
  const text = svg.bytes.toString("utf8");
  assert.match(text, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.match(text, /<title>Share of needs for local services that go unmet/);
  assert.ok(text.includes(">Trondheim</text>") && text.includes("fingerprint"), "names and origin");
  assert.ok(/\d\.\d%/.test(text) && !/\d,\d %/.test(text), "one language");
  assert.ok(!/<a |<script|class="hit"/.test(text));
  const png = await saved("Save as PNG");
  assert.deepEqual([...png.bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  const { width } = await map.getByRole("img").boundingBox();
  assert.equal(png.bytes.readUInt32BE(16), Math.trunc(2 * width));
  await close();
});

// Not asked: whether all stands inside landmarks. The radio buttons that switch the language stand before everything
// that they show and hide, so that they work without a script in old browsers, too.
test("axe finds nothing wrong with the whole page, in any language, wide or narrow", async () => {
  for (const width of [1200, 390]) {
    const { page, close } = await opened(small, { viewport: { width, height: 900 }, bypassCSP: true });
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
    for (const language of ["nb", "nn", "en"]) {
      await page.locator(`label[for=${language}]`).click();
      const found = await page.evaluate(
        `${axe}; axe.run({ rules: { region: { enabled: false } } }).then((found) => found.violations.map((v) => v.id + ": " + v.nodes[0].html))`);
      assert.deepEqual(found, []);
    }
    await close();
  }
});

test("names that look like markup or formulas are only text", async () => {
  const hostile = `<script>document.title="x"</script>"'=1+1`;
  const set = `title={nb=${JSON.stringify(hostile)}, nn=${JSON.stringify(hostile)}, en=${JSON.stringify(hostile)}}`;
  skranke("run", fileURLToPath(new URL("../cli/small.toml", import.meta.url)), "--replications", "2", "--quiet", "--out", folder, "--set", set,
          "--set", "name=hostile");
  const { page, close } = await opened(written("hostile"));
  assert.equal(await page.locator("h1").innerText(), hostile);
  assert.notEqual(await page.title(), "x");
  assert.equal(await page.locator("script").count(), 1);
  await close();
});

test("with scripts off the page is read as before, and the section is not shown", async () => {
  const { page, close } = await opened(county, { javaScriptEnabled: false });
  assert.equal(await page.locator("#what-if").isVisible(), false);
  assert.ok(await page.locator("#answer").isVisible());
  await close();
});
