/**
 * Sets of starts: what a resource with its claims leaves to a visit that needs it for some runs. A claim `[b, c)` and a run
 * `[f, t)` from the start of the visit meet exactly for starts in `(b − t, c − f)`. Sets are sorted, disjoint intervals,
 * half-open over whole milliseconds.
 */
import { type Interval, intersect, subtract, union } from '@enamel/kernel';
import type { LocalDay } from './days.ts';
import type { Stretch } from './local-time.ts';
import type { Needs, Run } from './needs.ts';
import { openingsOn } from './opening.ts';
import type { Busy, PractitionerRules, Rules } from './rules.ts';

const none: readonly Interval[] = [];

/** Sorted and disjoint, at no cost when it already is. */
export const tidy = (intervals: readonly Interval[]): readonly Interval[] => {
  for (let i = 1; i < intervals.length; i++)
    if ((intervals[i] as Interval).start < (intervals[i - 1] as Interval).end)
      return union(intervals);
  return intervals;
};

/** Starts at which a visit would meet one of `taken`. */
export const blockedStarts = (
  taken: readonly Interval[],
  runs: readonly Run[],
): readonly Interval[] => {
  const blocked: Interval[] = [];
  for (const { from, to } of runs)
    for (const { start, end } of taken)
      if (start < end) blocked.push({ start: start - to + 1, end: end - from });
  return blocked.length > 1 ? union(blocked) : blocked;
};

interface Piece {
  readonly id: string;
  readonly off: readonly Interval[];
}

const freeStarts = (
  { id, off }: Piece,
  busy: Busy,
  runs: readonly Run[],
  span: Interval,
): Interval[] => {
  const claims = busy.get(id) ?? none;
  return subtract([span], blockedStarts(off.length === 0 ? claims : [...claims, ...off], runs));
};

/** Where one of several will do. */
const any = (sets: readonly Interval[][]): Interval[] =>
  sets.length === 1 ? (sets[0] as Interval[]) : union(sets.flat());

/** For each set, where one of the others will do. */
const butOne = (sets: readonly Interval[][]): Interval[][] => {
  const before: Interval[][] = [[]];
  for (const [index, set] of sets.entries())
    before.push(union([...(before[index] as Interval[]), ...set]));
  const rest: Interval[][] = [];
  let after: Interval[] = [];
  for (let index = sets.length - 1; index >= 0; index--) {
    rest[index] = union([...(before[index] as Interval[]), ...after]);
    after = union([...after, ...(sets[index] as Interval[])]);
  }
  return rest;
};

/** What all members of a team share while one rule is looked at. */
export interface Look {
  readonly rules: Rules;
  readonly busy: Busy;
  readonly needs: Needs;
  /** Of starts. */
  readonly span: Interval;
  /** Of the visits that start there, with all they take. */
  readonly reach: Interval;
  readonly days: readonly LocalDay[];
  readonly stretches: readonly Stretch[];
}

/** Open windows of a person at the location, time off and closing removed. */
export const windowsOf = (
  { hours, off }: PractitionerRules,
  { rules, reach, days, stretches }: Look,
) =>
  openingsOn(
    hours,
    rules.closed.length === 0 ? off : [...off, ...rules.closed],
    reach,
    days,
    stretches,
  );

const assistantStarts = (assistant: PractitionerRules, look: Look): Interval[] => {
  const windows = windowsOf(assistant, look);
  const runs = look.needs.assistant;
  let starts = freeStarts({ id: assistant.id, off: none }, look.busy, runs, look.span);
  for (const { from, to } of runs)
    starts = intersect(
      starts,
      windows
        .map(({ start, end }) => ({ start: start - from, end: end - to + 1 }))
        .filter(({ start, end }) => start < end),
    );
  return starts;
};

/**
 * Starts at which chair, equipment and assistant are there, whoever treats.
 * @returns by practitioner, as nobody assists himself
 */
export const supportedStarts = (look: Look): ((practitioner: string) => readonly Interval[]) => {
  const { rules, busy, needs, span } = look;
  const free = (pieces: readonly Piece[], runs: readonly Run[]) =>
    any(pieces.map((piece) => freeStarts(piece, busy, runs, span)));
  const placed = rules.visit.equipment.reduce(
    (starts, kind) =>
      intersect(
        starts,
        free(
          rules.equipment.filter((piece) => piece.kind === kind),
          needs.equipment,
        ),
      ),
    free(rules.chairs, needs.chair),
  );
  if (needs.assistant.length === 0) return () => placed;
  const sets = rules.assistants.map((assistant) => assistantStarts(assistant, look));
  const everyone = intersect(placed, any(sets));
  const others = new Map(
    butOne(sets).map(
      (rest, index) => [rules.assistants[index]?.id, intersect(placed, rest)] as const,
    ),
  );
  return (practitioner) => others.get(practitioner) ?? everyone;
};
