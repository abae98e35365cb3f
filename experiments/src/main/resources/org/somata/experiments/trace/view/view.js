// A trace on a page: what is shown of it, and who has to be told when that changes.

class View extends Shown {
  constructor(root, records) {
    super(records);
    this.root = root;
    this.alone = document.body.classList.contains('trace');
    this.relations = new Relations(records);
    this.colours = new Colours(root, records);
    this.lanes = new Lanes(records);
    this.hidden = new Set();
    this.colouring = 'kind';
    this.tab = 'timeline';
    this.selected = -1;
    this.drawMilliseconds = [];
    this.lanes.pack(this.clock);
    // until the page's address has been read, nothing is written there
    this.reading = true;
    this.#build();
    this.#listen();
    this.#resize();
    this.#readFragment();
  }

  #build() {
    const { root, records } = this;
    const { header } = records;
    const canvas = make('canvas', { class: 'lanes', tabindex: 0, role: 'application', 'aria-label':
      'Timeline. Arrow keys move, plus and minus zoom, n and p go to the next and the previous presentation, comma and full stop select the message before and after.' });
    const bar = make('canvas', { 'aria-hidden': 'true' });
    const names = [['timeline', 'Timeline'], ['sequence', 'Sequence'], ['signals', 'Signals']];
    this.tabs = make('div', { class: 'choice tabs', role: 'tablist', 'aria-label': 'Views' }, names.map(([name, text]) =>
      make('button', { type: 'button', role: 'tab', 'data-tab': name, onclick: () => this.showTab(name) }, text)));
    this.panes = Object.fromEntries(names.map(([name, text]) => [name, make('div', { class: 'pane ' + name, role: 'tabpanel', 'aria-label': text })]));
    this.panes.timeline.append(make('div', { class: 'overview' }, bar), make('div', { class: 'canvas' }, canvas));
    this.timeline = new Timeline(this, canvas);
    this.overview = new Overview(this, bar);
    this.pointing = new Pointing(this, canvas);
    this.sequence = new Sequence(this, this.panes.sequence);
    this.signals = new Signals(this, this.panes.signals);
    this.controls = new Controls(this);
    const side = make('aside', { class: 'panel', 'aria-live': 'polite', 'aria-label': 'Selected', tabindex: 0 });
    this.panel = new Panel(this, side);
    this.panel.show();
    this.range = make('span', { class: 'range' });
    const facts = [header.rule, header.units.join('–'), 'batch ' + header.batch, 'seed ' + header.seed, header.clock,
      counted(records.count, 'message'), counted(records.updates, 'update')];
    root.append(
      make('div', { class: 'head' }, make(this.alone ? 'h1' : 'b', {}, header.name), make('span', { class: 'facts' }, facts.join(' · ')), this.tabs),
      ...(records.notes.length > 0 ? [make('p', { class: 'left-out' }, records.notes.join(' '))] : []),
      this.controls.element,
      make('div', { class: 'body' }, Object.values(this.panes), side),
      make('div', { class: 'foot' }, this.range,
        make('span', { class: 'keys' }, 'drag, wheel or pinch · ← → + − Home · n p presentations · , . messages · / find · Esc')));
    this.showTab('timeline');
  }

  #listen() {
    new ResizeObserver(() => this.#resize()).observe(this.root);
    new ResizeObserver(() => this.#resize()).observe(this.panes.timeline);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.colours.read();
      this.controls.show();
      this.#recount();
    });
    window.addEventListener('hashchange', () => this.#readFragment());
    listenToKeys(this);
  }

  #resize() {
    if (this.tab === 'timeline') {
      this.timeline.resize();
      this.overview.resize();
    }
    this.changed();
  }

  /** Draws soon, once for all changes until then. */
  changed() {
    if (this.waiting || !this.panel) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  draw() {
    const begun = performance.now();
    if (this.tab === 'timeline') {
      this.timeline.draw();
      this.overview.draw();
    } else {
      this[this.tab].show();
    }
    const { clock, from, to } = this;
    const resolution = (to - from) / 1000;
    this.range.textContent = clock.words(Math.max(from, clock.first), resolution) + ' to ' + clock.words(Math.min(to, clock.last), resolution)
      + ' · ' + counted(clock.count(from, to), 'message') + ' in sight' + (this.timeline.aggregated ? ', too close to be drawn one by one: zoom in' : '');
    this.drawMilliseconds.push(performance.now() - begun);
    if (this.drawMilliseconds.length > 500) this.drawMilliseconds.shift();
  }

  chooseClock(c) {
    super.chooseClock(c);
    this.lanes.pack(this.clock);
    this.#recount();
  }

  showTab(name) {
    this.tab = name;
    for (const each of this.tabs.children) each.setAttribute('aria-selected', each.dataset.tab === name);
    for (const [pane, element] of Object.entries(this.panes)) element.hidden = pane !== name;
    this.root.dataset.tab = name;
    this.#writeFragment();
    this.#resize();
  }

  // filters and colours

  isShown(item) {
    const { records } = this;
    if (this.only !== undefined && records.presentationOf(item) !== this.only) return false;
    if (this.hidden.size === 0) return true;
    const message = records.isUpdate(item) ? records.update.cause[item - records.count] : item;
    return message < 0 || !this.hidden.has(records.kinds[records.kind[message]]);
  }

  toggle(kind) {
    if (!this.hidden.delete(kind)) this.hidden.add(kind);
    this.controls.show();
    this.#recount();
  }

  filterPresentation(text) {
    this.only = /^\d+$/.test(text) ? Number(text) : undefined;
    if (this.only !== undefined) this.showPresentation(this.only);
    this.controls.show();
    this.#recount();
  }

  colour(by) {
    this.colouring = by;
    this.controls.show();
    this.#recount();
  }

  #recount() {
    if (!this.overview) return;
    this.controls.show();
    this.overview.count();
    this.changed();
  }

  swatch(item) {
    const swatch = make('i', { class: this.records.isUpdate(item) ? 'swatch update' : 'swatch', 'aria-hidden': 'true' });
    swatch.style.background = this.colours.ofItem(this.colouring, item);
    return swatch;
  }

  // what is selected

  /** Lights an item's causes and effects; −1 for none. */
  select(item, reveal = false) {
    this.selected = item;
    this.lit = item < 0 ? undefined : this.relations.of(item);
    this.presentation = item < 0 ? undefined : this.records.presentationOf(item);
    this.panel.show();
    if (reveal) this.reveal(item);
    this.#writeFragment();
    this.changed();
  }

  /** Brings an item into sight with all that is lit, if it isn't there, or too small. */
  reveal(item, always = false) {
    const [from, to] = this.clock.extent(item);
    const inSight = from >= this.from && to <= this.to;
    if (inSight && !always && !this.timeline.aggregated) return;
    const extents = [...this.lit.all].map(each => this.clock.extent(each));
    const first = Math.min(...extents.map(each => each[0]));
    const last = Math.max(...extents.map(each => each[1]));
    const margin = Math.max((last - first) * 0.25, 1);
    this.zoomedTo = this.records.presentationOf(item);
    this.show(first - margin, last + margin);
  }

  /** The message sent before or after. */
  selectNeighbour(step) {
    const { clock } = this;
    const at = this.selected >= 0 && !this.records.isUpdate(this.selected)
      ? clock.order.indexOf(this.selected) + step : clock.within(this.from, this.to)[0];
    if (at >= 0 && at < clock.order.length) this.select(clock.order[at], true);
  }

  /** So that a link leads to what is selected; a page of others keeps its own. */
  #writeFragment() {
    if (!this.alone || !this.panel || this.reading) return;
    const name = this.selected < 0 ? '' : this.records.name(this.selected);
    const fragment = name + (this.tab === 'timeline' ? '' : '/' + this.tab);
    history.replaceState(null, '', fragment === '' ? location.pathname + location.search : '#' + fragment);
  }

  #readFragment() {
    if (!this.alone) return;
    let fragment = '';
    try {
      fragment = decodeURIComponent(location.hash.slice(1));
    } catch (malformed) {
      // an address that was cut or mistyped selects nothing
    }
    const [name, tab] = fragment.split('/');
    this.reading = true;
    const item = this.records.find(name);
    if (item >= 0 && item !== this.selected) {
      this.select(item);
      this.reveal(item, true);
    }
    if (tab in this.panes) this.showTab(tab);
    this.reading = false;
  }

  /** What parts of the page, and tests, may ask for. */
  describe() {
    const { records, selected, lit, clock } = this;
    const names = items => [...items].map(item => records.name(item)).sort();
    return {
      from: this.from, to: this.to, first: clock.first, last: clock.last, aggregated: this.timeline.aggregated,
      selected: selected < 0 ? '' : records.name(selected),
      causes: lit ? names(lit.causes) : [], effects: lit ? names(lit.effects) : [],
      presentation: this.presentation ?? this.presentationAt(),
    };
  }
}

for (const root of document.querySelectorAll('.somata-trace')) {
  const place = root.querySelector('.records');
  const view = new View(root, new Records(JSON.parse(place.textContent)));
  place.remove();
  window.somataTrace ??= view;
}
