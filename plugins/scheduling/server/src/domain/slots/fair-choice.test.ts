import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '@enamel/kernel';
import { slotsForAnyone } from './fair-choice.ts';
import { minute, stretchesOf } from './local-time.ts';

const at = (written: string): number => Temporal.Instant.from(written).epochMilliseconds;
const during = (start: string, minutes: number): Interval => ({
  start: at(start),
  end: at(start) + minutes * minute,
});
const slot = (practitioner: string, start: string) => ({
  ...during(start, 30),
  practitioner,
  location: 'centre',
});
const nine = '2026-06-01T09:00:00+03:00';
const ten = '2026-06-01T10:00:00+03:00';
const slots = [slot('ana', nine), slot('ana', ten), slot('bogdan', nine), slot('carmen', ten)];

const chosen = (usual: string | null, busy: Record<string, Interval[]> = {}) =>
  slotsForAnyone(
    slots,
    new Map(Object.entries(busy)),
    usual,
    stretchesOf('Europe/Bucharest', at(nine), at(nine)),
  ).map(({ practitioner }) => practitioner);

test('each start is offered once, in order, by whoever comes first when all are as free', () => {
  assert.deepEqual(chosen(null), ['ana', 'ana']);
});

test('whoever has the least claimed time that day is chosen', () => {
  const afternoon = during('2026-06-01T15:00:00+03:00', 30);
  assert.deepEqual(chosen(null, { ana: [afternoon] }), ['bogdan', 'carmen']);
  assert.deepEqual(chosen(null, { ana: [afternoon], bogdan: [afternoon] }), ['ana', 'carmen']);
});

test("another local date's work does not count, and work past midnight counts for each date", () => {
  const night = during('2026-05-31T23:00:00+03:00', 90);
  assert.deepEqual(chosen(null, { ana: [during('2026-05-31T23:00:00+03:00', 60)] }), [
    'ana',
    'ana',
  ]);
  const short = during('2026-06-01T15:00:00+03:00', 40);
  assert.deepEqual(chosen(null, { ana: [night], bogdan: [short], carmen: [short] }), [
    'ana',
    'ana',
  ]);
});

test('the usual practitioner comes first, however busy', () => {
  const busy = { bogdan: [during('2026-06-01T15:00:00+03:00', 300)] };
  assert.deepEqual(chosen('bogdan', busy), ['bogdan', 'ana']);
  assert.deepEqual(chosen('ana', { ana: [during('2026-06-01T15:00:00+03:00', 300)] }), [
    'ana',
    'ana',
  ]);
});
