import { dateString, day, instantOf, localOf, type Stretch } from '../slots/local-time.ts';

export const mostOccurrences = 52;

/** Ends after `count` visits, the first included, or with the local date `until`, whichever comes first. */
export interface Recurrence {
  readonly every: 'day' | 'week' | 'month';
  /** Every n-th of them. */
  readonly interval: number;
  readonly count?: number;
  /** `YYYY-MM-DD`, included. */
  readonly until?: string;
}

export interface Occurrence {
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly start: number;
}

export interface Occurrences {
  readonly occurrences: readonly Occurrence[];
  /** Months, `YYYY-MM`, that lack the date: they have no visit and do not count. */
  readonly skipped: readonly string[];
  /** False when the rule asks for more than 52 visits or for more than ten years: what follows is left out. */
  readonly complete: boolean;
}

const longest = { years: 10 };

const dateAt = (first: Temporal.PlainDate, { every, interval }: Recurrence, n: number) =>
  every === 'month'
    ? first.add({ months: n * interval })
    : first.add({ days: n * interval * (every === 'week' ? 7 : 1) });

/**
 * The visits of a series at the same wall-clock time, `first` among them; at most 52, within ten years. Where the clock
 * skips that time, the visit begins when the gap ends; where it shows it twice, at the first.
 * @param stretches of the zone, from `first` to the end of the series
 */
export const occurrencesOf = (
  first: number,
  recurrence: Recurrence,
  stretches: readonly Stretch[],
): Occurrences => {
  const local = localOf(first, stretches);
  const clock = local - Math.floor(local / day) * day;
  const begin = Temporal.PlainDate.from(dateString(local));
  const last = begin.add(longest).toString();
  const { count = Number.POSITIVE_INFINITY, until } = recurrence;
  const occurrences: Occurrence[] = [{ date: begin.toString(), start: first }];
  const skipped: string[] = [];
  let complete = true;
  for (let n = 1; occurrences.length < count; n++) {
    const date = dateAt(begin, recurrence, n);
    const written = date.toString();
    if (until && written > until) break;
    complete = written <= last && occurrences.length < mostOccurrences;
    if (!complete) break;
    if (recurrence.every === 'month' && date.day !== begin.day) skipped.push(written.slice(0, 7));
    else
      occurrences.push({
        date: written,
        start: instantOf(Date.parse(`${written}T00:00:00Z`) + clock, stretches),
      });
  }
  return { occurrences, skipped, complete };
};

/** How far the stretches of a series must reach, by UTC. */
export const reachOf = (first: number, recurrence: Recurrence): number => {
  const begin = Temporal.Instant.fromEpochMilliseconds(first)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
  const end = recurrence.until
    ? Temporal.PlainDate.from(recurrence.until)
    : dateAt(begin, recurrence, mostOccurrences * 2);
  const last = begin.add(longest);
  const earlier = Temporal.PlainDate.compare(end, last) < 0 ? end : last;
  return Math.max(first, Date.parse(`${earlier}T00:00:00Z`)) + 2 * day;
};
