// A clock's times: sorted so that what is in a window is found at once, and written as people read them.

class Clock {
  constructor(records, times, positions) {
    this.times = times;
    this.positions = positions;
    this.records = records;
    const { sent, delivered, started, finished } = times;
    const count = sent.length;
    const end = new Float64Array(count);
    for (let i = 0; i < count; i++) end[i] = Math.max(sent[i], delivered[i], started[i], finished[i]);
    this.end = end;
    // of a damaged trace a message may be there without its leaving, or without any time
    const begin = sent.map((time, i) => [time, delivered[i], started[i], finished[i]].find(each => each !== UNKNOWN) ?? UNKNOWN);
    this.begin = begin;
    this.order = Uint32Array.from({ length: count }, (_, i) => i).filter(i => begin[i] !== UNKNOWN)
      .sort((a, b) => begin[a] - begin[b] || a - b);
    this.begins = Float64Array.from(this.order, i => begin[i]);
    this.latest = Float64Array.from(this.order, i => end[i]);
    for (let k = 1; k < this.latest.length; k++) this.latest[k] = Math.max(this.latest[k], this.latest[k - 1]);
    this.updateOrder = Uint32Array.from({ length: times.done.length }, (_, u) => u)
      .sort((a, b) => times.done[a] - times.done[b] || a - b);
    this.done = Float64Array.from(this.updateOrder, u => times.done[u]);
    const timed = this.order.length;
    const last = Math.max(timed ? this.latest[timed - 1] : 0, this.done.length ? this.done[this.done.length - 1] : 0);
    this.first = timed ? this.begins[0] : this.done.length ? this.done[0] : 0;
    this.last = Math.max(last, this.first + 1);
    this.latency = this.#usualLatency();
    this.#findPresentations();
  }

  /** For arrows that came to nothing. */
  #usualLatency() {
    const { sent, delivered } = this.times;
    const some = [];
    for (let i = 0; i < sent.length && some.length < 1001; i++) {
      if (delivered[i] !== UNKNOWN && sent[i] !== UNKNOWN) some.push(delivered[i] - sent[i]);
    }
    return some.sort((a, b) => a - b)[some.length >> 1] ?? 0;
  }

  #findPresentations() {
    const { presentation, updates, update } = this.records;
    const extents = new Map();
    const add = (number, from, to) => {
      const extent = extents.get(number);
      if (!extent) extents.set(number, { number, from, to });
      else {
        extent.from = Math.min(extent.from, from);
        extent.to = Math.max(extent.to, to);
      }
    };
    for (const i of this.order) add(presentation[i], this.begin[i], this.end[i]);
    for (let u = 0; u < updates; u++) add(update.presentation[u], this.times.done[u], this.times.done[u]);
    this.presentations = [...extents.values()].sort((a, b) => a.number - b.number);
    this.starts = Float64Array.from(this.presentations, each => each.from).sort();
    const gaps = this.starts.length > 1 ? (this.starts.at(-1) - this.starts[0]) / (this.starts.length - 1) : 0;
    this.spacing = gaps || this.last - this.first;
  }

  presentation(number) {
    return this.presentations[lowerBound(this.presentations.map(each => each.number), number)];
  }

  /** The places in the order of sending of the messages that touch a window. */
  within(from, to) {
    return [lowerBound(this.latest, from), lowerBound(this.begins, to + 1e-9)];
  }

  /** How many touch a window; one that took long has many between its beginning and the window that don't. */
  count(from, to) {
    const [first, last] = this.within(from, to);
    let count = 0;
    for (let k = first; k < last; k++) if (this.end[this.order[k]] >= from) count++;
    return count;
  }

  /** Like {@link within}, of updates. */
  updatesWithin(from, to) {
    return [lowerBound(this.done, from), lowerBound(this.done, to + 1e-9)];
  }

  extent(item) {
    const { count } = this.records;
    if (item < count) return [this.begin[item], this.end[item]];
    return [this.times.done[item - count], this.times.done[item - count]];
  }

  /** With as many digits as a difference of that size needs. */
  words(time, resolution) {
    if (time === UNKNOWN) return '–';
    if (this.positions) return whole(time);
    const [unit, name] = unitOf(Math.max(Math.abs(time), resolution * 10));
    const digits = clamp(Math.ceil(-Math.log10(resolution / unit) - 1e-9), 0, 9);
    return (time / unit).toFixed(digits) + '\u202f' + name;
  }

  exact(time) {
    return time === UNKNOWN ? '–' : whole(time) + (this.positions ? '' : '\u202fns');
  }

  span(time) {
    if (this.positions) return counted(time, 'position');
    const [unit, name] = unitOf(Math.abs(time));
    return short(time / unit) + '\u202f' + name;
  }

  /** Round times, as close as there is room. */
  ticks(from, to, most) {
    const rough = Math.max((to - from) / most, this.positions ? 1 : 1e-3);
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(each => each >= rough * (1 - 1e-9));
    const ticks = [];
    for (let k = Math.ceil(from / step); k * step <= to; k++) ticks.push(k * step);
    return { step, ticks };
  }
}

const unitOf = time =>
  time >= 1e9 ? [1e9, 's'] : time >= 1e6 ? [1e6, 'ms'] : time >= 1e3 ? [1e3, 'µs'] : [1, 'ns'];
