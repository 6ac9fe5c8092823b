// A team of workers plays two plans for the same people, replication by replication.
//
// Order   the first replication of both plans comes first, so that there is an answer soon.
// Memory  what was played of the plans that were last looked at is kept.
class Team {
  static kMost = 4;
  static kKept = 12;
  #job = 0;
  #workers = [];
  #idle = [];
  #tasks = [];
  #kept = new Map(); // by settings, the last one asked for at the end: what was played
  #played = []; // of plan A and plan B: {runs: what workers told, by replication; desks: their sum}

  /** @param told  called with {problems}, {failed}, or {} when there is more in pairs() */
  constructor(module, stored, script, told) {
    this.told = told;
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const size = Math.min(Team.kMost, navigator.hardwareConcurrency || 1);
    for (let i = 0; i < size; ++i) {
      const worker = new Worker(url);
      worker.onmessage = ({ data }) => this.#heard(worker, data);
      worker.onerror = (event) => this.told({ failed: event.message });
      worker.postMessage({ module, stored });
      this.#workers.push(worker);
    }
    this.#idle = [...this.#workers];
  }

  /** Plays replications 0 to most - 1 of both plans, given as settings; whatever was asked before is dropped. */
  ask(plans, most) {
    const job = ++this.#job;
    this.#played = plans.map((settings) => this.#playedOf(settings));
    this.#tasks = [];
    for (let play = 0; play < most; ++play)
      plans.forEach((settings, plan) => {
        const isFirst = this.#played.indexOf(this.#played[plan]) === plan;
        if (isFirst && !this.#played[plan].runs.has(play)) this.#tasks.push({ play, plan, settings, job });
      });
    for (const worker of this.#idle.splice(0)) this.#goOn(worker);
    if (this.#played[0].runs.size > 0) this.told({});
  }

  #playedOf(settings) {
    const key = JSON.stringify(settings), played = this.#kept.get(key) ?? { runs: new Map(), desks: null };
    this.#kept.delete(key);
    this.#kept.set(key, played);
    if (this.#kept.size > Team.kKept) this.#kept.delete(this.#kept.keys().next().value);
    return played;
  }

  /** Of the place that is played. */
  get municipalities() {
    return this.#played[0].runs.values().next().value.municipalities;
  }

  /** The desks of plan A, as far as it was played; null if it was not. */
  get known() {
    const [{ runs, desks } = {}] = this.#played;
    return desks ? { desks, runs: runs.size } : null;
  }

  /** Both answers of replications 0, 1, ... as far as there is none missing. */
  pairs() {
    const [before, after] = this.#played.map(({ runs }) => runs), pairs = [];
    for (let k = 0; before.has(k) && after.has(k); ++k) pairs.push({ before: before.get(k).answer, after: after.get(k).answer });
    return pairs;
  }

  stop() {
    this.#tasks = [];
  }

  end() {
    for (const worker of this.#workers) worker.terminate();
  }

  #goOn(worker) {
    const task = this.#tasks.shift();
    if (task) worker.postMessage(task);
    else this.#idle.push(worker);
  }

  #heard(worker, data) {
    if (data.failed) return this.told(data);
    if (data.job === this.#job) {
      if (data.problems) this.#tasks = [];
      else this.#keep(this.#played[data.plan], data);
      this.told(data);
    }
    this.#goOn(worker);
  }

  #keep(played, { answer: { desks, ...answer }, municipalities, played: replication }) {
    played.runs.set(replication, { answer, municipalities });
    played.desks = played.desks ? played.desks.map((number, i) => number + desks[i]) : desks;
  }
}
