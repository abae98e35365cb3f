// What is too small to be drawn one by one: how busy each lane is, how much goes up and down between lanes, in columns of
// a pixel. They are painted into a small picture, a few rows for each lane, and stretched.

const BAND_ROWS = 16;
/** The rows of a lane: its band, what goes on between it and the lane below, and the updates of W and of V. */
const LANE_ROWS = 2 * BAND_ROWS + 2;
/** Columns on each side. */
const SMOOTHED = 4;

class Density {
  constructor(view) {
    this.view = view;
    this.picture = document.createElement('canvas');
  }

  draw(context, width, alpha) {
    const { view } = this;
    const { lanes, records } = view;
    const columns = Math.max(Math.floor(width - GUTTER), 1);
    const palette = view.colours.palette(view.colouring);
    this.#count(columns, palette.length);
    this.#paint(columns, palette);
    context.save();
    context.imageSmoothingEnabled = false;
    for (let lane = 0; lane < lanes.count; lane++) {
      const row = lane * LANE_ROWS;
      const top = lanes.centre(lane) - lanes.band / 2;
      const piece = (from, rows, y, height) =>
        context.drawImage(this.picture, 0, row + from, columns, rows, GUTTER, y, columns, height);
      context.globalAlpha = alpha * 0.4;
      piece(BAND_ROWS, BAND_ROWS, top + lanes.band + 9, lanes.height - lanes.band - 11);
      context.globalAlpha = alpha;
      piece(0, BAND_ROWS, top, lanes.band);
      if (records.updates > 0) {
        piece(2 * BAND_ROWS, 1, top + lanes.band + 2, 2);
        piece(2 * BAND_ROWS + 1, 1, top + lanes.band + 5, 2);
      }
    }
    context.restore();
  }

  #count(columns, buckets) {
    const { view } = this;
    const { records, clock, lanes, colours } = view;
    const { delivered, started, finished } = clock.times;
    const sent = clock.begin;
    const size = lanes.count * buckets * columns;
    if (this.busy?.length !== size) {
      this.busy = new Float32Array(size);
      this.between = new Float32Array(size);
      this.learnt = new Float32Array(lanes.count * 2 * columns);
    } else {
      this.busy.fill(0);
      this.between.fill(0);
      this.learnt.fill(0);
    }
    const scale = columns / (view.to - view.from);
    const [first, last] = clock.within(view.from, view.to);
    for (let k = first; k < last; k++) {
      const i = clock.order[k];
      if (clock.end[i] < view.from || !view.isShown(i)) continue;
      const bucket = colours.bucket(view.colouring, i);
      const to = lanes.of(records.to[i]);
      if (finished[i] !== UNKNOWN && started[i] !== UNKNOWN) {
        const from = (started[i] - view.from) * scale;
        spread(this.busy, (to * buckets + bucket) * columns, columns, from, Math.max((finished[i] - view.from) * scale, from + 0.05));
      }
      const at = (((delivered[i] === UNKNOWN ? sent[i] : (sent[i] + delivered[i]) / 2) - view.from) * scale) | 0;
      if (at < 0 || at >= columns) continue;
      const start = lanes.of(records.from[i]);
      for (let lane = Math.min(start, to); lane < Math.max(start, to); lane++) {
        this.between[(lane * buckets + bucket) * columns + at]++;
      }
    }
    const [begin, end] = clock.updatesWithin(view.from, view.to);
    for (let k = begin; k < end; k++) {
      const u = clock.updateOrder[k];
      if (!view.isShown(records.count + u)) continue;
      const { at, mapping } = records.update.of[records.update.weights[u]];
      const x = ((clock.done[k] - view.from) * scale) | 0;
      if (x >= 0 && x < columns) this.learnt[(lanes.of(at) * 2 + (mapping === 'forward' ? 0 : 1)) * columns + x]++;
    }
  }

  #paint(columns, palette) {
    const { lanes, colours } = this.view;
    for (let row = 0; row < this.between.length; row += columns) smooth(this.between, row, columns);
    const { picture } = this;
    if (picture.width !== columns || picture.height !== lanes.count * LANE_ROWS) {
      picture.width = columns;
      picture.height = lanes.count * LANE_ROWS;
    }
    const context = picture.getContext('2d');
    const image = context.createImageData(columns, picture.height);
    const pixels = new Uint32Array(image.data.buffer);
    const most = this.#most(columns, palette.length);
    const solid = palette.map(rgb).map(([r, g, b]) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0);
    const [inkR, inkG, inkB] = rgb(colours.ink);
    for (let lane = 0; lane < lanes.count; lane++) {
      const base = lane * LANE_ROWS * columns;
      for (let x = 0; x < columns; x++) {
        stack(this.busy, lane, x, 1, pixels, base, columns, solid);
        stack(this.between, lane, x, most, pixels, base + BAND_ROWS * columns, columns, solid);
        for (let mapping = 0; mapping < 2; mapping++) {
          const many = this.learnt[(lane * 2 + mapping) * columns + x];
          const alpha = many === 0 ? 0 : Math.round(255 * (1 - Math.exp(-many * 0.9)) * (mapping === 0 ? 0.9 : 0.5));
          pixels[base + (2 * BAND_ROWS + mapping) * columns + x] = ((alpha << 24) | (inkB << 16) | (inkG << 8) | inkR) >>> 0;
        }
      }
    }
    context.putImageData(image, 0, 0);
  }

  /** Between any two lanes, in any column. */
  #most(columns, buckets) {
    let most = 0;
    for (let lane = 0; lane < this.view.lanes.count; lane++) {
      for (let x = 0; x < columns; x++) {
        let total = 0;
        for (let bucket = 0; bucket < buckets; bucket++) total += this.between[(lane * buckets + bucket) * columns + x];
        most = Math.max(most, total);
      }
    }
    return most;
  }
}

/** A column of a lane: how much there is, the colours one above the other. */
const stack = (values, lane, x, most, pixels, base, columns, solid) => {
  const at = bucket => (lane * solid.length + bucket) * columns + x;
  let total = 0;
  for (let bucket = 0; bucket < solid.length; bucket++) total += values[at(bucket)];
  if (total === 0) return;
  const scale = BAND_ROWS / Math.max(total, most);
  let height = 0;
  let row = 0;
  for (let bucket = 0; bucket < solid.length; bucket++) {
    const value = values[at(bucket)];
    if (value === 0) continue;
    height += value * scale;
    for (const until = Math.max(Math.round(height), 1); row < until && row < BAND_ROWS; row++) {
      pixels[base + (BAND_ROWS - 1 - row) * columns + x] = solid[bucket];
    }
  }
};

/** Shares of an interval out among columns, as much to each as falls into it. */
const spread = (sums, base, columns, from, to) => {
  const first = Math.max(Math.floor(from), 0);
  const last = Math.min(Math.floor(to), columns - 1);
  for (let x = first; x <= last; x++) sums[base + x] += Math.min(to, x + 1) - Math.max(from, x);
};

/** Each column becomes the mean of itself and its neighbours, so that regular patterns don't turn into stripes. */
const smooth = (values, base, columns) => {
  const width = 2 * SMOOTHED + 1;
  const before = values.slice(base, base + columns);
  let sum = 0;
  for (let x = -SMOOTHED; x < columns; x++) {
    sum += (before[x + SMOOTHED] ?? 0) - (before[x - SMOOTHED - 1] ?? 0);
    if (x >= 0) values[base + x] = Math.max(sum, 0) / width;
  }
};
