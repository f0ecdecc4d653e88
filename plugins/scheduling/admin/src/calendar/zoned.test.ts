import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, instantOf, isDate, mondayOf, offsetText, wallOf } from './zoned.ts';

const zone = 'Europe/Bucharest';

test('a wall time is the clinic’s on both sides of a clock change', () => {
  assert.equal(wallOf('2026-03-28T07:00:00Z', zone), '2026-03-28T09:00');
  assert.equal(wallOf('2026-03-29T07:00:00Z', zone), '2026-03-29T10:00');
});

test('a wall time goes back to its instant, summer and winter', () => {
  assert.equal(instantOf('2026-11-24T09:30', zone), '2026-11-24T07:30:00.000Z');
  assert.equal(instantOf('2026-07-01T09:30', zone), '2026-07-01T06:30:00.000Z');
  assert.equal(instantOf('2026-07-01T09:30', 'Asia/Kathmandu'), '2026-07-01T03:45:00.000Z');
});

test('a time that comes twice is its first; a time that never comes is the moment after the gap', () => {
  assert.equal(instantOf('2026-10-25T03:30', zone), '2026-10-25T00:30:00.000Z');
  assert.equal(wallOf(instantOf('2026-03-29T03:30', zone), zone), '2026-03-29T04:30');
});

test('offsets are written as the calendar wants them', () => {
  assert.equal(offsetText('2026-11-24T07:30:00Z', zone), '+02:00');
  assert.equal(offsetText('2026-11-24T07:30:00Z', 'America/St_Johns'), '-03:30');
});

test('days are counted on the calendar, not on the clock', () => {
  assert.equal(addDays('2026-03-28', 1), '2026-03-29');
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(mondayOf('2026-11-22'), '2026-11-16');
  assert.equal(mondayOf('2026-11-23'), '2026-11-23');
});

test('what is not a date is no date', () => {
  assert.equal(isDate('2026-02-30T'), false);
  assert.equal(isDate('tomorrow'), false);
  assert.equal(isDate('2026-02-28'), true);
});
