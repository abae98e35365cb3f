// Messages and updates as columns of typed arrays. An item is a number: a message's row, or, counted on from there, an update's.

const bytesOf = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

/** Whole numbers of seven bits a byte. */
const numbersOf = text => {
  const bytes = bytesOf(text);
  const numbers = new Float64Array(bytes.length);
  let count = 0;
  for (let i = 0; i < bytes.length; ) {
    let value = 0;
    let scale = 1;
    let byte;
    do {
      byte = bytes[i++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    numbers[count++] = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
  return numbers.slice(0, count);
};

const summed = steps => {
  for (let i = 1; i < steps.length; i++) steps[i] += steps[i - 1];
  return steps;
};

/** Each adds to the last one of the same key. */
const summedBy = (steps, keys) => {
  const last = new Map();
  for (let i = 0; i < steps.length; i++) {
    steps[i] += last.get(keys[i]) ?? 0;
    last.set(keys[i], steps[i]);
  }
  return steps;
};

const floatsOf = text => new Float32Array(bytesOf(text).buffer);

const UNKNOWN = -1;

/** Delays on a base become times; where one is unknown the base stays. */
const stages = (sent, columns) => {
  const base = sent.slice();
  return columns.map(delays => {
    const times = new Float64Array(base.length);
    for (let i = 0; i < base.length; i++) {
      const delay = delays[i];
      times[i] = delay === 0 ? UNKNOWN : base[i] + (delay > 0 ? delay - 1 : delay);
      if (delay !== 0) base[i] = times[i];
    }
    return times;
  });
};

const placeName = place => (place < 0 ? 'teacher' : place === 0 ? 'input' : 'layer-' + place);

class Records {
  constructor(data) {
    this.header = data.header;
    this.depth = data.header.units.length - 1;
    this.outcomes = data.outcomes;
    this.notes = data.notes;
    this.count = data.messages.count;
    this.updates = data.updates.count;
    this.#readMessages(data.messages, data.wall);
    this.#readUpdates(data.updates, data.wall);
    this.#linkEffects();
    this.#findStaleness();
    this.payloads = data.payloads ? new Payloads(data.payloads) : undefined;
  }

  #readMessages(data, wall) {
    const columns = data.columns ?? {};
    const column = name => numbersOf(columns[name] ?? '');
    const names = ['kind', 'from', 'to', 'purpose', 'encoding', 'units', 'batch', 'bits'];
    this.links = (data.links ?? []).map(link => Object.fromEntries(link.map((value, i) => [names[i], value])));
    this.kinds = KINDS.filter(kind => this.links.some(link => link.kind === kind));
    this.link = Uint32Array.from(column('link'));
    this.from = Int32Array.from(this.link, link => this.links[link].from);
    this.to = Int32Array.from(this.link, link => this.links[link].to);
    this.kind = Uint8Array.from(this.link, link => this.kinds.indexOf(this.links[link].kind));
    this.outcome = Uint8Array.from(column('outcome'));
    this.sequence = summedBy(column('sequence'), this.from);
    this.w = summedBy(column('w'), this.from);
    this.v = summedBy(column('v'), this.from);
    this.presentation = summed(column('presentation'));
    this.clocks = ['', ...(wall ? ['wall_'] : [])].map(clock => {
      const sent = summed(column(clock + 'sent'));
      const rest = stages(sent, ['delivered', 'started', 'finished'].map(name => column(clock + name)));
      return { sent, delivered: rest[0], started: rest[1], finished: rest[2] };
    });
    this.causeStart = Uint32Array.from([0, ...summed(column('causes'))]);
    this.cause = Int32Array.from(summed(column('cause')));
    this.outside = data.outside ?? [];
    this.bySequence = new Map();
    for (let i = 0; i < this.count; i++) {
      const sent = this.bySequence.get(this.from[i]) ?? new Map();
      this.bySequence.set(this.from[i], sent);
      // of copies the one that was handled
      if (!sent.has(this.sequence[i]) || this.outcome[i] === 0) sent.set(this.sequence[i], i);
    }
  }

  #readUpdates(data, wall) {
    const column = name => numbersOf(data.columns[name] ?? '');
    const of = data.weights.map(([layer, mapping, at, purpose]) => ({ layer, mapping, at, purpose }));
    const weights = column('weights');
    this.update = {
      of,
      weights,
      version: summedBy(column('version'), weights),
      presentation: summed(column('presentation')),
      staleness: column('staleness'),
      cause: Int32Array.from(summed(column('cause'))),
      outside: data.outside,
      loss: floatsOf(data.floats.loss),
      norm: floatsOf(data.floats.norm),
      byVersion: new Map(),
    };
    this.clocks[0].done = summed(column('time'));
    if (wall) {
      this.clocks[1].begun = summed(column('wall_started'));
      [this.clocks[1].done] = stages(this.clocks[1].begun, [column('wall_finished')]);
    }
    for (let u = 0; u < this.updates; u++) {
      this.update.byVersion.set(this.name(this.count + u), this.count + u);
    }
  }

  /** What each message brought about: items, in one array, with where each message's begin. */
  #linkEffects() {
    const sizes = new Uint32Array(this.count + 1);
    const each = use => {
      for (let i = 0; i < this.count; i++) {
        for (let k = this.causeStart[i]; k < this.causeStart[i + 1]; k++) {
          if (this.cause[k] >= 0) use(this.cause[k], i);
        }
      }
      for (let u = 0; u < this.updates; u++) if (this.update.cause[u] >= 0) use(this.update.cause[u], this.count + u);
    };
    each(cause => sizes[cause + 1]++);
    for (let i = 0; i < this.count; i++) sizes[i + 1] += sizes[i];
    this.effectStart = sizes;
    this.effect = new Uint32Array(sizes[this.count]);
    const next = sizes.slice();
    each((cause, item) => (this.effect[next[cause]++] = item));
  }

  /** A message is as stale as the stalest update that it brought about; −1 where it brought about none. */
  #findStaleness() {
    this.staleness = new Float64Array(this.count + this.updates).fill(-1);
    this.stalest = 0;
    for (let u = 0; u < this.updates; u++) {
      const staleness = this.update.staleness[u];
      const cause = this.update.cause[u];
      this.staleness[this.count + u] = staleness;
      if (cause >= 0) this.staleness[cause] = Math.max(this.staleness[cause], staleness);
      this.stalest = Math.max(this.stalest, staleness);
    }
  }

  isUpdate(item) {
    return item >= this.count;
  }

  /** As commands name it. */
  name(item) {
    if (!this.isUpdate(item)) return placeName(this.from[item]) + ':' + this.sequence[item];
    const u = item - this.count;
    const { layer, mapping } = this.update.of[this.update.weights[u]];
    return 'layer-' + layer + ':' + mapping + ':' + this.update.version[u];
  }

  /** The item of that name; −1 where none is here. */
  find(name) {
    const message = /^(teacher|input|layer-(\d+)):(\d+)$/.exec(name);
    if (!message) return this.update.byVersion.get(name) ?? -1;
    const place = message[1] === 'teacher' ? -1 : Number(message[2] ?? 0);
    return this.bySequence.get(place)?.get(Number(message[3])) ?? -1;
  }

  presentationOf(item) {
    return this.isUpdate(item) ? this.update.presentation[item - this.count] : this.presentation[item];
  }

  /** Where it came to something. */
  placeOf(item) {
    return this.isUpdate(item) ? this.update.of[this.update.weights[item - this.count]].at : this.to[item];
  }

  /** In a word. */
  word(item) {
    if (!this.isUpdate(item)) return this.kinds[this.kind[item]];
    const { layer, mapping } = this.update.of[this.update.weights[item - this.count]];
    return 'update of ' + (mapping === 'forward' ? 'W' : 'V') + ' ' + layer;
  }
}

/** What messages carried: exact statistics, and samples and whole arrays in 255 shades. */
class Payloads {
  constructor(data) {
    this.rows = summed(numbersOf(data.rows));
    const lengths = numbersOf(data.lengths);
    this.start = Uint32Array.from([0, ...summed(lengths.slice())]);
    this.samples = new Int8Array(bytesOf(data.samples).buffer);
    for (const name of ['mean', 'deviation', 'ones', 'saturated', 'scale']) this[name] = floatsOf(data.floats[name]);
    this.digest = new Uint32Array(bytesOf(data.floats.digest).buffer);
    this.arrays = data.arrays.map(each => ({ ...each, values: new Int8Array(bytesOf(each.values).buffer) }));
    this.byRow = new Map(Array.from(this.rows, (row, place) => [row, place]));
  }

  of(item) {
    return this.byRow.get(item);
  }

  sample(place) {
    const shares = this.samples.subarray(this.start[place], this.start[place + 1]);
    return Array.from(shares, share => (share === -128 ? NaN : (share / 127) * this.scale[place]));
  }

  arrayOf(item) {
    return this.arrays.find(each => each.row === item);
  }
}
