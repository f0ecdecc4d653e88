/**
 * The availability engine: rules, busy times and the present in, free slots out. Pure; all times are epoch milliseconds.
 *
 * A visit that starts at `s` needs `[s, s + duration)` inside the practitioner's opening hours at the location (time off
 * removed), and `[s − bufferBefore, s + duration + bufferAfter)` free of other claims for the practitioner and for at
 * least one and the same suitable chair. Buffers may reach beyond the hours. Starts lie on a grid of `step` from the
 * moment the doors open.
 */
import { type Interval, union } from '@enamel/kernel';
import { dateOf, day, instantOf, localOf, minute, type Stretch } from './local-time.ts';
import { type Opening, openingsOf, type WeeklyHours } from './opening.ts';

/** A part of a visit. The chair, the equipment and the patient are taken for the whole of it, people only for their parts. */
export interface Segment {
  readonly minutes: number;
  readonly practitioner: boolean;
  readonly assistant: boolean;
}

/** What a type of visit asks for. All durations in minutes. */
export interface VisitShape {
  readonly duration: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly step: number;
  /** The earliest start after now. */
  readonly leadTime: number;
  /** The last local date that may be booked, counted in days from today. */
  readonly horizonDays: number;
  /** In order; none means that the practitioner is there throughout. What they leave of the duration is the last one's. */
  readonly segments: readonly Segment[];
  /** Kinds of equipment: one free piece of each is needed. */
  readonly equipment: readonly string[];
}

export interface PractitionerRules {
  readonly id: string;
  readonly hours: readonly WeeklyHours[];
  readonly off: readonly Interval[];
}

export interface ChairRules {
  readonly id: string;
  readonly off: readonly Interval[];
}

export interface EquipmentRules {
  readonly id: string;
  readonly kind: string;
  readonly off: readonly Interval[];
}

/** All that decides when one type of visit can take place at one location. */
export interface Rules {
  readonly location: string;
  readonly zone: string;
  readonly visit: VisitShape;
  readonly practitioners: readonly PractitionerRules[];
  /** Active chairs of a suitable kind, in the order of choice. */
  readonly chairs: readonly ChairRules[];
  /** Who may assist, in the order of choice. One and the same assists throughout a visit. */
  readonly assistants: readonly PractitionerRules[];
  readonly equipment: readonly EquipmentRules[];
  /** Local dates, `YYYY-MM-DD`, on which the usual hours do not hold. */
  readonly holidays: readonly string[];
  /** When the location as a whole is closed. */
  readonly closed: readonly Interval[];
}

/** Claimed time by practitioner and chair id, buffers included. */
export type Busy = ReadonlyMap<string, readonly Interval[]>;

/** What was taken and how long it stays so: `[s, s + duration)`. */
export interface Slot extends Interval {
  readonly practitioner: string;
  readonly location: string;
}

const none: readonly Interval[] = [];

/** Sorted and disjoint, at no cost when it already is. */
const tidy = (intervals: readonly Interval[]): readonly Interval[] => {
  for (let i = 1; i < intervals.length; i++)
    if ((intervals[i] as Interval).start < (intervals[i - 1] as Interval).end)
      return union(intervals);
  return intervals;
};

/** Starts `[start, end]` (both inclusive, as half-open `end + 1`) at which one chair is free for the whole visit. */
const chairStarts = (rules: Rules, busy: Busy, from: number, to: number): readonly Interval[] => {
  const before = rules.visit.bufferBefore * minute;
  const after = (rules.visit.duration + rules.visit.bufferAfter) * minute;
  const starts: Interval[] = [];
  for (const chair of rules.chairs) {
    const claims = busy.get(chair.id) ?? none;
    const taken = chair.off.length === 0 ? tidy(claims) : union([...claims, ...chair.off]);
    let cursor = Number.NEGATIVE_INFINITY;
    const offer = (end: number) => {
      const first = Math.max(cursor + before, from);
      const last = Math.min(end - after, to);
      if (first <= last) starts.push({ start: first, end: last + 1 });
    };
    for (const { start, end } of taken) {
      offer(start);
      cursor = end;
    }
    offer(Number.POSITIVE_INFINITY);
  }
  return union(starts);
};

const sweep = (
  openings: readonly Opening[],
  claims: readonly Interval[],
  chairs: readonly Interval[],
  visit: VisitShape,
  from: number,
  to: number,
  found: (start: number, end: number) => void,
): void => {
  const length = visit.duration * minute;
  const before = visit.bufferBefore * minute;
  const after = length + visit.bufferAfter * minute;
  const step = visit.step * minute;
  let i = 0;
  let k = 0;
  for (const { start, end, anchor } of openings) {
    const onGrid = (at: number) => anchor + Math.ceil((at - anchor) / step) * step;
    const last = Math.min(end - length, to - 1);
    let at = onGrid(Math.max(start, from));
    while (at <= last) {
      while (i < claims.length && (claims[i] as Interval).end <= at - before) i++;
      const claim = claims[i];
      if (claim !== undefined && claim.start < at + after) {
        at = onGrid(claim.end + before);
        continue;
      }
      while (k < chairs.length && (chairs[k] as Interval).end <= at) k++;
      const chair = chairs[k];
      if (chair === undefined) return;
      if (chair.start > at) {
        at = onGrid(chair.start);
        continue;
      }
      found(at, at + length);
      at += step;
    }
  }
};

/** The span of starts that may be booked now: after the lead time, up to the end of the last local date. */
export const bookableSpan = (
  visit: VisitShape,
  now: number,
  stretches: readonly Stretch[],
): Interval => {
  const today = Math.floor(localOf(now, stretches) / day) * day;
  return {
    start: now + visit.leadTime * minute,
    end: instantOf(today + (visit.horizonDays + 1) * day, stretches),
  };
};

/** `[from, from + days)` of local dates as instants. */
export const spanOfDates = (
  from: string,
  days: number,
  stretches: readonly Stretch[],
): Interval => ({
  start: instantOf(dateOf(from), stretches),
  end: instantOf(dateOf(from) + days * day, stretches),
});

/** Free slots that start within `span`, practitioner by practitioner, each in order of time. */
export const slotsOf = (
  rules: Rules,
  busy: Busy,
  span: Interval,
  stretches: readonly Stretch[],
): Slot[] => {
  const slots: Slot[] = [];
  if (span.start >= span.end) return slots;
  const chairs = chairStarts(rules, busy, span.start, span.end);
  const { location } = rules;
  for (const { id: practitioner, hours, off } of rules.practitioners) {
    const away = rules.closed.length === 0 ? off : [...off, ...rules.closed];
    const openings = openingsOf(hours, away, span.start, span.end, stretches);
    const claims = tidy(busy.get(practitioner) ?? none);
    sweep(openings, claims, chairs, rules.visit, span.start, span.end, (start, end) =>
      slots.push({ start, end, practitioner, location }),
    );
  }
  return slots;
};
