// What the tests of pages have in common: results in a folder of their own, a browser with the network off.
//   node TEST.mjs SKRANKE CHROMIUM SCENARIOS
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const kSkipped = 77; // as CMakeLists.txt tells ctest
const [program, executablePath, scenarioFolder] = process.argv.slice(2).map((path) => resolve(path));
const { chromium } = await import("playwright-core").catch(() => {
  console.error("skipped: playwright-core is missing (npm ci in tests/web, or tools/test)");
  process.exit(kSkipped);
});
if (!existsSync(executablePath)) {
  console.error("skipped: chromium is missing (Debian: chromium)");
  process.exit(kSkipped);
}
let browser;

export const scenarios = scenarioFolder;
export const folder = mkdtempSync(join(tmpdir(), "skranke-page-"));
/** The address of a scenario's report. */
export const written = (scenario) => pathToFileURL(join(folder, scenario, "report.html")).href;
export const county = written("trondelag-2020");
export const small = written("small");

export function skranke(...options) {
  return execFileSync(program, options, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

before(async () => {
  skranke("run", join(scenarios, "trondelag-2020.toml"), "--replications", "1", "--quiet", "--fresh", "--lang", "en", "--out", folder);
  skranke("run", fileURLToPath(new URL("../cli/small.toml", import.meta.url)), "--replications", "2", "--quiet", "--out", folder);
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The report in a page of its own, where nothing glides away from a click. What goes wrong in it, and whatever it asks the network for, fails the test. */
export async function opened(report = county, options = {}) {
  const context = await browser.newContext({ offline: true, reducedMotion: "reduce", viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("request", (request) => !/^(file|blob|data):/.test(request.url()) && wrong.push(request.url()));
  await page.goto(report);
  return { page, close: async () => (await context.close(), assert.deepEqual(wrong, [])) };
}
