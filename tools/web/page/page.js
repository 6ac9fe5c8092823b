// The section "What if?" of a report: controls, a team that plays, and what is said of it.
//
// Order    the first answer comes after one replication; each further one makes it sharper. The sentence for screen readers
//          is said at the first and at the last, not at each.
// Errors   the engine's own words, in the place of the answer.
class WhatIfPage {
  #at = (id) => document.getElementById(id);
  #held = (id) => this.#at(id).content.textContent;
  #state = "starting";
  #kept = null; // levers of plan A; null = as it is
  changed = false;
  isMoving = false; // what is chosen has not been asked yet
  answer = null; // what was simulated of both plans
  reckoned = null; // what formulas say of them

  constructor(script) {
    this.script = script;
    this.stored = this.#held("skranke-attachment");
    this.facts = JSON.parse(this.#held("skranke-levers"));
    this.words = JSON.parse(this.#held("skranke-words"));
    this.levers = new Levers(this.facts);
    this.chart = new PlanChart(this.#at("w-weeks"));
    this.#at("what-if").hidden = false;
    this.#choosePlace();
    this.#listen();
    this.#showInLanguage();
  }

  #choosePlace() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const place = this.#at("w-place");
    const [first] = [...place.options].filter((option) => option.value.split(" ")[0] === wanted && wanted);
    if (first) first.selected = true;
    else if (place.options.length > 1) place.options[1].selected = true;
  }

  #listen() {
    const form = this.#at("w-form");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.#moved());
    this.#at("w-keep").addEventListener("click", () => this.#keep());
    this.#at("w-reset").addEventListener("click", () => this.#reset());
    this.#at("w-stop").addEventListener("click", () => this.#stop());
    this.#at("w-copy").addEventListener("click", () => this.#copy());
    for (const button of document.querySelectorAll("input.lang")) button.addEventListener("change", () => this.#showInLanguage());
    // The engine starts when the section comes near, or is used before that.
    const near = new IntersectionObserver((seen) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      this.#start();
    }, { rootMargin: "600px" });
    near.observe(this.#at("what-if"));
  }

  async #start() {
    if (this.starting) return this.starting;
    this.starting = (async () => {
      try {
        const module = await Engine.module(this.#held("skranke-engine"));
        this.engine = await Engine.start(module);
        this.reckoning = new Reckoning(this.engine, this.stored);
        this.team = new Team(module, this.stored, this.script, (told) => this.#told(told));
        this.#ask();
      } catch (error) {
        this.#fail(error.message);
      }
    })();
    return this.starting;
  }

  #moved() {
    this.#showValues();
    this.#showCommand();
    this.#showWaiting();
    clearTimeout(this.waiting);
    const restMs = 120; // while a slider is dragged
    if (this.reckoning?.took < restMs) this.#reckon();
    this.waiting = setTimeout(() => (this.team ? this.#ask() : this.#start()), restMs);
  }

  #reckon() {
    this.reckoned = this.reckoning.of(this.#plans(), this.team?.known);
    this.#showReckoned();
  }

  /** What is chosen becomes plan A, and whatever is moved next plan B. */
  #keep() {
    this.#kept = this.#chosen();
    this.#moved();
  }

  #reset() {
    this.#kept = null;
    const place = this.#at("w-place").value;
    this.#at("w-form").reset();
    this.#at("w-place").value = place;
    this.#moved();
  }

  #stop() {
    this.team?.stop();
    this.#state = "stopped";
    this.#showState();
    this.#say();
  }

  async #copy() {
    const text = this.#at("w-command").textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection().selectAllChildren(this.#at("w-command")); // where pages may not write there
      document.execCommand("copy");
    }
    this.#at("w-said").textContent = this.#words("copied");
  }

  /** What is chosen. */
  #place() {
    const [option] = this.#at("w-place").selectedOptions;
    const list = (text) => text.split(" ").filter(Boolean);
    return { name: option.dataset[this.#lang()], numbers: list(option.value), offices: list(option.dataset.offices) };
  }

  #chosen() {
    const number = (id) => this.#at(id).valueAsNumber;
    const absence = number("w-absence"), room = number("w-room");
    return {
      positions: Object.fromEntries(Object.keys(this.facts.desks).map((desk) => [desk, number(`w-${desk}`)])),
      door: document.querySelector("input[name=w-door]:checked").value,
      room: Number.isNaN(room) ? null : room,
      absence: Number.isNaN(absence) ? null : absence / 100,
      form: this.#at("w-form-now")?.checked ?? false,
      height: this.#at("w-height") ? number("w-height") : 1,
      weeksLater: this.#at("w-when") ? number("w-when") : 0,
    };
  }

  /** Plan A and plan B, each with its place. */
  #plans() {
    const { numbers, offices } = this.#place(), base = this.levers.base(numbers);
    const changes = [this.#kept ? this.levers.changes(this.#kept, offices) : [], this.levers.changes(this.#chosen(), offices)];
    return changes.map((settings) => [...base, ...settings]);
  }

  /** How many runs: fewer before anything is moved, for nobody asked for them. */
  #most() {
    const first = 10;
    return this.changed ? this.#runs() : Math.min(first, this.#runs());
  }

  /** The whole area has as many people in one run as a municipality in many. */
  #runs() {
    return this.#place().numbers.length > 0 ? this.facts.replications : this.facts.area_replications;
  }

  #ask() {
    const plans = this.#plans(), [a, b] = plans.map((settings) => JSON.stringify(settings));
    this.changed = a !== b;
    this.isMoving = false;
    this.#state = "playing";
    this.#showState();
    this.team.ask(plans, this.#most());
    if (!this.answer && !this.reckoned) this.#reckon();
  }

  #told({ problems, failed }) {
    if (failed) return this.#endTeam(failed);
    if (this.isMoving) return;
    if (problems) return this.#fail(problems.join(" "));
    const pairs = this.team.pairs().slice(0, this.#most());
    if (pairs.length === 0 && !this.reckoned) this.#reckon();
    if (pairs.length === (this.answer?.replications ?? 0)) return;
    const number = this.#place().numbers[0];
    const place = number ? 1 + this.team.municipalities.findIndex((one) => one.number === number) : 0;
    const first = this.answer === null;
    this.answer = this.engine.compare(
      pairs.map(({ before, after }) => ({ before: before.places[place], after: after.places[place], fingerprint: after.fingerprint })));
    this.#at("w-reckoned").hidden = true;
    if (pairs.length === this.#most()) this.#state = "done";
    this.#showAnswer();
    this.#showState();
    if (first || this.#state === "done") this.#say();
  }

  /** A worker that has failed is of no more use; whatever is moved next gets a new team. */
  #endTeam(words) {
    this.team.end();
    this.team = this.starting = null;
    this.#fail(words);
  }

  #fail(words) {
    this.#state = "failed";
    this.#showState();
    this.#at("w-said").textContent = this.#words("failed", words);
  }

  // What is shown.

  #lang() {
    return document.querySelector("input.lang:checked").id;
  }
  #words(key, ...parts) {
    return this.words[this.#lang()][key].replace(/\{(\d)\}/g, (_, i) => parts[i]);
  }
  #number(value, decimals) {
    const english = this.#lang() === "en";
    return value.toLocaleString(english ? "en" : "nb-NO", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  }
  #percent(share, decimals = 1) {
    return this.#number(100 * share, decimals) + (this.#lang() === "en" ? "%" : "\u00a0%");
  }

  #showInLanguage() {
    const lang = this.#lang();
    for (const option of this.#at("w-place").options) option.textContent = option.dataset[lang];
    this.#at("w-said").lang = lang;
    this.#at("w-state").lang = lang;
    this.#showValues();
    this.#showCommand();
    this.#showState();
    this.#showReckoned();
    if (!this.answer) return;
    this.#showAnswer();
    this.#say();
  }

  #showValues() {
    for (const slider of document.querySelectorAll("#w-form input[type=range]")) {
      const value = slider.valueAsNumber, times = slider.id === "w-height", whole = Number.isInteger(Number(slider.step));
      const shown = (value > 0 && !times ? "+" : "") + this.#number(value, whole ? 0 : 1);
      slider.nextElementSibling.textContent = shown;
      slider.setAttribute("aria-valuetext", shown);
    }
  }

  #showCommand() {
    const { command } = JSON.parse(this.stored), [, settings] = this.#plans();
    this.#at("w-command").textContent = this.levers.command(command, settings, this.#runs());
  }

  #showState() {
    const done = this.answer?.replications ?? 0, most = this.#most();
    const words = { starting: () => this.#words("starting"), playing: () => this.#words("playing", Math.min(done + 1, most), most),
      stopped: () => this.#words("stopped", done), done: () => "", failed: () => "" };
    this.#at("w-state").textContent = words[this.#state]();
    this.#at("w-progress").value = done / most;
    this.#at("w-stop").disabled = this.#state !== "playing";
  }

  /** An estimate in one line, its interval in the next. */
  #show(cell, estimate, middle, end) {
    const interval = document.createElement("span");
    interval.className = "i";
    if (estimate && "low" in estimate) interval.textContent = `${end(estimate.low)} – ${end(estimate.high)}`;
    cell.replaceChildren(estimate ? middle(estimate.value) : "–", interval);
  }

  #showShare(cell, estimate, decimals) {
    const end = (share) => this.#number(100 * Math.min(1, Math.max(0, share)), decimals);
    this.#show(cell, estimate, (share) => this.#percent(share, decimals), end);
  }

  #showChange(cell, estimate) {
    const signed = (share) => (share > 0 ? "+" : share < 0 ? "−" : "") + this.#number(Math.abs(100 * share), 1);
    this.#show(cell, estimate, signed, signed);
  }

  /** What plan B gives is not known any longer. */
  #showWaiting() {
    this.isMoving = true;
    this.answer = this.reckoned = null;
    this.#showReckoned();
    this.#at("w-said").textContent = "";
    for (const cell of document.querySelectorAll("[aria-labelledby=w-table] td:nth-child(n + 3)")) cell.textContent = "…";
  }

  #showReckoned() {
    const reckoned = this.reckoned;
    this.#at("w-formulas").hidden = !reckoned;
    this.#at("w-reckoned").hidden = !reckoned || this.answer !== null;
    if (!reckoned) return;
    const rows = [...document.querySelectorAll("#w-formulas tbody tr")], most = mostChanged(reckoned, rows.map((row) => row.dataset.row));
    this.#at("w-reckoned").lang = this.#lang();
    this.#at("w-reckoned").textContent = most
      ? this.#words("reckoned", this.#words(most.desk), this.#percent(most.after, 0), this.#percent(most.before, 0)) : this.#words("reckoned_same");
    for (const row of rows) {
      const of = [reckoned.before, reckoned.after].map((plan) => plan[row.dataset.row]);
      const shown = [...of.map(({ load }) => (load === null ? "–" : this.#percent(load, 0))), ...of.map(({ wait_min: wait }) => this.#wait(wait))];
      [...row.cells].slice(1).forEach((cell, i) => { cell.textContent = shown[i]; });
    }
  }

  #wait(minutes) {
    const hour = 60, day = 24 * hour;
    if (minutes === null) return "–";
    if (minutes < 2 * hour) return this.#words("minutes", this.#number(minutes, 1));
    return minutes < 2 * day ? this.#words("hours", this.#number(minutes / hour, 1)) : this.#words("days", this.#number(minutes / day, 1));
  }

  #showAnswer() {
    const { unmet, on_time, heads } = this.answer;
    const show = (row, { before, after, change }, decimals) => {
      const [is, would, differs] = document.querySelectorAll(`#what-if tr[data-row=${row}] td`);
      this.#showShare(is, before, decimals);
      this.#showShare(would, after, decimals);
      if (change !== undefined) this.#showChange(differs, change);
      else differs.textContent = "";
    };
    show("unmet", unmet, 1);
    show("on_time", on_time, 1);
    for (const [head, shares] of Object.entries(heads)) show(head, shares, 0);
    this.#at("w-fingerprint").textContent = this.answer.fingerprint;
    this.#showWeeks();
  }

  #showWeeks() {
    const { before, after } = this.answer.open_cases;
    this.chart.show({ bands: [before, this.changed ? after : []], weeks: this.facts.weeks }, {
      number: (count) => this.#number(count, 0),
      week: this.#words("week"),
      plans: [this.#words(this.#kept ? "plan_a_kept" : "plan_a"), this.#words("plan_b")],
    });
  }

  #say() {
    if (!this.answer?.unmet.before || !this.answer.unmet.after) return;
    const { unmet: { before, after, change }, replications } = this.answer, { name } = this.#place();
    const kept = this.#kept ? "_kept" : "";
    if (!this.changed) {
      this.#at("w-said").textContent = this.#words(`same${kept}`, name, this.#percent(before.value), replications);
      return;
    }
    const verdict = !("low" in change) || (change.low <= 0 && change.high >= 0) ? "unclear" : change.high < 0 ? "better" : "worse";
    const sentence = this.#words(`changed${kept}`, name, this.#percent(after.value), this.#percent(before.value), replications);
    this.#at("w-said").textContent = replications > 1 ? `${sentence} ${this.#words(verdict)}` : sentence;
  }
}

// The same text is the page's script and, in a worker, the worker's.
if (typeof document === "undefined") work();
else {
  if (document.getElementById("what-if")) new WhatIfPage(document.currentScript.textContent);
  new Pictures(document.getElementById("skranke-save"));
  new Sharing(document.getElementById("skranke-share"));
}
