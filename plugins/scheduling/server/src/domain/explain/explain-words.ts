import type { Reason } from './reason.ts';

/** Each reason in words. */
const reasonWords: Record<Reason['code'], string> = {
  SLOT_IN_PAST: 'The time has already passed.',
  TOO_SOON: 'The time lies within the lead time of this type of visit.',
  TOO_FAR_AHEAD: 'The time is further ahead than this type of visit can be booked.',
  PRACTITIONER_NOT_SUITABLE: 'The practitioner does not offer this type of visit here.',
  LOCATION_CLOSED: 'The location is closed.',
  HOLIDAY: 'It is a public holiday: the usual hours do not hold.',
  HOURS_INTERRUPTED: 'An entry of the working hours takes this time out.',
  HOURS_REPLACED: 'Other hours replace the usual ones on this date.',
  HOURS_NOT_IN_FORCE: 'These working hours hold in other weeks or on other dates.',
  OUTSIDE_HOURS: 'The visit does not lie within the working hours.',
  TIME_OFF: 'There is time off.',
  OFF_GRID: 'Visits of this type do not begin at this time.',
  PRACTITIONER_BUSY: 'The practitioner is taken.',
  CHAIR_NOT_SUITABLE: 'No suitable chair is in use at the location.',
  CHAIR_BUSY: 'The chair is taken.',
  CHAIR_OFF: 'The chair is out of use.',
  NO_ASSISTANT: 'Nobody who could assist works at the location.',
  ASSISTANT_BUSY: 'Whoever could assist is taken.',
  NO_EQUIPMENT: 'The equipment is not in use at the location.',
  EQUIPMENT_BUSY: 'The equipment is taken.',
  EQUIPMENT_OFF: 'The equipment is out of use.',
  PATIENT_BUSY: 'The patient already has a visit.',
};

/** Beside the engine's reasons: what patients are not offered at all. */
export const explainWords = {
  ...reasonWords,
  TYPE_NOT_ONLINE: 'This type of visit is not offered to patients.',
  PRACTITIONER_NOT_ONLINE: 'The practitioner takes no bookings of patients.',
};

export type ExplainCode = keyof typeof explainWords;
