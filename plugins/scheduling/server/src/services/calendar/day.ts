import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { DayAnswer, DayVisit } from '../../../../shared/day.ts';
import { holdsItsTime, possibleMoves } from '../../../../shared/statuses.ts';
import { dateOf, day, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { type DayRow, dayOf } from '../../store/calendar/day.ts';

const shown = (row: DayRow, write: (instant: number) => string): DayVisit => {
  const written = (instant: number | null) => (instant === null ? null : write(instant));
  return {
    ...row,
    start: write(row.start),
    end: write(row.end),
    moves: possibleMoves(row.status),
    arrivedAt: written(row.arrivedAt),
    seatedAt: written(row.seatedAt),
    completedAt: written(row.completedAt),
  };
};

interface Wish {
  readonly location: string | null;
  readonly date: string | null;
  readonly practitioner: string | null;
}

const read = async (
  strapi: Core.Strapi,
  wish: Wish,
  action: string,
  chosen: (row: DayRow) => boolean,
): Promise<DayAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const found = await dayOf(strapi.db.connection, { ...wish, now, scope: await scopeOf(strapi) });
  if (!found) throw missing('UNKNOWN_LOCATION', 'There is no such location.');
  const { date, chairs } = found;
  const { zone, ...location } = found.location;
  const visits = found.visits.filter(chosen);
  await record(strapi, undefined, {
    action,
    subject: 'appointment',
    patients: [...new Set(visits.flatMap(({ patient }) => patient?.documentId ?? []))],
    detail: { date, location: location.documentId, count: visits.length },
  });
  const around = dateOf(date);
  const write = offsetWriter(
    stretchesOf(zone, Math.min(now, around - day), Math.max(now, around + 2 * day)),
  );
  const shownVisits = visits.map((row) => shown(row, write));
  return { date, now: write(now), location, zone, chairs, visits: shownVisits };
};

/** Who comes today, who waits, who is seated and who is done. */
export const waitingRoomOf = (strapi: Core.Strapi, location: string | null) =>
  read(
    strapi,
    { location, date: null, practitioner: null },
    'list',
    ({ status }) => status !== 'cancelled',
  );

/** A day to print: the visits that still hold their time. */
export const daySheetOf = (strapi: Core.Strapi, wish: Wish) =>
  read(strapi, wish, 'appointments.printed', ({ status }) => holdsItsTime(status));
