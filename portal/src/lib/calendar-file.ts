/** One visit as an iCalendar file (RFC 5545). Times are written in UTC: every calendar shows its own zone. */

export interface Event {
  readonly uid: string;
  readonly sequence: number;
  /** ISO 8601 */
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly url: string;
}

const stamp = (iso: string) =>
  new Date(iso)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');

const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');

/** Lines of at most 75 octets, never cut inside a character. */
const folded = (line: string): string => {
  const lines = [''];
  for (const character of line) {
    const last = lines.length - 1;
    const limit = 75 - (last === 0 ? 0 : 1);
    if (Buffer.byteLength(`${lines[last]}${character}`) > limit) lines.push(character);
    else lines[last] += character;
  }
  return lines.join('\r\n ');
};

export const calendarFile = (event: Event, writtenAt: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Enamel//Portal//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${stamp(writtenAt)}`,
    `DTSTART:${stamp(event.start)}`,
    `DTEND:${stamp(event.end)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `LOCATION:${escaped(event.location)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `URL:${event.url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
