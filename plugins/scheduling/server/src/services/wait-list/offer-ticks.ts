/**
 * What time does to offers: they run out, the next who waits is asked, freed times are offered where the clinic wants
 * that. All that is to be done stands in the database: any number of processes tick, and none forgets on a restart.
 */
import { ClinicError } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { day } from '../../domain/slots/local-time.ts';
import { isOpen } from '../../domain/wait-list/offer-time.ts';
import {
  anyTypeAt,
  forgetOldGaps,
  locationsWithFreshGaps,
  markTakenUp,
  takeFreshGap,
} from '../../store/wait-list/gaps.ts';
import {
  letOfferMove,
  markFollowed,
  type OfferRow,
  takeExpired,
  takeForsaken,
  takeToFollow,
} from '../../store/wait-list/offers.ts';
import { outlivedEntries, takeAnswered } from '../../store/wait-list/wait-list.ts';
import { decide } from '../booking/place.ts';
import { openHours } from '../slots/suitable-times.ts';
import { askNext, unlessGone } from './ask-next.ts';
import type { Stretch } from './candidates.ts';
import { stretchOf } from './gaps.ts';
import { settle } from './settle-offer.ts';
import { leaveWaitList } from './wait-list.ts';
import { offerSettings } from './wait-list-settings.ts';

const present = (strapi: Core.Strapi) => clockOf(strapi).now().epochMilliseconds;

/** Closes offers whose time to decide is over. */
const expire = (strapi: Core.Strapi): Promise<void> =>
  untilDone(strapi, async (trx) => {
    const offer = await takeExpired(trx, present(strapi));
    if (offer) await settle(strapi, trx, offer, 'expired');
    return offer !== undefined;
  });

/** Takes back what is offered to whoever was taken off the list or archived elsewhere. */
const takeBackForsaken = (strapi: Core.Strapi): Promise<void> =>
  untilDone(strapi, async (trx) => {
    const offer = await takeForsaken(trx);
    if (offer) await settle(strapi, trx, offer, 'withdrawn');
    return offer !== undefined;
  });

/** One piece of work in one transaction, until none is left or somebody else was faster. */
const untilDone = async (
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<boolean>,
): Promise<void> => {
  try {
    while (await decide(strapi, work));
  } catch (error) {
    // A race that was lost: what is left is looked at again on the next tick.
    if (!(error instanceof ClinicError)) throw error;
  }
};

const stretchAfter = async (strapi: Core.Strapi, offer: OfferRow): Promise<Stretch | undefined> => {
  if (offer.gap !== null) {
    const found = await stretchOf(strapi, offer.gap);
    if (found) return found.free;
  }
  const { location, practitioner, start, end } = offer;
  const zone = (await strapi.db.query('api::location.location').findOne({
    where: { documentId: location },
    select: ['zone'],
  })) as { zone: string } | null;
  return zone ? { location, practitioner, start, end, zone: zone.zone } : undefined;
};

/** After a no or no answer, offers the time to the next. */
const follow = (strapi: Core.Strapi): Promise<void> =>
  untilDone(strapi, async (trx) => {
    const offer = await takeToFollow(trx);
    if (!offer) return false;
    await unlessGone(async () => {
      const free = await stretchAfter(strapi, offer);
      if (free) await askNext(strapi, trx, free, { chain: offer.chain, gap: offer.gap });
    });
    await markFollowed(trx, offer.id);
    return true;
  });

const openNow = async (strapi: Core.Strapi, location: string): Promise<boolean> => {
  const now = present(strapi);
  const type = await anyTypeAt(strapi.db.connection, location);
  if (!type) return false;
  return isOpen(
    now,
    await openHours(strapi, { type, location, span: { start: now - day, end: now + day } }),
  );
};

/** Begins offers of freed times while their clinic is open, where the clinic lets them go out by themselves. */
const begin = async (strapi: Core.Strapi): Promise<void> => {
  if (!(await offerSettings(strapi)).automatic) return;
  const locations: string[] = [];
  for (const location of await locationsWithFreshGaps(strapi.db.connection, present(strapi)))
    if (await openNow(strapi, location)) locations.push(location);
  await untilDone(strapi, async (trx) => {
    const id = await takeFreshGap(trx, present(strapi), locations);
    if (id === undefined) return false;
    await unlessGone(async () => {
      const found = await stretchOf(strapi, id);
      if (found && !found.gap.offer) await askNext(strapi, trx, found.free, { gap: id });
    });
    await markTakenUp(trx, id);
    return true;
  });
};

/** Who has booked the same meanwhile waits for an earlier time from now on: an offer moves that visit and adds none. */
const joinAnswered = (strapi: Core.Strapi): Promise<void> =>
  untilDone(strapi, async (trx) => {
    const found = await takeAnswered(trx, present(strapi));
    if (!found) return false;
    const { entry, appointment } = found;
    await letOfferMove(trx, entry, appointment);
    await strapi
      .documents('api::wait-list-entry.wait-list-entry')
      .update({ documentId: entry, data: { appointment } });
    return true;
  });

/** Whose visit was cancelled or took place waits for an earlier one no more. */
const closeOutlived = async (strapi: Core.Strapi): Promise<void> => {
  for (const { documentId } of await outlivedEntries(strapi.db.connection))
    await leaveWaitList(strapi, documentId, { by: 'desk' }).catch((error: unknown) => {
      // Another process closed it first.
      if (!(error instanceof ClinicError)) throw error;
    });
};

export const tickOffers = async (strapi: Core.Strapi): Promise<void> => {
  await expire(strapi);
  await takeBackForsaken(strapi);
  await closeOutlived(strapi);
  await joinAnswered(strapi);
  await follow(strapi);
  await begin(strapi);
};

export const tidyGaps = (strapi: Core.Strapi): Promise<void> =>
  forgetOldGaps(strapi.db.connection, present(strapi) - 7 * day);
