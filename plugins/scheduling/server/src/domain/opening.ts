import { type Interval, union } from '@enamel/kernel';
import { dateOf, day, instantOf, localOf, minute, type Stretch } from './local-time.ts';

/** One weekly entry of a practitioner's hours at a location, in the location's wall-clock time. */
export interface WeeklyHours {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly from: number;
  /** Minutes after midnight; at or before `from` it means the next day. */
  readonly to: number;
  /** False takes the span out of the other entries. */
  readonly available: boolean;
  /** First and last local date, `YYYY-MM-DD`, on which it holds; null leaves that side open. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** By the number of the ISO week. */
  readonly weeks: 'every' | 'odd' | 'even';
  /** Where one of these holds on a date, only these hold, holiday or not. */
  readonly instead: boolean;
}

/** An open window. Slots lie on a grid that starts at `anchor`, the moment the doors opened. */
export interface Opening extends Interval {
  readonly anchor: number;
}

const weekdayOf = (local: number): number => ((Math.floor(local / day) + 3) % 7) + 1;

const spansOf = (
  hours: readonly WeeklyHours[],
  firstDate: number,
  lastDate: number,
  stretches: readonly Stretch[],
): { open: Interval[]; shut: Interval[] } => {
  const open: Interval[] = [];
  const shut: Interval[] = [];
  const entries = hours.map((entry) => ({
    ...entry,
    first: entry.validFrom ? dateOf(entry.validFrom) : Number.NEGATIVE_INFINITY,
    last: entry.validUntil ? dateOf(entry.validUntil) : Number.POSITIVE_INFINITY,
    length: entry.to > entry.from ? entry.to : entry.to + 1440,
  }));
  for (let date = firstDate; date <= lastDate; date += day) {
    const weekday = weekdayOf(date);
    for (const { weekday: on, first, last, from, length, available } of entries) {
      if (on !== weekday || date < first || date > last) continue;
      const start = instantOf(date + from * minute, stretches);
      const end = instantOf(date + length * minute, stretches);
      if (start < end) (available ? open : shut).push({ start, end });
    }
  }
  return { open, shut };
};

/**
 * The open windows that touch `[from, to)`: weekly hours, minus their unavailable entries, minus the intervals of `off`.
 * Sorted, without overlaps.
 */
export const openingsOf = (
  hours: readonly WeeklyHours[],
  off: readonly Interval[],
  from: number,
  to: number,
  stretches: readonly Stretch[],
): Opening[] => {
  // An entry past midnight belongs to the date on which it began.
  const firstDate = Math.floor(localOf(from, stretches) / day) * day - day;
  const lastDate = Math.floor(localOf(to, stretches) / day) * day;
  const { open, shut } = spansOf(hours, firstDate, lastDate, stretches);
  const closed = shut.length + off.length === 0 ? [] : union([...shut, ...off]);
  const openings: Opening[] = [];
  let j = 0;
  for (const { start, end } of union(open)) {
    if (end <= from || start >= to) continue;
    while (j < closed.length && (closed[j] as Interval).end <= start) j++;
    let cursor = start;
    for (let k = j; k < closed.length && cursor < end; k++) {
      const gap = closed[k] as Interval;
      if (gap.start >= end) break;
      if (gap.start > cursor) openings.push({ start: cursor, end: gap.start, anchor: start });
      cursor = Math.max(cursor, gap.end);
    }
    if (cursor < end) openings.push({ start: cursor, end, anchor: start });
  }
  return openings;
};
