import { conflict } from '@enamel/kernel';
import { type AppointmentStatus, possibleMoves } from '../../../../shared/statuses.ts';

/** Instants that a move sets or, stepping back, takes away. Epoch milliseconds. */
export interface Stamps {
  readonly confirmedAt?: number | null;
  readonly arrivedAt?: number | null;
  readonly seatedAt?: number | null;
  readonly completedAt?: number | null;
  readonly cancelledAt?: number | null;
}

export const cancelledAlready = 'This visit is cancelled already.';

const stampsOf = (from: AppointmentStatus, to: AppointmentStatus, now: number): Stamps => {
  if (from === 'arrived' && to === 'confirmed') return { arrivedAt: null };
  if (from === 'seated' && to === 'arrived') return { seatedAt: null };
  if (to === 'confirmed') return { confirmedAt: now };
  if (to === 'arrived') return { arrivedAt: now };
  if (to === 'seated') return { seatedAt: now };
  if (to === 'completed') return { completedAt: now };
  if (to === 'cancelled') return { cancelledAt: now };
  return {};
};

/**
 * The stamps of a move.
 * @throws ClinicError ILLEGAL_MOVE with the moves that are possible; NOT_YET for a no-show before the visit began
 */
export const stampsOfMove = (
  visit: { readonly status: AppointmentStatus; readonly start: number },
  to: AppointmentStatus,
  now: number,
): Stamps => {
  const possible = possibleMoves(visit.status);
  if (!possible.includes(to))
    throw conflict(
      'ILLEGAL_MOVE',
      visit.status === 'cancelled'
        ? cancelledAlready
        : `An appointment that is ${visit.status} cannot become ${to}.`,
      { details: { from: visit.status, to, possible } },
    );
  if (to === 'no-show' && now < visit.start)
    throw conflict('NOT_YET', 'A visit that has not begun cannot be missed yet.', {
      details: { from: visit.status, to, possible: possible.filter((move) => move !== 'no-show') },
    });
  return stampsOf(visit.status, to, now);
};
