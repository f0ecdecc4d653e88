import { record } from '@enamel/audit';
import { ClinicError } from '@enamel/kernel';
import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { GuestPerson } from '../../../shared/index.ts';
import { normalisePhone } from '../domain/contact.ts';
import { guestRules } from '../domain/guest-rules.ts';
import { countBooking } from '../store/guest-codes.ts';
import { clinicZone, namesakes } from '../store/patients.ts';
import { markUnproven } from '../store/unproven-addresses.ts';
import { checkBirthDate } from './birth-date.ts';
import type { Guest } from './guest-pass.ts';
import { digest } from './sealing.ts';

const spent = () =>
  new ClinicError(
    'limited',
    'TOO_MANY_BOOKINGS',
    'Too many visits were booked with this code. Please call us.',
  );

/** Counts a visit that was booked under a guest's code. @throws 429 TOO_MANY_BOOKINGS, in the transaction of the booking */
export const countGuestBooking = async (trx: Transaction, { request }: Guest): Promise<void> => {
  if (!(await countBooking(trx, request, guestRules.bookings))) throw spent();
};

/**
 * The record of a guest who books, in the transaction of the booking: the one with the same name and date of birth that
 * is known to have the verified address, or a new one. The caller must not let the guest see which.
 * @returns the patient's document id
 * @throws 400 for a date of birth that cannot be
 */
export const patientOfGuest = async (
  strapi: Core.Strapi,
  trx: Transaction,
  guest: Guest,
  person: GuestPerson,
): Promise<string> => {
  checkBirthDate(strapi, person.dateOfBirth);
  const { channel, address } = guest;
  // Two bookings of one guest at the same moment make one record.
  await rows(trx, 'select pg_advisory_xact_lock(?::bigint)', [
    String(digest('guest-recipient', address).readBigInt64BE()),
  ]);
  const zone = await clinicZone(trx);
  const kind = channel === 'email' ? 'email' : 'mobileNumber';
  const found = (await namesakes(trx, person, kind)).find(({ email, mobileNumber }) =>
    channel === 'email'
      ? email?.trim().toLowerCase() === address
      : normalisePhone(mobileNumber, zone) === address,
  );
  if (found) {
    await record(strapi, trx, {
      action: 'guest.recognised',
      subject: 'patient',
      subjectId: found.documentId,
      patientId: found.documentId,
    });
    return found.documentId;
  }
  const { language, firstName, lastName, dateOfBirth, email, mobileNumber } = person;
  const made = await strapi.documents('api::patient.patient').create({
    data: {
      firstName,
      lastName,
      dateOfBirth,
      preferredLanguage: language,
      ...(email ? { email } : {}),
      ...(mobileNumber ? { mobileNumber } : {}),
      ...(channel === 'email' ? { email: address } : { mobileNumber: address }),
    } as never,
  });
  await markUnproven(trx, made.documentId, [kind === 'email' ? 'mobileNumber' : 'email']);
  return made.documentId;
};

/** Whose bookings an idempotency key of a guest belongs to; tells nothing of the address. */
export const guestKey = ({ address }: Guest): string =>
  `guest:${digest('guest-recipient', address).toString('base64url')}`;
