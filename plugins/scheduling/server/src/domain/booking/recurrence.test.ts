import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetWriter, stretchesOf } from '../slots/local-time.ts';
import { occurrencesOf, type Recurrence, reachOf } from './recurrence.ts';

const series = (first: string, recurrence: Recurrence, zone = 'Europe/Bucharest') => {
  const start = Temporal.Instant.from(first).epochMilliseconds;
  const stretches = stretchesOf(zone, start, reachOf(start, recurrence));
  const { occurrences, skipped, complete } = occurrencesOf(start, recurrence, stretches);
  const write = offsetWriter(stretches);
  const starts = occurrences.map((occurrence) => write(occurrence.start));
  return { starts, skipped, occurrences, complete };
};

test('a weekly visit keeps its wall-clock time when the clock changes', () => {
  const { starts } = series('2026-03-22T10:00:00+02:00', { every: 'week', interval: 1, count: 3 });
  assert.deepEqual(starts, [
    '2026-03-22T10:00:00+02:00',
    '2026-03-29T10:00:00+03:00',
    '2026-04-05T10:00:00+03:00',
  ]);
});

test('a time that the clock skips moves to the end of the gap, and back on the next date', () => {
  const { starts, occurrences } = series('2026-03-28T03:30:00+02:00', {
    every: 'day',
    interval: 1,
    count: 3,
  });
  assert.deepEqual(starts, [
    '2026-03-28T03:30:00+02:00',
    '2026-03-29T04:00:00+03:00',
    '2026-03-30T03:30:00+03:00',
  ]);
  assert.equal(occurrences[1]?.date, '2026-03-29');
});

test('a time that the clock shows twice is the first; the visit it began with stays as it is', () => {
  const daily = { every: 'day', interval: 1, count: 2 } as const;
  assert.deepEqual(
    series('2026-10-24T03:30:00+03:00', daily).starts[1],
    '2026-10-25T03:30:00+03:00',
  );
  assert.deepEqual(series('2026-10-25T03:30:00+02:00', daily).starts, [
    '2026-10-25T03:30:00+02:00',
    '2026-10-26T03:30:00+02:00',
  ]);
});

test('a date that was skipped as a whole moves to the next', () => {
  const { starts } = series(
    '2011-12-29T09:00:00-10:00',
    { every: 'day', interval: 1, count: 3 },
    'Pacific/Apia',
  );
  assert.deepEqual(starts, [
    '2011-12-29T09:00:00-10:00',
    '2011-12-31T00:00:00+14:00',
    '2011-12-31T09:00:00+14:00',
  ]);
});

test('a series ends with its last date, included, or with its count', () => {
  const fortnightly = { every: 'week', interval: 2 } as const;
  const first = '2026-06-01T09:00:00+03:00';
  assert.equal(series(first, { ...fortnightly, until: '2026-06-29' }).starts.length, 3);
  assert.equal(series(first, { ...fortnightly, until: '2026-06-28' }).starts.length, 2);
  assert.equal(series(first, { ...fortnightly, until: '2026-06-29', count: 2 }).starts.length, 2);
  assert.equal(series(first, { ...fortnightly, until: '2026-05-01' }).starts.length, 1);
});

test('months without the date are skipped and do not count', () => {
  const { occurrences, skipped } = series('2026-01-31T09:00:00+02:00', {
    every: 'month',
    interval: 1,
    count: 4,
  });
  assert.deepEqual(
    occurrences.map(({ date }) => date),
    ['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31'],
  );
  assert.deepEqual(skipped, ['2026-02', '2026-04', '2026-06']);
});

test('no series has more than 52 visits or lasts longer than ten years', () => {
  const first = '2026-01-01T09:00:00+02:00';
  assert.equal(series(first, { every: 'day', interval: 1, count: 1000 }).starts.length, 52);
  const rare = series(first, { every: 'month', interval: 12, count: 52 });
  assert.equal(rare.starts.at(-1), '2036-01-01T09:00:00+02:00');
  const leap = series('2024-02-29T09:00:00+02:00', { every: 'month', interval: 12, count: 52 });
  assert.deepEqual(
    leap.occurrences.map(({ date }) => date),
    ['2024-02-29', '2028-02-29', '2032-02-29'],
  );
});

test('a series that would go on says so: no rule is cut in silence', () => {
  const first = '2026-01-01T09:00:00+02:00';
  const daily = { every: 'day', interval: 1 } as const;
  assert.equal(series(first, { ...daily, count: 52 }).complete, true);
  assert.equal(series(first, { ...daily, count: 53 }).complete, false);
  assert.equal(series(first, { ...daily, until: '2026-02-21' }).complete, true);
  assert.equal(series(first, { ...daily, until: '2026-02-22' }).complete, false);
  assert.equal(series(first, { every: 'month', interval: 12, count: 12 }).complete, false);
});
