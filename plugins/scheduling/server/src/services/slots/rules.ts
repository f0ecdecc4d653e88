import { missing } from '@enamel/kernel';
import { holidaysOf } from '../../domain/holidays/holidays.ts';
import type { Rules } from '../../domain/slots/availability.ts';
import { day } from '../../domain/slots/local-time.ts';
import type { Situation } from '../../store/slots/situation.ts';

export type Found = Situation & {
  readonly type: NonNullable<Situation['type']>;
  readonly location: NonNullable<Situation['location']>;
};

/** @throws ClinicError naming what does not exist; to patients, inactive and missing look alike */
export const found = (
  situation: Situation,
  practitioner: string | null,
  by: 'patient' | 'desk',
): Found => {
  const { type, location, known } = situation;
  if (!type || (by === 'patient' && !type.active))
    throw missing('UNKNOWN_APPOINTMENT_TYPE', 'There is no such appointment type.');
  if (!location || (by === 'patient' && !location.active))
    throw missing('UNKNOWN_LOCATION', 'There is no such location.');
  if (practitioner !== null && !known)
    throw missing('UNKNOWN_PRACTITIONER', 'There is no such practitioner.');
  return { ...situation, type, location };
};

const remembered = new Map<string, readonly string[]>();

const holidayDates = (country: string, year: number): readonly string[] => {
  const key = `${country} ${year}`;
  const known = remembered.get(key);
  if (known) return known;
  const dates = [...new Set(holidaysOf(country, year).map(({ date }) => date))];
  if (remembered.size >= 200) remembered.clear();
  remembered.set(key, dates);
  return dates;
};

/** The holidays that a location keeps, in all years that a span touches. */
const holidaysIn = ({ location, span }: Found): string[] => {
  const { country, observesHolidays } = location;
  if (!observesHolidays || !country) return [];
  const first = new Date(span.start - 2 * day).getUTCFullYear();
  const last = new Date(span.end + 2 * day).getUTCFullYear();
  return Array.from({ length: last - first + 1 }, (_, n) => first + n).flatMap((year) =>
    year > 0 && year < 10_000 ? holidayDates(country, year) : [],
  );
};

/** The engine's rules for an audience: patients see who takes online bookings. */
export const rulesOf = (situation: Found, by: 'patient' | 'desk'): Rules => {
  const { type, location, practitioners, assistants, chairs, equipment, closed } = situation;
  return {
    location: location.documentId,
    zone: location.zone,
    visit: type,
    practitioners: practitioners.filter(
      ({ performs, online }) => performs && (online || by === 'desk'),
    ),
    chairs,
    assistants,
    equipment,
    holidays: holidaysIn(situation),
    closed,
  };
};
