import { type Guest, guestKey, issueLink, patientOfGuest } from '@enamel/access';
import { runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { OwnBooking } from '../../../shared/booking.ts';
import type { GuestBooking } from '../../../shared/guests.ts';
import { withAlternatives } from './alternatives.ts';
import { bookVisit, type Order } from './book.ts';
import { answerOf, ownBooking } from './own-bookings.ts';

type Person = Parameters<typeof patientOfGuest>[3];
type OrderOf<O> = O extends Order ? Omit<O, 'patient' | 'by' | 'status' | 'key'> : never;

/** A link that works until a day after the visit it was made for. */
export const manageLinkOf = (
  strapi: Core.Strapi,
  patient: string,
  { documentId: appointment, start }: Pick<OwnBooking, 'documentId' | 'start'>,
): Promise<string> =>
  transaction(strapi, (trx) =>
    issueLink(strapi, trx, {
      purpose: 'manage-visit',
      patient,
      appointment,
      expiresAt: Temporal.Instant.from(start).add({ hours: 24 }),
    }),
  );

/**
 * Books for a visitor whose address is verified. Record and visit come to be together or not at all.
 * @throws ClinicError as {@link bookVisit} and patientOfGuest do
 */
export const bookAsGuest = async (
  strapi: Core.Strapi,
  guest: Guest,
  person: Person,
  order: OrderOf<Order>,
  key: string | undefined,
): Promise<GuestBooking> => {
  const fingerprint = JSON.stringify([order, person]);
  const made = await withAlternatives(strapi, 'patient', () =>
    transaction(strapi, async (trx) => {
      const patient = await patientOfGuest(strapi, trx, guest, person);
      const appointment = await runAs({ kind: 'link', id: 'guest', patient }, () =>
        bookVisit(strapi, {
          ...order,
          patient,
          by: 'patient',
          status: 'confirmed',
          key: key === undefined ? undefined : { actor: guestKey(guest), key, fingerprint },
        }),
      );
      return { patient, appointment };
    }),
  );
  const own = await ownBooking(strapi, made.patient, null, made.appointment);
  return { ...answerOf(own), manage: await manageLinkOf(strapi, made.patient, own) };
};
