import { conflict } from '@enamel/kernel';
import { type AppointmentStatus, possibleMoves } from '../../../../shared/statuses.ts';
import { minute } from '../slots/local-time.ts';
import type { Stamps } from './visit-state.ts';

/** How long a move of state counts as a slip of the hand. Minutes. */
export const slipFor = 5;

const stamped: Partial<Record<AppointmentStatus, keyof Stamps>> = {
  confirmed: 'confirmedAt',
  arrived: 'arrivedAt',
  seated: 'seatedAt',
  completed: 'completedAt',
};

/**
 * The stamps that taking back a move clears. A cancellation is not taken back: the patient was told of it.
 * @throws ClinicError ILLEGAL_MOVE when no move leads from `to` to where the visit is; TOO_LATE_TO_UNDO
 */
export const stampsOfTakingBack = (
  visit: { readonly status: AppointmentStatus; readonly changedAt: number },
  to: AppointmentStatus,
  now: number,
): Stamps => {
  const { status } = visit;
  if (status === 'cancelled' || !possibleMoves(to).includes(status))
    throw conflict('ILLEGAL_MOVE', `An appointment that is ${status} was not ${to} before.`, {
      details: { from: status, to, possible: possibleMoves(status) },
    });
  if (now - visit.changedAt > slipFor * minute)
    throw conflict('TOO_LATE_TO_UNDO', `A step can be taken back for ${slipFor} minutes.`);
  const stamp = stamped[status];
  return stamp ? { [stamp]: null } : {};
};
