/** What the wall clock of a zone shows, minute by minute, as Temporal tells it. */
export interface Timeline {
  readonly zone: string;
  /** Epoch milliseconds of the first minute. */
  readonly begin: number;
  readonly length: number;
  /**
   * The latest wall-clock time that the clock has shown by each minute, in minutes since 2000: what is said to happen at
   * 03:30 happens when the clock gets there or past it, and not once more after it was set back.
   */
  readonly furthest: Int32Array;
}

export const minute = 60_000;
const origin = Temporal.PlainDate.from('2000-01-01');

/** Minutes since 2000 of a local date's midnight. */
export const midnightOf = (date: Temporal.PlainDate): number =>
  origin.until(date, { largestUnit: 'day' }).days * 1440;

/** Six days around a local date. */
export const timelineOf = (zone: string, centre: Temporal.PlainDate): Timeline => {
  const begin = centre.subtract({ days: 3 }).toZonedDateTime(zone).epochMilliseconds;
  const length = 6 * 1440;
  const furthest = new Int32Array(length);
  let shownDate = origin;
  let midnight = 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const instant = Temporal.Instant.fromEpochMilliseconds(begin + i * minute);
    const shown = instant.toZonedDateTimeISO(zone).toPlainDateTime();
    if (shown.day !== shownDate.day) {
      shownDate = shown.toPlainDate();
      midnight = midnightOf(shownDate);
    }
    latest = Math.max(latest, midnight + shown.hour * 60 + shown.minute);
    furthest[i] = latest;
  }
  return { zone, begin, length, furthest };
};
