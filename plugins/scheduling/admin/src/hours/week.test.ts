import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoursEntry } from '../../../shared/hours.ts';
import { entriesOf, isOneDay, plansOf, spansOf, summaryOf, typedSpans, weekdayOf } from './week.ts';

const entry = (weekday: number, from: string, to: string, more: Partial<HoursEntry> = {}) => ({
  documentId: `${weekday} ${from}`,
  location: 'north',
  weekday,
  from,
  to,
  available: true,
  validFrom: null,
  validUntil: null,
  weeks: 'every' as const,
  instead: false,
  ...more,
});

test('hours are understood as people type them', () => {
  const read = (typed: string) => typedSpans(spansOf(typed) ?? [{ from: '?', to: '?' }]);
  assert.equal(read('9-17'), '09:00–17:00');
  assert.equal(read('9 – 13, 14:30-18'), '09:00–13:00, 14:30–18:00');
  assert.equal(read('830-12 13.15-1700'), '08:30–12:00, 13:15–17:00');
  assert.equal(read('14-18 9-13'), '09:00–13:00, 14:00–18:00');
  assert.equal(read('22-6'), '22:00–06:00');
  assert.equal(read('0-24'), '00:00–24:00');
  assert.equal(read(''), '');
  for (const wrong of ['9', '9-', 'nine-five', '9-25', '9-9', '9-12-15', '9:60-12'])
    assert.equal(spansOf(wrong), undefined, wrong);
});

test('entries become weeks and the same entries again', () => {
  const entries = [
    entry(1, '09:00', '13:00'),
    entry(1, '14:00', '18:00'),
    entry(3, '09:00', '13:00', { weeks: 'odd' }),
    entry(4, '10:00', '12:00', {
      instead: true,
      validFrom: '2027-05-06',
      validUntil: '2027-05-06',
    }),
  ];
  const plans = plansOf(entries);
  assert.deepEqual(
    plans.map(({ days, weeks }) => [weeks, days.filter(Boolean)]),
    [
      ['every', ['09:00–13:00, 14:00–18:00']],
      ['odd', ['09:00–13:00']],
      ['every', ['10:00–12:00']],
    ],
  );
  assert.deepEqual(plans.map(isOneDay), [false, false, true]);
  assert.deepEqual(
    entriesOf(plans, entries).toSorted((a, b) => a.weekday - b.weekday),
    entries,
  );
  const [first] = plans;
  assert.ok(first);
  const longer = entriesOf([{ ...first, days: ['9-13 14-19', '', '', '', '', '', ''] }], entries);
  assert.deepEqual(
    longer.map(({ documentId, to }) => [documentId, to]),
    [
      ['1 09:00', '13:00'],
      [undefined, '19:00'],
    ],
  );
});

test('days alike are said together', () => {
  assert.deepEqual(summaryOf(['9-17', '9-17', '9-17', '', '9-12', '', '']), [
    [1, 3, '09:00–17:00'],
    [5, 5, '09:00–12:00'],
  ]);
});

test('a date has its weekday', () => {
  assert.equal(weekdayOf('2027-03-29'), 1);
  assert.equal(weekdayOf('2027-03-28'), 7);
});
