import assert from 'node:assert/strict';
import test from 'node:test';
import { isMinor, lastMinorDay } from './minors.ts';

test('a minor is one until the day before the birthday', () => {
  assert.equal(isMinor('2010-06-15', 16, '2026-06-14'), true);
  assert.equal(isMinor('2010-06-15', 16, '2026-06-15'), false);
  assert.equal(lastMinorDay('2010-06-15', 16), '2026-06-14');
});

test('whoever was born on 29 February is of age on 1 March', () => {
  assert.equal(isMinor('2008-02-29', 18, '2026-02-28'), true);
  assert.equal(isMinor('2008-02-29', 18, '2026-03-01'), false);
  assert.equal(lastMinorDay('2008-02-29', 18), '2026-02-28');
  assert.equal(lastMinorDay('2008-02-29', 16), '2024-02-28');
});

test('without a birth date nobody is known to be a minor', () => {
  assert.equal(isMinor(null, 18, '2026-01-01'), false);
});
