import { record } from '@enamel/audit';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { BookingAnswer, OwnBooking } from '../../../../shared/booking.ts';
import { type AppointmentStatus, holdsItsTime, isMovable } from '../../../../shared/statuses.ts';
import { offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { type OwnRow, ownVisits } from '../../store/booking/own-bookings.ts';
import { type Booked, noSuchAppointment } from './book.ts';
import { changeableUntil } from './change.ts';

const shown = ({ window, lateCancellation, ...row }: OwnRow, now: number): OwnBooking => {
  const until = changeableUntil({ start: row.start, window });
  const write = offsetWriter(stretchesOf(row.zone, until, row.end));
  return {
    ...row,
    // When another comes is needed to bring them; why is theirs to tell.
    ...(row.familyMember ? { reason: null, cancelReason: null } : {}),
    start: write(row.start),
    end: write(row.end),
    upcoming: row.end > now && holdsItsTime(row.status) && row.status !== 'completed',
    changeable: isMovable(row.status) && now <= until,
    cancellable:
      isMovable(row.status) && (now <= until || (lateCancellation === 'allow' && now < row.end)),
    changeableUntil: write(until),
  };
};

/** Looking at one's own needs no entry, looking at another's does. */
const recordFamily = async (strapi: Core.Strapi, visits: readonly OwnRow[]): Promise<void> => {
  const seen = visits.flatMap(({ familyMember }) => familyMember?.documentId ?? []);
  if (seen.length === 0) return;
  await record(strapi, undefined, {
    action: 'list',
    subject: 'appointment',
    patients: [...new Set(seen)],
    detail: { count: seen.length },
  });
};

/** The visits of a patient and the family, past and to come, the latest first. */
export const ownBookings = async (
  strapi: Core.Strapi,
  patient: string,
  language: string | null,
): Promise<OwnBooking[]> => {
  const at = clockOf(strapi).now();
  const now = at.epochMilliseconds;
  const visits = await ownVisits(strapi.db.connection, patient, at.toString(), language);
  await recordFamily(strapi, visits);
  return visits.map((visit) => shown(visit, now));
};

/** @throws ClinicError UNKNOWN_APPOINTMENT also for somebody else's */
export const ownBooking = async (
  strapi: Core.Strapi,
  patient: string,
  language: string | null,
  documentId: string,
): Promise<OwnBooking> => {
  const at = clockOf(strapi).now();
  const now = at.epochMilliseconds;
  const on = strapi.db.connection;
  const [visit] = await ownVisits(on, patient, at.toString(), language, documentId);
  if (!visit) throw noSuchAppointment();
  await recordFamily(strapi, [visit]);
  return shown(visit, now);
};

/** What a booking route answers of a visit. */
export const answerOf = (booking: OwnBooking): BookingAnswer => {
  const { documentId, status, start, end, practitioner, location, appointmentType } = booking;
  return { documentId, status, start, end, practitioner, location, appointmentType };
};

/** {@link answerOf} what was booked just now, without a look at the database; what a key led to before is read. */
export const answerOfBooked = async (
  strapi: Core.Strapi,
  patient: string,
  status: AppointmentStatus,
  { documentId, visit }: Booked,
): Promise<BookingAnswer> => {
  if (!visit) return answerOf(await ownBooking(strapi, patient, null, documentId));
  const { start, end, practitioner, location, type, zone } = visit;
  const write = offsetWriter(stretchesOf(zone, start, end));
  const times = { start: write(start), end: write(end) };
  return { documentId, status, ...times, practitioner, location, appointmentType: type };
};
