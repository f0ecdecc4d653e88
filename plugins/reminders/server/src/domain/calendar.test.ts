import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarVisit, calendarFile } from './calendar.ts';

const now = Temporal.Instant.from('2026-03-01T08:00:00Z');
const visit = (changes: Partial<CalendarVisit> = {}): CalendarVisit => ({
  appointment: 'k3v9w0qj5t8m2n4b6x1z7c0d',
  sequence: 2,
  start: Temporal.Instant.from('2026-03-30T06:00:00Z'),
  end: Temporal.Instant.from('2026-03-30T06:45:00Z'),
  zone: 'Europe/Bucharest',
  summary: 'Consultație; Zâmbet, Centru',
  description: 'One\ntwo',
  place: 'Str. Lungă 1, Brașov',
  organizer: { name: 'Zâmbet', email: 'no-reply@enamel.test' },
  attendee: { name: 'Ana "Ani" Pop', email: 'ana@example.test' },
  ...changes,
});

const read = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const made = new ICAL.Timezone(zone);
    ICAL.TimezoneService.register(made);
  }
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
  return { calendar, event };
};

test('a request carries who, what, where and the local time of the location', () => {
  const { calendar, event } = read(calendarFile(visit(), 'REQUEST', now).content);
  assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST');
  assert.equal(event.uid, 'k3v9w0qj5t8m2n4b6x1z7c0d@enamel');
  assert.equal(event.sequence, 2);
  assert.equal(event.summary, 'Consultație; Zâmbet, Centru');
  assert.equal(event.startDate.toString(), '2026-03-30T09:00:00');
  assert.equal(event.startDate.zone?.tzid, 'Europe/Bucharest');
  assert.equal(event.startDate.toJSDate().toISOString(), '2026-03-30T06:00:00.000Z');
  assert.equal(event.endDate.toJSDate().toISOString(), '2026-03-30T06:45:00.000Z');
  assert.match(event.organizer, /no-reply@enamel\.test/i);
});

test('a cancellation has the same UID and says so', () => {
  const file = calendarFile(visit({ sequence: 3 }), 'CANCEL', now);
  const { calendar, event } = read(file.content);
  assert.equal(calendar.getFirstPropertyValue('method'), 'CANCEL');
  assert.equal(event.uid, 'k3v9w0qj5t8m2n4b6x1z7c0d@enamel');
  assert.equal(event.component.getFirstPropertyValue('status'), 'CANCELLED');
  assert.equal(event.sequence, 3);
});

test('lines are at most 75 octets and end in CRLF', () => {
  const { content } = calendarFile(visit({ description: 'ș'.repeat(300) }), 'REQUEST', now);
  for (const line of content.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.doesNotMatch(content.replaceAll('\r\n', ''), /[\r\n]/);
});

test('the instant survives any zone, also at the changes of the clock', () => {
  const zones = [
    'Europe/Bucharest',
    'Europe/Dublin',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'UTC',
  ];
  const around = [
    '2026-03-29T00:30:00Z',
    '2026-03-29T01:00:00Z',
    '2026-10-25T00:15:00Z',
    '2026-10-25T01:00:00Z',
    '2026-10-25T01:15:00Z',
  ].map((text) => Temporal.Instant.from(text).epochMilliseconds);
  const instant = fc.oneof(
    fc.constantFrom(...around),
    fc.integer({ min: 25_560_000, max: 30_000_000 }).map((minutes) => minutes * 60_000),
  );
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
      const start = Temporal.Instant.fromEpochMilliseconds(at);
      const zoned = start.toZonedDateTimeISO(zone);
      // An hour that the clock passes twice has one name for two instants, and readers differ on which is meant.
      const named = (disambiguation: 'earlier' | 'later') =>
        zoned.toPlainDateTime().toZonedDateTime(zone, { disambiguation });
      fc.pre(named('earlier').equals(named('later')));
      const { event } = read(
        calendarFile(visit({ zone, start, end: start.add({ minutes: 30 }) }), 'REQUEST', now)
          .content,
      );
      assert.equal(event.startDate.toJSDate().getTime(), at, `${zone} ${zoned}`);
    }),
    { numRuns: 300 },
  );
});
