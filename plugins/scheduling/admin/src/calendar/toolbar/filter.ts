import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { CalendarAddress } from '../address.ts';

/** Whether a visit is among those that are to be shown: cancelled ones only when asked for. */
export const isShown = (
  visit: CalendarAppointment,
  { type, status }: Pick<CalendarAddress, 'type' | 'status'>,
): boolean =>
  (!type || visit.appointmentType?.documentId === type) &&
  (status ? visit.status === status : visit.status !== 'cancelled');
