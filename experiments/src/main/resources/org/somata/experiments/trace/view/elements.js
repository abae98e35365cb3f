// Elements of the page, and numbers as people read them.

/** The namespace of drawings; a page that loads nothing names no address either. */
const SVG = new DOMParser().parseFromString('<svg></svg>', 'text/html').querySelector('svg').namespaceURI;

const drawing = new Set(['svg', 'g', 'line', 'path', 'rect', 'text', 'circle', 'polygon', 'title']);

/** An element with its attributes, listeners (named on…) and content; texts are texts, never markup. */
const make = (tag, attributes = {}, ...content) => {
  const element = drawing.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...content.flat(Infinity).filter(each => each !== undefined && each !== null));
  return element;
};
const button = (text, label, pressed) =>
  make('button', { type: 'button', 'aria-label': label, title: label, onclick: pressed }, text);

/** Buttons of which one is down. */
const choice = (label, options, chosen, choose) => {
  const buttons = options.map(([value, text, title]) =>
    make('button', { type: 'button', title, 'data-value': value, onclick: () => choose(value) }, text));
  const group = make('div', { class: 'choice', role: 'group', 'aria-label': label }, buttons);
  group.mark = value => {
    for (const each of buttons) each.setAttribute('aria-pressed', each.dataset.value === value);
  };
  group.mark(chosen);
  return group;
};

/** In groups of three digits. */
const whole = number => String(Math.round(number)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f').replace('-', '\u2212');

const counted = (number, what) => whole(number) + ' ' + what + (number === 1 ? '' : 's');

/** Four digits that matter. */
const short = number => {
  if (!Number.isFinite(number)) return '–';
  const size = Math.abs(number);
  const text = size !== 0 && (size < 1e-3 || size >= 1e6) ? number.toExponential(3) : String(+number.toPrecision(4));
  return text.replaceAll('-', '\u2212');
};

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

/** The first place in an ascending array, up to its end, whose value isn't below the bound. */
const lowerBound = (values, bound, end = values.length) => {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
};
