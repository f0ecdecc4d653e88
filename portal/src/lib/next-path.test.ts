import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextPath } from './next-path.ts';

const base = 'https://clinic.example';

test('a path of this site is gone on to, with its question', () => {
  assert.equal(nextPath('/ro/book/time?from=2027-03-29', 'ro'), '/ro/book/time?from=2027-03-29');
  assert.equal(nextPath('/', 'en'), '/');
});

for (const wish of [
  null,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  '/x/..//evil.example/visits',
  '/.\\/evil.example',
  'javascript:alert(1)',
  '/\0//evil.example',
  '/[',
])
  test(`${JSON.stringify(wish)} never leaves this site`, () => {
    const path = nextPath(wish, 'ro');
    assert.equal(new URL(path, base).origin, base);
  });

test('whatever is no path of this site leads to the visits', () => {
  for (const wish of ['/.//evil.example', '//evil.example', 'visits', null])
    assert.equal(nextPath(wish, 'en'), '/en/visits');
});
