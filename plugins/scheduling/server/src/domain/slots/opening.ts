import { type Interval, union } from '@enamel/kernel';
import { daysOf, type LocalDay, weekOf } from './days.ts';
import { dateOf, instantOf, minute, type Stretch } from './local-time.ts';

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
  /** The id of its record, where somebody wants to know. */
  readonly source?: string;
}

/** An open window. */
export interface Opening extends Interval {
  /**
   * The moments the doors opened, ascending: the hours of each local date open them anew. Slots lie on a grid from the last
   * one before them; the first may lie before the window.
   */
  readonly anchors: readonly number[];
}

interface Entry {
  readonly hours: WeeklyHours;
  readonly first: number;
  readonly last: number;
  /** Milliseconds after midnight; `to` may lie past the next one. */
  readonly from: number;
  readonly to: number;
}

const read = (hours: WeeklyHours): Entry => ({
  hours,
  first: hours.validFrom ? dateOf(hours.validFrom) : Number.NEGATIVE_INFINITY,
  last: hours.validUntil ? dateOf(hours.validUntil) : Number.POSITIVE_INFINITY,
  from: hours.from * minute,
  to: (hours.to > hours.from ? hours.to : hours.to + 1440) * minute,
});

const holds = ({ hours, first, last }: Entry, { date }: LocalDay): boolean =>
  date >= first && date <= last && (hours.weeks === 'every' || hours.weeks === weekOf(date));

/** By weekday, so that a date looks only at its own. */
const byWeekday = (hours: readonly WeeklyHours[]): Entry[][] => {
  const entries: Entry[][] = [[], [], [], [], [], [], [], []];
  for (const entry of hours) entries[entry.weekday]?.push(read(entry));
  return entries;
};

const spanOf = ({ from, to }: Entry, { date, offset }: LocalDay, stretches: readonly Stretch[]) =>
  Number.isNaN(offset)
    ? { start: instantOf(date + from, stretches), end: instantOf(date + to, stretches) }
    : { start: date + from - offset, end: date + to - offset };

/** A union, at no cost where nothing touches, as with the hours of most weeks. */
const joined = (windows: readonly Interval[]): readonly Interval[] => {
  for (let i = 1; i < windows.length; i++)
    if ((windows[i] as Interval).start <= (windows[i - 1] as Interval).end) return union(windows);
  return windows;
};

const spansOf = (
  hours: readonly WeeklyHours[],
  days: readonly LocalDay[],
  stretches: readonly Stretch[],
): { open: Interval[]; shut: Interval[]; anchors: number[] } => {
  const entries = byWeekday(hours);
  const open: Interval[] = [];
  const shut: Interval[] = [];
  const anchors: number[] = [];
  for (const today of days) {
    const usual = entries[today.weekday] as Entry[];
    const special = usual.some((entry) => entry.hours.instead && holds(entry, today));
    if (today.holiday && !special) continue;
    const windows: Interval[] = [];
    for (const entry of usual) {
      if (entry.hours.instead !== special || !holds(entry, today)) continue;
      const span = spanOf(entry, today, stretches);
      if (span.start < span.end) (entry.hours.available ? windows : shut).push(span);
    }
    for (const window of joined(windows)) {
      open.push(window);
      anchors.push(window.start);
    }
  }
  return { open, shut, anchors };
};

/** The open windows that touch `[from, to)` of `days`, which must be those of that span. */
export const openingsOn = (
  hours: readonly WeeklyHours[],
  off: readonly Interval[],
  { start: from, end: to }: Interval,
  days: readonly LocalDay[],
  stretches: readonly Stretch[],
): Opening[] => {
  const { open, shut, anchors } = spansOf(hours, days, stretches);
  const closed = shut.length + off.length === 0 ? [] : union([...shut, ...off]);
  const openings: Opening[] = [];
  let j = 0;
  let a = 0;
  for (const { start, end } of joined(open)) {
    const first = a;
    while (a < anchors.length && (anchors[a] as number) < end) a++;
    if (end <= from || start >= to) continue;
    const own = anchors.slice(first, a);
    while (j < closed.length && (closed[j] as Interval).end <= start) j++;
    let cursor = start;
    for (let k = j; k < closed.length && cursor < end; k++) {
      const gap = closed[k] as Interval;
      if (gap.start >= end) break;
      if (gap.start > cursor) openings.push({ start: cursor, end: gap.start, anchors: own });
      cursor = Math.max(cursor, gap.end);
    }
    if (cursor < end) openings.push({ start: cursor, end, anchors: own });
  }
  return openings;
};

/**
 * The open windows that touch `[from, to)`: weekly hours, minus their unavailable entries, minus the intervals of `off`.
 * Sorted, without overlaps. An entry lasts from the first instant at which the clock shows its beginning or later to the
 * first at which it shows its end or later: what the clock skips is not worked, what is open when the clock is set back
 * stays open until it gets past the end.
 */
export const openingsOf = (
  hours: readonly WeeklyHours[],
  off: readonly Interval[],
  from: number,
  to: number,
  stretches: readonly Stretch[],
  holidays: readonly string[] = [],
): Opening[] =>
  openingsOn(
    hours,
    off,
    { start: from, end: to },
    daysOf(from, to, holidays, stretches),
    stretches,
  );
