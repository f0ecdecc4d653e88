/** The states of an appointment and the moves between them. */
export const appointmentStatuses = [
  'pending',
  'confirmed',
  'arrived',
  'seated',
  'completed',
  'cancelled',
  'no-show',
] as const;

export type AppointmentStatus = (typeof appointmentStatuses)[number];

const moves: Record<AppointmentStatus, readonly AppointmentStatus[]> = {
  pending: ['confirmed', 'arrived', 'cancelled', 'no-show'],
  confirmed: ['arrived', 'cancelled', 'no-show'],
  arrived: ['seated', 'cancelled', 'confirmed'],
  seated: ['completed', 'arrived'],
  completed: [],
  cancelled: [],
  'no-show': [],
};

/** Where an appointment may go from here; the first is the usual next step. Empty at the end of its life. */
export const possibleMoves = (from: AppointmentStatus): readonly AppointmentStatus[] => moves[from];

/** Whether an appointment in this state takes up its practitioner, chair and patient. */
export const holdsItsTime = (status: AppointmentStatus): boolean =>
  status !== 'cancelled' && status !== 'no-show';

/** Whether the visit may still be moved to another time, practitioner or chair. */
export const isMovable = (status: AppointmentStatus): boolean =>
  status === 'pending' || status === 'confirmed';
