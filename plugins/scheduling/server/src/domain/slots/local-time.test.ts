import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateOf, instantOf, minute, offsetWriter, stretchesOf } from './local-time.ts';

const at = (written: string): number => Temporal.Instant.from(written).epochMilliseconds;

const cases = [
  ['Europe/Bucharest', '2026-03-29', '02:59', '2026-03-29T00:59:00Z', 'an ordinary minute'],
  [
    'Europe/Bucharest',
    '2026-03-29',
    '03:30',
    '2026-03-29T01:00:00Z',
    'a skipped one: when the gap ends',
  ],
  ['Europe/Bucharest', '2026-03-29', '04:00', '2026-03-29T01:00:00Z', 'the first after the gap'],
  ['Europe/Bucharest', '2026-10-25', '03:30', '2026-10-25T00:30:00Z', 'one shown twice: the first'],
  [
    'Europe/Bucharest',
    '2026-10-25',
    '04:00',
    '2026-10-25T02:00:00Z',
    'the first after the hour shown twice',
  ],
  ['Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00Z', 'midnight swallowed in Cairo'],
  [
    'America/Santiago',
    '2026-09-06',
    '00:00',
    '2026-09-06T04:00:00Z',
    'midnight swallowed in Santiago',
  ],
  [
    'Australia/Lord_Howe',
    '2026-10-04',
    '02:15',
    '2026-10-03T15:30:00Z',
    'the half-hour gap of Lord Howe',
  ],
  ['Pacific/Apia', '2011-12-30', '09:00', '2011-12-30T10:00:00Z', 'a date that Samoa skipped'],
] as const;

for (const [zone, date, clock, expected, what] of cases)
  test(`${zone} ${date} ${clock}: ${what}`, () => {
    const midnight = dateOf(date);
    const [hours, minutes] = clock.split(':').map(Number) as [number, number];
    const stretches = stretchesOf(zone, midnight, midnight);
    assert.equal(
      new Date(instantOf(midnight + (hours * 60 + minutes) * minute, stretches)).toISOString(),
      new Date(at(expected)).toISOString(),
    );
  });

const zones = [
  'Europe/Bucharest',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Santiago',
  'Asia/Beirut',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
  'UTC',
];
const anyMinute = fc.integer({
  min: at('2020-01-01T00:00:00Z') / minute,
  max: at('2040-01-01T00:00:00Z') / minute,
});

test('instants are written as Temporal writes them, in every zone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anyMinute, (zone, minutes) => {
      const instant = minutes * minute;
      const expected = Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO(zone)
        .toString({ timeZoneName: 'never', smallestUnit: 'second' });
      assert.equal(offsetWriter(stretchesOf(zone, instant, instant))(instant), expected);
    }),
    { numRuns: 5_000, verbose: true },
  );
});

test('a wall-clock time becomes the first instant that shows it or later', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anyMinute, (zone, minutes) => {
      const local = minutes * minute;
      const plain = Temporal.Instant.fromEpochMilliseconds(local)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime();
      const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
      const skipped = !earlier.toPlainDateTime().equals(plain);
      const expected = skipped
        ? earlier.getTimeZoneTransition('next')?.epochMilliseconds
        : earlier.epochMilliseconds;
      assert.equal(instantOf(local, stretchesOf(zone, local, local)), expected);
    }),
    { numRuns: 5_000, verbose: true },
  );
});
