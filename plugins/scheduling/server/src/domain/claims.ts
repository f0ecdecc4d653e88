import type { Interval } from '@enamel/kernel';
import { minute } from './local-time.ts';

export interface Claim {
  readonly kind: 'practitioner' | 'chair' | 'patient';
  readonly resource: string;
  readonly during: Interval;
  readonly overbooked: boolean;
}

/** A visit with its place and time settled. Ids are document ids, times epoch milliseconds, buffers minutes. */
export interface PlacedVisit extends Interval {
  readonly practitioner: string;
  readonly chair: string;
  readonly patient: string;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly overbooked: boolean;
}

/**
 * What a visit takes: practitioner and chair for its time and buffers, the patient for its time alone. An overbooked visit
 * may lie over others of its practitioner and chair, never over another of its patient.
 */
export const claimsOf = (visit: PlacedVisit): Claim[] => {
  const { start, end, overbooked } = visit;
  const occupied = {
    start: start - visit.bufferBefore * minute,
    end: end + visit.bufferAfter * minute,
  };
  return [
    { kind: 'practitioner', resource: visit.practitioner, during: occupied, overbooked },
    { kind: 'chair', resource: visit.chair, during: occupied, overbooked },
    { kind: 'patient', resource: visit.patient, during: { start, end }, overbooked: false },
  ];
};
