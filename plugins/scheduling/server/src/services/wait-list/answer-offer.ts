/** What becomes of an offer: accepted, declined, withdrawn. Each is decided once, whoever asks at the same moment. */
import { record } from '@enamel/audit';
import { type ClinicError, conflict, missing } from '@enamel/kernel';
import { clockOf, runAs, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { OfferState, OfferView } from '../../../../shared/wait-list.ts';
import { offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { holdAppointment } from '../../store/booking/appointments.ts';
import { lockPlaces } from '../../store/booking/claims.ts';
import { dropHolds } from '../../store/booking/holds.ts';
import {
  holdOffer,
  isAskable,
  type OfferRow,
  settleOffer,
  shownOffer,
} from '../../store/wait-list/offers.ts';
import { holdEntry } from '../../store/wait-list/wait-list.ts';
import { bookVisit } from '../booking/book.ts';
import { moveVisit } from '../booking/change.ts';
import { decide } from '../booking/place.ts';
import { offerBehind } from './offer-links.ts';
import { settle } from './settle-offer.ts';

const over: Record<Exclude<OfferState, 'open' | 'accepted'>, () => ClinicError> = {
  expired: () =>
    conflict(
      'OFFER_EXPIRED',
      'The time to decide is over. You are still on the list: we write when the next time is free.',
    ),
  declined: () => conflict('OFFER_DECLINED', 'You have declined this time already.'),
  withdrawn: () => conflict('OFFER_WITHDRAWN', 'The clinic had to take this offer back.'),
};

/** Its patient, service or place is no longer there. */
const nothingLeft = () =>
  missing('OFFER_INVALID', 'This offer is not valid any more. Please call us.');

/** As it stands at this moment, also before anybody wrote down that it is over. */
const stateOf = (
  { state, expires }: Pick<OfferRow, 'state' | 'expires'>,
  now: number,
): OfferState => (state === 'open' && expires <= now ? 'expired' : state);

const entries = (strapi: Core.Strapi) => strapi.documents('api::wait-list-entry.wait-list-entry');

const asHolder = async <T>(
  strapi: Core.Strapi,
  token: string,
  work: (id: string) => Promise<T>,
) => {
  const id = await offerBehind(strapi, token);
  const offer = await shownOffer(strapi.db.connection, id, null);
  const patient = offer?.patient ?? '';
  return runAs({ kind: 'link', id, patient }, () => work(id));
};

/** What an offer's link shows. */
export const viewOffer = (strapi: Core.Strapi, token: string, language: string | null) =>
  asHolder(strapi, token, async (id): Promise<OfferView> => {
    const offer = await shownOffer(strapi.db.connection, id, language);
    if (!offer) throw nothingLeft();
    const now = clockOf(strapi).now().epochMilliseconds;
    await record(strapi, undefined, {
      action: 'read',
      subject: 'wait-list-offer',
      subjectId: id,
      patientId: offer.patient,
    });
    const from = Math.min(offer.start, offer.expires, offer.movesFrom ?? offer.start);
    const to = Math.max(offer.end, offer.movesFrom ?? offer.end);
    const write = offsetWriter(stretchesOf(offer.zone, from, to));
    return {
      state: stateOf(offer, now),
      start: write(offer.start),
      end: write(offer.end),
      zone: offer.zone,
      expiresAt: write(offer.expires),
      appointmentType: offer.typeName,
      practitioner: offer.practitionerName,
      location: {
        name: offer.locationName,
        address: offer.locationAddress,
        city: offer.locationCity,
        phone: offer.locationPhone,
      },
      movesFrom: offer.movesFrom === null ? null : write(offer.movesFrom),
    };
  });

/** Moves the visit into what the hold kept, under the locks and in the order in which any visit is moved. */
const moveInto = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { hold, moves, ...offer }: OfferRow & { readonly moves: string },
  now: number,
): Promise<string> => {
  const { practitioner, start } = offer;
  await holdAppointment(trx, moves);
  await lockPlaces(trx, [offer], now);
  await dropHolds(trx, [hold]);
  await moveVisit(strapi, moves, { start, practitioner }, { by: 'desk' });
  return moves;
};

const become = (
  strapi: Core.Strapi,
  trx: Transaction,
  { moves, ...offer }: OfferRow,
  now: number,
): Promise<string> =>
  moves
    ? moveInto(strapi, trx, { ...offer, moves }, now)
    : bookVisit(strapi, {
        hold: offer.hold,
        patient: offer.patient,
        by: 'desk',
        status: 'confirmed',
      });

/** Whether the clinic still asks: the record may be archived, the entry closed by whoever knows of no offer. */
const stands = async (trx: Transaction, { patient, entry }: OfferRow): Promise<boolean> =>
  (await isAskable(trx, patient)) &&
  (entry === null || (await holdEntry(trx, entry))?.status === 'offered');

export interface Acceptance {
  /** The visit's document id. */
  readonly appointment: string;
  readonly again: boolean;
}

/** Undefined when the offer had to be taken back. */
const accept = (strapi: Core.Strapi, id: string): Promise<Acceptance | undefined> =>
  decide(strapi, async (trx) => {
    const offer = await holdOffer(trx, id);
    if (!offer) throw over.withdrawn();
    const now = clockOf(strapi).now().epochMilliseconds;
    const state = stateOf(offer, now);
    if (state === 'accepted') return { appointment: offer.appointment as string, again: true };
    if (state !== 'open') throw over[state]();
    if (!(await stands(trx, offer))) {
      await settle(strapi, trx, offer, 'withdrawn');
      return undefined;
    }
    const appointment = await become(strapi, trx, offer, now);
    await settleOffer(trx, id, 'accepted', appointment, now);
    if (offer.entry)
      await entries(strapi).update({
        documentId: offer.entry,
        data: { status: 'booked', appointment },
      });
    await record(strapi, trx, {
      action: 'wait-list.accepted',
      subject: 'wait-list-offer',
      subjectId: id,
      patientId: offer.patient,
      detail: { appointment },
    });
    return { appointment, again: false };
  });

/**
 * Turns an offer into its visit; asked again, it answers the same visit.
 * @throws OFFER_EXPIRED, OFFER_DECLINED, OFFER_WITHDRAWN; else as booking does: then the offer stays open
 */
export const acceptOffer = (strapi: Core.Strapi, token: string): Promise<Acceptance> =>
  asHolder(strapi, token, async (id) => {
    const accepted = await accept(strapi, id);
    if (!accepted) throw over.withdrawn();
    return accepted;
  });

const end = (strapi: Core.Strapi, id: string, state: 'declined' | 'withdrawn'): Promise<void> =>
  decide(strapi, async (trx) => {
    const offer = await holdOffer(trx, id);
    if (!offer) throw over.withdrawn();
    if (offer.state === 'accepted')
      throw conflict(
        'OFFER_ACCEPTED',
        'This offer has become a visit. Move or cancel the visit instead.',
      );
    // Whoever says no twice, or too late, has said no.
    if (offer.state === 'open') await settle(strapi, trx, offer, state);
  });

export const declineOffer = (strapi: Core.Strapi, token: string) =>
  asHolder(strapi, token, (id) => end(strapi, id, 'declined'));

/** Takes an offer back, by the desk. */
export const withdrawOffer = (strapi: Core.Strapi, id: string) => end(strapi, id, 'withdrawn');
