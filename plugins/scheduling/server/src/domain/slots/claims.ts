import type { Interval } from '@enamel/kernel';
import { minute } from './local-time.ts';
import { needsOf, type Run } from './needs.ts';
import type { Segment } from './rules.ts';

/** A person is claimed as `practitioner`, assisting or not: nobody is in two places. */
export interface Claim {
  readonly kind: 'practitioner' | 'chair' | 'equipment' | 'patient';
  readonly resource: string;
  readonly during: Interval;
  readonly overbooked: boolean;
}

/** A visit with its place and time settled. Ids are document ids, times epoch milliseconds, buffers minutes. */
export interface PlacedVisit extends Interval {
  readonly practitioner: string;
  /** Whoever assists; null when the visit needs nobody. */
  readonly assistant: string | null;
  readonly chair: string;
  /** One piece of each kind that the visit needs. */
  readonly equipment: readonly string[];
  readonly patient: string;
  readonly segments: readonly Segment[];
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly overbooked: boolean;
}

/**
 * What a visit takes: people for their parts of it, chair and practitioner with the buffers, equipment and patient for its
 * time alone. An overbooked visit may lie over others of all these, never over another of its patient.
 */
export const claimsOf = (visit: PlacedVisit): Claim[] => {
  const { start, end, overbooked } = visit;
  const needs = needsOf({ ...visit, duration: (end - start) / minute });
  const taken = (kind: Claim['kind'], resource: string, runs: readonly Run[]): Claim[] =>
    runs.map(({ from, to }) => ({
      kind,
      resource,
      during: { start: start + from, end: start + to },
      overbooked,
    }));
  return [
    ...taken('practitioner', visit.practitioner, needs.practitioner),
    ...(visit.assistant ? taken('practitioner', visit.assistant, needs.assistant) : []),
    ...taken('chair', visit.chair, needs.chair),
    ...visit.equipment.flatMap((piece) => taken('equipment', piece, needs.equipment)),
    { kind: 'patient', resource: visit.patient, during: { start, end }, overbooked: false },
  ];
};
