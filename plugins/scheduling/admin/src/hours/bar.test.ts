import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { segmentsOf, ticksOf, windowOf } from './bar.ts';

test('bars show the working day, and more where somebody works longer', () => {
  deepEqual(windowOf(['9-17', '', 'noon']), { from: 420, to: 1200 });
  deepEqual(windowOf(['5:30-12', '22-2']), { from: 300, to: 1440 });
});

test('a split day is two segments; what cannot be understood is none', () => {
  const window = { from: 0, to: 1000 };
  deepEqual(segmentsOf('0-5 8:20-10', window), [
    { left: 0, width: 30 },
    { left: 50, width: 10 },
  ]);
  deepEqual(segmentsOf('noon', window), []);
});

test('every third hour is written', () => {
  deepEqual(
    ticksOf({ from: 7 * 60, to: 20 * 60 }).map(({ hour }) => hour),
    [9, 12, 15, 18],
  );
});
