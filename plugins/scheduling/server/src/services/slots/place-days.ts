import { type Interval, missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { CalendarHoliday } from '../../../../shared/calendar.ts';
import { holidaysOf } from '../../domain/holidays/holidays.ts';
import { spanOfDates } from '../../domain/slots/availability.ts';
import {
  dateOf,
  dateString,
  day,
  localOf,
  offsetWriter,
  type Stretch,
  stretchesOf,
} from '../../domain/slots/local-time.ts';
import { type Opening, openingsOf } from '../../domain/slots/opening.ts';
import type { PlaceRow, PractitionerOfPlace, TimeOffRow } from '../../store/slots/place-parts.ts';
import type { Write } from '../calendar/sheet-view.ts';

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
  /** Those of the dates that the location keeps; two that fall on one date are one. */
  readonly holidays: readonly CalendarHoliday[];
  readonly write: Write;
}

const keptHolidays = (
  { country, observesHolidays }: PlaceRow,
  from: string,
  days: number,
): CalendarHoliday[] => {
  if (!observesHolidays) return [];
  const until = dateString(dateOf(from) + days * day);
  const years = new Set([Number(from.slice(0, 4)), Number(until.slice(0, 4))]);
  const kept = new Map<string, CalendarHoliday>();
  for (const { date, name } of [...years].flatMap((year) => holidaysOf(country, year))) {
    if (date < from || date >= until) continue;
    const first = kept.get(date)?.name;
    kept.set(date, {
      date,
      name: first ? { en: `${first.en}, ${name.en}`, ro: `${first.ro}, ${name.ro}` } : name,
    });
  }
  return [...kept.values()];
};

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
  const holidays = keptHolidays(location, from, asked.days);
  return { location, from, span, stretches, holidays, write: offsetWriter(stretches) };
};

/** When a practitioner works there on those dates: hours without holidays and time off. */
export const worksOn = (
  { documentId, hours }: PractitionerOfPlace,
  timeOff: readonly TimeOffRow[],
  { span, stretches, holidays }: PlaceDays,
): Opening[] => {
  const off = timeOff.filter(
    ({ practitioner, chair }) => practitioner === documentId || (!practitioner && !chair),
  );
  const closed = holidays.map(({ date }) => date);
  return openingsOf(hours, off, span.start, span.end, stretches, closed);
};
