import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type AppointmentStatus, holdsItsTime } from '../../../../shared/statuses.ts';
import { stampsOfTakingBack } from '../../domain/booking/take-back.ts';
import { minute } from '../../domain/slots/local-time.ts';
import { holdAppointment, writeStatus } from '../../store/booking/appointments.ts';
import { lockPlaces } from '../../store/booking/claims.ts';
import { changedAt } from '../../store/calendar/sheet.ts';
import { noSuchAppointment } from './book.ts';
import { tellStatus } from './change.ts';
import { decide, findPlace, takePlace, type Wanted } from './place.ts';

/**
 * Takes back the last step of a visit, as long as it counts as a slip of the hand. A visit that was missed by mistake
 * takes its place again, if that is still free.
 * @throws ClinicError ILLEGAL_MOVE, TOO_LATE_TO_UNDO; SLOT_TAKEN and its like
 */
export const takeBack = async (
  strapi: Core.Strapi,
  documentId: string,
  to: AppointmentStatus,
): Promise<void> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  await decide(strapi, async (trx) => {
    const appointment = await holdAppointment(trx, documentId);
    if (!appointment) throw noSuchAppointment();
    const { status, start, end, type, location, patient, practitioner, chair } = appointment;
    const stamps = stampsOfTakingBack(
      { status, changedAt: await changedAt(trx, documentId) },
      to,
      now,
    );
    if (!holdsItsTime(status) && end > now && type && location && patient && practitioner) {
      const wanted: Wanted = {
        type,
        location,
        patient,
        practitioner,
        start,
        duration: (end - start) / minute,
        ...(chair ? { chair } : {}),
        except: documentId,
      };
      await lockPlaces(trx, [wanted], now);
      const terms = { by: 'desk' as const, overbook: appointment.overbooked };
      await takePlace(trx, documentId, await findPlace(trx, wanted, terms, now), true);
    }
    await writeStatus(trx, documentId, to, stamps, null, now);
    await tellStatus(strapi, trx, appointment, to);
  });
};
