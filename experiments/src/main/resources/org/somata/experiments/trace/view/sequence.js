// One presentation as a sequence diagram: a lifeline for each actor, what they tell each other from top to bottom.

const STEP = 27;
const HEAD = 44;
const MOST_STEPS = 1500;

class Sequence {
  constructor(view, element) {
    this.view = view;
    this.element = element;
    this.drawn = undefined;
    this.number = make('input', {
      type: 'text', inputmode: 'numeric', 'aria-label': 'Presentation',
      onchange: event => this.go(Number(event.target.value)),
    });
    this.remark = make('span', { class: 'remark' });
    this.body = make('div', { class: 'diagram', tabindex: 0, role: 'region', 'aria-label': 'Sequence diagram' });
    element.append(
      make('div', { class: 'row' }, 'Presentation',
        button('‹', 'Previous presentation (p)', () => view.showNeighbour(-1)), this.number,
        button('›', 'Next presentation (n)', () => view.showNeighbour(1)), this.remark),
      this.body);
  }

  go(number) {
    const { clock } = this.view;
    const found = clock.presentation(number) ?? clock.presentations.at(-1);
    if (found) this.view.showPresentation(found.number);
  }

  /** What happens in a presentation, in its order: messages as they are sent, updates as they are done. */
  #items(number) {
    const { records, clock } = this.view;
    const items = [];
    const extent = clock.presentation(number);
    if (!extent) return items;
    const [first, last] = clock.within(extent.from, extent.to);
    for (let k = first; k < last; k++) if (records.presentation[clock.order[k]] === number) items.push(clock.order[k]);
    const [begin, end] = clock.updatesWithin(extent.from, extent.to);
    for (let k = begin; k < end; k++) {
      if (records.update.presentation[clock.updateOrder[k]] === number) items.push(records.count + clock.updateOrder[k]);
    }
    const time = item => (records.isUpdate(item) ? clock.times.done[item - records.count] : this.#time(item));
    return items.map(item => [time(item), item]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  }

  /** A message stands where it is taken in hand, so that a line leads from handling to handling. */
  #time(i) {
    const { begin, times } = this.view.clock;
    return times.started[i] === UNKNOWN ? begin[i] : times.started[i];
  }

  show() {
    const { view } = this;
    const number = view.presentation ?? (view.selected >= 0 ? view.records.presentationOf(view.selected) : view.presentationAt());
    const key = [number, view.clockIndex, view.colouring, [...view.hidden].join(), this.body.clientWidth].join('/');
    if (key !== this.drawn) {
      this.drawn = key;
      this.number.value = number;
      this.#draw(this.#items(number).filter(([, item]) => view.isShown(item)));
    }
    for (const step of this.body.querySelectorAll('.step')) {
      const item = Number(step.dataset.item);
      step.classList.toggle('selected', item === view.selected);
      step.classList.toggle('dim', view.lit !== undefined && !view.lit.all.has(item));
      step.setAttribute('aria-pressed', item === view.selected);
    }
    this.body.querySelector('.selected')?.scrollIntoView({ block: 'nearest' });
  }

  #draw(items) {
    const { view } = this;
    const { lanes, records } = view;
    const shown = items.slice(0, MOST_STEPS);
    this.remark.textContent = counted(items.filter(([, item]) => !records.isUpdate(item)).length, 'message') + ', '
      + counted(items.filter(([, item]) => records.isUpdate(item)).length, 'update')
      + (shown.length < items.length ? '; the first ' + whole(MOST_STEPS) + ' are drawn' : '');
    const apart = clamp((this.body.clientWidth - 150) / lanes.count, 84, 170);
    const x = place => 96 + apart / 2 + lanes.of(place) * apart;
    const width = 96 + apart * lanes.count + 20;
    const height = HEAD + shown.length * STEP + 16;
    const drawn = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group' });
    for (let lane = 0; lane < lanes.count; lane++) {
      const at = x(lanes.place(lane));
      drawn.append(
        make('line', { class: 'life', x1: at, x2: at, y1: HEAD - 8, y2: height - 6 }),
        make('rect', { class: 'actor', x: at - apart / 2 + 5, y: 6, width: apart - 10, height: 26, rx: 5 }),
        make('text', { class: 'name', x: at, y: 23 }, lanes.name(lane)));
    }
    let last;
    shown.forEach(([time, item], row) => {
      const y = HEAD + row * STEP + 18;
      drawn.append(this.#step(item, y, x, time !== last ? view.clock.words(time, view.clock.spacing / 1000) : ''));
      last = time;
    });
    this.body.replaceChildren(drawn);
  }

  #step(item, y, x, time) {
    const { view } = this;
    const { records } = view;
    const update = records.isUpdate(item);
    const parts = update ? this.#update(item, y, x) : this.#message(item, y, x);
    const where = update ? 'at ' + placeName(records.placeOf(item)) : 'from ' + placeName(records.from[item]) + ' to ' + placeName(records.to[item]);
    return make('g', {
      class: 'step', tabindex: 0, role: 'button', 'data-item': item, 'data-name': records.name(item),
      'aria-label': records.name(item) + ', ' + records.word(item) + ' ' + where,
      onclick: () => view.select(item),
      onkeydown: event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        view.select(item);
      },
    },
    make('title', {}, records.name(item)),
    make('rect', { class: 'hit', x: 0, y: y - STEP + 9, width: '100%', height: STEP }),
    make('text', { class: 'time', x: 88, y: y + 1 }, time), parts);
  }

  #message(i, y, x) {
    const { view } = this;
    const { records } = view;
    const outcome = records.outcomes[records.outcome[i]];
    const handled = outcome === 'handled';
    const colour = handled ? view.colours.ofItem(view.colouring, i) : view.colours.ofOutcome(outcome);
    const from = x(records.from[i]);
    const lost = outcome === 'lost' || outcome === 'in-flight';
    const to = lost ? from + (x(records.to[i]) - from) * 0.6 : x(records.to[i]);
    const way = to < from ? -1 : 1;
    const end = handled ? make('polygon', { fill: colour, points: `${to},${y - 4} ${to - way * 8},${y - 8} ${to - way * 8},${y}` })
      : outcome === 'in-flight' ? make('circle', { cx: to, cy: y - 4, r: 3.5, fill: 'none', stroke: colour })
        : make('path', { stroke: colour, 'stroke-width': 2, d: `M${to - 4},${y - 8}l8,8m0,-8l-8,8` });
    return [
      make('line', { x1: from, x2: handled ? to - way * 6 : to, y1: y - 4, y2: y - 4, stroke: colour, 'stroke-dasharray': handled ? undefined : '5 3' }),
      end,
      make('text', { class: 'told', x: (from + x(records.to[i])) / 2, y: y - 9 },
        records.word(i) + (handled ? '' : ', ' + outcome)),
    ];
  }

  #update(item, y, x) {
    const { view } = this;
    const { records } = view;
    const u = item - records.count;
    const { layer, mapping } = records.update.of[records.update.weights[u]];
    const at = x(records.placeOf(item));
    const colour = view.colours.ofItem(view.colouring, item);
    const forward = mapping === 'forward';
    const way = forward ? 1 : -1;
    const staleness = records.update.staleness[u];
    return [
      make('polygon', { class: 'mark', fill: forward ? colour : view.colours.surface, stroke: colour,
        points: `${at - 5},${y - 4 + 4 * way} ${at + 5},${y - 4 + 4 * way} ${at},${y - 4 - 5 * way}` }),
      make('text', { class: 'learnt', x: at + 10, y },
        (forward ? 'W' : 'V') + (layer === records.placeOf(item) ? '' : ' ' + layer) + ' learns'
          + (staleness > 0 ? ', ' + staleness + ' late' : '')),
    ];
  }
}
