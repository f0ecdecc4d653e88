import { ClinicError, conflict, invalid } from '@enamel/kernel';
import type { Refusal } from '../slots/placement.ts';

const words: Record<Refusal, string> = {
  SLOT_IN_PAST: 'This time has already passed. Please choose a later one.',
  TOO_SOON: 'This time is too close to be booked online. Please choose a later one or call us.',
  TOO_FAR_AHEAD: 'This time is further ahead than can be booked. Please choose an earlier one.',
  OUTSIDE_HOURS: 'The practitioner does not work at this location at this time.',
  OFF_GRID:
    'Visits of this type do not begin at this time. Please choose one of the offered times.',
  CHAIR_NOT_SUITABLE: 'No suitable chair is in use at this location for this type of visit.',
  NO_ASSISTANT: 'Nobody who could assist at this visit works at this location.',
  NO_EQUIPMENT: 'The equipment for this type of visit is not in use at this location.',
  PATIENT_BUSY: 'The patient already has a visit at this time.',
  SLOT_TAKEN: 'This time has just been taken. Please choose another one.',
  ASSISTANT_BUSY: 'Nobody is free to assist at this time.',
  EQUIPMENT_BUSY: 'The equipment for this visit is in use at this time.',
};

const conflicts = new Set<Refusal>([
  'SLOT_TAKEN',
  'PATIENT_BUSY',
  'ASSISTANT_BUSY',
  'EQUIPMENT_BUSY',
]);

/** What was refused, in words. */
export const refusal = (code: Refusal): ClinicError =>
  conflicts.has(code) ? conflict(code, words[code]) : invalid(code, words[code]);

/** Whether a time was refused, not the request as such: another time may do. */
export const isRefusal = (error: unknown): error is ClinicError =>
  error instanceof ClinicError && Object.hasOwn(words, error.code);
