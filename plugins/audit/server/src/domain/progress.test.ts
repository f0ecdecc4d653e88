import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressToken, readProgress } from './progress.ts';

const progress = { place: { number: 50, hash: 'ab'.repeat(32) }, until: 90 };
const token = progressToken(progress, 'secret');

test('a step goes on where the last one ended', () =>
  assert.deepEqual(readProgress(token, 'secret'), progress));

test('nobody skips a step', () => {
  for (const forged of [token.replace('50', '80'), token.replace('90', '50'), '', `${token}0`])
    assert.equal(readProgress(forged, 'secret'), undefined);
  assert.equal(readProgress(token, 'another secret'), undefined);
});
