import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { conflict } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  type HoursCheckAnswer,
  house,
  type StrandedVisit,
  type Timetable,
} from '../../../../shared/hours.ts';
import { blockedBy, strandedBy } from '../../domain/hours/stranded.ts';
import { checkTimetable, instantOfWall, weeklyHours } from '../../domain/hours/timetable.ts';
import { day, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { lockPlaces } from '../../store/booking/claims.ts';
import {
  type FutureVisit,
  futureVisits,
  type HoursRow,
  locationIds,
} from '../../store/hours/hours.ts';
import type { Runner } from '../../store/runner.ts';
import { decide } from '../booking/place.ts';
import { holidaysAt } from '../slots/holidays.ts';
import { readHours, versionOf, zonesOf } from './hours.ts';
import { writeTimetable } from './write-hours.ts';

const year = 366;

const checked = (row: HoursRow, wanted: Timetable): void => {
  const ids = (list: readonly { readonly documentId: string }[]) =>
    new Set(list.map(({ documentId }) => documentId));
  checkTimetable(wanted, {
    locations: ids(row.places),
    chairs: ids(row.places.flatMap(({ chairs }) => chairs)),
    equipment: ids(row.places.flatMap(({ equipment }) => equipment)),
  });
};

/** The dry run: the visits to come that the engine's hours hold now and would not hold after the change. */
const strandedIn = (
  row: HoursRow,
  whose: string,
  wanted: Timetable,
  visits: readonly FutureVisit[],
  now: number,
): FutureVisit[] => {
  const { zoneOf } = zonesOf(row, whose);
  const then = wanted.timeOff.map((off) => ({
    ...off,
    start: instantOfWall(off.from, zoneOf(off)),
    end: instantOfWall(off.until, zoneOf(off)),
  }));
  if (whose === house) return blockedBy(visits, row.timeOff, then);
  const last = Math.max(now, ...visits.map(({ end }) => end));
  const days = Math.ceil((last - now) / day) + year;
  return strandedBy(
    visits,
    { hours: row.entries.map(weeklyHours), off: row.timeOff },
    { hours: wanted.entries.map(weeklyHours), off: then },
    (location) => {
      const place = row.places.find(({ documentId }) => documentId === location);
      const zone = place?.zone ?? row.zone;
      return {
        stretches: stretchesOf(zone, now - 2 * day, last + 2 * day),
        holidays: place?.observesHolidays
          ? holidaysAt(place.country, new Date(now - day).toISOString().slice(0, 10), days).map(
              ({ date }) => date,
            )
          : [],
      };
    },
  );
};

const shown = ({
  chair: _c,
  equipment: _e,
  patientId: _p,
  ...visit
}: FutureVisit): StrandedVisit => {
  const write = offsetWriter(stretchesOf(visit.zone, visit.start, visit.end));
  return { ...visit, start: write(visit.start), end: write(visit.end) };
};

const dryRun = async (
  strapi: Core.Strapi,
  on: Runner,
  whose: string,
  wanted: Timetable,
  now: number,
): Promise<{ readonly row: HoursRow; readonly stranded: readonly FutureVisit[] }> => {
  const row = await readHours(on, whose, now);
  checked(row, wanted);
  const visits = await futureVisits(on, whose, now, await scopeOf(strapi));
  return { row, stranded: strandedIn(row, whose, wanted, visits, now) };
};

const tell = (
  strapi: Core.Strapi,
  trx: Transaction | undefined,
  action: string,
  whose: string,
  stranded: readonly FutureVisit[],
) =>
  record(strapi, trx, {
    action,
    subject: whose === house ? 'house' : 'practitioner',
    subjectId: whose === house ? null : whose,
    patients: [...new Set(stranded.flatMap(({ patientId }) => patientId ?? []))],
    detail: { stranded: stranded.length },
  });

/** What a change would strand, without making it. */
export const strandedByChange = async (
  strapi: Core.Strapi,
  whose: string,
  wanted: Timetable,
): Promise<HoursCheckAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const { stranded } = await dryRun(strapi, strapi.db.connection, whose, wanted, now);
  await tell(strapi, undefined, 'hours.checked', whose, stranded);
  return { stranded: stranded.map(shown) };
};

/** What bookings lock too: the person, or for the house every place, so that no visit slips in unlisted. */
const locksOf = async (on: Runner, whose: string): Promise<string[]> =>
  whose === house
    ? ['house', ...(await locationIds(on)).map((id) => `place:${id}`)]
    : [`practitioner:${whose}`];

/**
 * Writes hours and time off in one transaction, under the locks that bookings with this person, or in the house, take.
 * @throws ClinicError HOURS_CHANGED when somebody else has changed them since `version`; VISITS_STRANDED with the visits
 *   when one would be stranded that is not among `accepted`
 */
export const changeHours = async (
  strapi: Core.Strapi,
  whose: string,
  wanted: Timetable,
  { version, accepted }: { readonly version: string; readonly accepted: readonly string[] },
): Promise<void> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  await decide(strapi, async (trx) => {
    await lockPlaces(trx, [], now, await locksOf(trx, whose));
    const { row, stranded } = await dryRun(strapi, trx, whose, wanted, now);
    if (versionOf(row) !== version)
      throw conflict(
        'HOURS_CHANGED',
        'Somebody else has changed these hours meanwhile. Please look at them again.',
      );
    if (stranded.some(({ documentId }) => !accepted.includes(documentId)))
      throw conflict('VISITS_STRANDED', 'Visits would lie outside the new hours.', {
        details: { stranded: stranded.map(shown) },
      });
    await writeTimetable(strapi, row, whose, wanted);
    await tell(strapi, trx, 'hours.changed', whose, stranded);
  });
};
