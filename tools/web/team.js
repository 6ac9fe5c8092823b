// A team of workers plays two plans for the same people, replication by replication.
//
// Order   the first replication of both plans comes first, so that there is an answer soon; what was played of the plan as
//         it is, is kept for every place that was looked at.
class Team {
  static kMost = 4;
  #job = 0;
  #workers = [];
  #idle = [];
  #tasks = [];
  #kept = new Map(); // by the settings of the plan as it is: its municipalities, and its answers by replication
  #place = { answers: new Map(), municipalities: [] }; // one of them
  #answers = [new Map(), new Map()]; // by plan and replication

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

  /** Plays replications 0 to most - 1 of both plans; whatever was asked before is dropped. */
  ask(base, changed, most) {
    const key = JSON.stringify(base), job = ++this.#job;
    if (!this.#kept.has(key)) this.#kept.set(key, { answers: new Map(), municipalities: [] });
    this.#place = this.#kept.get(key);
    const before = this.#place.answers;
    this.#answers = [before, changed.length === 0 ? before : new Map()];
    this.#tasks = [];
    for (let play = 0; play < most; ++play) {
      if (!before.has(play)) this.#tasks.push({ play, plan: 0, settings: base, job });
      if (changed.length > 0) this.#tasks.push({ play, plan: 1, settings: [...base, ...changed], job });
    }
    for (const worker of this.#idle.splice(0)) this.#goOn(worker);
    if (before.size > 0) this.told({});
  }

  get municipalities() {
    return this.#place.municipalities;
  }

  /** Both answers of replications 0, 1, ... as far as there is none missing. */
  pairs() {
    const [before, after] = this.#answers, pairs = [];
    for (let k = 0; before.has(k) && after.has(k); ++k) pairs.push({ before: before.get(k), after: after.get(k) });
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
      else {
        this.#answers[data.plan].set(data.played, data.answer);
        this.#place.municipalities = data.municipalities;
      }
      this.told(data);
    }
    this.#goOn(worker);
  }
}
