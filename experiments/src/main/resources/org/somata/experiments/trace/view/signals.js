// What was carried, as pictures: for each link and kind the sampled units against time.

/** Messages in a picture; of more, some are taken, evenly. */
const MOST_COLUMNS = 900;

class Signals {
  constructor(view, element) {
    this.view = view;
    this.element = element;
    this.kind = undefined;
    this.drawn = undefined;
  }

  /** Payloads' places by kind, then by link. */
  #gather() {
    const { records, clock } = this.view;
    const kinds = new Map();
    const { payloads } = records;
    const time = i => clock.times.sent[i];
    const places = payloads.rows.slice().map((_, place) => place).sort((a, b) => time(payloads.rows[a]) - time(payloads.rows[b]));
    for (const place of places) {
      if (payloads.start[place + 1] === payloads.start[place]) continue;
      const row = payloads.rows[place];
      const kind = records.kinds[records.kind[row]];
      const links = kinds.get(kind) ?? new Map();
      kinds.set(kind, links);
      const key = records.from[row] + ' ' + records.to[row];
      if (!links.has(key)) links.set(key, []);
      links.get(key).push(place);
    }
    return kinds;
  }

  show() {
    const { view, element } = this;
    const { payloads } = view.records;
    if (!payloads) {
      element.replaceChildren(make('div', { class: 'nothing' },
        make('p', {}, 'This trace has no signals: only who told whom what and when was recorded, not what was carried.'),
        make('p', {}, 'To have them, run the experiment with ', make('code', {}, '--trace payload'), ': ',
          make('code', {}, 'somata run CONFIG.yaml --trace payload'), '.')));
      return;
    }
    const chosen = view.selected;
    if (chosen !== this.chosen && payloads.of(chosen) !== undefined) this.kind = view.records.word(chosen);
    this.chosen = chosen;
    const key = [this.kind, view.clockIndex, view.theme, element.clientWidth].join('/');
    if (key !== this.drawn) this.#draw(key);
    for (const each of element.querySelectorAll('.column')) this.#mark(each);
    this.whole.replaceChildren(...this.#arrays());
  }

  #draw(key) {
    this.drawn = key;
    const { element, view } = this;
    const kinds = this.#gather();
    const names = view.records.kinds.filter(kind => kinds.has(kind));
    if (!kinds.has(this.kind)) [this.kind] = names;
    this.drawn = [this.kind, view.clockIndex, view.theme, element.clientWidth].join('/');
    const links = [...(kinds.get(this.kind) ?? [])].sort(([a], [b]) => parseInt(b, 10) - parseInt(a, 10));
    this.whole = make('div', { class: 'arrays' });
    element.replaceChildren(
      make('div', { class: 'row' }, choice('Kind of message', names.map(name => [name, name]), this.kind, kind => {
        this.kind = kind;
        this.show();
      }), make('span', { class: 'remark' }, 'a row a unit, a column a message, of its first example; click one for its record')),
      make('div', { class: 'maps' }, links.map(([, places]) => this.#map(places))),
      this.whole);
  }

  #map(places) {
    const { view } = this;
    const { records, colours } = view;
    const { payloads } = records;
    const stride = Math.max(places.length / MOST_COLUMNS, 1);
    const some = Array.from({ length: Math.min(places.length, MOST_COLUMNS) }, (_, x) => places[Math.floor(x * stride)]);
    const units = Math.max(...some.map(place => payloads.start[place + 1] - payloads.start[place]));
    const scale = some.reduce((most, place) => Math.max(most, payloads.scale[place]), 0);
    const shades = diverging(colours);
    const [first] = some.map(place => payloads.rows[place]);
    const title = placeName(records.from[first]) + ' → ' + placeName(records.to[first]);
    const canvas = picture(some.length, units, this.kind + ' from ' + title.replace('→', 'to'), (x, y) => {
      const at = payloads.start[some[x]] + y;
      if (at >= payloads.start[some[x] + 1]) return 0;
      const share = payloads.samples[at];
      return shades[(share === -128 ? share : scale === 0 ? 0 : Math.round((share * payloads.scale[some[x]]) / scale)) & 255];
    });
    const column = make('div', { class: 'column' });
    column.rows = some.map(place => payloads.rows[place]);
    canvas.addEventListener('click', event => {
      const box = canvas.getBoundingClientRect();
      const x = clamp(Math.floor(((event.clientX - box.left) / box.width) * some.length), 0, some.length - 1);
      view.select(column.rows[x]);
    });
    return make('figure', { 'data-link': title },
      make('figcaption', {}, make('b', {}, title), ' ' + counted(places.length, 'message')
        + (some.length < places.length ? ', ' + whole(some.length) + ' of them shown' : '')),
      make('div', { class: 'map' }, canvas, column),
      make('div', { class: 'below' }, make('span', {}, 'presentation ' + whole(records.presentation[column.rows[0]]) + ' to '
        + whole(records.presentation[column.rows.at(-1)])), scaleBar(colours, scale)));
  }

  /** Where the selected message is. */
  #mark(column) {
    const at = column.rows.indexOf(this.view.selected);
    column.hidden = at < 0;
    if (at >= 0) {
      column.style.left = (at / column.rows.length) * 100 + '%';
      column.style.width = 100 / column.rows.length + '%';
    }
  }

  #arrays() {
    const { view } = this;
    const { records, colours } = view;
    const there = records.payloads.arrays.filter(each => records.kinds[records.kind[each.row]] === this.kind);
    if (there.length === 0) return [];
    const chosen = there.find(each => each.row === view.selected) ?? there[0];
    const list = make('select', { 'aria-label': 'Message', onchange: event => view.select(Number(event.target.value)) },
      there.map(each => make('option', { value: each.row, selected: each === chosen },
        records.name(each.row) + ', presentation ' + records.presentation[each.row])));
    return [
      make('h3', {}, 'Whole arrays'),
      make('div', { class: 'row' }, list, make('span', { class: 'remark' }, 'a row an example, a column a unit; ' + counted(there.length, 'message') + ' recorded whole')),
      arrayPicture(chosen, colours),
    ];
  }
}
