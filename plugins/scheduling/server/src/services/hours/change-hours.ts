import { record } from '@enamel/audit';
import { conflict } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type HoursCheckAnswer, house, type Timetable } from '../../../../shared/hours.ts';
import { lockPlaces } from '../../store/booking/claims.ts';
import { type FutureVisit, locationIds } from '../../store/hours/hours.ts';
import type { Runner } from '../../store/runner.ts';
import { decide } from '../booking/place.ts';
import { dryRun, nameOf, shown } from './dry-run.ts';
import { type Editor, versionOf } from './hours.ts';
import { writeTimetable } from './write-hours.ts';

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
    patients: [...new Set(stranded.flatMap(({ known, patientId }) => (known && patientId) || []))],
    detail: { stranded: stranded.length },
  });

/** What a change would strand, without making it. */
export const strandedByChange = async (
  strapi: Core.Strapi,
  editor: Editor,
  whose: string,
  wanted: Timetable,
): Promise<HoursCheckAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const { stranded } = await dryRun(strapi.db.connection, editor, whose, wanted, now);
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
  editor: Editor,
  whose: string,
  asked: Timetable,
  { version, accepted }: { readonly version: string; readonly accepted: readonly string[] },
): Promise<void> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  await decide(strapi, async (trx) => {
    await lockPlaces(trx, [], now, await locksOf(trx, whose));
    const { part, own, wanted, stranded } = await dryRun(trx, editor, whose, asked, now);
    if (versionOf(part) !== version)
      throw conflict(
        'HOURS_CHANGED',
        'Somebody else has changed these hours meanwhile. Please look at them again.',
      );
    if (stranded.some((visit) => !accepted.includes(nameOf(visit))))
      throw conflict('VISITS_STRANDED', 'Visits would lie outside the new hours.', {
        details: { stranded: stranded.map(shown) },
      });
    await writeTimetable(strapi, own, whose, wanted);
    await tell(strapi, trx, 'hours.changed', whose, stranded);
  });
};
