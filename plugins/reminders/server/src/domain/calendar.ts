/** A visit as the file that goes with a mail. */
import { calendarText, eventId } from '@enamel/kernel';

interface Person {
  readonly name: string;
  readonly email: string;
}

export interface CalendarVisit {
  /** Document id of the appointment: the UID stays the same through every move. */
  readonly appointment: string;
  /** Grows with each change, so that calendars take the newest. */
  readonly sequence: number;
  readonly confirmed: boolean;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly summary: string;
  readonly description: string;
  readonly place: string;
  readonly organizer: Person;
  readonly attendee: Person;
}

export interface CalendarFile {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

const statusOf = (visit: CalendarVisit, method: CalendarFile['method']) => {
  if (method === 'CANCEL') return 'CANCELLED';
  return visit.confirmed ? 'CONFIRMED' : 'TENTATIVE';
};

export const calendarFile = (
  visit: CalendarVisit,
  method: CalendarFile['method'],
  now: Temporal.Instant,
): CalendarFile => {
  const event = {
    uid: eventId(visit.appointment),
    sequence: visit.sequence,
    writtenAt: now.epochMilliseconds,
    start: visit.start.epochMilliseconds,
    end: visit.end.epochMilliseconds,
    summary: visit.summary,
    status: statusOf(visit, method),
    description: visit.description,
    location: visit.place,
    organizer: visit.organizer,
    attendee: visit.attendee,
  } as const;
  return { method, content: calendarText({ method, events: [event] }) };
};
