/** Dates and times for people, in a location's zone. Instants come as ISO 8601 with an offset or Z. */
import { type Language, locales } from './languages.ts';

const formatted = (
  iso: string,
  language: Language,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options }).format(new Date(iso));

/** `Tuesday 24 November` or `marți, 24 noiembrie`. */
export const longDay = (iso: string, language: Language, zone: string): string =>
  formatted(iso, language, zone, { weekday: 'long', day: 'numeric', month: 'long' });

/** With the year: for what lies far back or ahead. */
export const fullDate = (iso: string, language: Language, zone: string): string =>
  formatted(iso, language, zone, { day: 'numeric', month: 'long', year: 'numeric' });

/** `09:00`, always 24 hours. */
export const timeOfDay = (iso: string, language: Language, zone: string): string =>
  formatted(iso, language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Day and time in one line: `Tuesday 24 November, 09:00`. */
export const moment = (iso: string, language: Language, zone: string): string =>
  `${longDay(iso, language, zone)}, ${timeOfDay(iso, language, zone)}`;

/** The pieces of a date leaf on a card. */
export const leaf = (iso: string, language: Language, zone: string) => ({
  weekday: formatted(iso, language, zone, { weekday: 'short' }).replace('.', ''),
  day: formatted(iso, language, zone, { day: 'numeric' }),
  month: formatted(iso, language, zone, { month: 'short' }).replace('.', ''),
});

/** A calendar day (`2026-11-24`), which has no zone. */
export const dayName = (date: string, language: Language): string =>
  longDay(`${date}T12:00:00Z`, language, 'UTC');

/** Day before month before year: a date of birth or due date without a zone. */
export const plainDate = (date: string, language: Language): string =>
  fullDate(`${date.slice(0, 10)}T12:00:00Z`, language, 'UTC');

/** Minutes as people say them: `45 min`, `1 h 30 min`. */
export const duration = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

/** `2026-02-09` from what stands in three fields; undefined when there is no such day. */
export const dateFromParts = (day: string, month: string, year: string): string | undefined => {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  try {
    return Temporal.PlainDate.from(
      { day: Number(day), month: Number(month), year: Number(year) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    // Not a day of the calendar: the caller says so beside the fields.
    return undefined;
  }
};

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Today at a clinic in `zone`. */
export const today = (now: Temporal.Instant, zone: string): string =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString();
