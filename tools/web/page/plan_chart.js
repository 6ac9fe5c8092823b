// Open cases of two plans, week by week: a line and a field each, plan A dashed and grey and above, plan B whole and blue, both named.
//
// Shape   bands: by plan and week [low, middle, high]; a plan without weeks is not drawn.
// Units   drawing units, as in engine/report/figure.cpp.
class PlanChart {
  static #size = { left: 72, right: 530, top: 16, bottom: 228, weeks: 248, key: 274 };
  static #styles = ["plan-a", "plan-b"];

  /** @param box  holds the picture and its table */
  constructor(box) {
    this.box = box;
    this.drawing = box.querySelector("svg g");
    this.body = box.querySelector("tbody");
  }

  /** @param weekly  {bands, weeks: their numbers} @param say  {number, week, plans: names} in the reader's language */
  show(weekly, say) {
    this.box.hidden = weekly.weeks.length === 0;
    if (this.box.hidden) return;
    this.drawing.replaceChildren(...this.#picture(weekly, say));
    this.body.replaceChildren(...this.#rows(weekly, say));
  }

  #picture({ bands, weeks }, say) {
    const { left, right, top, bottom } = PlanChart.#size;
    const most = Math.max(1, ...bands.flat().map(([, , high]) => high));
    const step = PlanChart.#roundUp(most / 5), ceiling = step * Math.ceil(most / step);
    const scale = {
      x: (week) => left + ((right - left) * (week + 1)) / weeks.length,
      y: (count) => bottom - ((bottom - top) * count) / ceiling,
    };
    const shown = bands.map((band, plan) => ({ band, css: PlanChart.#styles[plan], letter: "AB"[plan], name: say.plans[plan] }))
      .filter(({ band }) => band.length > 0);
    return [...this.#grid(scale, step, ceiling, say), ...this.#weekNames(scale, weeks, say),
      ...shown.map(({ band, css }) => this.#field(scale, band, css)), ...shown.map(({ band, css }) => this.#line(scale, band, css)).reverse(),
      ...this.#letters(scale, shown), ...shown.flatMap(({ css, name }, i) => this.#key(css, name, i))];
  }

  #grid({ y }, step, ceiling, say) {
    const { left, right } = PlanChart.#size, marks = [];
    for (let count = 0; count <= ceiling * (1 + 1e-9); count += step)
      marks.push(this.#element("path", { class: "grid", d: `M${left} ${y(count)}H${right}` }),
        this.#text(say.number(count), { class: "y", x: left - 8, y: y(count), dy: ".35em" }));
    return marks;
  }

  #weekNames({ x }, weeks, say) {
    const every = 1 + Math.floor((weeks.length - 1) / 12);
    const { left, weeks: y } = PlanChart.#size;
    return [this.#text(say.week, { class: "y", x: left - 8, y }), ...weeks.flatMap((week, i) => (i % every !== 0 ? []
      : [this.#text(week, { x: x(i), y, "text-anchor": "middle" })]))];
  }

  #field({ x, y }, band, css) {
    const over = band.map(([, , high], week) => `${x(week)},${y(high)}`);
    const under = band.map(([low], week) => `${x(week)},${y(low)}`).reverse();
    return this.#element("polygon", { class: css, points: [...over, ...under].join(" ") });
  }

  #line({ x, y }, band, css) {
    return this.#element("polyline", { class: css, points: band.map(([, middle], week) => `${x(week)},${y(middle)}`).join(" ") });
  }

  /** The plans' letters at the ends of their lines, apart from each other. */
  #letters({ x, y }, shown) {
    const least = 20;
    const at = shown.map(({ band }) => y(band.at(-1)[1]));
    if (at.length === 2 && Math.abs(at[0] - at[1]) < least) {
      const [upper, lower] = at[0] <= at[1] ? [0, 1] : [1, 0], middle = (at[0] + at[1]) / 2;
      [at[upper], at[lower]] = [middle - least / 2, middle + least / 2];
    }
    return shown.map(({ band, letter }, i) => this.#text(letter, { class: "name", x: x(band.length - 1) + 6, y: at[i], dy: ".35em" }));
  }

  #key(css, name, row) {
    const y = PlanChart.#size.key + 20 * row, { left } = PlanChart.#size;
    return [this.#element("polyline", { class: css, points: `${left},${y - 4} ${left + 32},${y - 4}` }), this.#text(name, { x: left + 40, y })];
  }

  #rows({ bands, weeks }, say) {
    return weeks.map((week, i) => {
      const row = document.createElement("tr"), head = document.createElement("th");
      head.scope = "row";
      head.textContent = week;
      row.append(head);
      for (const band of bands)
        for (let number = 0; number < 3; ++number) row.insertCell().textContent = band.length > 0 ? say.number(band[i][number]) : "–";
      return row;
    });
  }

  #element(name, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  #text(words, attributes) {
    const text = this.#element("text", attributes);
    text.textContent = words;
    return text;
  }

  /** 1, 2 or 5 times a power of ten, a whole number. */
  static #roundUp(value) {
    const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
    return power * [1, 2, 5, 10].find((times) => times * power >= value);
  }
}
