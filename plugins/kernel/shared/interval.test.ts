import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Interval, intersect, subtract, union } from './interval.ts';

/** Small integers, so that a set of minutes can be the model. */
const interval = fc
  .tuple(fc.nat(60), fc.nat(12))
  .map(([start, length]): Interval => ({ start, end: start + length }));
const list = fc.array(interval, { maxLength: 12 });
const byStart = (intervals: readonly Interval[]) =>
  [...intervals].sort((a, b) => a.start - b.start);

const minutes = (intervals: readonly Interval[]): Set<number> =>
  new Set(
    intervals.flatMap(({ start, end }) =>
      Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i),
    ),
  );

const isTidy = (intervals: readonly Interval[]) =>
  intervals.every(
    ({ start, end }, i) => start < end && (i === 0 || (intervals[i - 1] as Interval).end < start),
  );

test('a union covers the same minutes, sorted, joined and without empty ones', () => {
  fc.assert(
    fc.property(list, (a) => {
      const joined = union(a);
      assert.ok(isTidy(joined));
      assert.deepEqual(minutes(joined), minutes(a));
    }),
  );
});

test('an intersection is what both cover', () => {
  fc.assert(
    fc.property(list, list, (a, b) => {
      const shared = intersect(union(a), union(b));
      assert.deepEqual(minutes(shared), minutes(a).intersection(minutes(b)));
      assert.deepEqual(shared, intersect(union(b), union(a)));
    }),
  );
});

test('a difference is what is left, whether or not the taken ones overlap', () => {
  fc.assert(
    fc.property(list, list, (a, b) => {
      const left = subtract(union(a), byStart(b));
      assert.deepEqual(minutes(left), minutes(a).difference(minutes(b)));
      assert.ok(left.every(({ start, end }) => start < end));
    }),
  );
});

test('touching stretches do not overlap', () => {
  const morning = [{ start: 0, end: 60 }];
  assert.deepEqual(intersect(morning, [{ start: 60, end: 90 }]), []);
  assert.deepEqual(subtract(morning, [{ start: 60, end: 90 }]), morning);
  assert.deepEqual(union([...morning, { start: 60, end: 90 }]), [{ start: 0, end: 90 }]);
});

test('a long taken stretch that began before still counts for later ones', () => {
  const day = [
    { start: 0, end: 10 },
    { start: 20, end: 30 },
  ];
  const taken = [
    { start: -5, end: 25 },
    { start: 1, end: 2 },
  ];
  assert.deepEqual(subtract(day, taken), [{ start: 25, end: 30 }]);
});
