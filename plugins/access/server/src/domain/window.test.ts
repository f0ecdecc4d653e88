import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Hits, take, windowMilliseconds } from './window.ts';

/** Moments of a caller who pauses for each of `pauses` between two requests. */
const momentsOf = (pauses: readonly number[], start = 1_790_000_000_000) => {
  let moment = start;
  return pauses.map((pause) => {
    moment += pause;
    return moment;
  });
};

const walk = (moments: readonly number[], limit: number) => {
  let hits: Hits = [];
  return moments.map((moment) => {
    const taken = take(hits, moment, limit);
    hits = taken.hits;
    return { moment, ...taken };
  });
};

const pauses = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 70_000 })),
  { maxLength: 300 },
);

test('whatever the moments, no window of 60 seconds holds more than the limit', () => {
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 20 }), (rhythm, limit) => {
      const allowed = walk(momentsOf(rhythm), limit)
        .filter((step) => step.allowed)
        .map(({ moment }) => moment);
      for (const [index, moment] of allowed.entries()) {
        const after = allowed[index + limit];
        if (after !== undefined) assert.ok(after - moment >= windowMilliseconds);
      }
    }),
    { numRuns: 500 },
  );
});

test('a request is refused only while the last 61 seconds are full, and let through after the wait it was told', () => {
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 20 }), (rhythm, limit) => {
      const steps = walk(momentsOf(rhythm), limit);
      for (const [index, step] of steps.entries()) {
        const before = steps.slice(0, index).filter((other) => other.allowed);
        const near = before.filter(({ moment }) => moment > step.moment - 61_000);
        if (!step.allowed) assert.ok(near.length >= limit);
        assert.ok(step.hits.length <= 61);
        assert.ok(step.waitMilliseconds > 0 && step.waitMilliseconds <= windowMilliseconds);
        const later = take(step.hits, step.moment + step.waitMilliseconds, limit);
        assert.equal(later.allowed, true);
      }
    }),
    { numRuns: 200 },
  );
});

test('two full minutes do not meet at the turn of the minute', () => {
  const turn = 1_790_000_040_000;
  const burst = Array.from({ length: 10 }, () => turn - 100);
  const after = Array.from({ length: 10 }, () => turn + 100);
  const steps = walk([...burst, ...after, turn - 100 + windowMilliseconds], 10);
  assert.deepEqual(
    steps.map(({ allowed }) => allowed),
    [...burst.map(() => true), ...after.map(() => false), true],
  );
});

test('a clock that was set back lets nobody in early', () => {
  const steps = walk([70_000, 70_000, 20_000, 129_999, 130_000], 2);
  assert.deepEqual(
    steps.map(({ allowed }) => allowed),
    [true, true, false, false, true],
  );
});
