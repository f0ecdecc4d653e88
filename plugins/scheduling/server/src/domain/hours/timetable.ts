import { invalid } from '@enamel/kernel';
import type { HoursEntry, Timetable } from '../../../../shared/hours.ts';
import type { WeeklyHours } from '../slots/opening.ts';

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** An entry as the engine reads it. */
export const weeklyHours = (entry: HoursEntry): WeeklyHours & { readonly location: string } => ({
  location: entry.location,
  weekday: entry.weekday,
  from: minutesOf(entry.from),
  to: minutesOf(entry.to),
  available: entry.available,
  validFrom: entry.validFrom,
  validUntil: entry.validUntil,
  weeks: entry.weeks,
  instead: entry.instead,
});

/** Epoch milliseconds of a wall time `YYYY-MM-DDTHH:mm`; one that the clock skips counts from after the gap. */
export const instantOfWall = (wall: string, zone: string): number =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;

export const wallOfInstant = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

interface Known {
  readonly locations: ReadonlySet<string>;
  readonly chairs: ReadonlySet<string>;
  readonly equipment: ReadonlySet<string>;
}

/**
 * Refuses a timetable that contradicts itself or names what does not exist.
 * @throws ClinicError VALIDATION_FAILED with each field
 */
export const checkTimetable = ({ entries, timeOff }: Timetable, known: Known): void => {
  const fields: { field: string; message: string }[] = [];
  const wrong = (field: string, message: string) => fields.push({ field, message });
  entries.forEach((entry, n) => {
    const { from, to, location, validFrom, validUntil } = entry;
    if (from === to && from !== '00:00') wrong(`entries.${n}.to`, 'must differ from the beginning');
    if (!known.locations.has(location)) wrong(`entries.${n}.location`, 'is not known');
    if (validFrom && validUntil && validFrom > validUntil)
      wrong(`entries.${n}.validUntil`, 'must not lie before the first day');
  });
  timeOff.forEach((off, n) => {
    if (off.until <= off.from) wrong(`timeOff.${n}.until`, 'must lie after the beginning');
    if (off.location && !known.locations.has(off.location))
      wrong(`timeOff.${n}.location`, 'is not known');
    if (off.chair && !known.chairs.has(off.chair)) wrong(`timeOff.${n}.chair`, 'is not known');
    if (off.equipment && !known.equipment.has(off.equipment))
      wrong(`timeOff.${n}.equipment`, 'is not known');
  });
  const [first] = fields;
  if (first) throw invalid('VALIDATION_FAILED', `${first.field}: ${first.message}`, { fields });
};
