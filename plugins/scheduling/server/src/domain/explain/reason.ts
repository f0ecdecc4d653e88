import type { Interval } from '@enamel/kernel';

/** A record, or for a holiday its date. */
export interface Cause {
  readonly kind: string;
  readonly id: string;
}

export interface Reason {
  readonly code:
    | 'SLOT_IN_PAST'
    | 'TOO_SOON'
    | 'TOO_FAR_AHEAD'
    | 'PRACTITIONER_NOT_SUITABLE'
    | 'LOCATION_CLOSED'
    | 'HOLIDAY'
    | 'HOURS_INTERRUPTED'
    | 'HOURS_REPLACED'
    | 'HOURS_NOT_IN_FORCE'
    | 'OUTSIDE_HOURS'
    | 'TIME_OFF'
    | 'OFF_GRID'
    | 'PRACTITIONER_BUSY'
    | 'CHAIR_NOT_SUITABLE'
    | 'CHAIR_BUSY'
    | 'CHAIR_OFF'
    | 'NO_ASSISTANT'
    | 'ASSISTANT_BUSY'
    | 'NO_EQUIPMENT'
    | 'EQUIPMENT_BUSY'
    | 'EQUIPMENT_OFF'
    | 'PATIENT_BUSY';
  /** Who or what it keeps away; null for the visit itself. */
  readonly resource: Cause | null;
  /** The record that causes it: working hours, time off, an appointment, a hold, a holiday, an appointment type … */
  readonly cause: Cause | null;
  /** The time that the cause covers, where it covers one. */
  readonly span: Interval | null;
}
