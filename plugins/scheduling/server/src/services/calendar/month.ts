import type { Core } from '@strapi/strapi';
import type { MonthAnswer } from '../../../../shared/calendar.ts';
import { dateOf, dateString, day, localOf, minute } from '../../domain/slots/local-time.ts';
import { type MonthFilter, monthRowsOf } from '../../store/calendar/month.ts';
import { type AskedDays, aroundDays, placeDays, worksOn } from '../slots/place-days.ts';

/** How full a location's days are: visits by type, and the time that is worked. Names nobody. */
export const monthOf = async (
  strapi: Core.Strapi,
  asked: AskedDays,
  filter: MonthFilter,
): Promise<MonthAnswer['data']> => {
  const around = aroundDays(strapi, asked);
  const { wide, now } = around;
  const found = await monthRowsOf(strapi.db.connection, {
    ...filter,
    location: asked.location,
    since: wide.start,
    until: wide.end,
  });
  const place = placeDays(found.location, asked, around);
  const worked = new Map<string, number>();
  for (const practitioner of found.practitioners)
    if (!filter.practitioner || practitioner.documentId === filter.practitioner)
      for (const { start, end } of worksOn(practitioner, found.timeOff, place)) {
        const date = dateString(localOf(start, place.stretches));
        worked.set(date, (worked.get(date) ?? 0) + (end - start) / minute);
      }
  return {
    from: place.from,
    days: asked.days,
    zone: place.location.zone,
    location: place.location.documentId,
    now: place.write(now),
    practitioners: found.practitioners.map(({ documentId, name }) => ({ documentId, name })),
    dates: Array.from({ length: asked.days }, (_, index) => {
      const date = dateString(dateOf(place.from) + index * day);
      const types = found.counts.filter((count) => count.date === date);
      return {
        date,
        worked: Math.round(worked.get(date) ?? 0),
        booked: types.reduce((sum, { minutes }) => sum + minutes, 0),
        visits: types.reduce((sum, { count }) => sum + count, 0),
        types: types.map(({ type, color, count }) => ({
          documentId: type,
          color: color ?? '#6B7F7C',
          count,
        })),
        holiday: place.holidays.find((holiday) => holiday.date === date)?.name ?? null,
      };
    }),
  };
};
