import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { calendarFile } from './calendar-file.ts';

const event = {
  uid: 'visit-1@enamel',
  sequence: 2,
  start: '2026-03-29T09:00:00+03:00',
  end: '2026-03-29T09:30:00+03:00',
  summary: 'Consultație; Zâmbet, Cluj',
  location: `Strada Ștefan cel Mare și Sfânt, ${'țăîâș'.repeat(20)}`,
  description: 'Two\nlines',
  url: 'https://clinic.example/ro/visits',
};

test('another program reads back what was written, across folds, commas and diacritics', () => {
  const file = calendarFile(event, '2026-01-01T00:00:00Z');
  const read = new ICAL.Event(
    new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? undefined,
  );
  assert.equal(read.uid, event.uid);
  assert.equal(read.sequence, 2);
  assert.equal(read.summary, event.summary);
  assert.equal(read.location, event.location);
  assert.equal(read.description, event.description);
  assert.equal(read.startDate.toJSDate().toISOString(), '2026-03-29T06:00:00.000Z');
});

test('no line is longer than 75 octets', () => {
  for (const line of calendarFile(event, '2026-01-01T00:00:00Z').split('\r\n'))
    assert.ok(Buffer.byteLength(line) <= 75, line);
});
