// The timeline: which part of the time it shows, and which messages and updates are in it.

/** Messages on each pixel of a window, from which on their density is drawn. */
const CROWDED = 1.5;
const DIMMED = 0.13;

class Timeline {
  constructor(view, canvas) {
    this.view = view;
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    this.density = new Density(view);
    this.marks = new Marks(this);
    this.frame = new Frame(this);
    this.aggregated = false;
  }

  resize() {
    const box = this.canvas.parentElement;
    this.width = Math.max(box.clientWidth, GUTTER + 60);
    this.height = Math.max(box.clientHeight, 120);
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.view.lanes.resize(this.height);
  }

  get scale() {
    return (this.width - GUTTER) / (this.view.to - this.view.from);
  }

  x(time) {
    return GUTTER + (time - this.view.from) * this.scale;
  }

  time(x) {
    return this.view.from + (x - GUTTER) / this.scale;
  }

  draw() {
    const { context, view, width, height } = this;
    const { clock, lit, colours } = view;
    context.fillStyle = colours.surface;
    context.fillRect(0, 0, width, height);
    this.frame.lanes();
    const [first, last] = clock.within(view.from, view.to);
    this.aggregated = clock.count(view.from, view.to) > (width - GUTTER) * CROWDED;
    context.save();
    context.beginPath();
    context.rect(GUTTER, AXIS, width - GUTTER, height - AXIS);
    context.clip();
    this.frame.presentations();
    if (this.aggregated) {
      this.density.draw(context, width, lit ? 0.25 : 1);
    } else {
      this.marks.draw(this.#visible(first, last), this.#visibleUpdates(), lit ? DIMMED : 1);
    }
    if (lit) this.#drawLit();
    context.restore();
    this.frame.axis();
    this.frame.names();
  }

  #visible(first, last) {
    const { view } = this;
    const items = [];
    for (let k = first; k < last; k++) {
      const i = view.clock.order[k];
      if (view.clock.end[i] >= view.from && view.isShown(i) && !view.lit?.all.has(i)) items.push(i);
    }
    return items;
  }

  #visibleUpdates() {
    const { view } = this;
    const [first, last] = view.clock.updatesWithin(view.from, view.to);
    const items = [];
    for (let k = first; k < last; k++) {
      const item = view.records.count + view.clock.updateOrder[k];
      if (view.isShown(item) && !view.lit?.all.has(item)) items.push(item);
    }
    return items;
  }

  #drawLit() {
    const { view } = this;
    const messages = [...view.lit.all].filter(item => !view.records.isUpdate(item));
    this.marks.draw(messages, [...view.lit.all].filter(item => view.records.isUpdate(item)), 1, 2);
    const { context } = this;
    context.strokeStyle = view.colours.ink;
    context.lineWidth = 2;
    if (view.records.isUpdate(view.selected)) {
      const [x, y] = this.marks.markAt(view.selected);
      context.beginPath();
      context.arc(x, y, 8, 0, 7);
      context.stroke();
    } else {
      const box = this.marks.sliceAt(view.selected);
      if (box) context.strokeRect(box.x - 1, box.y - 1, box.width + 2, box.height + 2);
      else {
        const { x2, y2 } = this.marks.arrowAt(view.selected);
        context.beginPath();
        context.arc(x2, y2, 9, 0, 7);
        context.stroke();
      }
    }
  }

  /** The item at a point: a triangle, a slice, an arrow, in this order; −1 where there is none. */
  hit(x, y) {
    if (x < GUTTER || y < AXIS) return -1;
    const { view, marks } = this;
    const margin = 8 / this.scale;
    const time = this.time(x);
    const [begin, end] = view.clock.updatesWithin(time - margin, time + margin);
    let best = { item: -1, distance: 7 };
    const consider = (item, distance) => {
      if (view.isShown(item) && distance < best.distance) best = { item, distance };
    };
    if (!this.aggregated) {
      for (let k = begin; k < end; k++) {
        const item = view.records.count + view.clock.updateOrder[k];
        const [markX, markY] = marks.markAt(item);
        consider(item, Math.hypot(markX - x, markY - y));
      }
      if (best.item >= 0) return best.item;
    }
    const [first, last] = view.clock.within(time - margin, time + margin);
    for (let k = first; k < last; k++) {
      const i = view.clock.order[k];
      const box = marks.sliceAt(i);
      if (box && y >= box.y - 1 && y <= box.y + box.height + 1) consider(i, Math.max(box.x - x, x - box.x - box.width, -1));
    }
    if (best.item >= 0 || this.aggregated) return best.item;
    for (let k = first; k < last; k++) {
      const i = view.clock.order[k];
      consider(i, distanceTo(marks.arrowAt(i), x, y));
    }
    return best.item;
  }
}

const distanceTo = ({ x1, y1, x2, y2 }, x, y) => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = clamp(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
};
