import { randomBytes } from 'node:crypto';
import { ClinicError, conflict } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { HoldView } from '../../../../shared/holds.ts';
import {
  extensionSeconds,
  holdSeconds,
  mostOfActor,
  mostOfAddress,
} from '../../domain/booking/holds.ts';
import { claimsOf, type PlacedVisit } from '../../domain/slots/claims.ts';
import { offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { claim, lockPlaces } from '../../store/booking/claims.ts';
import {
  dropHolds,
  type HoldRow,
  holdOf,
  insertHold,
  lengthenHold,
  liveHolds,
} from '../../store/booking/holds.ts';
import { withAlternatives } from '../slots/alternatives.ts';
import { iso } from './news.ts';
import { decide, findPlace, type Wanted } from './place.ts';

/** A slot to keep for a while. */
export interface HoldWish extends Wanted {
  readonly by: 'patient' | 'desk';
  /** Only holds made in order to book count as their holder's; an offer is the clinic's own. */
  readonly source: HoldRow['source'];
  readonly seconds?: number;
  /** Who holds it, such as `user:7`; null for a stranger without a name. */
  readonly actor?: string | null;
  /** Where the holder is, as addresses are counted. */
  readonly address?: string | null;
  /** A hold of the same holder that this one takes the place of. */
  readonly replaces?: string | undefined;
}

const view = (hold: Omit<HoldRow, 'zone'>, zone: string): HoldView => {
  const write = offsetWriter(stretchesOf(zone, hold.start, hold.end));
  return {
    id: hold.id,
    start: write(hold.start),
    end: write(hold.end),
    practitioner: hold.practitioner,
    location: hold.location,
    appointmentType: hold.type,
    expiresAt: iso(hold.expires),
    extendable: !hold.extended,
  };
};

const tooMany = () =>
  new ClinicError(
    'limited',
    'TOO_MANY_HOLDS',
    'Too many times are being held from here. Finish or give up one of them, or wait a few minutes.',
  );

const noSuchHold = () =>
  conflict('HOLD_GONE', 'This time is no longer held for you. Please choose a time again.');

const patientClaimed = (visit: PlacedVisit) =>
  claimsOf(visit).filter(({ resource }) => resource !== '');

/**
 * Keeps a slot until it expires, becomes a visit ({@link bookVisit} with `hold`) or is released. Nobody else is offered
 * or given it meanwhile. Joins the caller's transaction when there is one.
 * @throws ClinicError as booking does; TOO_MANY_HOLDS when the address holds too many
 */
export const holdSlot = async (strapi: Core.Strapi, wish: HoldWish): Promise<HoldView> => {
  const { by, source, seconds = holdSeconds, actor = null, address = null, replaces } = wish;
  const now = clockOf(strapi).now().epochMilliseconds;
  const names = [actor && `holds:${actor}`, address && `holds:${address}`].filter(
    (n) => n !== null,
  );
  return withAlternatives(strapi, by, (wants) => {
    wants(wish);
    return decide(strapi, async (trx) => {
      await lockPlaces(trx, [wish], now, names);
      const live = source === 'booking' ? await liveHolds(trx, { actor, address, now }) : [];
      const given = replaces === undefined ? [] : [replaces];
      const own = live.filter(
        (hold) => hold.actor === actor && actor !== null && hold.id !== replaces,
      );
      const dropped = [
        ...given,
        ...own.slice(0, Math.max(0, own.length + 1 - mostOfActor)).map(({ id }) => id),
      ];
      const there = live.filter((hold) => hold.address === address && !dropped.includes(hold.id));
      if (address !== null && there.length >= mostOfAddress) throw tooMany();
      if (dropped.length > 0) await dropHolds(trx, dropped);
      const visit = await findPlace(trx, wish, { by, overbook: false }, now);
      const hold = {
        id: randomBytes(16).toString('base64url'),
        source,
        actor,
        address,
        type: wish.type,
        location: wish.location,
        practitioner: visit.practitioner,
        chair: visit.chair,
        patient: wish.patient,
        start: visit.start,
        end: visit.end,
        expires: now + seconds * 1000,
      };
      await insertHold(trx, hold, now);
      const { id, expires } = hold;
      await claim(trx, { kind: 'hold', id, expires }, patientClaimed(visit));
      return view({ ...hold, extended: false, bookedAs: null }, visit.zone);
    });
  });
};

/**
 * Gives a holder more time, once.
 * @throws ClinicError HOLD_GONE when it has expired, was released or is a visit; ALREADY_EXTENDED
 */
export const extendHold = async (strapi: Core.Strapi, id: string): Promise<HoldView> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  return decide(strapi, async (trx) => {
    const known = await holdOf(trx, id);
    if (!known) throw noSuchHold();
    await lockPlaces(trx, [known], now);
    const extended = await lengthenHold(trx, id, extensionSeconds, now);
    const hold = await holdOf(trx, id);
    if (!hold) throw noSuchHold();
    if (extended) return view(hold, hold.zone);
    if (hold.extended && hold.expires > now && !hold.bookedAs)
      throw conflict('ALREADY_EXTENDED', 'This time was extended before. Please finish in time.');
    throw noSuchHold();
  });
};

/** Gives a slot back at once. Unknown and expired holds are no mistake: whoever leaves need not know. */
export const releaseHold = async (strapi: Core.Strapi, id: string): Promise<void> => {
  const known = await holdOf(strapi.db.connection, id);
  if (!known || known.bookedAs) return;
  const now = clockOf(strapi).now().epochMilliseconds;
  await decide(strapi, async (trx) => {
    await lockPlaces(trx, [known], now);
    await dropHolds(trx, [id]);
  });
};
