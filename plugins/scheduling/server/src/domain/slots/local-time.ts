/**
 * Local time of a zone as stretches of constant offset, so that turning a wall-clock time into an instant is integer
 * arithmetic. Instants are epoch milliseconds; a wall-clock time is written as the epoch milliseconds it would have in UTC.
 */
export interface Stretch {
  /** First instant of the stretch. */
  readonly start: number;
  /** First instant after it. */
  readonly end: number;
  /** Local minus UTC, in milliseconds. */
  readonly offset: number;
}

export const minute = 60_000;
export const day = 86_400_000;

const remembered = new Map<string, readonly Stretch[]>();
const wellKnown = 64;

const read = (zone: string, from: number, to: number): Stretch[] => {
  const stretches: Stretch[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  while (at.epochMilliseconds < to) {
    const next = at.getTimeZoneTransition('next');
    const end = next ? next.epochMilliseconds : Number.POSITIVE_INFINITY;
    stretches.push({
      start: stretches.length === 0 ? Number.NEGATIVE_INFINITY : at.epochMilliseconds,
      end: end < to ? end : Number.POSITIVE_INFINITY,
      offset: at.offsetNanoseconds / 1e6,
    });
    if (!next || end >= to) break;
    at = next;
  }
  return stretches;
};

/**
 * The stretches that cover `[from, to)` with two days to spare on each side, by `Temporal`. Remembered by zone and
 * quarter of a year, as calendars ask for the same months again and again.
 * @throws RangeError for a zone that this runtime does not know
 */
export const stretchesOf = (zone: string, from: number, to: number): readonly Stretch[] => {
  const grain = 92 * day;
  const start = Math.floor((from - 2 * day) / grain) * grain;
  const end = Math.ceil((to + 2 * day) / grain) * grain;
  const key = `${zone} ${start} ${end}`;
  const known = remembered.get(key);
  if (known) return known;
  const stretches = read(zone, start, end);
  if (remembered.size >= wellKnown) remembered.clear();
  remembered.set(key, stretches);
  return stretches;
};

/**
 * The first instant at which the wall clock shows `local` or later. A time that the clock skips begins when the gap
 * ends; of a time that it shows twice the first counts.
 */
export const instantOf = (local: number, stretches: readonly Stretch[]): number => {
  for (const { start, end, offset } of stretches) {
    const candidate = local - offset;
    if (candidate < start) return start;
    if (candidate < end) return candidate;
  }
  throw new RangeError('The time lies outside the stretches.');
};

const stretchAt = (instant: number, stretches: readonly Stretch[]): Stretch => {
  for (const stretch of stretches) if (instant < stretch.end) return stretch;
  throw new RangeError('The instant lies outside the stretches.');
};

/** The wall-clock time at an instant. */
export const localOf = (instant: number, stretches: readonly Stretch[]): number =>
  instant + stretchAt(instant, stretches).offset;

/** The UTC epoch milliseconds of midnight on `YYYY-MM-DD`; as a wall-clock time, the start of that local date. */
export const dateOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** `YYYY-MM-DD` of a wall-clock time. */
export const dateString = (local: number): string => new Date(local).toISOString().slice(0, 10);

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Writes instants as ISO 8601 with the zone's offset: `2026-03-29T09:00:00+03:00`. Fast on runs within one day. */
export const offsetWriter = (stretches: readonly Stretch[]): ((instant: number) => string) => {
  let current = stretches[0] as Stretch;
  let suffix = '';
  let today = Number.NaN;
  let date = '';
  const enter = (stretch: Stretch) => {
    current = stretch;
    const minutes = Math.abs(Math.round(stretch.offset / minute));
    const sign = stretch.offset < 0 ? '-' : '+';
    suffix = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };
  enter(current);
  return (instant) => {
    if (instant < current.start || instant >= current.end) enter(stretchAt(instant, stretches));
    const local = instant + current.offset;
    const midnight = Math.floor(local / day) * day;
    if (midnight !== today) {
      today = midnight;
      date = dateString(midnight);
    }
    const seconds = Math.floor((local - midnight) / 1000);
    const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return `${date}T${clock}${suffix}`;
  };
};
