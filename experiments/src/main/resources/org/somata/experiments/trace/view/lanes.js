// A lane for each actor, as the network is drawn: the teacher on top, below it the output, the input at the bottom.

const GUTTER = 86;
const AXIS = 40;
const LEAST_LANE = 30;
const MOST_LANE = 96;
const MOST_ROWS = 4;

class Lanes {
  constructor(records) {
    this.depth = records.depth;
    this.count = records.depth + 2;
    this.records = records;
    this.top = 0;
    this.resize(400);
  }

  resize(height) {
    this.room = height - AXIS;
    this.height = clamp((this.room - 6) / this.count, LEAST_LANE, MOST_LANE);
    this.band = clamp(this.height * 0.34, 10, 24);
    this.scroll(0);
  }

  scroll(by) {
    this.top = clamp(this.top + by, 0, Math.max(0, this.height * this.count + 6 - this.room));
  }

  of(place) {
    return place < 0 ? 0 : this.depth + 1 - place;
  }

  place(lane) {
    return lane === 0 ? -1 : this.depth + 1 - lane;
  }

  name(lane) {
    const place = this.place(lane);
    return place < 0 ? 'teacher' : place === 0 ? 'input' : 'layer ' + place;
  }

  /** What stands below its name. */
  remark(lane) {
    const place = this.place(lane);
    if (place < 0) return 'labels';
    const units = counted(this.records.header.units[place], 'unit');
    return units;
  }

  centre(lane) {
    return AXIS - this.top + (lane + 0.5) * this.height;
  }

  laneAt(y) {
    return clamp(Math.floor((y - AXIS + this.top) / this.height), 0, this.count - 1);
  }

  /** Rows for what is handled in a lane at the same time, for each message its row; and how many rows a lane has. */
  pack(clock) {
    const { started, finished } = clock.times;
    const row = new Uint8Array(started.length);
    const rows = new Uint8Array(this.count).fill(1);
    const free = Array.from({ length: this.count }, () => [-Infinity]);
    const order = clock.order.slice().sort((a, b) => started[a] - started[b] || a - b);
    for (const i of order) {
      if (finished[i] === UNKNOWN || started[i] === UNKNOWN) continue;
      const lane = this.of(this.records.to[i]);
      let at = free[lane].findIndex(end => end <= started[i]);
      if (at < 0) at = free[lane].length < MOST_ROWS ? free[lane].length : MOST_ROWS - 1;
      free[lane][at] = Math.max(free[lane][at] ?? 0, finished[i]);
      row[i] = at;
      rows[lane] = Math.max(rows[lane], at + 1);
    }
    this.row = row;
    this.rows = rows;
  }

  /** Top and height of a message's slice. */
  slice(item) {
    const lane = this.of(this.records.to[item]);
    const height = this.band / this.rows[lane];
    return [this.centre(lane) - this.band / 2 + this.row[item] * height, Math.max(height - (this.rows[lane] > 1 ? 1 : 0), 2)];
  }
}
