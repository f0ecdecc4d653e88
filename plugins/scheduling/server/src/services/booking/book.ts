import { conflict, missing } from '@enamel/kernel';
import { clockOf, part, run, together, transaction } from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { type AppointmentStatus, holdsItsTime } from '../../../../shared/statuses.ts';
import { claimsOf } from '../../domain/slots/claims.ts';
import { inserting } from '../../store/booking/appointments.ts';
import {
  type AttemptKey,
  type BookingKey,
  keeping,
  keptBooking,
} from '../../store/booking/booking-keys.ts';
import { claiming, lockPlaces } from '../../store/booking/claims.ts';
import { holdOf, spendHold } from '../../store/booking/holds.ts';
import type { Runner } from '../../store/runner.ts';
import { withAlternatives } from '../slots/alternatives.ts';
import { iso, telling } from './news.ts';
import { checkOverbooking } from './overbooking.ts';
import { decide, type FoundPlace, findPlace, type Wanted } from './place.ts';

interface Booking {
  readonly patient: string;
  readonly by: 'patient' | 'desk';
  readonly status: Extract<AppointmentStatus, 'pending' | 'confirmed'>;
  readonly reason?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly overbooked?: boolean | undefined;
  readonly overbookReason?: string | null | undefined;
  /** `whom` says who it is for where the record may first come to be. */
  readonly key?: (AttemptKey & { readonly whom?: string }) | undefined;
  /** The series or group it belongs to. Whoever books several has locked all their places and tells of them at once. */
  readonly kin?: { readonly seriesId?: string; readonly groupId?: string } | undefined;
}

type Slot = Omit<Wanted, 'patient' | 'holds'>;

/** A visit to book: a slot, or exactly what a hold keeps. */
export type Order = Booking & ((Slot & { readonly hold?: undefined }) | { readonly hold: string });

export const holdGone = () =>
  conflict('HOLD_GONE', 'This time is no longer held for you. Please choose a time again.');

/** Reads in the caller's transaction, if there is one: a second connection would wait for the first. */
const reading = <T>(strapi: Core.Strapi, work: (on: Runner) => Promise<T>): Promise<T> =>
  strapi.db.inTransaction() ? transaction(strapi, work) : work(strapi.db.connection);

/** What a hold keeps, or undefined for a hold that nobody knows. One that has expired still says what was wanted. */
const heldBy = async (strapi: Core.Strapi, id: string): Promise<Slot | undefined> => {
  const hold = await reading(strapi, (on) => holdOf(on, id));
  return (
    hold && {
      type: hold.type,
      location: hold.location,
      practitioner: hold.practitioner,
      start: hold.start,
      preferredChair: hold.chair,
    }
  );
};

/** The slot that an order names, or that its hold keeps. */
export const slotOf = async (
  strapi: Core.Strapi,
  order: (Slot & { readonly hold?: undefined }) | { readonly hold: string },
): Promise<Slot | undefined> => (order.hold === undefined ? order : heldBy(strapi, order.hold));

/** What keeps two attempts under one key apart. */
export const keyName = (key: AttemptKey | undefined): string[] =>
  key ? [`booking-key:${key.actor}:${key.key}`] : [];

/** The key with what is booked under it, whether a hold or a slot names that. */
const keyOf = (
  { key, patient }: Booking,
  { type, location, practitioner, start }: Slot,
): BookingKey | undefined =>
  key && {
    ...key,
    fingerprint: JSON.stringify([key.whom ?? patient, type, location, practitioner ?? null, start]),
  };

/** The appointment that the key led to before. @throws ClinicError IDEMPOTENCY_MISMATCH, BOOKING_CANCELLED */
const keptFor = async (on: Runner, key: BookingKey | undefined): Promise<string | undefined> => {
  const kept = key && (await keptBooking(on, key));
  if (!kept) return undefined;
  const { appointment, fingerprint, status } = kept;
  if (fingerprint !== key.fingerprint)
    throw conflict('IDEMPOTENCY_MISMATCH', 'This key was used for another booking.', {
      details: { appointment },
    });
  if (status === null || !holdsItsTime(status))
    throw conflict(
      'BOOKING_CANCELLED',
      'This was booked and then cancelled. To book it again, please choose a time anew.',
    );
  return appointment;
};

export interface Booked {
  /** The appointment's document id. */
  readonly documentId: string;
  /** What was booked just now; undefined when the key led to it before. */
  readonly visit?: FoundPlace & Pick<Slot, 'type' | 'location'>;
}

/**
 * Books a visit: appointment, claims, event and audit entry in one transaction. A key that led to a booking before leads
 * to the same again. A hold becomes the visit it keeps and is spent; when it has expired, its slot is booked if it is
 * still free. Within a transaction of the caller's that books several visits, lock all their places first.
 * @throws ClinicError naming the rule that forbids it; SLOT_TAKEN, PATIENT_BUSY and OUTSIDE_HOURS carry
 *   `details.alternatives`; HOLD_GONE for a hold that was released or has become a visit already
 */
export const book = async (strapi: Core.Strapi, order: Order): Promise<Booked> => {
  const { by, kin, hold, patient, status, overbooked = false, overbookReason = null } = order;
  checkOverbooking(strapi, overbooked, overbookReason);
  const now = clockOf(strapi).now().epochMilliseconds;
  const slot = await slotOf(strapi, order);
  if (!slot) throw holdGone();
  const key = keyOf(order, slot);
  const { type, location } = slot;
  const wanted: Wanted = { ...slot, patient, ...(hold ? { holds: [hold] } : {}) };
  return withAlternatives(strapi, by, (wants) => {
    wants(wanted);
    return decide(strapi, async (trx) => {
      if (!kin) await lockPlaces(trx, [wanted], now, keyName(key));
      const kept = await keptFor(trx, key);
      if (kept) return { documentId: kept };
      const visit = await findPlace(trx, wanted, { by, overbook: overbooked }, now);
      const documentId = createId();
      if (hold && !(await spendHold(trx, hold, documentId))) throw holdGone();
      const startsAt = iso(visit.start);
      const { start, end, practitioner, chair, assistant, equipment } = visit;
      const place = { type, location, start, end, practitioner, chair, assistant, equipment };
      const [linked] = await run(
        trx,
        together(
          {
            ...inserting({
              ...place,
              documentId,
              patient,
              status,
              reason: order.reason ?? null,
              notes: order.notes ?? null,
              via: by === 'patient' ? 'portal' : 'desk',
              overbooked,
              overbookReason,
              seriesId: kin?.seriesId ?? null,
              groupId: kin?.groupId ?? null,
              now,
            }),
            claims: claiming({ kind: 'appointment', id: documentId }, claimsOf(visit)),
            ...(key ? { key: keeping(key, documentId) } : {}),
            ...(await telling(strapi, {
              event: 'appointment.booked',
              payload: { appointment: documentId, startsAt, ...(kin ? { together: true } : {}) },
              action: 'appointment.booked',
              appointment: documentId,
              patient,
              detail: { startsAt },
            })),
          },
          part`select id from patient_link`,
        ),
      );
      if (!linked) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
      return { documentId, visit: { ...visit, type, location } };
    });
  });
};

/** {@link book}, for those who need only the appointment's document id. */
export const bookVisit = async (strapi: Core.Strapi, order: Order): Promise<string> =>
  (await book(strapi, order)).documentId;

export const noSuchAppointment = () =>
  missing('UNKNOWN_APPOINTMENT', 'There is no such appointment.');
