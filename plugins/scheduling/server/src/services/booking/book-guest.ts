import { countGuestBooking, type Guest, guestKey, patientOfGuest } from '@enamel/access';
import { runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { GuestBooking } from '../../../../shared/guests.ts';
import { withAlternatives } from '../slots/alternatives.ts';
import { book, type Order } from './book.ts';
import { manageLinkOf } from './manage-link.ts';
import { answerOf, ownBooking } from './own-bookings.ts';

type Person = Parameters<typeof patientOfGuest>[3];
type OrderOf<O> = O extends Order ? Omit<O, 'patient' | 'by' | 'status' | 'key'> : never;

/**
 * Books for a visitor whose address is verified. Record and visit come to be together or not at all.
 * @throws ClinicError as {@link book}, patientOfGuest and countGuestBooking do
 */
export const bookAsGuest = async (
  strapi: Core.Strapi,
  guest: Guest,
  person: Person,
  order: OrderOf<Order>,
  key: string | undefined,
): Promise<GuestBooking> => {
  const whom = JSON.stringify(person);
  const made = await withAlternatives(strapi, 'patient', () =>
    transaction(strapi, async (trx) => {
      const patient = await patientOfGuest(strapi, trx, guest, person);
      const { documentId, visit } = await runAs({ kind: 'link', id: 'guest', patient }, () =>
        book(strapi, {
          ...order,
          patient,
          by: 'patient',
          status: 'confirmed',
          key: key === undefined ? undefined : { actor: guestKey(guest), key, whom },
        }),
      );
      // A press that arrived before books nothing more.
      if (visit) await countGuestBooking(trx, guest);
      return { patient, appointment: documentId };
    }),
  );
  const own = await ownBooking(strapi, made.patient, null, made.appointment);
  return { ...answerOf(own), manage: await manageLinkOf(strapi, made.patient, own, null) };
};
