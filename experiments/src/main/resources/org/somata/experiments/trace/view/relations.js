// What an item follows from, all the way back, and what follows from it.

class Relations {
  constructor(records) {
    this.records = records;
  }

  /** Items that it follows from directly. */
  causes(item) {
    const { records } = this;
    if (records.isUpdate(item)) {
      const cause = records.update.cause[item - records.count];
      return cause < 0 ? [] : [cause];
    }
    return Array.from(records.cause.subarray(records.causeStart[item], records.causeStart[item + 1])).filter(each => each >= 0);
  }

  /** Names of direct causes that aren't shown. */
  outside(item) {
    const { records } = this;
    if (records.isUpdate(item)) {
      const cause = records.update.cause[item - records.count];
      return cause < 0 ? [records.update.outside[-1 - cause]] : [];
    }
    return Array.from(records.cause.subarray(records.causeStart[item], records.causeStart[item + 1]))
      .filter(each => each < 0)
      .map(each => records.outside[-1 - each]);
  }

  /** Items that it brought about directly. */
  effects(item) {
    const { records } = this;
    if (records.isUpdate(item)) return [];
    return Array.from(records.effect.subarray(records.effectStart[item], records.effectStart[item + 1]));
  }

  /** Everything that a step leads to, without where it begins. */
  #all(item, step) {
    const found = new Set();
    const waiting = [item];
    while (waiting.length > 0) {
      for (const each of step(waiting.pop())) {
        if (each !== item && !found.has(each)) {
          found.add(each);
          waiting.push(each);
        }
      }
    }
    return found;
  }

  of(item) {
    const causes = this.#all(item, each => this.causes(each));
    const effects = this.#all(item, each => this.effects(each));
    return { item, causes, effects, all: new Set([item, ...causes, ...effects]) };
  }
}
