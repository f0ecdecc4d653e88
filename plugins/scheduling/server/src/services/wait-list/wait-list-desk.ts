/** What the desk does for somebody who waits, beside keeping the list. */

import { invalid, missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Offer, OfferOrder, SuitableTime } from '../../../../shared/wait-list.ts';
import { day, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { misfitOf } from '../../domain/wait-list/wait-list.ts';
import { practitionerNames } from '../../store/wait-list/catalogue-names.ts';
import { shownOffer } from '../../store/wait-list/offers.ts';
import { entryOf } from '../../store/wait-list/wait-list.ts';
import { bookVisit } from '../booking/book.ts';
import { moveVisit } from '../booking/change.ts';
import { decide } from '../booking/place.ts';
import { freeTimes } from '../slots/suitable-times.ts';
import { wishOf } from './candidates.ts';
import { heldWaiting, invitedBy, noSuchEntry, offerToEntry, offerToPatient } from './offer-time.ts';

const most = 60;

/** Free times that suit an entry, from now on for some days. */
export const timesFor = async (
  strapi: Core.Strapi,
  documentId: string,
  days: number,
): Promise<SuitableTime[]> => {
  const on = strapi.db.connection;
  const entry = await entryOf(on, documentId);
  if (!entry) throw noSuchEntry();
  const now = clockOf(strapi).now().epochMilliseconds;
  const wish = wishOf(entry);
  const from = entry.earliest ? Math.max(now, Date.parse(entry.earliest) - day) : now;
  const until = Math.min(from + days * day, wish.before ?? Number.POSITIVE_INFINITY);
  if (until <= from) return [];
  const { slots, stretches, write } = await freeTimes(strapi, {
    type: entry.type,
    location: entry.location,
    practitioner: null,
    patient: entry.patient,
    span: { start: from, end: until },
  });
  const suiting = slots.filter((slot) => misfitOf(wish, slot, stretches) === null).slice(0, most);
  const names = await practitionerNames(
    on,
    suiting.map(({ practitioner }) => practitioner),
  );
  return suiting.map(({ start, end, practitioner }) => ({
    start: write(start),
    end: write(end),
    practitioner,
    practitionerName: names.get(practitioner) ?? '',
  }));
};

const answered = async (strapi: Core.Strapi, id: string): Promise<Offer> => {
  const offer = await shownOffer(strapi.db.connection, id, null);
  if (!offer) throw missing('UNKNOWN_OFFER', 'There is no such offer.');
  const { state, patient, start, end, expires, appointment, zone } = offer;
  const write = offsetWriter(stretchesOf(zone, Math.min(start, expires), end));
  return {
    id,
    state,
    patient,
    start: write(start),
    end: write(end),
    expiresAt: write(expires),
    appointment,
  };
};

export const makeOffer = async (
  strapi: Core.Strapi,
  order: Omit<OfferOrder, 'start'> & { readonly start: number },
): Promise<Offer> => {
  const {
    entry,
    patient,
    appointmentType: type,
    location,
    source = 'desk',
    practitioner,
    start,
  } = order;
  const time = { practitioner, start, gap: order.gap ?? null, thenNext: order.thenNext ?? false };
  if (entry) return answered(strapi, await offerToEntry(strapi, entry, time));
  if (!patient || !type || !location)
    throw invalid('VALIDATION_FAILED', 'entry: name an entry, or patient, service and place', {
      fields: [
        { field: 'entry', message: 'is needed unless patient, service and place are named' },
      ],
    });
  return answered(strapi, await offerToPatient(strapi, { patient, type, location, source }, time));
};

/** Books somebody who waits at once, as agreed on the phone. @returns the visit's document id */
export const bookEntry = (
  strapi: Core.Strapi,
  documentId: string,
  { practitioner, start }: { readonly practitioner: string; readonly start: number },
): Promise<string> =>
  decide(strapi, async (trx) => {
    const { moves, patient, type, location } = invitedBy(await heldWaiting(trx, documentId));
    if (moves) await moveVisit(strapi, moves, { start, practitioner }, { by: 'desk' });
    const order = { type, location, practitioner, patient, start };
    const appointment =
      moves ?? (await bookVisit(strapi, { ...order, by: 'desk', status: 'confirmed' }));
    await strapi
      .documents('api::wait-list-entry.wait-list-entry')
      .update({ documentId, data: { status: 'booked', appointment } });
    return appointment;
  });
