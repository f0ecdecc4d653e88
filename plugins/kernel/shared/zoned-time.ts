/** Local time of a clinic, by `Temporal`. Zones are IANA names. */

/** ISO 8601 with the zone's offset at that instant and no zone name: `2026-03-29T09:00:00+03:00`. */
export const toOffsetString = (epochMilliseconds: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** Whether this runtime knows the zone by name. A bare offset is none: it knows no summer. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** The first instant of a local date: midnight, or the first moment after a gap that swallows it. */
export const startOfDay = (date: Temporal.PlainDate, zone: string): Temporal.Instant =>
  date.toZonedDateTime(zone).startOfDay().toInstant();
