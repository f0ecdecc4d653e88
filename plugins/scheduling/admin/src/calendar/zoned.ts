/**
 * Wall-clock time of a clinic's location in a browser that may sit in any other zone. A wall time is
 * `YYYY-MM-DDTHH:mm`, a date `YYYY-MM-DD`, an instant ISO 8601 in UTC.
 */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format;
};

const minute = 60_000;
const day = 86_400_000;

export const wallOf = (instant: string | number | Date, zone: string): string =>
  formatOf(zone).format(new Date(instant)).replace(' ', 'T');

/** Minutes east of UTC at that instant. */
const offsetAt = (instant: number, zone: string): number =>
  (Date.parse(`${wallOf(instant, zone)}Z`) - Math.floor(instant / minute) * minute) / minute;

/** `+02:00` at that instant. */
export const offsetText = (instant: string | number, zone: string): string => {
  const offset = offsetAt(new Date(instant).getTime(), zone);
  const size = Math.abs(offset);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
};

/** The instant of a wall time: the first of two when the clock goes back, the moment after a gap when it leaps over it. */
export const instantOf = (wall: string, zone: string): string => {
  const asUtc = Date.parse(`${wall.slice(0, 16)}Z`);
  const [earlier, later] = [
    asUtc - offsetAt(asUtc - day, zone) * minute,
    asUtc - offsetAt(asUtc + day, zone) * minute,
  ];
  const fits = [earlier, later]
    .sort((a, b) => a - b)
    .find((instant) => wallOf(instant, zone) === wall.slice(0, 16));
  return new Date(fits ?? Math.max(earlier, later)).toISOString();
};

export const dateOf = (instant: string | number | Date, zone: string): string =>
  wallOf(instant, zone).slice(0, 10);

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);

/** The Monday of that date's week. */
export const mondayOf = (date: string): string =>
  addDays(date, -((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7));

export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));

/** How long something lasts. */
export const minutesOf = ({ start, end }: { readonly start: string; readonly end: string }) =>
  Math.round((Date.parse(end) - Date.parse(start)) / minute);
