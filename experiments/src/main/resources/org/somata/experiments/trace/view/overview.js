// All of the time in one bar: how much went on when, and which part of it the timeline shows.

const BAR = 46;

class Overview {
  constructor(view, canvas) {
    this.view = view;
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    canvas.addEventListener('pointerdown', event => this.#grasp(event));
    canvas.addEventListener('wheel', event => {
      event.preventDefault();
      view.zoom(Math.exp(event.deltaY * 0.0016), view.clock.first + (event.offsetX / this.width) * this.whole);
    }, { passive: false });
  }

  get whole() {
    return this.view.clock.last - this.view.clock.first;
  }

  resize() {
    this.width = Math.max(this.canvas.parentElement.clientWidth, 60);
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = BAR * ratio;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.count();
  }

  /** What is where, which changes with filters and colours alone. */
  count() {
    const { view } = this;
    const { clock, colours, records } = view;
    const columns = Math.ceil(this.width / 2);
    const palette = colours.palette(view.colouring);
    const bins = palette.map(() => new Uint32Array(columns));
    const scale = columns / this.whole;
    for (const i of clock.order) {
      if (!view.isShown(i)) continue;
      const started = clock.times.started[i];
      const time = started === UNKNOWN ? clock.begin[i] : started;
      bins[colours.bucket(view.colouring, i)][clamp(((time - clock.first) * scale) | 0, 0, columns - 1)]++;
    }
    let most = 1;
    for (let x = 0; x < columns; x++) most = Math.max(most, bins.reduce((sum, bin) => sum + bin[x], 0));
    this.bins = bins;
    this.most = most;
    this.palette = palette;
  }

  x(time) {
    return ((time - this.view.clock.first) / this.whole) * this.width;
  }

  draw() {
    const { context, view, width } = this;
    const { colours } = view;
    context.fillStyle = colours.faint;
    context.fillRect(0, 0, width, BAR);
    const columns = this.bins[0]?.length ?? 0;
    for (let x = 0; x < columns; x++) {
      let y = BAR;
      for (let bucket = 0; bucket < this.palette.length; bucket++) {
        const height = (this.bins[bucket][x] / this.most) * (BAR - 6);
        if (height === 0) continue;
        context.fillStyle = this.palette[bucket];
        context.fillRect(x * 2, y - height, 2, height);
        y -= height;
      }
    }
    const left = this.x(view.from);
    const right = Math.max(this.x(view.to), left + 3);
    context.globalAlpha = 0.72;
    context.fillStyle = colours.surface;
    context.fillRect(0, 0, left, BAR);
    context.fillRect(right, 0, width - right, BAR);
    context.globalAlpha = 1;
    if (view.lit) {
      context.fillStyle = colours.ink;
      for (const item of view.lit.all) context.fillRect(this.x(view.clock.extent(item)[0]) - 0.5, 0, 1.5, 6);
    }
    context.strokeStyle = colours.accent;
    context.lineWidth = 1.5;
    context.strokeRect(left + 0.75, 0.75, right - left - 1.5, BAR - 1.5);
    context.fillStyle = colours.accent;
    if (right - left > 14) {
      for (const x of [left, right - 5]) context.fillRect(x, BAR / 2 - 9, 5, 18);
    }
  }

  /** Its edges can be dragged, the window moved; elsewhere the window comes to the pointer. */
  #grasp(event) {
    const { view, canvas } = this;
    const box = canvas.getBoundingClientRect();
    const time = at => view.clock.first + clamp((at.clientX - box.left) / box.width, 0, 1) * this.whole;
    const x = event.clientX - box.left;
    const { from, to } = view;
    const wide = this.x(to) - this.x(from) > 14;
    const part = wide && Math.abs(x - this.x(from)) < 7 ? 'left' : wide && Math.abs(x - this.x(to)) < 7 ? 'right' : 'middle';
    const inside = x >= this.x(from) && x <= this.x(to);
    const shift = inside ? 0 : time(event) - (from + to) / 2;
    const begin = time(event);
    const move = at => {
      const by = time(at) - begin;
      if (part === 'left') view.show(Math.min(from + by, to - this.whole / 1e6), to);
      else if (part === 'right') view.show(from, Math.max(to + by, from + this.whole / 1e6));
      else view.show(from + shift + by, to + shift + by);
    };
    move(event);
    canvas.setPointerCapture?.(event.pointerId);
    canvas.addEventListener('pointermove', move);
    canvas.addEventListener('pointerup', () => canvas.removeEventListener('pointermove', move), { once: true });
    canvas.addEventListener('pointercancel', () => canvas.removeEventListener('pointermove', move), { once: true });
  }
}
