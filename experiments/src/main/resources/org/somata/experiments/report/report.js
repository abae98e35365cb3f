// The values of a place, for whoever points at a chart; everything else on the page does without.
'use strict';
for (const drawing of document.querySelectorAll('svg[data-plot]')) {
  const [left, right] = drawing.dataset.plot.split(' ').map(Number);
  const lines = [...drawing.querySelectorAll('path[data-key]')].map(line => ({
    key: line.dataset.key,
    colour: line.getAttribute('stroke'),
    x: line.dataset.x.split(' '),
    at: line.dataset.at.split(' ').map(Number),
    y: line.dataset.y.split(' '),
  }));
  if (lines.length === 0) continue;
  const figure = drawing.parentElement;
  const tip = document.createElement('div');
  tip.className = 'tip';
  const pointer = document.createElementNS(drawing.namespaceURI, 'line');
  pointer.setAttribute('class', 'pointer');
  pointer.setAttribute('y1', 10);
  pointer.setAttribute('y2', drawing.viewBox.baseVal.height - 36);

  const nearest = (line, x) => {
    let best = 0;
    line.at.forEach((at, i) => { if (Math.abs(at - x) < Math.abs(line.at[best] - x)) best = i; });
    return best;
  };
  const hide = () => { tip.remove(); pointer.remove(); };
  drawing.addEventListener('pointerleave', hide);
  drawing.addEventListener('pointermove', event => {
    const box = drawing.getBoundingClientRect();
    const scale = drawing.viewBox.baseVal.width / box.width;
    const x = (event.clientX - box.left) * scale;
    if (x < left - 5 || x > right + 5) { hide(); return; }
    const at = lines.map(line => line.at[nearest(line, x)])
        .reduce((a, b) => (Math.abs(b - x) < Math.abs(a - x) ? b : a));
    const shown = lines.map(line => [line, line.at.indexOf(at)]).filter(([, i]) => i >= 0);
    pointer.setAttribute('x1', at);
    pointer.setAttribute('x2', at);
    drawing.append(pointer);
    tip.replaceChildren(document.createTextNode(drawing.dataset.read + shown[0][0].x[shown[0][1]]));
    for (const [line, i] of shown) {
      const row = document.createElement('div');
      const key = document.createElement('b');
      key.textContent = line.key;
      key.style.color = line.colour;
      row.append(key, ' ' + line.y[i]);
      tip.append(row);
    }
    figure.append(tip);
    // a drawing knows its place in the window alone
    const around = figure.getBoundingClientRect();
    const place = box.left - around.left + at / scale;
    tip.style.top = box.top - around.top + 8 + 'px';
    if (at > (left + right) / 2) {
      tip.style.left = '';
      tip.style.right = figure.clientWidth - place + 10 + 'px';
    } else {
      tip.style.right = '';
      tip.style.left = place + 10 + 'px';
    }
  });
}
