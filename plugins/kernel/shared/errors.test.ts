import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock, stoppedClock } from './clock.ts';
import { conflict, forbidden, invalid, limited, missing, unauthenticated } from './errors.ts';

test('every error answers in one shape with its status', () => {
  const fields = [{ field: 'email', message: 'is missing' }];
  assert.deepEqual(invalid('EMPTY', 'Nothing was sent.', { fields }).toBody(), {
    data: null,
    error: {
      status: 400,
      name: 'ValidationError',
      code: 'EMPTY',
      message: 'Nothing was sent.',
      details: { fields },
    },
  });
  const statuses = [
    unauthenticated(),
    forbidden('A', 'a'),
    missing('B', 'b'),
    conflict('C', 'c'),
    limited(7),
  ].map(({ status, code }) => `${status} ${code}`);
  assert.deepEqual(statuses, [
    '401 SIGN_IN_REQUIRED',
    '403 A',
    '404 B',
    '409 C',
    '429 TOO_MANY_REQUESTS',
  ]);
});

test('a cause is kept for the log and never answered', () => {
  const error = conflict('TAKEN', 'Taken.', { cause: new Error('secret') });
  assert.equal((error.cause as Error).message, 'secret');
  assert.ok(!JSON.stringify(error.toBody()).includes('secret'));
});

test('a clock can be moved and stopped', () => {
  const start = '2026-03-29T00:30:00Z';
  const moved = createClock(start).now();
  const lag = moved.since(Temporal.Instant.from(start)).total('seconds');
  assert.ok(lag >= 0 && lag < 5);
  assert.equal(stoppedClock(start).now().toString(), start);
});
