/** Entries of the wait list: joining, changing, leaving, by patients and by the desk. */
import { conflict, type FieldProblem, forbidden, invalid, missing } from '@enamel/kernel';
import { clockOf, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { isMovable } from '../../../../shared/statuses.ts';
import { mostEntries, type Preferences } from '../../../../shared/wait-list.ts';
import { appointmentOf } from '../../store/booking/appointments.ts';
import { lockPlaces } from '../../store/booking/claims.ts';
import { situationOf } from '../../store/slots/situation.ts';
import { holdOpenOfferOf } from '../../store/wait-list/offers.ts';
import { type EntryRow, entriesOfPatient, holdEntry } from '../../store/wait-list/wait-list.ts';
import { noSuchAppointment } from '../booking/book.ts';
import { iso } from '../booking/news.ts';
import { found } from '../slots/rules.ts';
import { noSuchEntry } from './offer-time.ts';
import { settle } from './settle-offer.ts';

/** Who writes: the desk for anybody, a patient only for themselves. */
export type Keeper = { readonly by: 'desk' } | { readonly by: 'patient'; readonly patient: string };

export interface Changes extends Preferences {
  readonly note: string | null;
  /** Only the desk says so. */
  readonly urgent?: boolean | undefined;
}

export interface NewEntry extends Changes {
  readonly patient: string;
  readonly appointmentType: string;
  readonly location: string;
  /** A visit to be moved forward; it names service and place by itself. */
  readonly appointment: string | null;
}

const documents = (strapi: Core.Strapi) => strapi.documents('api::wait-list-entry.wait-list-entry');
const isLive = ({ status }: EntryRow) => status === 'waiting' || status === 'offered';

const checkPreferences = (wish: Preferences): void => {
  const fields: FieldProblem[] = [];
  if (wish.earliest && wish.latest && wish.latest < wish.earliest)
    fields.push({ field: 'latest', message: 'must not be before the first day' });
  if (wish.timeFrom && wish.timeUntil && wish.timeUntil <= wish.timeFrom)
    fields.push({ field: 'timeUntil', message: 'must be after the time it begins' });
  const [first] = fields;
  if (first) throw invalid('VALIDATION_FAILED', `${first.field}: ${first.message}`, { fields });
};

const checkTarget = async (
  trx: Transaction,
  { appointmentType: type, location, practitioners }: NewEntry,
  by: Keeper['by'],
): Promise<void> => {
  const span = { start: 0, end: 1 };
  const situation = found(
    await situationOf(trx, {
      type,
      location,
      practitioner: null,
      patient: null,
      span,
      except: [],
      now: 0,
    }),
    null,
    by,
  );
  if (by === 'patient' && !situation.type.online)
    throw forbidden('NOT_BOOKABLE_ONLINE', 'This visit cannot be booked online. Please call us.');
  const performing = new Set(
    situation.practitioners.filter(({ performs }) => performs).map(({ id }) => id),
  );
  if (!practitioners.every((id) => performing.has(id)))
    throw invalid('PRACTITIONER_NOT_SUITABLE', 'The practitioner does not offer this visit here.', {
      fields: [{ field: 'practitioners', message: 'must offer this visit at this place' }],
    });
};

/** The visit that is to be moved forward. */
const checkVisit = async (trx: Transaction, wanted: NewEntry): Promise<NewEntry> => {
  if (!wanted.appointment) return wanted;
  const visit = await appointmentOf(trx, wanted.appointment);
  if (!visit || visit.patient !== wanted.patient) throw noSuchAppointment();
  if (!isMovable(visit.status) || !visit.type || !visit.location)
    throw conflict('ILLEGAL_MOVE', 'This visit cannot be moved forward any more.', {
      details: { from: visit.status },
    });
  return { ...wanted, appointmentType: visit.type, location: visit.location };
};

const checkOthers = (live: readonly EntryRow[], wanted: NewEntry): void => {
  const double = live.find((entry) =>
    wanted.appointment
      ? entry.appointment === wanted.appointment
      : !entry.appointment &&
        entry.type === wanted.appointmentType &&
        entry.location === wanted.location,
  );
  if (double)
    throw conflict(
      'ALREADY_WAITING',
      'This is on the wait list already. Change that entry instead.',
      {
        details: { entry: double.documentId },
      },
    );
  if (live.length >= mostEntries)
    throw conflict(
      'TOO_MANY_ENTRIES',
      `There are ${mostEntries} entries on the wait list already. Close one of them first.`,
      { details: { most: mostEntries } },
    );
};

const dataOf = ({ urgent, note, ...wish }: Changes) => ({
  practitioners: [...wish.practitioners],
  weekdays: [...wish.weekdays],
  timeFrom: wish.timeFrom && `${wish.timeFrom}:00.000`,
  timeUntil: wish.timeUntil && `${wish.timeUntil}:00.000`,
  earliest: wish.earliest,
  latest: wish.latest,
  note,
  ...(urgent === undefined ? {} : { urgent }),
});

/**
 * Puts a patient on the wait list. @returns the entry's document id
 * @throws ALREADY_WAITING, TOO_MANY_ENTRIES; ClinicError naming what does not exist
 */
export const joinWaitList = (
  strapi: Core.Strapi,
  asked: NewEntry,
  { by }: Keeper,
): Promise<string> =>
  transaction(strapi, async (trx) => {
    checkPreferences(asked);
    const now = clockOf(strapi).now().epochMilliseconds;
    await lockPlaces(trx, [], now, [`wait-list:${asked.patient}`]);
    const wanted = await checkVisit(trx, asked);
    await checkTarget(trx, wanted, by);
    checkOthers((await entriesOfPatient(trx, wanted.patient, null)).filter(isLive), wanted);
    const { patient, appointmentType, location, appointment } = wanted;
    if (
      !(await strapi.db.query('api::patient.patient').findOne({ where: { documentId: patient } }))
    )
      throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
    const made = await documents(strapi).create({
      data: {
        ...dataOf(wanted),
        status: 'waiting',
        createdAt: iso(now),
        patient,
        appointmentType,
        location,
        ...(appointment ? { appointment } : {}),
      } as never,
    });
    return made.documentId;
  });

const held = async (trx: Transaction, documentId: string, keeper: Keeper): Promise<EntryRow> => {
  const entry = await holdEntry(trx, documentId);
  if (!entry || (keeper.by === 'patient' && entry.patient !== keeper.patient)) throw noSuchEntry();
  if (!isLive(entry))
    throw conflict('NOT_WAITING', 'This entry is closed.', { details: { status: entry.status } });
  return entry;
};

/** Changes what somebody who waits would take. */
export const changeEntry = (
  strapi: Core.Strapi,
  documentId: string,
  changes: Changes,
  keeper: Keeper,
): Promise<void> =>
  transaction(strapi, async (trx) => {
    checkPreferences(changes);
    const entry = await held(trx, documentId, keeper);
    const { patient, type, location, appointment } = entry;
    await checkTarget(
      trx,
      { ...changes, patient, appointmentType: type, location, appointment },
      keeper.by,
    );
    await documents(strapi).update({ documentId, data: dataOf(changes) as never });
  });

/** Takes somebody off the wait list; a time that is being offered is free again. */
export const leaveWaitList = (
  strapi: Core.Strapi,
  documentId: string,
  keeper: Keeper,
): Promise<void> =>
  transaction(strapi, async (trx) => {
    // The offer first, as whoever answers it does: so that nobody waits for the other.
    const offer = await holdOpenOfferOf(trx, documentId);
    await held(trx, documentId, keeper);
    if (offer) await settle(strapi, trx, offer, keeper.by === 'desk' ? 'withdrawn' : 'declined');
    await documents(strapi).update({ documentId, data: { status: 'closed' } });
  });
