import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersOf } from './headers.ts';

const plain = { production: false, encrypted: false };

test('no page of any kind may run a script that stands in its text, or be framed by another site', () => {
  for (const path of [
    '/admin',
    '/admin/auth/login',
    '/api/patients',
    '/uploads/logo.png',
    '/',
    '/x',
  ]) {
    const headers = headersOf(path, plain);
    const policy = headers['Content-Security-Policy'] ?? '';
    const scripts = /script-src [^;]*/.exec(policy)?.[0] ?? '';
    assert.doesNotMatch(scripts, /unsafe|https:|data:|\*/, path);
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /frame-ancestors '(self|none)'/, path);
    assert.equal(headers['X-Content-Type-Options'], 'nosniff');
    assert.match(headers['Referrer-Policy'] ?? '', /^(same-origin|no-referrer)$/);
    assert.match(headers['Permissions-Policy'] ?? '', /camera=\(\)/);
  }
});

test('a path that only looks like the panel’s is data', () => {
  assert.equal(headersOf('/administration', plain)['X-Frame-Options'], 'DENY');
  assert.equal(headersOf('/ADMIN/login', plain)['X-Frame-Options'], 'SAMEORIGIN');
});

test('browsers are bound to HTTPS in production alone, and only where it is spoken', () => {
  const bound = (production: boolean, encrypted: boolean) =>
    'Strict-Transport-Security' in headersOf('/api', { production, encrypted });
  assert.equal(bound(true, true), true);
  assert.equal(bound(true, false), false);
  assert.equal(bound(false, true), false);
});
