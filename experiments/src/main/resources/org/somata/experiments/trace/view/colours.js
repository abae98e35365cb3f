// Colours of kinds and of staleness, as the style sheet has them for light and for dark surroundings.

const KINDS = [
  'activation', 'target', 'gradient', 'error', 'feedback-activation', 'probe', 'probe-reply', 'refresh', 'label', 'control',
];
const STALENESS_STEPS = 6;

class Colours {
  constructor(root, records) {
    this.root = root;
    this.records = records;
    this.read();
  }

  read() {
    const style = getComputedStyle(this.root);
    const of = name => style.getPropertyValue('--' + name).trim();
    for (const name of ['surface', 'raised', 'ink', 'soft', 'rule', 'faint', 'accent', 'lost', 'expired', 'duplicate', 'low', 'middle', 'high']) {
      this[name] = of(name);
    }
    this.kinds = this.records.kinds.map(kind => of('kind-' + kind));
    this.none = of('stale-none');
    this.stale = Array.from({ length: STALENESS_STEPS }, (_, step) => of('stale-' + step));
  }

  /** Those of the buckets that {@link bucket} puts items into. */
  palette(by) {
    return by === 'staleness' ? [...this.stale, this.none] : this.kinds;
  }

  bucket(by, item) {
    if (by !== 'staleness') return this.records.kind[item];
    const staleness = this.records.staleness[item];
    return staleness < 0 ? STALENESS_STEPS : this.step(staleness);
  }

  step(staleness) {
    const { stalest } = this.records;
    return stalest === 0 ? 0 : Math.round((staleness / stalest) * (STALENESS_STEPS - 1));
  }

  ofItem(by, item) {
    if (by === 'staleness') return this.palette(by)[this.bucket(by, item)];
    if (!this.records.isUpdate(item)) return this.kinds[this.records.kind[item]];
    return this.ink;
  }

  ofOutcome(outcome) {
    return { lost: this.lost, expired: this.expired, duplicate: this.duplicate }[outcome] ?? this.soft;
  }
}

/** #rrggbb as numbers. */
const rgb = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
