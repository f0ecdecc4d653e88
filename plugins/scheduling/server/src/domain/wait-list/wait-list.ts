/** Whom of those who wait a free time suits, and in which order they are asked. Pure; instants are epoch milliseconds. */
import { dateString, day, localOf, minute, type Stretch } from '../slots/local-time.ts';

/** What somebody who waits would take. Days and times are the location's. */
export interface Wish {
  /** Document ids; none means anybody. */
  readonly practitioners: readonly string[];
  /** 1 is Monday, 7 is Sunday; none means any day. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight between which a visit may begin; null leaves that side open. */
  readonly from: number | null;
  readonly until: number | null;
  /** First and last date, `YYYY-MM-DD`. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The start of the visit that is to be moved forward. */
  readonly before: number | null;
}

export interface FreeTime {
  readonly start: number;
  readonly practitioner: string;
}

export type Misfit = 'practitioner' | 'weekday' | 'time' | 'too-early' | 'too-late' | 'not-earlier';

/** The first wish that a time does not meet; null when it suits. */
export const misfitOf = (
  wish: Wish,
  { start, practitioner }: FreeTime,
  stretches: readonly Stretch[],
): Misfit | null => {
  const local = localOf(start, stretches);
  const date = dateString(local);
  const clock = (((local % day) + day) % day) / minute;
  if (wish.before !== null && start >= wish.before) return 'not-earlier';
  if (wish.practitioners.length > 0 && !wish.practitioners.includes(practitioner))
    return 'practitioner';
  if (wish.earliest !== null && date < wish.earliest) return 'too-early';
  if (wish.latest !== null && date > wish.latest) return 'too-late';
  const weekday = ((Math.floor(local / day) + 3) % 7) + 1;
  if (wish.weekdays.length > 0 && !wish.weekdays.includes(weekday)) return 'weekday';
  if (wish.from !== null && clock < wish.from) return 'time';
  if (wish.until !== null && clock >= wish.until) return 'time';
  return null;
};

export interface Waiter {
  readonly id: string;
  readonly urgent: boolean;
  /** Since when. */
  readonly since: number;
  readonly wish: Wish;
}

/** Why somebody is asked before others; for people to read. */
export type Reason = 'urgent' | 'named' | 'days' | 'times' | 'earlier';

/** What speaks for a waiter whom a time suits. */
export const reasonsOf = ({ urgent, wish }: Waiter): Reason[] => [
  ...(urgent ? (['urgent'] as const) : []),
  ...(wish.practitioners.length > 0 ? (['named'] as const) : []),
  ...(wish.weekdays.length > 0 || wish.earliest !== null || wish.latest !== null
    ? (['days'] as const)
    : []),
  ...(wish.from !== null || wish.until !== null ? (['times'] as const) : []),
  ...(wish.before !== null ? (['earlier'] as const) : []),
];

/**
 * Urgent ones first; then those with more wishes, as fewer times suit them; then those who named the practitioner; then
 * whoever waits longest. Never 0 for two different waiters.
 */
export const byTurn = (a: Waiter, b: Waiter): number => {
  const wishes = (waiter: Waiter) =>
    reasonsOf(waiter).filter((reason) => reason !== 'urgent' && reason !== 'earlier').length;
  return (
    Number(b.urgent) - Number(a.urgent) ||
    wishes(b) - wishes(a) ||
    Number(b.wish.practitioners.length > 0) - Number(a.wish.practitioners.length > 0) ||
    a.since - b.since ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
};

export interface Turn<W extends Waiter, T extends FreeTime> {
  readonly waiter: W;
  /** The first time that suits. */
  readonly time: T;
  readonly reasons: readonly Reason[];
}

/** Those whom one of the times suits, in the order of their turn. `times` is sorted by start. */
export const turnsOf = <W extends Waiter, T extends FreeTime>(
  waiters: readonly W[],
  timesFor: (waiter: W) => readonly T[],
  stretches: readonly Stretch[],
): Turn<W, T>[] =>
  waiters
    .flatMap((waiter) => {
      const time = timesFor(waiter).find((t) => misfitOf(waiter.wish, t, stretches) === null);
      return time ? [{ waiter, time, reasons: reasonsOf(waiter) }] : [];
    })
    .sort((a, b) => byTurn(a.waiter, b.waiter));
