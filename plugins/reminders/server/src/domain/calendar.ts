/** A visit as the file that goes with a mail. */
import { type CalendarEvent, calendarText, eventId } from '@enamel/kernel';

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
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly content: string;
}

type Method = Exclude<CalendarFile['method'], 'PUBLISH'>;

const statusOf = (visit: CalendarVisit, method: Method): CalendarEvent['status'] => {
  if (method === 'CANCEL') return 'CANCELLED';
  return visit.confirmed ? 'CONFIRMED' : 'TENTATIVE';
};

const eventOf = (visit: CalendarVisit, method: Method, now: Temporal.Instant): CalendarEvent => ({
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
});

/** A request or its cancellation is about one entry (RFC 5546): several visits are published together. */
export const calendarFile = (
  visit: CalendarVisit,
  method: Method,
  now: Temporal.Instant,
  others: readonly CalendarVisit[] = [],
): CalendarFile => {
  if (others.length > 0) {
    const events = [visit, ...others].map((each) => eventOf(each, method, now));
    return { method: 'PUBLISH', content: calendarText({ method: 'PUBLISH', events }) };
  }
  const event = { ...eventOf(visit, method, now), attendee: visit.attendee };
  return { method, content: calendarText({ method, events: [event] }) };
};
