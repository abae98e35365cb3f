// What the timeline's marks stand in: lanes with their names, presentations, times.

class Frame {
  constructor(timeline) {
    this.timeline = timeline;
    this.view = timeline.view;
    this.context = timeline.context;
  }

  lanes() {
    const { context, view } = this;
    const { width } = this.timeline;
    const { lanes, colours } = view;
    for (let lane = 0; lane < lanes.count; lane++) {
      const centre = lanes.centre(lane);
      context.fillStyle = colours.faint;
      context.fillRect(GUTTER, centre - lanes.band / 2, width - GUTTER, lanes.band);
    }
  }

  presentations() {
    const { context, view } = this;
    const { height } = this.timeline;
    const { clock } = view;
    if (clock.spacing * this.timeline.scale < 10) return;
    context.strokeStyle = view.colours.rule;
    context.lineWidth = 1;
    context.beginPath();
    for (let k = lowerBound(clock.starts, view.from); k < clock.starts.length && clock.starts[k] <= view.to; k++) {
      const x = Math.round(this.timeline.x(clock.starts[k])) + 0.5;
      context.moveTo(x, AXIS);
      context.lineTo(x, height);
    }
    context.stroke();
  }

  axis() {
    const { context, view } = this;
    const { width } = this.timeline;
    const { clock, colours } = view;
    context.fillStyle = colours.surface;
    context.fillRect(0, 0, width, AXIS);
    context.strokeStyle = colours.rule;
    context.beginPath();
    context.moveTo(0, AXIS - 0.5);
    context.lineTo(width, AXIS - 0.5);
    context.stroke();
    context.save();
    context.beginPath();
    context.rect(GUTTER, 0, width - GUTTER, AXIS);
    context.clip();
    context.font = '11px system-ui, sans-serif';
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    this.#presentationNumbers();
    const { step, ticks } = clock.ticks(view.from, view.to, (width - GUTTER) / 110);
    for (const tick of ticks) {
      const x = Math.round(this.timeline.x(tick)) + 0.5;
      context.beginPath();
      context.moveTo(x, AXIS - 5);
      context.lineTo(x, AXIS);
      context.stroke();
      context.fillStyle = colours.soft;
      context.fillText(clock.words(tick, step), x + 4, AXIS - 7);
    }
    context.restore();
  }

  /** Above the times: as many as there is room for. */
  #presentationNumbers() {
    const { context, view } = this;
    const { clock, colours } = view;
    const apart = clock.spacing * this.timeline.scale;
    const power = 10 ** Math.max(Math.floor(Math.log10(64 / apart)), 0);
    const every = [1, 2, 5, 10].map(factor => factor * power).find(each => each * apart >= 64) ?? 10 * power;
    let free = GUTTER;
    const begun = clock.presentations.filter(each => each.from <= view.from).at(-1);
    for (const each of clock.presentations) {
      const { number, from, to } = each;
      if (to < view.from || from > view.to || (number - 1) % every !== 0) continue;
      const x = this.timeline.x(from);
      // the last one that began before the window keeps its number in sight
      const at = each === begun && this.timeline.x(to) > GUTTER + 40 ? GUTTER : x;
      if (at < free) continue;
      context.fillStyle = number === view.presentation ? colours.accent : colours.ink;
      const words = apart > 150 ? 'presentation ' + whole(number) : whole(number);
      context.fillText(words, at + 4, 15);
      free = at + 8 + words.length * 6;
      context.fillStyle = colours.rule;
      context.fillRect(Math.round(at), 4, 1, AXIS - 4);
    }
  }

  names() {
    const { context, view } = this;
    const { height } = this.timeline;
    const { lanes, colours } = view;
    context.fillStyle = colours.surface;
    context.fillRect(0, AXIS, GUTTER, height - AXIS);
    context.fillRect(0, 0, GUTTER, AXIS - 1);
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillStyle = colours.soft;
    context.font = '11px system-ui, sans-serif';
    context.fillText('presentation', 10, 15);
    context.fillText(view.clockName(), 10, AXIS - 7);
    context.save();
    context.beginPath();
    context.rect(0, AXIS, GUTTER, height - AXIS);
    context.clip();
    for (let lane = 0; lane < lanes.count; lane++) {
      const y = lanes.centre(lane);
      const two = lanes.height > 36;
      context.fillStyle = colours.ink;
      context.font = '600 12.5px system-ui, sans-serif';
      context.fillText(lanes.name(lane), 10, y + (two ? -1 : 4));
      if (two) {
        context.fillStyle = colours.soft;
        context.font = '10.5px system-ui, sans-serif';
        context.fillText(lanes.remark(lane), 10, y + 13);
      }
    }
    context.restore();
    context.fillStyle = colours.rule;
    context.fillRect(GUTTER - 1, 0, 1, height);
  }
}
