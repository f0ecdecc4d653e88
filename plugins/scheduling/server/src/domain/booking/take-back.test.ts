import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stampsOfTakingBack } from './take-back.ts';

const now = Date.parse('2026-11-24T07:00:00Z');
const justNow = now - 20_000;
const refusal = (
  status: 'completed' | 'cancelled',
  to: 'seated' | 'confirmed',
  changedAt: number,
) => {
  try {
    return stampsOfTakingBack({ status, changedAt }, to, now);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('a step that was just taken can be taken back, and its time goes with it', () => {
  const back = (
    status: 'completed' | 'arrived' | 'no-show',
    to: 'seated' | 'pending' | 'confirmed',
  ) => stampsOfTakingBack({ status, changedAt: justNow }, to, now);
  assert.deepEqual(back('completed', 'seated'), { completedAt: null });
  assert.deepEqual(back('arrived', 'pending'), { arrivedAt: null });
  assert.deepEqual(back('no-show', 'confirmed'), {});
});

test('not where no step came from, not a cancellation, not after five minutes', () => {
  assert.equal(refusal('completed', 'confirmed', justNow), 'ILLEGAL_MOVE');
  assert.equal(refusal('cancelled', 'confirmed', justNow), 'ILLEGAL_MOVE');
  assert.equal(refusal('completed', 'seated', now - 301_000), 'TOO_LATE_TO_UNDO');
});
