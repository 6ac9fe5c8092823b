// A team of workers plays two plans for the same people, replication by replication, and tells how far they are.
class Team {
  static kMost = 4;
  #job = 0;
  #workers = [];
  #answers = new Map(); // of the plan as it is, by its settings: answers by replication

  /** @param told  called with {problems}, {played} or {failed} */
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
  }

  /** Plays replications 0 to most - 1 of both plans; whatever was asked before is dropped. */
  ask(base, changed, most) {
    ++this.#job;
    const key = JSON.stringify(base);
    if (!this.#answers.has(key)) this.#answers.set(key, new Map());
    this.before = this.#answers.get(key);
    this.after = new Map();
    this.#next = 0;
    this.#most = most;
    for (const worker of this.#workers) worker.postMessage({ open: this.#job, base, changed });
  }

  /** Both answers of replications 0, 1, ... as far as there is none missing. */
  pairs() {
    const pairs = [];
    for (let k = 0; this.after.has(k); ++k) pairs.push({ before: this.before.get(k), after: this.after.get(k) });
    return pairs;
  }

  stop() {
    this.#most = 0;
  }

  end() {
    for (const worker of this.#workers) worker.terminate();
  }

  #next = 0;
  #most = 0;

  #heard(worker, data) {
    if (data.failed) return this.told(data);
    if ((data.opened ?? data.job) !== this.#job) return;
    if ("opened" in data && !data.ready) return this.told({ problems: data.problems });
    if ("opened" in data) this.municipalities = data.municipalities;
    if ("played" in data) {
      if (data.before) this.before.set(data.played, data.before);
      this.after.set(data.played, data.after);
      this.told({ played: this.after.size });
    }
    if (this.#next >= this.#most) return;
    const play = this.#next++;
    worker.postMessage({ play, job: this.#job, both: !this.before.has(play) });
  }
}
