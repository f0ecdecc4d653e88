import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForSetUp } from './set-up-paths.ts';

test('before the second factor stands nothing else opens', () => {
  for (const [method, path] of [
    ['GET', '/admin/users/me'],
    ['GET', '/admin/users/me/permissions/'],
    ['POST', '/admin/logout'],
    ['POST', '/access/staff/me/factors/totp/confirm'],
    ['GET', '/access/lock'],
  ] as const)
    assert.equal(isForSetUp(method, path), true, path);
  for (const [method, path] of [
    ['PUT', '/admin/users/me'],
    ['GET', '/admin/users/me/sessions'],
    ['GET', '/admin/users'],
    ['GET', '/access/patients'],
    ['POST', '/access/staff/password'],
    ['POST', '/access/staff/email'],
    ['GET', '/access/staff/me/factorsx'],
    ['GET', '/api/patients'],
    ['GET', '/content-manager/collection-types/api::patient.patient'],
  ] as const)
    assert.equal(isForSetUp(method, path), false, path);
});
