import { ClinicError, missing } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { GroupAnswer } from '../../../../shared/groups.ts';
import { isRefusal } from '../../domain/booking/refusals.ts';
import { linksOf } from '../../domain/slots/chains.ts';
import { dateString, localOf, stretchesOf } from '../../domain/slots/local-time.ts';
import type { BookingKey } from '../../store/booking/booking-keys.ts';
import { lockPlaces } from '../../store/booking/claims.ts';
import { keepAnswer, spacingsOf, visitsBy, zoneOf } from '../../store/booking/many.ts';
import { book, keyName } from '../booking/book.ts';
import { tellMany } from '../booking/news.ts';
import { checkNear, decide } from '../booking/place.ts';
import { viewsOf } from '../booking/views.ts';
import { type GroupPart, groupSlots } from '../slots/group-slots.ts';
import { checkAhead, keptUnder } from './book-series.ts';
import { firstPossible, peopleFor } from './preview-series.ts';

export interface GroupOrder {
  readonly parts: readonly GroupPart[];
  readonly location: string;
  readonly start: number;
  readonly by: 'patient' | 'desk';
  readonly status: 'pending' | 'confirmed';
  /** Who is told of the group. */
  readonly told: string;
  readonly reason?: string | null | undefined;
  readonly key?: BookingKey | undefined;
}

interface Kept {
  readonly group: string;
  readonly zone: string;
}

const answered = async (trx: Transaction, { group, zone }: Kept): Promise<GroupAnswer['data']> => {
  const visits = await visitsBy(trx, 'group_id', group);
  const first = visits[0]?.start ?? 0;
  return { group, zone, booked: viewsOf(visits, stretchesOf(zone, first, first)) };
};

/** The parts in their places, in order. @throws ClinicError UNKNOWN_APPOINTMENT_TYPE */
const placed = async (trx: Transaction, { parts, start }: GroupOrder) => {
  const spacings = await spacingsOf(
    trx,
    parts.map(({ type }) => type),
  );
  const links = linksOf(
    parts.map(({ type, patient }) => {
      const visit = spacings.find(({ documentId }) => documentId === type);
      if (!visit) throw missing('UNKNOWN_APPOINTMENT_TYPE', 'There is no such appointment type.');
      return { rules: { visit }, patient };
    }),
  );
  return parts.map((part, index) => {
    const { offset, rules } = links[index] as (typeof links)[number];
    const { bufferBefore: before, bufferAfter: after } = rules.visit;
    return { ...part, start: start + offset, buffers: { before, after }, offGrid: index > 0 };
  });
};

const bookAll = (strapi: Core.Strapi, order: GroupOrder, now: number) =>
  decide(strapi, async (trx): Promise<GroupAnswer['data']> => {
    const { by, status, reason, key, location, told, start, parts } = order;
    checkNear(start, now);
    await lockPlaces(
      trx,
      parts.map((part) => ({ ...part, location })),
      now,
      keyName(key),
    );
    const kept = await keptUnder<Kept>(trx, key);
    if (kept) return answered(trx, kept);
    const zone = await zoneOf(trx, location);
    if (zone === undefined) throw missing('UNKNOWN_LOCATION', 'There is no such location.');
    const group = createId();
    const booked: string[] = [];
    let usual: string | null = null;
    for (const [item, part] of (await placed(trx, order)).entries())
      try {
        const common = { ...part, location, by, status, reason, kin: { groupId: group } };
        const people: (string | null)[] = peopleFor(part.practitioner, usual);
        const { documentId, visit } = await performable(people, (practitioner) =>
          book(strapi, { ...common, practitioner }),
        );
        usual = visit?.practitioner ?? usual;
        booked.push(documentId);
      } catch (error) {
        if (!(error instanceof ClinicError)) throw error;
        const { kind, code, message, details } = error;
        throw new ClinicError(kind, code, message, { details: { ...details, item }, cause: error });
      }
    for (const patient of new Set(parts.map((part) => part.patient)))
      await checkAhead(trx, by, patient, now);
    const outcome = { group, zone };
    if (key && booked[0]) await keepAnswer(trx, key, booked[0], outcome);
    await tellMany(strapi, trx, 'booked', told, booked);
    return answered(trx, outcome);
  });

/** Whoever had the visit before may not perform the next one: then it is anyone's. */
const performable = async <T>(
  people: readonly (string | null)[],
  work: (practitioner: string | null) => Promise<T>,
): Promise<T> => {
  try {
    return await firstPossible(people, work);
  } catch (error) {
    const unfit = error instanceof ClinicError && error.code === 'PRACTITIONER_NOT_SUITABLE';
    if (!unfit || people.length === 1) throw error;
    return work(null);
  }
};

const near = 14;
const most = 3;

/**
 * Books all visits of a group back to back, or none of them, in one transaction.
 * @throws ClinicError as booking does, with `details.item`, the first that was refused, and `details.alternatives`, starts
 *   at which all fit
 */
export const bookGroup = async (
  strapi: Core.Strapi,
  order: GroupOrder,
): Promise<GroupAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  try {
    return await bookAll(strapi, order, now);
  } catch (error) {
    if (!isRefusal(error) || strapi.db.inTransaction()) throw error;
    const { parts, location, by } = order;
    const zone = await zoneOf(strapi.db.connection, location);
    if (zone === undefined || error.code === 'TOO_FAR_AHEAD') throw error;
    const start = Math.max(order.start, now);
    const from = dateString(localOf(start, stretchesOf(zone, start, start)));
    const query = { parts, location, from, days: near, together: false, by };
    const { slots } = await groupSlots(strapi, query);
    const distance = (slot: { start: string }) => Math.abs(Date.parse(slot.start) - start);
    const alternatives = slots.sort((a, b) => distance(a) - distance(b)).slice(0, most);
    const details = { ...error.details, alternatives };
    throw new ClinicError(error.kind, error.code, error.message, { details, cause: error });
  }
};
