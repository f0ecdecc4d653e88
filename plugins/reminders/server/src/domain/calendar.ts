/** A visit as an iCalendar file (RFC 5545, iTIP methods of RFC 5546). */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface CalendarVisit {
  /** Document id of the appointment: the UID stays the same through every move. */
  readonly appointment: string;
  /** Grows with each change, so that calendars take the newest. */
  readonly sequence: number;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** IANA zone of the location. */
  readonly zone: string;
  readonly summary: string;
  readonly description: string;
  readonly place: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string };
}

export interface CalendarFile {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

const offset = (nanoseconds: number): string => {
  const minutes = Math.round(nanoseconds / 6e10);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${sign}${two(Math.trunc(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
};

const compact = (local: Temporal.PlainDateTime) =>
  local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

/** One stretch of time with one offset, beginning at `at`, which is the transition or any instant when there is none. */
const observance = (at: Temporal.ZonedDateTime): string[] => {
  const before = at.subtract({ nanoseconds: 1 });
  const year = at.toPlainDate().year;
  const winter = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(at.timeZoneId);
  const summer = Temporal.PlainDate.from({ year, month: 7, day: 1 }).toZonedDateTime(at.timeZoneId);
  const standard = Math.min(winter.offsetNanoseconds, summer.offsetNanoseconds);
  const name = at.offsetNanoseconds > standard ? 'DAYLIGHT' : 'STANDARD';
  // A transition's DTSTART is told in the local time that was in force before it.
  const onset = at.toPlainDateTime().add({
    nanoseconds: before.offsetNanoseconds - at.offsetNanoseconds,
  });
  return [
    `BEGIN:${name}`,
    `DTSTART:${compact(onset)}`,
    `TZOFFSETFROM:${offset(before.offsetNanoseconds)}`,
    `TZOFFSETTO:${offset(at.offsetNanoseconds)}`,
    `END:${name}`,
  ];
};

/** The VTIMEZONE that holds from the last change of the clock before `start` to the second one after it. */
export const zoneDefinition = (zone: string, start: Temporal.Instant): string => {
  const at = start.toZonedDateTimeISO(zone);
  const current = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const next = at.getTimeZoneTransition('next');
  const changes = [current ?? at.withPlainTime('00:00'), ...(next ? [next] : [])];
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...changes.flatMap(observance), 'END:VTIMEZONE'].join(
    '\r\n',
  );
};

/** The wall clock of the zone, read as if it were the machine's: ical-generator writes the machine's. */
const wallClock = (instant: Temporal.Instant, zone: string): string =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });

export const calendarFile = (
  visit: CalendarVisit,
  method: CalendarFile['method'],
  now: Temporal.Instant,
): CalendarFile => {
  const calendar = ical({
    prodId: { company: 'Enamel', product: 'Appointments', language: 'EN' },
    method: ICalCalendarMethod[method],
    timezone: { name: visit.zone, generator: (zone) => zoneDefinition(zone, visit.start) },
  });
  calendar.createEvent({
    id: `${visit.appointment}@enamel`,
    sequence: visit.sequence,
    start: wallClock(visit.start, visit.zone),
    end: wallClock(visit.end, visit.zone),
    timezone: visit.zone,
    stamp: new Date(now.epochMilliseconds),
    summary: visit.summary,
    description: visit.description,
    location: visit.place,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: visit.organizer,
    attendees: [{ ...visit.attendee, rsvp: false }],
  });
  return { method, content: calendar.toString() };
};
