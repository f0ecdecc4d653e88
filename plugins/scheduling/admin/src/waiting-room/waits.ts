import type { DayVisit } from '../../../shared/day.ts';

type Stay = Pick<DayVisit, 'status' | 'start' | 'arrivedAt' | 'seatedAt'>;

export const stages = ['expected', 'waiting', 'seated', 'done'] as const;
export type Stage = (typeof stages)[number];

/** Where a visit stands in the waiting room. */
export const stageOf = ({ status }: Pick<Stay, 'status'>): Stage => {
  if (status === 'arrived') return 'waiting';
  if (status === 'seated') return 'seated';
  return status === 'completed' || status === 'no-show' ? 'done' : 'expected';
};

const minutes = (from: number, to: number) => Math.max(0, Math.floor((to - from) / 60_000));

/** Whole minutes since the patient came. */
export const waited = ({ arrivedAt }: Stay, now: number): number =>
  arrivedAt ? minutes(Date.parse(arrivedAt), now) : 0;

/** Whole minutes past the time that was agreed: waiting before it is nobody's fault. */
export const overdue = ({ start, arrivedAt }: Stay, now: number): number =>
  minutes(Math.max(Date.parse(start), arrivedAt ? Date.parse(arrivedAt) : 0), now);

export type Patience = 'fine' | 'long' | 'very-long';

export const patience = (stay: Stay, now: number): Patience => {
  const late = overdue(stay, now);
  if (late >= 20) return 'very-long';
  return late >= 10 ? 'long' : 'fine';
};

/** Whole minutes that a patient who should be here is late; 0 for one who is in time. */
export const late = (stay: Stay, now: number): number =>
  stageOf(stay) === 'expected' ? minutes(Date.parse(stay.start), now) : 0;

/** Those who wait longest first, those who left last first, everybody else by the clock. */
export const inOrder = <V extends DayVisit>(visits: readonly V[], stage: Stage): V[] => {
  const at = (visit: V) =>
    Date.parse(
      (stage === 'waiting' && visit.arrivedAt) ||
        (stage === 'seated' && visit.seatedAt) ||
        (stage === 'done' && visit.completedAt) ||
        visit.start,
    );
  const chosen = visits.filter((visit) => stageOf(visit) === stage);
  const sign = stage === 'done' ? -1 : 1;
  return chosen.sort((a, b) => sign * (at(a) - at(b)));
};
