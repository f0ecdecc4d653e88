import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForSetUp } from './set-up-paths.ts';

test('before the second factor stands nothing else opens', () => {
  for (const path of [
    '/admin/users/me',
    '/admin/logout',
    '/access/staff/me/factors/totp/confirm',
    '/access/lock',
  ])
    assert.equal(isForSetUp(path), true, path);
  for (const path of [
    '/admin/users/me/sessions',
    '/admin/users',
    '/access/patients',
    '/access/staff/password',
    '/access/staff/me/factorsx',
    '/api/patients',
    '/content-manager/collection-types/api::patient.patient',
  ])
    assert.equal(isForSetUp(path), false, path);
});
