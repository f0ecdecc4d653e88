import { conflict } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import {
  type HoursEntry,
  house,
  type TimeOffEntry,
  type Timetable,
} from '../../../../shared/hours.ts';
import { instantOfWall } from '../../domain/hours/timetable.ts';
import type { HoursRow } from '../../store/hours/hours.ts';
import { iso } from '../booking/news.ts';
import { zonesOf } from './hours.ts';

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const hoursUid = 'api::working-hours.working-hours';
const offUid = 'api::time-off.time-off';

type Data = Record<string, unknown>;

const hoursData = (entry: HoursEntry, practitioner: string): Data => ({
  practitioner,
  location: entry.location,
  dayOfWeek: weekdays[entry.weekday - 1],
  startTime: `${entry.from}:00.000`,
  endTime: `${entry.to}:00.000`,
  isAvailable: entry.available,
  validFrom: entry.validFrom,
  validUntil: entry.validUntil,
  weeks: entry.weeks,
  instead: entry.instead,
});

interface Row {
  readonly documentId: string;
  readonly data: Data;
}

/** Adds, changes and removes what differs, by the Document Service: the trail hears of each. */
const sync = async (
  strapi: Core.Strapi,
  uid: typeof hoursUid | typeof offUid,
  before: readonly Row[],
  after: readonly { readonly documentId?: string | undefined; readonly data: Data }[],
): Promise<void> => {
  const documents = strapi.documents(uid);
  const left = new Map(before.map((row) => [row.documentId, row.data]));
  for (const { documentId, data } of after) {
    if (!documentId) {
      await documents.create({ data: data as never });
      continue;
    }
    const old = left.get(documentId);
    if (!old)
      throw conflict('HOURS_CHANGED', 'An entry that was to be changed is not there any more.');
    left.delete(documentId);
    if (JSON.stringify(old) !== JSON.stringify(data))
      await documents.update({ documentId, data: data as never });
  }
  for (const documentId of left.keys()) await documents.delete({ documentId });
};

/** Makes what is stored the same as what is wanted. */
export const writeTimetable = async (
  strapi: Core.Strapi,
  row: HoursRow,
  whose: string,
  { entries, timeOff }: Timetable,
): Promise<void> => {
  const { zoneOf } = zonesOf(row, whose);
  const practitioner = whose === house ? null : whose;
  const offData = (
    off: Omit<TimeOffEntry, 'from' | 'until'>,
    start: number,
    end: number,
  ): Data => ({
    practitioner,
    kind: off.kind,
    startsAt: iso(start),
    endsAt: iso(end),
    reason: off.reason,
    location: off.location,
    chair: off.chair,
    equipment: off.equipment,
  });
  if (practitioner)
    await sync(
      strapi,
      hoursUid,
      row.entries.map((entry) => ({
        documentId: entry.documentId,
        data: hoursData(entry, practitioner),
      })),
      entries.map((entry) => ({
        documentId: entry.documentId,
        data: hoursData(entry, practitioner),
      })),
    );
  await sync(
    strapi,
    offUid,
    row.timeOff.map((off) => ({
      documentId: off.documentId,
      data: offData(off, off.start, off.end),
    })),
    timeOff.map((off) => ({
      documentId: off.documentId,
      data: offData(
        off,
        instantOfWall(off.from, zoneOf(off)),
        instantOfWall(off.until, zoneOf(off)),
      ),
    })),
  );
};
