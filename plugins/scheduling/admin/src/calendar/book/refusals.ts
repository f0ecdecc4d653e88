import type { Problem } from '@enamel/access/admin';
import type { SlotView } from '../../../../shared/booking.ts';

/** The free times that a refused booking or move was offered instead. */
export const alternativesIn = (problem: Problem): readonly SlotView[] =>
  Array.isArray(problem.details.alternatives) ? (problem.details.alternatives as SlotView[]) : [];

const overbookable = new Set([
  'SLOT_TAKEN',
  'ASSISTANT_BUSY',
  'EQUIPMENT_BUSY',
  'OUTSIDE_HOURS',
  'CHAIR_NOT_SUITABLE',
]);

/** Whether someone with the permission may book here all the same. */
export const mayBeOverbooked = ({ code }: Problem): boolean => overbookable.has(code);
