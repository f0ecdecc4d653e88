import { type Interval, missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { spanOfDates } from '../domain/availability.ts';
import {
  dateOf,
  dateString,
  day,
  localOf,
  offsetWriter,
  type Stretch,
  stretchesOf,
} from '../domain/local-time.ts';
import { type Opening, openingsOf } from '../domain/opening.ts';
import type { PlaceRow, PractitionerOfPlace, TimeOffRow } from '../store/place-parts.ts';
import type { Write } from './sheet-view.ts';

/** Local dates that are asked of a location; from its today on when `from` is null. */
export interface AskedDays {
  readonly from: string | null;
  readonly days: number;
  readonly location: string | null;
}

/** The present, and a span that covers the dates wherever the location lies. */
export const aroundDays = (strapi: Core.Strapi, { from, days }: AskedDays) => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const around = from ? dateOf(from) : now;
  return { now, wide: { start: around - 2 * day, end: around + (days + 2) * day } };
};

export interface PlaceDays {
  readonly location: PlaceRow;
  readonly from: string;
  readonly span: Interval;
  readonly stretches: readonly Stretch[];
  readonly write: Write;
}

/** The dates that were asked for as the location's clock has them. @throws ClinicError UNKNOWN_LOCATION */
export const placeDays = (
  location: PlaceRow | null,
  asked: AskedDays,
  { now, wide }: ReturnType<typeof aroundDays>,
): PlaceDays => {
  if (!location) throw missing('UNKNOWN_LOCATION', 'There is no such location.');
  const stretches = stretchesOf(location.zone, Math.min(now, wide.start), Math.max(now, wide.end));
  const from = asked.from ?? dateString(localOf(now, stretches));
  const span = spanOfDates(from, asked.days, stretches);
  return { location, from, span, stretches, write: offsetWriter(stretches) };
};

/** When a practitioner works there on those dates: hours without time off. */
export const worksOn = (
  { documentId, hours }: PractitionerOfPlace,
  timeOff: readonly TimeOffRow[],
  { span, stretches }: PlaceDays,
): Opening[] => {
  const off = timeOff.filter(
    ({ practitioner, chair }) => practitioner === documentId || (!practitioner && !chair),
  );
  return openingsOf(hours, off, span.start, span.end, stretches);
};
