import { conflict, missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { AppointmentStatus } from '../../../shared/statuses.ts';
import { insertAppointment } from '../store/appointments.ts';
import { type BookingKey, keepBooking, keptBooking } from '../store/booking-keys.ts';
import { lock } from '../store/claims.ts';
import { withAlternatives } from './alternatives.ts';
import { iso, tell } from './news.ts';
import { checkOverbooking } from './overbooking.ts';
import { decide, findPlace, locksOf, takePlace, type Wanted } from './place.ts';

export interface Order extends Wanted {
  readonly by: 'patient' | 'desk';
  readonly status: Extract<AppointmentStatus, 'pending' | 'confirmed'>;
  readonly reason?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly overbooked?: boolean | undefined;
  readonly overbookReason?: string | null | undefined;
  readonly key?: BookingKey | undefined;
}

/**
 * Books a visit: appointment, claims, event and audit entry in one transaction. A key that led to a booking before leads
 * to the same again.
 * @returns the appointment's document id
 * @throws ClinicError naming the rule that forbids it; SLOT_TAKEN and PATIENT_BUSY carry `details.alternatives`
 */
export const bookVisit = async (strapi: Core.Strapi, order: Order): Promise<string> => {
  const { by, key, start, overbooked = false, overbookReason = null } = order;
  checkOverbooking(strapi, overbooked, overbookReason);
  const now = clockOf(strapi).now().epochMilliseconds;
  return withAlternatives(strapi, by, (wants) => {
    wants(order);
    return decide(strapi, async (trx) => {
      const keyLock = key ? [`booking-key:${key.actor}:${key.key}`] : [];
      await lock(trx, [...locksOf(order), ...keyLock]);
      const kept = key && (await keptBooking(trx, key));
      if (kept && kept.fingerprint !== key.fingerprint)
        throw conflict('IDEMPOTENCY_MISMATCH', 'This key was used for another booking.');
      if (kept) return kept.appointment;
      const visit = await findPlace(trx, order, { by, overbook: overbooked }, now);
      const documentId = createId();
      await insertAppointment(trx, {
        documentId,
        patient: order.patient,
        practitioner: visit.practitioner,
        location: order.location,
        chair: visit.chair,
        type: order.type,
        start,
        end: visit.end,
        status: order.status,
        reason: order.reason ?? null,
        notes: order.notes ?? null,
        via: by === 'patient' ? 'portal' : 'desk',
        overbooked,
        overbookReason,
        now,
      });
      await takePlace(trx, documentId, visit, false);
      if (key) await keepBooking(trx, key, documentId);
      await tell(strapi, trx, {
        event: 'appointment.booked',
        payload: { appointment: documentId, startsAt: iso(start) },
        action: 'appointment.booked',
        appointment: documentId,
        patient: order.patient,
        detail: { startsAt: iso(start) },
      });
      return documentId;
    });
  });
};

export const noSuchAppointment = () =>
  missing('UNKNOWN_APPOINTMENT', 'There is no such appointment.');
