import type {
  CalendarAppointment,
  StaffBooking,
  StaffChange,
} from '../../../../shared/calendar.ts';
import { minutesOf } from '../zoned.ts';

const overbooking = ({ overbooked, overbookReason }: CalendarAppointment) =>
  overbooked ? { overbooked, overbookReason: overbookReason ?? '' } : {};

/** What brings a visit back to where it is now. */
export const placeOf = (visit: CalendarAppointment): StaffChange => ({
  start: visit.start,
  duration: minutesOf(visit),
  ...(visit.practitioner ? { practitioner: visit.practitioner } : {}),
  ...(visit.chair ? { chair: visit.chair } : {}),
  ...overbooking(visit),
});

/** What books a cancelled visit once more, in its own place; nothing for one that lacks what a booking needs. */
export const bookedAgain = (visit: CalendarAppointment): StaffBooking | undefined => {
  const { patient, practitioner, location, appointmentType, status, reason, chair } = visit;
  if (!patient || !practitioner || !location || !appointmentType) return undefined;
  return {
    patient: patient.documentId,
    appointmentType: appointmentType.documentId,
    location,
    practitioner,
    start: visit.start,
    duration: minutesOf(visit),
    status: status === 'pending' ? 'pending' : 'confirmed',
    ...(chair ? { chair } : {}),
    ...(reason ? { reason } : {}),
    instead: visit.documentId,
    ...overbooking(visit),
  };
};
