// A team of workers plays two plans for the same people, replication by replication.
//
// Order   the first replication of both plans comes first, so that there is an answer soon. Who plays what nobody asks for any
//         longer, and would for some time, makes room for a new worker.
// Memory  what was played of the plans that were last looked at is kept.
class Team {
  static kMost = 4;
  static kKept = 12;
  static kHiringMs = 300; // about what it takes until a new worker plays
  #idle = [];
  #busy = new Map(); // by worker: its task
  #tasks = [];
  #kept = new Map(); // by settings, the last one asked for at the end: what was played
  #played = []; // of plan A and plan B: {runs: what workers told, by replication; desks: their sum}
  #tookMs = 0; // the last replication

  /** @param told  called with {problems}, {failed}, or {} when there is more in pairs() */
  constructor(module, stored, script, told) {
    this.told = told;
    this.question = { module, stored };
    this.url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const size = Math.min(Team.kMost, navigator.hardwareConcurrency || 1);
    for (let i = 0; i < size; ++i) this.#hire();
  }

  #hire() {
    const worker = new Worker(this.url);
    worker.onmessage = ({ data }) => this.#heard(worker, data);
    worker.onerror = (event) => this.told({ failed: event.message });
    worker.postMessage(this.question);
    this.#idle.push(worker);
  }

  /** Plays replications 0 to most - 1 of both plans, given as settings; whatever was asked before is dropped. */
  ask(plans, most) {
    this.#played = plans.map((settings) => this.#playedOf(settings));
    this.#replaceLate();
    this.#tasks = [];
    for (let play = 0; play < most; ++play)
      plans.forEach((settings, plan) => {
        const played = this.#played[plan], isFirst = this.#played.indexOf(played) === plan;
        if (isFirst && !played.runs.has(play) && !this.#isPlaying(played, play)) this.#tasks.push({ play, plan, settings, played });
      });
    for (const worker of this.#idle.splice(0)) this.#goOn(worker);
    if (this.#played[0].runs.size > 0) this.told({});
  }

  #isPlaying(played, play) {
    return [...this.#busy.values()].some((task) => task.played === played && task.play === play);
  }

  #replaceLate() {
    const now = performance.now();
    for (const [worker, { played, began }] of this.#busy) {
      if (this.#played.includes(played) || began + this.#tookMs - now < Team.kHiringMs) continue;
      worker.terminate();
      this.#busy.delete(worker);
      this.#hire();
    }
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
    for (const worker of [...this.#idle, ...this.#busy.keys()]) worker.terminate();
  }

  #goOn(worker) {
    const task = this.#tasks.shift();
    if (!task) return this.#idle.push(worker);
    const { play, plan, settings } = task;
    this.#busy.set(worker, { ...task, began: performance.now() });
    worker.postMessage({ play, plan, settings });
  }

  #heard(worker, data) {
    if (data.failed) return this.told(data);
    const { played, play, began } = this.#busy.get(worker);
    this.#busy.delete(worker);
    const isWanted = this.#played.includes(played);
    if (isWanted && data.problems) this.#tasks = [];
    if (!data.problems) {
      this.#tookMs = performance.now() - began;
      this.#keep(played, play, data);
    }
    if (isWanted) this.told(data);
    this.#goOn(worker);
  }

  #keep(played, play, { answer: { desks, ...answer }, municipalities }) {
    played.runs.set(play, { answer, municipalities });
    played.desks = played.desks ? played.desks.map((number, i) => number + desks[i]) : desks;
  }
}
