import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateFromParts, dayName, duration, longDay, timeOfDay, today } from './dates.ts';

test('a visit is told in the zone of its location, whatever the server’s', () => {
  const winter = '2026-11-24T07:00:00Z';
  assert.equal(longDay(winter, 'en', 'Europe/Bucharest'), 'Tuesday 24 November');
  assert.equal(longDay(winter, 'ro', 'Europe/Bucharest'), 'marți, 24 noiembrie');
  assert.equal(timeOfDay(winter, 'ro', 'Europe/Bucharest'), '09:00');
  assert.equal(timeOfDay('2026-07-01T21:30:00Z', 'en', 'Europe/Bucharest'), '00:30');
});

test('a calendar day has no zone', () => {
  assert.equal(dayName('2026-03-29', 'en'), 'Sunday 29 March');
});

test('three fields make a date only when the calendar has that day', () => {
  assert.equal(dateFromParts('9', '2', '1990'), '1990-02-09');
  assert.equal(dateFromParts('29', '02', '2024'), '2024-02-29');
  for (const [day, month, year] of [
    ['29', '2', '2023'],
    ['31', '4', '2000'],
    ['', '2', '2000'],
    ['1', '2', '99'],
    ['1x', '2', '1999'],
  ] as const)
    assert.equal(dateFromParts(day, month, year), undefined, `${day}/${month}/${year}`);
});

test('durations and today', () => {
  assert.deepEqual([30, 60, 90].map(duration), ['30 min', '1 h', '1 h 30 min']);
  const lateEvening = Temporal.Instant.from('2026-11-24T22:30:00Z');
  assert.equal(today(lateEvening, 'Europe/Bucharest'), '2026-11-25');
});
