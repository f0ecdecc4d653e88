import type { Interval } from '@enamel/kernel';
import { day, minute, type Stretch } from './local-time.ts';
import type { Needs, Run } from './needs.ts';
import { type Opening, openingsOf } from './opening.ts';
import type { Busy, PractitionerRules, Rules } from './rules.ts';

export const overlaps = (
  taken: readonly Interval[] | undefined,
  { start, end }: Interval,
): boolean => taken?.some((busy) => busy.start < end && busy.end > start) ?? false;

/** One place and time under judgement. */
export interface Trial {
  readonly rules: Rules;
  readonly busy: Busy;
  readonly wish: Interval;
  readonly needs: Needs;
  readonly stretches: readonly Stretch[];
}

export const during = ({ wish }: Trial, { from, to }: Run): Interval => ({
  start: wish.start + from,
  end: wish.start + to,
});

export const isFree = (
  trial: Trial,
  runs: readonly Run[],
  id: string,
  off: readonly Interval[] = [],
): boolean =>
  runs.every((run) => {
    const span = during(trial, run);
    return !overlaps(trial.busy.get(id), span) && !overlaps(off, span);
  });

export const openingsAround = (
  { rules, wish, stretches }: Trial,
  { hours, off }: PractitionerRules,
): Opening[] =>
  openingsOf(
    hours,
    [...off, ...rules.closed],
    wish.start - day,
    wish.end + day,
    stretches,
    rules.holidays,
  );

export const openAt = (openings: readonly Opening[], span: Interval): Opening | undefined =>
  openings.find(({ start, end }) => start <= span.start && span.end <= end);

export const isOnGrid = ({ anchors }: Opening, start: number, step: number): boolean => {
  const anchor = anchors.findLast((opened) => opened <= start) as number;
  return (start - anchor) % (step * minute) === 0;
};

export const assists = (trial: Trial, person: PractitionerRules): boolean => {
  const openings = openingsAround(trial, person);
  return (
    trial.needs.assistant.every((run) => openAt(openings, during(trial, run)) !== undefined) &&
    isFree(trial, trial.needs.assistant, person.id)
  );
};
