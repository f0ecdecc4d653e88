/**
 * The availability engine: rules, busy times and the present in, free slots out. Pure; all times are epoch milliseconds.
 *
 * A visit that starts at `s` needs `[s, s + duration)` inside the practitioner's opening hours at the location (time off
 * removed), the practitioner free for the parts that he or she takes part in, at least one and the same suitable chair free
 * throughout, one assistant who works and is free for the parts that are assisted, and one free piece of equipment of each
 * kind. The chair's time and the practitioner's first and last part reach into the buffers, and these beyond the hours.
 * Starts lie on a grid of `step` from the moment the doors open.
 */
import { type Interval, intersect, subtract } from '@enamel/kernel';
import { daysOf } from './days.ts';
import { dateOf, day, instantOf, localOf, minute, type Stretch } from './local-time.ts';
import { needsOf, type Run } from './needs.ts';
import type { Opening, WeeklyHours } from './opening.ts';
import { blockedStarts, type Look, supportedStarts, tidy, windowsOf } from './starts.ts';

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

/** Time off or closing time. */
export interface Off extends Interval {
  /** The id of its record, where somebody wants to know. */
  readonly source?: string;
}

export interface PractitionerRules {
  readonly id: string;
  readonly hours: readonly WeeklyHours[];
  readonly off: readonly Off[];
}

export interface ChairRules {
  readonly id: string;
  readonly off: readonly Off[];
}

export interface EquipmentRules {
  readonly id: string;
  readonly kind: string;
  readonly off: readonly Off[];
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
  readonly closed: readonly Off[];
}

/** Claimed time. */
export interface Taken extends Interval {
  /** What claims it, where somebody wants to know. */
  readonly source?: { readonly kind: string; readonly id: string };
}

/** Claimed time by the id of a person, chair or piece of equipment, buffers included. */
export type Busy = ReadonlyMap<string, readonly Taken[]>;

/** What was taken and how long it stays so: `[s, s + duration)`. */
export interface Slot extends Interval {
  readonly practitioner: string;
  readonly location: string;
}

const none: readonly Interval[] = [];

/** Starts on the grid that lie in an opening, meet no claim and are supported, in order of time. */
const sweep = (
  openings: readonly Opening[],
  claims: readonly Interval[],
  { from: before, to: after }: Run,
  supported: readonly Interval[],
  visit: VisitShape,
  span: Interval,
  found: (start: number, end: number) => void,
): void => {
  const length = visit.duration * minute;
  const step = visit.step * minute;
  let i = 0;
  let k = 0;
  for (const { start, end, anchors } of openings) {
    const last = Math.min(end - length, span.end - 1);
    for (let a = 0; a < anchors.length; a++) {
      const anchor = anchors[a] as number;
      const until = Math.min(last, (anchors[a + 1] ?? Number.POSITIVE_INFINITY) - 1);
      const onGrid = (at: number) => anchor + Math.ceil((at - anchor) / step) * step;
      let at = onGrid(Math.max(anchor, start, span.start));
      while (at <= until) {
        while (i < claims.length && (claims[i] as Interval).end <= at + before) i++;
        const claim = claims[i];
        if (claim !== undefined && claim.start < at + after) {
          at = onGrid(claim.end - before);
          continue;
        }
        while (k < supported.length && (supported[k] as Interval).end <= at) k++;
        const support = supported[k];
        if (support === undefined) return;
        if (support.start > at) {
          at = onGrid(support.start);
          continue;
        }
        found(at, at + length);
        at += step;
      }
    }
  }
};

/** The claims of a practitioner and the run that must not meet them; for several runs, the blocked starts themselves. */
const obstaclesOf = (
  claims: readonly Interval[],
  runs: readonly Run[],
): { readonly claims: readonly Interval[]; readonly run: Run } => {
  const [run, ...more] = runs;
  return run && more.length === 0
    ? { claims: tidy(claims), run }
    : { claims: blockedStarts(claims, runs), run: { from: 0, to: 1 } };
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

const lookAt = (rules: Rules, busy: Busy, span: Interval, stretches: readonly Stretch[]): Look => {
  const reach = { start: span.start, end: span.end + rules.visit.duration * minute };
  const days = daysOf(reach.start, reach.end, rules.holidays, stretches);
  return { rules, busy, needs: needsOf(rules.visit), span, reach, days, stretches };
};

/** Free slots that start within `span`, practitioner by practitioner, each in order of time. */
export const slotsOf = (
  rules: Rules,
  busy: Busy,
  span: Interval,
  stretches: readonly Stretch[],
): Slot[] => {
  const slots: Slot[] = [];
  if (span.start >= span.end) return slots;
  const { location, visit } = rules;
  const look = lookAt(rules, busy, span, stretches);
  const supported = supportedStarts(look);
  for (const person of rules.practitioners) {
    const practitioner = person.id;
    const { claims, run } = obstaclesOf(busy.get(practitioner) ?? none, look.needs.practitioner);
    const offer = (start: number, end: number) =>
      slots.push({ start, end, practitioner, location });
    sweep(windowsOf(person, look), claims, run, supported(practitioner), visit, span, offer);
  }
  return slots;
};

/** Free starts within `span` whatever the grid, as sorted half-open intervals, practitioner by practitioner. */
export const freeStartsOf = (
  rules: Rules,
  busy: Busy,
  span: Interval,
  stretches: readonly Stretch[],
): { practitioner: string; starts: Interval[] }[] => {
  const look = lookAt(rules, busy, span, stretches);
  const supported = supportedStarts(look);
  return rules.practitioners.map((person) => {
    const within = windowsOf(person, look)
      .map(({ start, end }) => ({ start, end: end - rules.visit.duration * minute + 1 }))
      .filter(({ start, end }) => start < end);
    const free = intersect(within, supported(person.id));
    const blocked = blockedStarts(busy.get(person.id) ?? none, look.needs.practitioner);
    return { practitioner: person.id, starts: subtract(free, blocked) };
  });
};
