// What stands above the timeline: search, filters that are a legend too, colours, clocks, zoom.

class Controls {
  constructor(view) {
    this.view = view;
    const { records } = view;
    this.search = make('input', {
      type: 'search', placeholder: 'layer-3:1742 or a presentation', 'aria-label': 'Find a message, an update or a presentation ( / )',
      spellcheck: 'false', onkeydown: event => {
        if (event.key === 'Enter') this.find(this.search.value.trim());
      },
    });
    this.answer = make('span', { class: 'answer', role: 'status' });
    this.only = make('input', {
      type: 'text', inputmode: 'numeric', placeholder: 'all', 'aria-label': 'Show one presentation alone', size: 6,
      onchange: event => view.filterPresentation(event.target.value.trim()),
    });
    this.colouring = choice('Colour by', [['kind', 'kind'], ['staleness', 'staleness', 'how many updates of the same weights happened since the activation left']],
      view.colouring, by => view.colour(by));
    this.clocks = choice('Clock', view.clocks.map((_, c) => [String(c), view.clockName(c)]), '0', c => view.chooseClock(Number(c)));
    this.legend = make('div', { class: 'legend', role: 'group', 'aria-label': 'Kinds of messages' });
    this.element = make('div', { class: 'controls' },
      make('div', { class: 'row' },
        make('label', { class: 'find' }, make('span', {}, 'Find'), this.search), this.answer,
        make('label', {}, make('span', {}, 'Only presentation'), this.only),
        make('span', { class: 'labelled' }, make('span', {}, 'Colour'), this.colouring),
        view.clocks.length > 1 ? make('span', { class: 'labelled' }, make('span', {}, 'Time'), this.clocks) : undefined,
        make('span', { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
          button('−', 'Zoom out (−)', () => view.zoom(1.6)),
          button('+', 'Zoom in (+)', () => view.zoom(1 / 1.6)),
          button('All', 'Show all (Home)', () => view.showAll()))),
      this.legend);
    this.sums = records.kinds.map((_, kind) => records.kind.reduce((sum, each) => sum + (each === kind), 0));
    this.show();
  }

  show() {
    const { view } = this;
    const { records, colours } = view;
    this.colouring.mark(view.colouring);
    this.clocks.mark(String(view.clockIndex));
    this.only.value = view.only ?? '';
    const kinds = records.kinds.map((kind, k) => {
      const swatch = make('i', {});
      swatch.style.background = view.colouring === 'kind' ? colours.kinds[k] : colours.soft;
      return make('button', {
        type: 'button', 'data-kind': kind, 'aria-pressed': !view.hidden.has(kind), title: 'Show or hide', onclick: () => view.toggle(kind),
      }, swatch, kind, make('small', {}, whole(this.sums[k])));
    });
    const outcomes = records.outcomes.map((outcome, o) => [outcome, records.outcome.reduce((sum, each) => sum + (each === o), 0)])
      .filter(([outcome, sum]) => outcome !== 'handled' && sum > 0)
      .map(([outcome, sum]) => make('span', { class: 'outcome ' + outcome }, outcome === 'in-flight' ? '○ ' : '× ', outcome, make('small', {}, whole(sum))));
    const marks = make('span', { class: 'marks' }, '▲ W learns  ▽ V learns', make('small', {}, whole(records.updates)));
    this.legend.replaceChildren(...kinds, ...(records.updates > 0 ? [marks] : []), ...outcomes, ...(view.colouring === 'staleness' ? [this.#staleness()] : []));
  }

  #staleness() {
    const { colours, records } = this.view;
    const steps = colours.stale.map(colour => {
      const step = make('i', {});
      step.style.background = colour;
      return step;
    });
    const none = make('i', {});
    none.style.background = colours.none;
    return make('span', { class: 'stale' }, 'staleness 0', make('span', { class: 'steps' }, steps), whole(records.stalest), none, 'no update came of it');
  }

  find(text) {
    const { view } = this;
    const { records, clock } = view;
    const item = records.find(text);
    const number = /^(?:presentation )?(\d+)$/.exec(text);
    this.answer.textContent = '';
    if (item >= 0) {
      view.select(item, true);
    } else if (number && clock.presentation(Number(number[1]))?.number === Number(number[1])) {
      view.showPresentation(Number(number[1]));
    } else if (text !== '') {
      this.answer.textContent = /^(teacher|input|layer-\d+):(forward:|feedback:)?\d+$|^\d+$/.test(text)
        ? text + ' is not in this page' : 'not an id: try layer-3:1742, layer-3:forward:17 or 12';
    }
  }
}
