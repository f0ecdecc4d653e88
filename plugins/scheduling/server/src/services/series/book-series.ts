import { conflict } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import {
  mostVisitsInSeries,
  type SeriesAnswer,
  type SkippedDate,
} from '../../../../shared/series.ts';
import { isRefusal } from '../../domain/booking/refusals.ts';
import { stretchesOf } from '../../domain/slots/local-time.ts';
import type { BookingKey } from '../../store/booking/booking-keys.ts';
import { lockPlaces } from '../../store/booking/claims.ts';
import { holdOf } from '../../store/booking/holds.ts';
import { keepAnswer, keptAnswer, visitsAhead, visitsBy } from '../../store/booking/many.ts';
import { type Booked, book, holdGone, keyName, slotOf } from '../booking/book.ts';
import { tellMany } from '../booking/news.ts';
import { decide } from '../booking/place.ts';
import { viewsOf } from '../booking/views.ts';
import { firstPossible, peopleFor, type SeriesWish } from './preview-series.ts';
import { seriesDates } from './series-dates.ts';
import { byDate, lackingDates, skippedDate } from './series-skipped.ts';

export type SeriesOrder = SeriesWish & {
  readonly patient: string;
  readonly status: 'pending' | 'confirmed';
  readonly reason?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly key?: BookingKey | undefined;
};

interface Kept {
  readonly series: string;
  readonly zone: string;
  readonly skipped: readonly SkippedDate[];
}

/** What the key led to before. @throws ClinicError IDEMPOTENCY_MISMATCH */
export const keptUnder = async <T>(trx: Transaction, key: BookingKey | undefined) => {
  const kept = key && (await keptAnswer<T>(trx, key));
  if (kept && (kept.fingerprint !== key.fingerprint || kept.answer === null))
    throw conflict('IDEMPOTENCY_MISMATCH', 'This key was used for another booking.');
  return kept?.answer ?? undefined;
};

/** A patient has a year of weekly visits ahead, and no more. */
export const checkAhead = async (
  trx: Transaction,
  by: 'patient' | 'desk',
  patient: string,
  now: number,
): Promise<void> => {
  if (by === 'desk') return;
  if ((await visitsAhead(trx, patient, now)) <= mostVisitsInSeries) return;
  throw conflict(
    'TOO_MANY_VISITS',
    `With these there would be more than ${mostVisitsInSeries} visits ahead. Please choose fewer, or call us.`,
  );
};

const answered = async (
  trx: Transaction,
  { series, zone, skipped }: Kept,
): Promise<SeriesAnswer['data']> => {
  const visits = await visitsBy(trx, 'series_id', series);
  const first = visits[0]?.start ?? 0;
  const last = visits.at(-1)?.end ?? first;
  return { series, zone, booked: viewsOf(visits, stretchesOf(zone, first, last)), skipped };
};

/**
 * Books every date of a series that is free and lists the others, in one transaction: nobody else decides about these
 * places meanwhile, and a failure leaves nothing.
 * @throws ClinicError NOTHING_FREE with `details.skipped`, ALREADY_BOOKED for a hold that was spent, TOO_MANY_VISITS; else as {@link seriesDates} and booking do
 */
export const bookSeries = async (
  strapi: Core.Strapi,
  order: SeriesOrder,
): Promise<SeriesAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const { by, patient, status, reason, notes, repeat, key, hold } = order;
  return decide(strapi, async (trx) => {
    const slot = await slotOf(strapi, order);
    const places = slot ? [{ ...slot, patient }] : [];
    await lockPlaces(trx, places, now, keyName(key));
    const kept = await keptUnder<Kept>(trx, key);
    if (kept) return answered(trx, kept);
    if (!slot) throw holdGone();
    const dates = await seriesDates(trx, slot.location, slot.start, repeat, now);
    const series = createId();
    const kin = { seriesId: series };
    const common = { patient, by, status, reason, notes, kin, key: undefined };
    const booked: string[] = [];
    const skipped: SkippedDate[] = lackingDates(dates);
    let usual: string | null = null;
    for (const occurrence of dates.occurrences) {
      const { start } = occurrence;
      const held = hold !== undefined && start === slot.start;
      try {
        const people: (string | null)[] = held ? [null] : peopleFor(slot.practitioner, usual);
        const { documentId, visit }: Booked = await firstPossible(people, (practitioner) =>
          book(
            strapi,
            held
              ? { ...common, hold }
              : { ...slot, ...common, hold: undefined, practitioner, start },
          ),
        );
        usual ??= visit?.practitioner ?? null;
        booked.push(documentId);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        skipped.push(skippedDate(occurrence, error, dates));
      }
    }
    skipped.sort(byDate);
    const [first] = booked;
    if (first === undefined && hold !== undefined && (await holdOf(trx, hold))?.bookedAs)
      throw conflict(
        'ALREADY_BOOKED',
        'This time has become a visit already. Look among your visits.',
      );
    if (first === undefined)
      throw conflict('NOTHING_FREE', 'None of these dates is free.', { details: { skipped } });
    await checkAhead(trx, by, patient, now);
    const outcome = { series, zone: dates.zone, skipped };
    if (key) await keepAnswer(trx, key, first, outcome);
    await tellMany(strapi, trx, 'booked', patient, booked);
    return answered(trx, outcome);
  });
};
