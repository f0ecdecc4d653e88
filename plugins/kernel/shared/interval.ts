/** Half-open stretches of time `[start, end)` in epoch milliseconds, and the arithmetic on sorted lists of them. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Sorted by start, overlapping and touching ones joined, empty ones gone. */
export const union = (intervals: readonly Interval[]): Interval[] => {
  const sorted = intervals.filter((i) => i.end > i.start).sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else joined.push({ start: next.start, end: next.end });
  }
  return joined;
};

/** What is in both lists. Each must be sorted and without overlaps. */
export const intersect = (a: readonly Interval[], b: readonly Interval[]): Interval[] => {
  const shared: Interval[] = [];
  for (let i = 0, j = 0; ; ) {
    const x = a[i];
    const y = b[j];
    if (!x || !y) return shared;
    const start = Math.max(x.start, y.start);
    const end = Math.min(x.end, y.end);
    if (start < end) shared.push({ start, end });
    if (x.end < y.end) i++;
    else j++;
  }
};

/** What of `from` is left when `taken` is removed. `from` must be a union; `taken` sorted by start, overlaps allowed. */
export const subtract = (from: readonly Interval[], taken: readonly Interval[]): Interval[] => {
  const left: Interval[] = [];
  let j = 0;
  for (const { start, end } of from) {
    let cursor = start;
    while (j < taken.length && (taken[j] as Interval).end <= start) j++;
    for (let k = j; k < taken.length; k++) {
      const busy = taken[k] as Interval;
      if (busy.start >= end) break;
      if (busy.start > cursor) left.push({ start: cursor, end: busy.start });
      cursor = Math.max(cursor, busy.end);
      if (cursor >= end) break;
    }
    if (cursor < end) left.push({ start: cursor, end });
  }
  return left;
};
