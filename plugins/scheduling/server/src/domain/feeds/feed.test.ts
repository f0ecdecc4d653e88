import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCalendar } from '../../../../../../tests/support/calendars.ts';
import { type FeedFrame, type FeedVisit, feedSpan, feedText } from './feed.ts';

const at = (iso: string) => Date.parse(iso);
const visit = (changes: Partial<FeedVisit> = {}): FeedVisit => ({
  documentId: 'visit1',
  status: 'confirmed',
  start: at('2026-10-25T00:15:00Z'),
  end: at('2026-10-25T01:15:00Z'),
  sequence: 3,
  writtenAt: at('2026-10-01T08:00:00Z'),
  service: 'Obturație, compozit',
  practitioner: 'Dr. Ioana Ștefan',
  chair: 'Unit 2',
  location: 'Centru',
  address: 'Str. Lungă 1; ap. 2, Brașov',
  phone: '+40 268 000 000',
  patient: 'patient1',
  initials: 'A.P.',
  ...changes,
});
const frame = (changes: Partial<FeedFrame> = {}): FeedFrame => ({
  kind: 'patient',
  owner: 'Pop Ana',
  clinic: 'Zâmbet',
  visitsUrl: 'https://clinic.example/ro/visits',
  ...changes,
});

test('a patient reads the own visit in full', () => {
  const { name, events } = readCalendar(feedText(frame(), [visit()]));
  assert.equal(name, 'Zâmbet');
  assert.deepEqual(events, [
    {
      uid: 'visit1@enamel',
      sequence: 3,
      start: '2026-10-25T00:15:00.000Z',
      end: '2026-10-25T01:15:00.000Z',
      summary: 'Obturație, compozit – Zâmbet',
      status: 'CONFIRMED',
      location: 'Centru, Str. Lungă 1; ap. 2, Brașov',
      description: 'Dr. Ioana Ștefan\n+40 268 000 000',
      organizer: '',
      attendee: '',
    },
  ]);
});

test('a calendar of staff says initials and nothing else of a patient', () => {
  const own = readCalendar(
    feedText(frame({ kind: 'practitioner', owner: 'Dr. Ioana Ștefan' }), [visit()]),
  );
  assert.equal(own.name, 'Dr. Ioana Ștefan – Zâmbet');
  assert.deepEqual(
    own.events.map(({ summary, location, description }) => [summary, location, description]),
    [['Obturație, compozit · A.P.', 'Centru, Unit 2', '']],
  );
  const place = readCalendar(feedText(frame({ kind: 'location', owner: 'Centru' }), [visit()]));
  assert.equal(place.events[0]?.summary, 'Obturație, compozit · A.P. · Dr. Ioana Ștefan');
});

test('each state is one of the three that calendars know', () => {
  const { events } = readCalendar(
    feedText(
      frame(),
      (
        ['pending', 'confirmed', 'arrived', 'seated', 'completed', 'cancelled', 'no-show'] as const
      ).map((status, index) => visit({ status, documentId: `v${index}` })),
    ),
  );
  assert.deepEqual(
    events.map(({ status }) => status),
    ['TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CANCELLED'],
  );
});

test('an empty feed is a calendar too, and the same visits make the same text', () => {
  assert.deepEqual(readCalendar(feedText(frame(), [])).events, []);
  assert.equal(feedText(frame(), [visit()]), feedText(frame(), [visit()]));
});

test('a cancelled visit is told of for thirty days', () => {
  const now = at('2026-10-31T00:00:00Z');
  assert.equal(feedSpan('patient', now).cancelledSince, at('2026-10-01T00:00:00Z'));
});
