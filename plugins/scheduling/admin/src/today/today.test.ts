import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFree, waitingMinutes } from './today.ts';

const stay = (start: string, end: string, status: 'confirmed' | 'arrived' | 'completed') => ({
  start: `2026-11-24T${start}:00+02:00`,
  end: `2026-11-24T${end}:00+02:00`,
  status,
  arrivedAt: status === 'arrived' ? '2026-11-24T08:52:00+02:00' : null,
});
const now = '2026-11-24T09:10:00+02:00';

test('a wait is counted from the arrival', () => {
  assert.equal(waitingMinutes(stay('09:00', '09:30', 'arrived'), now), 18);
  assert.equal(waitingMinutes(stay('09:00', '09:30', 'confirmed'), now), undefined);
});

test('the next free time is behind the visits that follow one another', () => {
  const visits = [
    stay('09:30', '10:00', 'confirmed'),
    stay('09:00', '09:30', 'confirmed'),
    stay('10:15', '11:00', 'confirmed'),
  ];
  assert.equal(nextFree(visits, now), '2026-11-24T10:00:00+02:00');
});

test('a completed visit keeps nobody; free now is no later time', () => {
  assert.equal(nextFree([stay('09:00', '09:30', 'completed')], now), undefined);
});
