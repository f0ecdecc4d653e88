import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClinicError } from '@enamel/kernel';
import { type AppointmentStatus, appointmentStatuses } from '../../../../shared/statuses.ts';
import { stampsOfMove } from './visit-state.ts';

const start = Date.UTC(2026, 5, 1, 9);
const visit = (status: AppointmentStatus) => ({ status, start });

test('a visit passes through its day, each step with its time', () => {
  assert.deepEqual(stampsOfMove(visit('pending'), 'confirmed', 1), { confirmedAt: 1 });
  assert.deepEqual(stampsOfMove(visit('confirmed'), 'arrived', 2), { arrivedAt: 2 });
  assert.deepEqual(stampsOfMove(visit('arrived'), 'seated', 3), { seatedAt: 3 });
  assert.deepEqual(stampsOfMove(visit('seated'), 'completed', 4), { completedAt: 4 });
  assert.deepEqual(stampsOfMove(visit('confirmed'), 'cancelled', 5), { cancelledAt: 5 });
  assert.deepEqual(stampsOfMove(visit('confirmed'), 'no-show', start), {});
});

test('a step taken by mistake is taken back, with its time', () => {
  assert.deepEqual(stampsOfMove(visit('arrived'), 'confirmed', 9), { arrivedAt: null });
  assert.deepEqual(stampsOfMove(visit('seated'), 'arrived', 9), { seatedAt: null });
});

test('an illegal move names the possible ones', () => {
  assert.throws(
    () => stampsOfMove(visit('confirmed'), 'completed', start),
    (error) =>
      error instanceof ClinicError &&
      error.code === 'ILLEGAL_MOVE' &&
      JSON.stringify(error.details.possible) === '["arrived","cancelled","no-show"]',
  );
  for (const end of ['completed', 'cancelled', 'no-show'] as const)
    for (const to of appointmentStatuses)
      assert.throws(() => stampsOfMove(visit(end), to, start), { code: 'ILLEGAL_MOVE' });
});

test('nobody has missed a visit that has not begun', () => {
  assert.throws(() => stampsOfMove(visit('confirmed'), 'no-show', start - 1), { code: 'NOT_YET' });
});
