// The record of what is selected, its causes and its effects, as text.

/** Of more relatives the later ones are folded away. */
const MOST_RELATIVES = 12;

class Panel {
  constructor(view, element) {
    this.view = view;
    this.element = element;
  }

  show() {
    const { view, element } = this;
    element.hidden = view.selected < 0;
    if (view.selected < 0) {
      element.replaceChildren();
      return;
    }
    const item = view.selected;
    const { records } = view;
    const presentation = records.presentationOf(item);
    element.replaceChildren(make('div', {},
      make('div', { class: 'title' },
        make('h2', {}, records.name(item)),
        button('×', 'Close (Escape)', () => view.select(-1))),
      make('p', { class: 'kind' }, view.swatch(item), records.word(item), ' · presentation ', whole(presentation)),
      make('div', { class: 'ways' },
        make('button', { type: 'button', onclick: () => view.reveal(item, true) }, 'Zoom to it'),
        make('button', { type: 'button', onclick: () => view.showTab('sequence') }, 'Sequence of presentation ' + whole(presentation))),
      records.isUpdate(item) ? this.#update(item) : this.#message(item),
      this.#payload(item),
      this.#relatives('Causes', view.relations.causes(item), view.lit.causes, view.relations.outside(item), 'further back'),
      this.#relatives('Effects', view.relations.effects(item), view.lit.effects, [], 'further on')));
    element.scrollTop = 0;
  }

  #facts(facts) {
    return make('dl', {}, facts.filter(([, value]) => value !== undefined).map(([name, value, title]) =>
      make('div', { title }, make('dt', {}, name), make('dd', {}, value))));
  }

  #message(i) {
    const { records, clocks } = this.view;
    const link = records.links[records.link[i]];
    const outcome = records.outcomes[records.outcome[i]];
    const facts = [
      ['from → to', placeName(link.from) + ' → ' + placeName(link.to)],
      ['outcome', outcome === 'handled' ? outcome : make('b', { class: 'outcome ' + outcome }, outcome)],
      ['purpose', link.purpose],
      ['weights of the sender', 'W ' + whole(records.w[i]) + ', V ' + whole(records.v[i]), 'updates of its W and V before it sent this'],
      ['staleness', records.staleness[i] < 0 ? undefined : counted(records.staleness[i], 'version'), 'of the stalest update that it brought about'],
      ['encoding', link.encoding],
      ['units × batch', whole(link.units) + ' × ' + whole(link.batch)],
      ['bits', whole(link.bits)],
    ];
    return [this.#facts(facts), clocks.map((clock, c) => this.#times(i, clock, c))];
  }

  #times(i, clock, c) {
    const { sent, delivered, started, finished } = clock.times;
    const between = (from, to) => (from === UNKNOWN || to === UNKNOWN ? '' : '+\u202f' + clock.span(to - from));
    const row = (name, time, before) =>
      make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, clock.exact(time)), make('td', {}, between(before, time)));
    return make('table', {},
      make('caption', {}, this.view.clockName(c)),
      make('tbody', {}, row('sent', sent[i], UNKNOWN), row('delivered', delivered[i], sent[i]),
        row('started', started[i], delivered[i]), row('finished', finished[i], started[i])));
  }

  #update(item) {
    const { records, clocks } = this.view;
    const u = item - records.count;
    const { layer, mapping, at, purpose } = records.update.of[records.update.weights[u]];
    const [own, wall] = clocks;
    return this.#facts([
      ['weights', (mapping === 'forward' ? 'W' : 'V') + ' of layer ' + layer],
      ['at', placeName(at)],
      ['version', whole(records.update.version[u])],
      ['staleness', counted(records.update.staleness[u], 'version'), 'updates of the same weights since the activation left'],
      ['purpose', purpose],
      ['loss', short(records.update.loss[u])],
      ['norm of the change', short(records.update.norm[u])],
      ['done', own.exact(own.times.done[u])],
      ['wall time', wall && wall.exact(wall.times.begun[u]) + ' + ' + wall.span(wall.times.done[u] - wall.times.begun[u])],
    ]);
  }

  #payload(item) {
    const { records, colours } = this.view;
    const place = records.payloads?.of(item);
    if (place === undefined) return undefined;
    const { payloads } = records;
    const percent = share => short(share * 100) + '\u202f%';
    const sample = payloads.sample(place);
    const whole = payloads.arrayOf(item);
    const bits = records.links[records.link[item]].encoding !== 'real';
    return [
      make('h3', {}, 'What it carried'),
      this.#facts([
        ['mean', short(payloads.mean[place])],
        ['standard deviation', short(payloads.deviation[place])],
        [bits ? 'share of ones' : 'share above 0', percent(payloads.ones[place])],
        ['saturated', percent(payloads.saturated[place])],
        ['digest', payloads.digest[place].toString(16).padStart(8, '0')],
      ]),
      sample.length > 0 ? make('figure', {}, make('figcaption', {}, counted(sample.length, 'unit') + ' of the first example'),
        bars(sample, colours, 'Values of ' + counted(sample.length, 'unit'))) : undefined,
      whole ? make('figure', {}, make('figcaption', {}, 'all of it: ' + whole.values.length / whole.units + ' examples × ' + whole.units + ' units'),
        arrayPicture(whole, colours)) : undefined,
    ];
  }

  #relatives(title, direct, all, outside, farther) {
    const { clock } = this.view;
    const rest = [...all].filter(each => !direct.includes(each))
      .sort((a, b) => clock.extent(a)[0] - clock.extent(b)[0] || a - b);
    const list = items => make('ul', {}, items.map(each => this.#link(each)));
    const content = [make('h3', {}, title)];
    if (direct.length + outside.length === 0) content.push(make('p', { class: 'none' }, 'none'));
    content.push(list(direct));
    if (outside.length > 0) {
      content.push(make('p', { class: 'none' }, outside.join(', ') + (outside.length === 1 ? ' is' : ' are') + ' not in this page'));
    }
    if (rest.length > 0) {
      content.push(make('details', { open: rest.length <= MOST_RELATIVES }, make('summary', {}, rest.length + ' ' + farther), list(rest)));
    }
    return make('section', { class: title.toLowerCase() }, content);
  }

  #link(item) {
    const { view } = this;
    const name = view.records.name(item);
    return make('li', {}, view.swatch(item),
      make('a', { href: '#' + name, onclick: event => {
        event.preventDefault();
        view.select(item, true);
      } }, name),
      ' ' + view.records.word(item));
  }
}
