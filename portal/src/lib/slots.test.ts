import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByDay, readSlotValue, slotValue } from './slots.ts';

const slot = (start: string, practitioner: string) => ({
  start,
  end: start,
  practitioner,
  location: 'centre',
});

test('free times stand by day, in order', () => {
  const days = groupByDay([
    slot('2026-11-25T08:30:00+02:00', 'ionescu'),
    slot('2026-11-24T09:00:00+02:00', 'popescu'),
    slot('2026-11-24T11:30:00+02:00', 'ionescu'),
  ]);
  assert.deepEqual(days, [
    {
      date: '2026-11-24',
      times: [
        { value: '2026-11-24T09:00:00+02:00~popescu', label: '09:00' },
        { value: '2026-11-24T11:30:00+02:00~ionescu', label: '11:30' },
      ],
    },
    {
      date: '2026-11-25',
      times: [{ value: '2026-11-25T08:30:00+02:00~ionescu', label: '08:30' }],
    },
  ]);
});

test('a form value names start and practitioner, and nothing else passes', () => {
  const chosen = { start: '2026-11-24T09:00:00+02:00', practitioner: 'abc123' };
  assert.deepEqual(readSlotValue(slotValue(chosen)), chosen);
  for (const wrong of [null, '', 'tomorrow~abc', '2026-11-24T09:00:00+02:00~', '2026-11-24~a'])
    assert.equal(readSlotValue(wrong), undefined);
});
