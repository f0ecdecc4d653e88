import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Repeat, SeriesDate, SeriesPreview } from '../../../../shared/series.ts';
import { isRefusal } from '../../domain/booking/refusals.ts';
import { holdGone, slotOf } from '../booking/book.ts';
import { findPlace, type Wanted } from '../booking/place.ts';
import { alternativesTo, offeredFor } from '../slots/alternatives.ts';
import { seriesDates } from './series-dates.ts';
import { byDate, lackingDates, skippedDate } from './series-skipped.ts';

export type SeriesSlot =
  | (Omit<Wanted, 'holds'> & { readonly hold?: undefined })
  | { readonly hold: string; readonly patient: string | null };

export type SeriesWish = SeriesSlot & {
  readonly by: 'patient' | 'desk';
  readonly repeat: Repeat;
};

/** Whoever was asked for; when that is anyone, first whoever the series began with. */
export const peopleFor = (asked: string | null, usual: string | null): (string | null)[] =>
  asked === null && usual !== null ? [usual, null] : [asked];

/** The first that is not refused. @throws the first refusal */
export const firstPossible = async <T>(
  people: readonly (string | null)[],
  work: (practitioner: string | null) => Promise<T>,
): Promise<T> => {
  let refused: unknown;
  for (const practitioner of people)
    try {
      return await work(practitioner);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused ??= error;
    }
  throw refused;
};

/**
 * Each date of a series as it is now: free, or why not and what is free near it. Promises nothing.
 * @throws ClinicError as {@link seriesDates}, or naming what forbids them all
 */
export const previewSeries = async (
  strapi: Core.Strapi,
  wish: SeriesWish,
): Promise<SeriesPreview['data']> => {
  const on = strapi.db.connection;
  const now = clockOf(strapi).now().epochMilliseconds;
  const { by, repeat, patient, hold } = wish;
  const slot = await slotOf(strapi, wish);
  if (!slot) throw holdGone();
  const series = await seriesDates(on, slot.location, slot.start, repeat, now);
  const holds = hold === undefined ? [] : [hold];
  const { write } = series;
  let usual: string | null = null;
  const dates: SeriesDate[] = [];
  for (const occurrence of series.occurrences) {
    const wanted: Wanted = { ...slot, patient, start: occurrence.start, holds };
    try {
      const people = peopleFor(slot.practitioner, usual);
      const { start, end, practitioner } = await firstPossible(people, (practitioner) =>
        findPlace(on, { ...wanted, practitioner }, { by, overbook: false }, now),
      );
      usual ??= practitioner;
      const { date } = occurrence;
      const { location } = slot;
      dates.push({
        free: true,
        date,
        start: write(start),
        end: write(end),
        practitioner,
        location,
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const near = offeredFor.has(error.code) ? await alternativesTo(strapi, wanted, by) : [];
      const skipped = skippedDate(occurrence, error, series);
      dates.push({ free: false, ...skipped, alternatives: near.slice(0, 1) });
    }
  }
  const lacking = lackingDates(series).map(
    (skipped): SeriesDate => ({ free: false, ...skipped, alternatives: [] }),
  );
  return { zone: series.zone, dates: [...dates, ...lacking].sort(byDate) };
};
