// Levers: from what the reader moved to settings as `skranke run --set` takes them.
class Levers {
  /** @param facts  what the report knows of its scenario (engine/report/page/what_if.cpp) */
  constructor(facts) {
    this.facts = facts;
  }

  /** The place alone, if it is not the whole area. @param numbers  of municipalities, its own first */
  base(numbers) {
    if (numbers.length === 0) return [];
    return [`area.municipalities=[${[...numbers].sort().map((number) => `"${number}"`).join(", ")}]`, 'area.shared_desks="scale"'];
  }

  /** @param offices  of the place; none = the whole area */
  changes(moved, offices) {
    return [...this.#positions(moved.positions, offices), ...this.#door(moved.door, offices), ...this.#room(moved.room),
      ...(moved.form ? [`channel.digital.form_from=${this.facts.start}`] : []), ...this.#absence(moved.absence, offices),
      ...this.#height(moved.height), ...this.#when(moved.weeksLater)];
  }

  #positions(added, offices) {
    const settings = [];
    for (const [desk, extra] of Object.entries(added)) {
      if (extra === 0) continue;
      const { more, offices: others } = this.facts.desks[desk];
      settings.push(`desk.${desk}.more=${more + extra}`);
      for (const [id, here] of Object.entries(others))
        if (offices.length === 0 || offices.includes(id)) settings.push(`office.${id}.desk.${desk}.more=${here + extra}`);
    }
    return settings;
  }

  #door(hours, offices) {
    if (hours === "") return [];
    const week = hours === "closed" ? "[{closed = true}]" : `[{mon-fri = "${hours}"}]`;
    const others = (offices.length > 0 ? offices : this.facts.doors).map((id) => `office.${id}.drop_in_hours=${week}`);
    return offices.length > 0 ? others : [`channel.drop_in.hours=${week}`, ...others];
  }

  #room(people) {
    return people === null ? [] : [`channel.drop_in.room=${people}`];
  }

  #absence(share, offices) {
    if (share === null) return [];
    return Object.entries(this.facts.desks).flatMap(([desk, { absent, small }]) => [
      `desk.${desk}.absence=${share}`,
      ...(small ? [`desk.${desk}.small_office.absence=${share}`] : []),
      ...absent.filter((id) => offices.length === 0 || offices.includes(id)).map((id) => `office.${id}.desk.${desk}.absence=${share}`),
    ]);
  }

  #height(times) {
    if (times === 1) return [];
    return Object.entries(this.facts.surges).filter(([, { height }]) => height !== undefined)
      .map(([key, { height }]) => `surge.${key}.height=${Math.round(height * times * 1e6) / 1e6}`);
  }

  #when(weeks) {
    if (weeks === 0) return [];
    return Object.entries(this.facts.surges).map(([key, { weeks_later }]) => `surge.${key}.weeks_later=${weeks_later + weeks}`);
  }

  /** The command that plays the same. @param made  the one that made the report */
  command(made, settings, replications) {
    const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
    const first = /^skranke run (\S+)/.exec(made)?.[1] ?? `${this.facts.name}.toml`;
    const before = [...made.matchAll(/ --set[ =](.*?)(?= --|$)/g)].map(([, setting]) => setting).filter((setting) => !setting.startsWith("name="));
    const seed = /--seed[ =](\d+)/.exec(made)?.[1];
    return [`skranke run ${first}`, ...(seed ? [`--seed ${seed}`] : []), `--replications ${replications}`,
      ...[...before, ...settings, `name=${this.facts.name}-what-if`].map((setting) => `--set ${quoted(setting)}`)].join(" ");
  }
}
