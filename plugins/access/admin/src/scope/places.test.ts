import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderOf, settled } from './places.ts';

test('everywhere and single places exclude each other, and what was chosen last counts', () => {
  assert.deepEqual(settled(['west'], ['west', '*']), ['*']);
  assert.deepEqual(settled(['*'], ['*', 'west']), ['west']);
  assert.deepEqual(settled(['west'], ['west', 'east']), ['west', 'east']);
  assert.deepEqual(settled(['*'], []), []);
});

test('what is chosen is told to the server as all places or by their ids', () => {
  assert.deepEqual(orderOf(['*']), { everywhere: true, places: [] });
  assert.deepEqual(orderOf(['west']), { everywhere: false, places: ['west'] });
});
