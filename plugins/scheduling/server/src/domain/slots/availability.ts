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
import type { Opening } from './opening.ts';
import type { Busy, Rules, Slot, VisitShape } from './rules.ts';
import { blockedStarts, type Look, supportedStarts, tidy, windowsOf } from './starts.ts';

export type * from './rules.ts';

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
