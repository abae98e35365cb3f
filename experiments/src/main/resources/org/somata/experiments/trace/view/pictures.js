// Numbers as colours: blue below 0, red above, the darker the farther away.

/** For shares from −127 to 127, and at −128 for what is no number. */
const diverging = colours => {
  const [low, middle, high, none] = [colours.low, colours.middle, colours.high, colours.soft].map(rgb);
  const shades = new Uint32Array(256);
  for (let share = -128; share < 128; share++) {
    const towards = share < 0 ? low : high;
    // a little more difference near 0
    const part = (Math.abs(share) / 127) ** 0.8;
    const [r, g, b] = share === -128 ? none : middle.map((from, channel) => Math.round(from + (towards[channel] - from) * part));
    shades[share & 255] = ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  }
  return shades;
};

/** A picture of columns × rows pixels, from what is at each. */
const picture = (columns, rows, label, shade) => {
  const canvas = make('canvas', { width: columns, height: rows, role: 'img', 'aria-label': label });
  const context = canvas.getContext('2d');
  const image = context.createImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) pixels[y * columns + x] = shade(x, y);
  context.putImageData(image, 0, 0);
  return canvas;
};

/** A whole array, a row an example, a column a unit. */
const arrayPicture = (whole, colours) => {
  const shades = diverging(colours);
  const examples = whole.values.length / whole.units;
  const canvas = picture(whole.units, examples, 'All values: ' + examples + ' examples by ' + whole.units + ' units',
    (x, y) => shades[whole.values[y * whole.units + x] & 255]);
  canvas.className = 'array';
  canvas.style.maxWidth = whole.units * 16 + 'px';
  return make('div', { class: 'pictured' }, canvas, scaleBar(colours, whole.scale));
};

/** From the least to the greatest. */
const scaleBar = (colours, scale) => {
  const shades = diverging(colours);
  const bar = picture(255, 1, 'Colours from ' + short(-scale) + ' to ' + short(scale), x => shades[(x - 127) & 255]);
  return make('div', { class: 'scale' }, short(-scale), bar, short(scale));
};

/** A bar for each value, from a line at 0. */
const bars = (values, colours, label) => {
  const most = Math.max(...values.map(Math.abs).filter(Number.isFinite), 1e-30);
  const drawn = make('svg', { viewBox: '0 0 ' + values.length * 10 + ' 60', preserveAspectRatio: 'none', role: 'img', 'aria-label': label });
  values.forEach((value, i) => {
    const height = (Math.abs(value) / most) * 28;
    if (!Number.isFinite(height)) return;
    drawn.append(make('rect', {
      x: i * 10 + 1, y: value > 0 ? 30 - height : 30, width: 8, height: Math.max(height, 0.5), fill: value > 0 ? colours.high : colours.low,
    }, make('title', {}, short(value))));
  });
  return make('div', { class: 'bars' }, drawn, make('div', { class: 'scale' }, '±\u202f' + short(most)));
};
