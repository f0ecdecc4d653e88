import type { HoursEntry } from '../../../shared/hours.ts';

/** A stretch of a day, `HH:mm`; at or before `from`, `to` means the next day. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Entries that share everything but weekday and time: a week as it is filled in. `days` holds what is typed for each
 * weekday, Monday first.
 */
export interface WeekPlan {
  readonly key: string;
  readonly location: string;
  readonly weeks: HoursEntry['weeks'];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly available: boolean;
  readonly instead: boolean;
  readonly days: readonly string[];
}

const clock = /^(\d{1,2})(?:[:.]?(\d{2}))?$/;

const timeOf = (typed: string): string | undefined => {
  const [, hours = '', minutes = '00'] = clock.exec(typed) ?? [];
  if (!hours || Number(hours) > 24 || Number(minutes) > 59) return undefined;
  if (Number(hours) === 24) return minutes === '00' ? '00:00' : undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
};

/** What somebody types for a day, such as `9-13 14-18` or `08:30–12`; undefined when it cannot be understood. */
export const spansOf = (typed: string): Span[] | undefined => {
  const parts = typed
    .trim()
    .replace(/\s*[-–—]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const spans: Span[] = [];
  for (const part of parts) {
    const [from, to, ...more] = part.split('-').map(timeOf);
    if (!from || !to || more.length > 0 || (from === to && from !== '00:00')) return undefined;
    spans.push({ from, to });
  }
  return spans.sort((a, b) => a.from.localeCompare(b.from));
};

export const typedSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${from}–${to === '00:00' ? '24:00' : to}`).join(', ');

type Shared = Pick<
  HoursEntry,
  'location' | 'weeks' | 'validFrom' | 'validUntil' | 'available' | 'instead'
>;

const sharedKey = ({ location, weeks, validFrom, validUntil, available, instead }: Shared) =>
  JSON.stringify([location, weeks, validFrom, validUntil, available, instead]);

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Entries as weeks to fill in, those that hold always first. */
export const plansOf = (entries: readonly HoursEntry[]): WeekPlan[] => {
  const groups = Map.groupBy(entries, sharedKey);
  return [...groups]
    .map(([key, group]) => {
      const { location, weeks, validFrom, validUntil, available, instead } = group[0] as HoursEntry;
      const days = weekdays.map((weekday) =>
        typedSpans(
          group
            .filter((entry) => entry.weekday === weekday)
            .sort((a, b) => a.from.localeCompare(b.from)),
        ),
      );
      return { key, location, weeks, validFrom, validUntil, available, instead, days };
    })
    .sort(
      (a, b) =>
        Number(a.instead) - Number(b.instead) ||
        Number(b.available) - Number(a.available) ||
        (a.validFrom ?? '').localeCompare(b.validFrom ?? ''),
    );
};

/** Whether the plan is for one date only. */
export const isOneDay = ({ instead, validFrom, validUntil }: WeekPlan): boolean =>
  instead && validFrom !== null && validFrom === validUntil;

export const weekdayOf = (date: string): number =>
  ((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7) + 1;

/** Plans as entries again; an entry that was there before keeps its document. */
export const entriesOf = (
  plans: readonly WeekPlan[],
  before: readonly HoursEntry[],
): HoursEntry[] => {
  const left = [...before];
  const known = (entry: HoursEntry) => {
    const at = left.findIndex(
      (old) =>
        sharedKey(old) === sharedKey(entry) &&
        old.weekday === entry.weekday &&
        old.from === entry.from &&
        old.to === entry.to,
    );
    return at < 0 ? undefined : left.splice(at, 1)[0]?.documentId;
  };
  return plans.flatMap(({ days, key: _key, ...shared }) =>
    days.flatMap((typed, index) =>
      (spansOf(typed) ?? []).map((span) => {
        const entry = { ...shared, weekday: index + 1, ...span };
        const documentId = known(entry);
        return documentId ? { ...entry, documentId } : entry;
      }),
    ),
  );
};

/** Neighbouring days with the same hours: `[[1, 5, '09:00–17:00'], [6, 6, '']]`. */
export const summaryOf = (days: readonly string[]): (readonly [number, number, string])[] => {
  const runs: [number, number, string][] = [];
  days.forEach((typed, index) => {
    const text = typedSpans(spansOf(typed) ?? []);
    const last = runs.at(-1);
    if (last?.[2] === text) last[1] = index + 1;
    else runs.push([index + 1, index + 1, text]);
  });
  return runs.filter(([, , text]) => text);
};
