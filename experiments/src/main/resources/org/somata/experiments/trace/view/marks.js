// What the timeline shows one by one: messages as arrows, their handling as slices, updates as triangles.

class Marks {
  constructor(timeline) {
    this.timeline = timeline;
    this.view = timeline.view;
    this.context = timeline.context;
  }

  /** Colour by colour, for a context is slow to change. */
  draw(messages, updates, alpha, weight = 1) {
    const { context, view } = this;
    const palette = view.colours.palette(view.colouring);
    const buckets = palette.map(() => []);
    for (const i of messages) buckets[view.colours.bucket(view.colouring, i)].push(i);
    const room = (this.timeline.width - GUTTER) / Math.max(messages.length, 1);
    const heads = room > 1.6 || weight > 1;
    context.globalAlpha = alpha;
    buckets.forEach((items, bucket) => {
      if (items.length === 0) return;
      context.strokeStyle = palette[bucket];
      context.fillStyle = palette[bucket];
      context.lineWidth = weight * clamp(0.6 + room * 0.1, 0.7, 1.4);
      this.#arrows(items.filter(i => view.records.outcome[i] === 0), heads);
      this.#waits(items, room);
      this.#slices(items);
    });
    messages.filter(i => view.records.outcome[i] !== 0).forEach(i => this.#failed(i, weight));
    const size = weight > 1 ? 4 : clamp(room * 0.7, 1.6, 4);
    updates.forEach(item => this.#mark(item, size));
    if (alpha === 1 && (room > 4 || weight > 1)) this.#words(messages);
    context.globalAlpha = 1;
  }

  /** Where a message leaves its sender's band and comes to its receiver's. */
  arrowAt(item) {
    const { view } = this;
    const { records, clock, lanes } = view;
    const sent = clock.begin[item];
    const delivered = clock.times.delivered[item];
    const from = lanes.of(records.from[item]);
    const to = lanes.of(records.to[item]);
    const way = to < from ? -1 : 1;
    const edge = lanes.band / 2 + 1;
    const arrow = {
      x1: this.timeline.x(sent),
      y1: lanes.centre(from) + way * edge,
      x2: this.timeline.x(delivered === UNKNOWN ? sent + clock.latency : delivered),
      y2: lanes.centre(to) - way * edge,
      way,
    };
    if (delivered === UNKNOWN) {
      // it did not get there
      arrow.x2 = arrow.x1 + (arrow.x2 - arrow.x1) * 0.6;
      arrow.y2 = arrow.y1 + (arrow.y2 - arrow.y1) * 0.6;
    }
    return arrow;
  }

  #arrows(items, heads) {
    const { context } = this;
    context.beginPath();
    const ends = [];
    for (const i of items) {
      const arrow = this.arrowAt(i);
      context.moveTo(arrow.x1, arrow.y1);
      context.lineTo(arrow.x2, arrow.y2);
      if (heads) ends.push(arrow);
    }
    context.stroke();
    context.beginPath();
    for (const { x1, y1, x2, y2 } of ends) {
      const length = Math.hypot(x2 - x1, y2 - y1) || 1;
      const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
      context.moveTo(x2, y2);
      context.lineTo(x2 - dx * 7 - dy * 3, y2 - dy * 7 + dx * 3);
      context.lineTo(x2 - dx * 7 + dy * 3, y2 - dy * 7 - dx * 3);
    }
    context.fill();
  }

  /** Between its coming and its turn. */
  #waits(items, room) {
    const { context, view } = this;
    const { delivered, started } = view.clock.times;
    if (room < 1) return;
    context.save();
    context.setLineDash([2, 3]);
    context.lineWidth = 1;
    context.beginPath();
    for (const i of items) {
      if (started[i] === UNKNOWN || delivered[i] === UNKNOWN) continue;
      const { y2 } = this.arrowAt(i);
      const from = this.timeline.x(delivered[i]);
      const to = this.timeline.x(started[i]);
      if (to - from < 3) continue;
      context.moveTo(from, y2);
      context.lineTo(to, y2);
    }
    context.stroke();
    context.restore();
  }

  sliceAt(item) {
    const { started, finished } = this.view.clock.times;
    if (started[item] === UNKNOWN || finished[item] === UNKNOWN) return undefined;
    const [y, height] = this.view.lanes.slice(item);
    const x = this.timeline.x(started[item]);
    return { x, y, width: Math.max(this.timeline.x(finished[item]) - x, 1), height };
  }

  #slices(items) {
    const { context } = this;
    context.beginPath();
    for (const i of items) {
      const box = this.sliceAt(i);
      // a hair's breadth between neighbours
      if (box) context.rect(box.x, box.y, box.width > 4 ? box.width - 1 : box.width, box.height);
    }
    context.fill();
  }

  #words(items) {
    const { context, view } = this;
    const { records } = view;
    context.font = '500 11px system-ui, sans-serif';
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.fillStyle = view.colours.raised;
    for (const i of items) {
      const box = this.sliceAt(i);
      if (!box || box.height < 10) continue;
      const left = Math.max(box.x, GUTTER);
      const width = Math.min(box.x + box.width, this.timeline.width) - left - 8;
      const number = String(records.presentation[i]);
      const word = [records.kinds[records.kind[i]] + ' ' + number, number].find(each => each.length * 6.3 < width);
      if (word) context.fillText(word, left + 4, box.y + box.height / 2 + 0.5);
    }
  }

  /** Lost, expired, a copy, or nowhere yet. */
  #failed(item, weight) {
    const { context, view } = this;
    const outcome = view.records.outcomes[view.records.outcome[item]];
    const { x1, y1, x2, y2 } = this.arrowAt(item);
    context.save();
    context.strokeStyle = view.colours.ofOutcome(outcome);
    context.lineWidth = 1.2 * weight;
    context.setLineDash([4, 3]);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
    context.setLineDash([]);
    context.lineWidth = 2;
    context.beginPath();
    if (outcome !== 'in-flight') {
      for (const side of [-4, 4]) {
        context.moveTo(x2 - side, y2 - 4);
        context.lineTo(x2 + side, y2 + 4);
      }
    }
    context.stroke();
    if (outcome !== 'lost') {
      context.lineWidth = 1.2;
      context.beginPath();
      if (outcome === 'duplicate') context.rect(x2 - 6.5, y2 - 6.5, 13, 13);
      else context.arc(x2, y2, outcome === 'expired' ? 7 : 3.5, 0, 7);
      context.stroke();
    }
    context.restore();
  }

  markAt(item) {
    const { records, clock, lanes } = this.view;
    const u = item - records.count;
    const { at, mapping } = records.update.of[records.update.weights[u]];
    const y = lanes.centre(lanes.of(at)) + lanes.band / 2 + 6;
    // beside the arrows that begin when it is done
    return [this.timeline.x(clock.times.done[u]) - 6, y, mapping];
  }

  /** W points up, V points down. */
  #mark(item, size) {
    const { context, view } = this;
    const [x, y, mapping] = this.markAt(item);
    const way = mapping === 'forward' ? 1 : -1;
    context.beginPath();
    context.moveTo(x - size, y + size * 0.75 * way);
    context.lineTo(x + size, y + size * 0.75 * way);
    context.lineTo(x, y - size * way);
    context.closePath();
    const colour = view.colours.ofItem(view.colouring, item);
    context.fillStyle = mapping === 'forward' ? colour : view.colours.surface;
    context.strokeStyle = colour;
    context.lineWidth = size > 3 ? 1.2 : 0.7;
    const { begun } = view.clock.times;
    if (begun) {
      // by the machine's clock it took a while, often after the message had been handled
      const y0 = y + size + 1.5;
      context.moveTo(this.timeline.x(begun[item - view.records.count]), y0);
      context.lineTo(x + 6, y0);
    }
    context.fill();
    context.stroke();
  }
}
