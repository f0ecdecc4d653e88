import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayIn } from './way.ts';

test('leads back into the panel and nowhere else', () => {
  assert.equal(wayIn(''), '/');
  assert.equal(
    wayIn('?redirectTo=%2Fplugins%2Faccess%2Fpatients%3Fq%3DPop'),
    '/plugins/access/patients?q=Pop',
  );
  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:1',
  ])
    assert.equal(wayIn(`?redirectTo=${encodeURIComponent(elsewhere)}`), '/');
});
