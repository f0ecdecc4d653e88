import { type Holiday, holidaysOf } from '../../domain/holidays/holidays.ts';
import { dateOf, dateString, day } from '../../domain/slots/local-time.ts';

/** Public holidays of a country (ISO 3166) on `days` local dates from one on, in order. */
export const holidaysAt = (country: string, from: string, days: number): Holiday[] => {
  const until = dateString(dateOf(from) + days * day);
  const found: Holiday[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++)
    found.push(...holidaysOf(country, year));
  return found.filter(({ date }) => date >= from && date < until);
};
