import type { Interval } from '@enamel/kernel';
import { freeStartsOf, slotsOf } from './availability.ts';
import { minute, type Stretch } from './local-time.ts';
import type { Busy, Rules, Slot, VisitShape } from './rules.ts';
import { blockedStarts } from './starts.ts';

/** One visit of several that follow one another at one location. */
export interface ChainItem {
  readonly rules: Rules;
  readonly patient: string;
}

type Spacing = Pick<VisitShape, 'duration' | 'bufferBefore' | 'bufferAfter'>;

/** A visit in its place of the chain, its buffers towards its neighbours settled. */
export interface Link<R> {
  readonly rules: R;
  readonly patient: string;
  /** Milliseconds from the start of the chain. */
  readonly offset: number;
}

/** All visits of a chain, in order. */
export interface ChainSlot extends Interval {
  readonly parts: readonly Slot[];
}

/**
 * Puts visits back to back. Between two of one patient there is nothing; between two patients there are the buffers of both.
 * Whatever the visits take, they thus never take from one another.
 */
export const linksOf = <R extends { readonly visit: Spacing }>(
  items: readonly { readonly rules: R; readonly patient: string }[],
): Link<R>[] => {
  let offset = 0;
  return items.map(({ rules, patient }, index) => {
    const { visit } = rules;
    const before = items[index - 1];
    const bufferBefore = before?.patient === patient ? 0 : visit.bufferBefore;
    const bufferAfter = items[index + 1]?.patient === patient ? 0 : visit.bufferAfter;
    if (before) offset += bufferBefore * minute;
    const link = {
      rules: { ...rules, visit: { ...visit, bufferBefore, bufferAfter } },
      patient,
      offset,
    };
    offset += (visit.duration + bufferAfter) * minute;
    return link;
  });
};

type Holds = (start: number) => boolean;

/** Membership in sorted, disjoint intervals, by bisection. */
const membership =
  (intervals: readonly Interval[]): Holds =>
  (at) => {
    let low = 0;
    let high = intervals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((intervals[middle] as Interval).end <= at) low = middle + 1;
      else high = middle;
    }
    const found = intervals[low];
    return found !== undefined && found.start <= at;
  };

/**
 * Times at which a whole chain can take place, on the grid of its first visit. `together` asks for one practitioner
 * throughout; else each visit keeps the one before it where it can and takes the first in order where it cannot. The
 * claims of the patients count where `busy` has them.
 */
export const chainSlotsOf = (
  items: readonly ChainItem[],
  busy: Busy,
  span: Interval,
  stretches: readonly Stretch[],
  together: boolean,
): ChainSlot[] => {
  const links = linksOf(items);
  const places = links.map(({ rules, patient, offset }) => {
    const reach = { start: span.start + offset, end: span.end + offset };
    const visit = [{ from: 0, to: rules.visit.duration * minute }];
    return {
      free: freeStartsOf(rules, busy, reach, stretches).map(({ practitioner, starts }) => ({
        practitioner,
        holds: membership(starts),
      })),
      isBusy: membership(blockedStarts(busy.get(patient) ?? [], visit)),
    };
  });
  const [first] = links;
  if (!first) return [];
  return slotsOf(first.rules, busy, span, stretches).flatMap((slot) => {
    const parts: Slot[] = [];
    let current = slot.practitioner;
    for (const [index, { rules, offset }] of links.entries()) {
      const { free, isBusy } = places[index] as (typeof places)[number];
      const start = slot.start + offset;
      if (isBusy(start)) return [];
      const able = free.filter(({ holds }) => holds(start)).map(({ practitioner }) => practitioner);
      const next = able.includes(current) ? current : together || index === 0 ? undefined : able[0];
      if (next === undefined) return [];
      current = next;
      const end = start + rules.visit.duration * minute;
      parts.push({ start, end, practitioner: current, location: rules.location });
    }
    return [{ start: slot.start, end: parts.at(-1)?.end ?? slot.end, parts }];
  });
};
