// What a reader does with the report besides reading it: sends on one municipality, prints, enlarges; and all of Norway.
//   node reader.test.mjs SKRANKE CHROMIUM SCENARIOS
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { county, folder, opened, scenarios, skranke, small, written } from "./browser.mjs";

const kPrinted = { width: 688, height: 993 }; // CSS pixels: A4 inside the margins of the style sheet

const openEverything = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
const open = (page) => page.locator("details.place[open] h3").allTextContents();
const choose = (page, language) => page.evaluate((id) => document.getElementById(id).click(), language);

/** What reaches beyond the right edge, except inside what is scrolled by itself. */
const beyond = (page, scrolled) => page.evaluate((boxes) => {
  const out = [...document.querySelectorAll(".page *")].filter((part) =>
    part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 1 && !(boxes && part.closest(boxes)));
  return out.slice(0, 5).map((part) => part.outerHTML.slice(0, 120));
}, scrolled);

/** The sizes of a PDF's pages, in millimetres. */
function pages(pdf) {
  return [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) => size.map((points) => Math.round((points * 25.4) / 72)));
}

test("the address of a municipality opens its part and nothing else, with scripts and without", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await opened(`${county}#5029`, { javaScriptEnabled });
    await page.locator("[id='5029']").waitFor({ state: "visible" });
    assert.deepEqual(await open(page), ["Skaun"]);
    if (javaScriptEnabled) await page.getByRole("button", { name: "Print this municipality" }).waitFor();
    else assert.equal(await page.locator("details.place[open] .share button").count(), 0);
    assert.equal(await page.getByRole("link", { name: "Link to Skaun" }).getAttribute("href"), "#5029");
    await page.getByRole("link", { name: "Trondheim", exact: true }).first().click();
    await page.locator("[id='5001']").waitFor({ state: "visible" });
    assert.deepEqual((await open(page)).sort(), ["Skaun", "Trondheim"]);
    await close();
  }
});

test("a municipality is printed alone, on A4, and afterwards the page is whole again", async () => {
  const { page, close } = await opened(`${county}#5029`);
  const whole = pages(await page.pdf({ preferCSSPageSize: true })).length;
  await page.evaluate(() => { window.print = () => { window.asked = document.title; }; });
  await page.getByRole("button", { name: "Print this municipality" }).click();
  assert.match(await page.evaluate(() => window.asked), /^Skaun – /);
  await page.emulateMedia({ media: "print" });
  const shown = () => page.locator("main > *").evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.querySelector("h3")?.textContent));
  assert.deepEqual(await shown(), ["Skaun"]);
  assert.ok(await page.locator("h1").isVisible() && await page.locator("#provenance").isVisible());
  const sheets = pages(await page.pdf({ preferCSSPageSize: true })); // tells the page when it is done, as a printer does
  assert.ok(sheets.length >= 1 && sheets.length <= 4 && sheets.length < whole, `${sheets.length} of ${whole} pages`);
  for (const size of sheets) assert.deepEqual(size, [210, 297]);
  assert.ok((await shown()).length > 30);
  assert.doesNotMatch(await page.title(), /^Skaun/);
  await close();
});

test("the address of a municipality is copied; what the browser cannot do has no button", async () => {
  const { page, close } = await opened(`${county}#5029`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the link" }).click();
  await page.getByRole("status").filter({ hasText: "Copied." }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${county}#5029`);
  assert.equal(await page.getByRole("button", { name: "Share" }).count(), await page.evaluate(() => ("canShare" in navigator ? 1 : 0)));
  await close();

  const shared = await opened(small);
  await shared.page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    navigator.canShare = () => true;
    navigator.share = async (words) => { window.shared = words; };
  });
  await shared.page.locator("details.place summary").first().click();
  assert.equal(await shared.page.getByRole("button", { name: "Kopier lenken" }).count(), 0);
  await shared.page.getByRole("button", { name: "Del", exact: true }).click();
  const { title, text, url } = await shared.page.evaluate(() => window.shared);
  assert.deepEqual([title], await open(shared.page));
  assert.match(text, /behov/);
  assert.doesNotMatch(text, /needs/);
  assert.equal(url, undefined); // a file of mine is no address for others
  await shared.close();
});

test("on paper nothing is wider than A4, and there is nothing to press", async () => {
  const scenario = fileURLToPath(new URL("../cli/small.toml", import.meta.url));
  for (const verb of ["measures", "sweep"]) skranke(verb, scenario, "--replications", "3", "--quiet", "--out", folder);
  for (const report of [county, small, written("measures-small"), written("sweep-small")]) {
    const { page, close } = await opened(report, { viewport: kPrinted });
    await page.emulateMedia({ media: "print" });
    await openEverything(page);
    for (const language of ["nb", "nn", "en"]) {
      await choose(page, language);
      assert.deepEqual(await beyond(page), []);
    }
    const pressed = "button, input:not(.lang), select, label, .skip, #what-if, .langs";
    assert.equal(await page.locator(pressed).evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).length), 0);
    for (const size of pages(await page.pdf({ preferCSSPageSize: true }))) assert.deepEqual(size, [210, 297]);
    await close();
  }
});

test("at 400 % only tables are scrolled sideways", async () => {
  const { page, close } = await opened(county, { viewport: { width: 320, height: 256 } });
  await openEverything(page);
  for (const language of ["nb", "nn", "en"]) {
    await choose(page, language);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await beyond(page, ".scroll, .skip"), []);
  }
  await close();
});

test("who asks for less motion gets none", async () => {
  for (const [reducedMotion, behaviour] of [["reduce", "auto"], ["no-preference", "smooth"]]) {
    const { page, close } = await opened(small, { reducedMotion });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), behaviour);
    assert.deepEqual(await page.evaluate(() => document.getAnimations().length), 0);
    await close();
  }
});

test("all 356 municipalities of Norway are in one page that opens", async (context) => {
  skranke("run", join(scenarios, "norway-2020.toml"), "--replications", "1", "--set", "time.weeks=1", "--quiet", "--fresh", "--out", folder);
  const { page, close } = await opened(`${written("norway-2020")}#5029`);
  const { painted, whole } = await page.evaluate(() => ({
    painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    whole: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
  }));
  const megabytes = statSync(join(folder, "norway-2020/report.html")).size / 1e6;
  context.diagnostic(`${megabytes.toFixed(1)} MB; painted after ${Math.round(painted)} ms, whole after ${Math.round(whole)} ms`);
  assert.ok(await page.locator("#answer").isVisible() && await page.locator(".card").count() === 3);
  assert.equal(await page.locator("figure.map .circles circle").count(), 356);
  assert.equal(await page.locator("details.place").count(), 356);
  await page.locator("[id='5029']").waitFor({ state: "visible" });
  assert.deepEqual(await open(page), ["Skaun"]);
  await close();
});
