import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isZone, startOfDay, toOffsetString } from './zoned-time.ts';

const at = (iso: string) => Date.parse(iso);
const dayOf = (date: string, zone: string) =>
  startOfDay(Temporal.PlainDate.from(date), zone).toString();

test('the offset is the one of that instant', () => {
  const zone = 'Europe/Bucharest';
  // In Romania clocks go from 03:00 to 04:00 on 29 March 2026 and from 04:00 back to 03:00 on 25 October 2026.
  assert.equal(toOffsetString(at('2026-03-29T00:59:59Z'), zone), '2026-03-29T02:59:59+02:00');
  assert.equal(toOffsetString(at('2026-03-29T01:00:00Z'), zone), '2026-03-29T04:00:00+03:00');
  assert.equal(toOffsetString(at('2026-10-25T00:30:00Z'), zone), '2026-10-25T03:30:00+03:00');
  assert.equal(toOffsetString(at('2026-10-25T01:30:00Z'), zone), '2026-10-25T03:30:00+02:00');
});

test('a day begins at its first instant, whatever the clocks do', () => {
  assert.equal(dayOf('2026-03-29', 'Europe/Bucharest'), '2026-03-28T22:00:00Z');
  assert.equal(dayOf('2026-03-30', 'Europe/Bucharest'), '2026-03-29T21:00:00Z');
  assert.equal(dayOf('2026-10-26', 'Europe/Bucharest'), '2026-10-25T22:00:00Z');
  // In Santiago the hour after midnight of 6 September 2026 does not exist: the day begins at 01:00.
  assert.equal(dayOf('2026-09-06', 'America/Santiago'), '2026-09-06T04:00:00Z');
  // Lord Howe moves by half an hour.
  assert.equal(
    toOffsetString(at('2026-10-03T15:30:00Z'), 'Australia/Lord_Howe'),
    '2026-10-04T02:30:00+11:00',
  );
});

test('zones are known or refused', () => {
  assert.ok(isZone('Europe/Bucharest'));
  assert.ok(!isZone('Europe/Nowhere'));
  assert.ok(!isZone(''));
});
