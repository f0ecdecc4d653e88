import { dateOf, day, localOf, type Stretch } from './local-time.ts';

/** A local date as the hours of work ask about it. */
export interface LocalDay {
  /** As a wall-clock time: its midnight. */
  readonly date: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly holiday: boolean;
  /** Local minus UTC where it stays the same all day and the next; NaN where the clock changes. */
  readonly offset: number;
}

export const weekdayOf = (date: number): number => ((((date / day + 3) % 7) + 7) % 7) + 1;

/** Odd or even, by the number of the ISO week: the year of its Thursday counts. */
export const weekOf = (date: number): 'odd' | 'even' => {
  const thursday = date + (4 - weekdayOf(date)) * day;
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - newYear) / (7 * day)) % 2 === 0 ? 'odd' : 'even';
};

const steadyOffset = (date: number, stretches: readonly Stretch[]): number => {
  for (const { start, end, offset } of stretches)
    if (date - offset < end)
      return start <= date - offset && date + 2 * day - offset < end ? offset : Number.NaN;
  return Number.NaN;
};

/** The dates whose hours can touch `[from, to)`: an entry past midnight belongs to the date on which it began. */
export const daysOf = (
  from: number,
  to: number,
  holidays: readonly string[],
  stretches: readonly Stretch[],
): LocalDay[] => {
  const closed = new Set(holidays.map(dateOf));
  const first = Math.floor(localOf(from, stretches) / day) * day - day;
  // Where the clock was set back over midnight, hours of a date may begin before it shows that date for good.
  const last = Math.floor(localOf(to, stretches) / day) * day + day;
  const days: LocalDay[] = [];
  for (let date = first; date <= last; date += day)
    days.push({
      date,
      weekday: weekdayOf(date),
      holiday: closed.has(date),
      offset: steadyOffset(date, stretches),
    });
  return days;
};
