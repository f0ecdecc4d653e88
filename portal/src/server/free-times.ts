/** A week of free times, and the nearest week that has any. */
import { addDays, today } from '../lib/dates.ts';
import { type Slot, sameInstant } from '../lib/slots.ts';
import type { Api } from './api.ts';
import { dataOf } from './api.ts';
import { now } from './clock.ts';
import { slots } from './contracts.ts';

/** Days on one page. */
const window = 7;
/** Where the first free time is looked for, near before far: days from today, and how many. */
const reach = [
  [0, 14],
  [14, 76],
  [90, 92],
] as const;

export interface Wanted {
  readonly appointmentType: string;
  readonly location: string;
  readonly practitioner: string | undefined;
  readonly zone: string;
}

export interface FreeTimes {
  readonly slots: readonly Slot[];
  /** `from` of the page before; undefined at the first. */
  readonly earlier: string | undefined;
  readonly later: string;
  readonly from: string;
  readonly today: string;
  /** The first later day with free times, when this week has none. */
  readonly next: string | undefined;
  /** Nothing is free within half a year. */
  readonly nothing: boolean;
}

/** Free times of some days from a local date on. */
export type Look = (from: string, days: number) => Promise<readonly Slot[]>;

const lookFor =
  (api: Api, { appointmentType, location, practitioner }: Wanted): Look =>
  async (from, days) => {
    // With anyone each start comes once, with whoever should take it.
    const anyone = practitioner === undefined ? 1 : undefined;
    const query = { appointmentType, location, practitioner, anyone, from, days };
    return (await api.get('/scheduling/slots', dataOf(slots), { query })).data;
  };

/** The first day with free times from `start` on, and what was found with it. */
const firstFree = async (look: Look, start: string) => {
  for (const [ahead, days] of reach) {
    const found = await look(addDays(start, ahead), days);
    const [day] = found.map((slot) => slot.start.slice(0, 10)).sort();
    if (day !== undefined) return { day, found, until: addDays(start, ahead + days) };
  }
  return undefined;
};

/** The week from `from` (default today); without `from`, the week that holds the first free time. */
export const weekOf = async (
  look: Look,
  zone: string,
  asked: string | undefined,
  /** Kept for this visitor, and so missing among the free ones. */
  own: readonly Slot[] = [],
): Promise<FreeTimes> => {
  const first = today(now(), zone);
  const start = asked !== undefined && asked > first ? asked : first;
  const others = (found: readonly Slot[]) =>
    found.filter(({ start }) => !own.some((kept) => sameInstant(kept.start, start)));
  const page = (from: string, found: readonly Slot[]): FreeTimes => ({
    slots: [...own, ...others(found)]
      .filter(
        ({ start }) => start.slice(0, 10) >= from && start.slice(0, 10) < addDays(from, window),
      )
      .sort((a, b) => Temporal.Instant.compare(a.start, b.start)),
    earlier: from > first ? [first, addDays(from, -window)].sort().at(-1) : undefined,
    later: addDays(from, window),
    from,
    today: first,
    next: undefined,
    nothing: false,
  });
  if (asked !== undefined) {
    const week = page(start, await look(start, window));
    if (week.slots.length > 0) return week;
    return { ...week, next: (await firstFree(look, week.later))?.day };
  }
  const free = await firstFree(look, start);
  if (!free) return { ...page(start, []), nothing: true };
  const { day, found, until } = free;
  const seen = until >= addDays(day, window);
  const week = seen ? found : await look(day, window);
  // Before the first free time there is nothing to go back to.
  return { ...page(day, week), earlier: undefined };
};

/** {@link weekOf} the times of one visit. */
export const freeTimes = (
  api: Api,
  wanted: Wanted,
  asked: string | undefined,
  own?: readonly Slot[],
): Promise<FreeTimes> => weekOf(lookFor(api, wanted), wanted.zone, asked, own);

/** A day as the address names it; undefined when it names none. */
export const plainDay = (value: string | null): string | undefined => {
  if (!value || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  try {
    return Temporal.PlainDate.from(value).toString();
  } catch {
    // The 31st of a short month: as if nothing were asked.
    return undefined;
  }
};
