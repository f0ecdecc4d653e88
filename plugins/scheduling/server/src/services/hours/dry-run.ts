import { createHash } from 'node:crypto';
import { worksEverywhere } from '@enamel/access';
import {
  type HoursEntry,
  house,
  type StrandedVisit,
  type Timetable,
} from '../../../../shared/hours.ts';
import { blockedBy, strandedBy } from '../../domain/hours/stranded.ts';
import { checkTimetable, instantOfWall, weeklyHours } from '../../domain/hours/timetable.ts';
import { day, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import {
  type FutureVisit,
  futureVisits,
  type HoursRow,
  type TimeOffRow,
} from '../../store/hours/hours.ts';
import type { Runner } from '../../store/runner.ts';
import { holidaysAt } from '../slots/holidays.ts';
import { type Editor, readHours, shownOff, zonesOf } from './hours.ts';
import { besidesFixed, type Part } from './part.ts';

const year = 366;

const checked = ({ places }: Part, wanted: Timetable): void => {
  const ids = (list: readonly { readonly documentId: string }[]) =>
    new Set(list.map(({ documentId }) => documentId));
  checkTimetable(wanted, {
    locations: ids(places),
    chairs: ids(places.flatMap(({ chairs }) => chairs)),
    equipment: ids(places.flatMap(({ equipment }) => equipment)),
  });
};

interface After {
  readonly entries: readonly HoursEntry[];
  readonly timeOff: readonly Omit<TimeOffRow, 'documentId'>[];
}

/** What will hold: what is wanted, and what is not the editor's to change. */
const afterwards = (row: HoursRow, own: HoursRow, whose: string, wanted: Timetable): After => {
  const { zoneOf } = zonesOf(row, whose);
  return {
    entries: [...row.entries.filter((entry) => !own.entries.includes(entry)), ...wanted.entries],
    timeOff: [
      ...row.timeOff.filter((off) => !own.timeOff.includes(off)),
      ...wanted.timeOff.map((off) => ({
        ...off,
        start: instantOfWall(off.from, zoneOf(off)),
        end: instantOfWall(off.until, zoneOf(off)),
      })),
    ],
  };
};

/** The dry run: the visits to come that the engine's hours hold now and would not hold after the change. */
const strandedIn = (
  row: HoursRow,
  whose: string,
  after: After,
  visits: readonly FutureVisit[],
  now: number,
): FutureVisit[] => {
  if (whose === house) return blockedBy(visits, row.timeOff, after.timeOff);
  const last = Math.max(now, ...visits.map(({ end }) => end));
  const days = Math.ceil((last - now) / day) + year;
  return strandedBy(
    visits,
    { hours: row.entries.map(weeklyHours), off: row.timeOff },
    { hours: after.entries.map(weeklyHours), off: after.timeOff },
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

/** Ids out of scope mean nothing in what a caller sends: such a visit is accepted by a name of its own. */
export const nameOf = ({ documentId, known }: Pick<FutureVisit, 'documentId' | 'known'>): string =>
  known
    ? documentId
    : `elsewhere-${createHash('sha256').update(documentId).digest('hex').slice(0, 32)}`;

export const shown = ({
  chair: _c,
  equipment: _e,
  patientId: _p,
  ...visit
}: FutureVisit): StrandedVisit => {
  const write = offsetWriter(stretchesOf(visit.zone, visit.start, visit.end));
  return {
    ...visit,
    documentId: nameOf(visit),
    type: visit.known ? visit.type : null,
    start: write(visit.start),
    end: write(visit.end),
  };
};

/** @throws ClinicError what `readHours`, `checkTimetable` and `besidesFixed` throw */
export const dryRun = async (
  on: Runner,
  editor: Editor,
  whose: string,
  asked: Timetable,
  now: number,
) => {
  const { row, part } = await readHours(on, editor, whose, now);
  checked(part, asked);
  const { zoneOf } = zonesOf(row, whose);
  const { entries, fixed } = part;
  const own = { ...row, entries, timeOff: part.timeOff.filter((off) => !fixed.includes(off)) };
  const wanted =
    whose === house && !worksEverywhere(editor.scope)
      ? {
          ...asked,
          timeOff: besidesFixed(
            asked.timeOff,
            fixed.map((off) => shownOff(off, zoneOf(off))),
          ),
        }
      : asked;
  const visits = await futureVisits(on, whose, now, editor.scope);
  const after = afterwards(row, own, whose, wanted);
  return { part, own, wanted, stranded: strandedIn(row, whose, after, visits, now) };
};
