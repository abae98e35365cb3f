// Which part of which clock's time is shown.

class Shown {
  constructor(records) {
    this.records = records;
    this.clocks = records.clocks.map((times, c) => new Clock(records, times, c === 0 && records.header.clock === 'lockstep'));
    this.clockIndex = 0;
    this.showAll();
  }

  get clock() {
    return this.clocks[this.clockIndex];
  }

  clockName(c = this.clockIndex) {
    return c > 0 || this.records.header.clock === 'wall' ? 'wall time' : this.records.header.clock === 'lockstep' ? 'position' : 'virtual time';
  }

  show(from, to) {
    const { first, last } = this.clock;
    const room = (last - first) * 0.02;
    const least = this.clock.positions ? 3 : Math.min(20, last - first);
    const width = clamp(to - from, least, Math.max(last - first + 2 * room, least));
    this.from = clamp((from + to - width) / 2, first - room, Math.max(last + room - width, first - room));
    this.to = this.from + width;
    this.changed();
  }

  showAll() {
    const { first, last } = this.clock;
    this.zoomedTo = undefined;
    this.show(2 * first - last, 2 * last - first);
  }

  pan(by) {
    this.show(this.from + by, this.to + by);
  }

  scroll(by) {
    this.lanes.scroll(by);
    this.changed();
  }

  /** So that a time stays where it is. */
  zoom(factor, around = (this.from + this.to) / 2) {
    const at = clamp(around, this.from, this.to);
    const share = (at - this.from) / (this.to - this.from);
    const width = (this.to - this.from) * factor;
    this.show(at - share * width, at + (1 - share) * width);
  }

  /** The number of the presentation in the middle. */
  presentationAt() {
    const { presentations } = this.clock;
    if (presentations.length === 0) return undefined;
    const middle = (this.from + this.to) / 2;
    const distance = each => Math.abs((each.from + each.to) / 2 - middle);
    return presentations.reduce((best, each) => (distance(each) < distance(best) ? each : best)).number;
  }

  frame(extent) {
    if (!extent) return;
    const margin = Math.max((extent.to - extent.from) * 0.15, 1);
    this.zoomedTo = extent.number;
    this.show(extent.from - margin, extent.to + margin);
  }

  showPresentation(number) {
    this.presentation = number;
    if (this.selected >= 0 && this.records.presentationOf(this.selected) !== number) this.select(-1);
    this.presentation = number;
    this.frame(this.clock.presentation(number));
  }

  showNeighbour(step) {
    const { presentations } = this.clock;
    const now = this.presentation ?? this.presentationAt();
    const at = presentations.findIndex(each => each.number === now);
    const next = presentations[clamp(at + step, 0, presentations.length - 1)];
    if (next) this.showPresentation(next.number);
  }

  /** Of presentations, as of messages, the same are in sight by the other clock. */
  chooseClock(c) {
    const before = this.zoomedTo;
    this.clockIndex = c;
    this.showAll();
    if (before !== undefined) this.frame(this.clock.presentation(before));
  }

  changed() {}
}
