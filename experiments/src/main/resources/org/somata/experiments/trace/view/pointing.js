// Mouse, fingers and keys on the timeline.

/** A pointer that moved no farther has clicked. */
const CLICK = 4;

class Pointing {
  constructor(view, canvas) {
    this.view = view;
    this.canvas = canvas;
    this.down = new Map();
    this.tip = make('div', { class: 'tip', hidden: true });
    canvas.parentElement.append(this.tip);
    canvas.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    canvas.addEventListener('pointerdown', event => this.#press(event));
    canvas.addEventListener('pointermove', event => this.#move(event));
    canvas.addEventListener('pointerup', event => this.#release(event));
    canvas.addEventListener('pointercancel', event => this.down.delete(event.pointerId));
    canvas.addEventListener('pointerleave', () => (this.tip.hidden = true));
    canvas.addEventListener('dblclick', event => view.zoom(1 / 4, view.timeline.time(this.#at(event)[0])));
  }

  #at(event) {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  /** In a page of others, plain scrolling stays theirs until the timeline has been clicked. */
  #wheel(event) {
    const { view } = this;
    if (!view.alone && !event.ctrlKey && !view.root.contains(document.activeElement)) return;
    event.preventDefault();
    const [x] = this.#at(event);
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      view.pan(((event.deltaX || event.deltaY) * unit) / view.timeline.scale);
    } else {
      // a pinch on a touchpad comes as a wheel with the control key, and in smaller steps
      view.zoom(Math.exp(event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0016)), view.timeline.time(x));
    }
  }

  #press(event) {
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture?.(event.pointerId);
    const [x, y] = this.#at(event);
    this.down.set(event.pointerId, { x, y });
    this.far = this.down.size > 1;
    this.start = { x, y };
    this.tip.hidden = true;
  }

  #move(event) {
    const { view } = this;
    const [x, y] = this.#at(event);
    const before = this.down.get(event.pointerId);
    if (!before) {
      this.#hover(x, y);
      return;
    }
    if (Math.hypot(x - this.start.x, y - this.start.y) > CLICK) this.far = true;
    const others = [...this.down].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    if (others.length > 0) {
      const [other] = others;
      const was = Math.max(Math.abs(before.x - other.x), 12);
      const is = Math.max(Math.abs(x - other.x), 12);
      view.zoom(was / is, view.timeline.time((x + other.x) / 2));
    } else if (this.far) {
      view.pan((before.x - x) / view.timeline.scale);
      view.lanes.scroll(before.y - y);
      this.canvas.classList.add('dragged');
    } else {
      return;
    }
    this.down.set(event.pointerId, { x, y });
  }

  #release(event) {
    const { view } = this;
    if (!this.down.delete(event.pointerId)) return;
    this.canvas.classList.remove('dragged');
    if (this.far) return;
    const [x, y] = this.#at(event);
    view.select(view.timeline.hit(x, y));
  }

  #hover(x, y) {
    const { view, tip } = this;
    const item = view.timeline.hit(x, y);
    this.canvas.style.cursor = item >= 0 ? 'pointer' : '';
    tip.hidden = item < 0;
    if (item < 0) return;
    tip.replaceChildren(make('b', {}, view.records.name(item)), ' ' + view.records.word(item),
      make('br'), 'presentation ' + whole(view.records.presentationOf(item)));
    tip.style.left = clamp(x + 14, 0, view.timeline.width - tip.offsetWidth - 4) + 'px';
    tip.style.top = clamp(y + 14, 0, view.timeline.height - tip.offsetHeight - 4) + 'px';
  }
}

/** What keys do; named in the page's own words for them. */
const KEYS = {
  ArrowLeft: view => view.pan(-(view.to - view.from) * 0.2),
  ArrowRight: view => view.pan((view.to - view.from) * 0.2),
  ArrowUp: view => view.scroll(-40),
  ArrowDown: view => view.scroll(40),
  '+': view => view.zoom(1 / 1.6),
  '=': view => view.zoom(1 / 1.6),
  '-': view => view.zoom(1.6),
  Home: view => view.showAll(),
  n: view => view.showNeighbour(1),
  p: view => view.showNeighbour(-1),
  '.': view => view.selectNeighbour(1),
  ',': view => view.selectNeighbour(-1),
  Escape: view => view.select(-1),
};

const listenToKeys = view => {
  const place = view.alone ? document : view.root;
  place.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/' && event.target.tagName !== 'INPUT') {
      event.preventDefault();
      view.controls.search.focus();
      return;
    }
    const typing = event.target.tagName === 'INPUT' || event.target.tagName === 'SELECT';
    const key = KEYS[event.key];
    if (!key || (typing && event.key !== 'Escape')) return;
    if (view.tab !== 'timeline' && event.key.startsWith('Arrow')) return;
    event.preventDefault();
    key(view);
  });
};
