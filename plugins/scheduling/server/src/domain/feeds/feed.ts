/** What a calendar feed says of a visit, by whose calendar it is. */
import { type CalendarEvent, calendarText, eventId } from '@enamel/kernel';
import type { FeedKind } from '../../../../shared/feeds.ts';
import { type AppointmentStatus, holdsItsTime } from '../../../../shared/statuses.ts';
import { day } from '../slots/local-time.ts';

/** A visit with all that any feed may say of it; instants in epoch milliseconds. */
export interface FeedVisit {
  readonly documentId: string;
  readonly status: AppointmentStatus;
  readonly start: number;
  readonly end: number;
  readonly sequence: number;
  readonly writtenAt: number;
  readonly service: string;
  readonly practitioner: string | null;
  readonly chair: string | null;
  readonly location: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly patient: string | null;
  /** Such as `A.P.` */
  readonly initials: string | null;
}

export interface FeedFrame {
  readonly kind: FeedKind;
  /** Whose it is, as people call it. */
  readonly owner: string;
  readonly clinic: string;
  /** The page where a patient changes visits. */
  readonly visitsUrl: string;
}

/** How far a feed reaches, in days back and ahead of now. */
const reach: Record<FeedKind, readonly [number, number]> = {
  practitioner: [30, 120],
  location: [30, 120],
  patient: [366, 732],
};

/** How long a cancelled visit is still told of, so that calendars take it out. */
const cancelledStays = 30 * day;

export const feedSpan = (kind: FeedKind, now: number) => {
  const [back, ahead] = reach[kind];
  return { start: now - back * day, end: now + ahead * day, cancelledSince: now - cancelledStays };
};

const statusOf = (status: AppointmentStatus): CalendarEvent['status'] => {
  if (!holdsItsTime(status)) return 'CANCELLED';
  return status === 'pending' ? 'TENTATIVE' : 'CONFIRMED';
};

const joined = (separator: string, ...parts: readonly (string | null)[]) =>
  parts.filter(Boolean).join(separator);

/** Patients read their own visit in full; staff feeds leave the house, so they carry initials and nothing else of a patient. */
const wordsOf = (visit: FeedVisit, { kind, clinic, visitsUrl }: FeedFrame) => {
  const { service, practitioner, location, initials } = visit;
  if (kind === 'patient')
    return {
      summary: joined(' – ', service, clinic),
      location: joined(', ', location, visit.address),
      description: joined('\n', practitioner, visit.phone),
      url: visitsUrl,
    };
  return {
    summary: joined(' · ', service, initials, kind === 'location' ? practitioner : null),
    location: joined(', ', location, visit.chair),
  };
};

/** The same visits always make the same text. */
export const feedText = (frame: FeedFrame, visits: readonly FeedVisit[]): string =>
  calendarText({
    method: 'PUBLISH',
    name: frame.kind === 'patient' ? frame.clinic : `${frame.owner} – ${frame.clinic}`,
    events: visits.map((visit) => ({
      uid: eventId(visit.documentId),
      sequence: visit.sequence,
      writtenAt: visit.writtenAt,
      start: visit.start,
      end: visit.end,
      status: statusOf(visit.status),
      ...wordsOf(visit, frame),
    })),
  });
