import { conflict, missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { stampsOfMove } from '../../domain/booking/visit-state.ts';
import { holdAppointment, writeStatus } from '../../store/booking/appointments.ts';
import { lockPlaces } from '../../store/booking/claims.ts';
import { chairTaken, sitIn } from '../../store/booking/seat.ts';
import { noSuchAppointment } from './book.ts';
import { tellStatus } from './change.ts';
import { decide } from './place.ts';

/**
 * Seats a patient, in another chair than planned when one is named.
 * @throws ClinicError ILLEGAL_MOVE; UNKNOWN_CHAIR at the visit's location; CHAIR_TAKEN by another visit's time
 */
export const seatPatient = async (
  strapi: Core.Strapi,
  documentId: string,
  chair: string | undefined,
): Promise<void> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  await decide(strapi, async (trx) => {
    const appointment = await holdAppointment(trx, documentId);
    if (!appointment) throw noSuchAppointment();
    const stamps = stampsOfMove(appointment, 'seated', now);
    if (chair && chair !== appointment.chair) {
      const { type, location, practitioner, patient } = appointment;
      if (type && location) await lockPlaces(trx, [{ type, location, practitioner, patient }], now);
      if (await chairTaken(trx, documentId, chair))
        throw conflict('CHAIR_TAKEN', 'Another visit has this chair at that time.');
      if (!(await sitIn(trx, documentId, chair)))
        throw missing('UNKNOWN_CHAIR', 'There is no such chair at this location.');
    }
    await writeStatus(trx, documentId, 'seated', stamps, null, now);
    await tellStatus(strapi, trx, appointment, 'seated');
  });
};
