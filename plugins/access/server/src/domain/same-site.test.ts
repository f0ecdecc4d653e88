import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForeign } from './same-site.ts';

const own = ['https://panel.clinic.example'];
const post = (headers: { origin?: string; site?: string }, method = 'POST') =>
  isForeign({ method, origin: '', site: '', host: 'panel.clinic.example', ...headers }, own);

test('a page of the panel is no stranger', () => {
  assert.equal(post({ origin: 'https://panel.clinic.example', site: 'same-origin' }), false);
  assert.equal(post({ site: 'same-origin' }), false);
  assert.equal(
    isForeign(
      { method: 'POST', origin: 'http://localhost:1337', site: '', host: 'localhost:1337' },
      own,
    ),
    false,
  );
});

test('a page of another site, of a sister site or of nowhere is one', () => {
  for (const headers of [
    { origin: 'https://evil.example', site: 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'https://clinic.example', site: 'same-site' },
    { origin: 'https://panel.clinic.example.evil.example' },
    { origin: 'https://panel.clinic.example:8443' },
    { origin: 'null' },
    { site: 'cross-site' },
    { site: 'same-site' },
  ])
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      assert.equal(post(headers, method), true, `${method} ${JSON.stringify(headers)}`);
});

test('what is no browser tells nothing, and reading is everybody’s', () => {
  assert.equal(post({}), false);
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    assert.equal(post({ origin: 'https://evil.example', site: 'cross-site' }, method), false);
});
