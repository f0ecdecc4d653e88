import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInOf } from './sign-in.ts';

test('staff and patients sign in and out where Strapi lets them, in every spelling of the path', () => {
  assert.equal(signInOf('POST', '/admin/login')?.whose, 'staff');
  assert.equal(signInOf('POST', '/Admin/Login/')?.done, 'session.begun');
  for (const path of ['/api/auth/local', '/api/access/sign-in/code', '/api/access/sign-in/passkey'])
    assert.equal(signInOf('POST', path)?.done, 'session.begun');
  assert.equal(signInOf('POST', '/api/auth/local')?.whose, 'patient');
  for (const path of ['/api/auth/sessions', '/admin/users/me/sessions'])
    for (const which of ['', '/abc'])
      assert.equal(signInOf('DELETE', `${path}${which}`)?.done, 'session.ended');
});

test('other requests are none', () => {
  for (const [method, path] of [
    ['GET', '/admin/login'],
    ['POST', '/api/auth/refresh'],
    ['POST', '/api/auth/local/register'],
    ['GET', '/api/auth/sessions'],
    ['GET', '/admin/users/me/sessions'],
  ] as const)
    assert.equal(signInOf(method, path), undefined);
});
