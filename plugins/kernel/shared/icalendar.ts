/**
 * Visits as iCalendar text (RFC 5545, methods of RFC 5546). Times are written in UTC: an instant needs no VTIMEZONE, has
 * one meaning also in the hour that a clock passes twice, and every calendar shows it in its owner's zone.
 */
export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

export interface CalendarEvent {
  readonly uid: string;
  /** Grows with each change, so that calendars take the newest. */
  readonly sequence: number;
  /** When this version was written. Epoch milliseconds, as all instants here. */
  readonly writtenAt: number;
  readonly start: number;
  readonly end: number;
  readonly summary: string;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly url?: string | undefined;
  readonly organizer?: CalendarPerson | undefined;
  /** Has agreed to the time already: whoever books knows it. */
  readonly attendee?: CalendarPerson | undefined;
}

export interface CalendarText {
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** What a subscriber's calendar is called. */
  readonly name?: string | undefined;
  readonly events: readonly CalendarEvent[];
}

/** The UID of an appointment, by its document id: the same in every feed, mail and file. */
export const eventId = (appointment: string): string => `${appointment}@enamel`;

const stamp = (instant: number) =>
  new Date(instant)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');

// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 has no place for them
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const escaped = (text: string) =>
  text
    .replaceAll(controls, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n');

/** Readers differ in whether they undo the escapes of a calendar's name: it goes without. */
const plain = (text: string) =>
  text
    .replaceAll(controls, '')
    .replaceAll(/[\\;,\s]+/g, ' ')
    .trim();

/** A parameter's value has no escape: what would end it is left out. */
const quoted = (text: string) =>
  `"${text
    .replaceAll(controls, '')
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll('"', "'")}"`;

const octets = new TextEncoder();

/** Lines of at most 75 octets, never cut inside a character. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let length = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > 75) {
      lines.push(current);
      current = ' ';
      length = 1;
    }
    current += character;
    length += size;
  }
  return [...lines, current].join('\r\n');
};

const linesOf = (event: CalendarEvent): string[] => {
  const { description, location, url, organizer, attendee } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${stamp(event.writtenAt)}`,
    `LAST-MODIFIED:${stamp(event.writtenAt)}`,
    `DTSTART:${stamp(event.start)}`,
    `DTEND:${stamp(event.end)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `STATUS:${event.status}`,
    ...(event.status === 'CANCELLED' ? ['TRANSP:TRANSPARENT'] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`] : []),
    ...(attendee
      ? [
          `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=${quoted(attendee.name)}:mailto:${attendee.email}`,
        ]
      : []),
    'END:VEVENT',
  ];
};

export const calendarText = ({ method, name, events }: CalendarText): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Enamel//Appointments//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(name === undefined
      ? []
      : [
          `NAME:${plain(name)}`,
          `X-WR-CALNAME:${plain(name)}`,
          'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
          'X-PUBLISHED-TTL:PT15M',
        ]),
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
