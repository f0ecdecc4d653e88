/** Offering one exact time to one person: the time is kept while they decide. */
import { record } from '@enamel/audit';
import { conflict, invalid, missing } from '@enamel/kernel';
import { clockOf, emit, type Transaction } from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { isMovable } from '../../../../shared/statuses.ts';
import { refusal } from '../../domain/booking/refusals.ts';
import { day, minute } from '../../domain/slots/local-time.ts';
import { expiryOf } from '../../domain/wait-list/offer-time.ts';
import { dropHolds } from '../../store/booking/holds.ts';
import { insertOffer, isAskable, isBusy } from '../../store/wait-list/offers.ts';
import { type EntryRow, holdEntry } from '../../store/wait-list/wait-list.ts';
import { holdSlot } from '../booking/hold.ts';
import { iso } from '../booking/news.ts';
import { decide } from '../booking/place.ts';
import { openHours } from '../slots/suitable-times.ts';
import { offerSettings } from './wait-list-settings.ts';

export const noSuchEntry = () =>
  missing('UNKNOWN_ENTRY', 'There is no such entry on the wait list.');

/** Whom a time is offered to, and what for. Ids are document ids. */
export interface Invited {
  readonly entry: string | null;
  readonly source: string;
  readonly patient: string;
  readonly type: string;
  readonly location: string;
  /** The visit that is moved forward, and how long it takes in minutes. */
  readonly moves: string | null;
  readonly duration: number | null;
}

/** The visit that an entry moves forward, while it can still be moved. */
export const movedBy = (entry: EntryRow) =>
  entry.appointment && entry.appointmentStatus && isMovable(entry.appointmentStatus)
    ? entry.appointment
    : null;

export const invitedBy = (entry: EntryRow): Invited => {
  const moves = movedBy(entry);
  const { appointmentStart: start, appointmentEnd: end } = entry;
  return {
    entry: entry.documentId,
    source: 'wait-list',
    patient: entry.patient,
    type: entry.type,
    location: entry.location,
    moves,
    duration: moves && start !== null && end !== null ? (end - start) / minute : null,
  };
};

export interface OfferedTime {
  readonly practitioner: string;
  readonly start: number;
  readonly gap: number | null;
  /** The chain it belongs to; it begins one when not given. */
  readonly chain?: string;
  readonly thenNext: boolean;
}

const untilWhen = async (strapi: Core.Strapi, invited: Invited, start: number, now: number) => {
  const span = { start: now, end: Math.min(start, now + 21 * day) + day };
  const [{ minutes }, open] = await Promise.all([
    offerSettings(strapi),
    openHours(strapi, { ...invited, span }),
  ]);
  return expiryOf(now, minutes, open, start);
};

/** Makes an offer in the caller's transaction. @throws ClinicError as booking does, NOT_WAITING */
export const offerIn = async (
  strapi: Core.Strapi,
  trx: Transaction,
  invited: Invited,
  time: OfferedTime,
): Promise<string> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const { practitioner, start } = time;
  if (start <= now) throw refusal('SLOT_IN_PAST');
  if (!(await isAskable(trx, invited.patient)))
    throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  const expires = await untilWhen(strapi, invited, start, now);
  const { patient, type, location, moves } = invited;
  // The patient is not held: they may book something else while they decide.
  const hold = await holdSlot(strapi, {
    type,
    location,
    practitioner,
    patient: null,
    start,
    duration: invited.duration ?? undefined,
    by: 'desk',
    source: 'offer',
    seconds: (expires - now) / 1000,
  });
  const end = Date.parse(hold.end);
  if (await isBusy(trx, patient, { start, end })) {
    await dropHolds(trx, [hold.id]);
    throw refusal('PATIENT_BUSY');
  }
  const id = createId();
  await insertOffer(trx, {
    ...invited,
    id,
    practitioner,
    start,
    end,
    hold: hold.id,
    moves,
    gap: time.gap,
    chain: time.chain ?? id,
    thenNext: time.thenNext,
    expires,
    now,
  });
  if (invited.entry)
    await strapi
      .documents('api::wait-list-entry.wait-list-entry')
      .update({ documentId: invited.entry, data: { status: 'offered' } });
  await emit(strapi, trx, 'wait-list.offered', { offer: id });
  await record(strapi, trx, {
    action: 'wait-list.offered',
    subject: 'wait-list-offer',
    subjectId: id,
    patientId: invited.patient,
    detail: { startsAt: iso(start), until: iso(expires), source: invited.source },
  });
  return id;
};

/** The entry, held; it must be waiting. @throws UNKNOWN_ENTRY, NOT_WAITING */
export const heldWaiting = async (trx: Transaction, documentId: string): Promise<EntryRow> => {
  const entry = await holdEntry(trx, documentId);
  if (!entry) throw noSuchEntry();
  if (entry.status === 'waiting') return entry;
  throw conflict(
    'NOT_WAITING',
    entry.status === 'offered'
      ? 'A time is being offered to this person already.'
      : 'This person does not wait any more.',
    { details: { status: entry.status } },
  );
};

/** Offers a time to somebody on the wait list. @returns the offer's id */
export const offerToEntry = (
  strapi: Core.Strapi,
  documentId: string,
  time: OfferedTime,
): Promise<string> =>
  decide(strapi, async (trx) => {
    const entry = await heldWaiting(trx, documentId);
    const { appointmentStart: before } = entry;
    if (movedBy(entry) && before !== null && time.start >= before)
      throw invalid('NOT_EARLIER', 'This time is not earlier than the visit it would move.', {
        fields: [{ field: 'start', message: 'must be before the visit' }],
      });
    return offerIn(strapi, trx, invitedBy(entry), time);
  });

/** Offers a time to a patient who does not wait, for a visit that a source named. */
export const offerToPatient = (
  strapi: Core.Strapi,
  invited: Pick<Invited, 'patient' | 'type' | 'location' | 'source'>,
  time: OfferedTime,
): Promise<string> =>
  decide(strapi, (trx) =>
    offerIn(strapi, trx, { ...invited, entry: null, moves: null, duration: null }, time),
  );
