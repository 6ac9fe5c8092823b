"use strict";
// The engine: one instance of the WebAssembly module, spoken to through its C interface (exports.cpp).
//
// Form     texts in and out; answers are JSON. What the engine prints is kept for errors.
// Memory   one plan as it is and one changed, each with its world.
// Errors   an Error with the engine's own words; after it the instance is not to be used again.
class Engine {
  #exports;
  #printed = "";

  /** @param {WebAssembly.Module} module */
  static async start(module) {
    const engine = new Engine();
    const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: engine.#system(module) });
    engine.#exports = instance.exports;
    engine.#guarded(() => instance.exports._initialize());
    return engine;
  }

  /** The module from its bytes, packed with gzip, as base64. */
  static async module(base64) {
    const packed = Uint8Array.from(atob(base64.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compile(await new Response(stream).arrayBuffer());
  }

  /** Reads a stored scenario with settings. @returns its facts; "problems" says why there is no plan, if there is none. */
  open(plan, stored, settings) {
    this.#ask(0, stored);
    this.#ask(1, JSON.stringify(settings));
    return this.#guarded(() => {
      const ready = this.#exports.skranke_open(plan) === 1;
      return { ready, ...this.#answer() };
    });
  }

  play(plan, replication) {
    return this.#guarded(() => {
      if (this.#exports.skranke_play(plan, replication) !== 1) throw new Error("there is no plan to play");
      return this.#answer();
    });
  }

  /** What was played of plan 0, to reckon from. @param played  {desks: summed over replications, runs} */
  know(played) {
    this.#ask(0, JSON.stringify(played));
    this.#guarded(() => {
      if (this.#exports.skranke_know() !== 1) throw new Error("there is no plan to reckon from");
    });
  }

  /** What formulas say of both plans, from what is known of plan 0. */
  reckon() {
    return this.#guarded(() => {
      if (this.#exports.skranke_reckon() !== 1) throw new Error("there are no two plans to reckon with");
      return this.#answer();
    });
  }

  /** @param pairs  [{before, after}] of one place, by replication */
  compare(pairs) {
    this.#ask(0, JSON.stringify(pairs));
    return this.#guarded(() => {
      this.#exports.skranke_compare();
      return this.#answer();
    });
  }

  #ask(which, text) {
    const bytes = new TextEncoder().encode(text);
    const at = this.#guarded(() => this.#exports.skranke_request(which, bytes.length));
    new Uint8Array(this.#exports.memory.buffer, at, bytes.length).set(bytes);
  }

  #answer() {
    const at = this.#exports.skranke_answer();
    return JSON.parse(new TextDecoder().decode(new Uint8Array(this.#exports.memory.buffer, at, this.#exports.skranke_answer_size())));
  }

  #guarded(call) {
    try {
      return call();
    } catch (error) {
      throw error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? new Error(this.#printed.trim() || String(error)) : error;
    }
  }

  /** What the C library asks of a system: it may print; there are no files, no clock and no environment. */
  #system(module) {
    const kNotSupported = 52;
    const calls = {};
    for (const { name } of WebAssembly.Module.imports(module)) calls[name] = () => kNotSupported;
    calls.fd_write = (file, texts, count, written) => {
      const memory = new DataView(this.#exports.memory.buffer);
      let bytes = 0;
      for (let i = 0; i < count; ++i) {
        const [at, size] = [memory.getUint32(texts + 8 * i, true), memory.getUint32(texts + 8 * i + 4, true)];
        this.#printed += new TextDecoder().decode(new Uint8Array(this.#exports.memory.buffer, at, size));
        bytes += size;
      }
      memory.setUint32(written, bytes, true);
      return 0;
    };
    calls.proc_exit = (status) => {
      throw new Error(this.#printed.trim() || `the engine ended with status ${status}`);
    };
    return calls;
  }
}
