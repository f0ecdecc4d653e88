import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesShown, stepped } from './views.ts';

test('a week begins on its Monday, a month on the Monday of its first week, the agenda where one stands', () => {
  assert.deepEqual(datesShown('day', '2026-11-25'), { from: '2026-11-25', days: 1 });
  assert.deepEqual(datesShown('week', '2026-11-25'), { from: '2026-11-23', days: 7 });
  assert.deepEqual(datesShown('month', '2026-11-25'), { from: '2026-10-26', days: 42 });
  assert.deepEqual(datesShown('agenda', '2026-11-25'), { from: '2026-11-25', days: 7 });
});

test('steps keep the day of the month where the month has it', () => {
  assert.equal(stepped('month', '2027-01-31', 1), '2027-02-28');
  assert.equal(stepped('month', '2027-01-15', -1), '2026-12-15');
  assert.equal(stepped('week', '2026-12-30', 1), '2027-01-06');
  assert.equal(stepped('day', '2026-11-25', -1), '2026-11-24');
});
