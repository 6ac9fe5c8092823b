// What formulas say of plan B while it is being chosen, from what was played of plan A: at once, and not simulated.
//
// Cost    of a municipality some tens of milliseconds, of a county some hundreds; `took` tells.
// Errors  none are told: where nothing can be reckoned there is no answer, and the simulated one comes soon.
class Reckoning {
  #known = { plan: "", runs: 0 };
  took = 0; // ms, the last one

  constructor(engine, stored) {
    this.engine = engine;
    this.stored = stored;
  }

  /** @param played  {desks, runs} of plan A, or null @returns {before, after} by kind of desk (what_if.hpp), or null */
  of([planA, planB], played) {
    if (!played || JSON.stringify(planA) === JSON.stringify(planB)) return null;
    const began = performance.now();
    try {
      if (!this.#know(planA, played) || !this.engine.open(1, this.stored, planB).ready) return null;
      const answer = this.engine.reckon();
      return answer.problems ? null : answer;
    } catch {
      return null;
    } finally {
      this.took = performance.now() - began;
    }
  }

  /** Learns plan A anew when twice as much of it has been played. */
  #know(plan, played) {
    const key = JSON.stringify(plan);
    if (this.#known.plan === key && played.runs < 2 * this.#known.runs) return true;
    if (this.#known.plan !== key && !this.engine.open(0, this.stored, plan).ready) return false;
    this.engine.know(played);
    this.#known = { plan: key, runs: played.runs };
    return true;
  }
}

/** The desk whose work changes most, of those that there are words for. @returns {desk, before, after}, or null if none changes */
function mostChanged({ before, after }, desks) {
  const changes = desks.filter((desk) => before[desk].load !== null && after[desk].load !== null)
    .map((desk) => ({ desk, before: before[desk].load, after: after[desk].load }));
  const least = 0.0005;
  const [most] = changes.sort((one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before));
  return most && Math.abs(most.after - most.before) >= least ? most : null;
}
