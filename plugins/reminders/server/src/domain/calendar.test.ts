import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCalendar } from '../../../../../tests/support/calendars.ts';
import { type CalendarVisit, calendarFile } from './calendar.ts';

const now = Temporal.Instant.from('2026-03-01T08:00:00Z');
const visit = (changes: Partial<CalendarVisit> = {}): CalendarVisit => ({
  appointment: 'k3v9w0qj5t8m2n4b6x1z7c0d',
  sequence: 2,
  confirmed: true,
  start: Temporal.Instant.from('2026-10-25T01:15:00Z'),
  end: Temporal.Instant.from('2026-10-25T02:00:00Z'),
  summary: 'Consultație; Zâmbet, Centru',
  description: 'One\ntwo',
  place: 'Str. Lungă 1, Brașov',
  organizer: { name: 'Zâmbet', email: 'no-reply@enamel.test' },
  attendee: { name: 'Ana "Ani" Pop', email: 'ana@example.test' },
  ...changes,
});
const read = (file: ReturnType<typeof calendarFile>) => {
  const { method, events } = readCalendar(file.content);
  assert.equal(method, file.method);
  return events[0];
};

test('a request carries who, what, where and the very instant, also in the hour that comes twice', () => {
  assert.deepEqual(read(calendarFile(visit(), 'REQUEST', now)), {
    uid: 'k3v9w0qj5t8m2n4b6x1z7c0d@enamel',
    sequence: 2,
    start: '2026-10-25T01:15:00.000Z',
    end: '2026-10-25T02:00:00.000Z',
    summary: 'Consultație; Zâmbet, Centru',
    status: 'CONFIRMED',
    location: 'Str. Lungă 1, Brașov',
    description: 'One\ntwo',
    organizer: 'no-reply@enamel.test',
    attendee: 'ana@example.test',
  });
});

test('a visit that the clinic has not confirmed yet is tentative', () => {
  assert.equal(
    read(calendarFile(visit({ confirmed: false }), 'REQUEST', now))?.status,
    'TENTATIVE',
  );
});

test('moved and cancelled it is the same entry, ever newer', () => {
  const booked = read(calendarFile(visit({ sequence: 0 }), 'REQUEST', now));
  const moved = read(
    calendarFile(
      visit({ sequence: 1, start: Temporal.Instant.from('2026-10-26T07:00:00Z') }),
      'REQUEST',
      now,
    ),
  );
  const gone = read(calendarFile(visit({ sequence: 2 }), 'CANCEL', now));
  assert.equal(new Set([booked?.uid, moved?.uid, gone?.uid]).size, 1);
  assert.deepEqual([booked?.sequence, moved?.sequence, gone?.sequence], [0, 1, 2]);
  assert.equal(gone?.status, 'CANCELLED');
});
